/** Trunk prefixes that are dialled no more and still stand in what people wrote. Mexico's are left as Google's library has them: no part of a number. */
import { parseNumber } from "./numbers.js";
import type { ParsedNumber } from "./numbers.js";

/** Of each country the prefix, when so many digits follow. */
const ZERO = /^0(?=\d{9}$)/;
const FORMER: Readonly<Record<string, RegExp>> = { PL: ZERO, CZ: ZERO, CL: ZERO, UA: /^8(?=0\d{9}$)/ };

export function formerNumber(digits: string, region: string): ParsedNumber | null {
  const prefix = FORMER[region];
  const number = prefix?.test(digits) === true ? parseNumber(digits.slice(1), false, region) : null;
  return number === null ? null : { ...number, prefixed: true, prefixMissing: false };
}
