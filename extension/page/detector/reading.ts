/**
 * Finds the numbers of one chain. Nothing is ever cut out of a longer run of digits unless every other part of the run is
 * explained: a part of a number would ring at somebody else's.
 */
import { isBeside, isRange, LEAST_BEFORE_HOUSE, LEAST_LINE, LONGEST_TOWN, WORD_BEHIND } from "./beside.js";
import * as GAP from "./gaps.js";
import { digitsFrom, digitsIn, LONGEST_AREA_CODE } from "./chain.js";
import type { Group } from "./chain.js";
import { kindAt, rightOf } from "./characters.js";
import { isDated } from "./dates.js";
import { formerNumber } from "./former.js";
import * as KIND from "./kinds.js";
import { parseNumber } from "./numbers.js";
import type { ParsedNumber } from "./numbers.js";
import { familyOf, planOf } from "./plans.js";

/** A valid number made of neighbouring groups. */
export interface Reading {
  readonly from: number;
  /** Index after the last group. */
  readonly to: number;
  readonly number: ParsedNumber;
  /** The group at `to` is its extension, without a word that says so. */
  readonly extended?: true;
}

/** Digits of calling code, number, trunk prefix and international prefix together: 15 + 5. */
const MOST_DIGITS = 20;
/** Groups of one number: Google's limit is 20; people stop at ten. */
const MOST_GROUPS = 12;
/** Longer runs without any stronger separator are tables of figures. */
const LONGEST_RUN = 28;
/** Leftover digits beside a number that are explained by their shortness: a room, a count, "/9". */
const SHORT_REST = 4;
/** Beside " - ": a post code too. */
const LOOSE_REST = 5;
/** A calling code written without plus needs this many digits to be believed. */
const LEAST_WITHOUT_PLUS = 10;

/** How many validations may still be tried; refilled as reading goes on, so that work stays linear in the text. */
export interface Budget {
  left: number;
}

export interface Reader {
  readonly text: string;
  readonly region: string | null;
  readonly budget: Budget;
  /** A telephone label stands in front of the chain; `near`: and no unknown word between. */
  readonly labelled: (near?: boolean) => boolean;
  /** Set when a number was passed over because its trunk prefix is not there. */
  prefixMissing: boolean;
}

const LONGEST_CODE = 3;
/** Fewest digits a national number may have here. */
const LEAST_DIGITS = 4;

