"""What `install` made on this machine: manifests, folders, registry keys. `uninstall` takes away exactly that."""

import json
import os
import tempfile
from pathlib import Path

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError


def make_folder(folder: Path) -> list[Path]:
    """Make a folder and what is missing above it; return what was made, topmost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def replace(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file whole or not at all. A link in its place is replaced, never followed."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class Ledger(BaseModel):
    """Absolute paths and registry keys, in the order in which they were made."""

    model_config = ConfigDict(extra="ignore")

    manifests: list[str] = []
    folders: list[str] = []
    keys: list[str] = []
    _touched: set[Path] = PrivateAttr(default_factory=set)

    @classmethod
    def read(cls, file: Path) -> "Ledger":
        """Read it; an absent or spoilt one is empty, and then only known places are cleaned."""
        try:
            return cls.model_validate_json(file.read_bytes())
        except (OSError, ValidationError):
            return cls()

    def write(self, file: Path) -> None:
        """Keep it in our own folder, or remove it, and the folder if we made that, when no manifest is left."""
        if not self.manifests:
            file.unlink(missing_ok=True)
            self.remove_empty_folders()
            return
        for folder in make_folder(file.parent):
            folder.chmod(0o700)
            self.note_folder(folder)
        replace(file, json.dumps(self.model_dump(), indent=2).encode(), 0o600)

    def note_manifest(self, file: Path) -> None:
        """Remember a manifest of ours."""
        self._touched.add(file)
        if str(file) not in self.manifests:
            self.manifests.append(str(file))

    def touched(self, file: Path) -> bool:
        """Tell whether this manifest was noted since the ledger was read."""
        return file in self._touched

    def note_folder(self, folder: Path) -> None:
        """Remember a folder that was not there before."""
        if str(folder) not in self.folders:
            self.folders.append(str(folder))

    def note_key(self, key: str) -> None:
        """Remember a registry key that was not there before."""
        if key not in self.keys:
            self.keys.append(key)

    def remove_empty_folders(self) -> None:
        """Remove the folders we made that hold nothing any more; the others stay, and stay noted."""
        kept = []
        for folder in sorted(self.folders, key=lambda name: len(Path(name).parts), reverse=True):
            try:
                Path(folder).rmdir()
            except FileNotFoundError:
                continue
            except OSError:
                kept.append(folder)
        self.folders = kept[::-1]
