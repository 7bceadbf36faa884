/**
 * Numbers in one another's company. Who writes a telephone number in groups and calls it one writes the other in groups as well: digits in one
 * run beside it, behind a word that nobody here knows, are those of something else ("Kostenplaats 0201234567, tel. 020 123 4568").
 */
import { codeAt, isLetter } from "./characters.js";
import type { FoundNumber, Refusal } from "./index.js";
import { meaningOf } from "./meaning.js";
import { Is } from "./word-hash.js";

/** What is further away is something else's. */
const NEAR = 80;
const LONGEST_WORD = 24;
const GROUPED = /\d[^\d]+\d/;
const CONJUNCTION = /^ \p{L}+ $/u;
const ONE_RUN = /^\d+$/;

export function withoutStrangers(text: string, found: readonly FoundNumber[], refuse: ((refusal: Refusal) => void) | null): readonly FoundNumber[] {
  if (found.length < 2) return found;
  return found.filter((number, i) => {
    if (!ONE_RUN.test(number.written) || number.reason !== "region" || number.detail !== "") return true;
    const word = wordBefore(text, number.start);
    if (word === "" || meaningOf(word) !== Is.unknown || !(isNamed(text, number, found[i - 1]) || isNamed(text, number, found[i + 1]))) return true;
    const { start, end, written } = number;
    refuse?.({ start, end, written, reason: "label", detail: word });
    return false;
  });
}

/** In the same line, called a telephone and written in groups; "0161 496 0123 or 01614960124" are two of them. */
function isNamed(text: string, { start, end }: FoundNumber, other: FoundNumber | undefined): boolean {
  if (other === undefined || other.detail === "" || other.reason !== "region" || !GROUPED.test(other.written)) return false;
  const between = other.start > end ? text.slice(end, other.start) : text.slice(other.end, start);
  return between.length <= NEAR && !between.includes("\n") && !CONJUNCTION.test(between);
}

function wordBefore(text: string, start: number): string {
  let end = start;
  while (start - end < 3 && " :=\u00a0".includes(text[end - 1] ?? "?")) end--;
  let from = end;
  while (end - from < LONGEST_WORD && isLetter(codeAt(text, from - 1))) from--;
  return text.slice(from, end);
}
