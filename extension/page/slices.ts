/** Runs work in short slices, so that the page never waits for us. */
import { PAUSE_MS, SLICE_MS } from "./tunables.ts";

/** Works until `goOn` says no; true when nothing is left. */
export type Work = (goOn: () => boolean) => boolean;

export class Slices {
  readonly #work: Work;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  /** The longest slice so far, in ms: for tests and the debug log. */
  longest = 0;

  constructor(work: Work) {
    this.#work = work;
  }

  wake(): void {
    if (this.#timer === undefined && !this.#stopped) this.#timer = setTimeout(this.#run, PAUSE_MS);
  }

  readonly #run = (): void => {
    this.#timer = undefined;
    if (this.#stopped) return;
    const start = performance.now();
    const done = this.#work(() => performance.now() - start < SLICE_MS);
    this.longest = Math.max(this.longest, performance.now() - start);
    if (!done) this.wake();
  };

  destroy(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
