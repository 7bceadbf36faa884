/** What the popup shows of the companion while that is being asked again. Pure. */
import type { CompanionView } from "../shared/surface-messages.ts";

/**
 * What it last said stays: nothing on the page jumps, and nothing that somebody has opened closes. That goes for a companion that has
 * just greeted, too, and has not said yet how it is set up.
 */
export function settled(last: CompanionView, next: CompanionView): CompanionView {
  if (next.kind === "idle" || next.kind === "starting") return last;
  return next.kind === "ready" && next.status === null && last.kind === "ready" ? { ...next, status: last.status } : next;
}
