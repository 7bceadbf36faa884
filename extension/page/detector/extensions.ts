/** The part after a number that is dialled once somebody has answered: ext. 55, x123, доб. 12, Durchwahl 7, ;ext=9, ,,12. */
import { mapped } from "./chain.js";
import { BETWEEN, codeAt, isIn, isLetter, kindAt, MARKS, rightOf } from "./characters.js";
import * as KIND from "./kinds.js";
import { senseIn } from "./vocabulary.js";
import { Is, Space } from "./word-hash.js";

export interface Extension {
  readonly digits: string;
  readonly end: number;
}

/** Digits after a word that says so; more are no extension. */
const MOST_DIGITS = 7;
/** As far as an extension may reach after the number. */
const LONGEST = 40;

const SEPARATOR = String.raw`[\s.:：=№#'’׳]*(?:[-–—]\s?)?(?:(?:(?:no?|nr|num|numero|número|č|číslo|номер)(?!\p{L})|رقم|번호|番号|号)[.:°º\s]*)?`;
/** Any words, of which EXTENSION_WORDS tell whether they say so. */
const WORDED = new RegExp(String.raw`(?:[^\S\n\r\t]|[,;/.،、，]|[-–—]\s){0,4}[(\[（]?\s*([\p{L}\p{M}\u200c]+(?: [\p{L}\p{M}]+){0,2}?)${SEPARATOR}(\p{Nd}{1,${MOST_DIGITS}})(?!\p{Nd})番?(\s?[)\]）])?`, "iuy");
/** Without a word: `x12`, `#12`, `~12`, `;12`? no — only what telephones and RFC 3966 know. */
const MARKED = new RegExp(String.raw`(?:;ext=|(?! × )\s?,?\s*[(\[]?\s*[xXｘＸ×]\.?[-: \u00a0]{0,2}|\s?[#＃]\s?|\s~\s?|[,;]{2,}\s?|(?:P|\s*p)(?=\d)|(?:\s(?:-\s)?|,\s?|\s?[(\[])(?:[prw]\.\s?|[PR]\.\s?(?=\p{Nd}+(?!\s\p{L}|\p{Nd}))))(\p{Nd}{1,${MOST_DIGITS}})(?!\p{Nd})(\s?[)\]）]|#)?`, "uy");

/** 234-5678/123 mellék, 234-5678, 12-es mellék */
const BEHIND = /(?:\s?[/,]\s?|\s[-–]\s)(\p{Nd}{1,5})(?:[. -]{0,2}[aeoö]s)?\.?\s(?:mell[eé]k|dahili|durchwahl|доб|вн)(?!\p{L})()/iuy;

const WORD_ONLY: readonly RegExp[] = [WORDED];
const BOTH: readonly RegExp[] = [MARKED, WORDED];
const AHEAD: readonly RegExp[] = [MARKED, BEHIND];
const MARK_LETTERS = "xXｘＸpPrRwW";
/** A comma or a semicolon. */
const isListed = (code: number): boolean => code === 44 || code === 59;

/** "Durchwahlnr. 12" */
const NUMBER = /n(?:o|r|um)?$/i;

function saysExtension(text: string, from: number, to: number): boolean {
  if (senseIn(Space.extensions, text, from, to) !== Is.unknown) return true;
  const last = codeAt(text, to - 1) | 32;
  // One of n, o, r, m.
  const number = last === 114 || (last > 108 && last < 112) ? NUMBER.exec(text.slice(Math.max(from, to - LONGEST_NUMBER), to)) : null;
  return number !== null && senseIn(Space.extensions, text, from, to - number[0].length) !== Is.unknown;
}
const LONGEST_NUMBER = 3;

/** Characters between a number and its extension. */
const MOST_BETWEEN = 4;
/** A bracket has to be closed, and a dash to stand apart. */
const BEFORE_OTHERS = (1 << KIND.open) | (1 << KIND.dash);
/** Letters of scripts in which a word may be one letter and its marks. */
const FIRST_RARE = 0x590;

/** Where the one, two or three words end that say it is an extension; 0: they do not. */
function endOfWords(text: string, at: number, digit: number): number {
  for (let end = at, words = 0; words < MOST_WORDS && end < digit; words++, end++) {
    while (end < digit && (isLetter(codeAt(text, end)) || codeAt(text, end) === ZERO_WIDTH)) end++;
    if (saysExtension(text, at, end)) return end;
    if (codeAt(text, end) !== 32) break;
  }
  return 0;
}

/** "ext 12", "доб. 12, …": whether there are but spaces and dots between the words and the digits, and nothing behind these that may belong to them or deny it. */
function isPlain(text: string, wordEnd: number, digit: number, end: number): boolean {
  let at = wordEnd;
  while (codeAt(text, at) === 32 || codeAt(text, at) === 46) at++;
  const [after, next] = [codeAt(text, end), codeAt(text, end + 1)];
  return at === digit && (after < 32 || after === 44 || (after === 32 && next !== 109 && kindAt(text, end + 1) !== KIND.close));
}
const MOST_WORDS = 3;
/** Within Persian words. */
const ZERO_WIDTH = 0x200c;
/** "l. 12", "ت. 12": letters that mean something else as well. */
const ONE_LETTER = /\P{L}(?:l\.|ت\.?)\s?\p{Nd}{2,5}\s?\)?$/u;

/** "T +677 75 58765 M 40935": the letter is the next number's label. */
const MOST_BEHIND_LETTER = 4;

