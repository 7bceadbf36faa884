"""Makes the `.deb`: companion, host manifests, extension and policies for all users of a Debian or Ubuntu machine.

    python -m companion.packaging.deb --wheel dist/callwith-….whl --out dist

It has no scripts that run as root when it is installed: everything is a file of the package, so that removing it
removes all. Where the browsers of Debian load extensions from the system's folders (Chromium, Firefox), ours comes
along; Google Chrome, Edge, Brave and Vivaldi are told by policy to install it from their store.
"""

import argparse
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from companion import __version__
from companion.installing import datafiles
from companion.installing.browsers import HOST_NAME, all_browsers
from companion.installing.machine import System
from companion.installing.manifests import Callers, manifest, rendered
from companion.installing.policies import Wanted, policy_file, store_of
from companion.packaging import program_folder
from companion.packaging.program_folder import ROOT, SYSTEM_PYTHON

HOME: Final = "usr/lib/callwith"
LIBRARY: Final = f"{HOME}/lib"
EXTENSIONS: Final = {
    "chromium": "usr/share/chromium/extensions/call-with-3cx",
    "firefox": "usr/share/mozilla/extensions/{{ec8030f7-c20a-464f-9b0e-13a3a9e97384}}/{id}",
}
"""Where Debian's browsers look for extensions of all users; the folder's long name is Firefox's own id."""
FROM_THE_STORE: Final = ("chrome", "edge", "brave", "vivaldi")
DATE: Final = 1_700_000_000
"""Seconds; the date of every file, so that the same source gives the same bytes."""
_CONTROL: Final = """\
Package: callwith
Version: {version}
Architecture: {architecture}
Maintainer: Call with 3CX <callwith@users.noreply.github.com>
Installed-Size: {size}
Depends: python3 (>= {python}), python3 (<< {next_python})
Recommends: python3-tk, gnome-keyring | kwalletmanager
Suggests: chromium | firefox-esr | google-chrome-stable
Section: comm
Priority: optional
Description: call telephone numbers on web pages through your own 3CX
 Click a telephone number on any web page and your own phone rings. This
 package installs the companion, which talks to the PBX, the browser
 extension, and what browsers need to find both, for all users of the
 machine. Settings for all users go to /etc/callwith/settings.toml.
"""


def contents(root: Path, wheel: Path) -> None:
    """Put every file of the package below `root`."""
    program_folder.install(wheel, root / LIBRARY, SYSTEM_PYTHON)
    program_folder.launchers(root / HOME / "bin", SYSTEM_PYTHON)
    for name in program_folder.LAUNCHERS:
        _link(root, f"usr/bin/{name}", f"{HOME}/bin/{name}")
    ids = _ids()
    for family, place in EXTENSIONS.items():
        _link(root, place.format(id=ids[family]), f"{LIBRARY}/companion/data/extension/{family}")
    for path, content in {**dict(_manifests()), **dict(_policies(ids["chromium"]))}.items():
        _write(root / path, content)
    docs = root / "usr/share/doc/callwith"
    _write(docs / "copyright", (ROOT / "LICENSE").read_bytes())
    for name in ("README.md", "CHANGELOG.md", "SECURITY.md"):
        _write(docs / name, (ROOT / name).read_bytes())


def _ids() -> dict[str, str]:
    chromium = json.loads(datafiles.read("chromium-host.json"))["allowed_origins"][0]
    firefox = json.loads(datafiles.read("firefox-host.json"))["allowed_extensions"][0]
    return {"chromium": chromium.removeprefix("chrome-extension://").strip("/"), "firefox": firefox}


def _manifests() -> Iterator[tuple[str, bytes]]:
    """Yield the host manifest for every place for all users; Debian has no /usr/lib64 of its own."""
    host = Path("/usr/bin/callwith-host")
    for browser in all_browsers().values():
        for folder in browser.linux.system:
            if not folder.startswith("/usr/lib64"):
                yield f"{folder}/{HOST_NAME}.json".lstrip("/"), rendered(manifest(browser.family, host, Callers()))


def _policies(extension: str) -> Iterator[tuple[str, bytes]]:
    """Yield policy files: Chromium has the extension from this package and is only told that it may."""
    for name in ("chromium", *FROM_THE_STORE):
        browser = all_browsers()[name]
        source = store_of(browser, extension) if name in FROM_THE_STORE else None
        made = policy_file(browser, System.LINUX, Wanted(extension, source))
        yield made.place.lstrip("/"), made.content


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _link(root: Path, at: str, to: str) -> None:
    (root / at).parent.mkdir(parents=True, exist_ok=True)
    (root / at).symlink_to(f"/{to}")


def _tidy(root: Path) -> int:
    """Give every file the rights, and the date, that it has on all machines; return their size in KiB."""
    size = 0
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
            size += path.stat().st_size
        os.utime(path, (DATE, DATE), follow_symlinks=False)
    root.chmod(0o755)
    return size // 1024


def build(wheel: Path, out: Path, *, quick: bool = False) -> Path:
    """Make the package and return its file; a quick one is larger, for tests."""
    architecture = _said("dpkg", "--print-architecture")
    version = _said(SYSTEM_PYTHON, "-c", "import sys; print(*sys.version_info[:2], sep='.')")
    major, minor = version.split(".")
    file = out.absolute() / f"callwith_{__version__}_{architecture}.deb"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        contents(root, wheel.absolute())
        control = _CONTROL.format(
            version=__version__,
            architecture=architecture,
            size=_tidy(root),
            python=version,
            next_python=f"{major}.{int(minor) + 1}",
        )
        _write(root / "DEBIAN" / "control", control.encode())
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(DATE)}
        command = [
            _program("dpkg-deb"),
            "--root-owner-group",
            *(("-Zgzip", "-z1") if quick else ("-Zxz",)),
            "--build",
            str(root),
            str(file),
        ]
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - Debian's own
    return file


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is needed to make a .deb; it is part of Debian and Ubuntu")
    return found


def _said(name: str, *words: str) -> str:
    ran = subprocess.run([_program(name), *words], check=True, capture_output=True, text=True)  # noqa: S603 - ours above
    return ran.stdout.strip()


def main() -> None:
    """Make it, and print where it is."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("--wheel", type=Path, required=True, help="what make wheel made")
    asking.add_argument("--out", type=Path, default=Path("dist"))
    asking.add_argument("--quick", action="store_true", help="compress less, for tests")
    given = asking.parse_args()
    print(build(given.wheel, given.out, quick=given.quick))  # noqa: T201 - the file's name, for scripts


if __name__ == "__main__":
    main()
