/** The way of one text through the detector: chains, shapes, readings, and what stands around them. */
import { balanced, bracketed, spanStart } from "./brackets.js";
import * as GAP from "./gaps.js";
import { beginning, digitsFrom, digitsIn, LONGEST_GROUP, MOST_CHAIN_GROUPS, isPlain, nextDigit, readChain, skim, skimmed, skimmedDigits } from "./chain.js";
import type { Chain, Group } from "./chain.js";
import { codeAt, isCapital, rightOf } from "./characters.js";
import { isTight } from "./dates.js";
import { doubtful, LONGEST_AREA } from "./doubts.js";
import { readExtension } from "./extensions.js";
import { foundNumber } from "./found.js";
import type { DetectOptions, FoundNumber } from "./index.js";
import { matchInternal } from "./internal.js";
import { headingMeaning, labelBefore, namesNumber, nounBehind } from "./labels.js";
import type { Label } from "./labels.js";
import { parseNumber } from "./numbers.js";
import { findPlain, LEAST_FOREIGN } from "./plain.js";
import { planOf } from "./plans.js";
import { NOTHING, readGroups, stronglyBegun } from "./reading.js";
import { forgetRows, headingAbove } from "./rows.js";
import type { Reader, Reading } from "./reading.js";
import { shapesOf } from "./shapes.js";
import type { Shapes } from "./shapes.js";
import { forgetToken, tokenFault, vatBefore } from "./surroundings.js";
import { readVanity } from "./vanity.js";

/** Longest number in international form. */
const MOST_INTERNATIONAL = 15;
/** Shortest number in international form: +290 or +690 and four digits. */
const LEAST_INTERNATIONAL = 7;
/** A spelt number is tried in several lengths. */
const VANITY_COST = 4;
/** Validations allowed at the start of a text, and one more for so many characters read. */
const FIRST_VALIDATIONS = 60;
const CHARACTERS_FOR_ONE = 10;
const MOST_SAVED = 200;

/** Reports why something is not marked; null on the fast path. */
type Refuse = ((start: number, end: number, reason: string, detail: string) => void) | null;

export function findNumbers(text: string, options: DetectOptions, refuse: Refuse): readonly FoundNumber[] {
  const least = Math.min(LEAST_INTERNATIONAL, (options.region === null ? undefined : planOf(options.region))?.least ?? LEAST_INTERNATIONAL);
  const internal = options.internal !== undefined && options.internal.length > 0;
  const quick = refuse === null && !internal;
  const plain = quick ? findPlain(text, options, least) : undefined;
  if (plain !== undefined) return plain;
  const found: FoundNumber[] = [];
  forgetRows();
  forgetToken();
  const budget = { left: FIRST_VALIDATIONS };
  const look = new Look(text, options, budget);
  let floor = 0;
  let paid = 0;
  for (let at = nextDigit(text, 0); at >= 0; ) {
    const { digits, groups, end } = skim(text, at);
    const spelt = mayBeSpelt(text, end);
    if (groups > MOST_CHAIN_GROUPS || (groups === 1 && digits > LONGEST_GROUP)) {
      refuse?.(at, end, "run", "");
      floor = end;
    } else if (digits < LEAST_FOREIGN && !spelt && quick && (digits < least || isNone(text, at, floor, options.region))) {
      floor = end;
    } else if (digits >= least || spelt || internal) {
      budget.left = Math.min(MOST_SAVED, budget.left + (end - paid) / CHARACTERS_FOR_ONE);
      paid = end;
      const chain = readChain(text, floor);
      const vanity = spelt && budget.left >= VANITY_COST ? readVanity(text, chain, options) : null;
      if (spelt) budget.left -= VANITY_COST;
      if (vanity !== null) {
        found.push(vanity);
        floor = vanity.end;
      } else {
        const plainlyNone = digits < least || (refuse === null && isPlainlyNone(chain, options, least));
        floor = plainlyNone ? end : Math.max(end, readOneChain(look, chain, floor, found, refuse));
        if (internal) addInternal(text, chain, options, found);
      }
    } else floor = end;
    at = nextDigit(text, floor);
  }
  return found;
}

/** Too few digits to be two numbers or one without its plus, and not one either. */
function isNone(text: string, at: number, floor: number, region: string | null): boolean {
  if (!isPlain(text, at, floor)) return false;
  return (region !== null && planOf(region)?.hasNone(codeAt(text, at), skimmed.digits) === true) || parseNumber(skimmedDigits(text), false, region) === null;
}

/** Capitals right behind the digits: 1-800-FLOWERS. */
function mayBeSpelt(text: string, end: number): boolean {
  const next = codeAt(text, end);
  if (next !== 45 && next !== 32 && next !== 46 && next !== 41) return false;
  const at = codeAt(text, end + 1) === 32 ? end + 2 : end + 1;
  return isCapital(codeAt(text, at)) && isCapital(codeAt(text, at + 1));
}

