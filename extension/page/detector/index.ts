/**
 * Finds telephone numbers in a text. Pure: no DOM, no browser API.
 *
 * Offsets are UTF-16 code units of the text given.
 */


import { findNumbers } from "./engine.js";
import { hasLacked, knowledge } from "./lacking.js";
import type { More } from "./more.js";
import { hasTooFew } from "./plain.js";
import { forgetPlans, planOf, preparePlan } from "./plans.js";
import { prepareWords } from "./vocabulary.js";
import { readWhole } from "./whole.js";

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
  /** How it was understood: a stable word. */
  readonly reason: How;
  /** The label in front of it, or the rule it follows; empty: neither. */
  readonly detail: string;
}

/** In international form, behind an international prefix, with the calling code alone, as the region writes it, spelt on the keys, by a rule, as a whole. */
export type How = "plus" | "idd" | "code" | "region" | "spelt" | "internal" | "whole";

export interface Refusal {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Why it is not marked: a stable word such as `date`, `iban`, `label`, `invalid`. */
  readonly reason: string;
  /** The label that decided; empty: none did. */
  readonly detail: string;
}

export interface Explanation {
  readonly numbers: readonly FoundNumber[];
  readonly refusals: readonly Refusal[];
}

/** A run that is refused as a whole is shown by its beginning. */
const LONGEST_RUN = 60;
/** Fewer digits than the shortest number has. */
const LEAST_DIGITS = 3;

/** Cheap and linear: false means the text certainly holds no number, internal numbers of three digits included. */
export const mayHoldNumber = (text: string): boolean => !hasTooFew(text, LEAST_DIGITS, false);

/** What `detect` unpacks when it is first asked, in steps of a few ms: for a page that must not wait. */
export function* prepare(region: Region | null): Generator<undefined> {
  if (region !== null) yield* preparePlan(region);
  prepareWords();
}

export function detect(text: string, options: DetectOptions): readonly FoundNumber[] {
  knowledge.lacked = false;
  const found = findNumbers(text, options, null);
  return hasLacked() ? NONE : found;
}

const NONE: readonly FoundNumber[] = [];

/** Where the rest of what is known comes later: `tell` is called whenever it is missed. */
export function whenLacking(tell: () => void): void {
  knowledge.tell = tell;
}

/** The rest of what is known. */
export function complete(more: More): void {
  knowledge.more = more;
  knowledge.lacked = false;
  forgetPlans();
}

/** Whether all is here that a region's numbers take; else it is missed. */
export const isReady = (region: Region | null): boolean => region === null || planOf(region) !== undefined || knowledge.more !== null;

/** As `detect`, with the reason for every refusal. */
export function explain(text: string, options: DetectOptions): Explanation {
  const refusals: Refusal[] = [];
  const numbers = findNumbers(text, options, (start, end, reason, detail) => {
    refusals.push({ start, end, written: text.slice(start, reason === "run" ? Math.min(end, start + LONGEST_RUN) : end), reason, detail });
  });
  return { numbers, refusals };
}

/** Digits; undefined: there is no such region. */
export const callingCode = (region: Region): string | undefined => planOf(region)?.code;

/** One string that as a whole is meant to be a number: a selection, a `tel:` target, the popup's field. */
export function readNumber(written: string, region: Region | null): FoundNumber | Refusal {
  return readWhole(written, region);
}
