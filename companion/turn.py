"""One call at a time, across every process of this user: whoever holds the lock places a call."""

import asyncio
from pathlib import Path
from typing import Final

from companion.errors import CallError, Code
from companion.file_lock import FileLock
from companion.paths import UnsafeFileError, check_file, private_folder

PATIENCE: Final = 0.25
"""Seconds to wait: longer than anybody holds the lock to look for calls left behind, shorter than a call takes."""
_PAUSE: Final = 0.02
"""Seconds between two tries."""


async def take_turn(path: Path, patience: float = PATIENCE) -> FileLock | None:
    """Return the lock, held; None when another call is being placed. Raises CallError (`journal_unavailable`)."""
    lock = FileLock(path)
    loop = asyncio.get_running_loop()
    deadline = loop.time() + patience
    while not _try(lock, path):
        if loop.time() >= deadline:
            return None
        await asyncio.sleep(_PAUSE)
    return lock


def _try(lock: FileLock, path: Path) -> bool:
    fault = ""
    try:
        private_folder(path.parent)
        check_file(path)
        return lock.acquire()
    except UnsafeFileError as unsafe:
        fault = str(unsafe)
    except OSError as error:
        fault = f"{path} cannot be opened: {error.strerror}"
    raise CallError(Code.JOURNAL_UNAVAILABLE, fault)
