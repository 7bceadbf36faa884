"""Machines made of a temporary folder, and a registry made of a dictionary."""

from pathlib import Path

from companion.installing.machine import Machine, System
from companion.installing.manifests import Callers
from companion.installing.plan import Work


class FakeRegistry:
    """Behaves as `WindowsRegistry` does: a key exists once written, and with it every key above it."""

    def __init__(self, *keys: str) -> None:
        self.values: dict[str, str | None] = {}
        for key in keys:
            self._make(key)

    def _make(self, key: str) -> None:
        parts = key.split("\\")
        for end in range(1, len(parts) + 1):
            self.values.setdefault("\\".join(parts[:end]), None)

    def read(self, key: str) -> str | None:
        return self.values.get(key)

    def exists(self, key: str) -> bool:
        return key in self.values

    def write(self, key: str, value: str) -> None:
        self._make(key)
        self.values[key] = value

    def remove_if_empty(self, key: str) -> bool:
        if key not in self.values or any(other.startswith(key + "\\") for other in self.values):
            return False
        del self.values[key]
        return True


def machine(
    tmp_path: Path,
    system: System = System.LINUX,
    programs: tuple[str, ...] = (),
    registry: FakeRegistry | None = None,
) -> Machine:
    """A machine whose disk is `tmp_path/disk` and whose PATH holds `programs`."""
    disk = tmp_path / "disk"
    home = disk / "home" / "ada"
    home.mkdir(parents=True, exist_ok=True)
    folders = {
        "home": home,
        "config": home / ".config",
        "local": home / "AppData" / "Local",
        "roaming": home / "AppData" / "Roaming",
        "program_files": disk / "Program Files",
        "program_files_x86": disk / "Program Files (x86)",
    }
    binaries = disk / "usr" / "bin"
    binaries.mkdir(parents=True, exist_ok=True)
    for name in programs:
        (binaries / name).touch()

    def which(name: str) -> str | None:
        return str(binaries / name) if (binaries / name).exists() else None

    return Machine(system, folders, which, registry, root=disk)


def work(tmp_path: Path, on: Machine, callers: Callers | None = None, host: Path | None = None) -> Work:
    """Everything `install` needs, with our own folder at `tmp_path/callwith`."""
    return Work(on, tmp_path / "callwith", host or tmp_path / "venv" / "bin" / "callwith-host", callers or Callers())


def tree(folder: Path) -> set[str]:
    """Everything below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}
