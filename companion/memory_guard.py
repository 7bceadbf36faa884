"""What a process holds in memory stays there: no core file, and no other program of the user may look into it."""

import contextlib
import functools
import sys
from typing import Final

_PR_SET_DUMPABLE: Final = 4
"""Of Linux's <sys/prctl.h>. A limit of 0 is not enough where cores go to a program instead of a file."""


@functools.cache
def keep_memory_private() -> None:
    """Do so for this process, once, as far as the system can; before a secret is read."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limit
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            import ctypes  # noqa: PLC0415 - takes some milliseconds, and only processes with secrets need it

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
