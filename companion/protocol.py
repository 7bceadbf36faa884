"""The contract between extension and host: every message either side may send.

Source of `native-messaging/protocol.schema.json` and `extension/shared/protocol.ts` (`make contract`). Anything that is
not exactly one of these is answered by an `error` that names the fault. Pure: no I/O.
"""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from companion.errors import Code

MAX_FRAME = 64 * 1024
"""Longest frame either side sends, in bytes; a dial needs under 4 KiB."""

Written = Annotated[str, StringConstraints(min_length=1, max_length=128)]
"""A number as the page or the person wrote it. The longest real one with extension is under 60 characters."""
Extension = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,20}$")]
"""Digits to dial after the call is answered, or a PBX extension number."""
Region = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""
Origin = Annotated[str, StringConstraints(max_length=512, pattern=r"^[a-z][a-z0-9+.-]*://[^/?#\s]*$")]
"""A web origin: scheme and host, no path."""
Sentence = Annotated[str, StringConstraints(max_length=1000)]

CallState = Literal["asked", "accepted", "ringing", "connected", "ended", "refused", "unknown", "handed_over"]
"""`handed_over`: another program, the web client, was asked to call; whether it does cannot be seen from here."""
Via = Literal["click", "link", "menu", "shortcut", "popup", "omnibox", "handover"]
PbxKind = Literal["v9-iis", "v9-abyss", "v10", "v20", "v20-webclient"]


class _Message(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        json_schema_serialization_defaults_required=True,
        use_attribute_docstrings=True,
    )


class Dial(_Message):
    """Extension → host: call this number. `id` is made once for each gesture and dialled at most once, for ever."""

    type: Literal["dial"]
    id: UUID
    written: Written
    extension: Extension | None = None
    """Digits to dial after the answer ("ext. 55"), found by the detector."""
    region: Region | None = None
    """The page's region, for numbers in national form; the user's own settings win where both are known."""
    origin: Origin | None = None
    """The site of the gesture; null for the popup."""
    via: Via
    confirmed: bool = False
    """The person was asked about this destination and said yes."""


class Recent(_Message):
    """Extension → host: the latest calls, newest first."""

    type: Literal["recent"]
    limit: Annotated[int, Field(ge=1, le=100)] = 20


class Status(_Message):
    """Extension → host: asks whether the companion is ready."""

    type: Literal["status"]
    checks: bool = False
    """Run the doctor's checks too: takes seconds, asks the PBX, places no call."""


class Preview(_Message):
    """Extension → host: what would be dialled for this number, and why? Places nothing and writes nothing down."""

    type: Literal["preview"]
    id: UUID
    """Stands in the answer, so that a late one is told from the one waited for."""
    written: Written
    extension: Extension | None = None
    region: Region | None = None


class OpenSettings(_Message):
    """Extension → host: open the companion's own settings window, where secrets are typed."""

    type: Literal["open_settings"]


class Language(_Message):
    """Extension → host: from now on sentences are wanted in this language. There is no reply."""

    type: Literal["language"]
    tag: Annotated[str, StringConstraints(pattern=r"^[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{1,8}){0,4}$")]
    """BCP 47, as the browser names it; English where we have no such texts."""


class HangUp(_Message):
    """Extension → host: end the call with this id. It places nothing, so it may be sent again."""

    type: Literal["hang_up"]
    id: UUID


class OwnExtension(_Message):
    """Extension → host: asks how the user's own extension is set, and what of it may be changed."""

    type: Literal["own_extension"]


class SetOwnExtension(_Message):
    """Extension → host: change the user's own extension. Null leaves a setting alone; at least one is given."""

    type: Literal["set_own_extension"]
    recording: bool | None = None
    external_calls: bool | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.recording is None and self.external_calls is None:
            raise ValueError("nothing to change")
        return self


class Greeting(_Message):
    """Host → extension, unasked, first."""

    type: Literal["greeting"] = "greeting"
    version: str
    protocol: int
    capabilities: list[str]
    """What the configured PBX can do (`companion.pbx.client.Capability`); empty while nothing is configured."""


