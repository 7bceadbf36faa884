"""The folder for machines without Python: it runs by itself, wherever it lies, and starts as fast."""

import json
import re
import statistics
import struct
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from packages_support import EXTENSION_ID, Built, run

ORIGIN = f"chrome-extension://{EXTENSION_ID}/"
STARTS = 11
"""Of each, in turns: what else the machine does meets both alike."""


@pytest.fixture(scope="module")
def folder(built: Built, deb_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made from the packages that the .deb has for the same interpreter, and moved: it may lie anywhere."""
    module = (sys.executable, "-m", "companion.packaging.onefolder")
    out = tmp_path_factory.mktemp("folder")
    made = run(*module, "--wheel", built.wheel, "--library", deb_library, "--out", out, cwd=built.checkout).strip()
    return Path(made).rename(out / "moved here")


def greeting(host: Path, environment: dict[str, str]) -> tuple[float, dict[str, object]]:
    """Start the host as Chromium does; return the seconds until its greeting was read, and that."""
    started = perf_counter()
    with subprocess.Popen([host, ORIGIN], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout
        assert process.stdin
        (length,) = struct.unpack("=I", process.stdout.read(4))
        said = json.loads(process.stdout.read(length))
        took = perf_counter() - started
        process.stdin.close()
        assert process.wait(10) == 0
    return took, said


def test_it_starts_in_less_than_twice_the_time_of_the_installed_host(folder: Path, home: dict[str, str]) -> None:
    """From start to greeting, side by side: a ratio, because a busy machine slows both."""
    installed = Path(sys.executable).with_name("callwith-host")
    times: dict[Path, list[float]] = {folder / "callwith-host": [], installed: []}
    for host in times:
        assert greeting(host, home)[1]["type"] == "greeting"  # the first one reads it all from the disk
    for _ in range(STARTS):
        for host, seen in times.items():
            seen.append(greeting(host, home)[0])
    ours, theirs = (statistics.median(seen) for seen in times.values())
    assert ours < 2 * theirs, f"{ours * 1000:.0f} ms against {theirs * 1000:.0f} ms"


def test_it_uses_no_python_but_its_own(folder: Path, tmp_path: Path) -> None:
    """Every file it opens that belongs to a Python is its own; what it links is its own or every Linux machine's."""
    environment = {"HOME": str(tmp_path), "PATH": "/nowhere", "LANG": "C.UTF-8"}
    probe = folder / "probe.py"
    probe.write_text(
        "import sys\n"
        "sys.path.insert(0, __file__.rpartition('/')[0] + '/lib')\n"
        "import sqlite3, ssl, ctypes, aiohttp, pydantic, keyring, phonenumbers, companion.cli.main\n"
        "import json\n"
        "mapped = {line.split()[-1] for line in open('/proc/self/maps') if line.split()[-1].startswith('/')}\n"
        "files = [getattr(m, '__file__', None) for m in list(sys.modules.values())]\n"
        "print(json.dumps([sorted(mapped), sorted({f for f in files if f})]))\n"
    )
    start = (folder / "callwith").read_text().replace("/callwith.py", "/probe.py")
    (folder / "probe").write_text(start)
    (folder / "probe").chmod(0o755)
    mapped, modules = json.loads(run(folder / "probe", env=environment))
    assert all(Path(name).is_relative_to(folder) for name in modules if name != "probe.py"), modules
    foreign = [name for name in mapped if not Path(name).is_relative_to(folder)]
    assert all(_of_every_linux(name) for name in foreign), foreign


def _of_every_linux(name: str) -> bool:
    """The C library, its loader, and the data of its locales."""
    return "/locale/" in name or re.match(
        r"(ld-linux[-.\w]*|(lib(c|m|dl|rt|util|pthread|resolv)|gconv-modules)[-.\d]*)\.(so|cache)", Path(name).name
    ) is not None  # fmt: skip


def test_setup_registers_the_folders_own_host_and_calls_can_be_planned(folder: Path, home: dict[str, str]) -> None:
    (Path(home["HOME"]) / ".config" / "chromium" / "Default").mkdir(parents=True)
    words = "setup --no-input --kind v10 --host pbx.example --extension 100 --region GB --store file --pin-stdin"
    run(folder / "callwith", *words.split(), env=home, stdin="1234")
    placed = Path(home["HOME"]) / ".config/chromium/NativeMessagingHosts/org.callwith.companion.json"
    assert json.loads(placed.read_text())["path"] == str(folder / "callwith-host")
    assert "020 7946 0958" in run(folder / "callwith", "call", "+442079460958", "--dry-run", env=home)
    link = Path(home["HOME"]) / "callwith"
    link.symlink_to(folder / "callwith")
    assert run(link, "--version", env=home).startswith("callwith ")
