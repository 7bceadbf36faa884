"""Frames of native messaging: a length of four bytes in native byte order, then that many bytes of UTF-8 JSON.

Pure, and imports nothing but `sys`: the host greets with it before anything else is loaded. Source: the browsers' own
documentation of native messaging; the limits are ours and far below theirs (1 MiB towards the browser).
"""

import sys

TYPE_CHECKING = False  # typing costs 4 ms, and the greeting waits for this module
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_FRAME = 64 * 1024
"""Longest frame either side sends, in bytes; a dial needs under 4 KiB."""
READ_SIZE = 64 * 1024
"""Bytes asked of standard input at a time."""
HEADER = 4
"""Bytes of the length."""


def pack(payload: bytes) -> bytes:
    """Return the frame of a payload. Raises ValueError past MAX_FRAME: the browser would close the port."""
    if len(payload) > MAX_FRAME:
        raise ValueError(f"a frame of {len(payload)} bytes is longer than {MAX_FRAME}")
    return len(payload).to_bytes(HEADER, sys.byteorder) + payload


class FrameReader:
    """Cuts a stream into payloads. Holds at most one frame, whatever length a header claims.

    A frame longer than MAX_FRAME is passed over as it arrives and yielded once, as None.
    """

    __slots__ = ("_held", "_skip")

    def __init__(self) -> None:
        self._held = bytearray()
        self._skip = 0

    def feed(self, data: bytes) -> "Iterator[bytes | None]":
        """Take what arrived; yield each payload that is now complete."""
        self._held += data
        while True:
            if self._skip:
                dropped = min(self._skip, len(self._held))
                del self._held[:dropped]
                self._skip -= dropped
                if self._skip:
                    return
                yield None
            if len(self._held) < HEADER:
                return
            length = int.from_bytes(self._held[:HEADER], sys.byteorder)
            if length > MAX_FRAME:
                del self._held[:HEADER]
                self._skip = length
                continue
            if len(self._held) < HEADER + length:
                return
            payload = bytes(self._held[HEADER : HEADER + length])
            del self._held[: HEADER + length]
            yield payload
