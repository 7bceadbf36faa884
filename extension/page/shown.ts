/**
 * Which marks the browser paints. Each change of a page makes Chromium go through every range of every registered highlight
 * again, in one task that nothing can split (10,000 of them: a tenth of a second). So a page with many marks shows only those near
 * the viewport while it changes; when it has come to rest all of them, or, if they are very many, those a good way around the
 * viewport. Three highlights, of which one is registered.
 */
import type { Mark } from "./marker.ts";
import { NearViewport } from "./near-viewport.ts";
import { ALL_SHOWN, BUSY_LOOK_MS, CHANGED_LOOK_MS, MOST_SHOWN, NEAR_SCREENS, PATIENCE_MS, QUIET_MS, RELOOK_MS, REST_SCREENS, ROOM, SHORT_REST_MS } from "./tunables.ts";

export const HIGHLIGHT = "callwith-number";

export class Shown {
  readonly #marks: ReadonlySet<Mark>;
  readonly #all = new Highlight();
  readonly #wide = new Highlight();
  readonly #near = new Highlight();
  /** So many more are shown before it is known whether they are near. */
  #room = ALL_SHOWN;
  #busy = true;
  #changedAt = -Infinity;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #look: ReturnType<typeof setTimeout> | undefined;
  #lookAt = Infinity;
  /** Since when a look has been due because the page changes; it may wait until that pauses. */
  #dueSince = Infinity;
  #looking: NearViewport | null = null;
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
    if (this.#room <= 0) return;
    this.#room--;
    this.#wide.add(range);
    this.#near.add(range);
  }

  delete({ range }: Mark): void {
    this.#all.delete(range);
    this.#wide.delete(range);
    this.#near.delete(range);
  }

  get #isMany(): boolean {
    return this.#marks.size > ALL_SHOWN;
  }

  /** The page has changed, or we have. */
  disturb(): void {
    const now = performance.now();
    this.#changedAt = now;
    // To show all of them takes long: a page with a clock in it shall not have one at every tick.
    if (this.#isMany && !this.#busy) this.#patience = now - this.#restedAt < SHORT_REST_MS ? Math.min(this.#patience * 2, PATIENCE_MS) : QUIET_MS;
    this.#quiet ??= setTimeout(this.#whenQuiet, QUIET_MS);
    if (!this.#isMany) return;
    this.#busy = true;
    this.#dueSince = Math.min(this.#dueSince, now);
    this.#lookAfter(CHANGED_LOOK_MS);
  }

  /** Something else may be near the viewport now. */
  lookSoon(): void {
    this.#dueSince = -Infinity;
    this.#lookAfter(RELOOK_MS);
  }

  #lookAfter(wait: number): void {
    const at = performance.now() + wait;
    if (!this.#isMany || this.#stopped || this.#lookAt <= at) return;
    clearTimeout(this.#look);
    this.#lookAt = at;
    this.#look = setTimeout(this.#whenDue, wait);
  }

  /** Puts the highlight (back) where the browser looks for it: a page may have cleared the registry. */
  show(): void {
    if (this.#marks.size === 0 || this.#stopped) return;
    const wanted = this.#marks.size <= (this.#busy ? ALL_SHOWN : MOST_SHOWN) ? this.#all : this.#busy ? this.#near : this.#wide;
    if (CSS.highlights.get(HIGHLIGHT) !== wanted) CSS.highlights.set(HIGHLIGHT, wanted);
  }

  destroy(): void {
    this.#stopped = true;
    clearTimeout(this.#quiet);
    clearTimeout(this.#look);
    this.#looking?.stop();
    const registered = CSS.highlights.get(HIGHLIGHT);
    // Another instance of ours may have taken over the name.
    if (registered === this.#all || registered === this.#wide || registered === this.#near) CSS.highlights.delete(HIGHLIGHT);
  }

  readonly #whenQuiet = (): void => {
    const left = this.#changedAt + (this.#isMany ? this.#patience : QUIET_MS) - performance.now();
    this.#quiet = left > 0 ? setTimeout(this.#whenQuiet, left) : undefined;
    if (left > 0) return;
    this.#busy = false;
    this.#restedAt = performance.now();
    if (this.#marks.size > MOST_SHOWN) this.lookSoon();
    this.show();
  };

  readonly #whenDue = (): void => {
    this.#lookAt = Infinity;
    const now = performance.now();
    const left = Math.min(this.#changedAt + CHANGED_LOOK_MS, this.#dueSince + BUSY_LOOK_MS) - now;
    if (left > 0) {
      this.#lookAfter(left);
      return;
    }
    this.#dueSince = Infinity;
    this.#looking?.stop();
    const [near, wide] = [NEAR_SCREENS * innerHeight, REST_SCREENS * innerHeight];
    this.#looking = new NearViewport(this.#marks, { near, wide, most: MOST_SHOWN }, (found) => {
      this.#looking = null;
      this.#room = ROOM;
      replace(this.#near, found.near);
      replace(this.#wide, found.wide);
      this.show();
    });
  };
}

/** Only what makes a difference: Firefox paints anew for each range that comes or goes. */
function replace(highlight: Highlight, ranges: ReadonlySet<AbstractRange>): void {
  for (const range of [...highlight]) if (!ranges.has(range)) highlight.delete(range);
  for (const range of ranges) highlight.add(range);
}
