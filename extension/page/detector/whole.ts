/**
 * A string that as a whole is meant to be a number: what somebody selected, typed, or put behind `tel:`. No context is asked for:
 * the person has said that it is a number. It must be valid, and nothing of it may be left over.
 */
import { kindAt } from "./characters.js";
import * as KIND from "./kinds.js";
import { digitsFrom, nextDigit, readChain, skim } from "./chain.js";
import { readExtension } from "./extensions.js";
import { foundNumber } from "./found.js";
import type { FoundNumber, Refusal } from "./index.js";
import { NO_LABEL } from "./labels.js";
import { parseNumber } from "./numbers.js";
import type { ParsedNumber } from "./numbers.js";
import { readVanity } from "./vanity.js";

const SCHEME = /^\s*(?:tel|callto|sips?|sms|phone|mobile|mob|fax|telephone|telefon)\s*[:.]?\s*(?:\/\/)?/iu;
const CONTEXT = /;phone-context=(\+?[\d.-]+)/i;
/** Parameters of a tel: address that say nothing about the number. */
const PARAMETERS = /;(?!ext=)[\w-]+(?:=[^;]*)?/gi;
/** A person does not select or type more than this for one number. */
const LONGEST = 120;

export function readWhole(written: string, region: string | null): FoundNumber | Refusal {
  const refused = (reason: string): Refusal => ({ start: 0, end: written.length, written, reason, detail: "" });
  if (written.length > LONGEST) return refused("too_long");
  const text = unescaped(written);
  const context = CONTEXT.exec(text)?.[1];
  const bare = text.replace(CONTEXT, "").replace(PARAMETERS, "").replace(SCHEME, "").replace(/(\d)@[\w.:-]+$/, "$1").trim();
  const at = nextDigit(bare, 0);
  if (at < 0) return refused("no_digits");
  skim(bare, at);
  const chain = readChain(bare, 0);
  const vanity = readVanity(bare, chain, { region });
  if (vanity !== null) return { ...vanity, start: 0, end: written.length, written };
  const first = chain.groups[0];
  const last = chain.groups[chain.groups.length - 1];
  if (!first || !last) return refused("no_digits");
  if (!isNothing(bare.slice(0, first.start))) return refused("letters");
  const extension = readExtension(bare, last.end);
  if (!isNothing(bare.slice(extension?.end ?? last.end))) return refused("letters");
  const plus = first.plus >= 0 || (context?.startsWith("+") ?? false);
  const digits = (context?.startsWith("+") ? context.replace(/\D/g, "") : "") + digitsFrom(chain.groups, 0);
  const number = parse(digits, plus, region) ?? withoutTrunkZero(chain.groups, plus, region);
  if (number === null) return refused("invalid");
  return { ...foundNumber(written, number, 0, written.length, extension, NO_LABEL), reason: "whole" };
}

function unescaped(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

function parse(digits: string, plus: boolean, region: string | null): ParsedNumber | null {
  const number = parseNumber(digits, plus, region);
  if (number !== null || plus) return number;
  // 00 is understood everywhere: it is what people copy from abroad.
  return digits.startsWith("00") ? parseNumber(digits.slice(2), true, null) : null;
}

/** +49 (0) 30 */
function withoutTrunkZero(groups: readonly { readonly digits: string; readonly open: number }[], plus: boolean, region: string | null): ParsedNumber | null {
  const zero = groups.findIndex((group, i) => i > 0 && group.open >= 0 && group.digits === "0");
  return zero < 0 ? null : parse(groups.filter((_, i) => i !== zero).map((group) => group.digits).join(""), plus, region);
}

function isNothing(rest: string): boolean {
  for (let i = 0; i < rest.length; i++) {
    const kind = kindAt(rest, i);
    if (kind === KIND.other || kind === KIND.digit || kind === KIND.surrogate || kind === KIND.slash) return false;
  }
  return true;
}

