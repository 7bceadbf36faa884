/**
 * One instance of each script in a frame. A script that is injected again replaces the one before; one whose extension was
 * updated or removed notices at its next event and leaves.
 */
import type { More } from "./detector/more.ts";
import type { Overlay } from "./overlay.ts";
import type { SliceReport } from "./slices.ts";

export interface Instance {
  readonly destroy: () => void;
  /** What tests and benchmarks ask the engine in its own world; no page can. */
  readonly slices?: () => SliceReport | null;
  /** Numbers marked, whether painted or not; for the same. */
  readonly marked?: () => number;
  /** The engine's, for what is loaded after it. */
  readonly overlay?: () => Overlay;
  /** The engine's, for what its detector lacks. */
  readonly learn?: (more: More) => void;
}

/** Our own world's global object: the page cannot see it. */
const world: object = globalThis;
const isInstance = (value: unknown): value is Instance =>
  typeof value === "object" && value !== null && "destroy" in value && typeof value.destroy === "function";

export function instanceOf(name: string): Instance | null {
  const value: unknown = Reflect.get(world, Symbol.for(`callwith.${name}`));
  return isInstance(value) ? value : null;
}

export function setInstance(name: string, instance: Instance | null): void {
  Reflect.set(world, Symbol.for(`callwith.${name}`), instance);
}

/** Whether our extension is still there: without it nothing can be called, and nothing may be offered. */
export function extensionLives(): boolean {
  try {
    return typeof chrome.runtime.id === "string";
  } catch {
    return false;
  }
}
