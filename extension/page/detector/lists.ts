/**
 * Packs the lists of words for vocabulary.ts. In what is built, word-packing.mjs puts the outcome in place of this module; in tests
 * it is made when it is loaded.
 */
import { CHARACTER_BITS, characterOf } from "./six-bits.js";
import { begun, checkOf, countedOf, folded, further, Is, isRare, JOINED_SCRIPT, ROWS_BITS, SALT_BITS, SHORTEST_STEM, SHORTEST_TAIL, Space, SPACES, WINDOW, windowOf } from "./word-hash.js";
import { ORDINARY_WORDS } from "./ordinary-words.js";
import * as words from "./words.js";

const listed = (list: string): readonly string[] => list.trim().split(/\s+/);
const lower = (word: string): string => word.toLowerCase();
const spaced = (word: string): string => word.replaceAll("_", " ");
const asIs = (word: string): string => word;

/** Of each space its lists, what they say, and in what form a word is looked up. Later lists win: "no" is rather "number" than a link, and a fax is no telephone. */
const CONTENTS: readonly (readonly [space: Space, list: string, is: Is, form: (word: string) => string])[] = [
  [Space.words, words.LINK_WORDS, Is.link, folded],
  [Space.words, words.OF_WORDS, Is.of, folded],
  [Space.words, words.OTHER_WORDS, Is.other, folded],
  [Space.words, words.SOFT_WORDS, Is.soft, folded],
  [Space.words, words.PHONE_WORDS, Is.phone, folded],
  [Space.words, words.NUMBER_WORDS, Is.number, folded],
  [Space.words, words.FAX_WORDS, Is.fax, folded],
  [Space.words, words.MARKED_OTHER, Is.other, asIs],
  [Space.words, words.MARKED_LINK, Is.link, asIs],
  [Space.joined, words.JOINED_OTHER, Is.other, lower],
  [Space.joined, words.JOINED_SOFT, Is.soft, lower],
  [Space.joined, words.JOINED_PHONE, Is.phone, lower],
  [Space.joined, words.FAX_WORDS, Is.fax, lower],
  [Space.stems, words.OTHER_STEMS, Is.other, folded],
  [Space.stems, words.SOFT_STEMS, Is.link, folded],
  [Space.stems, words.PHONE_STEMS, Is.phone, folded],
  [Space.tails, words.NUMBER_TAILS, Is.other, asIs],
  [Space.whose, words.WHOSE_STEMS, Is.other, asIs],
  [Space.units, words.UNIT_WORDS, Is.other, asIs],
  [Space.currencies, words.CURRENCY_WORDS, Is.other, asIs],
  [Space.months, words.MONTH_OR_DAY, Is.other, asIs],
  [Space.extensions, words.EXTENSION_WORDS, Is.other, spaced],
  [Space.heads, words.HEAD_WORDS, Is.other, folded],
];

/** What every word says, space by space. */
export function meanings(): readonly ReadonlyMap<string, Is>[] {
  const all = SPACES.map(() => new Map<string, Is>());
  for (const [space, list, is, form] of CONTENTS) {
    for (const word of listed(list)) if (space !== Space.joined || JOINED_SCRIPT.test(word)) all[space]?.set(form(word), is);
  }
  for (const [space, least] of [[Space.stems, SHORTEST_STEM], [Space.tails, SHORTEST_TAIL]] as const) {
    for (const word of all[space]?.keys() ?? []) if (word.length < least) throw new Error(`"${word}" in words.ts is too short to be the beginning or end of a word`);
  }
  return all;
}

function hashOf(salt: number, space: Space, word: string): number {
  let hash = begun(salt, space);
  for (let i = 0; i < word.length; i++) hash = further(hash, word.charCodeAt(i));
  return hash;
}

/** What the rows have to be for the right bits to come out for each hash; null: no rows do. Gauss's elimination; each window is short, and so is each step. */
function solved(wanted: ReadonlyMap<number, number>, rows: number): Int32Array | null {
  const counts = new Int32Array(rows);
  const values = new Int32Array(rows);
  for (const [hash, want] of wanted) {
    let row = windowOf(hash, rows);
    let counted = countedOf(hash);
    let value = want;
    for (; counted !== 0; counted ^= counts[row] ?? 0, value ^= values[row] ?? 0) {
      const skipped = 31 - Math.clz32(counted & -counted);
      row += skipped;
      counted >>>= skipped;
      if (counts[row] !== 0) continue;
      counts[row] = counted;
      values[row] = value;
      value = 0;
      break;
    }
    if (value !== 0) return null;
  }
  for (let row = rows - 1; row >= 0; row--) values[row] = (values[row] ?? 0) ^ comesOut(values, row + 1, (counts[row] ?? 0) >>> 1);
  return values;
}

