/** What the person asked to call: a selection, a link they pointed at, the field of the popup. Pure. */
import { readNumber } from "../page/detector/index.ts";
import { isolated } from "./call-words.ts";
import { numberOfLink } from "./links.ts";
import { language, t } from "./messages.ts";
import type { Code } from "./protocol.ts";
import { MAX_WRITTEN } from "./limits.ts";

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

export interface Typed {
  /** Null while the text is no number (yet). */
  readonly number: ReadNumber | null;
  /** The number in international form with its country; null where only the companion can tell. */
  readonly preview: string | null;
}

export function readTyped(text: string, region: string | null): Typed {
  const read = readText(text, region);
  if (typeof read === "string") return { number: null, preview: null };
  const found = readNumber(read.written, region);
  if (!("e164" in found) || found.e164 === null) return { number: read, preview: null };
  const country = found.region === null ? null : (new Intl.DisplayNames([language()], { type: "region" }).of(found.region) ?? null);
  const extension = found.extension === null ? null : t("number_extension", found.extension);
  return { number: read, preview: [isolated(found.e164), extension, country].filter((part) => part !== null).join(" · ") };
}
