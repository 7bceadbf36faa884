"""How much faster `callwith extension apply` sets many extensions than requests one after another, and its memory.

The command is timed whole, with its start and its record of each result. One after another would take ten minutes, so a
sample of it is timed and scaled; both talk to the same simulated PBX, in a process of its own, with the same latency.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from companion.pbx import PbxAddress, SetExtension, open_client
from companion.secret import Secret

BIN = Path(sys.executable).parent
EXTENSIONS: Final = 10_000
FIRST: Final = 10_000
"""So that each number has five digits."""
LATENCY_SECONDS: Final = 0.02
SAMPLE: Final = 200
"""Extensions set one after another: some ten seconds, and single slow answers do not count for much."""
LOOK_SECONDS: Final = 0.1
PASSWORD: Final = "admin"


@dataclass(frozen=True, slots=True)
class Found:
    """What was measured."""

    extensions: int
    sample: int
    latency_ms: float
    apply_seconds: float
    one_by_one_seconds: float
    """Scaled from the sample."""
    memory_early_mb: float
    """After a tenth of the time."""
    memory_end_mb: float


def measure_apply(kind: str) -> Found:
    """Measure one kind of PBX. Raises where the command fails."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        entries = "".join(f'[[extensions]]\nnumber = "{FIRST + n}"\npin = "1234"\n' for n in range(EXTENSIONS))
        (home / "pbx.toml").write_text(entries)
        words = ["--kind", kind, "--port", "0", "--latency", str(LATENCY_SECONDS), "--file", str(home / "pbx.toml")]
        simulator = subprocess.Popen([BIN / "callwith", "simulate", *words], stdout=subprocess.PIPE, text=True)
        try:
            assert simulator.stdout
            port = int(simulator.stdout.readline().strip().rstrip("/").rpartition(":")[2])
            _wait(port)
            one = asyncio.run(_one_by_one(kind, port))
            seconds, memory = _apply(home, kind, port)
        finally:
            simulator.terminate()
            simulator.communicate()
    return Found(
        EXTENSIONS,
        SAMPLE,
        LATENCY_SECONDS * 1000,
        seconds,
        one / SAMPLE * EXTENSIONS,
        memory[len(memory) // 10],
        memory[-1],
    )


def _wait(port: int) -> None:
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_simulator/faults").read()
        except OSError:
            time.sleep(0.1)
        else:
            return


async def _one_by_one(kind: str, port: int) -> float:
    address = PbxAddress(kind=kind, host="127.0.0.1", scheme="http", port=port)
    client = open_client(address, str(FIRST), None, Secret(PASSWORD))
    try:
        await client.set_extension(SetExtension(str(FIRST), recording=True))  # connected, and signed in
        begun = time.perf_counter()
        for number in range(FIRST, FIRST + SAMPLE):
            await client.set_extension(SetExtension(str(number), recording=True))
        return time.perf_counter() - begun
    finally:
        await client.close()


def _apply(home: Path, kind: str, port: int) -> tuple[float, list[float]]:
    """Run the command; return its seconds and its memory in MB as it went."""
    env = {**os.environ, "HOME": str(home), "CALLWITH_HOME": str(home / "callwith")}
    where = ["--kind", kind, "--host", "127.0.0.1", "--scheme", "http", "--port", str(port), "--extension", str(FIRST)]
    setup = ["setup", "--no-input", "--no-register", *where, "--region", "GB", "--store", "file", "--pin-stdin"]
    for words in (setup, ["secret", "set", "password"]):
        subprocess.run(
            [BIN / "callwith", *words], input=PASSWORD.encode(), env=env, check=True, stdout=subprocess.DEVNULL
        )
    plan = home / "plan.csv"
    rows = "".join(f"{FIRST + n},,no,yes\n" for n in range(EXTENSIONS))
    plan.write_text("extension,enabled,external_calls,recording\n" + rows)
    begun = time.perf_counter()
    command = [BIN / "callwith", "extension", "apply", plan]
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    memory = []
    while process.poll() is None:
        memory.append(_resident(process.pid))
        time.sleep(LOOK_SECONDS)
    seconds = time.perf_counter() - begun
    if process.returncode:
        raise RuntimeError(f"callwith extension apply ended with {process.returncode}")
    return seconds, [each for each in memory if each]


def _resident(pid: int) -> float:
    """Return a process's memory in MB; 0 when it has ended."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0