export function readGroups(reader: Reader, groups: readonly Group[], from: number, to: number): readonly Reading[] {
  // Where numbers may have many digits, two lines of a firm in a row are a valid number as well: 030 901820-901825.
  const range = isRange(groups, to - 1);
  const counted = afterBrackets(reader, groups, from, to);
  if (counted !== null) return [counted];
  const aside = asideIn(reader, groups, from, to);
  const before = aside < to ? readOne(reader, groups, from, aside) : null;
  if (before !== null) return groups[aside]?.gap === GAP.twoSpaces ? [before, ...readGroups(reader, groups, aside, to)] : [before];
  if (isUncertain(reader, groups, from, to)) return NOTHING;
  if (range || isDated(reader.text, groups, from, to) || isBeside(reader.text, groups, from, to)) {
    const shorter = readOne(reader, groups, from, to - 1);
    if (shorter !== null) return [shorter];
    if (range && to - from === 2) return NOTHING;
  }
  const whole = range ? null : readOne(reader, groups, from, to);
  if (whole !== null) {
    // "classe 3 - 345 696 8387"
    const rest = (groups[from]?.digits.length ?? 0) <= 2 && digitsIn(groups, from + 1, to) >= LEAST_BEFORE_HOUSE && groups[from + 1]?.gap === GAP.spacedDash && whole.number.source === "region" && !whole.number.prefixed ? readOne(reader, groups, from + 1, to) : null;
    if (rest !== null) return [rest];
    // "(495) 123-45-67 12" is a number of Moscow and a floor, and none of Germany's.
    const { source, code } = whole.number;
    if (!(source === "code" && groups[from]?.digits.length === code.length && readOne(reader, groups, from, to - 1)?.number.source === "region")) return [whole];
  }
  if (to - from < 2) return NOTHING;
  const beside = isBeside(reader.text, groups, from, to, true) ? readOne(reader, groups, from, to - 1) : null;
  if (beside !== null || whole !== null) return beside === null ? NOTHING : [beside];
  const extended = withExtension(reader, groups, from, to);
  if (extended !== null) return [extended];
  // All of it is none, as was seen above.
  const most = range ? to : to - 1;
  let present = 0;
  for (let i = from + 1; i < to; i++) present |= 1 << (groups[i]?.gap ?? 0);
  if (present < 1 << GAP.spacedDash) return readClose(reader, groups, from, to, most);
  // "Prinsengracht 263 06 - 22620857"
  if (groups[from + 1]?.gap === GAP.space && (groups[from]?.plus ?? 0) < 0 && (groups[from]?.digits.length ?? 0) <= SHORT_REST) {
    const rest = readOne(reader, groups, from + 1, to);
    if (rest !== null && stronglyBegun(groups, rest)) return [rest];
  }
  for (const kinds of STRONG) {
    if ((present & kinds) === 0) continue;
    if (kinds === LINE) return readLines(reader, groups, from, to);
    const found: Reading[] = [];
    // Whether each part is a number or short enough to be something beside one; and whether the first holds one.
    let explained = true;
    let first = 0;
    for (let a = from, b = from; a < to; a = b) {
      b = endOfPart(groups, a, to, kinds);
      const here = readGroups(reader, groups, a, b);
      explained &&= here.length > 0 || digitsIn(groups, a, b) <= LOOSE_REST;
      if (a === from) first = here.length;
      found.push(...here);
    }
    const strong = found.filter((reading) => stronglyBegun(groups, reading));
    if (kinds === LOOSE && !explained && strong.length === 0) return NOTHING;
    // Behind what begins with a plus and is no number, only what begins as plainly is one: "+43 1 / 512 34 56".
    return first === 0 && (groups[from]?.plus ?? -1) >= 0 ? strong : found;
  }
  return readClose(reader, groups, from, to, most);
}

/** "01 5123456 – 14 bis, rue du Port", "01 475 9861 – 6800 Bregenz", "030 901820  403.22": where a house, a town or another column begins; `to`: none does. */
function asideIn({ text, region }: Reader, groups: readonly Group[], from: number, to: number): number {
  let dash = to;
  let column = to;
  for (let i = from + 1; i < to; i++) {
    const gap = groups[i]?.gap;
    if (gap === GAP.spacedDash) dash = dash === to ? i : 0;
    else if (gap === GAP.twoSpaces && column === to) column = i;
  }
  if (column < to && digitsIn(groups, from, column) >= LEAST_BEFORE_HOUSE) return column;
  if (dash === 0 || dash === to) return to;
  const [first, tail] = [groups[from], groups[dash]];
  const digits = digitsIn(groups, dash, to);
  if (tail === undefined || digits > LONGEST_TOWN || digitsIn(groups, from, dash) < LEAST_BEFORE_HOUSE) return to;
  const end = groups[to - 1]?.end ?? 0;
  const after = rightOf(text, end, LONGEST_AFTER);
  if (tail.digits.length >= LEAST_LINE) return dash;
  const desks = ofDesks(region, first);
  if (digits > LONGEST_HOUSE) return TOWN.test(after) && !(desks && text.slice(tail.start - 2, tail.start) === "- ") ? dash : to;
  return tail.digits[0] !== "0" && (desks ? BIS_OR_DAY : HOUSE_OR_DAY).test(after) ? dash : to;
}
/** "14 bis", "14, rue …", "14. Oktober" */
const HOUSE_OR_DAY = /^[.,]?[^\S\n\r]\p{L}/u;
const BIS_OR_DAY = /^(?:\.[^\S\n\r]\p{L}| (?:bis|ter)\b)/u;
const TOWN = /^ \p{Lu}\p{Ll}/u;
const LONGEST_AFTER = 5;
/** "030 / 23 12 50 - 17, Fax": where what is behind a dash rings a desk, and houses are numbered behind their street. */
const ofDesks = (region: string | null, first: Group | undefined): boolean => "DE AT 49 43".includes(first !== undefined && first.plus >= 0 ? first.digits.slice(0, 2) : region ?? "?");
const LONGEST_HOUSE = 3;

