/** What counts: the entries of a list, lines, a firm's or a person's telephones. Where numbers have many lengths it would be the first digit of the next number, or the last of the one before. */
import { codeAt, kindAt, leftOf } from "./characters.js";
import type { Group } from "./chain.js";
import { small } from "./dates.js";
import type { Block, IsNumber } from "./dates.js";
import * as GAP from "./gaps.js";
import * as KIND from "./kinds.js";

/** More are a number written so. */
const MOST_MARKERS = 3;

/** 1) … 2) …: what counts the entries of a list. */
export function markers(text: string, groups: readonly Group[], block: Block): void {
  let dotted = 0;
  for (let i = 0; i < groups.length; i++) if (groups[i]?.gap === GAP.dotSpace) dotted++;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i];
    if (group === undefined || group.digits.length > 2 || group.plus >= 0) continue;
    // 1. 0161 496 0123 2. 0161 496 0124, but "… 39 03. 2011 …" is the end of a sentence
    if (dotted > 0 && dotted < MOST_MARKERS && groups[i + 1]?.gap === GAP.dotSpace && (i === 0 || group.gap === GAP.dotSpace)) block(i, i + 1, "sequence");
    // "1. 01 251 9183 2. +353 …", where the second would be the first number's last digit
    if (i > 0 && group.gap >= GAP.space && codeAt(text, group.end) === 46 && kindAt(text, group.end + 1) === KIND.space
      && ` ${leftOf(text, group.start, LONGEST_ENTRY)}`.includes(` ${small(group.digits) - 1}. `)) block(i, i + 1, "sequence");
    // (+48 22) 635 12 34, (06 1) 234-5678, (Ada, 0161 496 0123)
    if (codeAt(text, group.end) !== 41 || group.digits[0] === "0" || isInBrackets(text, group.start)) continue;
    const before = kindAt(text, group.start - 1);
    if (kindAt(text, group.end + 1) === KIND.space && (group.start === 0 || before === KIND.space || before === KIND.newline)) block(i, i + 1, "sequence");
  }
}

/** "Tel. 2 0171 …", "Phone1 210 523 2469" */
export function isCounter(groups: readonly Group[], first: Group, labelled: () => boolean, isNumber: IsNumber): boolean {
  if (first.digits.length > 1 || first.digits < "1" || first.digits > "5" || groups[1]?.gap !== GAP.space || first.plus >= 0 || first.open >= 0) return false;
  return (isNumber(1, true) || (!isNumber(0, false) && isNumber(1, false))) && labelled();
}
const LONGEST_ENTRY = 60;

function isInBrackets(text: string, at: number): boolean {
  let depth = 0;
  for (let i = at - 1; at - i < LONGEST_IN_BRACKETS; i--) {
    const kind = kindAt(text, i);
    if (kind === KIND.close) depth++;
    else if (kind === KIND.newline || (kind === KIND.open && --depth < 0)) return kind === KIND.open;
  }
  return false;
}
const LONGEST_IN_BRACKETS = 40;
