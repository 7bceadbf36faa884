/**
 * Whether all that the detector knows is here. A text that needs what is not has no number until then: half of what is known could
 * make a wrong one.
 */
import { MORE } from "./more.js";
import type { More } from "./more.js";

/** `lacked`: something was asked for that is not here; `tell` hears of it each time. */
export const knowledge: { more: More | null; lacked: boolean; tell: () => void } = { more: MORE, lacked: false, tell: () => undefined };

export const hasLacked = (): boolean => knowledge.lacked;

/** What is asked for may be in what is not here. */
export function lack(): void {
  if (knowledge.more !== null) return;
  knowledge.lacked = true;
  knowledge.tell();
}
