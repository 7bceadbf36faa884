/** Asks the companion what the typed number would come to, when the typing pauses; an answer to an older question is not shown. */
import { useEffect, useState } from "preact/hooks";
import type { ReadNumber } from "../shared/reading.ts";
import type { FromSurface, ReasonedPreview } from "../shared/surface-messages.ts";

/** Between two keys of somebody who types; short enough to seem immediate. */
const PAUSE_MS = 150;

export function usePreview(
  number: ReadNumber | null,
  wish: (message: FromSurface) => void,
  answer: ReasonedPreview | null,
): ReasonedPreview | null {
  const [asked, setAsked] = useState<string | null>(null);
  const key = number === null ? null : JSON.stringify([number.written, number.extension, number.region]);
  useEffect(() => {
    setAsked(null);
    if (number === null) return undefined;
    const timer = setTimeout(() => {
      const id = crypto.randomUUID();
      setAsked(id);
      const { written, extension, region } = number;
      wish({ kind: "preview", id, written, extension, region });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return answer !== null && answer.id === asked ? answer : null;
}
