/** Numbers whose end is spelt on the keys: 1-800-FLOWERS. Only free and special rates: nobody else's number is a word. */
import { codeAt, isLetter, rightOf } from "./characters.js";
import { beginning, digitsFrom } from "./chain.js";
import type { Chain } from "./chain.js";
import { foundNumber } from "./found.js";
import type { DetectOptions, FoundNumber } from "./index.js";
import { NO_LABEL } from "./labels.js";
import { parseNumber } from "./numbers.js";

const KEYS = "22233344455566677778889999";
const WORD = /^[-. )](?=[A-Z ])[-.\s)]?([A-Z]{2,}(?:[-.][A-Z]{2,}){1,2}|[A-Z]{3,}(?:[- ]?[A-Z]{2,})?|[A-Z]{2,}[- ]?\d{2,4}|[A-Z]{3,}[- ]?\d{1,4}|\d{1,3}[- ]?[A-Z]{3,})(?![\p{L}\p{N}@_])/u;
/** Letters beyond the number's length that people add for the word: 1-800-CONTACTS. */
const MOST_EXTRA = 3;
const TYPES = "toll_free shared_cost premium uan";

export function readVanity(text: string, chain: Chain, options: DetectOptions): FoundNumber | null {
  const { groups, total } = chain;
  const first = groups[0];
  const last = groups[groups.length - 1];
  if (!first || !last || total < 3 || total > 9 || groups.length > 4) return null;
  const word = WORD.exec(rightOf(text, last.end, 24));
  const written = word?.[1];
  // "x86-64 PCLMUL"
  const before = codeAt(text, first.start - 1);
  if (!word || written === undefined || before === 45 || isLetter(before)) return null;
  const letters = written.replace(/[-. ]/g, "").replace(/[A-Z]/g, (letter) => KEYS[letter.charCodeAt(0) - 65] ?? "");
  const digits = digitsFrom(groups, 0);
  const plus = first.plus >= 0;
  for (let extra = 0; extra <= Math.min(MOST_EXTRA, letters.length - 4); extra++) {
    const number = parseNumber(digits + letters.slice(0, letters.length - extra), plus, options.region);
    // "556578 GIMP": where such numbers begin with 0, they are written with it.
    if (number === null || !TYPES.includes(number.type) || number.prefixMissing) continue;
    const end = last.end + word[0].length;
    return { ...foundNumber(text, number, beginning(first), end, null, NO_LABEL), reason: "spelt" };
  }
  return null;
}
