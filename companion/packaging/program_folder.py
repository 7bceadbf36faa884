"""The companion with all its packages in one folder, for an interpreter that has none of them."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
LOCK: Final = ROOT / "requirements.lock"
SYSTEM_PYTHON: Final = "/usr/bin/python3"
UNUSED: Final = ("phonenumbers/geodata", "phonenumbers/carrierdata", "phonenumbers/tzdata")
"""Names of towns, carriers and time zones of numbers: most of all bytes, and nothing here asks for them."""
LAUNCHERS: Final = {"callwith": "companion.cli.main", "callwith-host": "companion.host"}
_LAUNCHER: Final = """\
#!{python} -I
# Isolated (-I): what a user's environment or home folder holds must not become part of what everybody runs.
import os, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "lib"))
from {module} import main
if __name__ == "__main__":
    sys.exit(main())
"""


def install(wheel: Path, library: Path, python: str) -> None:
    """Install the wheel and the locked packages into `library`, as files for `python`. CalledProcessError if not."""
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-compile"]
    pip += ["--disable-pip-version-check", "--root-user-action", "ignore", "--only-binary", ":all:"]
    for wanted in (["--require-hashes", "--requirement", str(LOCK)], ["--no-deps", str(wheel)]):
        subprocess.run([*pip, "--target", str(library), *wanted], check=True)  # noqa: S603 - pip, with our own lock file
        shutil.rmtree(library / "bin", ignore_errors=True)  # commands for other places
    for unused in UNUSED:
        shutil.rmtree(library / unused)
    # Compiled beforehand, because nobody may write there later; without looking at dates, which packing changes.
    compiling = ["-m", "compileall", "-q", "-j", "0", "--invalidation-mode", "unchecked-hash"]
    subprocess.run([python, *compiling, "-s", str(library), str(library)], check=True)  # noqa: S603 - the interpreter it is for


def launchers(folder: Path, python: str) -> None:
    """Write the commands into `folder`, beside which is `lib` with the packages, wherever both will be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, module in LAUNCHERS.items():
        file = folder / name
        file.write_text(_LAUNCHER.format(python=python, module=module), "utf-8")
        file.chmod(0o755)