/** "(46) 072 349 376": an age, a count or the like in brackets, and what is a number without it. */
function afterBrackets(reader: Reader, groups: readonly Group[], from: number, to: number): Reading | null {
  const first = groups[from];
  if (first === undefined || to - from < 2 || first.open < 0 || first.digits.length > 2 || first.digits[0] === "0" || kindAt(reader.text, first.end) !== KIND.close || kindAt(reader.text, first.end + 1) !== KIND.space) return null;
  const reading = readOne(reader, groups, from + 1, to);
  if (reading === null) return null;
  const whole = readOne(reader, groups, from, to);
  // "Missed call (7) 444 2979", but (22) may be an area: "(22) 123 45 67 12".
  return (whole === null && first.digits.length === 1) || (whole?.number.source !== "code" && (reading.number.prefixed || reading.number.source === "idd")) ? reading : null;
}

/** "0711 12345 2 Zimmer", "0711 12345 2 Empfang", "030 901820 10115 Berlin": where numbers have many lengths and firms number their desks with one digit, who knows. */
function isUncertain(reader: Reader, groups: readonly Group[], from: number, to: number): boolean {
  const tail = groups[to - 1];
  if (tail?.gap !== GAP.space || to - from < 2 || !(tail.digits.length === 1 || tail.digits.length === POST_CODE) || !ofDesks(reader.region, groups[from])) return false;
  const after = rightOf(reader.text, tail.end, LONGEST_AFTER);
  return tail.digits.length === 1 ? tail.digits !== "0" && WORD_BEHIND.test(after) : TOWN.test(after) && readOne(reader, groups, from, to - 1) !== null;
}
/** Digits of a German one. */
const POST_CODE = 5;

/** 010-62345678-801: how extensions are written in China. */
function withExtension(reader: Reader, groups: readonly Group[], from: number, to: number): Reading | null {
  const tail = groups[to - 1];
  if (tail?.gap !== GAP.dash || tail.digits.length < LEAST_DASHED || tail.digits.length > MOST_DASHED || to - from > MOST_AREA_GROUPS + 1) return null;
  const reading = readOne(reader, groups, from, to - 1);
  if (reading === null) return null;
  const { number } = reading;
  return number.code === "+86" && number.type === "fixed" && (number.prefixed || number.source === "plus") ? { ...reading, extended: true } : null;
}
const LEAST_DASHED = 3;
const MOST_DASHED = 5;

export const NOTHING: readonly Reading[] = [];
const LINE = 1 << GAP.newline;
const LOOSE = (1 << GAP.twoSpaces) | (1 << GAP.spacedDash);
/** Gaps at which one number ends and another begins, strongest first; a bit each. */
const STRONG: readonly number[] = [1 << GAP.apart, LINE, 1 << GAP.spacedSlash, 1 << GAP.dotSpace, LOOSE];

function endOfPart(groups: readonly Group[], from: number, to: number, kinds: number): number {
  let end = from + 1;
  while (end < to && ((1 << (groups[end]?.gap ?? 0)) & kinds) === 0) end++;
  return end;
}

