/** Hands long texts to the detector in pieces that fit a slice. Pure. */
import { detect, type DetectOptions, type FoundNumber, type Region } from "./detector/index.ts";
import { faxAround } from "./fax.ts";
import { LABEL_UNITS, OVERLAP_UNITS, WINDOW_UNITS } from "./tunables.ts";

/** A stretch without digits this long never stands within a number, in UTF-16 units. */
const GAP = /[^\p{Nd}]{48,}/gu;

/** Where a text may be cut near `wanted` without cutting a number; null: nowhere near. */
function cutBefore(text: string, from: number, wanted: number): number | null {
  const start = Math.max(from + 1, wanted - WINDOW_UNITS / 2);
  let cut: number | null = null;
  for (const match of text.slice(start, wanted).matchAll(GAP)) cut = start + match.index + (match[0].length >> 1);
  return cut;
}

/** What the detector is asked, and the other countries that numbers in national form may be of. */
export interface AmongOptions extends DetectOptions {
  readonly rivals?: readonly Region[];
}

/** Where several countries are in question, a number in national form counts if only one of them has it. */
export function detectAmong(text: string, { rivals = [], ...options }: AmongOptions): readonly FoundNumber[] {
  const found = detect(text, options);
  const isWanted = (each: FoundNumber): boolean => options.fax === true || faxAround(text, each) === "";
  if (rivals.length === 0) return found.filter(isWanted);
  const readings = [...found, ...rivals.flatMap((region) => detect(text, { ...options, region }))].sort((one, other) => one.start - other.start);
  const kept: FoundNumber[] = [];
  let group: FoundNumber[] = [];
  let end = 0;
  const close = (): void => {
    const [first] = group;
    if (first !== undefined && group.every((each) => isSame(each, first))) kept.push(first);
    group = [];
  };
  for (const each of readings) {
    if (each.start >= end) close();
    group.push(each);
    end = Math.max(end, each.end);
  }
  close();
  return kept.filter(isWanted);
}

const isSame = (one: FoundNumber, other: FoundNumber): boolean =>
  one.start === other.start && one.end === other.end && one.e164 === other.e164 && one.extension === other.extension;

/** One result for each piece: all numbers of the text, in order, with offsets of the whole text. */
export function* detectInPieces(text: string, options: AmongOptions): Generator<readonly FoundNumber[]> {
  if (text.length <= WINDOW_UNITS) {
    yield detectAmong(text, options);
    return;
  }
  let from = 0;
  let taken = 0;
  while (from < text.length) {
    const wanted = from + WINDOW_UNITS;
    const cut = wanted >= text.length ? text.length : cutBefore(text, from, wanted);
    const to = cut ?? wanted;
    const before = from === 0 ? (options.before ?? "") : text.slice(Math.max(0, from - LABEL_UNITS), from);
    const found = detectAmong(text.slice(from, to), { ...options, before });
    // Without a good place for a cut the pieces overlap, and what touches the cut is left to the next piece.
    const limit = cut === null ? to - OVERLAP_UNITS : to;
    const kept = found.filter(({ start, end }) => from + start >= taken && (cut !== null || from + end <= to - 1) && from + start < limit);
    taken = Math.max(taken, ...kept.map(({ end }) => from + end));
    const shift = from;
    yield kept.map((each) => ({ ...each, start: each.start + shift, end: each.end + shift }));
    from = cut ?? limit;
  }
}
