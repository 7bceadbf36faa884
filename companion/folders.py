"""Where the companion's files are, as plain strings: the host needs them before it has imported anything.

`CALLWITH_HOME` moves a user's settings, secrets file, journal and logs into one folder. Without it they are where the
system keeps such files (`platformdirs`); for Linux the rule is written out, because importing platformdirs takes longer
than the whole greeting. A test holds both against each other.
"""

import os
import sys

HOME_VARIABLE = "CALLWITH_HOME"
APP = "callwith"


def home() -> str | None:
    """Return the folder that `CALLWITH_HOME` names, absolute; None where it is not set."""
    value = os.environ.get(HOME_VARIABLE)
    return os.path.abspath(os.path.expanduser(value)) if value else None  # noqa: PTH100, PTH111 - pathlib costs 4 ms


def config_folder() -> str:
    """Return the folder of settings and secrets file."""
    return home() or _xdg("XDG_CONFIG_HOME", ".config") or _platform("user_config_dir")


def state_folder() -> str:
    """Return the folder of journal and logs."""
    return home() or _xdg("XDG_STATE_HOME", os.path.join(".local", "state")) or _platform("user_state_dir")  # noqa: PTH118 - as above


def system_folder() -> str:
    """Return the folder of settings for all users of the machine. No variable of a user's moves it."""
    return f"/etc/{APP}" if sys.platform == "linux" else _platform("site_config_dir")


def _xdg(variable: str, default: str) -> str | None:
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    value = os.environ.get(variable, "").strip()
    base = value or os.path.expanduser(f"~/{default}")  # noqa: PTH111 - as above
    return os.path.join(base, APP)  # noqa: PTH118 - as above


def _platform(function: str) -> str:
    import platformdirs  # noqa: PLC0415 - only on systems that need it, see above

    return str(getattr(platformdirs, function)(APP, appauthor=False))
