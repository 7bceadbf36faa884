"""The companion's files, and the checks that nobody else can have put them there."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from companion import folders
from companion.language import _

PRIVATE_FOLDER: Final = 0o700
PRIVATE_FILE: Final = 0o600
ADMINISTRATOR: Final = 0
"""Root's user id."""
ABOVE: Final = 64
"""Folders above a file of the machine that are looked at: all of them."""


class UnsafeFileError(Exception):
    """Somebody else could have written this file; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Every file the companion reads or writes."""

    config: Path
    state: Path
    system: Path = field(default_factory=lambda: Path(folders.system_folder()) / "settings.toml")
    """The settings of the machine, TOML: an administrator's. `CALLWITH_HOME` does not move them."""

    @classmethod
    def current(cls) -> Self:
        """Return the paths of this process: under `CALLWITH_HOME`, or where the system keeps such files."""
        return cls(Path(folders.config_folder()), Path(folders.state_folder()))

    @classmethod
    def under(cls, home: Path) -> Self:
        """Return the paths that `CALLWITH_HOME=home` gives."""
        return cls(home, home)

    @property
    def settings(self) -> Path:
        """The settings, TOML."""
        return self.config / "settings.toml"

    @property
    def secrets(self) -> Path:
        """PIN and password in a file, only by explicit choice."""
        return self.config / "secrets.json"

    @property
    def journal(self) -> Path:
        """The call journal, SQLite."""
        return self.state / "journal.sqlite3"

    @property
    def tokens(self) -> Path:
        """The token of a V20, shared by all processes: only one is valid at a time."""
        return self.state / "v20-token.json"

    @property
    def extensions(self) -> Path:
        """What was set of extensions from here, SQLite."""
        return self.state / "extensions.sqlite3"

    @property
    def turn(self) -> Path:
        """Locked by the process whose call is being placed."""
        return self.state / "calling.lock"

    @property
    def logs(self) -> Path:
        """The folder of the rotating logs."""
        return self.state / "logs"


def private_folder(folder: Path) -> Path:
    """Make a folder that only its owner can open, or check the one that is there. Raises UnsafeFileError, OSError."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    check_folder(folder)
    return folder


def check_folder(folder: Path) -> None:
    """Refuse a folder in which others can put files. Raises UnsafeFileError; a missing folder is fine."""
    with contextlib.suppress(FileNotFoundError):
        _check(folder, folder.stat(), "folder", "drwx------", PRIVATE_FOLDER)


def check_file(path: Path, *, secret: bool = False) -> None:
    """Refuse a file that is a link, belongs to somebody else, or can be written (or, a secret one, read) by others.

    Raises UnsafeFileError; a missing file is fine.
    """
    check_folder(path.parent)
    with contextlib.suppress(FileNotFoundError):
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise UnsafeFileError(_("{path} is a link; put the file itself there").format(path=path))
        if not stat.S_ISREG(found.st_mode):
            raise UnsafeFileError(_("{path} is not a file").format(path=path))
        _check(path, found, "file", "-rw-------", PRIVATE_FILE)
        if secret and sys.platform != "win32" and found.st_mode & 0o077:
            raise UnsafeFileError(_("{path} can be read by others; run: chmod 600 '{path}'").format(path=path))


def check_system_file(path: Path) -> None:
    """Refuse a file of the machine unless only administrators can have put it there, folders above it included.

    Raises UnsafeFileError, OSError; FileNotFoundError where there is none.
    """
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode):
        raise UnsafeFileError(_("{path} is not a file, or a link to one; put the file itself there").format(path=path))
    if sys.platform == "win32":
        from companion.windows_security import descriptor_of, untrusted  # noqa: PLC0415 - exists on Windows only

        for each in (path, path.parent):
            if reason := untrusted(descriptor_of(each)):
                raise UnsafeFileError(
                    _("{each} {reason}; settings for all users have to be administrators' own").format(
                        each=each, reason=reason
                    )
                )
        return
    for each in (path, *list(path.parents)[:ABOVE]):
        found = each.stat()
        if found.st_uid != ADMINISTRATOR:
            raise UnsafeFileError(
                _("{each} does not belong to root, as settings for all users must: chown root '{each}'").format(
                    each=each
                )
            )
        if found.st_mode & (stat.S_IWGRP | stat.S_IWOTH) and not found.st_mode & stat.S_ISVTX:
            raise UnsafeFileError(_("{each} can be written by others than root: chmod go-w '{each}'").format(each=each))


def stamp_of(path: Path) -> object:
    """Return what changes whenever the file becomes another one; None where there is none."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode, found.st_uid)


def _check(path: Path, found: os.stat_result, what: str, wanted: str, mode: int) -> None:
    if sys.platform == "win32":
        return  # the profile folder's access list does this there; st_mode and st_uid say nothing
    if found.st_uid not in {os.geteuid(), 0}:
        raise UnsafeFileError(
            _("{path} belongs to another user; the {what} has to be your own").format(path=path, what=what)
        )
    if found.st_mode & stat.S_IWOTH and not found.st_mode & stat.S_ISVTX:
        raise UnsafeFileError(
            _("{path} can be written by everybody; wanted {wanted}: chmod {mode:o} '{path}'").format(
                path=path, wanted=wanted, mode=mode
            )
        )


@contextlib.contextmanager
def overwriting(path: Path) -> Iterator[None]:
    """While a file is replaced or removed, hold the one that is there now, and blank it when it is gone.

    A disk may keep blocks that no file names any more. What an SSD keeps beyond that is not in our hands; nor is
    Windows, where a file that somebody holds can be neither replaced nor removed.
    """
    try:
        old = None if sys.platform == "win32" else os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        old = None  # nothing there, or nothing we may touch: who replaces it will say so
    try:
        yield
        if old is not None:
            os.pwrite(old, b" " * os.fstat(old).st_size, 0)
            os.fsync(old)
    finally:
        if old is not None:
            os.close(old)


def write_private(path: Path, text: str) -> None:
    """Replace a file's text in one step, readable by its owner only: after a crash it is the old one or the new one."""
    private_folder(path.parent)
    check_file(path)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with contextlib.suppress(FileNotFoundError):
        new.unlink()  # left by a process of this number that was killed
    try:
        with os.fdopen(os.open(new, flags, PRIVATE_FILE), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            new.unlink()
        raise
