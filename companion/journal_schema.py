"""The journal's tables, their versions, and what is done with a file that is none."""

import contextlib
import os
import sqlite3
import time
from pathlib import Path
from typing import Final

from companion.file_lock import FileLock
from companion.paths import PRIVATE_FILE

VERSION: Final = 1
"""Raised with every change; `_STEPS[n]` leads from version n to n + 1."""

_CACHE_KIB: Final = 256
"""Pages kept in memory; the journal is read a screenful at a time."""

_STEPS: Final = (
    """
    CREATE TABLE IF NOT EXISTS ids (id BLOB PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS calls (
        id BLOB NOT NULL UNIQUE,
        at TEXT NOT NULL,
        written TEXT NOT NULL,
        dialled TEXT,
        state TEXT NOT NULL,
        code TEXT,
        origin TEXT,
        via TEXT NOT NULL,
        tick REAL NOT NULL,
        counts INTEGER NOT NULL,
        pid INTEGER NOT NULL
    );
    CREATE INDEX IF NOT EXISTS calls_tick ON calls (tick) WHERE counts;
    CREATE INDEX IF NOT EXISTS calls_asked ON calls (state) WHERE state = 'asked';
    CREATE INDEX IF NOT EXISTS calls_at ON calls (at);
    CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    INSERT OR IGNORE INTO meta VALUES ('checked', '');
    """,
)


class NewerSchemaError(sqlite3.Error):
    """The file was written by a newer companion, which may know things this one would lose."""


def prepare(path: Path, patience: float) -> sqlite3.Connection:
    """Open the journal, made or brought up to date as needed. Raises sqlite3.Error, OSError."""
    # Made by us, not by SQLite, so that it is private from its first moment; -wal and -shm take its mode over.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), PRIVATE_FILE))
    db = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        db.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten, not only unlinked
        _wal(db, patience)
        db.execute(
            "PRAGMA synchronous = FULL"
        )  # a commit is on disk when it returns: the promise before a call is sent
        db.create_function("digits", 1, _digits, deterministic=True)
        _migrate(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _wal(db: sqlite3.Connection, patience: float) -> None:
    """Switch to WAL. SQLite answers "locked" at once, whatever the timeout, while another process does the same."""
    deadline = time.monotonic() + patience
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        (version,) = db.execute("PRAGMA user_version").fetchone()  # another process may have done it meanwhile
        _refuse_newer(version, path)
        for step in _STEPS[version:]:
            for statement in step.split(";"):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise


def _refuse_newer(version: int, path: Path) -> None:
    if version > VERSION:
        raise NewerSchemaError(f"{path.name} was written by a newer version; update the companion")


def _digits(text: object) -> str:
    return "".join(letter for letter in str(text or "") if letter.isdecimal() or letter in "+*#")


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file is no journal any more, rather than locked or out of reach."""
    if isinstance(error, NewerSchemaError):
        return False
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest its detail
    return code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def set_aside(path: Path) -> Path:
    """Rename a damaged journal and what belongs to it; nothing is deleted. Returns the new name. Raises OSError."""
    kept = path.with_name(f"{path.stem}.damaged-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}{path.suffix}")
    with FileLock(path.with_name("journal.lock")) as lock:
        # Whoever gets the lock looks again: another process may have put a sound file there.
        if lock.acquire() and _still_damaged(path):
            for suffix in ("", "-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    os.replace(f"{path}{suffix}", f"{kept}{suffix}")  # noqa: PTH105 - three names that share a stem
    return kept


def _still_damaged(path: Path) -> bool:
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=0.5)) as db:
            return bool(db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
    except sqlite3.Error as error:
        return is_damage(error)
