"""The real host process over its pipes, and a PBX that counts what it is asked."""

import json
import os
import socket
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

from companion.callers import CHROMIUM_ID
from companion.journal import Journal
from companion.paths import Paths

ROOT = Path(__file__).parents[2]
NUMBER = "020 7946 0958"
CHROMIUM = [f"chrome-extension://{CHROMIUM_ID}/"]
PATIENCE = 60.0
"""Seconds for what takes milliseconds on a machine that has nothing else to do."""


class Pbx:
    """A listener that counts requests and answers them as told."""

    def __init__(self, answer: bytes | None = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK") -> None:
        self.requests: list[bytes] = []
        self.answer = answer
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=200)
        self.port = self.socket.getsockname()[1]
        self.open: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
                data = b""
                while b"\r\n\r\n" not in data and (piece := connection.recv(65536)):
                    data += piece
                if data:
                    self.requests.append(data)
                if self.answer is None:
                    self.open.append(connection)
                else:
                    connection.sendall(self.answer)
                    connection.close()
            except OSError:
                return


class Host:
    """`callwith-host` as a browser starts it."""

    def __init__(self, home: Path, *words: str, python: Path | None = None) -> None:
        self.process = subprocess.Popen(
            [python or sys.executable, "-m", "companion.host", *(words or CHROMIUM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "CALLWITH_HOME": str(home)},
        )
        assert self.process.stdin
        assert self.process.stdout
        self.input, self.output = self.process.stdin, self.process.stdout

    def write(self, data: bytes) -> None:
        self.input.write(data)
        self.input.flush()

    def send(self, message: object) -> None:
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.write(struct.pack("=I", len(body)) + body)

    def receive(self) -> dict[str, Any]:
        timer = threading.Timer(PATIENCE, self.process.kill)  # a test that waits for ever tells nothing
        timer.start()
        try:
            (length,) = struct.unpack("=I", self.output.read(4))
            message: dict[str, Any] = json.loads(self.output.read(length))
        finally:
            timer.cancel()
        return message

    def outcome(self, call: str) -> dict[str, Any]:
        while (message := self.receive()).get("id") != call or message["state"] == "asked":
            pass
        return message

    def end(self) -> tuple[float, bytes, bytes]:
        """Close its input; return the seconds until its end, what was left on its output, and what it said."""
        started = time.monotonic()
        rest, said = self.process.communicate(timeout=PATIENCE)
        return time.monotonic() - started, rest, said


def dial(call: str | None = None, written: str = NUMBER, **changes: object) -> dict[str, object]:
    return {"type": "dial", "id": call or str(uuid4()), "written": written, "via": "click", **changes}


def configure(home: Path, port: int, more: str = "") -> None:
    (home / "settings.toml").write_text(
        f'[pbx]\nkind = "v10"\nhost = "127.0.0.1"\nport = {port}\n[user]\nextension = "100"\nregion = "GB"\n'
        f'[credentials]\nstore = "file"\n{more}'
    )
    (home / "secrets.json").write_text('{"pin": "geheim&7"}')
    (home / "secrets.json").chmod(0o600)


def recorded(home: Path) -> list[tuple[str, str | None]]:
    journal = Journal(Paths.under(home).journal)
    try:
        return [(call.state, call.code) for call in journal.recent(100)]
    finally:
        journal.close()
