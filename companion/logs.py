"""What the companion writes down about itself: on standard error, and in a file that is rotated and private.

Nothing secret can get in. Our own messages carry no URL and shortened numbers; what libraries say is masked; of an
exception only its type and the places in the code are written, never its text or values, because those of a network
library hold URLs, and ours hold the PIN.
"""

import contextlib
import logging
import os
import re
import sys
import threading
import types
from typing import Final

from companion.errors import CallError
from companion.paths import PRIVATE_FILE, Paths, UnsafeFileError, check_file, private_folder

LEVEL_VARIABLE: Final = "CALLWITH_LOG"
"""Overrules the settings' level: debug, info, warning, error."""
LARGEST: Final = 1024 * 1024
"""Bytes of one file; two are kept. A call takes about 200, so this is some thousands of calls."""
LONGEST_LINE: Final = 4000
"""Characters; a traceback has fewer."""

_OURS: Final = "companion"
_LEVELS: Final = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_MASKED: Final = (
    (re.compile(r"[a-z][a-z0-9+.-]*:/+[^\s'\"<>]*", re.IGNORECASE), "[URL]"),
    (re.compile(r"\?[^\s]*=.*"), "?[query]"),
)
_FOREIGN_MASKED: Final = (
    *_MASKED,
    (re.compile(r"\b(pin|pwd|password|secret|token|authorization|cookie)\b.*", re.IGNORECASE), r"\1 [masked]"),
)


def logger(name: str) -> logging.Logger:
    """Return a module's logger; call with `__name__`."""
    return logging.getLogger(name)


def start(paths: Paths, level: str = "info") -> None:
    """Write to standard error and to the log file from now on; without the file if it cannot be written."""
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
        old.close()
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    fault = None
    try:
        handlers.append(_PrivateFile(paths))
    except UnsafeFileError as unsafe:
        fault = str(unsafe)
    except OSError as error:
        fault = error.strerror
    for handler in handlers:
        handler.setFormatter(_Careful())
        root.addHandler(handler)
    logging.raiseExceptions = False  # its report of a full disk would print the message's arguments
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda found: _uncaught(found.exc_type, found.exc_value, found.exc_traceback)
    use_level(level)
    if fault:
        logger(__name__).warning("no log file: %s", fault)


def use_level(level: str) -> None:
    """Write from this level on, unless the environment says otherwise."""
    wanted = os.environ.get(LEVEL_VARIABLE, "").lower()
    number = _LEVELS.get(wanted if wanted in _LEVELS else level, logging.INFO)
    logging.getLogger().setLevel(max(number, logging.INFO))
    logging.getLogger(_OURS).setLevel(number)


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: types.TracebackType | None) -> None:
    logger(_OURS).critical("not caught", exc_info=(kind, error or kind(), trace))


class _Careful(logging.Formatter):
    """One line of text for a record, with nothing of the values that led to it."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the record's line, masked; a traceback keeps its places on lines of their own."""
        text = record.getMessage()
        ours = record.name.partition(".")[0] == _OURS
        if not ours:
            text = text.partition("\n")[0]
        for pattern, replacement in _MASKED if ours else _FOREIGN_MASKED:
            text = pattern.sub(replacement, text)
        safe = logging.LogRecord(record.name, record.levelno, "", 0, _printable(text), (), None)
        safe.created, safe.msecs, safe.process = record.created, record.msecs, record.process
        line = super().format(safe)
        if record.exc_info and record.exc_info[1] is not None:
            line += f"\n{self.formatException(record.exc_info)}"
        return line[:LONGEST_LINE]

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's name
        """Write type and places of an exception and of those behind it."""
        error = ei[1] if isinstance(ei, tuple) else None
        lines: list[str] = []
        while isinstance(error, BaseException) and len(lines) < _DEEPEST:
            said = f": {error}" if isinstance(error, CallError) else ""
            lines.append(f"  {type(error).__module__}.{type(error).__qualname__}{said}")
            trace = error.__traceback__
            while trace is not None:
                code = trace.tb_frame.f_code
                lines.append(f"    {os.path.basename(code.co_filename)}:{trace.tb_lineno} {code.co_name}")  # noqa: PTH119 - a name from the interpreter
                trace = trace.tb_next
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(lines)


_DEEPEST: Final = 100
"""Lines of places; recursion has thousands."""


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


class _PrivateFile(logging.Handler):
    """`callwith.log`, appended to by every process of ours; who finds it full renames it to `callwith.1.log`."""

    def __init__(self, paths: Paths) -> None:
        super().__init__()
        self._path = private_folder(paths.logs) / "callwith.log"
        self._file = self._opened()

    def _opened(self) -> int:
        check_file(self._path)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        return os.open(self._path, flags, PRIVATE_FILE)

    def emit(self, record: logging.LogRecord) -> None:
        """Append a line in one write, so that those of several processes do not mix."""
        try:
            os.write(self._file, (self.format(record) + "\n").encode("utf-8", "replace"))
            if os.fstat(self._file).st_size > LARGEST:
                self._rotate()
        except (OSError, UnsafeFileError):
            return  # a full disk must not end a call

    def _rotate(self) -> None:
        with contextlib.suppress(OSError):  # Windows: another process has it open
            if os.path.getsize(self._path) > LARGEST:  # noqa: PTH202 - beside os.fstat
                self._path.replace(self._path.with_name("callwith.1.log"))
        old, self._file = self._file, self._opened()
        os.close(old)

    def close(self) -> None:
        """Close the file."""
        with contextlib.suppress(OSError):
            os.close(self._file)
        super().close()