/** The groups from one on together are a number; `plainly`: and begin as nothing else does. */
function isWhole(groups: readonly Group[], from: number, plainly: boolean, region: string | null, to = groups.length): boolean {
  const first = groups[from];
  if (first === undefined || to - from > MOST_WHOLE) return false;
  const number = parseNumber(digitsFrom(groups, from, to), first.plus >= 0, region);
  return number !== null && !(from > 0 && number.prefixMissing) && (!plainly || number.source === "plus" || number.source === "idd" || number.prefixed || first.open >= 0);
}
const MOST_WHOLE = 8;

/** One chain after the other of a text: made once, for chains are many. */
class Look implements Reader {
  readonly region: string | null;
  prefixMissing = false;
  groups: readonly Group[] = [];
  private floor = 0;
  private known: Label | null = null;

  constructor(readonly text: string, readonly options: DetectOptions, readonly budget: Reader["budget"]) {
    this.region = options.region;
  }

  at({ groups }: Chain, floor: number): void {
    this.groups = groups;
    this.floor = floor;
    this.known = null;
  }

  label(): Label {
    return (this.known ??= labelOf(this.text, beginning(this.groups[0]), this.floor, this.options));
  }

  readonly labelled = (near = false): boolean => {
    const { meaning, far } = this.label();
    return (meaning === "phone" || meaning === "fax") && !(near && far === true);
  };
  readonly isWhole = (from: number, plainly: boolean, to = this.groups.length): boolean => isWhole(this.groups, from, plainly, this.region, to);
}

/** Answers where the last number's extension ends. */
function readOneChain(reader: Look, chain: Chain, floor: number, found: FoundNumber[], refuse: Refuse): number {
  const { groups } = chain;
  const { text, options } = reader;
  let end = 0;
  let line = groups.length - 1;
  while (line > 0 && groups[line]?.gap !== GAP.newline) line--;
  // Two lines that are not one number together have nothing to do with one another.
  if (line > 0 && ((groups[0]?.plus ?? 0) < 0 || isWhole(groups, 0, false, reader.region, line)) && !isWhole(groups, 0, false, reader.region)) {
    for (const part of [groups.slice(0, line), groups.slice(line)]) end = readOneChain(reader, { groups: part, total: chain.total }, Math.max(floor, end), found, refuse);
    return end;
  }
  reader.at(chain, floor);
  const shapes = shapesOf(text, chain, reader.labelled, reader.isWhole);
  for (let from = 0; from < groups.length; ) {
    const reason = shapes[from];
    let to = from + 1;
    while (to < groups.length && shapes[to] === reason) to++;
    reader.prefixMissing = false;
    const readings = reason === undefined ? readGroups(reader, groups, from, to) : NOTHING;
    if (readings.length === 0) refuse?.(beginning(groups[from]), groups[to - 1]?.end ?? 0, reason ?? whyNone(reader, groups, from, to), "");
    for (const reading of readings) {
      // "Steuernummer 31 033840": what stands before the whole is said of its parts as well, but not "PO Box 12 0121 496 0123".
      const own = reading.from === 0 || (shapes[reading.from - 1] === undefined && reader.label().meaning === "other" && !(BOX.test(reader.label().word) && stronglyBegun(groups, reading))) ? reader.label() : labelOf(text, beginning(groups[reading.from]), Math.max(floor, groups[reading.from - 1]?.end ?? 0), options);
      // The extension of what is refused is no number of its own.
      end = judge(text, groups, reading, shapes, own, options, found, refuse);
    }
    from = to;
  }
  return end;
}

