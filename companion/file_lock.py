"""A lock between processes that the system takes back when its holder dies, however it dies."""

import contextlib
import os
import sys
from pathlib import Path
from typing import Self

from companion.paths import PRIVATE_FILE


class FileLock:
    """One try at a lock on a file, which stays empty. Used by one thread at a time; two objects exclude each other."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def acquire(self) -> bool:
        """Take the lock, or return False at once if somebody has it. Raises OSError."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        file = os.open(self._path, flags, PRIVATE_FILE)
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):  # what flock and msvcrt say when it is taken
            os.close(file)
            return False
        except BaseException:
            os.close(file)
            raise
        self._file = file
        return True

    def release(self) -> None:
        """Give the lock back; safe to call twice."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                os.close(self._file)  # ends the lock on every system
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