/** Reads an extension that begins right after a number. */
export function readExtension(text: string, from: number): Extension | null {
  const first = codeAt(text, from);
  const limit = Math.min(text.length, from + LONGEST);
  let at = from;
  let between = 0;
  while (at < limit && at - from < MOST_BETWEEN && isIn(BETWEEN, codeAt(text, at))) between |= 1 << kindAt(text, at++);
  const next = codeAt(text, at);
  const listed = isListed(first);
  const lettered = isLetter(next);
  const digitFirst = at > from && kindAt(text, at) === KIND.digit;
  if (!(digitFirst || lettered || isIn(MARKS, next) || (listed && (isIn(BETWEEN, next) || kindAt(text, at) === KIND.space)))) return null;
  // What none of the patterns can take is told without them: they are dear.
  let digit = at;
  while (digit < limit && kindAt(text, digit) !== KIND.digit && kindAt(text, digit) !== KIND.surrogate) digit++;
  let end = digit;
  while (end - digit <= MOST_DIGITS && kindAt(text, end) === KIND.digit) end++;
  if (digit >= limit || end - digit > MOST_DIGITS) return null;
  // Digits without a word are an extension behind ",," alone.
  if (digitFirst && !(listed && isListed(codeAt(text, from + 1))) && !isLetter(codeAt(text, end + 1)) && !isLetter(codeAt(text, end + 2))) return null;
  // Some letters by themselves are marks; a word is dear to look for and a mark cheap.
  const worded = lettered && first !== 59 && (isLetter(codeAt(text, at + 1)) || !MARK_LETTERS.includes(text[at] ?? ""));
  const wordEnd = worded ? endOfWords(text, at, digit) : -1;
  // Before the patterns, for they are dear.
  if (wordEnd === 0 || (codeAt(text, digit) === 48 && beginsNumber(text, end))) return null;
  if (wordEnd > at + 1 && codeAt(text, at + 1) < FIRST_RARE && end <= limit && (between & BEFORE_OTHERS) === 0 && isPlain(text, wordEnd, digit, end)) return { digits: mapped(text, digit, end), end };
  const opens = (between & (1 << KIND.open)) !== 0;
  const tail = rightOf(text, from, LONGEST);
  for (const pattern of digitFirst ? AHEAD : worded ? WORD_ONLY : BOTH) {
    pattern.lastIndex = 0;
    const match = pattern.exec(tail);
    if (!match) continue;
    const [written] = match;
    const own = pattern === WORDED ? 2 : 1;
    const word = match[1] ?? "";
    const digits = match[own] ?? "";
    if (own === 2 && (!saysExtension(word, 0, word.length) || (word.length === 1 && (digits.length > MOST_BEHIND_LETTER || (/[lت]/i.test(word) && !ONE_LETTER.test(written)))))) continue;
    const closing = match[own + 1] ?? "";
    // "x3 calls", "… X5000 Córdoba", "725505795X105": a count, a post code, an id.
    if (own === 1 && OTHER_X.test(text.slice(Math.max(0, from - 6), from + LONGEST))) continue;
    // A bracket that the extension did not open encloses the whole number; a trailing # is a key, not part of it.
    const end = from + written.length - (opens && closing !== "#" ? 0 : closing.length);
    if (opens && (closing === "" || closing === "#")) continue;
    if (continues(text, end, own === 2) || ((digits[0] === "0" || ((own === 1 || word.length < 4) && LETTER.test(written))) && beginsNumber(text, end)) || (written.includes(":") && GOES_ON.test(rightOf(text, end, LONGEST_NEXT)))) continue;
    return { digits: mapped(digits, 0, digits.length), end };
  }
  return null;
}

const OTHER_X = /^.{0,6}?(?: x\d \p{Ll}+s\b| X\p{Nd}{4} \p{Lu}|\d{6}X\d)/u;

/** "m: 020 7946 0958": the digits behind the letter are the next number's, when others follow. */
function beginsNumber(text: string, end: number): boolean {
  return /^[\p{Zs}\p{Pd}−./()]{1,3}\p{Nd}/u.test(rightOf(text, end, LONGEST_GAP));
}
/** With its digit, and pairs for each. */
const LONGEST_GAP = 8;
const LETTER = /^\P{L}*[^\P{L}xXｘＸ转轉内內]\P{L}*$/u;

/** "x 86 x 282 cm", "x5MB", "ext 12.5": no extension. */
function continues(text: string, end: number, worded: boolean): boolean {
  // "ext 12/0161 496 0124": the next number.
  if (codeAt(text, end) === 47 && NEXT.test(rightOf(text, end, LONGEST_NEXT))) return false;
  // "ext 54,2010-01-04": a row of values, but "x 2,5" is a quantity.
  if (text[end] === "," && (worded || !QUANTITY.test(rightOf(text, end, 5)))) return false;
  return /^(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}])[\p{L}_%@]|[.,:/-]\p{Nd}|\s*[x×*]\s*\p{Nd}|[ \u00a0](?:[mck]?m|px|in|ft)(?![\p{L}.:]))/u.test(text.slice(end, end + (worded ? 2 : 6)));
}

/** "…; Durchwahl: 811-209-850": the label of the next number. */
const GOES_ON = /^(?:[\p{Zs}\p{Pd}−./](?!0)\p{Nd}+){2}/u;
const QUANTITY = /^,\p{Nd}{1,2}(?![\p{Nd}./-])/u;
const NEXT = /^\/[+(]?(?:\p{Nd}[ .()-]{0,2}){6}/u;
const LONGEST_NEXT = 20;
