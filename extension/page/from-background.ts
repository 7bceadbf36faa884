/** Decodes what the background tells a page. */
import { asObject, isBounded, oneOf, optionalText } from "../shared/decode.ts";
import { decodePreview } from "../shared/preview.ts";
import type { CallView, LiveView, ToPage } from "../shared/page-messages.ts";

/** Sentences of the companion or the PBX; the rest is cut off long before. */
const MAX_TEXT = 2000;
const STATES = ["asked", "accepted", "ringing", "connected", "ended", "refused", "unknown", "handed_over"] as const;

const isTime = (value: unknown): value is number | null => value === null || Number.isFinite(value);

function decodeLive(foreign: unknown): LiveView | null {
  const from = asObject(foreign);
  if (from === null) return null;
  const { hangUp, connectedAt, endedAt, hungUpHere } = from;
  if (typeof hangUp !== "boolean" || typeof hungUpHere !== "boolean" || !isTime(connectedAt) || !isTime(endedAt)) return null;
  return { hangUp, connectedAt, endedAt, hungUpHere };
}

function decodeCall(foreign: unknown): CallView | null {
  const from = asObject(foreign);
  if (from === null) return null;
  const { id, written } = from;
  const state = oneOf(from["state"], STATES);
  const dialled = optionalText(from["dialled"], MAX_TEXT);
  const code = optionalText(from["code"], MAX_TEXT);
  const message = optionalText(from["message"], MAX_TEXT);
  const extension = optionalText(from["extension"], 64);
  const region = optionalText(from["region"], 64);
  if (!isBounded(id, 64) || !isBounded(written, MAX_TEXT) || state === null) return null;
  if (extension === undefined || region === undefined) return null;
  if (dialled === undefined || code === undefined || message === undefined) return null;
  const live = decodeLive(from["live"]);
  return { id, state, written, extension, region, dialled, code, message, ...(live && { live }) };
}

export function decodeToPage(foreign: unknown): ToPage | null {
  const from = asObject(foreign);
  switch (from?.["kind"]) {
    case "call": {
      const call = decodeCall(from["call"]);
      return call && { kind: "call", call };
    }
    case "notice": {
      const text = from["text"];
      const remedy = optionalText(from["remedy"], MAX_TEXT);
      return isBounded(text, MAX_TEXT) && remedy !== undefined ? { kind: "notice", text, remedy } : null;
    }
    case "preview": {
      const preview = decodePreview(from["preview"]);
      return preview && { kind: "preview", preview };
    }
    case "list-numbers":
      return { kind: "list-numbers" };
    case "read-selection":
      return { kind: "read-selection" };
    case "explain-page":
      return { kind: "explain-page" };
    case "explain-here": {
      const { selection } = from;
      return typeof selection === "string" ? { kind: "explain-here", selection: selection.slice(0, MAX_TEXT) } : null;
    }
    default:
      return null;
  }
}
