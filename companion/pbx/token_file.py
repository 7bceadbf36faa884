"""Tokens shared by all processes of a user: one private file, one lock."""

import asyncio
import contextlib
import json
import os
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from companion.paths import UnsafeFileError, check_file
from companion.pbx import limits
from companion.pbx.tokens import Remembered, Token, TokenSlot
from companion.secret import Secret

_POLL_SECONDS: Final = 0.02

if sys.platform == "win32":  # pragma: no cover - not run here
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileTokenStore:
    """Keeps tokens in `path`, readable by the user alone; they are good for an hour at most.

    A file that cannot be read or written costs a sign-in of this process, never a call.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextlib.asynccontextmanager
    async def locked(self, client: str) -> AsyncIterator[TokenSlot]:
        """Lock all clients' places, across processes; after `STORE_SECONDS` it goes on without."""
        descriptor = self._open_lock()
        try:
            if descriptor is not None:
                give_up = time.monotonic() + limits.STORE_SECONDS
                while time.monotonic() < give_up:
                    try:
                        _try_lock(descriptor)
                        break
                    except OSError:
                        await asyncio.sleep(_POLL_SECONDS)
            yield _FileSlot(self._path, client)
        finally:
            if descriptor is not None:
                os.close(descriptor)  # gives the lock back

    def _open_lock(self) -> int | None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return os.open(f"{self._path}.lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except OSError:
            return None


class _FileSlot:
    def __init__(self, path: Path, client: str) -> None:
        self._path = path
        self._client = client

    def _all(self) -> dict[str, object]:
        try:
            check_file(self._path, secret=True)
            read = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError, UnsafeFileError):
            return {}  # a link, a pipe or somebody else's file: signed in anew, and replaced by our own
        return read if isinstance(read, dict) else {}

    def read(self) -> Remembered:
        entry = self._all().get(self._client)
        if not isinstance(entry, dict):
            return Remembered()
        value, good_until, refused = entry.get("token"), entry.get("good_until"), entry.get("refused")
        token = None
        if isinstance(value, str) and isinstance(good_until, int | float):
            token = Token(Secret(value), good_until)
        return Remembered(token, refused if isinstance(refused, str) else None)

    def write(self, remembered: Remembered) -> None:
        everything = self._all()
        token = remembered.token
        everything[self._client] = {
            "token": token.value.reveal() if token else None,
            "good_until": token.good_until if token else None,
            "refused": remembered.refused,
        }
        new = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        try:
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(everything, file)
            new.replace(self._path)
        except OSError:
            new.unlink(missing_ok=True)
