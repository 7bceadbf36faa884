"""A PBX that fails as told, a host with shorter patience, and a search for secrets in everything that either left."""

import base64
import json
import os
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote, quote_plus
from uuid import UUID, uuid4

from host_support import CHROMIUM, Host, dial

from companion.journal import Journal
from companion.paths import Paths

PIN = "S&cret+1%# 7"
BASE64 = base64.b64encode(PIN.encode()).decode()
SHAPES = [BASE64] + [shape for part in (PIN, "S&cret+1") for shape in (part, quote(part, safe=""), quote_plus(part))]
SHORT = {"CONNECT_SECONDS": 0.7, "ANSWER_SECONDS": 0.6, "BODY_SECONDS": 0.5, "RING_SECONDS": 1, "STORE_SECONDS": 2.0}
LONGEST = 12.0
"""Seconds within which each fault is told here: a few of the above, on a machine five times slower than ours."""

MEMORY = 48 * 1024
"""KiB that all faults together may add to what the host needs anyway: its own limits, many times over."""
Script = Callable[["Connection"], None]


class Connection:
    """One request that has arrived, and the ways to fail it."""

    def __init__(self, stream: socket.socket, head: bytes, number: int) -> None:
        self.stream, self.head, self.number = stream, head, number
        self.target = head.split(b" ", 2)[1].decode("latin-1")
        self.query = self.target.partition("?")[2]

    def send(self, data: bytes) -> None:
        self.stream.sendall(data)

    def answer(self, status: str = "200 OK", body: bytes = b"OK", *headers: str) -> None:
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
        self.send("\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + body)

    def move(self, location: str, status: str = "302 Found") -> None:
        self.answer(status, b"", f"Location: {location}")

    def reset(self) -> None:
        self.stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.stream.close()

    def until_gone(self, piece: bytes, pause: float, most: float = 60.0) -> None:
        """Send pieces until the other side has had enough."""
        begun = time.monotonic()
        while time.monotonic() - begun < most:
            self.send(piece)
            time.sleep(pause)


class FaultyPbx:
    """Every request is one connection, handed to the script of the day."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.script: Script = lambda connection: connection.answer()
        self.at_once: Script | None = None
        """Called when a connection opens, before anything is read."""
        self.requests: list[bytes] = []
        self.connections = 0
        self.sent = 0
        self._tls = tls
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=100)
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                stream, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(stream,), daemon=True).start()

    def _serve(self, stream: socket.socket) -> None:
        try:
            if self.at_once is not None:
                self.at_once(Connection(stream, b"- - -", 0))
                return
            if self._tls is not None:
                stream = self._tls.wrap_socket(stream, server_side=True)
            data = b""
            while b"\r\n\r\n" not in data:
                if not (piece := stream.recv(65536)):
                    return
                data += piece
            self.requests.append(data)
            self.script(Connection(stream, data, len(self.requests)))
        except OSError:
            pass
        finally:
            stream.close()

    def close(self) -> None:
        self._socket.close()


class PatientHost(Host):
    """The real host, its own limits shortened, its standard error kept in a file."""

    def __init__(self, home: Path, limits: dict[str, float] | None = None, **environment: str) -> None:
        short = SHORT if limits is None else limits
        program = (
            "from companion.pbx import limits\n"
            + "".join(f"limits.{name} = {value}\n" for name, value in short.items())
            + "from companion import host\nraise SystemExit(host.main())"
        )
        self.said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        self.heard: list[dict[str, Any]] = []
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *CHROMIUM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.said,
            env={**os.environ, "CALLWITH_HOME": str(home), **environment},
        )
        assert self.process.stdin
        assert self.process.stdout
        self.input, self.output = self.process.stdin, self.process.stdout
        assert self.receive()["type"] == "greeting"

    def receive(self) -> dict[str, Any]:
        message = super().receive()
        self.heard.append(message)
        return message

    def peak(self) -> int:
        """The most memory it ever had, in KiB."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(text.partition("VmHWM:")[2].split()[0])

    def open_files(self) -> int:
        return sum(1 for _ in Path(f"/proc/{self.process.pid}/fd").iterdir())


def no_secret_left(home: Path, host: PatientHost) -> None:
    """Claim that the PIN is in no message, log, journal, error output, nor in what the system shows of the process."""
    host.said.seek(0)
    shown = {
        "messages": json.dumps(host.heard, ensure_ascii=False).encode(),
        "standard error": host.said.read(),
        "cmdline": Path(f"/proc/{host.process.pid}/cmdline").read_bytes(),
        "environ": Path(f"/proc/{host.process.pid}/environ").read_bytes(),
    }
    for file in home.rglob("*"):
        if file.is_file() and not file.name.endswith("secrets.json"):
            shown[file.name] = file.read_bytes()
    for where, text in shown.items():
        for shape in SHAPES:
            assert shape.encode() not in text, f"{where} holds the PIN as {shape}"


def configure(home: Path, pbx: str, more: str = "") -> None:
    """Write the settings: `pbx` is the [pbx] table."""
    (home / "settings.toml").write_text(
        f'[pbx]\n{pbx}\n[user]\nextension = "100"\nregion = "GB"\n[credentials]\nstore = "file"\n'
        f'[limits]\ncalls_per_minute = 1000\n[logs]\nlevel = "debug"\n{more}'
    )
    (home / "secrets.json").write_text(json.dumps({"pin": PIN, "password": PIN}))
    (home / "secrets.json").chmod(0o600)


@dataclass
class Bench:
    """A host that stays, and a PBX that gets another script for each fault."""

    home: Path
    host: PatientHost
    pbx: FaultyPbx
    usual: int
    """KiB at its peak after one call that went well."""

    def dial(self) -> tuple[str, str | None, str]:
        """Ask for a call; returns state, code and message, once the journal was found to say the same."""
        call = str(uuid4())
        begun = time.monotonic()
        self.host.send(dial(call))
        reply = self.host.outcome(call)
        assert time.monotonic() - begun < LONGEST
        journal = Journal(Paths.under(self.home).journal)
        lines = [line for line in journal.recent(1000) if line.id == UUID(call)]
        journal.close()
        assert [(line.state, line.code) for line in lines] == [(reply["state"], reply["code"])]
        no_secret_left(self.home, self.host)
        assert self.host.peak() - self.usual < MEMORY
        return reply["state"], reply["code"], reply["message"]

    @classmethod
    def running(
        cls, home: Path, settings: str, pbx: FaultyPbx, well: Script, environment: dict[str, str]
    ) -> Iterator["Bench"]:
        """Have a host for a whole module; `well` is what a PBX does that is well."""
        home.mkdir(mode=0o700)
        configure(home, settings)
        pbx.script = well
        made = cls(home, PatientHost(home, **environment), pbx, 1 << 30)
        assert made.dial()[0] == "accepted"
        made.usual = made.host.peak()
        files = made.host.open_files()
        yield made
        pbx.script = well
        assert made.dial()[0] == "accepted", "after all of them the next call works"
        assert made.host.open_files() <= files + 2, "no fault left a socket open"
        _, rest, _ = made.host.end()
        assert (made.host.process.returncode, rest) == (0, b"")


def settings_for(pbx: FaultyPbx) -> str:
    return f'kind = "v10"\nhost = "127.0.0.1"\nport = {pbx.port}\n'
