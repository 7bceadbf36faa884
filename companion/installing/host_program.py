"""Where the installed `callwith-host` is."""

import os
import sys
import sysconfig
from pathlib import Path

NAME = "callwith-host"


def candidates() -> list[Path]:
    """Places an installer may have put the entry point, best first."""
    name = f"{NAME}.exe" if sys.platform == "win32" else NAME
    user_scheme = sysconfig.get_preferred_scheme("user")
    folders = [
        Path(sys.executable).parent,  # a virtual environment, pipx: not resolved, its python is a link
        Path(sysconfig.get_path("scripts")),
        Path(sysconfig.get_path("scripts", user_scheme)),
        Path(sys.argv[0]).absolute().parent,  # beside the running `callwith`
    ]
    return list(dict.fromkeys(folder / name for folder in folders))


def find() -> Path | None:
    """Return the absolute path of the installed `callwith-host`, None if there is none."""
    return next((path.absolute() for path in candidates() if path.is_file() and os.access(path, os.X_OK)), None)
