/**
 * Finds telephone numbers in a text. Pure: no DOM, no browser API.
 *
 * Offsets are UTF-16 code units of the text given.
 */

import { findPhoneNumbersInText, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { CountryCode, PhoneNumber } from "libphonenumber-js/max";

/** ISO 3166-1 alpha-2, upper case. */
export type Region = string;

export interface InternalRule {
  /** Regular expression for a whole short number, e.g. `^1\d\d$`. */
  readonly pattern: string;
  /** A label or column heading that must stand before it, compared without case; null: anywhere. */
  readonly label: string | null;
}

export interface DetectOptions {
  /** For numbers in national form; null: international form only. */
  readonly region: Region | null;
  /** Text in front that belongs to this one: a label, a column heading. Never part of a match. */
  readonly before?: string;
  readonly internal?: readonly InternalRule[];
  /** Numbers labelled Fax are refused unless this is set. */
  readonly fax?: boolean;
}

export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** E.164 with `+`; null for a PBX-internal short number. */
  readonly e164: string | null;
  /** Digits to dial after the answer. */
  readonly extension: string | null;
  readonly region: Region | null;
  readonly type: string | null;
  /** Why it is marked, for the debug view. */
  readonly reason: string;
}

export interface Refusal {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Why it is not marked: a stable word such as `date`, `iban`, `label`, `invalid`, with detail. */
  readonly reason: string;
  readonly detail: string;
}

export interface Explanation {
  readonly numbers: readonly FoundNumber[];
  readonly refusals: readonly Refusal[];
}

/** Cheap and linear: false means the text certainly holds no number. */
export function mayHoldNumber(text: string): boolean {
  return /\p{Nd}/u.test(text);
}

export function detect(text: string, options: DetectOptions): readonly FoundNumber[] {
  return explain(text, options).numbers;
}

/** As `detect`, with the reason for every refusal. */
export function explain(text: string, options: DetectOptions): Explanation {
  if (!mayHoldNumber(text)) return { numbers: [], refusals: [] };
  const region = knownRegion(options.region);
  const found = findPhoneNumbersInText(text, region === null ? {} : { defaultCountry: region });
  return { numbers: found.map((match) => asFound(text, match.startsAt, match.endsAt, match.number)), refusals: [] };
}

/** One string that as a whole is meant to be a number: a selection, a `tel:` target, the popup's field. */
export function readNumber(written: string, region: Region | null): FoundNumber | Refusal {
  const known = knownRegion(region);
  const parsed = parsePhoneNumberFromString(written, known === null ? {} : { defaultCountry: known, extract: false });
  if (parsed?.isValid()) return asFound(written, 0, written.length, parsed);
  return { start: 0, end: written.length, written, reason: "invalid", detail: "not a valid number" };
}

function knownRegion(region: Region | null): CountryCode | null {
  return region !== null && isSupportedCountry(region) ? region : null;
}

function asFound(text: string, start: number, end: number, number: PhoneNumber): FoundNumber {
  return {
    start,
    end,
    written: text.slice(start, end),
    e164: number.number,
    extension: number.ext ?? null,
    region: number.country ?? null,
    type: number.getType() ?? null,
    reason: "valid number",
  };
}
