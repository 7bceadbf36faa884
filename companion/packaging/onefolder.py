"""Makes one folder that runs on a Linux machine without Python: the interpreter, its library, ours, and what they link.

    python -m companion.packaging.onefolder --wheel dist/callwith-….whl --out dist

No bundler: PyInstaller's own start took 72 ms before ours began, four times as long as the whole greeting takes. Here
the interpreter starts as it always does, without looking for packages (-S), and so greets as fast as an installed one.
The settings window (Tk) is left out; `callwith setup` asks on the terminal. Other systems: onefolder.spec.
"""

import argparse
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

from companion import __version__
from companion.packaging import program_folder
from companion.packaging.program_folder import LAUNCHERS, SYSTEM_PYTHON

LEFT_OUT: Final = (
    *("test", "idlelib", "tkinter", "turtledemo", "lib2to3", "ensurepip", "distutils", "pydoc_data"),
    *("site-packages", "dist-packages", "__pycache__", "config-*", "_tkinter*", "_test*", "LICENSE.txt"),
)
OF_EVERY_LINUX: Final = re.compile(r"(ld-linux.*|lib(c|m|dl|rt|util|pthread|resolv|nsl|anl)|linux-vdso)\.so\b")
"""The C library and its parts: of the machine, because they belong to its kernel."""
_RUN: Final = """\
import sys
sys.path.insert(0, {library!r}.replace("{{here}}", __file__.rpartition("/")[0]))
from {module} import main
sys.exit(main())
"""
_START: Final = """\
#!/bin/sh
# Starts the interpreter of this folder. No program is asked where that is, unless this is called through a link.
here=${{0%/*}}
[ ! -L "$0" ] || {{ here=$(readlink -f "$0"); here=${{here%/*}}; }}
export LD_LIBRARY_PATH="$here/python/shared${{LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}}"
exec "$here/python/bin/python3" -I -S "$here/{name}.py" "$@"
"""


def build(wheel: Path, out: Path, python: str, library: Path | None = None) -> Path:
    """Make the folder and return it. `library` is one that was installed for this interpreter already."""
    folder = out.absolute() / f"callwith-{__version__}-onefolder"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _interpreter(python, folder / "python")
    if library:
        shutil.copytree(library, folder / "lib")
    else:
        program_folder.install(wheel.absolute(), folder / "lib", python)
    shared = folder / "python" / "shared"
    shared.mkdir()
    for needed in _linked([folder / "python" / "bin" / "python3", *folder.rglob("*.so")]):
        shutil.copy2(needed, shared / needed.name)
    for name, module in LAUNCHERS.items():
        (folder / f"{name}.py").write_text(_RUN.format(library="{here}/lib", module=module), "utf-8")
        start = folder / name
        start.write_text(_START.format(name=name), "utf-8")
        start.chmod(0o755)
    return folder


def _interpreter(python: str, to: Path) -> None:
    """Copy the interpreter and its library to where it looks for it: beside its own folder."""
    asked = (
        "import os, sys, sysconfig; print(os.path.realpath(sys.executable), sysconfig.get_path('stdlib'), sep='\\n')"
    )
    said = subprocess.run([python, "-I", "-c", asked], check=True, capture_output=True, text=True)  # noqa: S603 - the interpreter asked for
    program, stdlib = map(Path, said.stdout.splitlines())
    (to / "bin").mkdir(parents=True)
    shutil.copy2(program, to / "bin" / "python3")
    shutil.copytree(stdlib, to / "lib" / stdlib.name, ignore=shutil.ignore_patterns(*LEFT_OUT))
    compiling = ["-m", "compileall", "-q", "-j", "0", "--invalidation-mode", "unchecked-hash"]
    subprocess.run([python, *compiling, "-s", str(to), str(to / "lib")], check=True)  # noqa: S603 - as above


def _linked(programs: list[Path]) -> set[Path]:
    """Return the shared libraries that these link, but for those of every Linux."""
    ldd = shutil.which("ldd") or "ldd"
    ran = subprocess.run([ldd, *map(str, programs)], check=False, capture_output=True, text=True)  # noqa: S603 - reads our own copies
    found = re.findall(r"^\s+(\S+) => (/\S+)", ran.stdout, re.MULTILINE)
    return {Path(path).with_name(name) for name, path in found if not OF_EVERY_LINUX.match(name)}


def main() -> None:
    """Make it, and print where it is."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("--wheel", type=Path, required=True, help="what make wheel made")
    asking.add_argument("--out", type=Path, default=Path("dist"))
    asking.add_argument("--python", default=SYSTEM_PYTHON, help="the interpreter to copy")
    asking.add_argument("--library", type=Path, help="packages installed for it already, such as the .deb's")
    given = asking.parse_args()
    print(build(given.wheel, given.out, given.python, given.library))  # noqa: T201 - the folder's name, for scripts


if __name__ == "__main__":
    main()
