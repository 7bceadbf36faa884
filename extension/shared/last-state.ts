/**
 * How things stood when the background last spoke. Our pages show it at once, also while the background is waking up; what it says
 * then takes its place. Kept for the browser's session only, and out of the reach of content scripts.
 */
import { asObject } from "./decode.ts";
import type { SurfaceState } from "./surface-messages.ts";

const KEY = "lastState";

/** Nobody but our own background writes there; a version before this one may have had another shape. */
function isState(value: unknown): value is SurfaceState {
  const from = asObject(value);
  const { calls, recent } = from ?? {};
  return typeof asObject(from?.["companion"])?.["kind"] === "string" && Array.isArray(calls) && (recent === null || Array.isArray(recent));
}

export async function keepLastState({ companion, recent }: SurfaceState): Promise<void> {
  if (companion.kind === "idle" || companion.kind === "starting") return;
  // Calls and notes would be yesterday's news by then.
  const state: SurfaceState = { companion, recent, calls: [], note: null, own: null };
  await chrome.storage.session.set({ [KEY]: state });
}

export async function readLastState(): Promise<SurfaceState | null> {
  const kept = (await chrome.storage.session.get(KEY))[KEY];
  return isState(kept) ? kept : null;
}
