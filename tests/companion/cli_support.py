"""Runs `callwith` in this process, as a person or a script would, in a home of its own."""

import asyncio
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

import pytest

from companion.cli import output
from companion.cli.main import main
from companion.simulator import Options, Simulator, running


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a command."""

    exit_code: int
    out: str
    err: str


class CommandLine:
    """`run("setup", "--no-input", …)`; standard input is a pipe that holds `stdin`."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = home
        self.callwith_home = home / "callwith"
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("CALLWITH_HOME", str(self.callwith_home))
        monkeypatch.setenv("COLUMNS", "80")
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "LC_ALL", "LC_TELEPHONE", "LC_CTYPE", "LANG"):
            monkeypatch.delenv(name, raising=False)

    def run(self, *arguments: str, stdin: str = "") -> Ran:
        self._capsys.readouterr()
        self._monkeypatch.setattr(sys, "argv", ["callwith", *arguments])
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        output.console.cache_clear()
        output.error_console.cache_clear()
        exit_code = 0
        try:
            main()
        except SystemExit as ended:
            exit_code = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
        captured = self._capsys.readouterr()
        return Ran(exit_code, captured.out, captured.err)

    def setup(self, port: int = 5000, *, kind: str = "v10", pin: str = "1234", extension: str = "100") -> None:
        """Set up for a simulator on loopback, without browsers."""
        ran = self.run(
            *("setup", "--no-input", "--kind", kind, "--host", "127.0.0.1", "--port", str(port)),
            *("--extension", extension, "--region", "GB", "--store", "file", "--pin-stdin", "--no-register"),
            stdin=pin,
        )
        assert ran.exit_code == 0, ran.err


@contextmanager
def simulator(options: Options) -> Iterator[Simulator]:
    """A simulated PBX in a thread of its own, as `callwith` runs a loop itself."""
    ready: Queue[Simulator | BaseException] = Queue()
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()

    async def serve() -> None:
        try:
            async with running(options) as started:
                ready.put(started)
                await stop.wait()
        except BaseException as error:
            ready.put(error)
            raise

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    started = ready.get()
    if isinstance(started, BaseException):
        raise started
    try:
        yield started
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()
