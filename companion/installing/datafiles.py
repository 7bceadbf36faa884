"""Files that are no code: inside the installed package, or elsewhere in a checkout."""

from pathlib import Path

import companion


def read(name: str) -> bytes:
    """Return a file of `native-messaging/`, e.g. `locations.toml`. OSError if the installation is incomplete."""
    package = Path(companion.__file__).parent
    installed = package / "data" / name
    if installed.is_file():
        return installed.read_bytes()
    folder = package.parent / ("extension" if name == "managed-schema.json" else "native-messaging")
    return (folder / name).read_bytes()


def built_extension(family: str) -> Path | None:
    """Return the folder of the built browser extension for `chromium` or `firefox`; None where there is none."""
    package = Path(companion.__file__).parent
    folders = (package / "data" / "extension" / family, package.parent / "extension" / "dist" / family)
    return next((folder for folder in folders if (folder / "manifest.json").is_file()), None)
