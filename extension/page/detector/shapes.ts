/**
 * Groups of digits that are plainly something else: dates, times, amounts, addresses, ranges. Found before numbers are looked
 * for, so that what stands beside a date is still found, and no number is put together from parts of one.
 */
import { LEAST_BEFORE_HOUSE } from "./beside.js";
import { codeAt, isLetter, kindAt, leftOf, rightOf } from "./characters.js";
import * as KIND from "./kinds.js";
import { isCounter, markers } from "./markers.js";
import { ean13, isbn10, luhn } from "./checksums.js";
import * as GAP from "./gaps.js";
import { digitsFrom, digitsIn } from "./chain.js";
import type { Chain, Group } from "./chain.js";
import { isCompactDate, isDay, isTight, isYear, ofOurTime, onDay, small, spacedDate, tripleAt } from "./dates.js";
import type { Block, IsNumber } from "./dates.js";
import { amountAfter, currencyBefore, extensionFollows, gluedWord, monthBefore, monthBehind, touchesWord } from "./surroundings.js";

/** Why each group is no number; undefined: it may be one. */
export type Shapes = (string | undefined)[];

const NONE: Shapes = [];
/** Of the chain looked at now: not made anew for each, for chains are many. */
let shapes = NONE;
const block: Block = (from, to, reason) => {
  if (shapes === NONE) shapes = [];
  for (let i = from; i < to; i++) shapes[i] ??= reason;
};

/**
 * `labelled` answers whether a telephone label stands in front of the chain; then what only looks like a date is a number.
 */
export function shapesOf(text: string, chain: Chain, labelled: () => boolean, isNumber: IsNumber): Shapes {
  const { groups } = chain;
  shapes = NONE;
  const first = groups[0];
  const last = groups[groups.length - 1];
  if (!first || !last) return shapes;
  edges(text, groups, first, last, labelled, isNumber);
  if (groups.length > 1) {
    endOfToken(text, groups, first, isNumber);
    let gaps = 0;
    for (let i = 1; i < groups.length; i++) gaps |= 1 << (groups[i]?.gap ?? 0);
    if ((gaps & MARKED) !== 0) {
      for (let i = 0; i + 2 < groups.length; i++) tripleAt(groups, i, isNumber, block);
      pairs(text, groups, labelled, isNumber);
      if (first.plus < 0 && last.gap === GAP.dash && groups.length <= MOST_REGISTERED && isRegistered(text.slice(first.start, last.end)) && !labelled()) block(0, groups.length, "national_id");
    }
    aside(text, groups);
    markers(text, groups, block);
    if (isCounter(groups, first, labelled, isNumber)) block(0, 1, "sequence");
    if ((gaps & (1 << GAP.space)) !== 0) spacedDate(groups, shapes, labelled, block);
    catalogued(groups, labelled);
    thousands(groups, labelled);
    if (groups.length >= LEAST_SEQUENCE || (gaps & (1 << GAP.dot)) !== 0) runs(groups, labelled);
  }
  // 20240312, 20220623.1-1, gcc 9.0.0 20181219
  for (let i = 0; i < groups.length; i++) {
    const next = groups[i + 1];
    if (first.plus < 0 && isCompactDate(groups[i]?.digits ?? "") && (next === undefined || isTight(next.gap)) && (onDay(text, first.start) || !(labelled() || (i > 0 && first.digits !== "0" && isNumber(0, false))))) block(i, i + 1, "date");
  }
  if (chain.total >= 13) whole(groups, labelled);
  return shapes;
}

/** Groups of such a number. */
const MOST_REGISTERED = 4;

/** Numbers of persons and firms in Brazil (CPF), Chile (RUT), Hungary (tax), and six and four digits as in Scandinavia. */
function isRegistered(written: string): boolean {
  if (/^(?:\d{3}\.\d{3}\.\d{3}-\d\d|\d{1,2}\.\d{3}\.\d{3}-\d|\d{8}-\d-\d\d)$/.test(written)) return true;
  if (!/^\d{6}[-+]\d{4}$/.test(written)) return false;
  const [a, b, c] = [written.slice(0, 2), written.slice(2, 4), written.slice(4, 6)];
  return luhn(written.slice(0, 6) + written.slice(7)) || (Number(b) >= 1 && Number(b) <= 12 && (isDay(a) || isDay(c)));
}

