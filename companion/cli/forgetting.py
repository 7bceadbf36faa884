"""Taking away all that the companion keeps of a person: settings, secrets, journal, logs. Only its own files."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from companion.credentials import NAMES, FileCredentials, KeyringCredentials, Store
from companion.errors import CallError
from companion.paths import Paths
from companion.settings import load_settings

_OURS: Final = (
    "settings.toml",
    "secrets.json",
    "journal.*",
    "calling.lock",
    "v20-token.json*",
    "extensions.sqlite3*",
    "logs/callwith*.log",
    ".settings.toml.*",
    ".secrets.json.*",
)
"""Patterns of what we write. `CALLWITH_HOME` may be a folder that holds other things too."""


def forget_everything(paths: Paths) -> Iterator[str]:
    """Remove it, and yield a sentence for what could not be."""
    in_use = _store(paths)
    for kind, store in (("keyring", KeyringCredentials()), ("file", FileCredentials(paths.secrets))):
        for name in NAMES:
            try:
                store.remove(name)
            except CallError as error:
                if kind == in_use:  # the other may be one that this system does not have
                    yield error.message
    for folder in {paths.config, paths.state}:
        for pattern in _OURS:
            for file in folder.glob(pattern):
                try:
                    file.unlink()
                except OSError as error:
                    yield f"{file}: {error.strerror}"
        for each in (folder / "logs", folder):
            with contextlib.suppress(OSError):  # something of somebody else is in it, or it is not there
                each.rmdir()


def _store(paths: Paths) -> Store:
    try:
        return load_settings(paths).credentials.store
    except CallError:
        return "keyring"


def left_in(paths: Paths) -> list[Path]:
    """Return the folders of ours that are still there."""
    return sorted(path for path in {paths.config, paths.state} if path.exists())
