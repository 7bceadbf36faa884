/**
 * What each character may be in a telephone number: a digit of any script, a separator, an invisible mark.
 * One byte for every UTF-16 code unit, filled once when first needed; looking up is what the hot loops do.
 */
import * as KIND from "./kinds.js";

/** The zero of every decimal digit block in the Basic Multilingual Plane; nine more follow each. */
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040,
  0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0,
  0xaa50, 0xabf0, 0xff10,
];

/** The zero of every decimal digit block beyond the Basic Multilingual Plane. */
const ASTRAL_ZEROS = [
  0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950,
  0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0,
  0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

const MEMBERS: readonly (readonly [number, string])[] = [
  [KIND.plus, "+\uff0b\ufe62\u207a"],
  [KIND.space, " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"],
  [KIND.dash, "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\uff0d\ufe63\ufe58\u30fc\u2e3a\u2796"],
  [KIND.dot, ".\uff0e\u2024\ufe52"],
  [KIND.middot, "\u00b7\u2027\u2022\u2219\u22c5\u30fb\uff65"],
  [KIND.slash, "/\uff0f\u2044\u2215"],
  [KIND.open, "([\uff08\uff3b\ufe59"],
  [KIND.close, ")]\uff09\uff3d\ufe5a"],
  [KIND.tilde, "~\u223c\uff5e\u301c\u2053"],
  [KIND.invisible, "\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063"
    + "\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\u20e3\ufe0e\ufe0f\ufeff"],
  [KIND.newline, "\n\r\u2028\u2029\u0085"],
  [KIND.tab, "\t\v\f"],
];

/** Kind of every code unit. */
export const KINDS = new Uint8Array(0x10000);

/** Value of every digit outside ASCII. */
const VALUES = new Uint8Array(0x10000);

for (const zero of ZEROS) {
  for (let value = 0; value < 10; value++) {
    KINDS[zero + value] = KIND.digit;
    VALUES[zero + value] = value;
  }
}
for (const [kind, members] of MEMBERS) {
  for (let i = 0; i < members.length; i++) KINDS[members.charCodeAt(i)] = kind;
}
// High surrogates whose blocks hold decimal digits. Which pair is a digit, `astralDigit` says.
for (const zero of ASTRAL_ZEROS) KINDS[0xd800 + ((zero - 0x10000) >> 10)] = KIND.surrogate;

/** 0 beyond the ends of the text: never a look there, nor a NaN, for the compiler makes all slow that has met one. */
export const codeAt = (text: string, at: number): number => (at >= 0 && at < text.length ? text.charCodeAt(at) : 0);

export const kindAt = (text: string, at: number): number => KINDS[codeAt(text, at)] ?? KIND.other;

export function digitValue(code: number): number {
  return VALUES[code] ?? 0;
}

/** Value of the digit that the surrogate pair at this place makes; -1: none. */
export function astralDigit(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  for (const zero of ASTRAL_ZEROS) {
    if (point < zero) return -1;
    if (point < zero + 10) return point - zero;
  }
  return -1;
}

/** Cheap test for a letter of any script: good enough for neighbours of a number, exact for Latin. */
export function isLetter(code: number): boolean {
  if (code < 128) return isCapital(code & UPPER);
  return code >= 0xaa && KINDS[code] === KIND.other && (traitsOf(code) & LETTER) !== 0;
}

export function isCurrencySign(code: number): boolean {
  return code === 36 || (code >= 0xa2 && (traitsOf(code) & CURRENCY) !== 0);
}

/** Asking a pattern takes longer than all the rest, and a text has few different characters: the answers are kept. */
const TRAITS = new Uint8Array(0x10000);
const ASKED = 1, LETTER = 2, CURRENCY = 4;
/** Sets of signs; none of them is a letter or a currency. Where a token of the web ends; what may be in one; what parts labels; what may stand between a number and its extension; signs of extensions. */
export const ENDS_TOKEN = 8, IN_ADDRESS = 16, BOUNDARY = 32, BETWEEN = 64, MARKS = 128;
for (const [set, members] of [
  [ENDS_TOKEN, " \t\n\r\u00a0\"'<>|;"], [IN_ADDRESS, "/=&?#.-_%:@~+,;!*$"], [BOUNDARY, "\t|;•?!,>…。、，；"], [BETWEEN, " \u00a0\u202f\u3000,;/-–—([（.،、，"], [MARKS, "#＃×~;,"],
] as const) for (const member of members) TRAITS[member.charCodeAt(0)] = set | (TRAITS[member.charCodeAt(0)] ?? 0);

export const isIn = (set: number, code: number): boolean => ((TRAITS[code] ?? 0) & set) !== 0;

function traitsOf(code: number): number {
  const known = TRAITS[code] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(code);
  return (TRAITS[code] = ASKED | (/[\p{L}\p{M}\ud800-\udfff]/u.test(character) ? LETTER : 0) | (/\p{Sc}/u.test(character) ? CURRENCY : 0));
}

/** Latin letters (with any marks): the scripts in which a letter beside a digit makes both one word. */
export function isLatin(code: number): boolean {
  if (code < 128) return isCapital(code & UPPER);
  return (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code <= 0x1eff) || (code >= 0x300 && code <= 0x36f);
}

/** 0 to 9 as they are on a keyboard. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** A to Z. */
export const isCapital = (code: number): boolean => code >= 65 && code <= 90;
/** What makes a small letter of ASCII a capital, and no letter of anything else there. */
const UPPER = 95;

/** At most so many characters that end, or begin, at a place. */
export const leftOf = (text: string, end: number, length: number): string => text.slice(end > length ? end - length : 0, end);
export const rightOf = (text: string, start: number, length: number): string => text.slice(start, start + length);
