// Generated from native-messaging/protocol.schema.json by contract.mjs. Do not edit: run `npm run contract`.

export type Message =
  | Dial
  | Recent
  | Status
  | Preview
  | OpenSettings
  | Language
  | HangUp
  | OwnExtension
  | SetOwnExtension
  | Greeting
  | Call
  | RecentCalls
  | StatusReply
  | PreviewReply
  | SettingsOpened
  | OwnExtensionReply
  | Error;
/**
 * What went wrong. The extension's list is generated from this one.
 */
export type Code =
  | "companion_missing"
  | "companion_forbidden"
  | "companion_stopped"
  | "version_mismatch"
  | "not_configured"
  | "settings_invalid"
  | "journal_unavailable"
  | "window_unavailable"
  | "number_not_understood"
  | "number_barred"
  | "confirmation_needed"
  | "no_credentials"
  | "keyring_locked"
  | "login_rejected"
  | "not_allowed"
  | "pbx_unreachable"
  | "pbx_untrusted"
  | "pbx_busy"
  | "pbx_refused"
  | "pbx_reply_not_understood"
  | "call_outcome_unknown"
  | "too_many_calls"
  | "duplicate_call"
  | "hang_up_failed"
  | "call_not_followed"
  | "setting_not_allowed"
  | "no_management_password"
  | "frame_too_long"
  | "not_utf8"
  | "not_json"
  | "unknown_type"
  | "unknown_field"
  | "field_missing"
  | "value_too_long"
  | "value_not_allowed";

/**
 * Extension → host: call this number. `id` is made once for each gesture and dialled at most once, for ever.
 */
export interface Dial {
  type: "dial";
  id: string;
  written: string;
  /**
   * Digits to dial after the answer ("ext. 55"), found by the detector.
   */
  extension?: string | null;
  /**
   * The page's region, for numbers in national form; the user's own settings win where both are known.
   */
  region?: string | null;
  /**
   * The site of the gesture; null for the popup.
   */
  origin?: string | null;
  via: "click" | "link" | "menu" | "shortcut" | "popup" | "omnibox" | "handover";
  /**
   * The person was asked about this destination and said yes.
   */
  confirmed?: boolean;
}
/**
 * Extension → host: the latest calls, newest first.
 */
export interface Recent {
  type: "recent";
  limit?: number;
}
/**
 * Extension → host: asks whether the companion is ready.
 */
export interface Status {
  type: "status";
  /**
   * Run the doctor's checks too: takes seconds, asks the PBX, places no call.
   */
  checks?: boolean;
}
/**
 * Extension → host: what would be dialled for this number, and why? Places nothing and writes nothing down.
 */
export interface Preview {
  type: "preview";
  /**
   * Stands in the answer, so that a late one is told from the one waited for.
   */
  id: string;
  written: string;
  extension?: string | null;
  region?: string | null;
}
/**
 * Extension → host: open the companion's own settings window, where secrets are typed.
 */
export interface OpenSettings {
  type: "open_settings";
}
/**
 * Extension → host: from now on sentences are wanted in this language. There is no reply.
 */
export interface Language {
  type: "language";
  /**
   * BCP 47, as the browser names it; English where we have no such texts.
   */
  tag: string;
}
/**
 * Extension → host: end the call with this id. It places nothing, so it may be sent again.
 */
export interface HangUp {
  type: "hang_up";
  id: string;
}
/**
 * Extension → host: asks how the user's own extension is set, and what of it may be changed.
 */
export interface OwnExtension {
  type: "own_extension";
}
/**
 * Extension → host: change the user's own extension. Null leaves a setting alone; at least one is given.
 */
export interface SetOwnExtension {
  type: "set_own_extension";
  recording?: boolean | null;
  external_calls?: boolean | null;
}
/**
 * Host → extension, unasked, first.
 */
export interface Greeting {
  type: "greeting";
  version: string;
  protocol: number;
  /**
   * What the configured PBX can do (`companion.pbx.client.Capability`); empty while nothing is configured.
   */
  capabilities: string[];
}
/**
 * Host → extension: how the call with this id stands. One or more for each dial.
 */
export interface Call {
  type: "call";
  id: string;
  state: "asked" | "accepted" | "ringing" | "connected" | "ended" | "refused" | "unknown" | "handed_over";
  /**
   * What the PBX was asked to dial.
   */
  dialled: string | null;
  code: Code | null;
  message: string;
  remedy: string | null;
  /**
   * It ended because it was hung up with `hang_up`; otherwise nobody knows who did.
   */
  hung_up_here: boolean;
}
/**
 * Host → extension: the reply to `recent`.
 */
export interface RecentCalls {
  type: "recent";
  calls: RecentCall[];
}
/**
 * One line of the journal.
 */
export interface RecentCall {
  id: string;
  /**
   * When it was asked for: ISO 8601, UTC.
   */
  at: string;
  written: string;
  dialled: string | null;
  state: "asked" | "accepted" | "ringing" | "connected" | "ended" | "refused" | "unknown" | "handed_over";
  code: Code | null;
  origin: string | null;
  via: "click" | "link" | "menu" | "shortcut" | "popup" | "omnibox" | "handover" | "cli";
}
/**
 * Host → extension: the reply to `status`. Neither a secret nor an address.
 */
