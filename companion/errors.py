"""The one vocabulary of errors: append-only codes, grouped by who can mend them.

A code never changes its meaning. Each has one sentence for the person and what mends it; the extension carries both in
every language (`extension/shared/failures.ts`), so the texts here are what the command line and the logs show.
"""

from enum import StrEnum
from typing import Final

from companion.language import N_, _


class Code(StrEnum):
    """What went wrong. The extension's list is generated from this one."""

    # Set-up
    COMPANION_MISSING = "companion_missing"
    COMPANION_FORBIDDEN = "companion_forbidden"
    COMPANION_STOPPED = "companion_stopped"
    VERSION_MISMATCH = "version_mismatch"
    NOT_CONFIGURED = "not_configured"
    SETTINGS_INVALID = "settings_invalid"
    JOURNAL_UNAVAILABLE = "journal_unavailable"
    WINDOW_UNAVAILABLE = "window_unavailable"
    # Number
    NUMBER_NOT_UNDERSTOOD = "number_not_understood"
    NUMBER_BARRED = "number_barred"
    CONFIRMATION_NEEDED = "confirmation_needed"
    # Credentials
    NO_CREDENTIALS = "no_credentials"
    KEYRING_LOCKED = "keyring_locked"
    LOGIN_REJECTED = "login_rejected"
    NOT_ALLOWED = "not_allowed"
    # PBX, nothing sent
    PBX_UNREACHABLE = "pbx_unreachable"
    PBX_UNTRUSTED = "pbx_untrusted"
    # PBX, answered
    PBX_BUSY = "pbx_busy"
    PBX_REFUSED = "pbx_refused"
    PBX_REPLY_NOT_UNDERSTOOD = "pbx_reply_not_understood"
    # Sent, no answer
    CALL_OUTCOME_UNKNOWN = "call_outcome_unknown"
    # Safety
    TOO_MANY_CALLS = "too_many_calls"
    DUPLICATE_CALL = "duplicate_call"
    HANG_UP_FAILED = "hang_up_failed"
    CALL_NOT_FOLLOWED = "call_not_followed"
    # The user's own extension
    SETTING_NOT_ALLOWED = "setting_not_allowed"
    NO_MANAGEMENT_PASSWORD = "no_management_password"  # noqa: S105 - a code, not a password
    # Contract: a message that is not one of ours
    FRAME_TOO_LONG = "frame_too_long"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    UNKNOWN_TYPE = "unknown_type"
    UNKNOWN_FIELD = "unknown_field"
    FIELD_MISSING = "field_missing"
    VALUE_TOO_LONG = "value_too_long"
    VALUE_NOT_ALLOWED = "value_not_allowed"


class Phase(StrEnum):
    """How far a request to the PBX came; decides whether trying again is safe."""

    NOTHING_SENT = "nothing_sent"
    ANSWERED = "answered"
    SENT_NO_ANSWER = "sent_no_answer"


