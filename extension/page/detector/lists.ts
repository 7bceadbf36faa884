/**
 * Packs the lists of words for vocabulary.ts. In what is built, word-packing.mjs puts the outcome in place of this module; in tests
 * it is made when it is loaded.
 */
import { CHARACTER_BITS, characterOf } from "./six-bits.js";
import { begun, COUNT_BITS, folded, further, Is, isRare, JOINED_SCRIPT, lowBits, placed, SALT_BITS, SHORTEST_STEM, SHORTEST_TAIL, Space, SPACES } from "./word-hash.js";
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
  [Space.words, words.PHONE_WORDS, Is.phone, folded],
  [Space.words, words.NUMBER_WORDS, Is.number, folded],
  [Space.words, words.FAX_WORDS, Is.fax, folded],
  [Space.words, words.MARKED_OTHER, Is.other, asIs],
  [Space.joined, words.JOINED_OTHER, Is.other, lower],
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

function placeOf(salt: number, space: Space, word: string, range: number): number {
  let hash = begun(salt, space);
  for (let i = 0; i < word.length; i++) hash = further(hash, word.charCodeAt(i));
  return placed(hash, range);
}

/** Null: with this salt one of the others would be taken for a word of ours, or one of ours for another. */
function placesOf(salt: number, space: Space, meant: ReadonlyMap<string, Is>, others: ReadonlySet<string>): ReadonlyMap<number, Is> | null {
  const range = meant.size * (SPACES[space]?.[1] ?? 0);
  const places = new Map<number, Is>();
  for (const [word, is] of meant) places.set(placeOf(salt, space, word, range), is);
  if (places.size < meant.size) return null;
  for (const word of others) if ((places.get(placeOf(salt, space, word, range)) ?? Is.unknown) !== (meant.get(word) ?? Is.unknown)) return null;
  return places;
}

/** Every part of a word that may be looked up. */
function partsOf(word: string): readonly string[] {
  const parts = [word];
  for (let i = 1; i < word.length; i++) parts.push(word.slice(0, i), word.slice(i));
  return parts;
}

export function packed(all: readonly ReadonlyMap<string, Is>[]): string {
  const listed = new Set(all.flatMap((meant) => [...meant.keys()]));
  const parts = new Set([...listed].flatMap(partsOf));
  return written(SPACES.map(([space, gap, last]) => {
    const others = space === Space.stems || space === Space.tails ? parts : listed;
    for (let salt = 0; salt < 1 << SALT_BITS; salt++) {
      const places = placesOf(salt, space, all[space] ?? new Map(), others);
      if (places !== null) return { gap, last, salt, places };
    }
    throw new Error("no salt tells all words apart");
  }));
}

function written(all: readonly { gap: number; last: Is; salt: number; places: ReadonlyMap<number, Is> }[]): string {
  let out = "";
  let kept = 0;
  let bits = 0;
  function put(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit--) {
      kept = (kept << 1) | ((value >> bit) & 1);
      if (++bits < CHARACTER_BITS) continue;
      out += characterOf(kept);
      kept = bits = 0;
    }
  }
  for (const { gap, last, salt, places } of all) {
    put(salt, SALT_BITS);
    const low = lowBits(gap);
    put(places.size, COUNT_BITS);
    let before = -1;
    for (const [place, is] of [...places].sort(([a], [b]) => a - b)) {
      const more = place - before - 1;
      for (let n = more >> low; n > 0; n--) put(1, 1);
      put(0, 1);
      put(more, low);
      put(-1, is - Is.other);
      if (is !== last) put(0, 1);
      before = place;
    }
  }
  put(0, CHARACTER_BITS - 1);
  return out;
}

const partly = (rare: boolean): string => packed(meanings().map((meant) => new Map([...meant].filter(([word]) => isRare(word.charCodeAt(0)) === rare))));

export const PACKED_WORDS = partly(false);
/** Words in other scripts. */
export const MORE_WORDS = partly(true);