function comesOut(values: Int32Array, window: number, counted: number): number {
  let out = 0;
  for (let rest = counted, row = window; rest !== 0; rest >>>= 1, row++) if ((rest & 1) === 1) out ^= values[row] ?? 0;
  return out;
}

/** With as few rows as will do. */
function leastSolved(wanted: ReadonlyMap<number, number>, from: number): Int32Array {
  for (let rows = Math.max(WINDOW, from); ; rows++) {
    const values = solved(wanted, rows);
    if (values !== null) return values;
  }
}

/** Every part of a word that may be looked up. */
function partsOf(word: string): readonly string[] {
  const parts = [word];
  for (let i = 1; i < word.length; i++) parts.push(word.slice(0, i), word.slice(i));
  return parts;
}

interface Columns {
  readonly salt: number;
  readonly checks: Int32Array;
  readonly further: readonly Int32Array[];
}

/** With a salt that takes none of the others for a word of ours. */
function columnsOf(space: Space, bits: number, last: Is, meant: ReadonlyMap<string, Is>, others: ReadonlySet<string>): Columns {
  const none = new Int32Array();
  if (meant.size === 0) return { salt: 0, checks: none, further: Array.from({ length: last - Is.other }, () => none) };
  const checkFor = (counted: number): number => checkOf(counted) & ((1 << bits) - 1);
  for (let rows = Math.max(WINDOW, meant.size); ; rows += 1 + (meant.size >> 10)) {
    for (let salt = 0; salt < 1 << SALT_BITS; salt++) {
      const hashes = new Map([...meant].map(([word, is]) => [hashOf(salt, space, word), is - Is.other]));
      const checks = hashes.size < meant.size ? null : solved(new Map([...hashes.keys()].map((hash) => [hash, checkFor(countedOf(hash))])), rows);
      const taken = (word: string): boolean => {
        const hash = hashOf(salt, space, word);
        return comesOut(checks ?? none, windowOf(hash, rows), countedOf(hash)) === checkFor(countedOf(hash));
      };
      if (checks === null || [...others].some((word) => !meant.has(word) && taken(word))) continue;
      const further = Array.from({ length: last - Is.other }, (_, rank) => {
        const reaching = [...hashes].filter(([, own]) => own >= rank);
        return leastSolved(new Map(reaching.map(([hash, own]) => [hash, own > rank ? 1 : 0])), reaching.length);
      });
      return { salt, checks, further };
    }
  }
}

export function packed(all: readonly ReadonlyMap<string, Is>[]): string {
  const known = new Set([...all.flatMap((meant) => [...meant.keys()]), ...listed(ORDINARY_WORDS).flatMap((word) => [word, folded(word)])]);
  const parts = new Set([...known].flatMap(partsOf));
  let out = "";
  let kept = 0;
  let bits = 0;
  function put(value: number, count: number): void {
    for (let bit = 0; bit < count; bit++) {
      kept |= ((value >> bit) & 1) << bits;
      if (++bits < CHARACTER_BITS) continue;
      out += characterOf(kept);
      kept = bits = 0;
    }
  }
  for (const [space, width, last] of SPACES) {
    const { salt, checks, further } = columnsOf(space, width, last, all[space] ?? new Map(), space === Space.stems || space === Space.tails ? parts : known);
    put(salt, SALT_BITS);
    for (const { length } of [checks, ...further]) put(length, ROWS_BITS);
    for (let bit = 0; bit < width; bit++) for (const row of checks) put(row >> bit, 1);
    for (const column of further) for (const row of column) put(row, 1);
  }
  put(0, CHARACTER_BITS - 1);
  return out;
}

const partly = (rare: boolean): string => packed(meanings().map((meant) => new Map([...meant].filter(([word]) => isRare(word.charCodeAt(0)) === rare))));

export const PACKED_WORDS = partly(false);
/** Words in other scripts. */
export const MORE_WORDS = partly(true);
