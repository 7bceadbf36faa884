/**
 * Chains: groups of digits with nothing between them but what people put into telephone numbers. Linear in the text; every
 * group is read once. Which parts of a chain are numbers, others decide.
 */
import { astralDigit, codeAt, digitValue, isLetter, kindAt, KINDS } from "./characters.js";
import * as GAP from "./gaps.js";
import * as KIND from "./kinds.js";

export interface Group {
  readonly start: number;
  readonly end: number;
  /** ASCII digits, invisible marks left out. */
  readonly digits: string;
  /** Digits in front of it, in its chain. */
  readonly at: number;
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
}

/** So many digits in front of a bracket may be all of a number. */
const LEAST_WHOLE = 6;
/** With its zero. */
export const LONGEST_AREA_CODE = 6;
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
const NEAR = 8;
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
/** As many groups of it are kept, for `readChain`: as many as a text that is read as a whole may have. */
const KEPT = 64;
const starts = new Int32Array(KEPT);
const ends = new Int32Array(KEPT);
/** What stands before each group, and whether that closes a bracket. */
const gapsBefore = new Uint8Array(KEPT);
const closing = new Uint8Array(KEPT);
/** Nothing but ASCII digits. */
const plain = new Uint8Array(KEPT);
const TIGHT = (1 << GAP.dash) | (1 << GAP.dot);

/**
 * Whether what was skimmed can be no more than one number in national form: nothing but dashes and dots between the digits, and
 * neither plus nor bracket in front. Most dates and references are dismissed by that, unread.
 */
export function isPlain(text: string, from: number, floor: number): boolean {
  if (!skimmed.ascii || (skimmed.gaps & ~TIGHT) !== 0) return false;
  for (let i = from - 1; i >= Math.max(floor, from - LONGEST_LEAD); i--) {
    const kind = kindAt(text, i);
    if (kind === KIND.plus || kind === KIND.open) return false;
    if (kind !== KIND.space && kind !== KIND.invisible) break;
  }
  return true;
}

export function skimmedDigits(text: string): string {
  let digits = "";
  for (let i = 0; i < skimmed.groups; i++) digits += text.slice(starts[i], ends[i]);
  return digits;
}

/** Measures a chain without building it: most runs of digits in a text are too short to be numbers. */
export function skim(text: string, from: number): typeof skimmed {
  const { length } = text;
  let digits = 0;
  let groups = 0;
  let lines = 0;
  let gaps = 0;
  let ascii = true;
  let i = from;
  for (;;) {
    const start = i;
    let end = i;
    let usual = true;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code < 128) {
        if (code < 48 || code > 57) break;
        digits++;
        end = i + 1;
        continue;
      }
      const kind = KINDS[code];
      if (kind === KIND.digit) end = i + 1;
      else if (kind === KIND.surrogate && astralDigit(text, i) >= 0) end = ++i + 1;
      else if (kind === KIND.invisible) digits--;
      else break;
      usual = false;
      digits++;
    }
    if (groups < KEPT) {
      starts[groups] = start;
      ends[groups] = end;
      plain[groups] = usual ? 1 : 0;
    }
    groups++;
    skimmed.end = end;
    const gap = readGap(text, end);
    if (!usual) ascii = false;
    if (gap.kind < 0 || (gap.kind === GAP.newline && (++lines > 1 || !mayGoOn(text, from, digits)))) break;
    gaps |= 1 << gap.kind;
    if (gap.end - end !== 1) ascii = false;
    if (groups < KEPT) {
      gapsBefore[groups] = gap.kind;
      closing[groups] = gap.closes ? 1 : 0;
    }
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
  return text.charCodeAt(from) === 48 || before === KIND.plus || before === KIND.open;
}

/** Chains of each length, used again: one is done with before the next is read, and there may be a hundred thousand. */
const used: { readonly groups: readonly Writable<Group>[]; total: number }[] = [];
type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Builds the chain that was skimmed last, good until the next; `floor` is the end of what has been used already. */
export function readChain(text: string, floor: number): Chain {
  const count = Math.min(skimmed.groups, KEPT);
  const chain = (used[count] ??= { groups: Array.from({ length: count }, () => ({ start: 0, end: 0, digits: "", at: 0, gap: 0, plus: 0, open: 0 })), total: 0 });
  const { groups } = chain;
  all = "";
  let opened = false;
  for (let i = 0; i < count; i++) {
    const group = groups[i];
    if (group === undefined) break;
    const start = starts[i] ?? 0;
    const end = ends[i] ?? 0;
    const before = i === 0 ? Math.max(floor, start - LONGEST_LEAD) : (ends[i - 1] ?? 0);
    let gap = i === 0 ? GAP.none : (gapsBefore[i] ?? GAP.none);
    let plus = -1;
    let open = -1;
    // In a gap as tight as a space there is neither.
    const lead = i === 0 || gap >= GAP.bracket ? before : start;
    for (let at = start - 1; at >= lead; at--) {
      const kind = kindAt(text, at);
      if (kind === KIND.plus && !(at < start - 1 && (end - start >= LEAST_SUMMAND || text.charCodeAt(start) === 48) && isSum(text, at))) plus = at;
      else if (kind === KIND.open) open = open < 0 && plus < 0 ? at : open;
      else if (kind !== KIND.invisible && (kind !== KIND.space || open >= 0 || plus >= 0)) break;
    }
    const closes = i > 0 && closing[i] === 1;
    // "[17.9.2000] 0912 …": what is in brackets that open further in front is something of its own.
    // "02) 619-8416" is how Koreans write an area code, "[030] 901820" some Germans; "[+49] 30 901820".
    if (gap === GAP.bracket && closes && !(i === 1 && beginsNumber(groups[0], text.charCodeAt(start))) && (!opened || text.slice(before, start).includes("]"))) gap = GAP.apart;
    if (closes) opened = false;
    // "0161 496 0123 (6 Feb …", "02-123-4567(24시간)": a bracket of its own, when it does not close behind these digits.
    if (gap === GAP.bracket && open >= 0 && all.length >= LEAST_WHOLE && kindAt(text, end) !== KIND.close && (kindAt(text, open - 1) === KIND.space || isLetter(codeAt(text, end)))) gap = GAP.apart;
    // "069 / 281111 / 0172 7982602": an area code belongs to what is behind it.
    if (gap === GAP.spacedSlash && endsArea(groups, i - 1) && text.charCodeAt(start) !== 48 && plus + open < -1) gap = GAP.slash;
    opened ||= open >= 0 || (plus >= 0 && kindAt(text, plus - 1) === KIND.open);
    const digits = plain[i] === 1 ? text.slice(start, end) : mapped(text, start, end);
    group.start = start;
    group.end = end;
    group.digits = digits;
    group.at = all.length;
    all += digits;
    group.gap = gap;
    group.plus = plus;
    group.open = open;
  }
  chain.total = all.length;
  return chain;
}

