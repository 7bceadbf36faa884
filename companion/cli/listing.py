"""A list of calls for people, for spreadsheets and for programs. Pure: takes rows, returns text."""

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from companion.language import N_, _
from companion.protocol import RecentCall

COLUMNS: Final = ("at", "written", "dialled", "state", "code", "origin", "via", "id")
_FORMULA: Final = (
    "=",
    "@",
    "-",
    "\N{FULLWIDTH EQUALS SIGN}",
    "\N{FULLWIDTH COMMERCIAL AT}",
    "\N{FULLWIDTH HYPHEN-MINUS}",
    "\N{FULLWIDTH PLUS SIGN}",
)
"""What spreadsheets take for the beginning of a formula, some in full width too."""
_AFTER_SEPARATOR: Final = re.compile(r"([;,|])(?=\s*[=@+-])")
"""Where a spreadsheet that parts cells by another character would begin one with a formula."""


def as_json(calls: Sequence[RecentCall]) -> str:
    """Write an array of objects, newest call first, with the fields of the contract's `recent`."""
    return json.dumps([call.model_dump(mode="json") for call in calls], indent=2, ensure_ascii=False)


def as_csv(calls: Sequence[RecentCall]) -> str:
    """Write a heading and a line for each call; what a spreadsheet would run as a formula gets an apostrophe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for call in calls:
        row = call.model_dump(mode="json")
        writer.writerow([_harmless(row[column]) for column in COLUMNS])
    return text.getvalue()


HEADINGS: Final = (N_("When"), N_("Written"), N_("Dialled"), N_("State"), N_("From"))


def row(call: RecentCall) -> tuple[str, ...]:
    """Return a call's line for people, under `HEADINGS`."""
    state = f"{call.state}: {call.code}" if call.code else call.state
    return (local_time(call.at), printable(call.written), printable(call.dialled) or "-", state, where(call))


def as_text(calls: Sequence[RecentCall]) -> str:
    """Write columns for a pipe: each call on one line, nothing cut off."""
    rows = [tuple(map(_, HEADINGS)), *map(row, calls)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(each, widths, strict=True)).rstrip() for each in rows
    )


def _harmless(value: object) -> str:
    """Pages choose what `written` holds, so a spreadsheet must not run it. `+44 20…` stays as it is."""
    text = _AFTER_SEPARATOR.sub(r"\1'", printable(None if value is None else str(value)))
    bare = text.lstrip()
    formula = bare.startswith(_FORMULA) or (bare.startswith("+") and not bare[1:].replace(" ", "").isdigit())
    return f"'{text}" if formula else text


def printable(text: str | None) -> str:
    """Replace what could steer a terminal; a page chooses what `written` holds."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text or "")


def local_time(at: str) -> str:
    """Write a UTC instant of the journal as local date and time to the second."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def where(call: RecentCall) -> str:
    """Say where the call was asked for: the site without its scheme, or the gesture."""
    return printable(call.origin.partition("://")[2] if call.origin else call.via)
