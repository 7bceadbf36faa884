/**
 * What options and welcome ask the companion once: one question, one answer. The state that is pushed to every page of ours is
 * in `surface-messages.ts`.
 */
import { asObject, isBounded, oneOf, optionalText } from "./decode.ts";
import { MAX_WRITTEN } from "./limits.ts";
import { CODES, type Check, type Code, type Step } from "./protocol.ts";

/** Name of the port. */
export const QUESTIONS = "questions";

export type Question =
  /** The doctor's checks: takes seconds, places no call. */
  | { readonly kind: "checks" }
  /** The companion's own settings window. */
  | { readonly kind: "open-settings" }
  /** What would be dialled for this number, step by step. */
  | { readonly kind: "plan"; readonly id: string; readonly written: string; readonly region: string | null };

/** In the companion's words, which it speaks in the browser's language. */
export interface Plan {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly dialled: string | null;
  readonly note: string | null;
  readonly code: Code | null;
  readonly message: string | null;
}

export type Answer =
  | { readonly kind: "checks"; readonly checks: readonly Check[] }
  | { readonly kind: "opened" }
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "failed"; readonly question: Question["kind"]; readonly code: Code; readonly message: string | null; readonly remedy: string | null };

export function decodeQuestion(foreign: unknown): Question | null {
  const from = asObject(foreign);
  switch (from?.["kind"]) {
    case "checks":
      return { kind: "checks" };
    case "open-settings":
      return { kind: "open-settings" };
    case "plan": {
      const { id, written } = from;
      const region = optionalText(from["region"], 2, /^[A-Z]{2}$/u);
      if (!isBounded(id, 36) || !isBounded(written, MAX_WRITTEN) || written.trim() === "" || region === undefined) return null;
      return { kind: "plan", id, written, region };
    }
    default:
      return null;
  }
}

/** Our own background decoded what the companion said; what it passes on is looked at only so far as to tell what it is. */
export function isAnswer(message: unknown): message is Answer {
  const from = asObject(message);
  if (from?.["kind"] === "failed") return oneOf(from["code"], CODES) !== null;
  return from?.["kind"] === "opened" || Array.isArray(from?.["checks"]) || asObject(from?.["plan"]) !== null;
}
