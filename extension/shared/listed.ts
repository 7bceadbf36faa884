/** Decodes the numbers a content script says are on its page. */
import { asObject, isBounded, optionalText } from "./decode.ts";
import { MAX_WRITTEN } from "./limits.ts";
import type { ListedNumber } from "./page-messages.ts";

/** A name or heading beside a number; what is longer is prose. */
const MAX_LABEL = 120;
/** One page's list; the popup shows no more. */
const MAX_LISTED = 500;

export const EXTENSION = /^\d{1,20}$/u;
export const REGION = /^[A-Z]{2}$/u;
const E164 = /^\+\d{3,17}$/u;

export function decodeListed(foreign: unknown): ListedNumber | null {
  const from = asObject(foreign);
  if (from === null) return null;
  const { written, e164 } = from;
  const extension = optionalText(from["extension"], 20, EXTENSION);
  const region = optionalText(from["region"], 2, REGION);
  const label = optionalText(from["label"], MAX_LABEL);
  if (!isBounded(written, MAX_WRITTEN) || written.trim() === "" || typeof e164 !== "string") return null;
  // A PBX-internal short number has no E.164 form.
  if (e164 !== "" && !E164.test(e164)) return null;
  if (extension === undefined || region === undefined || label === undefined) return null;
  return { written, e164, extension, region, label };
}

export function decodeNumbers(foreign: unknown): readonly ListedNumber[] {
  if (!Array.isArray(foreign)) return [];
  return foreign.slice(0, MAX_LISTED).map(decodeListed).filter((each) => each !== null);
}
