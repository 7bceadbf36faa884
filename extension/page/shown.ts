/**
 * Which marks the browser paints. Each change of a page makes Chromium go through every range of every registered highlight
 * again, in one task that nothing can split (10,000 of them: a tenth of a second). So a page with many marks shows only those near
 * the viewport while it changes; when it has come to rest all of them, or, if they are very many, those a good way around the
 * viewport. Two highlights, of which one is registered.
 */
import { boxesOf } from "./hit.ts";
import type { Mark } from "./marker.ts";
import { ALL_SHOWN, CHANGED_LOOK_MS, MOST_SHOWN, NEAR_SCREENS, PATIENCE_MS, QUIET_MS, RELOOK_MS, REST_SCREENS, SHORT_REST_MS, SLICE_MS } from "./tunables.ts";

export const HIGHLIGHT = "callwith-number";

export class Shown {
  readonly #marks: ReadonlySet<Mark>;
  readonly #all = new Highlight();
  #near = new Highlight();
  /** The next `#near` while it is being found. */
  #coming = new Highlight();
  #busy = true;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #look: ReturnType<typeof setTimeout> | undefined;
  #lookAt = 0;
  #stopped = false;
  /** How long the page has to be at rest, in ms: longer each time it was not for long. */
  #patience = QUIET_MS;
  #restedAt = -Infinity;

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
    this.#coming.delete(range);
  }

  /** The page has changed, or we have. */
  disturb(): void {
    clearTimeout(this.#quiet);
    const isMany = this.#marks.size > ALL_SHOWN;
    // To show all of them takes long: a page with a clock in it shall not have one at every tick.
    if (isMany && !this.#busy) this.#patience = performance.now() - this.#restedAt < SHORT_REST_MS ? Math.min(this.#patience * 2, PATIENCE_MS) : QUIET_MS;
    this.#quiet = setTimeout(() => this.#rest(), isMany ? this.#patience : QUIET_MS);
    if (!isMany) return;
    this.#busy = true;
    this.#lookAfter(CHANGED_LOOK_MS);
  }

  /** Something else may be near the viewport now. */
  lookSoon(): void {
    this.#lookAfter(RELOOK_MS);
  }

  #lookAfter(wait: number): void {
    if (this.#marks.size <= ALL_SHOWN || this.#stopped) return;
    const at = performance.now() + wait;
    if (this.#look !== undefined && this.#lookAt <= at) return;
    clearTimeout(this.#look);
    this.#lookAt = at;
    this.#look = setTimeout(() => this.#afterLayout(() => this.#lookNow(new Highlight())), wait);
  }

  /** Puts the highlight (back) where the browser looks for it: a page may have cleared the registry. */
  show(): void {
    if (this.#marks.size === 0 || this.#stopped) return;
    const wanted = this.#marks.size > (this.#busy ? ALL_SHOWN : MOST_SHOWN) ? this.#near : this.#all;
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
    this.#restedAt = performance.now();
    if (this.#marks.size > MOST_SHOWN) this.lookSoon();
    this.show();
  }

  /** Within a frame, between layout and painting: the only moment when to ask for a place never costs a layout of its own. */
  #afterLayout(then: () => void): void {
    const once = new ResizeObserver(() => {
      once.disconnect();
      if (!this.#stopped) then();
    });
    once.observe(document.documentElement);
  }

  #lookNow(near: Highlight, left: Iterator<Mark> = this.#marks.values()): void {
    this.#coming = near;
    const start = performance.now();
    const margin = innerHeight * (this.#busy ? NEAR_SCREENS : REST_SCREENS);
    for (let next = left.next(); next.done !== true && near.size < MOST_SHOWN; next = left.next()) {
      if (isNear(next.value, margin)) near.add(next.value.range);
      if (performance.now() - start < SLICE_MS) continue;
      this.#afterLayout(() => this.#lookNow(near, left));
      return;
    }
    this.#look = undefined;
    this.#near = near;
    this.show();
  }
}

function isNear(mark: Mark, margin: number): boolean {
  const element = mark.start.node.parentElement;
  const reaches = ({ top, bottom }: DOMRect): boolean => bottom >= -margin && top <= innerHeight + margin;
  if (element === null) return true;
  const box = element.getBoundingClientRect();
  // Long texts with many numbers: each by its own place.
  return reaches(box) && (box.height < innerHeight + margin || boxesOf(mark).some(reaches));
}