TEXTS: Final[dict[Code, tuple[str, str]]] = {
    Code.COMPANION_MISSING: (
        N_("The companion is not installed."),
        N_("Run: pipx install callwith, then: callwith setup"),
    ),
    Code.COMPANION_FORBIDDEN: (
        N_("The companion does not accept this extension."),
        N_("Run: callwith install; for an extension with another id add it under [callers] in the settings."),
    ),
    Code.COMPANION_STOPPED: (N_("The companion stopped unexpectedly."), N_("Run: callwith doctor")),
    Code.VERSION_MISMATCH: (
        N_("The companion and the extension are of different versions."),
        N_("Run: pipx upgrade callwith, and update the extension."),
    ),
    Code.NOT_CONFIGURED: (N_("The companion does not know your PBX yet."), N_("Run: callwith setup")),
    Code.SETTINGS_INVALID: (
        N_("The companion's settings file has an error."),
        N_("Run: callwith doctor; it names file and key."),
    ),
    Code.JOURNAL_UNAVAILABLE: (
        N_("The call journal cannot be written, so no call was placed."),
        N_("Run: callwith doctor; it says what is wrong with the journal."),
    ),
    Code.WINDOW_UNAVAILABLE: (N_("The companion's settings window cannot be opened here."), N_("Run: callwith setup")),
    Code.NUMBER_NOT_UNDERSTOOD: (N_("This is not a telephone number."), N_("Check the number and its country.")),
    Code.NUMBER_BARRED: (
        N_("Calls to this number are barred."),
        N_("Ask your administrator, or change the dial plan."),
    ),
    Code.CONFIRMATION_NEEDED: (N_("This call has to be confirmed."), N_("Confirm the call to place it.")),
    Code.NO_CREDENTIALS: (N_("No PIN is stored for your extension."), N_("Run: callwith secret set pin")),
    Code.KEYRING_LOCKED: (
        N_("The system keyring is locked or cannot be used."),
        N_("Unlock the keyring, then call again."),
    ),
    Code.LOGIN_REJECTED: (N_("The PBX rejected the extension or its PIN."), N_("Run: callwith secret set pin")),
    Code.NOT_ALLOWED: (N_("The PBX does not allow this."), N_("Ask the administrator of your PBX.")),
    Code.PBX_UNREACHABLE: (
        N_("The PBX cannot be reached; nothing was sent."),
        N_("Check the network, then try again."),
    ),
    Code.PBX_UNTRUSTED: (
        N_("The PBX could not prove its identity; nothing was sent."),
        N_("Check address and certificate: callwith doctor"),
    ),
    Code.PBX_BUSY: (N_("The PBX is busy."), N_("Try again in a moment.")),
    Code.PBX_REFUSED: (N_("The PBX refused the call."), N_("See what the PBX said.")),
    Code.PBX_REPLY_NOT_UNDERSTOOD: (
        N_("The PBX answered something that is not understood."),
        N_("Check your phone; then run: callwith doctor"),
    ),
    Code.CALL_OUTCOME_UNKNOWN: (
        N_("The request was sent, but no answer came: the call may have been placed."),
        N_("Check your phone before trying again."),
    ),
    Code.TOO_MANY_CALLS: (
        N_("Too many calls in a short time; nothing was sent."),
        N_("Wait a moment, then call again."),
    ),
    Code.DUPLICATE_CALL: (
        N_("This call was already asked for; nothing was sent again."),
        N_("Look at the first call's state."),
    ),
    Code.HANG_UP_FAILED: (N_("The call could not be ended from here."), N_("Hang up on your phone.")),
    Code.CALL_NOT_FOLLOWED: (
        N_("The PBX no longer tells how this call goes on."),
        N_("Your phone shows whether you are still connected."),
    ),
    Code.SETTING_NOT_ALLOWED: (
        N_("The companion's settings do not let you change this."),
        N_("An administrator can allow it under [own_extension] in the companion's settings."),
    ),
    Code.NO_MANAGEMENT_PASSWORD: (
        N_("The management password of the PBX is not stored; nothing was sent."),
        N_("If you administer the PBX, run: callwith secret set password"),
    ),
    Code.FRAME_TOO_LONG: (N_("The message is longer than 64 KiB."), N_("Update the extension.")),
    Code.NOT_UTF8: (N_("The message is not UTF-8."), N_("Update the extension.")),
    Code.NOT_JSON: (N_("The message is not JSON."), N_("Update the extension.")),
    Code.UNKNOWN_TYPE: (
        N_("The message's type is not known."),
        N_("Update companion and extension to the same version."),
    ),
    Code.UNKNOWN_FIELD: (N_("The message has a field that is not known."), N_("Update companion and extension.")),
    Code.FIELD_MISSING: (N_("The message lacks a field."), N_("Update companion and extension to the same version.")),
    Code.VALUE_TOO_LONG: (N_("A value in the message is too long."), N_("Select only the number.")),
    Code.VALUE_NOT_ALLOWED: (N_("A value in the message is not allowed."), N_("Update companion and extension.")),
}


def told(code: Code) -> tuple[str, str]:
    """Return the sentence for a code and what mends it, in the language in use."""
    sentence, remedy = TEXTS[code]
    return _(sentence), _(remedy)


class CallError(Exception):
    """A failure with a code of ours. `detail` adds what is special about this one; it never holds a secret."""

    def __init__(self, code: Code, detail: str | None = None, *, phase: Phase = Phase.NOTHING_SENT) -> None:
        self.code = code
        self.detail = detail
        self.phase = phase
        super().__init__(f"{code}: {self.message}")

    @property
    def message(self) -> str:
        """One sentence for the person, with the detail behind it, in the language in use."""
        sentence = told(self.code)[0]
        return f"{sentence} ({self.detail})" if self.detail else sentence

    @property
    def remedy(self) -> str:
        """What mends it."""
        return told(self.code)[1]


def sentence_of(error: CallError) -> str:
    """Put what is special about this failure into its sentence."""
    sentence = told(error.code)[0]
    return f"{sentence.removesuffix('.')}: {error.detail.removesuffix('.')}." if error.detail else sentence


def remedy_of(error: CallError) -> str | None:
    """Return what mends it, unless its own detail names the command already."""
    return None if error.detail and "callwith " in error.detail else error.remedy
