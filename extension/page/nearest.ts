/**
 * The order of work: runs in document order, from the one nearest to the viewport outwards. Where that is, is found by
 * halving, so that few positions are asked for.
 */

export class Nearest<T> {
  #items: readonly T[];
  #low: number;
  #high: number;

  /** `above(item)` < 0: it ends above the viewport; > 0: it starts below; 0: it is in view or nowhere. */
  constructor(items: readonly T[], above: (item: T) => number) {
    this.#items = items;
    this.#high = firstAtOrBelow(items, above);
    this.#low = this.#high - 1;
  }

  get left(): number {
    return this.#low + 1 + (this.#items.length - this.#high);
  }

  /** Three steps down for each one up: people read on. */
  #turn = 0;

  take(): T | undefined {
    const down = this.#high < this.#items.length && (this.#low < 0 || this.#turn++ % 4 !== 3);
    return down ? this.#items[this.#high++] : this.#items[this.#low--];
  }

  /** The person has scrolled. */
  reorder(above: (item: T) => number): void {
    this.#items = [...this.#items.slice(0, this.#low + 1), ...this.#items.slice(this.#high)];
    this.#high = firstAtOrBelow(this.#items, above);
    this.#low = this.#high - 1;
  }
}

function firstAtOrBelow<T>(items: readonly T[], above: (item: T) => number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && above(item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
