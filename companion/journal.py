"""The call journal: what was asked, durable before anything is sent, and what came of it.

One SQLite file (WAL), shared by every host and command line of this user. The row is the lock: an id is inserted once,
for ever, and whoever did not insert it does not dial. What erasing and retention remove, `ids` still remembers, and
where the whole file is damaged or lost, `companion.journal_ids` does.

Times: `at` is the wall clock, for people; `tick` is the machine's monotonic clock, for limits, so that a clock that
jumps neither opens nor closes them. A tick from before a restart of the machine counts for at most one minute.
"""

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Literal, get_args
from uuid import UUID

from companion.errors import CallError, Code
from companion.journal_ids import SentIds
from companion.journal_schema import is_damage, prepare, set_aside
from companion.language import _
from companion.paths import UnsafeFileError, check_file, private_folder
from companion.protocol import CallState, RecentCall
from companion.shortening import shortened

JournalVia = Literal["click", "link", "menu", "shortcut", "popup", "omnibox", "handover", "cli"]

PATIENCE: Final = 2.0
"""Seconds to wait for another process that writes; each writes for under a millisecond."""
MINUTE: Final = 60.0
"""Seconds that `calls_per_minute` looks back."""

SWEEP: Final = 3600.0
"""Seconds between two looks for calls past their retention: a browser, and with it the host, may run for weeks."""

_STATES: Final = frozenset(get_args(CallState))
_COLUMNS: Final = "id, at, written, dialled, state, code, origin, via"


@dataclass(frozen=True, slots=True)
class Asked:
    """A call that somebody asks for."""

    id: UUID
    written: str
    dialled: str | None
    via: JournalVia
    origin: str | None = None
    code: Code | None = None
    """Set when it is refused before anything is sent."""


class AlreadyAskedError(Exception):
    """The id was asked for before; `known` is what came of it, None if the record was erased."""

    def __init__(self, known: RecentCall | None) -> None:
        super().__init__("asked before")
        self.known = known


