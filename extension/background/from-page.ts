/**
 * Decodes what content scripts send. They run beside untrusted pages: whatever is not exactly one of our messages,
 * within its bounds, is null and is dropped.
 */
import { asObject, isBounded, oneOf, optionalText } from "../shared/decode.ts";
import type { DialGesture, FromPage, ListedNumber } from "../shared/page-messages.ts";

/** The contract's bound for a number as written. */
export const MAX_WRITTEN = 128;
/** A name or heading beside a number; what is longer is prose. */
const MAX_LABEL = 120;
/** One page's list; the popup shows no more. */
const MAX_LISTED = 500;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const EXTENSION = /^\d{1,20}$/u;
const REGION = /^[A-Z]{2}$/u;
const E164 = /^\+\d{3,17}$/u;
/** What a page's gesture can be. The menu, the shortcut and the popup are not the page's to claim. */
const PAGE_GESTURES = ["click", "link"] as const;

export function decodeGesture(foreign: unknown): DialGesture | null {
  const from = asObject(foreign);
  if (from === null) return null;
  const { id, written, confirmed } = from;
  const extension = optionalText(from["extension"], 20, EXTENSION);
  const region = optionalText(from["region"], 2, REGION);
  const via = oneOf(from["via"], PAGE_GESTURES);
  if (typeof id !== "string" || !UUID.test(id)) return null;
  if (!isBounded(written, MAX_WRITTEN) || written.trim() === "") return null;
  if (extension === undefined || region === undefined || via === null || typeof confirmed !== "boolean") return null;
  return { id, written, extension, region, via, confirmed };
}

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

export function decodeFromPage(foreign: unknown): FromPage | null {
  const from = asObject(foreign);
  switch (from?.["kind"]) {
    case "engine-needed":
      return { kind: "engine-needed" };
    case "intent":
      return { kind: "intent" };
    case "dial": {
      const gesture = decodeGesture(from["gesture"]);
      return gesture && { kind: "dial", gesture };
    }
    case "under-pointer": {
      if (from["number"] === null) return { kind: "under-pointer", number: null };
      const number = decodeListed(from["number"]);
      return number && { kind: "under-pointer", number };
    }
    default:
      return null;
  }
}
