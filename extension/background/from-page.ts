/**
 * Decodes what content scripts send. They run beside untrusted pages: whatever is not exactly one of our messages,
 * within its bounds, is null and is dropped.
 */
import { asObject, isBounded, oneOf, optionalText } from "../shared/decode.ts";
import { MAX_WRITTEN } from "../shared/limits.ts";
import { decodeListed, EXTENSION, REGION } from "../shared/listed.ts";
import type { DialGesture, FromPage } from "../shared/page-messages.ts";

/** More than the page's part ever counts. */
const MAX_COUNT = 10_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
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

export function decodeFromPage(foreign: unknown): FromPage | null {
  const from = asObject(foreign);
  switch (from?.["kind"]) {
    case "engine-needed":
      return { kind: "engine-needed" };
    case "more-needed":
      return { kind: "more-needed" };
    case "intent":
      return { kind: "intent" };
    case "dial": {
      const gesture = decodeGesture(from["gesture"]);
      return gesture && { kind: "dial", gesture };
    }
    case "hang-up": {
      const { id } = from;
      return typeof id === "string" && UUID.test(id) ? { kind: "hang-up", id } : null;
    }
    case "preview": {
      const { id, written } = from;
      const extension = optionalText(from["extension"], 20, EXTENSION);
      const region = optionalText(from["region"], 2, REGION);
      if (typeof id !== "string" || !UUID.test(id) || !isBounded(written, MAX_WRITTEN) || written.trim() === "") return null;
      return extension === undefined || region === undefined ? null : { kind: "preview", id, written, extension, region };
    }
    case "count": {
      const { count } = from;
      return typeof count === "number" && Number.isInteger(count) && count >= 0 && count <= MAX_COUNT ? { kind: "count", count } : null;
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