class Journal:
    """One connection to the file. Safe to use from several threads; opens the file at first use.

    Every method raises CallError (`journal_unavailable`, with the reason) when the file cannot be used.
    """

    def __init__(self, path: Path, *, shorten_numbers: bool = False, keep_days: int | None = None) -> None:
        self._path = path
        self._shorten = shorten_numbers
        self._sent = SentIds(path.with_suffix(".ids"))
        self._keep_days = keep_days
        self._swept: float | None = None
        """When calls past their retention were last looked for, by the monotonic clock."""
        self._lock = threading.Lock()
        self._open: sqlite3.Connection | None = None
        self._identity: tuple[int | None, int | None] = (None, None)

    def ask(self, call: Asked, *, calls_per_minute: int) -> None:
        """Record that a call is asked for, on disk when this returns.

        Raises AlreadyAskedError for an id that was asked before, and CallError `too_many_calls`, recorded as a refusal,
        when the minute is full.
        """
        full, known = False, None
        with self._writing() as db:
            asked_before = db.execute("SELECT 1 FROM ids WHERE id = ?", (call.id.bytes,)).fetchone() is not None
            if asked_before:
                known = _one(db, call.id)
            else:
                tick = time.monotonic()
                if call.code is None:
                    (count,) = db.execute(
                        "SELECT count(*) FROM calls WHERE counts AND tick > ? AND tick <= ?", (tick - MINUTE, tick)
                    ).fetchone()
                    full = count >= calls_per_minute
                code = call.code or (Code.TOO_MANY_CALLS if full else None)
                db.execute("INSERT INTO ids (id) VALUES (?)", (call.id.bytes,))
                db.execute(
                    f"INSERT INTO calls ({_COLUMNS}, tick, counts, pid) VALUES (?,?,?,?,?,?,?,?,?,?,?)",  # noqa: S608 - a constant
                    (
                        call.id.bytes,
                        datetime.now(UTC).isoformat(timespec="milliseconds"),
                        self._kept(call.written),
                        self._kept(call.dialled),
                        "refused" if code else "asked",
                        code,
                        call.origin,
                        call.via,
                        tick,
                        code is None,
                        os.getpid(),
                    ),
                )
        if asked_before:
            raise AlreadyAskedError(known)
        if full:
            raise CallError(
                Code.TOO_MANY_CALLS,
                _("{calls_per_minute} calls a minute are allowed").format(calls_per_minute=calls_per_minute),
            )
        if call.code is None:
            self._remember(call.id)

    def _remember(self, call: UUID) -> None:
        """Write the id of a recorded call that is about to be sent beside the journal too, or refuse the call."""
        try:
            with self._using():
                self._sent.add(call.bytes)
        except CallError as fault:
            with contextlib.suppress(CallError):  # the disk is full: the record stays "asked", to be settled as unknown
                self.outcome(call, "refused", fault.code)
            raise

    def outcome(self, call: UUID, state: CallState, code: Code | None = None) -> None:
        """Record what came of a call, on disk when this returns."""
        with self._writing() as db:
            db.execute("UPDATE calls SET state = ?, code = ? WHERE id = ?", (state, code, call.bytes))

    def settle(self) -> int:
        """Turn calls still `asked` into `unknown`; return how many.

        Only for the process whose turn it is (`companion.turn`): nobody else is placing a call then, so these were left
        by a process that was killed.
        """
        with self._writing() as db:
            return db.execute(
                "UPDATE calls SET state = 'unknown', code = ? WHERE state = 'asked'", (Code.CALL_OUTCOME_UNKNOWN,)
            ).rowcount

    def has_unsettled(self) -> bool:
        """Tell whether a call is `asked`: being placed now, or left by a process that was killed."""
        with self._using() as db:
            return db.execute("SELECT 1 FROM calls WHERE state = 'asked' LIMIT 1").fetchone() is not None

    def find(self, call: UUID) -> RecentCall | None:
        """Return the record of a call."""
        with self._using() as db:
            return _one(db, call)

    def recent(
        self,
        limit: int = 20,
        *,
        state: CallState | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        number: str | None = None,
        origin: str | None = None,
        via: JournalVia | None = None,
    ) -> list[RecentCall]:
        """Return the latest calls, newest first.

        `number` is a part of the number as written or dialled, `origin` a part of the site.
        """
        digits = "".join(letter for letter in number if letter.isdecimal() or letter in "+*#") if number else None
        wanted = {
            "state = :state": state,
            "at >= :since": _instant(since) if since else None,
            "at < :until": _instant(until) if until else None,
            "(instr(written, :number) OR instr(dialled, :digits) OR instr(digits(written), :digits))": digits or number,
            "instr(origin, :origin)": origin,
            "via = :via": via,
        }
        where = " AND ".join(text for text, value in wanted.items() if value) or "1"
        query = f"SELECT {_COLUMNS} FROM calls WHERE {where} ORDER BY rowid DESC LIMIT :limit"  # noqa: S608 - constants
        values = {
            "state": state,
            "since": wanted["at >= :since"],
            "until": wanted["at < :until"],
            "number": number,
            "digits": digits or number,
            "origin": origin,
            "via": via,
            "limit": limit,
        }
        with self._using() as db:
            return [_record(row) for row in db.execute(query, values)]

    def erase(self, before: datetime | None = None) -> int:
        """Forget calls, all or those before an instant; return how many. Their ids stay: none is dialled again."""
        with self._writing() as db:
            if before is None:
                count = db.execute("DELETE FROM calls WHERE state <> 'asked'").rowcount
            else:
                count = db.execute("DELETE FROM calls WHERE state <> 'asked' AND at < ?", (_instant(before),)).rowcount
        with self._using() as db, contextlib.suppress(sqlite3.OperationalError):
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # so that what was erased is not left in the log
        return count

    def check(self) -> str:
        """Open the file, write to it and look it over; return a line for `doctor`."""
        with self._writing() as db:
            (calls,) = db.execute("SELECT count(*) FROM calls").fetchone()
            db.execute("UPDATE meta SET value = value WHERE name = 'checked'")
        with self._using() as db:
            (sound,) = db.execute("PRAGMA quick_check(1)").fetchone()
        if sound != "ok":
            raise CallError(Code.JOURNAL_UNAVAILABLE, _("{path} is damaged").format(path=self._path))
        return f"{calls} calls in {self._path}"

    def close(self) -> None:
        """Close the file; safe to call twice."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    def _kept(self, number: str | None) -> str | None:
        return shortened(number) if number and self._shorten else number

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._using() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                with contextlib.suppress(sqlite3.Error):  # the first error is the one to tell of
                    db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    @contextlib.contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        fault = ""
        with self._lock:
            try:
                yield self._connected()
            except UnsafeFileError as unsafe:
                fault = str(unsafe)
            except OSError as error:
                fault = f"{self._path} cannot be opened: {error.strerror}"
            except sqlite3.Error as error:
                self._forget_connection()
                fault = f"{self._path}: {error}"
                if is_damage(error):
                    kept = set_aside(self._path)
                    fault = f"it was damaged and is kept as {kept.name}; a new one is begun, so call again"
        if fault:
            raise CallError(Code.JOURNAL_UNAVAILABLE, fault)

    def _forget_connection(self) -> None:
        if self._open is not None:
            with contextlib.suppress(sqlite3.Error):
                self._open.close()
            self._open = None

    def _connected(self) -> sqlite3.Connection:
        """Open the file once; again when another one is in its place, so that no call is recorded in a deleted file."""
        if self._open is not None and _identity(self._path) != self._identity:
            self._forget_connection()
        if self._open is None:
            private_folder(self._path.parent)
            check_file(self._path)
            try:
                self._open = prepare(self._path, PATIENCE)
            except sqlite3.Error as error:
                if not is_damage(error):
                    raise
                set_aside(self._path)
                self._open = prepare(self._path, PATIENCE)
            self._remember_sent(self._open)
            self._identity = _identity(self._path)
            self._swept = None
        if self._keep_days is not None and (self._swept is None or time.monotonic() - self._swept > SWEEP):
            self._swept = time.monotonic()
            oldest = datetime.now(UTC) - timedelta(days=self._keep_days)
            self._open.execute("DELETE FROM calls WHERE state <> 'asked' AND at < ?", (_instant(oldest),))
        return self._open

    def _remember_sent(self, db: sqlite3.Connection) -> None:
        """Take over ids that were sent while another journal lay here, now damaged, lost or newer; begin their file."""
        if not self._sent.exists():
            if known := [each for (each,) in db.execute("SELECT id FROM ids")]:
                self._sent.add(*known)
            return
        last = self._sent.last()
        if last is None or not db.execute("SELECT 1 FROM ids WHERE id = ?", (last,)).fetchone():
            db.execute("BEGIN IMMEDIATE")
            db.executemany("INSERT OR IGNORE INTO ids (id) VALUES (?)", ((each,) for each in self._sent.all()))
            db.execute("COMMIT")


def _identity(path: Path) -> tuple[int | None, int | None]:
    """Tell the files apart that lie at this name: the journal and its log, which is there while anybody has it open."""
    return _inode(path), _inode(path.with_name(f"{path.name}-wal"))


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return None


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _one(db: sqlite3.Connection, call: UUID) -> RecentCall | None:
    row = db.execute(f"SELECT {_COLUMNS} FROM calls WHERE id = ?", (call.bytes,)).fetchone()  # noqa: S608 - a constant
    return _record(row) if row else None


def _record(row: tuple[bytes, str, str, str | None, str, str | None, str | None, str]) -> RecentCall:
    """Read a row; a state or code of a newer version becomes `unknown` or none."""
    identity, at, written, dialled, state, code, origin, via = row
    return RecentCall.model_validate(
        {
            "id": UUID(bytes=identity),
            "at": at,
            "written": written,
            "dialled": dialled,
            "state": state if state in _STATES else "unknown",
            "code": Code(code) if code in set(Code) else None,
            "origin": origin,
            "via": via if via in get_args(JournalVia) else "cli",
        }
    )
