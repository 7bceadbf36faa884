/** Runs work in short slices, so that the page never waits for us. */
import { LIMIT_MS, PAUSE_MS, SLICE_MS } from "./tunables.ts";

/**
 * Kept here: Firefox looks a global name up in the page each time a script of an extension says it, which takes 2 to 3 µs (a property of
 * a node that is at hand takes 0.1, a method 1), and the time is asked for before every step.
 */
export const clock = performance;

/** Works until `goOn` says no; true when nothing is left. */
export type Work = (goOn: () => boolean) => boolean;

/** How long slices took so far: what tests and benchmarks hold them to. */
export interface SliceReport {
  readonly count: number;
  /** In ms. */
  readonly longest: number;
  /** So many took longer than LIMIT_MS. */
  readonly over: number;
}

export class Slices {
  readonly #work: Work;
  readonly #most: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #count = 0;
  #longest = 0;
  #over = 0;

  /** `most`: the time for the next slice, in ms. */
  constructor(work: Work, most = () => SLICE_MS) {
    this.#work = work;
    this.#most = most;
  }

  get report(): SliceReport {
    return { count: this.#count, longest: this.#longest, over: this.#over };
  }

  wake(): void {
    if (this.#timer === undefined && !this.#stopped) this.#timer = setTimeout(this.#run, PAUSE_MS);
  }

  readonly #run = (): void => {
    this.#timer = undefined;
    if (this.#stopped) return;
    const start = clock.now();
    const most = this.#most();
    const done = this.#work(() => clock.now() - start < most);
    const took = clock.now() - start;
    this.#count++;
    this.#longest = Math.max(this.#longest, took);
    if (took > LIMIT_MS) this.#over++;
    if (!done) this.wake();
  };

  destroy(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
