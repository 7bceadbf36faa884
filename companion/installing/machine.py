"""The machine as far as installing is concerned: which system, whose home, what is on PATH, the registry."""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from companion.installing.registry import Registry


class System(StrEnum):
    """Systems that browsers keep their manifests in different places on."""

    LINUX = "linux"
    MACOS = "macos"
    WINDOWS = "windows"


@dataclass(frozen=True, slots=True)
class Machine:
    """Where to look and what to change. Tests build one over a temporary folder."""

    system: System
    folders: Mapping[str, Path]
    """What the placeholders of `locations.toml` stand for: home, config, local, roaming, program_files…"""
    which: Callable[[str], str | None]
    registry: Registry | None = None
    """Windows only."""
    shared_registry: Registry | None = None
    """That of all users, likewise."""
    root: Path = field(default=Path("/"))
    """What absolute paths of `locations.toml` are relative to."""

    def expand(self, template: str) -> Path:
        """Turn a path of `locations.toml` into one of this machine."""
        if template.startswith("{"):
            name, _, rest = template[1:].partition("}")
            return self.folders[name] / rest.lstrip("/")
        return self.root / template.lstrip("/")

    def program(self, name: str) -> Path | None:
        """Find a program by its name on PATH or by its whole path."""
        if "/" in name:
            path = self.expand(name)
            return path if path.exists() else None
        found = self.which(name)
        return Path(found) if found else None


def this_machine(home: Path | None = None, *, everybody: bool = False) -> Machine:
    """Describe the machine this runs on; `home` stands in for the user's home folder and all that hangs on it."""
    environment = os.environ if home is None else {}
    home = home or Path.home()
    folders = {
        "home": home,
        "config": Path(environment.get("XDG_CONFIG_HOME") or home / ".config"),
        "local": Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local"),
        "roaming": Path(environment.get("APPDATA") or home / "AppData" / "Roaming"),
        "program_files": Path(os.environ.get("PROGRAMFILES", r"C:\Program Files")),
        "program_files_x86": Path(os.environ.get("PROGRAMFILES(X86)", r"C:\Program Files (x86)")),
    }
    registry: Registry | None = None
    shared: Registry | None = None
    if sys.platform == "win32":
        from companion.installing.registry import WindowsRegistry  # noqa: PLC0415 - exists on Windows only

        system, registry, shared = System.WINDOWS, WindowsRegistry(), WindowsRegistry(everybody=True)
    else:
        system = System.MACOS if sys.platform == "darwin" else System.LINUX
    return Machine(system, folders, shutil.which, shared if everybody else registry, shared)
