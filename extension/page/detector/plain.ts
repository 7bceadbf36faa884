/**
 * Short texts that need no closer look: cells of a table, most of all. A text that is nothing but one number in the form most people
 * write is answered at once, and so is one with too few digits. Whatever is unusual in the least is left to the engine, which gives
 * the same answer where this gives one: a test compares them.
 */
import { astralDigit, isCapital, isDigit, KINDS } from "./characters.js";
import * as KIND from "./kinds.js";
import { foundNumber } from "./found.js";
import type { DetectOptions, FoundNumber } from "./index.js";
import { headingMeaning, NO_LABEL } from "./labels.js";
import { parseNumber } from "./numbers.js";
import type { ParsedNumber } from "./numbers.js";

/** Longer texts are prose, or several things. */
const LONGEST = 48;
/** Fewest digits that can be two numbers, or a calling code and a number without its plus. */
export const LEAST_FOREIGN = 10;
/** Without a plus more digits may be those of a card or an article, and fewer a year or an amount. */
const MOST_BARE = 12;
const LEAST_BARE = 7;
const MOST_DIGITS = 20;
/** Fewer digits beside a dash are those of dates, books and games. */
const LEAST_BESIDE_DASH = 3;
/** More digits one by one are a list. */
const MOST_SINGLES = 3;
const MOST_GROUPS = 8;

const NONE: readonly FoundNumber[] = [];
const SPACE = 32, OPEN = 40, CLOSE = 41, PLUS = 43, DASH = 45, SQUARE = 91, BEYOND_ASCII = 128, FIRST_DIGIT_BEYOND = 0x660;

/** What is in the text; undefined: look closely. `least`: fewest digits of any number. */
export function findPlain(text: string, options: DetectOptions, least: number): readonly FoundNumber[] | undefined {
  if (text.length > LONGEST) return undefined;
  return hasTooFew(text, least, true) ? NONE : readPlain(text, options);
}

/** Fewer digits than any number has, and none beyond ASCII; `spelt`: and no capitals that may stand for more of them. */
export function hasTooFew(text: string, least: number, spelt: boolean): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      if (++digits >= least) return false;
    } else if (spelt && digits > 0 && isCapital(code)) return false;
    else if (code >= FIRST_DIGIT_BEYOND && (KINDS[code] === KIND.digit || (KINDS[code] === KIND.surrogate && astralDigit(text, i) >= 0))) return false;
  }
  return true;
}

function readPlain(text: string, options: DetectOptions): readonly FoundNumber[] | undefined {
  const { length } = text;
  const plus = text.charCodeAt(0) === PLUS;
  let at = plus ? 1 : 0;
  let bracket = text.charCodeAt(at) === OPEN && !plus;
  if (bracket) at = 1;
  // "INV-2024-12345" is no number, but that much can be told.
  const lead = at === 0 ? leadOf(text) : 0;
  if (lead < 0) return undefined;
  at += lead;
  let bracketed = bracket;
  let digits = "";
  let groups = 0, singles = 0, others = 0, first = 0, second = 0, before = 0, dashed = false, strange = false;
  for (;;) {
    const start = at;
    // Never a look beyond the end: the compiler would make all of it slow.
    while (at < length && isDigit(text.charCodeAt(at))) at++;
    const size = at - start;
    if (size === 0) return undefined;
    digits += text.slice(start, at);
    if (groups++ === 0) first = size;
    if (size === 1) singles++;
    // 16 08 1985
    if (groups === 2) second = size;
    else if (groups === 3 && second === 2 && first + size === 6 && !plus) strange = true;
    if (dashed && (size < LEAST_BESIDE_DASH || before < LEAST_BESIDE_DASH || isPair(before, size))) strange = true;
    before = size;
    if (at === length) break;
    if (at + 1 >= length) return undefined;
    const code = text.charCodeAt(at++);
    dashed = code === DASH;
    if (dashed) continue;
    others++;
    if (bracket) {
      // +49 (0)30: a zero that is not dialled.
      if (code !== CLOSE || (size === 1 && text.charCodeAt(start) === 48)) return undefined;
      bracket = false;
      if (text.charCodeAt(at) === SPACE) at++;
    } else if (code !== SPACE) return undefined;
    else if (text.charCodeAt(at) === OPEN) {
      if (bracketed) return undefined;
      bracket = bracketed = true;
      at++;
    }
  }
  if (bracket || groups > MOST_GROUPS || singles > MOST_SINGLES || digits.length > MOST_DIGITS) return undefined;
  const number = parseNumber(digits, plus, options.region);
  if (number === null) return digits.length < LEAST_FOREIGN && others === 0 && !plus && !bracketed ? NONE : undefined;
  if (strange || lead > 0 || (!plus && !isBareNumber(number, digits, first, groups === 1, text.charCodeAt(0) === OPEN))) return undefined;
  const label = options.before === undefined || options.before === "" ? NO_LABEL : headingMeaning(options.before);
  return label.meaning === null || label.meaning === "phone" ? [foundNumber(text, number, 0, length, null, label)] : undefined;
}

/** How many characters stand in front of the first digit; -1: something among them may belong to a number. */
function leadOf(text: string): number {
  let at = 0;
  for (let code = text.charCodeAt(0); !isDigit(code); code = text.charCodeAt(++at)) {
    if (!(code < BEYOND_ASCII) || code === PLUS || code === OPEN || code === SQUARE) return -1;
  }
  return at;
}

/** Years from and to, post codes, numbers of persons, lines from and to. */
const isPair = (a: number, b: number): boolean => (b === 4 ? a >= 4 && a <= 6 : (a === 5 && b === 3) || (a === b && a > 4));

/** Not written as a day, a moment in seconds, a card or a small figure is, nor lacking its trunk prefix. */
function isBareNumber(number: ParsedNumber, digits: string, first: number, single: boolean, opened: boolean): boolean {
  if (digits.length > MOST_BARE || digits.length < LEAST_BARE || number.prefixMissing) return false;
  if (first === 8) return false;
  return !single || opened || number.prefixed || number.source !== "region" || !(digits.length === LEAST_FOREIGN && digits.startsWith("1"));
}
