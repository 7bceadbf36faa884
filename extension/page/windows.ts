/** Hands long texts to the detector in pieces that fit a slice. Pure. */
import { detect, type DetectOptions, type FoundNumber } from "./detector/index.ts";
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

/** One result for each piece: all numbers of the text, in order, with offsets of the whole text. */
export function* detectInPieces(text: string, options: DetectOptions): Generator<readonly FoundNumber[]> {
  if (text.length <= WINDOW_UNITS) {
    yield detect(text, options);
    return;
  }
  let from = 0;
  let taken = 0;
  while (from < text.length) {
    const wanted = from + WINDOW_UNITS;
    const cut = wanted >= text.length ? text.length : cutBefore(text, from, wanted);
    const to = cut ?? wanted;
    const before = from === 0 ? (options.before ?? "") : text.slice(Math.max(0, from - LABEL_UNITS), from);
    const found = detect(text.slice(from, to), { ...options, before });
    // Without a good place for a cut the pieces overlap, and what touches the cut is left to the next piece.
    const limit = cut === null ? to - OVERLAP_UNITS : to;
    const kept = found.filter(({ start, end }) => from + start >= taken && (cut !== null || from + end <= to - 1) && from + start < limit);
    taken = Math.max(taken, ...kept.map(({ end }) => from + end));
    const shift = from;
    yield kept.map((each) => ({ ...each, start: each.start + shift, end: each.end + shift }));
    from = cut ?? limit;
  }
}
