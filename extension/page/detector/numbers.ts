/**
 * From a string of digits to a valid number, step by step as Google's libphonenumber parses and validates, so that both agree.
 * The names of its functions are given where ours differ.
 */
import { knowledge } from "./lacking.js";
import { begins, familyOf, planOf } from "./plans.js";
import type { Family, NumberType, Plan } from "./plans.js";

/** How the country was found. */
export type Source = "plus" | "idd" | "code" | "region";

export interface ParsedNumber {
  /** Calling code, with its plus: E.164 with the national number behind it. */
  readonly code: string;
  /** National significant number, leading zeros kept. */
  readonly national: string;
  readonly region: string;
  readonly type: NumberType;
  readonly source: Source;
  /** A trunk prefix (0, 8, 06 …) was written. */
  readonly prefixed: boolean;
  /** The country writes this number with a trunk prefix, always; it is not there. */
  readonly prefixMissing: boolean;
}

/** libphonenumber's bounds of a national number. */
const LEAST_NATIONAL = 2;
const MOST_NATIONAL = 17;
const LONGEST_CODE = 3;
/** With international and trunk prefixes, spare included. */
const LONGEST_DIALLED = 28;

interface Stripped {
  readonly national: string;
  readonly prefixed: boolean;
}

const NEVER = "?";
/** The last answer: a number is asked for twice, once to see whether a closer look is worth it. */
const last: { digits: string; plus: boolean; region: string | null; answer: ParsedNumber | null } = { digits: NEVER, plus: false, region: null, answer: null };

/** ASCII digits, optionally after one plus. Null: not a valid number. */
export function parseNumber(digits: string, plus: boolean, region: string | null): ParsedNumber | null {
  if (last.digits === digits && last.plus === plus && last.region === region) return last.answer;
  last.answer = parsed(digits, plus, region);
  last.digits = knowledge.lacked ? NEVER : digits;
  last.plus = plus;
  last.region = region;
  return last.answer;
}

function parsed(digits: string, plus: boolean, region: string | null): ParsedNumber | null {
  const home = region === null ? undefined : planOf(region);
  if (digits.length > LONGEST_DIALLED) return null;
  if (plus) return inInternationalForm(digits, "plus");
  if (home === undefined) return null;
  const family = familyOf(home.code);
  if (family === undefined) return null;
  if (home.isPlain(digits.charCodeAt(0))) return located(digits, false, home, family, "region");
  const beyond = afterInternationalPrefix(digits, home);
  if (beyond !== null) return inInternationalForm(beyond, "idd");
  const withoutCode = afterOwnCode(digits, home);
  return withoutCode === null ? validated(digits, home, family, "region") : validated(withoutCode, family.main, family, "code");
}

/** `maybeStripInternationalPrefixAndNormalize` without the plus. */
function afterInternationalPrefix(digits: string, home: Plan): string | null {
  const length = home.idd?.lengthIn(digits) ?? -1;
  if (length < 0) return null;
  const rest = digits.slice(length);
  // No calling code starts with 0: then it was no international prefix.
  return rest.startsWith("0") ? null : rest;
}

function inInternationalForm(digits: string, source: Source): ParsedNumber | null {
  if (digits.length <= LEAST_NATIONAL || begins(digits, "0")) return null;
  const family = familyOf(digits);
  return family === undefined ? null : validated(digits.slice(family.main.code.length), family.main, family, source);
}

/** The part of `maybeExtractCountryCode` for a calling code written without plus. */
function afterOwnCode(digits: string, home: Plan): string | null {
  if (!begins(digits, home.code)) return null;
  const rest = withoutPrefix(digits.slice(home.code.length), home).national;
  const tooLong = digits.length > home.longest;
  return tooLong || (!home.matchesGeneral(digits) && home.matchesGeneral(rest)) ? rest : null;
}

/** `maybeStripNationalPrefixAndCarrierCode`. */
function withoutPrefix(digits: string, plan: Plan): Stripped {
  const length = digits === "" ? -1 : (plan.parsing?.lengthIn(digits) ?? -1);
  if (length < 0) return { national: digits, prefixed: false };
  let national = digits.slice(length);
  // What is put in its place is made of what is more than the prefix.
  const match = plan.transform === "" || length <= plan.prefix.length ? null : (plan.parsing?.regexp.exec(digits) ?? null);
  const transforms = match !== null && match.length > 1 && match[match.length - 1] !== undefined;
  if (transforms) national = plan.transform.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? "") + national;
  if (plan.matchesGeneral(digits) && !plan.matchesGeneral(national)) return { national: digits, prefixed: false };
  // A local number completed by its area code (in Guernsey 70 1234 → 1481 70 1234) was written without prefix; 11 15 4123-4567 is a mobile one in Argentina.
  return { national, prefixed: !transforms || national.length < digits.length || (plan.prefix !== "" && digits.startsWith(plan.prefix)) };
}

function validated(digits: string, plan: Plan, family: Family, source: Source): ParsedNumber | null {
  if (digits.length < LEAST_NATIONAL || digits.length > MOST_NATIONAL + LONGEST_CODE) return null;
  const stripped = withoutPrefix(digits, plan);
  // A prefix is one only when what remains can be a number: too short a rest belongs to the number itself.
  const length = stripped.national.length;
  const possible = (plan.lengths & (1 << length)) !== 0 || length > plan.longest;
  return located(possible ? stripped.national : digits, possible && stripped.prefixed, plan, family, source);
}

/** The answer, for a national number. */
function located(national: string, prefixed: boolean, plan: Plan, family: Family, source: Source): ParsedNumber | null {
  if (national.length < LEAST_NATIONAL || national.length > MOST_NATIONAL) return null;
  const found = family.find(national);
  if (found === null) return null;
  const prefixMissing = source === "region" && !prefixed && found.requiresPrefix;
  return { code: plan.dialled, national, region: found.region, type: found.type, source, prefixed, prefixMissing };
}
