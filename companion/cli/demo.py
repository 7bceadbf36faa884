"""`callwith demo`: a click on a sample CRM rings a simulated phone, in a browser with a profile of its own.

It needs the source checkout, because the sample CRM, the built extension and what drives the browser are no part of
the installed package: a person who installed it has a browser and a PBX of their own. `make demo` prepares all of it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from companion.cli.output import FAILED, Problem

CHECKOUT: Final = Path(__file__).resolve().parents[2]
DRIVER: Final = Path("tests", "browser", "demo.mjs")
WANTED: Final = {
    DRIVER: "git clone the project's source, then: make demo",
    Path("extension", "dist", "chromium-granted", "manifest.json"): "Run: make demo",
    Path("tests", "node_modules", "puppeteer-core"): "Run: make demo",
}
"""What the demo cannot do without, and what brings it."""


def demo(
    headless: Annotated[
        bool,
        typer.Option("--headless", help="Show no window even where there is a display."),
    ] = False,
    picture: Annotated[Path, typer.Option(metavar="FILE", help="Where the screenshot goes.")] = Path("demo.png"),
) -> None:
    """Watch a click on a sample CRM ring a simulated phone. Needs the source checkout: make demo."""
    for path, remedy in WANTED.items():
        if not (CHECKOUT / path).exists():
            raise Problem(f"The demo needs the project's source with {path} in it.", remedy, FAILED)
    node = shutil.which("node")
    if node is None:
        raise Problem("The demo needs Node.js 20 or newer.", "Run: make demo", FAILED)
    words = [node, str(CHECKOUT / DRIVER), "--picture", str(picture.absolute())]
    if headless:
        words.append("--headless")
    environment = os.environ | {"CALLWITH_BIN": str(Path(sys.executable).parent)}
    try:
        status = subprocess.run(words, env=environment, check=False).returncode  # noqa: S603 - node and our own driver
    except KeyboardInterrupt:
        return  # the driver has got it too, and has tidied up
    if status != 0:
        raise SystemExit(FAILED)
