"""A real host process over its pipes, a real simulator process, and a home of their own."""

import contextlib
import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import time
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

BIN = Path(sys.executable).parent
ROOT = Path(__file__).resolve().parents[2]
EXTENSION_ID = json.loads((ROOT / "extension" / "extension-key.json").read_text("utf-8"))["chromium_id"]
PATIENCE = 20.0
"""Seconds for anything that normally takes milliseconds, on a machine that has other things to do."""


class Host:
    """`callwith-host` as a browser starts it."""

    def __init__(self, env: dict[str, str], argument: str = f"chrome-extension://{EXTENSION_ID}/") -> None:
        self.process = subprocess.Popen(
            [BIN / "callwith-host", argument],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=env,
        )
        self.received: list[dict[str, Any]] = []

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        assert self.process.stdin
        self.process.stdin.write(struct.pack("=I", len(body)) + body)
        self.process.stdin.flush()

    def receive(self, seconds: float = PATIENCE) -> dict[str, Any]:
        """Return the next message. Raises EOFError or TimeoutError."""
        head = self._exactly(4, seconds)
        message: dict[str, Any] = json.loads(self._exactly(struct.unpack("=I", head)[0], seconds))
        self.received.append(message)
        return message

    def receive_until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while not wanted(message := self.receive()):
            pass
        return message

    def dial(self, written: str, *, call_id: str | None = None, confirmed: bool = False) -> str:
        call_id = call_id or str(uuid.uuid4())
        self.send(
            {
                "type": "dial",
                "id": call_id,
                "written": written,
                "extension": None,
                "region": None,
                "origin": "https://crm.example",
                "via": "click",
                "confirmed": confirmed,
            }
        )
        return call_id

    def outcome(self, call_id: str) -> dict[str, Any]:
        """Return the first message that says how the call went."""
        return self.receive_until(lambda it: it.get("id") == call_id and it.get("state") != "asked")

    def close(self) -> str:
        """End it as a browser does, by EOF; return what it said on stderr."""
        if self.process.poll() is None:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()  # type: ignore[union-attr]  # opened as a pipe
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                raise
        return self.process.stderr.read().decode() if self.process.stderr else ""

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def _exactly(self, size: int, seconds: float) -> bytes:
        assert self.process.stdout
        deadline, data = time.monotonic() + seconds, b""
        while len(data) < size:
            readable, _, _ = select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))
            if not readable:
                raise TimeoutError(f"no message within {seconds} s")
            piece = os.read(self.process.stdout.fileno(), size - len(data))
            if not piece:
                raise EOFError(f"the host ended: {self.process.wait(PATIENCE)}")
            data += piece
        return data


class Simulator:
    """`callwith simulate` in a process of its own."""

    def __init__(self, kind: str, *words: str) -> None:
        self.port = free_port()
        self.kind = kind
        self.process = subprocess.Popen(
            [BIN / "callwith", "simulate", "--kind", kind, "--port", str(self.port), *words],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.state()
            except OSError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise AssertionError(self.stop()) from None
                time.sleep(0.05)
            else:
                return

    def state(self) -> dict[str, Any]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/_simulator/state", timeout=PATIENCE) as reply:
            state: dict[str, Any] = json.load(reply)
            return state

    def called(self) -> list[str]:
        return [call["to"] for call in self.state()["calls"]]

    def fault(self, **fault: object) -> None:
        body = json.dumps({"faults": [fault]}).encode()
        address = f"http://127.0.0.1:{self.port}/_simulator/faults"
        with urllib.request.urlopen(urllib.request.Request(address, body, method="POST"), timeout=PATIENCE):
            pass

    def stop(self) -> str:
        self.process.terminate()
        return self.process.communicate(timeout=PATIENCE)[1].decode()


class Home:
    """A `CALLWITH_HOME` and the commands run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "callwith"
        self.folder.mkdir(mode=0o700)
        self.env = {
            **os.environ,
            "HOME": str(folder),
            "CALLWITH_HOME": str(self.folder),
        }
        self.hosts: list[Host] = []
        self.printed: list[str] = []

    def callwith(self, *words: str, stdin: str = "", check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [BIN / "callwith", *words], input=stdin, env=self.env, capture_output=True, text=True, check=False
        )
        self.printed += [done.stdout, done.stderr]
        assert not check or done.returncode == 0, f"callwith {' '.join(words)}:\n{done.stdout}{done.stderr}"
        return done

    def set_up(self, kind: str, port: int, *, extension: str = "100", pin: str = "1234") -> None:
        address = ["--host", "127.0.0.1", "--scheme", "http", "--port", str(port)]
        who = ["--extension", extension, "--region", "GB", "--store", "file", "--pin-stdin"]
        self.callwith("setup", "--no-input", "--no-register", "--kind", kind, *address, *who, stdin=pin)

    def host(self) -> Host:
        """Start a host and read its greeting."""
        host = Host(self.env)
        self.hosts.append(host)
        assert host.receive()["type"] == "greeting"
        return host

    def history(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.callwith("history", "--json").stdout)
        return found


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path)
    yield made
    for host in made.hosts:
        if host.process.poll() is None:
            host.kill()


@pytest.fixture
def simulate() -> Iterator[Callable[..., Simulator]]:
    running: list[Simulator] = []

    def start(kind: str = "v10", *words: str) -> Simulator:
        running.append(Simulator(kind, *words))
        return running[-1]

    yield start
    for simulator in running:
        simulator.stop()
