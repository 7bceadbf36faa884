"""Puts the built browser extension into wheel and sdist; hatch calls this, see `pyproject.toml`.

A checkout builds the extension anew, into a folder of its own: what lies in `extension/dist` may be old, or in use by a
browser. An sdist brings the built one along, so that a wheel can be made of it on a machine without Node.js.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BROWSERS: Final = ("chromium", "firefox")
IN_WHEEL: Final = "companion/data/extension"
IN_SDIST: Final = "extension/dist"


def build_extension(source: Path, out: Path) -> None:
    """Build `source` (the folder `extension/`) into `out/chromium` and `out/firefox`. Raises RuntimeError."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise RuntimeError(
            "Building the companion from a checkout builds the browser extension too, which needs Node.js 20 or newer "
            "with npm. Install them, or install the released package: pipx install callwith"
        )
    if not (source / "node_modules" / "esbuild").is_dir():
        subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=source, check=True)  # noqa: S603 - npm, with our own lock file
    subprocess.run([node, "build.mjs", "--out", str(out)], cwd=source, check=True)  # noqa: S603 - our own script


class ExtensionHook(BuildHookInterface[Any]):
    """Adds `chromium/` and `firefox/` to what is being built; an editable installation uses the checkout's own."""

    PLUGIN_NAME = "custom"
    _made: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, and name the files to include."""
        if version == "editable":
            return
        root = Path(self.root)
        if (root / "PKG-INFO").is_file():  # an unpacked sdist
            built = root / IN_SDIST
        else:
            built = self._made = Path(tempfile.mkdtemp(prefix="callwith-extension-"))
            build_extension(root / "extension", built)
        place = IN_WHEEL if self.target_name == "wheel" else IN_SDIST
        for browser in BROWSERS:
            build_data["force_include"][str(built / browser)] = f"{place}/{browser}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatch's words
        """Remove what was built for this."""
        if self._made is not None:
            shutil.rmtree(self._made, ignore_errors=True)
