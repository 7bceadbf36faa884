"""The contract's data files: inside the installed package, or beside it in a checkout."""

from pathlib import Path

import companion


def read(name: str) -> bytes:
    """Return a file of `native-messaging/`, e.g. `locations.toml`. OSError if the installation is incomplete."""
    package = Path(companion.__file__).parent
    installed = package / "data" / name
    return (installed if installed.is_file() else package.parent / "native-messaging" / name).read_bytes()
