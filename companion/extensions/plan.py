"""A plan: a CSV file that says how extensions are to be set. Pure; checked as a whole before anything is sent."""

import csv
import hashlib
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from companion.pbx import SetExtension

COLUMNS: Final = ("extension", "enabled", "external_calls", "recording")
REPORT_COLUMNS: Final = ("code", "message")
"""Added to the file of failures, and passed over when that is fed back."""
FAULTS_SHOWN: Final = 20
LONGEST_PLAN: Final = 64 * 1024 * 1024
"""Bytes; a hundred thousand extensions have 3 MB."""

_NUMBER: Final = re.compile(r"[0-9]{1,20}")
_WORDS: Final = {
    **dict.fromkeys(("yes", "true", "1", "on", "y"), True),
    **dict.fromkeys(("no", "false", "0", "off", "n"), False),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a plan."""

    line: int
    command: SetExtension


class PlanError(Exception):
    """The plan is not understood; `faults` name lines, at most `FAULTS_SHOWN` of them."""

    def __init__(self, faults: list[str]) -> None:
        more = len(faults) - FAULTS_SHOWN
        self.faults = faults[:FAULTS_SHOWN] + ([f"and {more} more"] if more > 0 else [])
        super().__init__("; ".join(self.faults))


def read_plan(text: str) -> list[Row]:
    """Read a plan; an empty field leaves that setting alone, a line without any setting is passed over.

    Comma, semicolon or tab separate, as the spreadsheet liked. Raises PlanError with every fault.
    """
    text = text.removeprefix("\ufeff")
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip().lower() for name in next(lines, [])]
        faults = _faults_of_head(names)
        if faults:
            raise PlanError(faults)
        rows: list[Row] = []
        seen: dict[str, int] = {}
        for fields in lines:
            if any(field.strip() for field in fields):
                _read_line(lines.line_num, names, fields, rows, seen, faults)
    except csv.Error as error:
        raise PlanError([f"line {lines.line_num}: {error}"]) from None
    if faults:
        raise PlanError(faults)
    return rows


def _faults_of_head(names: list[str]) -> list[str]:
    faults = []
    if "extension" not in names:
        faults.append(f"line 1: a column named extension is missing; the columns are {', '.join(COLUMNS)}")
    unknown = [name or "(empty)" for name in names if name not in COLUMNS + REPORT_COLUMNS]
    if unknown:
        faults.append(f"line 1: {', '.join(unknown)} is no column; the columns are {', '.join(COLUMNS)}")
    if len(set(names)) != len(names):
        faults.append("line 1: a column stands there twice")
    return faults


def _read_line(  # noqa: PLR0917 - the loop's body, for its length
    line: int, names: list[str], fields: list[str], rows: list[Row], seen: dict[str, int], faults: list[str]
) -> None:
    if len(fields) != len(names):
        faults.append(f"line {line}: {len(fields)} fields instead of {len(names)}")
        return
    values = dict(zip(names, (field.strip() for field in fields), strict=True))
    extension = values["extension"]
    if not _NUMBER.fullmatch(extension):
        faults.append(f"line {line}: extension: {extension[:30]!r} is not a number of up to 20 digits")
        return
    if extension in seen:
        faults.append(f"line {line}: extension {extension} stands in line {seen[extension]} already")
        return
    seen[extension] = line
    settings: dict[str, bool] = {}
    for name in COLUMNS[1:]:
        word = values.get(name, "").lower()
        if word in _WORDS:
            settings[name] = _WORDS[word]
        elif word:
            faults.append(f"line {line}: {name}: {word[:30]!r} is neither yes nor no")
    if settings:
        rows.append(Row(line, SetExtension(extension, **settings)))


def fingerprint(rows: Iterable[Row], pbx: str) -> str:
    """Name a plan by what it says and for which PBX, so that `--resume` goes on with the same one and no other."""
    text = "\n".join([pbx, *(repr(row.command) for row in rows)])
    return hashlib.sha256(text.encode()).hexdigest()


def failures_csv(failures: Iterable[tuple[SetExtension, str, str]]) -> str:
    """Write what failed, with code and message, in the form that `read_plan` reads."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS + REPORT_COLUMNS)
    words = {True: "yes", False: "no", None: ""}
    for command, code, message in failures:
        settings = (words[command.enabled], words[command.external_calls], words[command.recording])
        writer.writerow((command.extension, *settings, code, message))
    return out.getvalue()
