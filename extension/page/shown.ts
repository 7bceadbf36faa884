/**
 * Which marks the browser paints. Each change of a page makes Chromium go through every range of every registered highlight
 * again, in one task that nothing can split (10,000 of them: a tenth of a second). So a page with many marks shows only those near
 * the viewport while it changes; when it has come to rest all of them, or, if they are very many, those a good way around the
 * viewport. Three highlights, of which one is registered.
 */
import type { Mark } from "./marker.ts";
import { NearViewport, type Reach } from "./near-viewport.ts";
import { ALL_SHOWN, BUSY_LOOK_MS, CHANGED_LOOK_MS, MOST_SHOWN, NEAR_SCREENS, PATIENCE_MS, QUIET_MS, RELOOK_MS, REST_SCREENS, ROOM, SHORT_REST_MS } from "./tunables.ts";

export const HIGHLIGHT = "callwith-number";

/** A highlight, and what we have put there: Firefox lets no script of an extension go through one. */
class Layer {
  readonly highlight = new Highlight();
  readonly #ranges = new Set<AbstractRange>();

  add(range: AbstractRange): void {
    this.#ranges.add(range);
    this.highlight.add(range);
  }

  delete(range: AbstractRange): void {
    if (this.#ranges.delete(range)) this.highlight.delete(range);
  }

  clear(): void {
    this.#ranges.clear();
    this.highlight.clear();
  }

  /** Only what makes a difference: Firefox paints anew for each range that comes or goes. */
  replace(ranges: ReadonlySet<AbstractRange>): void {
    for (const range of this.#ranges) if (!ranges.has(range)) this.delete(range);
    for (const range of ranges) if (!this.#ranges.has(range)) this.add(range);
  }
}

export class Shown {
  readonly #marks: ReadonlySet<Mark>;
  readonly #all = new Layer();
  /** Never shown where there are more than MOST_SHOWN, and then not kept: Firefox looks through all of a highlight for each range that goes. */
  #keepsAll = true;
  readonly #wide = new Layer();
  readonly #near = new Layer();
  /** So many more are asked for by themselves before all are asked for again. */
  #room = ROOM;
  #new: Mark[] = [];
  #asking: NearViewport | null = null;
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

  add(mark: Mark): void {
    if (this.#keepsAll && this.#marks.size > MOST_SHOWN) {
      this.#keepsAll = false;
      this.#all.clear();
    }
    if (this.#keepsAll) this.#all.add(mark.range);
    // Marks come nearest to the viewport first.
    if (!this.#isMany) {
      this.#wide.add(mark.range);
      this.#near.add(mark.range);
    } else if (this.#room > 0) {
      this.#room--;
      this.#new.push(mark);
    }
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
    this.#askForNew();
    const { highlight } = this.#marks.size <= (this.#busy ? ALL_SHOWN : MOST_SHOWN) ? this.#whole() : this.#busy ? this.#near : this.#wide;
    if (CSS.highlights.get(HIGHLIGHT) !== highlight) CSS.highlights.set(HIGHLIGHT, highlight);
  }

  #whole(): Layer {
    if (!this.#keepsAll) for (const { range } of this.#marks) this.#all.add(range);
    this.#keepsAll = true;
    return this.#all;
  }

  /** One that is far away costs Firefox 0.1 ms to put in its place among those that are painted, and nobody sees it. */
  #askForNew(): void {
    if (this.#new.length === 0 || this.#asking !== null) return;
    const asked = this.#new;
    this.#new = [];
    this.#asking = new NearViewport(this.#marks, asked, reach(), ({ near, wide }) => {
      this.#asking = null;
      for (const range of near) this.#near.add(range);
      for (const range of wide) this.#wide.add(range);
      this.#askForNew();
    });
    this.#asking.start();
  }

  destroy(): void {
    this.#stopped = true;
    clearTimeout(this.#quiet);
    clearTimeout(this.#look);
    this.#looking?.stop();
    this.#asking?.stop();
    const registered = CSS.highlights.get(HIGHLIGHT);
    // Another instance of ours may have taken over the name.
    if ([this.#all, this.#wide, this.#near].some(({ highlight }) => highlight === registered)) CSS.highlights.delete(HIGHLIGHT);
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
    this.#looking = new NearViewport(this.#marks, this.#marks, reach(), (found) => {
      this.#looking = null;
      this.#room = ROOM;
      this.#near.replace(found.near);
      this.#wide.replace(found.wide);
      this.show();
    });
    this.#looking.start();
  };
}

const reach = (): Reach => ({ near: NEAR_SCREENS * innerHeight, wide: REST_SCREENS * innerHeight, most: MOST_SHOWN });
