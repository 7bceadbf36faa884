/**
 * What words mean. Not the words are kept but their hashes, in order, by the difference to the one before: as text they are
 * twice as large. Unpacked when first needed, in steps of which each is short.
 */
import { PACKED_WORDS } from "./lists.js";
import { BACKSLASH, begun, CHARACTER_BITS, COUNT_BITS, FIRST_CHARACTER, further, Is, lowBits, placed, SALT_BITS, SHORTEST_STEM, SHORTEST_TAIL, Space, SPACES } from "./word-hash.js";

interface Table {
  readonly hash: number;
  readonly range: number;
  /** In order. */
  readonly places: Int32Array;
  readonly senses: readonly Is[];
}

const SENSES: readonly Is[] = [Is.other, Is.phone, Is.link, Is.number, Is.fax, Is.of];
const tables: Table[] = [];

export function* prepareWords(): Generator<undefined> {
  let at = 0;
  let kept = 0;
  let bits = 0;
  function take(count: number): number {
    while (bits < count) {
      const code = PACKED_WORDS.charCodeAt(at++);
      kept = (kept << CHARACTER_BITS) | (code - FIRST_CHARACTER - (code > BACKSLASH ? 1 : 0));
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
  if (tables.length === 0) tables.push(...read);
}

function tableOf(space: Space): Table | undefined {
  if (tables.length === 0) for (const steps = prepareWords(); steps.next().done !== true; );
  return tables[space];
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
  const table = tableOf(space);
  if (table === undefined) return Is.unknown;
  let { hash } = table;
  for (let i = 0; i < word.length; i++) hash = further(hash, word.charCodeAt(i));
  return senseAt(table, hash);
}

/** What the word's beginning says; a telephone's wins. */
export function senseOfStem(word: string): Is {
  const table = tableOf(Space.stems);
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
