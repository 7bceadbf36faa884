"""Logs: standard error (the browser's own log) and a rotating file. No number in full, no URL, no secret.

Secrets cannot reach a log by construction: `Secret` does not print, and URLs are not logged by anyone. What foreign
code logs is kept to warnings, and every record passes the filter here all the same.
"""

import logging
import logging.handlers
import re
import sys
import threading
from types import TracebackType
from typing import Final

from companion.paths import PRIVATE_FOLDER, Paths
from companion.shortening import shortened

FILE_BYTES: Final = 512 * 1024
"""One log file's size; with its predecessor at most a megabyte on disk."""
KEPT_FILES: Final = 1

_FORMAT: Final = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"
_URL: Final = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://\S+|\S*PbxAPI\.aspx\S*|\b(?:pin|pwd|password)=\S+", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\+?\d{7,}")


def clean(text: str) -> str:
    """Take URLs, credentials in queries and long numbers out of a text."""
    return _NUMBER.sub(lambda found: shortened(found[0]), _URL.sub("[address]", text))


class _CleanFormatter(logging.Formatter):
    """Formats like the original, then cleans the whole line, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return clean(super().format(record))


def logger(name: str) -> logging.Logger:
    """Return a module's logger."""
    return logging.getLogger(name)


def start(paths: Paths, name: str = "host", *, level: int = logging.INFO) -> None:
    """Log to standard error and to `<state>/logs/<name>.log`. A log that cannot be written stops nothing."""
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    logging.getLogger("companion").setLevel(level)
    formatter = _CleanFormatter(_FORMAT)
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    try:
        paths.logs.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        handlers.append(
            logging.handlers.RotatingFileHandler(
                paths.logs / f"{name}.log", maxBytes=FILE_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
            )
        )
    except OSError:
        pass  # a full or read-only disk: standard error is left, and calls have the journal's own check
    for handler in handlers:
        handler.setFormatter(formatter)
        root.addHandler(handler)
    logging.raiseExceptions = False  # a broken log handler must not print tracebacks with their locals
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_crash
    threading.excepthook = _log_thread_crash


def _log_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("companion.crash").critical("stopped by %s", kind.__name__, exc_info=(kind, error, trace))


def _log_thread_crash(crash: threading.ExceptHookArgs) -> None:
    if crash.exc_value is not None:
        _log_crash(crash.exc_type, crash.exc_value, crash.exc_traceback)
