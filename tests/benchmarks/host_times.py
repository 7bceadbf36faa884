"""How long the host takes to greet, and how much memory it holds after its first call."""

import json
import os
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

BIN = Path(sys.executable).parent
ROOT = Path(__file__).resolve().parents[2]
EXTENSION_ID = json.loads((ROOT / "extension" / "extension-key.json").read_text("utf-8"))["chromium_id"]
RUNS = 25
"""Enough for a steady median; each takes well under a tenth of a second."""


class PbxHandler(BaseHTTPRequestHandler):
    """Answers as a V10 does: a session redirect, then OK."""

    def do_GET(self) -> None:
        """Answer."""
        if "(S(" in self.path:
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"OK")
        else:
            self.send_response(302)
            self.send_header("Location", self.path.replace("/PbxAPI", "/(S(benchbenchbench))/PbxAPI"))
            self.send_header("Content-Length", "0")
            self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


def started(command: list[str], env: dict[str, str]) -> "subprocess.Popen[bytes]":
    """Start a program with pipes."""
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env)


def receive(process: "subprocess.Popen[bytes]") -> dict[str, Any]:
    """Read one frame."""
    assert process.stdout
    size = struct.unpack("=I", process.stdout.read(4))[0]
    message: dict[str, Any] = json.loads(process.stdout.read(size))
    return message


def first_byte(command: list[str], env: dict[str, str]) -> float:
    """Return milliseconds from start to the first byte written."""
    begun = time.perf_counter()
    process = started(command, env)
    assert process.stdout
    assert process.stdout.read(1)
    took = (time.perf_counter() - begun) * 1000
    process.communicate()
    return took


def prepare(folder: str, port: int) -> dict[str, str]:
    """Set a home up for a PBX at `port`."""
    env = {**os.environ, "CALLWITH_HOME": f"{folder}/home", "HOME": folder}
    words = ["--kind", "v10", "--host", "127.0.0.1", "--scheme", "http", "--port", str(port), "--extension", "100"]
    command = [
        BIN / "callwith",
        "setup",
        "--no-input",
        "--no-register",
        *words,
        "--region",
        "GB",
        "--store",
        "file",
        "--pin-stdin",
    ]
    subprocess.run(command, input=b"1234", env=env, check=True, stdout=subprocess.DEVNULL)
    return env


def host_command() -> list[str]:
    """The host as Chromium starts it."""
    return [str(BIN / "callwith-host"), f"chrome-extension://{EXTENSION_ID}/"]


def measure_greeting() -> tuple[float, float]:
    """Return median milliseconds to the greeting and to a bare interpreter's first byte, taken in turns."""
    bare = [sys.executable, "-c", "import sys; sys.stdout.write('x')"]
    with tempfile.TemporaryDirectory() as folder:
        env = prepare(folder, 9)
        pairs = [(first_byte(host_command(), env), first_byte(bare, env)) for _ in range(RUNS + 1)][1:]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def measure_memory() -> float:
    """Return the host's resident memory in MB after its first call was accepted."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), PbxHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        process = started(host_command(), prepare(folder, server.server_address[1]))
        assert process.stdin
        message = {"type": "dial", "id": str(uuid.uuid4()), "written": "020 7946 0958", "via": "click"}
        body = json.dumps(message).encode()
        process.stdin.write(struct.pack("=I", len(body)) + body)
        process.stdin.flush()
        while (reply := receive(process)).get("state") != "accepted":
            if reply.get("state") in {"refused", "unknown"}:
                raise RuntimeError(f"the call was not accepted: {reply}")
        status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
        process.communicate()
    server.shutdown()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
