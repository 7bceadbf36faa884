/** Dates: groups of digits that are a day, a month and a year. */
import { leftOf, rightOf } from "./characters.js";
import { digitsIn } from "./chain.js";
import type { Group } from "./chain.js";
import * as GAP from "./gaps.js";
import { begins } from "./plans.js";

/** Marks the groups from one to before another as something that is no number. */
export type Block = (from: number, to: number, reason: string) => void;
/** Whether all groups from one on (and before another) are a valid number; `plainly`: that begins as nothing else does. */
export type IsNumber = (from: number, plainly: boolean, to?: number) => boolean;

/** Of few digits; a conversion takes several times as long. */
export function small(digits: string): number {
  let value = 0;
  for (let i = 0; i < digits.length; i++) value = value * 10 + digits.charCodeAt(i) - 48;
  return value;
}

export function isDay(digits: string): boolean {
  if (digits.length > 2) return false;
  const value = small(digits);
  return value >= 1 && value <= 31;
}

export const isTight = (gap: number): boolean => gap === GAP.dash || gap === GAP.dot || gap === GAP.slash || gap === GAP.tilde;

/** Dates of three parts. */
export function tripleAt(groups: readonly Group[], i: number, isNumber: IsNumber, block: Block): void {
  const a = groups[i], b = groups[i + 1], c = groups[i + 2];
  if (!a || !b || !c || a.plus >= 0) return;
  // 22/12-1956
  if (b.gap === GAP.slash && c.gap === GAP.dash && c.digits.length === 4 && isDate(a.digits, b.digits, c.digits)) block(i, i + 3, "date");
  if (b.gap !== c.gap) return;
  if (b.gap !== GAP.dot && b.gap !== GAP.slash && b.gap !== GAP.dash && b.gap !== GAP.dotSpace) return;
  // 22-07-2005/22-08-2005
  if (i > 0 && isTight(a.gap) && !(a.gap === GAP.slash && b.gap === GAP.dash && groups[i + 3] === undefined && c.digits.length === 4)) return;
  // 06. 12. 34. 56. 78
  if (b.gap === GAP.dotSpace && c.digits.length === 2 && (a.gap === b.gap || groups[i + 3]?.gap === b.gap)) return;
  if (isTight(groups[i + 3]?.gap ?? 0)) {
    // Two dates with a dash between them, without spaces.
    const [x, y, z] = [groups[i + 3], groups[i + 4], groups[i + 5]];
    // 2022-11-13.08
    if (b.gap === GAP.dash && x?.gap === GAP.dot && a.digits.length === 4 && isDate(a.digits, b.digits, c.digits)) block(i, i + 4, "date");
    // 2027. 04. 09–11.
    if (b.gap !== GAP.dash && x?.gap === GAP.dash && isDay(x.digits) && !isTight(y?.gap ?? 0) && isDate(a.digits, b.digits, c.digits)) block(i, i + 4, "dates");
    if (x && y && z && x.gap === GAP.dash && isDate(a.digits, b.digits, c.digits) && isDate(x.digits, y.digits, z.digits)) block(i, i + 6, "dates");
    return;
  }
  if (!isDate(a.digits, b.digits, c.digits)) return;
  const long = a.digits.length + b.digits.length + c.digits.length > 6;
  // 8 (4852) 30-05-12: the end of a number that is whole with it.
  if (!long && i > 0 && i + 3 === groups.length && isNumber(0, true)) return;
  block(i, i + 3, "date");
}

function isDate(a: string, b: string, c: string): boolean {
  if (b.length > 2 || c.length > 4 || a.length > 4) return false;
  const x = small(a), y = small(b), z = small(c);
  if (a.length === 4 && c.length <= 2) return isYear(x) && y >= 1 && y <= 12 && z >= 1 && z <= 31;
  if (a.length > 2 || (c.length !== 4 && c.length !== 2)) return false;
  const dayMonth = (x >= 1 && x <= 31 && y >= 1 && y <= 12) || (y >= 1 && y <= 31 && x >= 1 && x <= 12);
  if (dayMonth && (c.length === 2 || isYear(z))) return true;
  // 95/4/23: two-digit year in front.
  return c.length === 2 && y >= 1 && y <= 12 && z >= 1 && z <= 31 && a.length === 2;
}

export const isYear = (value: number): boolean => value >= 1900 && value <= 2100;

/** 1985, 2024 */
export const ofOurTime = (digits: string): boolean => digits.length === 4 && (begins(digits, "19") || begins(digits, "20"));

/** 20240312, 12032024: of this century, for a number may begin or end with 19 or 20 as well. */
export function isCompactDate(digits: string): boolean {
  return digits.length === 8 && COMPACT_DATE.test(digits);
}
const COMPACT_DATE = /^(?:20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])20[0-3]\d)$/;

/** "Call me on 24122024", "ring den 24122024": rather a day than a number. */
export function onDay(text: string, start: number): boolean {
  return ON_DAY.test(leftOf(text, start, LONGEST_ON));
}
const ON_DAY = /(?<!\p{L})(?:on|by|since|until|from|am|zum|bis|vom|le|du|au|el|del|al|em|no|il|dal|op|den|p[åa]|dne|dnia|od|do|на|с|до|от|к|від|στις)\s$/iu;
const LONGEST_ON = 8;

/** 16 08 1985, 1985 08 16: when it is all there is, or what comes after is something else. */
export function spacedDate(groups: readonly Group[], shapes: readonly (string | undefined)[], labelled: () => boolean, block: Block): void {
  for (let i = 0; i + 2 < groups.length; i++) {
    const a = groups[i], b = groups[i + 1], c = groups[i + 2];
    if (!a || !b || !c || a.plus >= 0 || (i > 0 && a.gap <= GAP.space) || b.gap !== GAP.space || c.gap !== GAP.space || b.digits.length !== 2 || a.digits.length + c.digits.length !== 6) continue;
    if ((groups[i + 3] === undefined || shapes[i + 3] !== undefined) && isDate(a.digits, b.digits, c.digits) && !labelled()) block(i, i + 3, "date");
  }
}

/** "+82 2-212-5757 2 de set. 1996", "… 1998. szept. 10.": a day or a year with any word for the month. */
export function isDated(text: string, groups: readonly Group[], from: number, to: number): boolean {
  const tail = groups[to - 1];
  if (tail?.gap !== GAP.space || tail.digits.length > LONGEST_YEAR || digitsIn(groups, from, to - 1) < LEAST_BEFORE_DATE) return false;
  if (tail.digits.length > 2 && !ofOurTime(tail.digits)) return false;
  return (tail.digits.length > 2 ? AFTER_YEAR : AFTER_DAY).test(rightOf(text, tail.end, LONGEST_MONTH));
}
export const LONGEST_YEAR = 4;
const LEAST_BEFORE_DATE = 6;
const LONGEST_MONTH = 32;
const AFTER_DAY = /^(?:\.?[ \u00a0]|-)(?:de\s|d['’])?\p{L}[\p{L}\p{M}.]{2,14},?[\s-](?:del?\s|milodiy\s)?(?:19|20)\d\d(?!\d)/u;
const AFTER_YEAR = /^\.?[ \u00a0](?:\p{L}[\p{L}\p{M}.]{1,14}\s\d{1,2}(?!\d)|gada[.\s])/u;
