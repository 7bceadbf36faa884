"""Frame payload → request, or the `error` that names what is wrong with it. Pure."""

from typing import Final

import pydantic_core
from pydantic import TypeAdapter, ValidationError

from companion.errors import Code, told
from companion.protocol import AnyRequest, Error, Request

_REQUESTS: Final[TypeAdapter[AnyRequest]] = TypeAdapter(Request)

_CODES: Final = {
    "json_invalid": Code.NOT_JSON,
    "union_tag_invalid": Code.UNKNOWN_TYPE,
    "extra_forbidden": Code.UNKNOWN_FIELD,
    "missing": Code.FIELD_MISSING,
    "union_tag_not_found": Code.FIELD_MISSING,
    "string_too_long": Code.VALUE_TOO_LONG,
}
"""pydantic's names of faults; every other one is a value that is not allowed."""

_LONGEST_NAME: Final = 40
"""Characters of a foreign field's name that an error repeats."""
_LONGEST_ID: Final = 64


def decode(payload: bytes | None) -> AnyRequest | Error:
    """Decode one frame's payload; None stands for a frame that was too long. Never raises."""
    if payload is None:
        return fault(Code.FRAME_TOO_LONG)
    try:
        payload.decode("utf-8")
    except UnicodeDecodeError as error:
        return fault(Code.NOT_UTF8, f"byte {error.start}")
    try:
        return _REQUESTS.validate_json(payload)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    code = _CODES.get(first["type"], Code.VALUE_NOT_ALLOWED)
    if code is Code.NOT_JSON:
        return fault(code)
    return fault(code, _place(code, first["loc"]), _id_in(payload))


def fault(code: Code, detail: str | None = None, about: str | None = None) -> Error:
    """Return the error for a code, with what is special about this one."""
    sentence, remedy = told(code)
    message = f"{sentence.removesuffix('.')}: {detail}." if detail else sentence
    return Error(code=code, message=message, remedy=remedy, id=about)


def _place(code: Code, location: tuple[int | str, ...]) -> str:
    """Name the field at fault. Within a known type pydantic puts the type's name in front."""
    if code in (Code.UNKNOWN_TYPE, Code.FIELD_MISSING) and not location:
        return "type"
    fields = [str(each) for each in location[1:]]
    name = ".".join(fields) or "the message"
    printable = "".join(each if each.isprintable() else "?" for each in name)
    return printable if len(printable) <= _LONGEST_NAME else printable[:_LONGEST_NAME] + "…"


def _id_in(payload: bytes) -> str | None:
    """Return the id of a message that is otherwise at fault, so that its sender knows which one it was."""
    try:
        message = pydantic_core.from_json(payload)
    except ValueError:
        return None
    found = message.get("id") if isinstance(message, dict) else None
    return found if isinstance(found, str) and len(found) <= _LONGEST_ID else None