/** Gaps that dates, ranges and post codes have. */
const MARKED = (1 << GAP.dot) | (1 << GAP.slash) | (1 << GAP.dash) | (1 << GAP.dotSpace) | (1 << GAP.spacedDash);
/** So many digits one by one are a list. */
const LEAST_SEQUENCE = 5;

/** What touches the chain from outside: colons, decimal commas, letters, currencies, units. */
function edges(text: string, groups: readonly Group[], first: Group, last: Group, labelled: () => boolean, isNumber: IsNumber): void {
  const count = groups.length;
  const before = codeAt(text, first.start - 1);
  const after = codeAt(text, last.end);
  // 14:30, but "TEL2:06-6037-5338"
  if (before === 58 && kindAt(text, first.start - 2) === KIND.digit && first.digits.length <= 2 && !isLetter(codeAt(text, first.start - 3))) block(0, 1, "time");
  if (after === 58 && kindAt(text, last.end + 1) === KIND.digit) block(tightStart(groups, count - 1), count, last.digits.length <= 2 ? "time" : "address");
  if (before === 44 && kindAt(text, first.start - 2) === KIND.digit && first.digits.length <= 3 && !VALUES.test(leftOf(text, first.start, 6)) && !isNumber(0, true)) block(0, thousandsEnd(groups, 0), "amount");
  if (after === 44 && kindAt(text, last.end + 1) === KIND.digit) {
    const end = endOfDigits(text, last.end + 1);
    // "… 13 80 47,16.12.04", "…,612 362 620,640.09": the end of a number that is whole with it, and another value.
    if (last.digits.length <= 3 && (before === 44 ? isNumber(0, false) : isNumber(0, true) && /^[.,/ -]\d/.test(rightOf(text, end, 2)))) return;
    // 105427837,79 €
    if (last.digits.length <= 3 || (end === last.end + 3 && amountAfter(text, end) === "currency")) block(amountStart(groups, count - 1, isNumber), count, "amount");
  }
  if ((before === 39 || before === 0x2019) && kindAt(text, first.start - 2) === KIND.digit) block(0, 1, "amount");
  if (first.plus < 0) {
    if (gluedWord(text, first.start) === "code") block(0, spacedCode(text, first) ? spacedEnd(groups) : tightEnd(groups, 0), spacedCode(text, first) ? "iban" : "token");
    if (currencyBefore(text, first.start)) block(0, thousandsEnd(groups, 0), "amount");
  }
  if (count > 1 && (isDay(first.digits) || isYear(small(first.digits))) && monthBefore(text, first.start)) block(0, 1, "date");
  if (count > 1 && ((isDay(last.digits) && monthBehind(text, last.end) && !MONTH_FIRST.test(rightOf(text, last.end, LONGEST_DATE))) || (after >= FIRST_COUNTER && COUNTERS.includes(text[last.end] ?? "")))) block(count - 1, count, "date");
  const amount = amountAfter(text, last.end);
  if (amount !== null) {
    const least = last.gap === GAP.dot ? count - 2 : count - 1;
    // 0412 345 678 100 €
    const from = amount === "percent" ? least : amountStart(groups, least, isNumber);
    if (amount === "unit" && count > 1) {
      const counted = last.gap === GAP.space && last.digits.length > 1;
      // "(506) 224-2105 h", "… w", "… m": at home, at work, mobile; "… ma non risponde", "… w dni robocze": words of a sentence.
      const also = ALSO_WORDS.test(rightOf(text, last.end, 4));
      if (isNumber(0, from < count - 1 && !labelled())) {
        // "ring 0161 496 0123 day or night"; "030 123 4567 users" where numbers have many lengths
        if (!isNumber(0, false, count - 1) || (counted && digitsIn(groups, 0, count - 1) < LEAST_BEFORE_HOUSE)) return;
        // "0664 123 45 67 users", "0512 83 68 90 100 g": its end, or a count?
        if (counted && also !== (last.digits.length === groups[count - 2]?.digits.length)) block(0, count, "quantity");
      }
      if (also) return;
    }
    // A whole number in front of a unit is a quantity only when it is short or written like one.
    if (amount !== "unit" || last.digits.length <= 4 || (count === 1 && (last.digits[0] !== "0" || /^ ?[kMG]/.test(rightOf(text, last.end, 2))) && last.plus < 0 && !labelled())) {
      block(from, count, amount === "percent" ? "percent" : amount === "unit" ? "quantity" : "amount");
    }
  } else if (touchesWord(text, last.end) && !extensionFollows(text, last.end)) block(tightStart(groups, count - 1), count, "token");
}

