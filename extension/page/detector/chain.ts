/**
 * Chains: groups of digits with nothing between them but what people put into telephone numbers. Linear in the text; every
 * group is read once. Which parts of a chain are numbers, others decide.
 */
import { astralDigit, digitValue, kindAt, KINDS } from "./characters.js";
import * as GAP from "./gaps.js";
import * as KIND from "./kinds.js";

export interface Group {
  readonly start: number;
  readonly end: number;
  /** ASCII digits, invisible marks left out. */
  readonly digits: string;
  /** What stands before it; `none` for the first of a chain. */
  readonly gap: number;
  /** Where a plus that belongs to this group stands, or -1. */
  readonly plus: number;
  /** Where a bracket that opens right before this group stands, or -1. */
  readonly open: number;
}

export interface Chain {
  readonly groups: readonly Group[];
  /** Digits in all groups together. */
  readonly total: number;
  /** Where to go on reading. */
  readonly next: number;
}

/** So many digits in front of a bracket may be all of a number. */
const LEAST_WHOLE = 6;
/** Longest gap inside one number: `) - (` and a spare. */
const LONGEST_GAP = 6;
/** A line break inside a number may be followed by the indentation of the source text. */
const LONGEST_INDENT = 40;
/** A longer group of digits is no number; its digits need not be kept. */
export const LONGEST_GROUP = 40;
/** More are columns of a table. */
const MOST_SPACES = 3;
const MOST_TABS = 4;
/** Characters looked at before a chain for its plus and bracket. */
const LONGEST_LEAD = 4;

/** Characters looked at one by one before a pattern is asked, which is faster, but dearer to begin with. */
const NEAR = 24;
/** Latin, Greek and Cyrillic letters have no digits between them; beyond, all is looked at one by one. */
const DIGIT_OR_BEYOND = /[0-9\u0660-\uffff]/g;

/** The first digit at or after a place; -1: none. */
export function nextDigit(text: string, from: number): number {
  const near = digitWithin(text, from, Math.min(text.length, from + NEAR));
  if (near >= 0 || from + NEAR >= text.length) return near;
  DIGIT_OR_BEYOND.lastIndex = from + NEAR;
  return DIGIT_OR_BEYOND.test(text) ? digitWithin(text, DIGIT_OR_BEYOND.lastIndex - 1, text.length) : -1;
}

function digitWithin(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code < 58) {
      if (code >= 48) return i;
    } else if (code >= 0x660) {
      const kind = KINDS[code];
      if (kind === KIND.digit || (kind === KIND.surrogate && astralDigit(text, i) >= 0)) return i;
    }
  }
  return -1;
}

/** A longer run is a table of figures. It is passed over as a whole, so that no part of it is taken for a number. */
export const MOST_CHAIN_GROUPS = 48;

/** What `skim` saw; one object, used again. `gaps`: bit n is set when a gap of kind n was there. */
export const skimmed = { digits: 0, groups: 0, end: 0, gaps: 0, ascii: true };
/** Where the groups began that `skim` saw. */
const begun = new Int32Array(MOST_CHAIN_GROUPS + 1);
const TIGHT = (1 << GAP.dash) | (1 << GAP.dot);

/**
 * The digits of what was skimmed, when they can be no more than one number in national form: nothing but dashes and dots
 * between them, and neither plus nor bracket in front. Most dates and references are dismissed by that, unread. Null: look closely.
 */
export function plainDigits(text: string, from: number, floor: number): string | null {
  const { groups, end, gaps, ascii } = skimmed;
  if (!ascii || groups > MOST_CHAIN_GROUPS || (gaps & ~TIGHT) !== 0) return null;
  for (let i = from - 1; i >= Math.max(floor, from - LONGEST_LEAD); i--) {
    const kind = kindAt(text, i);
    if (kind === KIND.plus || kind === KIND.open) return null;
    if (kind !== KIND.space && kind !== KIND.invisible) break;
  }
  let digits = "";
  for (let i = 0; i < groups; i++) digits += text.slice(begun[i], i + 1 < groups ? (begun[i + 1] ?? end) - 1 : end);
  return digits;
}

