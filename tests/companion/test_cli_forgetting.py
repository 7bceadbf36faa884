"""`callwith uninstall --everything` leaves nothing of ours, and nothing of anybody else's is touched."""

from pathlib import Path
from uuid import uuid4

import pytest
from cli_support import CommandLine

from companion.journal import Asked, Journal


@pytest.fixture
def command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    made = CommandLine(tmp_path, monkeypatch, capsys)
    made.setup()
    journal = Journal(made.callwith_home / "journal.sqlite3")
    journal.ask(Asked(uuid4(), "1", "1", "cli"), calls_per_minute=10)
    journal.close()
    for name in ("journal.damaged-20260101-000000-1.sqlite3", "v20-token.json", "v20-token.json.lock", "calling.lock"):
        (made.callwith_home / name).touch(mode=0o600)
    (made.callwith_home / "logs").mkdir(mode=0o700, exist_ok=True)
    (made.callwith_home / "logs" / "callwith.log").touch(mode=0o600)
    return made


def test_nothing_is_left(command_line: CommandLine) -> None:
    ran = command_line.run("uninstall", "--everything", "--yes")
    assert ran.exit_code == 0, ran.err
    assert not command_line.callwith_home.exists()
    assert [file for file in command_line.home.rglob("*") if file.is_file()] == []


def test_files_of_others_stay_and_are_told_of(command_line: CommandLine) -> None:
    (command_line.callwith_home / "notes.txt").write_text("mine")
    ran = command_line.run("uninstall", "--everything", "--yes")
    assert ran.exit_code == 0
    assert [file.name for file in command_line.callwith_home.iterdir()] == ["notes.txt"]
    assert str(command_line.callwith_home) in ran.out.replace("\n", "")


def test_without_a_terminal_or_a_yes_nothing_is_removed(command_line: CommandLine) -> None:
    before = sorted(command_line.callwith_home.rglob("*"))
    assert command_line.run("uninstall", "--everything").exit_code == 2
    assert sorted(command_line.callwith_home.rglob("*")) == before