/** "https://…/83217 0161 496 0123", "…;tag=8321 …", "urn:…:4 …": the end of an address, and a number behind it. */
function endOfToken(text: string, groups: readonly Group[], first: Group, isNumber: IsNumber): void {
  const code = codeAt(text, first.start - 1);
  // In an address, what its last part stands behind: = / : # &
  if (code !== 61 && code !== 47 && code !== 58 && code !== 35 && code !== 38) return;
  const end = tightEnd(groups, 0);
  if (groups[end]?.gap === GAP.space && (end > 1 || first.digits[0] !== "0") && isNumber(end, false) && !isNumber(0, false)) block(0, end, "token");
}

/** "Ada,44,0161…": values in a row. */
const VALUES = /[^\d\s],\d{1,3},$/;

/** "… 30 July 25, 2018": the day stands behind the month. */
const MONTH_FIRST = /^ \p{L}+\.? \d\d?, /u;
const LONGEST_DATE = 20;
/** Units that are words as well. */
const ALSO_WORDS = /^ (?:[hwmvgl]|m[ai]|in)(?![\p{L}²³])/u;
/** 2010年10月15日, 7人, 2명 */
const COUNTERS = "時时點点시年月日년월일人名명件個个";
const FIRST_COUNTER = 0x4e2a;

/** So many digits in groups are a telephone number rather than an amount. */
const LEAST_WHOLE = 7;

/** Two capitals and two digits begin an IBAN. */
const spacedCode = (text: string, { start, digits }: Group): boolean => (digits.length === 2 || digits.length === 4) && /(?:^|[^\p{L}\p{N}])[A-Z]{2}$/u.test(leftOf(text, start, 3));

function spacedEnd(groups: readonly Group[]): number {
  const end = groups.findIndex(({ gap }, i) => i > 0 && gap > GAP.space);
  return end < 0 ? groups.length : end;
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (end < from + 12 && kindAt(text, end) === KIND.digit) end++;
  return end;
}

function tightEnd(groups: readonly Group[], from: number): number {
  let end = from + 1;
  while (end < groups.length && isTight(groups[end]?.gap ?? 0)) end++;
  return end;
}

function tightStart(groups: readonly Group[], from: number): number {
  let start = from;
  while (start > 0 && isTight(groups[start]?.gap ?? 0)) start--;
  return start;
}

/** 1 234 567 or 1.234.567: groups of three after one of at most three. */
function thousandsEnd(groups: readonly Group[], from: number): number {
  let end = from + 1;
  for (let next = groups[end]; next && next.digits.length === 3 && (next.gap === GAP.space || next.gap === GAP.dot); next = groups[end]) end++;
  // "$20 609-2681": what goes on behind the threes is no amount, so it is none of it.
  const gap = groups[end]?.gap;
  if (gap === GAP.space || gap === GAP.dash || gap === GAP.slash) return from + 1;
  // $197.44
  return gap === GAP.dot ? end + 1 : end;
}

function thousandsStart(groups: readonly Group[], from: number): number {
  let start = from;
  for (let group = groups[start]; start > 0 && group && group.digits.length === 3 && (group.gap === GAP.space || group.gap === GAP.dot); group = groups[start]) {
    const before = groups[start - 1];
    if (!before || before.digits.length > 3) break;
    start--;
  }
  // "+352 628-631-122 992.73 kr": what a dash joins to the number before is none of the amount.
  return isTight(groups[start]?.gap ?? 0) ? from : start;
}

