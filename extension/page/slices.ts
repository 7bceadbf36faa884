/** Runs work in short slices, so that the page never waits for us. */
import { LIMIT_MS, PAUSE_MS, SLICE_MS } from "./tunables.ts";

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
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #count = 0;
  #longest = 0;
  #over = 0;

  constructor(work: Work) {
    this.#work = work;
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
    const start = performance.now();
    const done = this.#work(() => performance.now() - start < SLICE_MS);
    const took = performance.now() - start;
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