/** Whether all that stands there behind the number before is an area code with its zero. */
function endsArea(groups: readonly Group[], at: number): boolean {
  const area = groups[at];
  return area !== undefined && area.digits.charCodeAt(0) === 48 && area.digits.length <= LONGEST_AREA_CODE && (at === 0 || area.gap >= GAP.spacedDash);
}

/** Whether the first group is in international form or an area code. */
const beginsNumber = (first: Group | undefined, next: number): boolean =>
  first !== undefined && (first.plus >= 0 || (first.digits.length > 1 && first.digits.charCodeAt(0) === 48 && next !== 48));

/** With its plus or its bracket. */
export function beginning(group: Group | undefined): number {
  if (group === undefined) return 0;
  return group.plus >= 0 ? group.plus : group.open >= 0 ? group.open : group.start;
}

/** Of the chain that was read last. */
let all = "";
/** Before which of them the groups end that stand before one. */
const endOf = (groups: readonly Group[], to: number): number => (to > 0 ? (groups[to - 1]?.at ?? 0) + (groups[to - 1]?.digits.length ?? 0) : 0);

/** How many digits the groups from one to before another have. */
export const digitsIn = (groups: readonly Group[], from: number, to: number): number => endOf(groups, to) - (groups[from]?.at ?? 0);

/** The digits of all groups from one on, or to before another. */
export const digitsFrom = (groups: readonly Group[], from: number, to = groups.length): string => all.slice(groups[from]?.at, endOf(groups, to));

/** Digits of any script, with invisible marks between them, as ASCII. */
export function mapped(text: string, start: number, end: number): string {
  let digits = "";
  for (let i = start; i < end && digits.length < LONGEST_GROUP; i++) {
    const code = text.charCodeAt(i);
    const kind = KINDS[code];
    if (kind === KIND.digit) digits += String(digitValue(code));
    else if (kind === KIND.surrogate) digits += String(astralDigit(text, i++));
  }
  return digits;
}

/** A calling code and its number are seldom written together behind a plus with a space. */
const LEAST_SUMMAND = 7;

/** "6857439 + 2470893": spaces on both sides, and a figure before. */
function isSum(text: string, plus: number): boolean {
  return kindAt(text, plus + 1) === KIND.space && kindAt(text, plus - 1) === KIND.space && kindAt(text, plus - 2) === KIND.digit;
}

/** (0xx11) 3123-4567, 0**11 …: in Brazil, where the carrier's two digits go. */
function isCarrier(text: string, at: number, from: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 42 || (code | 32) === 120) && text.charCodeAt(at + 1) === code && text.charCodeAt(from - 1) === 48 && kindAt(text, from - 2) !== KIND.digit;
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
    // Between digits as narrow as these, the wide space of Chinese and Japanese is a gap.
    if (kind === KIND.space) spaces += code === 0x3000 && text.charCodeAt(from - 1) < 128 ? 2 : 1;
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
    else if (kind !== KIND.invisible) {
      if (!isCarrier(text, i, from)) return gapFound;
      dashes++;
      i++;
    }
    if (i - from > (newlines > 0 ? LONGEST_INDENT : LONGEST_GAP)) return gapFound;
  }
  if (i >= text.length) return gapFound;
  gapFound.end = i;
  const marks = dashes + dots + middots + slashes + tildes;
  if (newlines > 0) gapFound.kind = newlines === 1 && marks + pluses === 0 && brackets <= 1 && tabs <= MOST_TABS ? GAP.newline : -1;
  else if (tabs > 0) gapFound.kind = -1;
  // A plus begins another number.
  else if (pluses > 0) gapFound.kind = -1;
  // "1. (900) 212-3456": counted in a list.
  else if (brackets > 0) gapFound.kind = marks === 1 && dots === 1 && spaces > 0 && text.charCodeAt(from) === 46 ? GAP.dotSpace : marks <= 2 && middots * spaces === 0 ? GAP.bracket : -1;
  else if (marks === 0) gapFound.kind = spaces === 1 ? GAP.space : spaces <= MOST_SPACES ? GAP.twoSpaces : -1;
  else if (marks > 1) gapFound.kind = -1;
  else if (dashes > 0) gapFound.kind = spaces > 0 ? GAP.spacedDash : GAP.dash;
  else if (dots > 0) gapFound.kind = spaces > 0 ? GAP.dotSpace : GAP.dot;
  else if (slashes > 0) gapFound.kind = spaces > 0 ? GAP.spacedSlash : GAP.slash;
  else if (spaces === 0) gapFound.kind = middots > 0 ? GAP.dot : GAP.tilde;
  return gapFound;
}