/** "01 26 82 75 92 519,04 €": not all that could be thousands. */
function amountStart(groups: readonly Group[], at: number, isNumber: IsNumber): number {
  const start = thousandsStart(groups, at);
  return groups[start]?.gap === GAP.space && isNumber(0, true, at) ? at : start;
}

function pairs(text: string, groups: readonly Group[], labelled: () => boolean, isNumber: IsNumber): void {
  for (let i = 0; i + 1 < groups.length; i++) {
    const a = groups[i], b = groups[i + 1];
    if (!a || !b || a.plus >= 0) continue;
    const alone = (i === 0 || !isTight(a.gap)) && !isTight(groups[i + 2]?.gap ?? 0);
    const joint = b.gap === GAP.dash || b.gap === GAP.spacedDash || b.gap === GAP.slash;
    if (alone && joint
      && (b.gap !== GAP.spacedDash || groups[i + 2]?.gap !== GAP.space) && isYear(small(a.digits)) && isYear(small(b.digits)) && !labelled()) block(i, i + 2, "years");
    // 2016 2017
    if (b.gap === GAP.space && groups.length === 2 && ofOurTime(a.digits) && ofOurTime(b.digits) && a.digits < b.digits && !labelled()) block(i, i + 2, "years");
    // 21:39:51 2015 -0700: where the clock of the day is from.
    if (b.gap === GAP.spacedDash && isYear(small(a.digits)) && /^[01]\d[0-5]\d$/.test(b.digits) && codeAt(text, b.start - 2) === 32) block(i, i + 2, "date");
    // 5500/5520, 4841-4848: models, or pages.
    if (alone && joint && groups.length === 2 && a.digits.length === 4 && b.digits.length === 4 && a.digits < b.digits && (b.gap === GAP.spacedDash || b.digits.startsWith(a.digits.slice(0, b.gap === GAP.dash ? 3 : 2))) && !labelled()) block(i, i + 2, "sequence");
    // 5713/2025, 2025-4070: a document's, with its year; 407/24: a court's.
    if (alone && groups.length === 2 && ((isTight(b.gap) && b.digits.length > 3 && OF_THIS_CENTURY.test(a.digits))
      || (b.gap === GAP.slash && a.digits.length <= 4 && (b.digits.length === 2 || OF_THIS_CENTURY.test(b.digits)))) && (!labelled() || /\d [A-Z]{1,3} $/.test(leftOf(text, a.start, 6)))) block(0, 2, "sequence");
    // 03.42 – 09.47
    if (i > 0 && b.gap === GAP.spacedDash && a.gap === GAP.dot && groups[i + 2]?.gap === GAP.dot && [groups[i - 1], a, b, groups[i + 2]].every((group) => group?.digits.length === 2)
      && Number(groups[i - 1]?.digits) < 24 && Number(a.digits) < 60) block(i - 1, i + 3, "times");
    // 0161 496 0123 24/7, 9-5 0161 496 0123, 6/5 0161 496 0123, 0161 496 0123 12/2024: when somebody answers, a day, or a month.
    if ((i === 0 ? groups[2]?.gap === GAP.space || groups[2]?.gap === GAP.bracket : i + 2 === groups.length && a.gap === GAP.space) && (b.gap === GAP.dash || b.gap === GAP.slash) && small(a.digits) <= 31 && (small(b.digits) <= 31 || (b.gap === GAP.slash && ofOurTime(b.digits)))
      && (i === 0 ? isNumber(2, false) : isNumber(0, false, i) || isNumber(1, true, i)) && (b.digits.length > 2 || HOURS.test(text.slice(a.start, b.end + 4)) || !isNumber(0, false))) block(i, i + 2, "time");
    // S. 498–539; 6651-6675 of 42218
    if (joint && a.digits.length === b.digits.length && a.digits < b.digits
      && (PAGER.test(rightOf(text, b.end, LONGEST_PAGER)) || (groups.length === 2 && PAGES.test(leftOf(text, a.start, LONGEST_PAGES))))) block(i, i + 2, "pages");
    // 13-21, 23-17, 30/47, 24.10: no number is that short with such a mark in it; 02/2002 is a month.
    const apart = (i === 0 || a.gap >= GAP.spacedDash) && (groups[i + 2]?.gap ?? GAP.newline) >= GAP.spacedDash;
    if (apart && isTight(b.gap) && (b.gap !== GAP.dot || groups.length === 2) && a.digits.length <= 2 && (b.digits.length <= 2 || isYear(small(b.digits))) && !labelled()) block(i, i + 2, "sequence");
    if ((groups.length === 2 || (i === 0 && (groups[2]?.open ?? -1) >= 0) || (a.gap === GAP.newline && i + 2 === groups.length)) && isPostCode(text, a, b) && (!labelled() || /\bCEP:?\s?$/.test(leftOf(text, a.start, 6)))) block(i, i + 2, "post_code");
  }
}