/** Lines are numbers of their own; a number broken by the line is put together only when it plainly is incomplete. A chain has two of them at most. */
function readLines(reader: Reader, groups: readonly Group[], from: number, to: number): readonly Reading[] {
  const cut = endOfPart(groups, from, to, LINE);
  const first = readGroups(reader, groups, from, cut);
  const joined = first.length === 0 && unfinished(reader, groups, from, to) ? readOne(reader, groups, from, to, true) : null;
  return joined === null ? [...first, ...readGroups(reader, groups, cut, to)] : [joined];
}

/** "Nygatan 081" and "86208 Jönköping" below it are a house and a town. */
function beforeTown(text: string, groups: readonly Group[], to: number): boolean {
  const last = groups[to - 1];
  if (last === undefined || !/^,?[ \u00a0]\p{Lu}/u.test(rightOf(text, last.end, 3))) return false;
  const code = last.gap === GAP.newline ? last.digits.length : last.digits.length + (groups[to - 2]?.digits.length ?? 0);
  return (last.gap === GAP.newline || groups[to - 2]?.gap === GAP.newline) && code >= 4 && code <= 6;
}

function unfinished(reader: Reader, groups: readonly Group[], at: number, to: number): boolean {
  const group = groups[at];
  if (group === undefined) return false;
  if (group.plus >= 0) return true;
  if (beforeTown(reader.text, groups, to)) return false;
  return group.open >= 0 || (group.digits.startsWith("0") && group.digits.length > 1) || ((group.digits.length > 1 || group.digits === (reader.region === null ? "" : planOf(reader.region)?.prefix)) && reader.labelled());
}

/** Groups with only spaces, dashes, dots, slashes and brackets between them: one number, or some in a row. `most`: as far as the first may reach. */
function readClose(reader: Reader, groups: readonly Group[], from: number, to: number, most: number): readonly Reading[] {
  if (to - from > LONGEST_RUN) return [];
  const found: Reading[] = [];
  let rest = 0;
  let at = from;
  while (at < to) {
    const reading = longestAt(reader, groups, at, to, at === from ? most : to);
    // 9502 5689 4731 425
    if (reading !== null && found.length > 0 && groups[at]?.gap === GAP.space && reading.to - at > 1 && !(found.every((one) => stronglyBegun(groups, one)) || reader.labelled())) return [];
    const begins = at === from || (cuttable(groups[at]) && (rest === 0 || !(groups[at]?.gap === GAP.slash || groups[at]?.gap === GAP.tilde)));
    // A post code with nothing but the number behind it: "CA 94105 (415) 555-0132", "Mumbai 400001 022 2202 1234".
    if (reading !== null && begins && (rest === 0 || stronglyBegun(groups, reading) || standsApart(groups, reading)) && (rest <= SHORT_REST || reading.to === to)) {
      found.push(reading);
      at = reading.to;
      continue;
    }
    // What begins with a plus and is no number holds none either.
    if ((groups[at]?.plus ?? -1) >= 0) return [];
    const digits = groups[at]?.digits.length ?? 0;
    // Before a number only a short figure may stand (a room, a row, a post code), after it only a short one after "/" or a space.
    rest += digits;
    if (rest > LONGEST_TOWN || (found.length > 0 && found.at(-1)?.to !== at)) return [];
    if (found.length > 0 && groups[at]?.gap !== GAP.slash && groups[at]?.gap !== GAP.tilde
      && !(at === to - 1 && followedByWord(reader.text, groups[at], digits) && found.every((reading) => stronglyBegun(groups, reading)))) return [];
    at++;
  }
  return found;
}

/** "… 12 rue Haute", "… 12, rue Haute", "… 10115 Berlin" */
function followedByWord(text: string, group: Group | undefined, digits: number): boolean {
  return group !== undefined && (digits > LONGEST_HOUSE ? TOWN.test(rightOf(text, group.end, LONGEST_AFTER)) : kindAt(text, text[group.end] === "," ? group.end + 1 : group.end) === KIND.space);
}

function cuttable(group: Group | undefined): boolean {
  return group !== undefined && (group.gap === GAP.space || group.gap === GAP.slash || group.gap === GAP.tilde || (group.gap === GAP.bracket && group.open >= 0) || group.gap >= GAP.spacedDash);
}

