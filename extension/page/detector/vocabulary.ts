/**
 * What words mean. Not the words are kept but their hashes, in order, by the difference to the one before: as text they are
 * twice as large. Unpacked when first needed, in steps of which each is short.
 */
import { isCapital } from "./characters.js";
import { knowledge, lack } from "./lacking.js";
import { PACKED_WORDS } from "./lists.js";
import { CHARACTER_BITS, sixBitsOf } from "./six-bits.js";
import { begun, COUNT_BITS, further, Is, isRare, lowBits, placed, SALT_BITS, SHORTEST_STEM, SHORTEST_TAIL, Space, SPACES } from "./word-hash.js";

interface Table {
  readonly hash: number;
  readonly range: number;
  /** In order. */
  readonly places: Int32Array;
  readonly senses: readonly Is[];
}

const SENSES: readonly Is[] = [Is.other, Is.phone, Is.link, Is.number, Is.fax, Is.of];
/** Of words in usual scripts, and of those in others. */
let usual: readonly Table[] = [];
let rare: readonly Table[] = [];

export function* prepareWords(): Generator<undefined> {
  if (usual.length === 0) usual = yield* unpacked(PACKED_WORDS);
}

function* unpacked(packed: string): Generator<undefined, readonly Table[]> {
  let at = 0;
  let kept = 0;
  let bits = 0;
  function take(count: number): number {
    while (bits < count) {
      kept = (kept << CHARACTER_BITS) | sixBitsOf(packed.charCodeAt(at++));
      bits += CHARACTER_BITS;
    }
    bits -= count;
    const taken = kept >> bits;
    kept &= (1 << bits) - 1;
    return taken;
  }
  const read: Table[] = [];
  for (const [space, gap, last] of SPACES) {
    const salt = take(SALT_BITS);
    const count = take(COUNT_BITS);
    const places = new Int32Array(count);
    const senses: Is[] = [];
    let place = -1;
    for (let i = 0; i < count; i++) {
      while (take(1) === 1) place += 1 << lowBits(gap);
      places[i] = place += take(lowBits(gap)) + 1;
      let rank = 0;
      while (rank < last - Is.other && take(1) === 1) rank++;
      senses.push(SENSES[rank] ?? Is.unknown);
    }
    read.push({ hash: begun(salt, space), range: count * gap, places, senses });
    yield;
  }
  return read;
}

function atOnce(packed: string): readonly Table[] {
  for (const steps = unpacked(packed); ; ) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** For words that begin so. */
function tableOf(space: Space, word: string, at = 0): Table | undefined {
  if (!isRare(word.charCodeAt(at))) {
    if (usual.length === 0) usual = atOnce(PACKED_WORDS);
    return usual[space];
  }
  if (knowledge.more === null) lack();
  else if (rare.length === 0) rare = atOnce(knowledge.more.words);
  return rare[space];
}

function senseAt({ range, places, senses }: Table, hash: number): Is {
  const wanted = placed(hash, range);
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return places[low] === wanted ? (senses[low] ?? Is.unknown) : Is.unknown;
}

/** The word as its space has it: folded, in lower case, or as it is. */
export function senseOf(space: Space, word: string): Is {
  const table = tableOf(space, word);
  if (table === undefined) return Is.unknown;
  let { hash } = table;
  for (let i = 0; i < word.length; i++) hash = further(hash, word.charCodeAt(i));
  return senseAt(table, hash);
}

/** What the word there says, whatever its case, without a copy of it. */
export function senseIn(space: Space, text: string, from: number, to: number): Is {
  const table = from < to ? tableOf(space, text, from) : undefined;
  if (table === undefined) return Is.unknown;
  let { hash } = table;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    // Of the letters beyond ASCII, А to я are as simple.
    const cyrillic = code >= 0x410 && code < 0x450;
    if (code > 127 && !cyrillic) return senseOf(space, text.slice(from, to).toLowerCase().normalize("NFC"));
    hash = further(hash, isCapital(code) || (cyrillic && code < 0x430) ? code + 32 : code);
  }
  return senseAt(table, hash);
}

/** What the word's beginning says; a telephone's wins. */
export function senseOfStem(word: string): Is {
  const table = tableOf(Space.stems, word);
  if (table === undefined) return Is.unknown;
  let { hash } = table;
  let found = Is.unknown;
  for (let i = 0; i < word.length && found !== Is.phone; i++) {
    hash = further(hash, word.charCodeAt(i));
    if (i >= SHORTEST_STEM - 1) {
      const is = senseAt(table, hash);
      if (is !== Is.unknown) found = is;
    }
  }
  return found;
}

/** Whether something stands before a tail that makes a word another kind of number. */
export function hasTail(word: string): boolean {
  for (let i = 1; i <= word.length - SHORTEST_TAIL; i++) if (senseOf(Space.tails, word.slice(i)) !== Is.unknown) return true;
  return false;
}
