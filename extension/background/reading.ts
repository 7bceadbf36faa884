/** What the person asked to call, from a selection or a link they pointed at. Pure. */
import { readNumber } from "../page/detector/index.ts";
import { numberOfLink } from "../shared/links.ts";
import type { Code } from "../shared/protocol.ts";
import { MAX_WRITTEN } from "./from-page.ts";

export interface ReadNumber {
  readonly written: string;
  readonly extension: string | null;
  readonly region: string | null;
}

/** Digits and what stands between them; letters only as an international vanity number would have them are not for us. */
const DIALLABLE = /^\+?[\d\s().\-/\u00a0\u2010-\u2015\u202f*#]+$/u;
/** A PBX-internal number has at least two digits, an E.164 number at most fifteen and a prefix. */
const FEWEST_DIGITS = 2;
const MOST_DIGITS = 20;

/**
 * A text that as a whole is meant to be a number. Where the detector does not know one — a national number of an
 * unknown region, an internal number — but it has nothing but digits, the companion has the word: it knows region and PBX.
 */
export function readText(text: string, region: string | null): ReadNumber | Code {
  const written = text.trim().replace(/\s+/gu, " ");
  if (written === "") return "number_not_understood";
  if (written.length > MAX_WRITTEN) return "value_too_long";
  const found = readNumber(written, region);
  if ("reason" in found && "e164" in found) return { written: found.written, extension: found.extension, region: found.region ?? region };
  const digits = written.replace(/\D/gu, "").length;
  const forCompanion = DIALLABLE.test(written) && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
  return forCompanion ? { written, extension: null, region } : "number_not_understood";
}

export function readLink(href: string, region: string | null): ReadNumber | Code {
  const number = numberOfLink(href);
  if (number === null) return "number_not_understood";
  const read = readText(number.written, region);
  return typeof read === "string" ? read : { ...read, extension: number.extension ?? read.extension };
}
