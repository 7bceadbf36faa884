/**
 * Which marks the browser paints. Each change of a page makes Chromium go through every range of every registered highlight
 * again (10,000 of them: ten times the frame's own work). So a page with many marks shows only those near the
 * viewport while it changes, and all of them when it has come to rest. Two highlights, of which one is registered.
 */
import { boxesOf } from "./hit.ts";
import type { Mark } from "./marker.ts";
import { ALL_SHOWN, NEAR_SCREENS, QUIET_MS, RELOOK_MS, SLICE_MS } from "./tunables.ts";

export const HIGHLIGHT = "callwith-number";

export class Shown {
  readonly #marks: ReadonlySet<Mark>;
  readonly #all = new Highlight();
  #near = new Highlight();
  #busy = true;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #look: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(marks: ReadonlySet<Mark>) {
    this.#marks = marks;
  }

  add({ range }: Mark): void {
    this.#all.add(range);
    // Marks come nearest to the viewport first.
    if (this.#near.size < ALL_SHOWN) this.#near.add(range);
  }

  delete({ range }: Mark): void {
    this.#all.delete(range);
    this.#near.delete(range);
  }

  /** The page has changed, or we have. */
  disturb(): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#rest(), QUIET_MS);
    if (this.#marks.size <= ALL_SHOWN) return;
    this.#busy = true;
    this.lookSoon();
  }

  /** Something else may be near the viewport now. */
  lookSoon(): void {
    if (this.#marks.size <= ALL_SHOWN || this.#stopped) return;
    this.#look ??= setTimeout(() => requestAnimationFrame(() => setTimeout(() => this.#lookNow())), RELOOK_MS);
  }

  /** Puts the highlight (back) where the browser looks for it: a page may have cleared the registry. */
  show(): void {
    if (this.#marks.size === 0 || this.#stopped) return;
    const wanted = this.#busy && this.#marks.size > ALL_SHOWN ? this.#near : this.#all;
    if (CSS.highlights.get(HIGHLIGHT) !== wanted) CSS.highlights.set(HIGHLIGHT, wanted);
  }

  destroy(): void {
    this.#stopped = true;
    clearTimeout(this.#quiet);
    clearTimeout(this.#look);
    const registered = CSS.highlights.get(HIGHLIGHT);
    // Another instance of ours may have taken over the name.
    if (registered === this.#all || registered === this.#near) CSS.highlights.delete(HIGHLIGHT);
  }

  #rest(): void {
    this.#busy = false;
    this.show();
  }

  /** After a frame has been painted, when asking for positions costs no layout. */
  #lookNow(left: Iterator<Mark> = this.#marks.values(), near = new Highlight()): void {
    this.#look = undefined;
    if (this.#stopped) return;
    const start = performance.now();
    for (let next = left.next(); next.done !== true; next = left.next()) {
      if (isNear(next.value)) near.add(next.value.range);
      if (performance.now() - start < SLICE_MS) continue;
      this.#look = setTimeout(() => this.#lookNow(left, near));
      return;
    }
    this.#near = near;
    this.show();
  }
}

function isNear(mark: Mark): boolean {
  const element = mark.start.node.parentElement;
  const margin = innerHeight * NEAR_SCREENS;
  const reaches = ({ top, bottom }: DOMRect): boolean => bottom >= -margin && top <= innerHeight + margin;
  if (element === null) return true;
  const box = element.getBoundingClientRect();
  // Long texts with many numbers: each by its own place.
  return reaches(box) && (box.height < innerHeight + margin || boxesOf(mark).some(reaches));
}
