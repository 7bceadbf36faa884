/** Brackets in a number and around it. */
import type { Group } from "./chain.js";
import { kindAt } from "./characters.js";
import * as GAP from "./gaps.js";
import * as KIND from "./kinds.js";

/** Brackets in one number: country, area, trunk zero. */
const MOST_BRACKETS = 3;

export function bracketed(groups: readonly Group[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (groups[i]?.gap === GAP.bracket) return true;
  return false;
}

export function closesWithin(text: string, open: number, end: number): boolean {
  let depth = 0;
  for (let i = open; i < end; i++) {
    const kind = kindAt(text, i);
    if (kind === KIND.open) depth++;
    else if (kind === KIND.close && --depth === 0) return true;
  }
  return false;
}

/** The bracket or plus that belongs to the number is part of it; a bracket around it is not. */
export function spanStart(text: string, first: Group, end: number): number {
  if (first.plus < 0 && first.open < 0) return first.start;
  let start = first.plus >= 0 ? first.plus : first.start;
  if (first.plus >= 0 && kindAt(text, start - 1) === KIND.plus) start--;
  for (const at of [first.open, first.plus >= 0 ? start - 1 : -1]) {
    if (at < 0 || at > start || kindAt(text, at) !== KIND.open) continue;
    if (closesWithin(text, at, end)) start = at;
  }
  return start;
}

/** "02)123-4567" is how Koreans write an area code: so many digits may stand in front of a bracket that only closes. */
export function balanced(text: string, start: number, end: number, area: number): boolean {
  let depth = 0;
  let opened = 0;
  for (let i = start; i < end; i++) {
    const kind = kindAt(text, i);
    if (kind === KIND.open) {
      depth++;
      opened++;
    } else if (kind === KIND.close && --depth < 0) {
      if (i - start !== area) return false;
      depth = 0;
    }
  }
  return depth === 0 && opened <= MOST_BRACKETS;
}
