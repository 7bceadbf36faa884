"""A host's life: started and ended any number of times it leaves nothing, and it outlives an update of its files."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from fault_support import FaultyPbx, PatientHost, configure, settings_for
from host_support import CHROMIUM, ROOT, Host, dial

CYCLES = int(os.environ.get("CALLWITH_SOAK_CYCLES", "24"))
"""Hosts that are started and ended; `make soak` takes 100,000."""
CALLS = 240
"""Calls of one host, of which the first third is to reach its usual size."""
GROWTH = 4 * 1024
"""KiB that one host may grow by in the rest of its calls."""


def children(pid: int | str) -> set[int]:
    found = set()
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):  # a thread that has just ended
            found |= {int(each) for each in (task / "children").read_text().split()}
    return found


def descriptors_of(pid: int | str) -> int:
    return sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())


def shown(home: Path) -> dict[str, int]:
    return {str(file.relative_to(home)): file.stat().st_size for file in home.rglob("*") if file.is_file()}


def test_hosts_that_come_and_go_leave_no_process_descriptor_or_file(home: Path, pbx: FaultyPbx) -> None:
    """As a browser does it: closed at once, after a question, after a call, ended by the system, killed."""
    configure(home, settings_for(pbx))
    files: dict[str, int] = {}
    descriptors = 0
    others = children("self")
    for cycle in range(CYCLES):
        host = Host(home)
        assert host.receive()["type"] == "greeting"
        match cycle % 6:
            case 1:
                host.send({"type": "status"})
                assert host.receive()["type"] == "status"
            case 2 if cycle < 60 or cycle % 600 == 2:  # the journal remembers calls: that is no leak
                request = dial()
                host.send(request)
                assert host.outcome(str(request["id"]))["state"] == "accepted"
            case 3:
                host.process.send_signal(signal.SIGTERM)
            case 4:
                host.process.kill()
        seconds, rest, _ = host.end()
        assert (seconds < 2, rest) == (True, b"")
        assert children("self") == others
        if cycle == min(11, CYCLES - 1):
            files, descriptors = shown(home), descriptors_of("self")
    now = shown(home)
    assert now.keys() <= files.keys() | {"logs/callwith.1.log"}
    assert descriptors_of("self") <= descriptors  # the simulated PBX may have closed a connection meanwhile
    journal = sum(size for name, size in now.items() if name.startswith("journal"))
    assert journal < 256 * 1024 + 500 * len(pbx.requests)
    assert sum(size for name, size in now.items() if name.startswith("logs")) < 3 * 1024 * 1024


def test_a_host_that_places_many_calls_does_not_grow(home: Path, pbx: FaultyPbx) -> None:
    configure(home, settings_for(pbx))
    host = PatientHost(home)
    sizes, files = [], []
    for number in range(CALLS):
        request = dial()
        host.send(request)
        assert host.outcome(str(request["id"]))["state"] == "accepted"
        if number in {CALLS // 3, CALLS - 1}:
            status = Path(f"/proc/{host.process.pid}/status").read_text()
            sizes.append(int(status.partition("VmRSS:")[2].split()[0]))
            files.append(host.open_files())
        host.heard.clear()
    assert sizes[1] - sizes[0] < GROWTH
    assert files[1] <= files[0] + 1
    assert len(pbx.requests) == CALLS
    assert len(list(Path(f"/proc/{host.process.pid}/task").iterdir())) < 20
    host.end()


class Installed(Host):
    """A host that runs from a folder of its own, as one that pip installed does."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from companion.host import main; raise SystemExit(main())", *CHROMIUM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=home,
            env={**os.environ, "CALLWITH_HOME": str(home), "PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1"},
        )
        assert self.process.stdin
        assert self.process.stdout
        self.input, self.output = self.process.stdin, self.process.stdout
        assert self.receive()["type"] == "greeting"


def update(folder: Path) -> None:
    """Put another version in the place of this one, whose every module would break a host that mixed them."""
    shutil.rmtree(folder / "companion")
    for module in (ROOT / "companion").rglob("*.py"):
        new = folder / "companion" / module.relative_to(ROOT / "companion")
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_text('raise ImportError("of another version")\n')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "site"
    shutil.copytree(ROOT / "companion", made / "companion", ignore=shutil.ignore_patterns("__pycache__", "data"))
    shutil.copytree(ROOT / "native-messaging", made / "native-messaging")
    return made


def test_a_host_that_a_browser_holds_goes_on_placing_calls_after_an_update(
    home: Path, folder: Path, pbx: FaultyPbx
) -> None:
    configure(home, settings_for(pbx))
    host = Installed(home, folder)
    for _ in range(2):
        request = dial()
        host.send(request)
        assert host.outcome(str(request["id"]))["state"] == "accepted"
        host.send({"type": "recent", "limit": 1})
        assert host.receive()["calls"][0]["id"] == request["id"]
        host.send({"type": "preview", "id": str(uuid4()), "written": "+33 1 42 68 53 00"})
        assert host.receive()["dialled"] == "0033142685300"
        host.send({"type": "status"})
        assert host.receive()["code"] is None
        if (folder / "companion" / "host.py").stat().st_size > 100:
            update(folder)
    seconds, rest, _ = host.end()
    assert (seconds < 2, rest) == (True, b"")


def test_a_host_whose_files_go_while_it_starts_answers_all_the_same(home: Path, folder: Path, pbx: FaultyPbx) -> None:
    """Whether the call is placed depends on how far it was; that nobody says anything is what must not be."""
    configure(home, settings_for(pbx))
    host = Installed(home, folder)
    host.send({"type": "status"})
    assert host.receive()["type"] == "status"
    update(folder)
    request = dial()
    host.send(request)
    reply = host.outcome(str(request["id"]))
    assert (reply["state"], reply["code"]) in {("accepted", None), ("refused", "companion_stopped")}
    assert len(pbx.requests) == (reply["state"] == "accepted")


WINDOWS = """
import json, os, sys, types
calls = []
sys.modules["msvcrt"] = types.SimpleNamespace(setmode=lambda file, mode: calls.append([file, mode]))
os.O_BINARY = 0x8000
from companion import host
sys.platform = "win32"
wire = host._take_the_wire()
print("printed by a library")
os.write(1, b"printed by C")
os.write(wire, json.dumps(calls).encode())
"""


def test_on_windows_both_streams_are_set_to_binary_and_only_the_wire_reaches_the_browser() -> None:
    """Or each newline of a frame would become two bytes there. `msvcrt` is a stand-in: this runs on any system."""
    ran = subprocess.run([sys.executable, "-c", WINDOWS], capture_output=True, check=True, cwd=ROOT)
    assert json.loads(ran.stdout) == [[0, 0x8000], [1, 0x8000]]
    assert b"printed by a library" in ran.stderr
    assert b"printed by C" in ran.stderr
