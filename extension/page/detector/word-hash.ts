/** What vocabulary.ts, which looks words up, and lists.ts, which packs them, have in common. */

/** What a word says that stands in front of a number; the most frequent first, for it takes the fewest bits. Of stems `link` says `soft`: none is a link. */
export const enum Is { unknown, other, phone, link, number, fax, of, soft }

/** Words are looked up whole, or by their beginnings and ends; each in a space of its own. */
export const enum Space { words, joined, stems, tails, whose, units, currencies, months, extensions, heads }

/**
 * Of each space: how many bits have to agree for a word to be one of ours, and the last meaning that occurs. Where all the parts of a
 * word are looked up, the chance that one of them agrees by accident has to be so much less: an unknown word is taken for another
 * once in some 4,200 times.
 */
export const SPACES: readonly (readonly [space: Space, bits: number, last: Is])[] = [
  [Space.words, 13, Is.soft], [Space.joined, 17, Is.soft], [Space.stems, 16, Is.link], [Space.tails, 18, Is.other], [Space.whose, 12, Is.other],
  [Space.units, 13, Is.other], [Space.currencies, 13, Is.other], [Space.months, 13, Is.other],
  [Space.extensions, 14, Is.other], [Space.heads, 13, Is.other],
];

/** Stems and tails are no shorter. */
export const SHORTEST_STEM = 4;
export const SHORTEST_TAIL = 2;

export const SALT_BITS = 6;
export const ROWS_BITS = 12;

/** The hash of nothing; and of what it was and one letter more. */
export const begun = (salt: number, space: Space): number => Math.imul(salt * SPACES.length + space + 1, 0x9e3779b1);
export function further(hash: number, code: number): number {
  const next = Math.imul(hash ^ code, 0x9e3779b1);
  return next ^ (next >>> 15);
}

/** So many rows of a column answer for a word: as many as an integer has bits. */
export const WINDOW = 32;
/** In which row a word's window begins, which rows of it count, and the bits that have to come out of the columns of its space. */
export const windowOf = (hash: number, rows: number): number => ((hash ^ (hash >>> 16)) >>> 0) % (rows - WINDOW + 1);
export const countedOf = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  return mixed ^ (mixed >>> 15);
};
export const checkOf = (counted: number): number => Math.imul(counted, 0x735a2d97) >>> 8;

const MARKS = /\p{M}+/gu;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** Lower case, without marks. */
export function folded(word: string): string {
  const lower = word.toLowerCase();
  return BEYOND_ASCII.test(lower) ? lower.normalize("NFKD").replace(MARKS, "").replace(STROKES, (letter) => PLAIN[letter] ?? letter) : lower;
}
/** Letters whose mark is part of them. */
const STROKES = /[łøı]/g;
const PLAIN: Readonly<Record<string, string>> = { ł: "l", ø: "o", ı: "i" };

/** What a word begins with that is not in Latin letters: it is packed apart. */
export const isRare = (code: number): boolean => code >= 0x370 && (code < 0x1e00 || code > 0x1eff);

/** Han, kana, Hangul, Thai, Lao, Khmer, Burmese. */
export const JOINED_SCRIPT = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