/** Has a figure of its own. */
const BOX = /^(?:#|box|bp|unit|apt|suite|floor|post\p{L}+)$/iu;

function whyNone({ prefixMissing, region }: Reader, groups: readonly Group[], from: number, to: number): string {
  const plan = region === null || (groups[from]?.plus ?? -1) >= 0 ? undefined : planOf(region);
  if (digitsIn(groups, from, to) > (plan === undefined ? MOST_INTERNATIONAL : plan.longest + plan.prefix.length)) return "too_long";
  return prefixMissing ? "prefix_missing" : "invalid";
}

/** Neither the whole is a number nor can a part be one: no need to look around. Most dates and references end here. */
function isPlainlyNone({ groups, total }: Chain, { region }: DetectOptions, least: number): boolean {
  const first = groups[0];
  if (first === undefined || total > MOST_PLAIN || (total >= LEAST_FOREIGN && first.plus < 0)) return false;
  const part = total - Math.min(first.digits.length, groups[groups.length - 1]?.digits.length ?? 0);
  const divisible = groups.length > 1 && part >= least && total > groups.length && !groups.every(({ gap }) => gap <= GAP.dot);
  // +86-21-62345678-8012
  if (first.plus >= 0 && groups.length > 2 && groups[groups.length - 1]?.gap === GAP.dash) return false;
  if (divisible) return false;
  for (const group of groups) if (group.open >= 0 && group.digits === "0") return false;
  return parseNumber(digitsFrom(groups, 0), first.plus >= 0, region) === null;
}

/** More digits are looked at closely, for there may be two numbers in them. */
const MOST_PLAIN = 20;

function labelOf(text: string, start: number, floor: number, options: DetectOptions): Label {
  const label = labelBefore(text, start, floor, options.region);
  const begins = codeAt(text, start - 1) === 10;
  if (label.meaning !== null && !begins) return label;
  if (label.meaning === null && options.before !== undefined && options.before !== "") return headingMeaning(options.before);
  const heading = start > 0 ? headingAbove(text, start) : "";
  const meant = heading === "" ? label : headingMeaning(heading);
  return meant.meaning === null ? label : meant;
}

/** Adds the number to those found, or tells why it is none; answers where it ends, with its extension. */
function judge(text: string, groups: readonly Group[], reading: Reading, shapes: Shapes, label: Label, options: DetectOptions, found: FoundNumber[], refuse: Refuse): number {
  const { number, from, to } = reading;
  const first = groups[from];
  const last = groups[to - 1];
  if (!first || !last) throw new RangeError("a reading has at least one group");
  let end = last.end;
  const tail = reading.extended === true ? groups[to] : undefined;
  const extension = tail !== undefined ? { digits: tail.digits, end: tail.end } : to === groups.length || groups[to]?.gap === GAP.bracket || groups[to]?.gap === GAP.slash || groups[to]?.gap === GAP.spacedSlash ? readExtension(text, end) : null;
  if (extension !== null) end = extension.end;
  const start = spanStart(text, first, end);
  const reason = faultOf(text, groups, reading, shapes, label, options, first, start, end, extension !== null);
  if (reason === null) found.push(foundNumber(text, number, start, end, extension, label));
  else refuse?.(start, end, reason, reason === "label" || reason === "fax" ? label.word || nounBehind(text, start, end) : "");
  return end;
}

/** Dots, and nothing that goes on right behind them: "0161 496 0123...ask for Ada". */
const CUT_OFF = /^(?:…|\.{3})(?![\p{L}\d(+])/u;

/** Why a valid number is not marked; null: nothing speaks against it. */
function faultOf(text: string, groups: readonly Group[], reading: Reading, shapes: Shapes, label: Label, options: DetectOptions, first: Group, start: number, end: number, extended: boolean): string | null {
  const { number, from, to } = reading;
  const strong = number.source === "plus";
  // A neighbour without space between is part of what the digits are.
  if (touches(shapes, groups, from, to)) return "part";
  if ((start < first.start || extended || bracketed(groups, from, to)) && !balanced(text, start, end, number.prefixed ? first.digits.length : -1)) return "brackets";
  // "+39 06 6982 12…": cut off, where there are longer ones.
  const after = codeAt(text, end);
  if ((after === 46 || after === 0x2026) && CUT_OFF.test(rightOf(text, end, 4)) && number.national.length < (planOf(number.region)?.longest ?? 0)) return "part";
  const phone = label.meaning === "phone" || label.meaning === "fax";
  const fault = from > 0 && !strong && vatBefore(text, groups[0]?.start ?? 0, end) ? "vat" : tokenFault(text, start, end, strong);
  // "Tel. = 020 7946 0958"
  if (fault !== null && !(phone && (fault === "arithmetic" || fault === "file" || (fault === "token" && text[start - 1] === "=" && label.word.length > 1)))) return fault;
  if (label.meaning === "fax" && options.fax !== true) return "fax";
  if (label.meaning === "other" && !strong && (number.source !== "idd" || to - from === 1)) return "label";
  if (label.meaning === null && !strong && !extended && nounBehind(text, start, end) !== "") return "label";
  if (!phone && !strong) {
    // People write numbers in groups, and what they copy from a register in one run.
    const oneRun = to - from === 1 && number.source !== "idd";
    // 49-500442, 0501234-5076: numbers of orders have one dash, anywhere.
    const dashed = to - from === 2 && isTight(groups[from + 1]?.gap ?? 0) && (!(number.prefixed || first.digits[0] === "0") || first.digits.length > LONGEST_AREA);
    // "Bokning: 0701234567": nothing that is booked has a mobile telephone's number with its zero, but "Numer polisy 09080657585".
    if ((oneRun || dashed) && (label.meaning === "likely" || ((label.meaning === "perhaps" || (label.meaning === "unknown" && number.source === "region" && first.open < 0)) && !(number.prefixed && number.type === "mobile") && !(namesNumber(label.word) && (number.prefixed || number.type === "mobile"))))) return "label";
  }
  // One letter is a weak label: M 39.7832 is a place in a drawing as well.
  const doubt = (phone && label.word.length !== 1) || strong || extended ? null : doubtful(text, groups, reading);
  return phone && doubt !== "decimal" ? null : doubt;
}

/** Whether a group that is something else is joined to this number without a space. */
function touches(shapes: Shapes, groups: readonly Group[], from: number, to: number): boolean {
  return (from > 0 && shapes[from - 1] !== undefined && isTight(groups[from]?.gap ?? GAP.none)) || (to < groups.length && shapes[to] !== undefined && isTight(groups[to]?.gap ?? GAP.none));
}

function addInternal(text: string, chain: Chain, options: DetectOptions, found: FoundNumber[]): void {
  for (const group of chain.groups) {
    if (found.some((number) => number.start < group.end && group.start < number.end)) continue;
    const internal = matchInternal(text, group, options);
    if (internal !== null) found.push(internal);
  }
}