const OF_THIS_CENTURY = /^20[0-3]\d$/;

/** 12345-678, 12345-6789: in Brazil and in the United States. */
function isPostCode(text: string, a: Group, b: Group): boolean {
  // 1234-567 Porto
  if (b.gap === GAP.dash && a.digits.length === 4 && b.digits.length === 3) return /, {1,2}$/.test(leftOf(text, a.start, 3));
  if (b.gap !== GAP.dash || a.digits.length !== 5) return false;
  if (b.digits.length !== 4) return b.digits.length === 3;
  // Some begin with 0: behind the name of a place, or in front of the country's.
  return a.digits[0] !== "0" || /\p{L} {1,2}$/u.test(leftOf(text, a.start, 3)) || /^,? {1,2}U\.?S/.test(rightOf(text, b.end, 5));
}

const HOURS = /^(?:24\/7|7\/24)|\d ?(?:h|Uhr|Mo)/;
const PAGES = /(?<!\p{L})(?:(?:pp|[psSсσbf]|str|стр|σελ|lpp|sid|psl|hal|стор|p[áa]gs?|pg)\.|lines?|rows?)\s?$/u;
const LONGEST_PAGES = 7;
/** "… of 42218", "… / 42218": how many there are. */
const PAGER = /^(?: [adosv]\w\w? | ?\/ ?\d)\d{4,6}(?![\d-])/;
const LONGEST_PAGER = 12;

function aside(text: string, groups: readonly Group[]): void {
  // A last group in brackets of its own is an aside: (2014), (19).
  const last = groups.length - 1;
  const group = groups[last];
  if (group && group.open >= 0 && kindAt(text, group.end) === KIND.close && group.digits.length <= 4) block(last, last + 1, "aside");
}

function runs(groups: readonly Group[], labelled: () => boolean): void {
  let dotted = 0;
  let singles = 0;
  // 271 273 275 277 279
  const step = groups.length < LEAST_SEQUENCE ? 0 : small(groups[1]?.digits ?? "") - small(groups[0]?.digits ?? "");
  if (step > 0 && groups.every(({ digits }, i) => i === 0 || small(digits) - small(groups[i - 1]?.digits ?? "") === step)) block(0, groups.length, "sequence");
  // Set results: 6-4 7-6 6-3, 8/10 6-4 2-0.
  if (groups.every(({ digits, plus }) => digits.length <= 2 && plus < 0) && groups.some(({ gap }) => gap === GAP.dash)
    && groups.filter(({ digits }) => digits.length === 1).length * 2 >= groups.length) block(0, groups.length, "sequence");
  for (let i = 0; i <= groups.length; i++) {
    const group = groups[i];
    if (i > 0 && group?.gap !== GAP.dot) {
      if (i - dotted >= 3) dottedRun(groups, dotted, i, labelled);
      dotted = i;
    }
    if (group?.digits.length !== 1 || (i > 0 && group.gap !== GAP.space)) {
      if (i - singles >= LEAST_SEQUENCE) block(singles, i, "sequence");
      singles = group?.digits.length === 1 ? i : i + 1;
    }
  }
}

