/** Asking the companion something once, from a page of ours. */
import { useEffect, useRef, useState } from "preact/hooks";
import { isAnswer, QUESTIONS, type Answer, type Question } from "../questions.ts";

export interface Asking {
  readonly answer: Answer | null;
  readonly waiting: boolean;
  readonly ask: (question: Question) => void;
}

/** One question at a time for each user of this; a newer one takes the place of the one before. */
export function useQuestion(): Asking {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [waiting, setWaiting] = useState(false);
  const port = useRef<chrome.runtime.Port | null>(null);
  useEffect(() => () => port.current?.disconnect(), []);
  const ask = (question: Question): void => {
    port.current?.disconnect();
    const opened = chrome.runtime.connect({ name: QUESTIONS });
    port.current = opened;
    setWaiting(true);
    opened.onMessage.addListener((message: unknown) => {
      if (port.current !== opened || !isAnswer(message)) return;
      setAnswer(message);
      setWaiting(false);
    });
    opened.onDisconnect.addListener(() => {
      if (port.current !== opened) return;
      port.current = null;
      setWaiting(false);
    });
    opened.postMessage(question);
  };
  return { answer, waiting, ask };
}