/** Measures a chain without building it: most runs of digits in a text are too short to be numbers. */
export function skim(text: string, from: number): typeof skimmed {
  let digits = 0;
  let groups = 0;
  let lines = 0;
  let gaps = 0;
  let ascii = true;
  let i = from;
  for (;;) {
    let end = i;
    if (groups <= MOST_CHAIN_GROUPS) begun[groups] = i;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 128) {
        if (code < 48 || code > 57) break;
        digits++;
        end = i + 1;
        continue;
      }
      const kind = KINDS[code];
      if (kind === KIND.invisible) {
        ascii = false;
        continue;
      }
      if (kind === KIND.digit) end = i + 1;
      else if (kind === KIND.surrogate && astralDigit(text, i) >= 0) end = ++i + 1;
      else break;
      ascii = false;
      digits++;
    }
    groups++;
    skimmed.end = end;
    const gap = readGap(text, end);
    if (gap.kind < 0 || (gap.kind === GAP.newline && (++lines > 1 || !mayGoOn(text, from, digits)))) break;
    gaps |= 1 << gap.kind;
    if (gap.end - end !== 1) ascii = false;
    i = gap.end;
  }
  skimmed.gaps = gaps;
  skimmed.ascii = ascii;
  skimmed.digits = digits;
  skimmed.groups = groups;
  return skimmed;
}

/** Digits up to which a line may hold only the first part of a number. */
const MOST_BEFORE_BREAK = 10;
const MOST_BEFORE_BREAK_BARE = 5;

/** Whether what stands before a line break can be an unfinished number. */
function mayGoOn(text: string, from: number, digits: number): boolean {
  if (digits <= MOST_BEFORE_BREAK_BARE) return true;
  if (digits > MOST_BEFORE_BREAK) return false;
  const before = kindAt(text, from - 1);
  return text[from] === "0" || before === KIND.plus || before === KIND.open;
}

/** Reads the chain whose first digit is at `from`; `floor` is the end of what has been used already. */
export function readChain(text: string, from: number, floor: number): Chain {
  const groups: Group[] = [];
  let total = 0;
  let at = from;
  let gap: number = GAP.none;
  let lines = 0;
  let before = Math.max(floor, from - LONGEST_LEAD);
  let opened = false;
  for (;;) {
    const group = readGroup(text, at, gap, before);
    groups.push(group);
    // "0161 496 0123 (6 Feb …": a bracket of its own, when it does not close behind these digits.
    const aside = gap === GAP.bracket && group.open >= 0 && total >= LEAST_WHOLE && kindAt(text, group.open - 1) === KIND.space && kindAt(text, group.end) !== KIND.close;
    if (aside) groups[groups.length - 1] = { ...group, gap: GAP.apart };
    opened ||= group.open >= 0 || (group.plus >= 0 && kindAt(text, group.plus - 1) === KIND.open);
    total += group.digits.length;
    const next = readGap(text, group.end);
    // One number is broken over two lines at most.
    if (next.kind < 0 || (next.kind === GAP.newline && (++lines > 1 || !mayGoOn(text, from, total)))) return { groups, total, next: group.end };
    before = group.end;
    at = next.end;
    // "[17.9.2000] 0912 …": what is in brackets that open further in front is something of its own.
    gap = next.kind === GAP.bracket && next.closes && (!opened || text.slice(group.end, next.end).includes("]")) ? GAP.apart : next.kind;
    if (next.closes) opened = false;
  }
}