function longestAt(reader: Reader, groups: readonly Group[], from: number, to: number, most: number): Reading | null {
  const { prefixMissing } = reader;
  for (let end = Math.min(most, from + MOST_GROUPS); end > from; end--) {
    if (end < to && !cuttable(groups[end])) continue;
    const reading = readOne(reader, groups, from, end);
    if (reading !== null) return (isBeside(reader.text, groups, from, end) ? readOne(reader, groups, from, end - 1) : null) ?? reading;
  }
  // A part that wants its prefix says nothing of the whole.
  reader.prefixMissing = prefixMissing;
  return null;
}

/** Begins in a way that nothing but a telephone number does. */
export function stronglyBegun(groups: readonly Group[], { from, number }: Reading): boolean {
  if (number.source === "plus" || number.source === "idd" || number.prefixed || groups[from]?.digits[0] === "0") return true;
  return (groups[from]?.open ?? -1) >= 0 && !isPrefixed(groups, from);
}

/** "12345 415-555-0132": a space in front, and only dashes or dots within. */
function standsApart(groups: readonly Group[], { from, to }: Reading): boolean {
  if (groups[from]?.gap !== GAP.space || to - from < 3) return false;
  for (let i = from + 1; i < to; i++) if ((groups[i]?.gap ?? 0) > GAP.dot) return false;
  return true;
}

/** "8 (495) 123-45-67": what is in front of the brackets is some country's trunk prefix. */
function isPrefixed(groups: readonly Group[], bracket: number): boolean {
  return bracket > 0 && (groups[bracket]?.open ?? -1) >= 0 && /^[78]$/.test(groups[bracket - 1]?.digits ?? "");
}

/** "030 / 901820", "02 21 / 90 18 20", "+49 (0)30 / 901820": the way to write it in Germany and around. */
function endsAreaCode(reader: Reader, first: Group, digits: string, groups: number): boolean {
  if (groups > MOST_AREA_GROUPS) return false;
  // (868) 738 / 2208
  if (first.open >= 0 && groups > 1 && reader.region !== null) return parseNumber(digits, first.plus >= 0, reader.region) === null;
  if (first.plus >= 0) return digits.length <= LONGEST_AREA_ABROAD && parseNumber(digits, true, null) === null;
  if (digits.startsWith("0")) return digits.length <= LONGEST_AREA_CODE;
  // 8 / 301 234-56-78
  const prefix = (reader.region === null ? undefined : planOf(reader.region))?.prefix ?? "";
  if (prefix !== "" && groups === 1 && digits.startsWith(prefix) && (digits === prefix || digits.length > MOST_PREFIXED - 2) && digits.length <= MOST_PREFIXED) return true;
  return groups === 1 && digits.length <= LONGEST_BARE_AREA && reader.labelled();
}
const MOST_AREA_GROUPS = 3;
/** 8301 / 121 29 54 */
const MOST_PREFIXED = 5;
/** Calling code, (0) and area code. */
const LONGEST_AREA_ABROAD = 8;
/** Where area codes have no zero: "Tel. 22 / 123 45 67". */
const LONGEST_BARE_AREA = 3;

