/**
 * What a call would come to. Each asker (the pages, the popup) has one question at a time: a newer one takes the place of the one
 * before, and a late answer is dropped. Nothing is dialled, and nothing waits for it.
 */
import { noPreview, previewOf, type PreviewView } from "../shared/preview.ts";
import type { Error as ErrorReply, PreviewReply } from "../shared/protocol.ts";
import type { Companion } from "./companion.ts";

export interface PreviewWish {
  readonly id: string;
  readonly written: string;
  readonly extension: string | null;
  readonly region: string | null;
}

/** `why`: the companion's sentences, one for each rule on the way, and what the person has to do at the call. */
type Tell = (preview: PreviewView, why: readonly string[]) => void;

export interface Previews {
  readonly ask: (asker: string, wish: PreviewWish, tell: Tell) => void;
  readonly answered: (reply: PreviewReply) => void;
  /** The companion could not answer this message. */
  readonly failed: (error: ErrorReply) => void;
}

interface Asked {
  readonly id: string;
  readonly tell: Tell;
}

export function createPreviews(companion: () => Companion): Previews {
  const waiting = new Map<string, Asked>();

  function settle(id: string, preview: PreviewView, why: readonly string[] = []): void {
    for (const [asker, asked] of waiting) {
      if (asked.id !== id) continue;
      waiting.delete(asker);
      asked.tell(preview, why);
    }
  }

  async function ask(asker: string, { id, written, extension, region }: PreviewWish): Promise<void> {
    // As with any mere sign of intent: a companion that failed a moment ago is not started again for it.
    companion().intent();
    const before = companion().view();
    const state = before.kind === "starting" || before.kind === "ready" ? await companion().ready() : before;
    if (waiting.get(asker)?.id !== id) return;
    if (state.kind === "trouble") settle(id, noPreview(id, state.code));
    else companion().post({ type: "preview", id, written, extension, region });
  }

  return {
    ask(asker, wish, tell) {
      waiting.set(asker, { id: wish.id, tell });
      void ask(asker, wish);
    },
    answered: (reply) => {
      const why = reply.steps.map(({ sentence }) => sentence);
      settle(reply.id, previewOf(reply), reply.note === null ? why : [...why, reply.note]);
    },
    failed: ({ id, code }) => {
      if (id !== null) settle(id, noPreview(id, code));
    },
  };
}
