"""A V20 in `setup`: which of one's phones rings is chosen once and remembered; two API clients have their own ids."""

import json
import os
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_support import CommandLine, Ran, simulator
from test_cli_terminal import Terminal

from companion.cli.phones import matching
from companion.pbx import Device
from companion.simulator import Options, Simulator

SECRET = "api&secret"
PHONES = [Device("sip:100@10.0.0.21:5060", "Desk phone T46"), Device("sip:100@10.0.0.22", "Web client")]


@pytest.fixture
def command_line(tmp_path: Any, monkeypatch: Any, capsys: Any) -> CommandLine:
    return CommandLine(tmp_path, monkeypatch, capsys)


@pytest.fixture
def pbx() -> Iterator[Simulator]:
    with simulator(Options(kind="v20", port=0, password=SECRET)) as started:
        yield started


def run_setup(command_line: CommandLine, pbx: Simulator, *more: str, stdin: str = SECRET) -> Ran:
    return command_line.run(
        *("setup", "--no-input", "--kind", "v20", "--host", f"http://127.0.0.1:{pbx.port}", "--extension", "100"),
        *("--region", "GB", "--store", "file", "--no-register", "--pin-stdin", *more),
        stdin=stdin,
    )


def settings(home: Path) -> dict[str, Any]:
    return tomllib.loads((home / "settings.toml").read_text())["pbx"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("sip:100@10.0.0.22", [PHONES[1].id]),
        ("desk", [PHONES[0].id]),
        ("10.0.0.21", [PHONES[0].id]),
        ("sip:100@10.0.0.2", [PHONES[0].id, PHONES[1].id]),
        ("mobile", []),
    ],
)
def test_a_phone_is_found_by_its_id_or_by_a_part_of_its_name(text: str, ids: list[str]) -> None:
    assert [phone.id for phone in matching(text, PHONES)] == ids


def test_the_chosen_phone_is_remembered_and_rings_until_another_is_chosen(
    command_line: CommandLine, pbx: Simulator
) -> None:
    ran = run_setup(command_line, pbx, "--device", "web")
    assert ran.exit_code == 0, ran.err
    chosen = settings(command_line.callwith_home)["device"]
    assert command_line.run("setup", "--no-input", "--region", "DE", "--no-register").exit_code == 0
    assert settings(command_line.callwith_home)["device"] == chosen, "what is not answered stays"
    assert command_line.run("call", "020 7946 0958", "--region", "GB").exit_code == 0
    made = [entry.target for entry in pbx.pbx.log if entry.target.endswith("/makecall")]
    assert len(made) == 1
    assert "/devices/" in made[0]
    assert command_line.run("setup", "--no-input", "--device", "any", "--no-register").exit_code == 0
    assert "device" not in settings(command_line.callwith_home)


def test_a_phone_that_is_not_there_is_refused_with_those_that_are(command_line: CommandLine, pbx: Simulator) -> None:
    ran = run_setup(command_line, pbx, "--device", "fax")
    assert ran.exit_code == 2
    assert "fax" in ran.err
    assert "Web client" in ran.err
    assert "device" not in settings(command_line.callwith_home)


def test_a_phone_can_be_named_while_the_pbx_is_away(command_line: CommandLine, pbx: Simulator) -> None:
    assert run_setup(command_line, pbx).exit_code == 0
    away = command_line.run("setup", "--no-input", "--host", "http://127.0.0.1:9", "--device", "sip:1", "--no-register")
    assert away.exit_code == 0
    assert "could not be listed" in away.err
    assert settings(command_line.callwith_home)["device"] == "sip:1"


def test_only_a_v20_has_phones_to_choose_from(command_line: CommandLine) -> None:
    ran = command_line.run(
        *("setup", "--no-input", "--kind", "v10", "--host", "192.0.2.1", "--extension", "100", "--region", "GB"),
        *("--store", "file", "--no-register", "--device", "desk"),
    )
    assert ran.exit_code == 2
    assert not (command_line.callwith_home / "settings.toml").exists()


def test_another_pbx_inherits_neither_phone_nor_api_clients(command_line: CommandLine, pbx: Simulator) -> None:
    assert run_setup(command_line, pbx, "--device", "web", "--admin-client-id", "boss").exit_code == 0
    assert settings(command_line.callwith_home)["admin_client_id"] == "boss"
    assert command_line.run("setup", "--no-input", "--kind", "v10", "--no-register").exit_code == 0
    assert set(settings(command_line.callwith_home)) == {"kind", "host"}


def test_in_a_terminal_the_phones_are_listed_and_chosen_by_number(tmp_path: Path, pbx: Simulator) -> None:
    words = ("--kind", "v20", "--host", f"http://127.0.0.1:{pbx.port}", "--extension", "100", "--region", "GB")
    terminal = Terminal(tmp_path, "setup", *words, "--store", "file", "--no-register", "--client-id", "callwith")
    terminal.answer("Secret of the API client", SECRET)
    terminal.answer("Which one rings", "7")
    terminal.answer("Which one rings", "2")
    assert terminal.end() == 0, terminal.seen
    assert "Desk phone" in terminal.seen
    assert settings(tmp_path / "callwith")["device"]
    assert SECRET not in terminal.seen


def test_extension_commands_share_the_token_with_the_hosts(command_line: CommandLine, pbx: Simulator) -> None:
    assert run_setup(command_line, pbx).exit_code == 0
    command_line.run("secret", "set", "password", stdin=SECRET)
    for _ in range(3):
        assert command_line.run("extension", "show", "100").exit_code == 0
    assert command_line.run("extension", "set", "100", "--recording").exit_code == 0
    asked = [entry for entry in pbx.pbx.log if entry.target.startswith("/connect/token")]
    assert len(asked) == 1, "a token of one's own each time would sign the others out"


@pytest.mark.parametrize("unit", ["seconds", "minutes"])
def test_the_simulator_counts_a_token_in_either_unit(unit: str, tmp_path: Path) -> None:

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["simulate", "--kind", "v20", "--port", str(port), "--token-unit", unit, "--password", SECRET]
    process = subprocess.Popen(
        [Path(sys.executable).parent / "callwith", *words],
        stdout=subprocess.PIPE,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    try:
        assert process.stdout
        assert process.stdout.readline().startswith(b"http://")
        form = "client_id=callwith&client_secret=api%26secret&grant_type=client_credentials"
        deadline = time.monotonic() + 10
        while True:
            try:
                reply = urllib.request.urlopen(f"http://127.0.0.1:{port}/connect/token", form.encode(), timeout=5)
                break
            except ConnectionError:
                assert time.monotonic() < deadline
        assert json.load(reply)["expires_in"] == (3600 if unit == "seconds" else 60)
    finally:
        process.terminate()
        process.communicate()
