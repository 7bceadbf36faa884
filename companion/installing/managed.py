"""Settings of the extension that an organisation gives its people, checked as the extension will check them."""

import json
from pathlib import Path
from typing import Any, Final

from companion.installing import datafiles
from companion.language import _

SCHEMA: Final = "managed-schema.json"
LONGEST: Final = 256 * 1024
"""Bytes; a thousand sites have 60 KiB."""


def read(file: Path) -> dict[str, Any]:
    """Read and check a JSON file. ValueError names what is wrong; OSError where it cannot be read."""
    if file.stat().st_size > LONGEST:
        raise ValueError(_("it is longer than {count} KiB").format(count=LONGEST // 1024))
    try:
        content = json.loads(file.read_text("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValueError(_("it is not JSON: {error}").format(error=error)) from None
    return checked(content)


def checked(content: object) -> dict[str, Any]:
    """Return the settings if the schema allows each of them. ValueError names the first that it does not allow."""
    import fastjsonschema  # noqa: PLC0415 - only administrators need it, once

    schema = _closed(json.loads(datafiles.read(SCHEMA)))
    try:
        fastjsonschema.compile(schema)(content)
    except fastjsonschema.JsonSchemaValueException as error:
        raise ValueError(str(error.message).replace("data.", "", 1).replace("data ", "it ", 1)) from None
    assert isinstance(content, dict)  # noqa: S101 - the schema's own type
    return content


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    """Allow no key but those named: browsers drop the others, and nobody would learn of a misspelt one."""
    closed = dict(schema)
    if "properties" in schema:
        closed["properties"] = {name: _closed(each) for name, each in schema["properties"].items()}
        closed["additionalProperties"] = False
    if isinstance(schema.get("items"), dict):
        closed["items"] = _closed(schema["items"])
    return closed
