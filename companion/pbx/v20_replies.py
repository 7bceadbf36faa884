"""What the answers and events of a V20 mean. Pure: (status, body) in, value or `CallError` out.

Call Control answers in small letters, the Configuration API (OData) in PascalCase; both are decoded field by field, and
what is not as documented is `pbx_reply_not_understood`.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar

from companion.errors import CallError, Code, Phase
from companion.language import _
from companion.pbx.client import CallEvent, Device, ExtensionSettings
from companion.pbx.masking import excerpt
from companion.pbx.replies import text_of
from companion.pbx.wire import Answer
from companion.secret import Secret

Value = TypeVar("Value")

_STATES: Final[dict[str, Literal["ringing", "connected"]]] = {
    # "Ringing" is the user's own phone: that is what "accepted, pick up your phone" says already
    "dialing": "ringing",
    "connected": "connected",
}
_PARTICIPANT: Final = re.compile(r"/callcontrol/([^/]{1,40})/participants/([0-9]{1,12})")
_UPSERT, _REMOVE = 0, 1
_BUSY_STATUSES: Final = frozenset({429, 503})
_NO_CONTENT: Final = 204


@dataclass(frozen=True, slots=True)
class Heard:
    """An event about one participant: look it up again, or it is gone."""

    dn: str
    participant: str
    gone: bool


def said_by(answer: Answer, secrets: Iterable[Secret | None]) -> str:
    """Find the PBX's own words: `reasontext`, OData's `error.message`, OAuth's, or the text itself."""
    try:
        read = json.loads(answer.body)
    except (ValueError, RecursionError):
        return excerpt(text_of(answer), secrets)
    if not isinstance(read, dict):
        return ""
    error = read.get("error")
    found = error.get("message") if isinstance(error, dict) else None
    for name in ("reasontext", "ReasonText", "reason", "error_description", "detail", "title", "message"):
        found = found or read.get(name)
    return excerpt(found, secrets) if isinstance(found, str) else ""


def refusal(answer: Answer, secrets: Iterable[Secret | None]) -> CallError | None:
    """Read a status that is no success; None for 2xx."""
    if 200 <= answer.status < 300:  # noqa: PLR2004 - the success range
        return None
    codes = {401: Code.LOGIN_REJECTED, 403: Code.NOT_ALLOWED}
    code = codes.get(answer.status, Code.PBX_BUSY if answer.status in _BUSY_STATUSES else Code.PBX_REFUSED)
    if 300 <= answer.status < 400:  # noqa: PLR2004 - redirects; these APIs have none
        code = Code.PBX_REPLY_NOT_UNDERSTOOD
    said = said_by(answer, secrets)
    return CallError(
        code, _("status {status}").format(status=answer.status) + (f": {said}" if said else ""), phase=Phase.ANSWERED
    )


def _read(answer: Answer, secrets: Iterable[Secret | None], decode: Callable[[Any], Value]) -> Value | CallError:
    failed = refusal(answer, secrets)
    if failed is not None:
        return failed
    if not answer.complete:
        return CallError(Code.CALL_OUTCOME_UNKNOWN, _("the answer broke off"), phase=Phase.SENT_NO_ANSWER)
    try:
        return decode(json.loads(answer.body))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return CallError(Code.PBX_REPLY_NOT_UNDERSTOOD, excerpt(text_of(answer), secrets), phase=Phase.ANSWERED)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def call_from(answer: Answer, secrets: Iterable[Secret | None]) -> str | CallError:
    """Read the answer to `makecall`: the id of our own participant. Success is that there is one."""

    def decode(read: Any) -> str | CallError:
        result = read.get("result")
        if isinstance(result, dict) and isinstance(result.get("id"), int):
            return str(result["id"])
        return CallError(Code.PBX_REFUSED, said_by(answer, secrets) or None, phase=Phase.ANSWERED)

    return _read(answer, secrets, decode)


def state_from(answer: Answer) -> CallEvent | CallError | None:
    """Read one participant: its state, or None for a status that says nothing about the call."""
    if answer.status == 404:  # noqa: PLR2004 - it is gone already
        return CallEvent("ended")

    def decode(read: Any) -> CallEvent | None:
        state = _STATES.get(_text(read["status"]).lower())
        return CallEvent(state) if state else None

    return _read(answer, (), decode)


def states_from(answer: Answer) -> dict[str, CallEvent | None] | CallError:
    """Read all participants of an extension: the snapshot after a (re)connection."""

    def decode(read: Any) -> dict[str, CallEvent | None]:
        found: dict[str, CallEvent | None] = {}
        for entry in read:
            state = _STATES.get(_text(entry["status"]).lower())
            found[str(int(entry["id"]))] = CallEvent(state) if state else None
        return found

    return _read(answer, (), decode)


def devices_from(answer: Answer, secrets: Iterable[Secret | None]) -> list[Device] | CallError:
    """Read an extension's phones."""

    def decode(read: Any) -> list[Device]:
        return [
            Device(_text(entry["device_id"]), _text(entry.get("user_agent") or entry["device_id"])) for entry in read
        ]

    return _read(answer, secrets, decode)


def heard_from(text: str) -> Heard | None:
    """Read one text of the event socket; None for what is not about a participant."""
    try:
        event = json.loads(text)["event"]
        entity = _PARTICIPANT.fullmatch(event["entity"])
        kind = event["event_type"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if entity is None or kind not in (_UPSERT, _REMOVE):
        return None
    return Heard(entity[1], entity[2], kind == _REMOVE)


def user_from(
    answer: Answer, extension: str, secrets: Iterable[Secret | None]
) -> tuple[int, ExtensionSettings] | CallError:
    """Read the answer to `GET /Users?$filter=Number eq …`: the user's id and settings. Absent properties are null."""

    def decode(read: Any) -> tuple[int, ExtensionSettings] | CallError:
        users = [user for user in read["value"] if user.get("Number") == extension]
        if not users:
            return CallError(
                Code.PBX_REFUSED,
                _("extension {extension} is not known").format(extension=extension),
                phase=Phase.ANSWERED,
            )
        user = users[0]

        def flag(name: str) -> bool | None:
            return user[name] if isinstance(user.get(name), bool) else None

        inside = flag("Internal")
        settings = ExtensionSettings(
            extension=extension,
            name=_text(user.get("DisplayName") or ""),
            enabled=flag("Enabled"),
            external_calls=None if inside is None else not inside,
            recording=flag("RecordCalls"),
        )
        return int(user["Id"]), settings

    return _read(answer, secrets, decode)
