/** What is a valid number and still rather none, by how it is written: sums, decimals, pages, amounts, moments, short figures. */
import { bracketed, closesWithin } from "./brackets.js";
import { codeAt, isLetter, kindAt, leftOf, rightOf } from "./characters.js";
import type { Group } from "./chain.js";
import { ofOurTime } from "./dates.js";
import * as GAP from "./gaps.js";
import * as KIND from "./kinds.js";
import { planOf } from "./plans.js";
import type { Reading } from "./reading.js";

/** National numbers as short as post codes and counts. */
const SHORT_NATIONAL = 5;
/** With its prefix. */
export const LONGEST_AREA = 5;

/** Valid, but written as figures often are and numbers seldom. */
export function doubtful(text: string, groups: readonly Group[], { from, to, number }: Reading): string | null {
  // (226 - 90) / 965
  if (groups[from + 1]?.gap === GAP.spacedDash && bracketed(groups, from, to) && !number.prefixed) return "arithmetic";
  // 1415555013-2
  if (to - from === 2 && !number.prefixed && groups[to - 1]?.gap === GAP.dash && groups[to - 1]?.digits.length === 1 && (groups[from]?.digits.length ?? 0) > LONGEST_AREA) return "checked";
  let slashes = 0, spaced = 0, tightDots = 0;
  for (let i = from + 1; i < to; i++) {
    const gap = groups[i]?.gap;
    if (gap === GAP.slash) slashes++;
    else if (gap === GAP.spacedDash) spaced++;
    else if (gap === GAP.dot) tightDots++;
  }
  if (slashes > 1 && number.code !== "+1" && !(number.prefixed && to - from > 3)) return "slashes";
  const open = groups[from]?.open ?? -1;
  const bare = !number.prefixed && number.source === "region" && (open < 0 || !closesWithin(text, open, groups[to - 1]?.end ?? 0));
  // 721480 3.8
  if (bare && groups[to - 1]?.gap === GAP.dot && groups[to - 1]?.digits.length === 1 && groups[to - 2]?.digits.length === 1) return "decimal";
  // 0.72609461
  if (tightDots === 1 && to - from === 2 && groups[from]?.digits === "0") return "decimal";
  // 604 - 507 - 3596, 17 - 12 - 30 - 36: too many digits for sums.
  if (bare && spaced > 1 && !(spaced === to - from - 1 && inGroups(groups, from, to))) return "arithmetic";
  // 6 807 857 800: an amount is written so, and hardly ever a number.
  if (bare && to - from === 4 && /^[2-9]$/.test(groups[from]?.digits ?? "") && inThrees(groups, from, to)) return "amount";
  if (bare && slashes === 1 && to - from === 2 && (groups[from]?.digits.length ?? 0) > 4) return "slashes";
  if (bare && to - from === 2) {
    const before = text[(groups[from]?.start ?? 0) - 1];
    const [left = "", right = ""] = [groups[from]?.digits, groups[from + 1]?.digits];
    // 06.8946123: no figure begins so, but area codes of Italy do.
    const padded = left.length > 1 && left[0] === "0";
    if (tightDots === 1 && (left.length <= 1 || left.length > 4 || before === "-" || before === "−"
      || (right.length >= LEAST_DECIMALS && !padded && Number(left) <= MOST_DEGREES && text[groups[from]?.end ?? 0] === ".") || decimalPair(text, groups, from))) return "decimal";
    if (left.length === right.length && Number(left) < Number(right) && /^ \((?:19|20)\d\d\)/.test(text.slice(groups[from + 1]?.end, (groups[from + 1]?.end ?? 0) + 8))) return "pages";
  }
  if (!number.prefixed && number.source === "code" && tightDots === 1 && to - from === 2) return "decimal";
  const only = bare && to - from === 1 ? groups[from] : undefined;
  if (only !== undefined && codeAt(text, only.start - 1) === 32 && ABBREVIATION.test(leftOf(text, only.start, 8))) return "abbreviation";
  if (only !== undefined && only.digits.length <= SHORT_NATIONAL + 1) {
    const small = (planOf(number.region)?.longest ?? 0) <= LONGEST_SMALL;
    const short = only.digits.length <= SHORT_NATIONAL;
    if (short && (ofOurTime(only.digits) || !small) || ((short || !small) && besideWord(text, only))) return "short";
  }
  // 403 700: Luxembourg writes its numbers in pairs.
  if (bare && to - from === 2 && number.national.length === 6 && groups[from]?.digits.length === 3 && groups[from + 1]?.gap === GAP.space && number.region === "LU") return "amount";
  // Seconds since 1970, from 2014 to 2033, and 2³¹ and 2³².
  if (only !== undefined && TIMESTAMP.test(only.digits) && (number.type === "fixed" || number.type === "mobile")) return "timestamp";
  return null;
}

function inGroups(groups: readonly Group[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { length } = groups[i]?.digits ?? "";
    if (length < 2 || length > (i === from ? 3 : 4)) return false;
  }
  return true;
}

function inThrees(groups: readonly Group[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (groups[i]?.digits.length !== 3 || groups[i]?.gap !== GAP.space) return false;
  return true;
}

const TIMESTAMP = /^(?:1[4-9]\d{8}|(?:214748364|429496729)\d)$/;
/** "ESIC 3743488981", but "CFO 9958486964", "Rossi SRL 3331234567". */
const ABBREVIATION = /(?<![\p{L}.]|\p{Lu} )(?:(?!C\wO|S[APR]|L[DLT]|INC|APS|PLC)[A-Z]{3,4}|N[or]\.):? $/u;
/** So many digits behind a point are a fraction. */
const LEAST_DECIMALS = 6;
const MOST_DEGREES = 180;

/** Where numbers have no more digits than this, short ones are common. */
const LONGEST_SMALL = 7;

/** "26144 Boston", "NY 18161" */
function besideWord(text: string, group: Group): boolean {
  const gapBefore = kindAt(text, group.start - 1) === KIND.space ? 2 : 1;
  const gapAfter = kindAt(text, group.end) === KIND.space ? 1 : 0;
  return isLetter(codeAt(text, group.start - gapBefore)) || isLetter(codeAt(text, group.end + gapAfter));
}

/** 52.5200, 13.4050: two decimals beside one another are a place. */
function decimalPair(text: string, groups: readonly Group[], from: number): boolean {
  const a = groups[from], b = groups[from + 1];
  if (!a || !b || a.digits.length > 3 || b.digits.length < 4) return false;
  return /^[,;]?\s{0,2}[-−]?\d{1,3}\.\d{4,}/.test(rightOf(text, b.end, 16)) || /\d{1,3}\.\d{4,}[,;]?\s{0,2}$/.test(leftOf(text, a.start, 16));
}
