"""`history` and `extension set` against a real journal and a simulated PBX."""

import csv
import io
import json
from typing import Any
from uuid import UUID, uuid4

import pytest
from cli_support import CommandLine, simulator

from companion.errors import Code
from companion.journal import Asked, Journal
from companion.simulator import Options


@pytest.fixture
def command_line(tmp_path: Any, monkeypatch: Any, capsys: Any) -> CommandLine:
    return CommandLine(tmp_path, monkeypatch, capsys)


@pytest.fixture
def three_calls(command_line: CommandLine) -> list[UUID]:
    """Accepted from a site, refused by the command line, unknown from the popup."""
    journal = Journal(command_line.callwith_home / "journal.sqlite3")
    ids = [uuid4() for _ in range(3)]
    first = Asked(ids[0], "020 7946 0958", "02079460958", "click", "https://crm.example")
    journal.ask(first, calls_per_minute=10)
    journal.outcome(ids[0], "accepted")
    journal.ask(Asked(ids[1], "0900 1", None, "cli", code=Code.NUMBER_BARRED), calls_per_minute=10)
    journal.ask(Asked(ids[2], "+49 30 901820 with a note that is long", "004930901820", "popup"), calls_per_minute=10)
    journal.outcome(ids[2], "unknown", Code.CALL_OUTCOME_UNKNOWN)
    journal.close()
    return ids


def test_history_without_calls_says_so_and_makes_no_file(command_line: CommandLine) -> None:
    assert command_line.run("history").out == "No calls.\n"
    assert json.loads(command_line.run("history", "--json").out) == []
    assert not command_line.callwith_home.exists()


def test_history_lists_the_latest_first_with_their_outcome(command_line: CommandLine, three_calls: list[UUID]) -> None:
    assert len(three_calls) == 3
    heading, *lines = command_line.run("history").out.splitlines()
    assert heading.split() == ["When", "Written", "Dialled", "State", "From"]
    assert len(lines) == 3, "a pipe gets each call on one line"
    assert "unknown: call_outcome_unknown" in lines[0]
    assert "refused: number_barred" in lines[1]
    assert "accepted" in lines[2]
    assert "crm.example" in lines[2]
    assert "+49 30 901820 with a note that is long" in lines[0]


def test_history_filters(command_line: CommandLine, three_calls: list[UUID]) -> None:
    def found(*filters: str) -> list[str]:
        return [call["id"] for call in json.loads(command_line.run("history", "--json", *filters).out)]

    accepted, refused, unknown = map(str, three_calls)
    assert found() == [unknown, refused, accepted]
    assert found("--limit", "1") == [unknown]
    assert found("--state", "refused") == [refused]
    assert found("--site", "crm") == [accepted]
    assert found("--via", "popup") == [unknown]
    assert found("--number", "7946 0958") == [accepted]
    assert found("--since", "1h") == [unknown, refused, accepted]
    assert found("--until", "1h") == []
    assert found("--since", "2001-01-01", "--until", "2001-01-02") == []


def test_history_as_csv_is_read_by_a_csv_reader(command_line: CommandLine, three_calls: list[UUID]) -> None:
    rows = list(csv.DictReader(io.StringIO(command_line.run("history", "--csv").out, newline="")))
    assert [row["id"] for row in rows] == [str(each) for each in reversed(three_calls)]


@pytest.mark.parametrize("wrong", [("--since", "soon"), ("--limit", "0"), ("--state", "gone"), ("--json", "--csv")])
def test_history_refuses_what_it_does_not_understand(command_line: CommandLine, wrong: tuple[str, ...]) -> None:
    ran = command_line.run("history", *wrong)
    assert ran.exit_code == 2
    assert "Traceback" not in ran.err


def test_history_is_erased_only_when_confirmed(command_line: CommandLine, three_calls: list[UUID]) -> None:
    assert command_line.run("history", "erase").exit_code == 2
    assert len(json.loads(command_line.run("history", "--json").out)) == len(three_calls)
    assert "3 calls erased" in command_line.run("history", "erase", "--yes").out
    assert json.loads(command_line.run("history", "--json").out) == []


@pytest.mark.parametrize("kind", ["v9-iis", "v9-abyss", "v10"])
def test_every_setting_of_an_extension_reaches_the_pbx_alone_and_together(command_line: CommandLine, kind: str) -> None:
    with simulator(Options(kind=kind, port=0)) as pbx:
        command_line.setup(pbx.port, kind=kind)
        command_line.run("secret", "set", "password", stdin="admin")
        extension = pbx.pbx.extensions["101"]
        for option, wanted in (
            ("--disabled", {"enabled": False}),
            ("--enabled", {"enabled": True}),
            ("--no-external-calls", {"external_calls": False}),
            ("--external-calls", {"external_calls": True}),
            ("--recording", {"recording": True}),
            ("--no-recording", {"recording": False}),
        ):
            ran = command_line.run("extension", "set", "101", option)
            assert ran.exit_code == 0, ran.err
            assert {name: getattr(extension, name) for name in wanted} == wanted
        before = len(pbx.pbx.log)
        ran = command_line.run("extension", "set", "101", "--disabled", "--no-external-calls", "--recording")
        assert ran.exit_code == 0
        assert (extension.enabled, extension.external_calls, extension.recording) == (False, False, True)
        assert len(pbx.pbx.log) - before == 2, "one request and its session redirect"
        assert "disabled, external calls barred, recording on" in ran.out


def test_without_the_management_password_nothing_is_sent_and_the_command_that_helps_is_named(
    command_line: CommandLine,
) -> None:
    with simulator(Options(port=0)) as pbx:
        command_line.setup(pbx.port)
        ran = command_line.run("extension", "set", "100", "--disabled")
        assert ran.exit_code == 1
        assert "callwith secret set password" in ran.err
        assert not pbx.pbx.log


def test_a_wrong_management_password_is_refused_and_not_shown(command_line: CommandLine) -> None:
    with simulator(Options(port=0)) as pbx:
        command_line.setup(pbx.port)
        command_line.run("secret", "set", "password", stdin="hunter2&")
        ran = command_line.run("extension", "set", "100", "--disabled")
        assert ran.exit_code == 1
        assert "hunter2" not in ran.out + ran.err
        assert "management password" in ran.err
        assert "callwith secret set password" in ran.err
        assert pbx.pbx.extensions["100"].enabled


@pytest.mark.parametrize("arguments", [("100",), ("1x0", "--enabled"), ("", "--enabled"), ("1" * 21, "--enabled")])
def test_a_wrong_use_of_extension_set_is_named(command_line: CommandLine, arguments: tuple[str, ...]) -> None:
    command_line.setup()
    assert command_line.run("extension", "set", *arguments).exit_code == 2