class Call(_Message):
    """Host → extension: how the call with this id stands. One or more for each dial."""

    type: Literal["call"] = "call"
    id: UUID
    state: CallState
    dialled: str | None = None
    """What the PBX was asked to dial."""
    code: Code | None = None
    message: Sentence
    remedy: Sentence | None = None
    hung_up_here: bool = False
    """It ended because it was hung up with `hang_up`; otherwise nobody knows who did."""


class RecentCall(_Message):
    """One line of the journal."""

    id: UUID
    at: str
    """When it was asked for: ISO 8601, UTC."""
    written: str
    dialled: str | None
    state: CallState
    code: Code | None
    origin: str | None
    via: Literal["click", "link", "menu", "shortcut", "popup", "omnibox", "handover", "cli"]


class RecentCalls(_Message):
    """Host → extension: the reply to `recent`."""

    type: Literal["recent"] = "recent"
    calls: list[RecentCall]


class Check(_Message):
    """One thing the doctor looked at."""

    part: Sentence
    """What it belongs to, in words: "Settings", "PBX"."""
    name: str
    """The check's own name, for programs and supporters."""
    health: Literal["ok", "warn", "fail", "skip"]
    says: Sentence
    remedy: Sentence | None = None


class StatusReply(_Message):
    """Host → extension: the reply to `status`. Neither a secret nor an address."""

    type: Literal["status"] = "status"
    configured: bool
    pbx_kind: PbxKind | None
    extension: str | None
    region: str | None
    version: str
    protocol: int
    python: str
    checks: list[Check] | None = None
    """The doctor's, where they were asked for; those that were not done in time are missing, and a last one says so."""
    code: Code | None = None
    """Why it is not ready, with sentence and remedy."""
    message: Sentence | None = None
    remedy: Sentence | None = None


class Step(_Message):
    """One change of the number on its way through the dial plan."""

    name: str
    """The rule's: `as written`, `E.164`, `outside line`, `rewrite[2]`…"""
    result: Sentence
    """The number after it."""
    sentence: Sentence
    """Both for a person."""


class PreviewReply(_Message):
    """Host → extension: the reply to `preview`. A barred number has steps, but is not dialled."""

    type: Literal["preview"] = "preview"
    id: UUID
    steps: list[Step]
    dialled: str | None = None
    """What the PBX would be asked to dial; null where nothing would."""
    note: Sentence | None = None
    """What the person has to do at the call, e.g. key in the extension."""
    code: Code | None = None
    """Why it would not be dialled at once, with sentence and remedy: barred, to be confirmed, not understood."""
    message: Sentence | None = None
    remedy: Sentence | None = None


class SettingsOpened(_Message):
    """Host → extension: the reply to `open_settings`; with a code, no window came."""

    type: Literal["settings_opened"] = "settings_opened"
    code: Code | None = None
    message: Sentence | None = None
    remedy: Sentence | None = None


class OwnSetting(_Message):
    """One setting of the user's own extension."""

    value: bool | None = None
    """Null where nobody knows."""
    set_at: str | None = None
    """Where the PBX cannot tell: when it was last set from here, ISO 8601, UTC. Somebody else may have changed it."""
    may_set: bool = False
    """Whether the companion's settings let the user change it."""


class OwnExtensionReply(_Message):
    """Host → extension: the reply to `own_extension` and `set_own_extension`."""

    type: Literal["own_extension"] = "own_extension"
    extension: str | None = None
    recording: OwnSetting = OwnSetting()
    external_calls: OwnSetting = OwnSetting()
    code: Code | None = None
    """Why it cannot be read or was not changed, with sentence and remedy."""
    message: Sentence | None = None
    remedy: Sentence | None = None


class Error(_Message):
    """Host → extension: a message was not understood, or this caller is turned away. The host goes on serving."""

    type: Literal["error"] = "error"
    code: Code
    message: Sentence
    remedy: Sentence | None = None
    id: str | None = None
    """The id of the message at fault, where it could be read."""


AnyRequest = Dial | Recent | Status | Preview | OpenSettings | Language | HangUp | OwnExtension | SetOwnExtension
AnyReply = Greeting | Call | RecentCalls | StatusReply | PreviewReply | SettingsOpened | OwnExtensionReply | Error

Request = Annotated[AnyRequest, Field(discriminator="type")]
"""Everything the extension may send."""
Reply = Annotated[AnyReply, Field(discriminator="type")]
"""Everything the host may send."""
