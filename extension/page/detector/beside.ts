/** What stands behind a number and is rather beside it than its end: another line, a year, a count. */
import { rightOf } from "./characters.js";
import { digitsIn } from "./chain.js";
import type { Group } from "./chain.js";
import { LONGEST_YEAR, ofOurTime } from "./dates.js";
import * as GAP from "./gaps.js";

/** Digits of another line of a firm, and of a number in front of a house. */
export const LEAST_LINE = 5;
export const LEAST_BEFORE_HOUSE = 8;
/** A post code. */
export const LONGEST_TOWN = 6;

/** 2577602-2577603, 901820/901825: from one line to another. */
export function isRange(groups: readonly Group[], at: number): boolean {
  // Never a look in front of the first: the compiler would make it slow.
  const before = at > 0 ? groups[at - 1] : undefined;
  const tail = groups[at];
  if (before === undefined || tail === undefined || (tail.gap !== GAP.dash && tail.gap !== GAP.slash && tail.gap !== GAP.spacedDash)) return false;
  const { length } = tail.digits;
  return length >= LEAST_LINE && length === before.digits.length && before.digits < tail.digits && before.digits.slice(0, -2) === tail.digits.slice(0, -2);
}

/** Whether the last group is rather beside the number than its end, when that is a number without it. `isNone`: and none with it. */
export function isBeside(text: string, groups: readonly Group[], from: number, to: number, isNone = false): boolean {
  const tail = groups[to - 1];
  if (tail === undefined || to - from < 2 || tail.digits.length > (tail.gap === GAP.dotSpace ? LONGEST_TOWN : LONGEST_YEAR) || tail.open >= 0) return false;
  // "040 123 4567/2": two lines.
  if (tail.gap === GAP.slash && tail.digits.length <= 2 && groups[to - 2]?.gap !== GAP.slash && digitsIn(groups, from, to - 1) >= LEAST_BEFORE_HOUSE) return true;
  const apart = tail.gap === GAP.dotSpace || tail.gap === GAP.twoSpaces;
  // In a cell of its own it is part of it.
  if (!apart && (tail.gap !== GAP.space || (tail.end === text.length && (groups[from]?.start ?? 0) <= LONGEST_OPENING))) return false;
  const size = groups[from + 1]?.digits.length;
  let regular = to - from > 3;
  let again = false, tight = true;
  for (let i = from; i < to - 1; i++) {
    const group = groups[i];
    if (group === undefined) continue;
    // "+4918053518 1964": nobody leaves one space in a number.
    if (!apart && group.digits.length >= LONGEST_RUN_IN_NUMBER) return true;
    if (i === from) continue;
    again ||= group.gap === tail.gap;
    tight &&= group.gap <= GAP.dot;
    regular &&= group.digits.length === size;
  }
  // "0800 677 379. 4", and a column gap.
  if (apart) return !again;
  // "0180-4-8857 1985"
  if (ofOurTime(tail.digits) && (tight || digitsIn(groups, from, to) >= LEAST_WITH_YEAR)) return true;
  const first = groups[from];
  const begunPlainly = first !== undefined && (first.plus >= 0 || first.open >= 0 || first.digits[0] === "0");
  // "… 123 727 2", but "80 12 34 5" are pairs and what is left of them.
  return tail.digits.length === 1 && tail.digits !== "0" && ((isNone && !regular && (begunPlainly || !again)) || WORD_BEHIND.test(rightOf(text, tail.end, 2)));
}
/** "(+" */
const LONGEST_OPENING = 2;
export const WORD_BEHIND = /^ \p{L}/u;
const LONGEST_RUN_IN_NUMBER = 8;
const LEAST_WITH_YEAR = 14;