/** Addresses and versions: 192.168.1.1, 103.0.4386.122. */
function dottedRun(groups: readonly Group[], from: number, to: number, labelled: () => boolean): void {
  const first = groups[from];
  // +31 101.24.76.91
  if (!first || first.plus >= 0 || (groups[from - 1]?.plus ?? -1) >= 0) return;
  let octets = to - from === 4;
  let pairsOnly = true;
  let singles = 0;
  // 86.3.4280.141
  let lone = to - from === 4 && groups[from + 1]?.digits.length === 1 && groups[from + 2]?.digits.length === 4;
  for (let i = from; i < to; i++) {
    const digits = groups[i]?.digits ?? "";
    if (small(digits) > 255 || (digits.length > 1 && digits[0] === "0")) octets = false;
    if (digits.length !== 2) pairsOnly = false;
    if (digits.length === 1) singles++;
    if (i > from && digits === "0") lone = true;
  }
  if (octets && (!pairsOnly || groups[to]?.gap === GAP.slash) && !labelled()) block(from, to, "address");
  // 0.23.10: a number that begins with one zero alone has more digits.
  else if ((lone || singles > 1 || (first.digits === "0" && digitsIn(groups, from, to) < LEAST_WHOLE)) && (from > 0 || !labelled())) block(from, tightEnd(groups, to - 1), "version");
}

/** Numbers of books and substances: 0-306-40615-2, 7732-18-5. */
function catalogued(groups: readonly Group[], labelled: () => boolean): void {
  const last = groups[groups.length - 1];
  if (last?.digits.length !== 1 || groups.some(({ gap, plus }, i) => plus >= 0 || (i > 0 && gap !== GAP.dash))) return;
  const digits = digitsFrom(groups, 0);
  if (isbn10(digits) && !labelled()) block(0, groups.length, "isbn");
  if (groups.length === 3 && groups[1]?.digits.length === 2 && !labelled()) block(0, 3, "cas");
}

/** 6.673.872.783: nothing but thousands. */
function thousands(groups: readonly Group[], labelled: () => boolean): void {
  const first = groups[0];
  if (!first || first.plus >= 0 || first.open >= 0 || first.digits.length !== 1 || first.digits < "2") return;
  if (groups.every(({ digits, gap }, i) => i === 0 || (digits.length === 3 && gap === GAP.dot)) && !labelled()) block(0, groups.length, "amount");
}

/** 4111 1111 1111 1111, and 3782 822463 10005. */
const ofCard = (groups: readonly Group[]): boolean => /^(?:4 6 5|(?:4 ){3}\d)$/.test(sizesOf(groups));
const sizesOf = (groups: readonly Group[]): string => groups.map(({ digits }) => digits.length).join(" ");

/** Where no number of two groups of four begins, or hardly any. */
const CARD = /^[45]/;

const isCardHead = (code: number): boolean => code > 50 && code < 55;

/** Long chains whose checksum tells what they are. */
function whole(groups: readonly Group[], labelled: () => boolean): void {
  if (groups.some((group) => group.plus >= 0)) return;
  const digits = digitsFrom(groups, 0);
  if (digits.length === 13 && /^97[89]/.test(digits) && ean13(digits)) block(0, groups.length, "isbn");
  else if (digits.length === 13 && groups.length === 1 && /^0[1-9]/.test(digits) && ean13(digits) && !labelled()) block(0, 1, "ean");
  // Of Switzerland, and of France: 1 13 05 78 006 084 85.
  else if ((digits.length === 13 && digits.startsWith("756") && ean13(digits)) || sizesOf(groups).startsWith("1 2 2 2 3 3")) block(0, groups.length, "national_id");
  else if (digits.length <= 19 && isCardHead(digits.charCodeAt(0)) && (luhn(digits) ? groups.length === 1 || ofCard(groups) : CARD.test(digits) && groups.every(({ gap }) => gap === GAP.none || gap === GAP.space) && ofCard(groups) && !labelled())) block(0, groups.length, "card");
}
