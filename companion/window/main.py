"""The window's process: one at a time. Whoever starts a second one brings the first to the front.

Says `open`, or why it is not, as one line on standard output, for the host that started it.
"""

import os
import sys
import tkinter as tk
from pathlib import Path
from typing import Final

from companion import language
from companion.file_lock import FileLock
from companion.paths import Paths, private_folder
from companion.window import looks
from companion.window.view import Window
from companion.window.work import Work

OPEN: Final = "open"
NO_DISPLAY: Final = "no display"
LOCK: Final = "window.lock"
LOOK_MS: Final = 300
"""How often an open window looks whether it is wanted in front."""


def run(tag: str | None) -> str | None:
    """Show the window until it is closed; None, or NO_DISPLAY where it cannot be shown."""
    tag = language.use(tag) if tag else language.use_environment()
    file = private_folder(Paths.current().state) / LOCK
    lock = FileLock(file)
    if not lock.acquire():
        os.utime(file)  # the window that is there sees this, and comes to the front
        _tell(OPEN)
        return None
    with lock:
        try:
            root = looks.new_root()
        except tk.TclError:
            return NO_DISPLAY
        Window(root, Work(), tag)
        _come_when_called(root, file, _touched(file))
        root.deiconify()
        root.after_idle(_tell, OPEN)
        root.mainloop()
    return None


def main() -> int:
    """Run what the host started: `python -m companion.window.main [LANGUAGE]`."""
    failed = run(sys.argv[1] if len(sys.argv) > 1 else None)
    if failed:
        _tell(failed)
    return 1 if failed else 0


def _come_when_called(root: tk.Tk, file: Path, before: int) -> None:
    now = _touched(file)
    if now != before:
        root.deiconify()
        root.lift()
        (root.focus_lastfor() or root).focus_force()
    root.after(LOOK_MS, _come_when_called, root, file, now)


def _touched(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def _tell(word: str) -> None:
    """Say it once; nobody may be listening any more later."""
    if sys.stdout is not None:
        print(word, flush=True)  # noqa: T201 - one word for the host, see above
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


if __name__ == "__main__":
    sys.exit(main())
