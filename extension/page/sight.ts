/**
 * Whether the person can have seen what they click. Where the browser can tell (IntersectionObserver v2), layers that let clicks
 * through, filters and transparency are noticed too; elsewhere this says yes, and the overlay's own look has to do.
 */
import { SEEN_MS } from "./tunables.ts";

interface Tracked extends IntersectionObserverEntry {
  readonly isVisible: boolean;
}
interface Tracking extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}
const isTracked = (entry: IntersectionObserverEntry): entry is Tracked => "isVisible" in entry;
const canTrack = (): boolean => typeof IntersectionObserverEntry !== "undefined" && "isVisible" in IntersectionObserverEntry.prototype;
/** The least the browser allows between two looks, in ms. */
const LOOK_EVERY_MS = 100;
const TRACKING: Tracking = { trackVisibility: true, delay: LOOK_EVERY_MS };

export class Sight {
  /** Since when an element has been in plain view, as `performance.now()`; null: it is not. Missing: the browser has not looked yet. */
  readonly #since = new WeakMap<Element, number | null>();
  readonly #observer = canTrack() ? new IntersectionObserver((entries) => this.#take(entries), TRACKING) : null;

  /** From now on, and from the beginning: the element was just put into the page. */
  watch(element: Element): void {
    this.#observer?.unobserve(element);
    this.#since.delete(element);
    this.#observer?.observe(element);
  }

  /** In plain view ever since it was shown, or again for long enough to be noticed; null: the browser has not looked yet. */
  holds(element: Element): boolean | null {
    if (this.#observer === null) return true;
    this.#take(this.#observer.takeRecords());
    const since = this.#since.get(element);
    return since === undefined ? null : since !== null && performance.now() - since >= SEEN_MS;
  }

  destroy(): void {
    this.#observer?.disconnect();
  }

  #take(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const { target, time } = entry;
      const before = this.#since.get(target);
      if (!isTracked(entry) || !entry.isVisible) this.#since.set(target, null);
      // Plain from its first frame: there was nothing else to be seen in its place.
      else if (typeof before !== "number") this.#since.set(target, before === undefined ? -Infinity : time);
    }
  }
}