export interface StatusReply {
  type: "status";
  configured: boolean;
  pbx_kind: ("v9-iis" | "v9-abyss" | "v10" | "v20" | "v20-webclient") | null;
  extension: string | null;
  region: string | null;
  version: string;
  protocol: number;
  python: string;
  /**
   * The doctor's, where they were asked for; those that were not done in time are missing, and a last one says so.
   */
  checks: Check[] | null;
  /**
   * Why it is not ready, with sentence and remedy.
   */
  code: Code | null;
  message: string | null;
  remedy: string | null;
}
/**
 * One thing the doctor looked at.
 */
export interface Check {
  /**
   * What it belongs to, in words: "Settings", "PBX".
   */
  part: string;
  /**
   * The check's own name, for programs and supporters.
   */
  name: string;
  health: "ok" | "warn" | "fail" | "skip";
  says: string;
  remedy: string | null;
}
/**
 * Host → extension: the reply to `preview`. A barred number has steps, but is not dialled.
 */
export interface PreviewReply {
  type: "preview";
  id: string;
  steps: Step[];
  /**
   * What the PBX would be asked to dial; null where nothing would.
   */
  dialled: string | null;
  /**
   * What the person has to do at the call, e.g. key in the extension.
   */
  note: string | null;
  /**
   * Why it would not be dialled at once, with sentence and remedy: barred, to be confirmed, not understood.
   */
  code: Code | null;
  message: string | null;
  remedy: string | null;
}
/**
 * One change of the number on its way through the dial plan.
 */
export interface Step {
  /**
   * The rule's: `as written`, `E.164`, `outside line`, `rewrite[2]`…
   */
  name: string;
  /**
   * The number after it.
   */
  result: string;
  /**
   * Both for a person.
   */
  sentence: string;
}
/**
 * Host → extension: the reply to `open_settings`; with a code, no window came.
 */
export interface SettingsOpened {
  type: "settings_opened";
  code: Code | null;
  message: string | null;
  remedy: string | null;
}
/**
 * Host → extension: the reply to `own_extension` and `set_own_extension`.
 */
export interface OwnExtensionReply {
  type: "own_extension";
  extension: string | null;
  recording: OwnSetting;
  external_calls: OwnSetting1;
  /**
   * Why it cannot be read or was not changed, with sentence and remedy.
   */
  code: Code | null;
  message: string | null;
  remedy: string | null;
}
/**
 * One setting of the user's own extension.
 */
export interface OwnSetting {
  /**
   * Null where nobody knows.
   */
  value: boolean | null;
  /**
   * Where the PBX cannot tell: when it was last set from here, ISO 8601, UTC. Somebody else may have changed it.
   */
  set_at: string | null;
  /**
   * Whether the companion's settings let the user change it.
   */
  may_set: boolean;
}
/**
 * One setting of the user's own extension.
 */
export interface OwnSetting1 {
  /**
   * Null where nobody knows.
   */
  value: boolean | null;
  /**
   * Where the PBX cannot tell: when it was last set from here, ISO 8601, UTC. Somebody else may have changed it.
   */
  set_at: string | null;
  /**
   * Whether the companion's settings let the user change it.
   */
  may_set: boolean;
}
/**
 * Host → extension: a message was not understood, or this caller is turned away. The host goes on serving.
 */
export interface Error {
  type: "error";
  code: Code;
  message: string;
  remedy: string | null;
  /**
   * The id of the message at fault, where it could be read.
   */
  id: string | null;
}

/** Every code, for decoding. */
export const CODES = [
  "companion_missing",
  "companion_forbidden",
  "companion_stopped",
  "version_mismatch",
  "not_configured",
  "settings_invalid",
  "journal_unavailable",
  "window_unavailable",
  "number_not_understood",
  "number_barred",
  "confirmation_needed",
  "no_credentials",
  "keyring_locked",
  "login_rejected",
  "not_allowed",
  "pbx_unreachable",
  "pbx_untrusted",
  "pbx_busy",
  "pbx_refused",
  "pbx_reply_not_understood",
  "call_outcome_unknown",
  "too_many_calls",
  "duplicate_call",
  "hang_up_failed",
  "call_not_followed",
  "setting_not_allowed",
  "no_management_password",
  "frame_too_long",
  "not_utf8",
  "not_json",
  "unknown_type",
  "unknown_field",
  "field_missing",
  "value_too_long",
  "value_not_allowed",
] as const;

/** Every state of a call, for decoding. */
export const CALL_STATES = [
  "asked",
  "accepted",
  "ringing",
  "connected",
  "ended",
  "refused",
  "unknown",
  "handed_over",
] as const;

/** Every kind of gesture in the journal, for decoding. */
export const VIAS = [
  "click",
  "link",
  "menu",
  "shortcut",
  "popup",
  "omnibox",
  "handover",
  "cli",
] as const;

/** Every kind of PBX, for decoding. */
export const PBX_KINDS = [
  "v9-iis",
  "v9-abyss",
  "v10",
  "v20",
  "v20-webclient",
] as const;
