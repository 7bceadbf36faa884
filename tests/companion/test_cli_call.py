"""`call` against a simulated PBX: what is dialled, what is said, and the exit codes that scripts go by."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from cli_support import CommandLine, simulator

from companion.simulator import Options, Simulator

PIN = "1234"


@pytest.fixture
def command_line(tmp_path: Any, monkeypatch: Any, capsys: Any) -> CommandLine:
    return CommandLine(tmp_path, monkeypatch, capsys)


def dialled(pbx: Simulator) -> list[str]:
    return [call.destination for call in pbx.pbx.calls]


def faults(pbx: Simulator, *queued: dict[str, Any]) -> None:
    """Queue faults for the next requests."""
    body = json.dumps({"faults": list(queued)}).encode()
    request = Request(f"{pbx.url}/_simulator/faults", body, {"Content-Type": "application/json"})
    with urlopen(request, timeout=5) as answer:
        assert answer.status < 300


@pytest.mark.parametrize("kind", ["v9-iis", "v9-abyss", "v10"])
def test_a_call_rings_the_phone_and_is_in_the_journal(command_line: CommandLine, kind: str) -> None:
    with simulator(Options(kind=kind, port=0)) as pbx:
        command_line.setup(pbx.port, kind=kind)
        ran = command_line.run("call", "020 7946 0958")
        assert ran.exit_code == 0, ran.err
        assert dialled(pbx) == ["02079460958"]
    assert "pick up your phone" in ran.out
    (call,) = json.loads(command_line.run("history", "--json").out)
    assert (call["state"], call["via"], call["written"]) == ("accepted", "cli", "020 7946 0958")


def test_a_dry_run_shows_each_step_and_sends_and_records_nothing(command_line: CommandLine) -> None:
    with simulator(Options(port=0)) as pbx:
        command_line.setup(pbx.port)
        file = command_line.callwith_home / "settings.toml"
        file.write_text(file.read_text() + '\n[dial_plan]\noutside_line_prefix = "9"\n')
        ran = command_line.run("call", "+44 20 7946 0958", "--dry-run")
        assert ran.exit_code == 0, ran.err
        assert not pbx.pbx.log
    lines = [line.split(None, 2) for line in ran.out.splitlines()]
    assert lines[0] == ["as", "written", "+44 20 7946 0958"]
    assert "outside line" in ran.out
    assert any(line.endswith(" 902079460958") for line in ran.out.splitlines())
    assert "Nothing was sent." in ran.out
    assert json.loads(command_line.run("history", "--json").out) == []


def test_a_dry_run_in_json_says_the_same(command_line: CommandLine) -> None:
    command_line.setup()
    answer = json.loads(command_line.run("call", "020 7946 0958", "--dry-run", "--json").out)
    assert answer["e164"] == "+442079460958"
    assert answer["dialled"] == "02079460958"
    assert answer["steps"][0] == {"name": "as written", "result": "020 7946 0958"}
    assert answer["refusal"] is None


def test_another_countrys_number_is_dialled_from_the_users_own(command_line: CommandLine) -> None:
    """--region says how the number is written, not where the PBX is."""
    command_line.setup()
    answer = json.loads(command_line.run("call", "030 901820", "--region", "de", "--dry-run", "--json").out)
    assert (answer["e164"], answer["dialled"]) == ("+4930901820", "004930901820")


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_what_is_no_number_is_refused_and_nothing_is_sent(command_line: CommandLine, dry: tuple[str, ...]) -> None:
    with simulator(Options(port=0)) as pbx:
        command_line.setup(pbx.port)
        ran = command_line.run("call", "invoice", *dry)
        assert ran.exit_code == 4
        assert ran.err
        assert not pbx.pbx.log


def test_what_has_to_be_confirmed_is_not_dialled_by_a_script_without_yes(command_line: CommandLine) -> None:
    with simulator(Options(port=0)) as pbx:
        command_line.setup(pbx.port)
        ran = command_line.run("call", "999")
        assert ran.exit_code == 4
        assert "--yes" in ran.err
        assert dialled(pbx) == []
        assert command_line.run("call", "999", "--yes").exit_code == 0
        assert dialled(pbx) == ["999"]


@pytest.mark.parametrize("how", ["text", "403", "login-page", "login-redirect"])
def test_a_wrong_pin_is_a_refusal_and_not_shown(command_line: CommandLine, how: Any) -> None:
    with simulator(Options(port=0, wrong_pin=how)) as pbx:
        command_line.setup(pbx.port, pin="99&99")
        ran = command_line.run("call", "020 7946 0958")
        assert ran.exit_code == 3
        assert "99&99" not in ran.out + ran.err
        assert dialled(pbx) == []


def test_without_a_pin_nothing_is_sent_and_the_command_that_helps_is_named(command_line: CommandLine) -> None:
    with simulator(Options(port=0)) as pbx:
        command_line.setup(pbx.port)
        command_line.run("secret", "remove")
        ran = command_line.run("call", "020 7946 0958")
        assert ran.exit_code == 4
        assert "callwith secret set pin" in ran.err
        assert not pbx.pbx.log


def test_a_pbx_that_is_down_means_nothing_was_sent(command_line: CommandLine) -> None:
    with simulator(Options(port=0)) as pbx:
        command_line.setup(pbx.port)
    ran = command_line.run("call", "020 7946 0958")
    assert ran.exit_code == 4
    assert "nothing was sent" in ran.err


def test_a_connection_that_breaks_off_leaves_the_outcome_unknown(command_line: CommandLine) -> None:
    with simulator(Options(port=0)) as pbx:
        command_line.setup(pbx.port)
        faults(pbx, {"kind": "reset"})
        ran = command_line.run("call", "020 7946 0958")
        assert ran.exit_code == 5
        assert "Check your phone" in ran.err
        assert pbx.pbx.requests == 1, "never tried again"


def test_ctrl_c_between_request_and_answer_leaves_the_outcome_unknown(command_line: CommandLine) -> None:
    """The PBX has the request; claiming that nothing was sent would invite a second call."""
    with simulator(Options(port=0)) as pbx:
        command_line.setup(pbx.port)
        faults(pbx, {"kind": "hang"})
        process = subprocess.Popen(
            [Path(sys.executable).parent / "callwith", "call", "020 7946 0958"],
            env=os.environ.copy(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        deadline = time.monotonic() + 60
        while not pbx.pbx.requests and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 5
        assert "Check your phone" in err
        assert "Traceback" not in err
    (call,) = json.loads(command_line.run("history", "--json").out)
    assert call["state"] == "unknown"


def test_before_setup_a_call_says_to_set_up(command_line: CommandLine) -> None:
    ran = command_line.run("call", "020 7946 0958")
    assert ran.exit_code == 4
    assert "callwith setup" in ran.err


@pytest.mark.parametrize(
    "arguments", [("",), ("1" * 200,), ("1", "--extension", "x"), ("1", "--region", "Mars"), (), ("1", "2")]
)
def test_a_wrong_use_of_call_is_named(command_line: CommandLine, arguments: tuple[str, ...]) -> None:
    command_line.setup()
    ran = command_line.run("call", *arguments)
    assert ran.exit_code == 2
    assert "Traceback" not in ran.err


def test_a_call_as_json_is_the_contracts_call(command_line: CommandLine) -> None:
    with simulator(Options(port=0)) as pbx:
        command_line.setup(pbx.port)
        answer = json.loads(command_line.run("call", "020 7946 0958", "--json").out)
    assert (answer["type"], answer["state"], answer["dialled"]) == ("call", "accepted", "02079460958")
