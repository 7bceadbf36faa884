"""Starts the settings window as a process of its own: it outlives the browser that asked for it."""

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Final

from companion.errors import CallError, Code
from companion.language import _

OPENING_SECONDS: Final = 20.0
"""A cold disk reads Tk and Python's parts within two."""
_PACKAGES: Final = {
    "apt-get": "sudo apt install python3-tk",
    "dnf": "sudo dnf install python3-tkinter",
    "zypper": "sudo zypper install python3-tk",
    "pacman": "sudo pacman -S tk",
    "apk": "sudo apk add python3-tkinter",
}


class WindowUnavailable(CallError):  # noqa: N818 - its code's name
    """No window can be shown here; `remedy` says what to do about that, or instead."""

    def __init__(self, detail: str, remedy: str) -> None:
        super().__init__(Code.WINDOW_UNAVAILABLE, detail)
        self._remedy = remedy

    @property
    def remedy(self) -> str:
        """What mends it here."""
        return self._remedy


def check() -> None:
    """Raise WindowUnavailable where it is known beforehand that no window can come."""
    if importlib.util.find_spec("tkinter") is None or importlib.util.find_spec("_tkinter") is None:
        raise WindowUnavailable(_("Python's part for windows, Tk, is not installed"), _without_tk())
    if sys.platform not in {"win32", "darwin"} and not os.environ.get("DISPLAY"):
        raise no_display()


def no_display() -> WindowUnavailable:
    """Return what is said where there is no screen."""
    return WindowUnavailable(_("there is no screen to show it on"), _("Run in a terminal: callwith setup"))


def open_window(language: str) -> None:
    """Start the window, or bring the one that is open to the front. Waits until it shows. Raises WindowUnavailable."""
    check()
    word = _started(command(language))
    if word == "no display":
        raise no_display()
    if word != "open":
        raise WindowUnavailable(_("it did not start"), _("Run in a terminal: callwith setup --window"))


def command(language: str) -> list[str]:
    """Return the command line of the window's process."""
    if getattr(sys, "frozen", False):  # one folder with programs of its own, no interpreter
        return [str(Path(sys.executable).with_name("callwith" + Path(sys.executable).suffix)), "setup", "--window"]
    return [sys.executable, "-m", "companion.window.main", language]


def _started(words: list[str]) -> str:
    """Start it apart from us and the browser, and return the first line it says."""
    flags = 0
    if sys.platform == "win32":  # not in the browser's job, which ends with the browser; no console
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_BREAKAWAY_FROM_JOB
    try:
        window = _popen(words, flags)
    except PermissionError:  # a job that lets nobody out
        window = _popen(words, flags & ~getattr(subprocess, "CREATE_BREAKAWAY_FROM_JOB", 0))
    except OSError:
        return ""
    timer = threading.Timer(OPENING_SECONDS, window.kill)
    timer.start()
    try:
        with contextlib.suppress(OSError):
            return window.stdout.readline().decode("ascii", "replace").strip() if window.stdout else ""
    finally:
        timer.cancel()
        threading.Thread(target=window.wait, daemon=True).start()  # so that no dead process stays
    return ""


def _popen(words: list[str], flags: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - our own program, with fixed words
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path.home(),
        start_new_session=True,
        creationflags=flags,
    )


def _without_tk() -> str:
    """Say which package brings Tk to this Python, where one does."""
    by_system = sys.prefix == "/usr" or sys.base_prefix == "/usr"
    package = next((said for program, said in _PACKAGES.items() if shutil.which(program)), None) if by_system else None
    if package:
        return _("Run: {command}; or set up in a terminal: callwith setup").format(command=package)
    return _("Run in a terminal: callwith setup; or install callwith with a Python that has Tk.")
