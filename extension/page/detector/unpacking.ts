/**
 * Reads what packing.mjs packed: each bit was guessed from what had been read before it, and only what the guess missed is kept
 * (arithmetic coding with mixed contexts). The same steps pack and unpack, so nothing here may change without packing anew; and all
 * of it is plain IEEE arithmetic, which is the same to the last bit in every browser and on every machine.
 */
import { CHARACTER_BITS, sixBitsOf } from "./six-bits.js";

/** Places for what contexts have shown so far; two that share one by chance guess worse, never wrong. */
const PLACE_BITS = 16;
/** Contexts asked for one bit, at most. */
const MOST_CONTEXTS = 6;
const KINDS_OF_BITS = 32;
/** After so many bits a context forgets: numbering plans change their habits from country to country. */
const LONGEST_MEMORY = 26;
const FIRST_STEP = 0.55;
const LEARNING = 0.03;
const FIRST_WEIGHT = 0.15;
const NEARLY_CERTAIN = 0.9995;
/** A context leans from -CERTAIN to CERTAIN. */
const CERTAIN = 2048;
const MOST_LEANING = 0.998;
const STEP_BITS = 16;

/** What a leaning counts: the inverse of a sigmoid without exp(), whose last bit differs between engines. */
const INPUTS = Float64Array.from({ length: 2 * CERTAIN + 1 }, (_, i) => {
  const leaning = Math.min(MOST_LEANING, Math.max(-MOST_LEANING, i / CERTAIN - 1));
  return leaning / Math.sqrt(1 - leaning * leaning);
});
const STEPS = Int32Array.from({ length: LONGEST_MEMORY + 1 }, (_, times) => (1 << STEP_BITS) / (times + FIRST_STEP));

/** Guesses the next bit, and learns what it was. */
export class Guess {
  /** What the next bit is guessed from, numbers of 32 bits: to be filled in before each. */
  readonly contexts = new Int32Array(MOST_CONTEXTS);
  private readonly leanings = new Int16Array(1 << PLACE_BITS);
  private readonly seen = new Uint8Array(1 << PLACE_BITS);
  private readonly weights = new Float64Array(KINDS_OF_BITS * MOST_CONTEXTS);
  private readonly inputs = new Float64Array(MOST_CONTEXTS);
  private readonly places = new Int32Array(MOST_CONTEXTS);

  /** The chance of a 1, from the first `count` contexts. `learn` has to be told next what it was. */
  ofOne(kind: number, count: number): number {
    const { contexts, leanings, weights, inputs, places } = this;
    const first = kind * MOST_CONTEXTS;
    const equal = 1 / count + FIRST_WEIGHT;
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const mixed = Math.imul((contexts[i] ?? 0) + Math.imul(first + i + 1, 0x2545f491), 0x1e3779b1);
      const place = (mixed ^ (mixed >>> 15)) >>> (32 - PLACE_BITS);
      places[i] = place;
      const input = INPUTS[(leanings[place] ?? 0) + CERTAIN] ?? 0;
      inputs[i] = input;
      sum += input * ((weights[first + i] ?? 0) + equal);
    }
    return Math.min(NEARLY_CERTAIN, Math.max(1 - NEARLY_CERTAIN, 0.5 + sum / (2 * Math.sqrt(1 + sum * sum))));
  }

  /** `chance` is what `ofOne` said. */
  learn(kind: number, count: number, chance: number, bit: number): void {
    const { leanings, seen, weights, inputs, places } = this;
    const first = kind * MOST_CONTEXTS;
    // 4 p (1 - p) is the square of the sigmoid's slope.
    const step = LEARNING * (bit - chance) * Math.sqrt(4 * chance * (1 - chance));
    const towards = bit === 1 ? CERTAIN : -CERTAIN;
    for (let i = 0; i < count; i++) {
      weights[first + i] = (weights[first + i] ?? 0) + step * (inputs[i] ?? 0);
      const place = places[i] ?? 0;
      const times = Math.min((seen[place] ?? 0) + 1, LONGEST_MEMORY);
      seen[place] = times;
      const leaning = leanings[place] ?? 0;
      leanings[place] = leaning + (((towards - leaning) * (STEPS[times] ?? 0)) >> STEP_BITS);
    }
  }
}

/** The range of the coder is five characters, which is a small integer to every engine. */
const RANGE = (1 << (5 * CHARACTER_BITS)) - 1;
const TOP_CHARACTER = 63 << (4 * CHARACTER_BITS);

export class Unpacking {
  protected readonly guess = new Guess();
  readonly contexts = this.guess.contexts;
  private at = 0;
  private low = 0;
  private high = RANGE;
  private code = 0;

  constructor(private readonly packed: string) {
    for (let i = 0; i < 5; i++) this.code = (this.code << CHARACTER_BITS) | this.character();
  }

  private character(): number {
    return this.at >= this.packed.length ? 0 : sixBitsOf(this.packed.charCodeAt(this.at++));
  }

  /** The next bit, guessed from the first `count` contexts. */
  bit(kind: number, count: number): number {
    const chance = this.guess.ofOne(kind, count);
    const middle = this.low + (((this.high - this.low) * chance) | 0);
    const bit = this.code <= middle ? 1 : 0;
    if (bit === 1) this.high = middle;
    else this.low = middle + 1;
    while (((this.low ^ this.high) & TOP_CHARACTER) === 0) {
      this.low = (this.low << CHARACTER_BITS) & RANGE;
      this.high = ((this.high << CHARACTER_BITS) & RANGE) | 63;
      this.code = ((this.code << CHARACTER_BITS) & RANGE) | this.character();
    }
    this.guess.learn(kind, count, chance, bit);
    return bit;
  }

  /** A bit by itself. */
  flag(): boolean {
    this.contexts[0] = 0;
    return this.bit(0, 1) === 1;
  }
}

/** Several numbers as one context. */
export const mix = (a: number, b: number, c = 0, d = 0): number => (Math.imul((Math.imul((Math.imul(a, 0x1003f) + b) | 0, 0x1003f) + c) | 0, 0x1003f) + d) | 0;