function readGroup(text: string, start: number, gap: number, before: number): Group {
  let end = start;
  let plain = true;
  let mapped = "";
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      if (!plain && mapped.length < LONGEST_GROUP) mapped += String.fromCharCode(code);
      end = i + 1;
      continue;
    }
    if (code < 128) break;
    const kind = KINDS[code];
    const value = kind === KIND.digit ? digitValue(code) : kind === KIND.surrogate ? astralDigit(text, i) : -1;
    if (value < 0 && kind !== KIND.invisible) break;
    if (plain) {
      plain = false;
      mapped = text.slice(start, i);
    }
    if (value < 0) continue;
    if (mapped.length < LONGEST_GROUP) mapped += String.fromCharCode(48 + value);
    if (kind === KIND.surrogate) i++;
    end = i + 1;
  }
  const digits = plain ? text.slice(start, end) : mapped;
  let plus = -1;
  let open = -1;
  for (let i = start - 1; i >= before; i--) {
    const kind = kindAt(text, i);
    if (kind === KIND.plus && !(i < start - 1 && end - start >= LEAST_SUMMAND && isSum(text, i))) plus = i;
    else if (kind === KIND.open) open = open < 0 && plus < 0 ? i : open;
    else if (kind !== KIND.invisible && (kind !== KIND.space || open >= 0)) break;
  }
  return { start, end, digits, gap, plus, open };
}

/** A calling code and its number are seldom written together behind a plus with a space. */
const LEAST_SUMMAND = 7;

/** "6857439 + 2470893": spaces on both sides, and a figure before. */
function isSum(text: string, plus: number): boolean {
  return kindAt(text, plus + 1) === KIND.space && kindAt(text, plus - 1) === KIND.space && kindAt(text, plus - 2) === KIND.digit;
}

const gapFound = { kind: -1, end: 0, closes: false };

/** What stands after a group; kind -1: nothing that could belong to a number. The answer is one object, used again. */
function readGap(text: string, from: number): { kind: number; end: number; closes: boolean } {
  let spaces = 0, dashes = 0, dots = 0, middots = 0, slashes = 0, brackets = 0, tildes = 0, newlines = 0, pluses = 0, tabs = 0;
  let i = from;
  gapFound.kind = -1;
  gapFound.closes = false;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = KINDS[code];
    if (kind === KIND.digit || (kind === KIND.surrogate && astralDigit(text, i) >= 0)) break;
    if (kind === KIND.space) spaces++;
    else if (kind === KIND.dash) dashes++;
    else if (kind === KIND.dot) dots++;
    else if (kind === KIND.middot) middots++;
    else if (kind === KIND.slash) slashes++;
    else if (kind === KIND.open || kind === KIND.close) {
      brackets++;
      if (kind === KIND.close && KINDS[text.charCodeAt(i + 1)] === KIND.space) gapFound.closes = true;
    }
    else if (kind === KIND.tilde) tildes++;
    else if (kind === KIND.plus) pluses++;
    else if (kind === KIND.newline) {
      if (!(code === 10 && text.charCodeAt(i - 1) === 13)) newlines++;
    } else if (kind === KIND.tab) tabs++;
    else if (kind !== KIND.invisible) return gapFound;
    if (i - from > (newlines > 0 ? LONGEST_INDENT : LONGEST_GAP)) return gapFound;
  }
  if (i >= text.length) return gapFound;
  gapFound.end = i;
  const marks = dashes + dots + middots + slashes + tildes;
  if (newlines > 0) gapFound.kind = newlines === 1 && marks + pluses === 0 && brackets <= 1 && tabs <= MOST_TABS ? GAP.newline : -1;
  else if (tabs > 0) gapFound.kind = -1;
  // A plus begins another number.
  else if (pluses > 0) gapFound.kind = -1;
  else if (brackets > 0) gapFound.kind = marks <= 2 ? GAP.bracket : -1;
  else if (marks === 0) gapFound.kind = spaces === 1 ? GAP.space : spaces <= MOST_SPACES ? GAP.twoSpaces : -1;
  else if (marks > 1) gapFound.kind = -1;
  else if (dashes > 0) gapFound.kind = spaces > 0 ? GAP.spacedDash : GAP.dash;
  else if (dots > 0) gapFound.kind = spaces > 0 ? GAP.dotSpace : GAP.dot;
  else if (slashes > 0) gapFound.kind = spaces > 0 ? GAP.spacedSlash : GAP.slash;
  else if (spaces === 0) gapFound.kind = middots > 0 ? GAP.dot : GAP.tilde;
  return gapFound;
}
