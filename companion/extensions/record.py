"""What was set, when, and how far each plan came: SQLite in the state folder, shared by several processes."""

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from companion.pbx import SetExtension

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS last_set (
  pbx TEXT, extension TEXT, setting TEXT, value INTEGER, at REAL, PRIMARY KEY (pbx, extension, setting)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS done (plan TEXT, extension TEXT, at REAL, PRIMARY KEY (plan, extension)) WITHOUT ROWID;
"""
_SETTINGS: Final = ("enabled", "external_calls", "recording")
_BUSY_SECONDS: Final = 10.0
"""How long a write waits for another process's."""


@dataclass(frozen=True, slots=True)
class LastSet:
    """One setting as we last set it; somebody else may have changed it since."""

    setting: str
    value: bool
    at: datetime


class Record:
    """The open file. Raises sqlite3.Error where it cannot be read or written."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        self._database = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=NORMAL")
        self._database.executescript(_SCHEMA)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._database.close()

    def done(self, pbx: str, command: SetExtension, plan: str | None = None) -> None:
        """Write down that a command was accepted, and with which plan."""
        now = time.time()
        values = [
            (pbx, command.extension, name, int(value), now)
            for name in _SETTINGS
            if (value := getattr(command, name)) is not None
        ]
        with closing(self._database.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            try:
                cursor.executemany("INSERT OR REPLACE INTO last_set VALUES (?, ?, ?, ?, ?)", values)
                if plan is not None:
                    cursor.execute("INSERT OR REPLACE INTO done VALUES (?, ?, ?)", (plan, command.extension, now))
            except BaseException:
                cursor.execute("ROLLBACK")
                raise
            cursor.execute("COMMIT")

    def finished(self, plan: str) -> set[str]:
        """Return the extensions that this plan has set already."""
        return {row[0] for row in self._database.execute("SELECT extension FROM done WHERE plan = ?", (plan,))}

    def forget(self, plan: str) -> None:
        """Begin a plan anew."""
        self._database.execute("DELETE FROM done WHERE plan = ?", (plan,))

    def last_set(self, pbx: str, extension: str) -> list[LastSet]:
        """Return what we last set of an extension."""
        rows = self._database.execute(
            "SELECT setting, value, at FROM last_set WHERE pbx = ? AND extension = ?", (pbx, extension)
        )
        return [LastSet(name, bool(value), datetime.fromtimestamp(at, UTC)) for name, value, at in rows]
