/** Questions of options and welcome to the companion: each is sent once, and answered by what comes back or by why nothing will. */
import { decodeQuestion, QUESTIONS, type Answer, type Question } from "../shared/questions.ts";
import type { Reply } from "../shared/replies.ts";
import type { Code } from "../shared/protocol.ts";
import type { Companion, Request } from "./companion.ts";

interface Asked {
  readonly question: Question;
  readonly tell: (answer: Answer) => void;
}

export interface Questions {
  /** True where the port is one of these. */
  readonly connected: (port: chrome.runtime.Port) => boolean;
  readonly received: (reply: Reply) => void;
  /** The companion is gone: nothing asked of it will be answered. */
  readonly lost: () => void;
}

function requestOf(question: Question): Request {
  switch (question.kind) {
    case "checks":
      return { type: "status", checks: true };
    case "open-settings":
      return { type: "open_settings" };
    case "plan":
      return { type: "preview", id: question.id, written: question.written, region: question.region };
  }
}

const isOurs = ({ name, sender }: chrome.runtime.Port): boolean =>
  name === QUESTIONS && sender?.id === chrome.runtime.id && (sender.url ?? "").startsWith(chrome.runtime.getURL(""));

export function createQuestions(companion: () => Companion): Questions {
  let waiting: readonly Asked[] = [];

  /** Answers those questions that are of this kind, or have this id. */
  function settle(isMeant: (question: Question) => boolean, answer: (question: Question) => Answer): void {
    const meant = waiting.filter(({ question }) => isMeant(question));
    waiting = waiting.filter((each) => !meant.includes(each));
    for (const { question, tell } of meant) tell(answer(question));
  }

  const failed =
    (code: Code, message: string | null = null, remedy: string | null = null) =>
    ({ kind }: Question): Answer => ({ kind: "failed", question: kind, code, message, remedy });

  async function ask(question: Question, tell: (answer: Answer) => void): Promise<void> {
    waiting = [...waiting, { question, tell }];
    const view = await companion().ready();
    // A companion that is not set up answers all the same; what it cannot do, it says itself.
    if (companion().post(requestOf(question))) return;
    settle((each) => each === question, failed(view.kind === "trouble" ? view.code : "companion_stopped"));
  }

  return {
    connected(port) {
      if (!isOurs(port)) return false;
      let open = true;
      const tell = (answer: Answer): void => {
        if (open) port.postMessage(answer);
      };
      port.onMessage.addListener((message: unknown) => {
        const question = decodeQuestion(message);
        if (question !== null) void ask(question, tell);
      });
      port.onDisconnect.addListener(() => {
        open = false;
        waiting = waiting.filter((each) => each.tell !== tell);
      });
      return true;
    },
    received(reply) {
      switch (reply.type) {
        case "status":
          if (reply.checks !== null) {
            const { checks } = reply;
            settle(({ kind }) => kind === "checks", () => ({ kind: "checks", checks }));
          }
          break;
        case "settings_opened": {
          const { code, message, remedy } = reply;
          settle(({ kind }) => kind === "open-settings", code === null ? () => ({ kind: "opened" }) : failed(code, message, remedy));
          break;
        }
        case "preview": {
          const { id, steps, dialled, note, code, message } = reply;
          settle(
            (question) => question.kind === "plan" && question.id === id,
            () => ({ kind: "plan", plan: { id, steps, dialled, note, code, message } }),
          );
          break;
        }
        case "error":
          settle(
            // An error without an id is about a message that could not be read: any question may be the one.
            (question) => reply.id === null || (question.kind === "plan" && question.id === reply.id),
            failed(reply.code, reply.message, reply.remedy),
          );
          break;
        case "greeting":
        case "call":
        case "recent":
        case "own_extension":
          break;
      }
    },
    lost: () => settle(() => true, failed("companion_stopped")),
  };
}
