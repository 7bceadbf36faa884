/** Decodes what the companion sends. What is none of the contract's replies is null. */
import { asObject, isBounded, oneOf, optionalText, type Foreign } from "./decode.ts";
import {
  CALL_STATES,
  CODES,
  PBX_KINDS,
  VIAS,
  type Call,
  type Check,
  type Code,
  type Error as ErrorReply,
  type Greeting,
  type OwnExtensionReply,
  type OwnSetting,
  type PreviewReply,
  type RecentCall,
  type RecentCalls,
  type SettingsOpened,
  type StatusReply,
  type Step,
} from "./protocol.ts";

export type Reply = Greeting | Call | RecentCalls | StatusReply | PreviewReply | SettingsOpened | OwnExtensionReply | ErrorReply;

/** The contract's bound for a sentence. */
const MAX_SENTENCE = 1000;
/** Longer than any number, version, id or origin. */
const MAX_VALUE = 600;
const MAX_RECENT = 100;
/** More than the doctor has checks, or a number steps. */
const MAX_LISTED = 200;
const HEALTHS = ["ok", "warn", "fail", "skip"] as const;

/** A code, null where there is none, undefined where it is not one of ours. */
function optionalCode(value: unknown): Code | null | undefined {
  if (value === null || value === undefined) return null;
  return oneOf(value, CODES) ?? undefined;
}

const hasOnly = (from: Foreign, fields: readonly string[]): boolean =>
  Object.keys(from).every((key) => fields.includes(key));

function greeting(from: Foreign): Greeting | null {
  const { version, protocol, capabilities } = from;
  if (!isBounded(version, MAX_VALUE) || typeof protocol !== "number" || !Number.isInteger(protocol)) return null;
  if (!Array.isArray(capabilities) || !capabilities.every((each) => isBounded(each, MAX_VALUE))) return null;
  // A later version may say more in its greeting; that it is another version is then the answer.
  return { type: "greeting", version, protocol, capabilities };
}

function call(from: Foreign): Call | null {
  const { id, message, hung_up_here: hungUpHere } = from;
  const state = oneOf(from["state"], CALL_STATES);
  const dialled = optionalText(from["dialled"], MAX_VALUE);
  const code = optionalCode(from["code"]);
  const remedy = optionalText(from["remedy"], MAX_SENTENCE);
  if (!hasOnly(from, ["type", "id", "state", "dialled", "code", "message", "remedy", "hung_up_here"])) return null;
  if (typeof hungUpHere !== "boolean") return null;
  if (!isBounded(id, MAX_VALUE) || state === null || !isBounded(message, MAX_SENTENCE)) return null;
  if (dialled === undefined || code === undefined || remedy === undefined) return null;
  return { type: "call", id, state, dialled, code, message, remedy, hung_up_here: hungUpHere };
}

function recentCall(foreign: unknown): RecentCall | null {
  const from = asObject(foreign);
  if (from === null) return null;
  const { id, at, written } = from;
  const dialled = optionalText(from["dialled"], MAX_VALUE);
  const state = oneOf(from["state"], CALL_STATES);
  const code = optionalCode(from["code"]);
  const origin = optionalText(from["origin"], MAX_VALUE);
  const via = oneOf(from["via"], VIAS);
  if (!isBounded(id, MAX_VALUE) || !isBounded(at, MAX_VALUE) || !isBounded(written, MAX_VALUE)) return null;
  if (!hasOnly(from, ["id", "at", "written", "dialled", "state", "code", "origin", "via"])) return null;
  if (Number.isNaN(Date.parse(at)) || state === null || via === null) return null;
  if (dialled === undefined || code === undefined || origin === undefined) return null;
  return { id, at, written, dialled, state, code, origin, via };
}

function recent(from: Foreign): RecentCalls | null {
  const { calls } = from;
  if (!hasOnly(from, ["type", "calls"]) || !Array.isArray(calls) || calls.length > MAX_RECENT) return null;
  const decoded = calls.map(recentCall);
  return decoded.includes(null) ? null : { type: "recent", calls: decoded.filter((each) => each !== null) };
}

/** A list whose every item is one of ours, or null. */
function all<T>(foreign: unknown, decode: (each: unknown) => T | null): T[] | null {
  if (!Array.isArray(foreign) || foreign.length > MAX_LISTED) return null;
  const decoded = foreign.map(decode).filter((each) => each !== null);
  return decoded.length === foreign.length ? decoded : null;
}

function check(foreign: unknown): Check | null {
  const from = asObject(foreign);
  if (from === null || !hasOnly(from, ["part", "name", "health", "says", "remedy"])) return null;
  const { part, name, says } = from;
  const health = oneOf(from["health"], HEALTHS);
  const remedy = optionalText(from["remedy"], MAX_SENTENCE);
  if (!isBounded(part, MAX_SENTENCE) || !isBounded(name, MAX_VALUE) || !isBounded(says, MAX_SENTENCE)) return null;
  return health === null || remedy === undefined ? null : { part, name, health, says, remedy };
}

const STATUS_FIELDS = [
  ...["type", "configured", "pbx_kind", "extension", "region", "version", "protocol", "python"],
  ...["checks", "code", "message", "remedy"],
];

