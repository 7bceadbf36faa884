"""The one vocabulary of errors: append-only codes, grouped by who can mend them.

A code never changes its meaning. Each has one sentence for the person and what mends it; the extension carries both in
every language (`extension/shared/failures.ts`), so the texts here are what the command line and the logs show.
"""

from enum import StrEnum
from typing import Final


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
    Code.COMPANION_MISSING: ("The companion is not installed.", "Run: pipx install callwith, then: callwith setup"),
    Code.COMPANION_FORBIDDEN: (
        "The companion does not accept this extension.",
        "Run: callwith install; for an extension with another id add it under [callers] in the settings.",
    ),
    Code.COMPANION_STOPPED: ("The companion stopped unexpectedly.", "Run: callwith doctor"),
    Code.VERSION_MISMATCH: (
        "The companion and the extension are of different versions.",
        "Run: pipx upgrade callwith, and update the extension.",
    ),
    Code.NOT_CONFIGURED: ("The companion does not know your PBX yet.", "Run: callwith setup"),
    Code.SETTINGS_INVALID: (
        "The companion's settings file has an error.",
        "Run: callwith doctor; it names file and key.",
    ),
    Code.JOURNAL_UNAVAILABLE: (
        "The call journal cannot be written, so no call was placed.",
        "Run: callwith doctor; it says what is wrong with the journal.",
    ),
    Code.WINDOW_UNAVAILABLE: ("The companion's settings window cannot be opened here.", "Run: callwith setup"),
    Code.NUMBER_NOT_UNDERSTOOD: ("This is not a telephone number.", "Check the number and its country."),
    Code.NUMBER_BARRED: ("Calls to this number are barred.", "Ask your administrator, or change the dial plan."),
    Code.CONFIRMATION_NEEDED: ("This call has to be confirmed.", "Confirm the call to place it."),
    Code.NO_CREDENTIALS: ("No PIN is stored for your extension.", "Run: callwith secret set pin"),
    Code.KEYRING_LOCKED: ("The system keyring is locked or cannot be used.", "Unlock the keyring, then call again."),
    Code.LOGIN_REJECTED: ("The PBX rejected the extension or its PIN.", "Run: callwith secret set pin"),
    Code.NOT_ALLOWED: ("The PBX does not allow this.", "Ask the administrator of your PBX."),
    Code.PBX_UNREACHABLE: ("The PBX cannot be reached; nothing was sent.", "Check the network, then try again."),
    Code.PBX_UNTRUSTED: (
        "The PBX could not prove its identity; nothing was sent.",
        "Check address and certificate: callwith doctor",
    ),
    Code.PBX_BUSY: ("The PBX is busy.", "Try again in a moment."),
    Code.PBX_REFUSED: ("The PBX refused the call.", "See what the PBX said."),
    Code.PBX_REPLY_NOT_UNDERSTOOD: (
        "The PBX answered something that is not understood.",
        "Check your phone; then run: callwith doctor",
    ),
    Code.CALL_OUTCOME_UNKNOWN: (
        "The request was sent, but no answer came: the call may have been placed.",
        "Check your phone before trying again.",
    ),
    Code.TOO_MANY_CALLS: ("Too many calls in a short time; nothing was sent.", "Wait a moment, then call again."),
    Code.DUPLICATE_CALL: (
        "This call was already asked for; nothing was sent again.",
        "Look at the first call's state.",
    ),
    Code.HANG_UP_FAILED: ("The call could not be ended from here.", "Hang up on your phone."),
    Code.SETTING_NOT_ALLOWED: (
        "The companion's settings do not let you change this.",
        "An administrator can allow it under [own_extension] in the companion's settings.",
    ),
    Code.NO_MANAGEMENT_PASSWORD: (
        "The management password of the PBX is not stored; nothing was sent.",
        "If you administer the PBX, run: callwith secret set password",
    ),
    Code.FRAME_TOO_LONG: ("The message is longer than 64 KiB.", "Update the extension."),
    Code.NOT_UTF8: ("The message is not UTF-8.", "Update the extension."),
    Code.NOT_JSON: ("The message is not JSON.", "Update the extension."),
    Code.UNKNOWN_TYPE: ("The message's type is not known.", "Update companion and extension to the same version."),
    Code.UNKNOWN_FIELD: ("The message has a field that is not known.", "Update companion and extension."),
    Code.FIELD_MISSING: ("The message lacks a field.", "Update companion and extension to the same version."),
    Code.VALUE_TOO_LONG: ("A value in the message is too long.", "Select only the number."),
    Code.VALUE_NOT_ALLOWED: ("A value in the message is not allowed.", "Update companion and extension."),
}


class CallError(Exception):
    """A failure with a code of ours. `detail` adds what is special about this one; it never holds a secret."""

    def __init__(self, code: Code, detail: str | None = None, *, phase: Phase = Phase.NOTHING_SENT) -> None:
        self.code = code
        self.detail = detail
        self.phase = phase
        super().__init__(f"{code}: {self.message}")

    @property
    def message(self) -> str:
        """One sentence for the person, with the detail behind it."""
        sentence = TEXTS[self.code][0]
        return f"{sentence} ({self.detail})" if self.detail else sentence

    @property
    def remedy(self) -> str:
        """What mends it."""
        return TEXTS[self.code][1]
