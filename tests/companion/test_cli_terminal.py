"""What a person at a terminal sees and is asked; on a pseudo-terminal, with the real program."""

import json
import os
import re
import select
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from cli_support import simulator

from companion.simulator import Options

pty = pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
PIN = "p&12 ü"


class Terminal:
    """80 columns, and a person who waits for each question."""

    def __init__(self, home: Path, *arguments: str, **variables: str) -> None:
        self._own, theirs = pty.openpty()
        environment = {"HOME": str(home), "CALLWITH_HOME": str(home / "callwith"), "PATH": str(home)}
        self._process = subprocess.Popen(
            [Path(sys.executable).parent / "callwith", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment | variables | {"TERM": "xterm-256color", "COLUMNS": "80", "LANG": "en_GB.UTF-8"},
            start_new_session=True,
        )
        os.close(theirs)
        self.seen = ""

    def answer(self, question: str, text: str) -> None:
        """Wait for the question, then type."""
        start = len(self.seen)
        deadline = time.monotonic() + 15
        while question not in self.seen[start:]:
            assert self._read(deadline), f"{question!r} was not asked in {self.seen[start:]!r}"
        time.sleep(0.3)  # turning the echo off throws away what was typed before, as at every password prompt
        os.write(self._own, f"{text}\n".encode())

    def end(self) -> int:
        """Read to the end and return the exit code."""
        while self._read(time.monotonic() + 15):
            pass
        os.close(self._own)
        return self._process.wait(10)

    def _read(self, deadline: float) -> bool:
        if not select.select([self._own], [], [], max(deadline - time.monotonic(), 0))[0]:
            return False
        try:
            data = os.read(self._own, 65536)
        except OSError:
            return False
        self.seen += data.decode(errors="replace")
        return bool(data)


def test_setup_asks_finds_the_kind_and_never_shows_the_pin(tmp_path: Path) -> None:
    with simulator(Options(kind="v9-iis", port=0)) as pbx:
        terminal = Terminal(tmp_path, "setup", "--store", "file", "--no-register")
        terminal.answer("Address of the PBX", "my pbx")
        terminal.answer("is no address", "")
        terminal.answer("Address of the PBX", f"http://127.0.0.1:{pbx.port}/")
        terminal.answer("It looks like: 3CX V9 on IIS", "")
        terminal.answer("Your extension", "10x")
        terminal.answer("Your extension", "100")
        terminal.answer("[GB]", "")
        terminal.answer("PIN of your extension", PIN)
        assert terminal.end() == 0, terminal.seen
        assert not pbx.pbx.calls
    assert PIN not in terminal.seen
    settings = tomllib.loads((tmp_path / "callwith/settings.toml").read_text())
    assert settings["pbx"] == {"kind": "v9-iis", "host": "127.0.0.1", "port": pbx.port, "scheme": "http"}
    assert settings["user"] == {"extension": "100", "region": "GB"}
    assert json.loads((tmp_path / "callwith/secrets.json").read_text())["pin"] == PIN


def test_a_call_that_has_to_be_confirmed_is_asked_about(tmp_path: Path) -> None:
    with simulator(Options(port=0)) as pbx:
        setup = ("setup", "--kind", "v10", "--host", f"127.0.0.1:{pbx.port}", "--extension", "100", "--region", "GB")
        first = Terminal(tmp_path, *setup, "--store", "file", "--no-register")
        first.answer("PIN", "1234")
        assert first.end() == 0
        refused = Terminal(tmp_path, "call", "999")
        refused.answer("Call 999?", "n")
        assert refused.end() == 4
        assert not pbx.pbx.calls
        confirmed = Terminal(tmp_path, "call", "999")
        confirmed.answer("Call 999?", "y")
        assert confirmed.end() == 0
        assert [call.destination for call in pbx.pbx.calls] == ["999"]


@pytest.mark.parametrize("command", [("doctor",), ("history",), ("install",), ("--help",)])
def test_no_line_is_wider_than_the_terminal_but_for_paths(tmp_path: Path, command: tuple[str, ...]) -> None:
    terminal = Terminal(tmp_path, *command)
    terminal.end()
    lines = re.sub(r"\x1b\[[0-9;]*m", "", terminal.seen).replace("\r", "").splitlines()
    assert not [line for line in lines if len(line) > 80 and "/" not in line]


def test_colours_can_be_turned_off(tmp_path: Path) -> None:
    coloured = Terminal(tmp_path, "doctor")
    coloured.end()
    assert "\x1b[3" in coloured.seen
    plain = Terminal(tmp_path, "doctor", NO_COLOR="1")
    plain.end()
    assert "\x1b[3" not in plain.seen