function status(from: Foreign): StatusReply | null {
  const { configured, version, protocol, python } = from;
  const pbxKind = optionalText(from["pbx_kind"], MAX_VALUE);
  const extension = optionalText(from["extension"], MAX_VALUE);
  const region = optionalText(from["region"], 2, /^[A-Z]{2}$/u);
  const code = optionalCode(from["code"]);
  const message = optionalText(from["message"], MAX_SENTENCE);
  const remedy = optionalText(from["remedy"], MAX_SENTENCE);
  if (!hasOnly(from, STATUS_FIELDS)) return null;
  if (typeof configured !== "boolean" || !isBounded(version, MAX_VALUE) || !isBounded(python, MAX_VALUE)) return null;
  if (typeof protocol !== "number" || !Number.isInteger(protocol)) return null;
  if (pbxKind === undefined || extension === undefined || region === undefined) return null;
  if (code === undefined || message === undefined || remedy === undefined) return null;
  const kind = oneOf(pbxKind, PBX_KINDS);
  if (pbxKind !== null && kind === null) return null;
  const checks = from["checks"] === null ? null : all(from["checks"], check);
  if (checks === null && from["checks"] !== null) return null;
  const set = { configured, pbx_kind: kind, extension, region, version, protocol, python };
  return { type: "status", ...set, checks, code, message, remedy };
}

function step(foreign: unknown): Step | null {
  const from = asObject(foreign);
  if (from === null || !hasOnly(from, ["name", "result", "sentence"])) return null;
  const { name, result, sentence } = from;
  if (!isBounded(name, MAX_VALUE) || !isBounded(result, MAX_SENTENCE) || !isBounded(sentence, MAX_SENTENCE)) return null;
  return { name, result, sentence };
}

function preview(from: Foreign): PreviewReply | null {
  const { id } = from;
  const steps = all(from["steps"], step);
  const dialled = optionalText(from["dialled"], MAX_VALUE);
  const note = optionalText(from["note"], MAX_SENTENCE);
  const code = optionalCode(from["code"]);
  const message = optionalText(from["message"], MAX_SENTENCE);
  const remedy = optionalText(from["remedy"], MAX_SENTENCE);
  if (!hasOnly(from, ["type", "id", "steps", "dialled", "note", "code", "message", "remedy"])) return null;
  if (!isBounded(id, MAX_VALUE) || steps === null || dialled === undefined || note === undefined) return null;
  if (code === undefined || message === undefined || remedy === undefined) return null;
  return { type: "preview", id, steps, dialled, note, code, message, remedy };
}

function settingsOpened(from: Foreign): SettingsOpened | null {
  const code = optionalCode(from["code"]);
  const message = optionalText(from["message"], MAX_SENTENCE);
  const remedy = optionalText(from["remedy"], MAX_SENTENCE);
  if (!hasOnly(from, ["type", "code", "message", "remedy"])) return null;
  if (code === undefined || message === undefined || remedy === undefined) return null;
  return { type: "settings_opened", code, message, remedy };
}

function ownSetting(foreign: unknown): OwnSetting | null {
  const from = asObject(foreign);
  if (from === null || !hasOnly(from, ["value", "set_at", "may_set"])) return null;
  const { value, may_set: maySet } = from;
  const setAt = optionalText(from["set_at"], MAX_VALUE);
  if ((typeof value !== "boolean" && value !== null) || typeof maySet !== "boolean" || setAt === undefined) return null;
  if (setAt !== null && Number.isNaN(Date.parse(setAt))) return null;
  return { value, set_at: setAt, may_set: maySet };
}

function ownExtension(from: Foreign): OwnExtensionReply | null {
  const extension = optionalText(from["extension"], MAX_VALUE);
  const recording = ownSetting(from["recording"]);
  const externalCalls = ownSetting(from["external_calls"]);
  const code = optionalCode(from["code"]);
  const message = optionalText(from["message"], MAX_SENTENCE);
  const remedy = optionalText(from["remedy"], MAX_SENTENCE);
  if (!hasOnly(from, ["type", "extension", "recording", "external_calls", "code", "message", "remedy"])) return null;
  if (extension === undefined || recording === null || externalCalls === null) return null;
  if (code === undefined || message === undefined || remedy === undefined) return null;
  return { type: "own_extension", extension, recording, external_calls: externalCalls, code, message, remedy };
}

function error(from: Foreign): ErrorReply | null {
  const code = oneOf(from["code"], CODES);
  const { message } = from;
  const remedy = optionalText(from["remedy"], MAX_SENTENCE);
  const id = optionalText(from["id"], MAX_VALUE);
  if (!hasOnly(from, ["type", "code", "message", "remedy", "id"])) return null;
  if (code === null || !isBounded(message, MAX_SENTENCE) || remedy === undefined || id === undefined) return null;
  return { type: "error", code, message, remedy, id };
}

export function decodeReply(foreign: unknown): Reply | null {
  const from = asObject(foreign);
  switch (from?.["type"]) {
    case "greeting":
      return greeting(from);
    case "call":
      return call(from);
    case "recent":
      return recent(from);
    case "status":
      return status(from);
    case "preview":
      return preview(from);
    case "settings_opened":
      return settingsOpened(from);
    case "own_extension":
      return ownExtension(from);
    case "error":
      return error(from);
    default:
      return null;
  }
}
