"""SIGKILL at any line of our own code: the call is in the journal before the PBX hears of it, and is dialled once."""

import os
import random
import subprocess
import sys
from pathlib import Path
from uuid import UUID

from host_support import Pbx, configure

from companion.journal import Journal
from companion.paths import Paths

PROGRAM = Path(__file__).with_name("killed_calls.py")
POINTS = int(os.environ.get("CALLWITH_KILL_POINTS", "40"))
"""Lines at which a call is killed here; `make soak` takes every one."""
LINES = 1300
"""More than a call runs through: the last points come after its end."""


def test_a_call_killed_at_any_line_is_never_dialled_twice_and_never_dialled_unrecorded(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    pbx = Pbx()
    configure(home, pbx.port, "[limits]\ncalls_per_minute = 1000\n")
    seed = random.randrange(1 << 32)
    every = range(1, LINES)
    points = sorted(random.Random(seed).sample(every, POINTS)) if len(every) > POINTS else [*every]
    points.append(10 * LINES)
    ran = subprocess.run(
        [sys.executable, PROGRAM, home, *map(str, points)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    calls = [line.split() for line in ran.stdout.splitlines()]
    assert len(calls) == len(points)
    assert calls[0][3] == "0", "killed"
    assert calls[-1][3] != "0", "not killed"
    journal = Journal(Paths.under(home).journal)
    for point, call, number, ended in calls:
        where = f"killed at line {point}, seed {seed}"
        dialled = [request for request in pbx.requests if f"to={number}&".encode() in request]
        known = journal.find(UUID(call))
        assert known is not None, where
        assert len(dialled) <= 1, where
        assert known.state in {"accepted", "unknown"}, where
        assert dialled or known.state == "unknown", f"{where}: accepted by nobody"
        if ended != "0":
            assert (known.state, len(dialled)) == ("accepted", 1), where
    journal.close()
    assert not list(home.glob("*damaged*"))
