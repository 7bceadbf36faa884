/**
 * Finds which of some marks are near the viewport, some at each frame. The browser tells each place by itself once it has laid the page out, so
 * that none costs a layout: in a table of 10,000 rows Chromium takes 20 µs for a place that is asked for, and 3 for one that it tells.
 */
import { boxesOf } from "./hit.ts";
import type { Mark } from "./marker.ts";
import { clock } from "./slices.ts";
import { PLACES_AT_ONCE, SLICE_MS } from "./tunables.ts";

export interface Reach {
  /** How far above and below the viewport is near, and how far is not far away, in CSS pixels. */
  readonly near: number;
  readonly wide: number;
  /** So many ranges are enough. */
  readonly most: number;
}

export interface Found {
  readonly near: ReadonlySet<AbstractRange>;
  /** Those that are near among them. */
  readonly wide: ReadonlySet<AbstractRange>;
}

export class NearViewport {
  readonly #marks: ReadonlySet<Mark>;
  readonly #left: Iterator<Mark, unknown>;
  readonly #reach: Reach;
  readonly #done: (found: Found) => void;
  /** With their distance from the viewport. */
  readonly #found = new Map<Mark, number>();
  readonly #asked = new Map<Element, Mark[]>();
  readonly #observer = new IntersectionObserver((entries) => this.#told(entries));

  /** `marks`: all there are, some of which may go meanwhile. */
  constructor(marks: ReadonlySet<Mark>, asked: Iterable<Mark>, reach: Reach, done: (found: Found) => void) {
    this.#marks = marks;
    this.#left = asked[Symbol.iterator]();
    this.#reach = reach;
    this.#done = done;
  }

  start(): void {
    this.#ask();
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #ask(): void {
    while (this.#asked.size < PLACES_AT_ONCE && this.#found.size < this.#reach.most) {
      const next = this.#left.next();
      if (next.done === true) break;
      const element = next.value.start.node.parentElement;
      const others = element === null ? undefined : this.#asked.get(element);
      // Right in a shadow root: nobody tells.
      if (element === null) this.#found.set(next.value, 0);
      else if (others !== undefined) others.push(next.value);
      else {
        this.#asked.set(element, [next.value]);
        this.#observer.observe(element);
      }
    }
    if (this.#asked.size > 0) return;
    // Some may have gone since they were asked for.
    const within = (most: number): Set<AbstractRange> => new Set([...this.#found].filter(([mark, distance]) => distance <= most && this.#marks.has(mark)).map(([mark]) => mark.range));
    this.#done({ near: within(this.#reach.near), wide: within(this.#reach.wide) });
  }

  #told(entries: readonly IntersectionObserverEntry[]): void {
    const start = clock.now();
    const height = innerHeight;
    for (const { target, boundingClientRect } of entries) {
      const marks = this.#asked.get(target) ?? [];
      do {
        const mark = marks.pop();
        if (mark === undefined) break;
        const distance = this.#distanceOf(mark, boundingClientRect, height);
        if (distance <= this.#reach.wide) this.#found.set(mark, distance);
      } while (clock.now() - start < SLICE_MS);
      if (marks.length === 0) this.#asked.delete(target);
      else {
        // The others of a long text at the next frame.
        this.#observer.unobserve(target);
        this.#observer.observe(target);
      }
    }
    if (this.#asked.size > 0) return;
    // All at once: one by one Firefox looks for each among all.
    this.stop();
    this.#ask();
  }

  /** From the viewport; each by its own place where a text is long and has many numbers. */
  #distanceOf(mark: Mark, box: DOMRectReadOnly, height: number): number {
    const distance = outside(box, height);
    if (distance > this.#reach.wide || box.height < height) return distance;
    return Math.min(...boxesOf(mark).map((each) => outside(each, height)));
  }
}

/** `height` of the viewport. */
const outside = ({ top, bottom }: DOMRectReadOnly, height: number): number => Math.max(0, -bottom, top - height);
