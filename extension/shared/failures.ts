/**
 * What a person reads for each code: one sentence, what mends it, and the command or button for that. The record is
 * total over the contract's codes: a new code without a sentence does not compile.
 */
import type { MessageKey } from "./messages.ts";
import { CODES, type Code } from "./protocol.ts";

export interface Failure {
  readonly sentence: MessageKey;
  readonly remedy: MessageKey;
  /** A command for the terminal that mends it or finds the cause. */
  readonly command: string | null;
  /** Whether "Try again" may be offered: only where certainly no call was placed and trying helps. */
  readonly retry: boolean;
}

export const FAILURES: Readonly<Record<Code, Failure>> = {
  companion_missing: {
    sentence: "failure_companion_missing",
    remedy: "remedy_companion_missing",
    command: "pipx install callwith && callwith setup",
    retry: false,
  },
  companion_forbidden: {
    sentence: "failure_companion_forbidden",
    remedy: "remedy_companion_forbidden",
    command: "callwith install",
    retry: false,
  },
  companion_stopped: {
    sentence: "failure_companion_stopped",
    remedy: "remedy_companion_stopped",
    command: "callwith doctor",
    retry: true,
  },
  version_mismatch: {
    sentence: "failure_version_mismatch",
    remedy: "remedy_version_mismatch",
    command: "pipx upgrade callwith",
    retry: false,
  },
  not_configured: {
    sentence: "failure_not_configured",
    remedy: "remedy_not_configured",
    command: "callwith setup",
    retry: false,
  },
  settings_invalid: {
    sentence: "failure_settings_invalid",
    remedy: "remedy_settings_invalid",
    command: "callwith doctor",
    retry: false,
  },
  journal_unavailable: {
    sentence: "failure_journal_unavailable",
    remedy: "remedy_journal_unavailable",
    command: "callwith doctor",
    retry: false,
  },
  window_unavailable: {
    sentence: "failure_window_unavailable",
    remedy: "remedy_window_unavailable",
    command: "callwith setup",
    retry: false,
  },
  number_not_understood: {
    sentence: "failure_number_not_understood",
    remedy: "remedy_number_not_understood",
    command: null,
    retry: false,
  },
  number_barred: {
    sentence: "failure_number_barred",
    remedy: "remedy_number_barred",
    command: null,
    retry: false,
  },
  confirmation_needed: {
    sentence: "failure_confirmation_needed",
    remedy: "remedy_confirmation_needed",
    command: null,
    retry: false,
  },
  no_credentials: {
    sentence: "failure_no_credentials",
    remedy: "remedy_no_credentials",
    command: "callwith secret set pin",
    retry: false,
  },
  keyring_locked: {
    sentence: "failure_keyring_locked",
    remedy: "remedy_keyring_locked",
    command: null,
    retry: true,
  },
  login_rejected: {
    sentence: "failure_login_rejected",
    remedy: "remedy_login_rejected",
    command: "callwith secret set pin",
    retry: false,
  },
  not_allowed: {
    sentence: "failure_not_allowed",
    remedy: "remedy_not_allowed",
    command: null,
    retry: false,
  },
  pbx_unreachable: {
    sentence: "failure_pbx_unreachable",
    remedy: "remedy_pbx_unreachable",
    command: null,
    retry: true,
  },
  pbx_untrusted: {
    sentence: "failure_pbx_untrusted",
    remedy: "remedy_pbx_untrusted",
    command: "callwith doctor",
    retry: true,
  },
  pbx_busy: {
    sentence: "failure_pbx_busy",
    remedy: "remedy_pbx_busy",
    command: null,
    retry: true,
  },
  pbx_refused: {
    sentence: "failure_pbx_refused",
    remedy: "remedy_pbx_refused",
    command: null,
    retry: false,
  },
  pbx_reply_not_understood: {
    sentence: "failure_pbx_reply_not_understood",
    remedy: "remedy_pbx_reply_not_understood",
    command: null,
    retry: false,
  },
  call_outcome_unknown: {
    sentence: "failure_call_outcome_unknown",
    remedy: "remedy_call_outcome_unknown",
    command: null,
    retry: false,
  },
  too_many_calls: {
    sentence: "failure_too_many_calls",
    remedy: "remedy_too_many_calls",
    command: null,
    retry: false,
  },
  duplicate_call: {
    sentence: "failure_duplicate_call",
    remedy: "remedy_duplicate_call",
    command: null,
    retry: false,
  },
  hang_up_failed: {
    sentence: "failure_hang_up_failed",
    remedy: "remedy_hang_up_failed",
    command: null,
    retry: false,
  },
  call_not_followed: {
    sentence: "failure_call_not_followed",
    remedy: "remedy_call_not_followed",
    command: null,
    retry: false,
  },
  setting_not_allowed: {
    sentence: "failure_setting_not_allowed",
    remedy: "remedy_setting_not_allowed",
    command: null,
    retry: false,
  },
  no_management_password: {
    sentence: "failure_no_management_password",
    remedy: "remedy_no_management_password",
    command: "callwith secret set password",
    retry: false,
  },
  frame_too_long: {
    sentence: "failure_frame_too_long",
    remedy: "remedy_update_both",
    command: null,
    retry: false,
  },
  not_utf8: {
    sentence: "failure_not_utf8",
    remedy: "remedy_update_both",
    command: null,
    retry: false,
  },
  not_json: {
    sentence: "failure_not_json",
    remedy: "remedy_update_both",
    command: null,
    retry: false,
  },
  unknown_type: {
    sentence: "failure_unknown_type",
    remedy: "remedy_update_both",
    command: null,
    retry: false,
  },
  unknown_field: {
    sentence: "failure_unknown_field",
    remedy: "remedy_update_both",
    command: null,
    retry: false,
  },
  field_missing: {
    sentence: "failure_field_missing",
    remedy: "remedy_update_both",
    command: null,
    retry: false,
  },
  value_too_long: {
    sentence: "failure_value_too_long",
    remedy: "remedy_value_too_long",
    command: null,
    retry: false,
  },
  value_not_allowed: {
    sentence: "failure_value_not_allowed",
    remedy: "remedy_update_both",
    command: null,
    retry: false,
  },
};

export const isCode = (value: unknown): value is Code => CODES.some((code) => code === value);