/** The groups as one number, or null. */
function readOne(reader: Reader, groups: readonly Group[], from: number, to: number, overLine = false): Reading | null {
  const first = groups[from];
  if (first === undefined || to - from > MOST_GROUPS) return null;
  const total = digitsIn(groups, from, to);
  if (total < LEAST_DIGITS || total > MOST_DIGITS) return null;
  const plus = first.plus >= 0;
  if (!plus && reader.region === null && total < LEAST_WITHOUT_PLUS) return null;
  const digits = digitsFrom(groups, from, to);
  let zero = -1;
  for (let i = from + 1; i < to; i++) {
    const group = groups[i];
    if (group === undefined || group.plus >= 0 || group.gap === GAP.apart) return null;
    const before = group.at - first.at;
    // "040/86092892/0178 36061899"
    if (group.gap === GAP.slash && group.digits[0] === "0" && before > LEAST_BEFORE_HOUSE) return null;
    if ((group.gap === GAP.spacedSlash && (group.digits[0] === "0" || !endsAreaCode(reader, first, digits.slice(0, before), i - from))) || (group.gap === GAP.tilde && before > 1) || (group.gap === GAP.newline && !overLine)) return null;
    // 8~10 waits for the dialling tone; any other tilde is a range: 02-123-4567~8.
    // +49 (0) 30: the trunk zero that is not dialled from abroad.
    if (group.open >= 0 && group.digits === "0" && zero < 0) zero = before;
  }
  if (reader.budget.left <= 0) return null;
  reader.budget.left--;
  const without = zero > 0 ? digits.slice(0, zero) + digits.slice(zero + 1) : "";
  const number = (!plus && zero > 0 && zero <= LONGEST_CODE ? fromAbroad(without) : null) ?? parseNumber(digits, plus, reader.region) ?? (zero > 0 ? parseNumber(without, plus, reader.region) : null)
    ?? (plus || reader.region === null || (to - from < 2 && !reader.labelled()) ? null : formerNumber(digits, reader.region)) ?? (plus ? null : foreign(reader, digits, zero, to - from > 1, groups[from]?.digits.length ?? 0));
  if (number === null || (number.source === "region" && !number.prefixed && to - from > 1 && isPrefixed(groups, from + 1))) return null;
  // "Storgatan 31 (020) 866 82 98": a house in front of a whole number, no calling code.
  if (number.source === "code" && (groups[from + 1]?.open ?? -1) >= 0 && !reader.labelled() && (parseNumber(digits.slice(first.digits.length), false, reader.region)?.prefixed ?? false)) return null;
  if (number.prefixMissing && !hasArea(reader.text, groups, from, number) && !reader.labelled(true)) {
    reader.prefixMissing = true;
    return null;
  }
  return { from, to, number };
}

/** "(30) 123 4567", "1/234-5678": what stands for an area code in Hungary and Peru, though its prefix is left out. */
function hasArea(text: string, groups: readonly Group[], from: number, { region }: ParsedNumber): boolean {
  const [area, next] = [groups[from], groups[from + 1]];
  if ((region !== "HU" && region !== "PE") || area === undefined || next === undefined || area.digits.length > 2) return false;
  // (2) may count the entries of a list; (1) is Budapest's, and Lima's.
  return area.open >= 0 ? kindAt(text, area.end) === KIND.close && (area.digits.length > 1 || area.digits === "1") : next.gap === GAP.slash;
}

/** 49 (0)30 901820 */
function fromAbroad(digits: string): ParsedNumber | null {
  const number = parseNumber(digits, true, null);
  return number === null ? null : { ...number, source: "code" };
}

/** Written from abroad: 00 where that is not the prefix here, or a calling code without plus behind a telephone label. */
function foreign(reader: Reader, digits: string, zero: number, grouped: boolean, first: number): ParsedNumber | null {
  if (digits.length < LEAST_WITHOUT_PLUS) return null;
  if (digits.startsWith("00") && digits[2] !== "0" && (grouped || reader.labelled())) {
    const rest = digits.slice(2);
    const number = parseNumber(rest, true, null) ?? (zero > 2 ? parseNumber(rest.slice(0, zero - 2) + rest.slice(zero - 1), true, null) : null);
    return number === null ? null : { ...number, source: "idd" };
  }
  if (digits.startsWith("0") || !reader.labelled()) return null;
  // Nobody takes a calling code apart: "8 (495) 123-45-67" is Russian, not +84 95….
  if ((familyOf(digits)?.main.code.length ?? digits.length) > first) return null;
  const number = fromAbroad(digits);
  return number !== null && (number.type === "mobile" || number.type === "fixed") ? number : null;
}
