"""Registering for all users of a machine: who may, where our own notes are, and which program others can be given."""

import os
import stat
import sys
from pathlib import Path
from typing import Final

from companion import folders
from companion.installing.manifests import Callers
from companion.language import N_, _
from companion.paths import Paths
from companion.settings import SystemSettings, read_system

INSTALL_FOR_ALL: Final = N_(
    "Install it where only administrators write: as a .deb, or with: sudo pipx install --global callwith"
)
_FOR_ALL_LINUX: Final = "/var/lib/callwith"


def is_administrator() -> bool:
    """Tell whether this process may change what belongs to all users."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - exists on Windows only

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    return os.geteuid() == 0


def again_as_administrator(command: str) -> str:
    """Say how to run it with more rights; the whole path, because root's PATH may lack it."""
    if sys.platform == "win32":
        return _("Run it in a terminal that was started as administrator.")
    program = Path(sys.argv[0]).absolute()
    name = str(program) if program.name == "callwith" else "callwith"
    return _("Run: {command}").format(command=f"sudo {name} {command}")


def data_folder() -> Path:
    """Return the folder where it is noted what was made for all users."""
    return Path(_FOR_ALL_LINUX if sys.platform == "linux" else folders.system_folder())


def callers() -> Callers:
    """Return the further extensions that the settings of the machine let in. Raises CallError."""
    found = SystemSettings.model_validate(read_system(Paths.current())).callers
    return Callers(tuple(found.chromium), tuple(found.firefox)) if found else Callers()


def fault_of(host: Path | None) -> str | None:
    """Say why this program cannot be everybody's: others cannot start it, or somebody else than root can change it."""
    if host is None:
        return _("The program callwith-host is not installed beside this one.")
    if sys.platform == "win32":
        return None  # where it may be written is the folder's access list, as for every program there
    for each in (host, *host.parents):
        found = each.stat()
        if found.st_uid != 0 or (found.st_mode & (stat.S_IWGRP | stat.S_IWOTH) and not found.st_mode & stat.S_ISVTX):
            return _("{place} can be changed by others than root, who would then choose what all users run.").format(
                place=each
            )
        if not found.st_mode & stat.S_IXOTH:
            return _("{place} cannot be entered by other users, so that their browsers cannot start it.").format(
                place=each
            )
    return None
