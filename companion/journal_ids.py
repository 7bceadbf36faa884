"""The ids that were ever sent, a second time beside the journal: one a line, appended, never rewritten.

The journal knows them too. But a journal that is damaged is set aside, and one that is lost begins anew, or an older
one comes back from a backup: then this file still knows what must not be dialled again.
"""

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from companion.paths import PRIVATE_FILE, check_file

_LINE: Final = re.compile(rb"[0-9a-f]{32}")
_LENGTH: Final = 34
"""Bytes of an entry: a newline on both sides, so that one that was cut off harms no other, and 32 digits."""


class SentIds:
    """The file. An entry is written in one piece, so that those of several processes do not mix."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def exists(self) -> bool:
        """Tell whether any id was written."""
        return self._path.is_symlink() or self._path.exists()

    def add(self, *ids: bytes) -> None:
        """Append ids, on disk when this returns. Raises OSError, UnsafeFileError."""
        check_file(self._path)
        text = b"".join(b"\n%s\n" % each.hex().encode() for each in ids)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        file = os.open(self._path, flags, PRIVATE_FILE)
        try:
            if os.write(file, text) < len(text):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(file)
        finally:
            os.close(file)

    def last(self) -> bytes | None:
        """Return the id that was added last; None where none can be read. Raises OSError, UnsafeFileError."""
        check_file(self._path)
        try:
            with self._path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(0, size - 2 * _LENGTH))  # the last may be cut off
                found = _LINE.findall(file.read())
        except FileNotFoundError:
            return None
        return bytes.fromhex(found[-1].decode()) if found else None

    def all(self) -> Iterator[bytes]:
        """Read them all; what is damaged is passed over."""
        with self._path.open("rb") as file:
            for line in file:
                if _LINE.fullmatch(found := line.strip()):
                    yield bytes.fromhex(found.decode())
