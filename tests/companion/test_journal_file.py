"""What was asked is kept whatever happens to the file of the journal, and nobody else can have put that file there."""

import os
import sqlite3
import time
from pathlib import Path

import pytest
from journal_support import NUMBER, ask, asked

from companion.errors import CallError, Code
from companion.journal import AlreadyAskedError, Journal


@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_journal_is_kept_aside_and_calls_go_on(journal_path: Path, content: bytes) -> None:
    journal_path.parent.mkdir(mode=0o700)
    journal_path.write_bytes(content)
    journal_path.chmod(0o600)
    journal = Journal(journal_path)
    ask(journal, asked())
    assert len(journal.recent()) == 1
    kept = list(journal_path.parent.glob("journal.damaged-*.sqlite3"))
    assert [file.read_bytes() for file in kept] == ([content] if content else [])
    journal.close()


def test_a_journal_damaged_while_open_refuses_that_call_and_takes_the_next(journal_path: Path) -> None:
    journal = Journal(journal_path)
    for _ in range(50):
        ask(journal, asked(written="x" * 100))
    journal.close()
    with journal_path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(journal_path.stat().st_size - 4096))
    with pytest.raises(CallError) as refused:
        ask(journal, asked())
    assert refused.value.code is Code.JOURNAL_UNAVAILABLE
    ask(journal, asked())
    assert len(journal.recent()) == 1
    assert list(journal_path.parent.glob("journal.damaged-*.sqlite3"))
    journal.close()


def test_an_id_is_not_dialled_again_when_its_journal_was_damaged_lost_or_replaced_by_an_older_one(
    journal_path: Path,
) -> None:
    first, second = asked(), asked()
    journal = Journal(journal_path)
    ask(journal, first)
    journal.close()
    backup = journal_path.read_bytes()
    ask(journal, second)
    journal.close()

    def restored() -> None:
        journal_path.write_bytes(backup)

    for harm in (lambda: journal_path.write_bytes(b"rubbish" * 1000), journal_path.unlink, restored):
        for file in journal_path.parent.glob("journal.sqlite3-*"):
            file.unlink()
        harm()
        again = Journal(journal_path)
        for call in (first, second):
            with pytest.raises(AlreadyAskedError):
                ask(again, call)
        other = asked()
        ask(again, other)
        again.close()


def test_ids_that_were_cut_off_or_damaged_on_the_disk_cost_no_other_id(journal_path: Path) -> None:
    calls = [asked() for _ in range(3)]
    journal = Journal(journal_path)
    for call in calls[:2]:
        ask(journal, call)
    ids = journal_path.with_suffix(".ids")
    ids.write_bytes(ids.read_bytes()[:-7] + b"")  # a full disk, or a power cut
    ask(journal, calls[2])
    journal.close()
    journal_path.unlink()
    with ids.open("ab") as file:
        file.write(b"\xff\x00 rubbish \n\n")
    again = Journal(journal_path)
    for call in (calls[0], calls[2]):
        with pytest.raises(AlreadyAskedError):
            ask(again, call)
    again.close()


def test_a_journal_from_before_the_file_of_ids_has_its_ids_written_there(journal_path: Path, journal: Journal) -> None:
    call = asked()
    ask(journal, call)
    journal.close()
    journal_path.with_suffix(".ids").unlink()
    journal.recent()
    journal.close()
    journal_path.write_bytes(b"rubbish" * 1000)
    with pytest.raises(AlreadyAskedError):
        ask(journal, call)


def test_an_older_schema_is_brought_up_to_date_with_its_calls(journal_path: Path, journal: Journal) -> None:
    call = asked()
    ask(journal, call)
    journal.close()
    with sqlite3.connect(journal_path) as db:
        db.execute("PRAGMA user_version = 0")
        db.execute("DROP INDEX calls_at")
    (found,) = journal.recent()
    assert found.id == call.id
    ask(journal, asked())
    with sqlite3.connect(journal_path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)


def test_what_was_erased_is_not_left_on_the_disk(journal_path: Path, journal: Journal) -> None:
    for _ in range(30):
        ask(journal, asked(code=Code.NUMBER_BARRED))
    journal.erase()
    for file in journal_path.parent.iterdir():
        assert b"7946" not in file.read_bytes(), file.name


def test_calls_past_their_retention_are_forgotten_while_a_host_runs_on(
    journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Journal(journal_path, keep_days=30)
    ask(kept, asked(code=Code.NUMBER_BARRED))
    with sqlite3.connect(journal_path) as db:
        db.execute("UPDATE calls SET at = '2001-01-01T00:00:00.000+00:00'")
    db.close()
    assert len(kept.recent()) == 1
    later = time.monotonic() + 2 * 3600
    monkeypatch.setattr("companion.journal.time.monotonic", lambda: later)
    assert kept.recent() == []
    kept.close()


def test_a_newer_schema_is_left_alone_and_no_call_is_placed(journal_path: Path, journal: Journal) -> None:
    ask(journal, asked())
    journal.close()
    with sqlite3.connect(journal_path) as db:
        db.execute("PRAGMA user_version = 99")
    before = journal_path.read_bytes()
    with pytest.raises(CallError, match="newer version") as refused:
        ask(journal, asked())
    assert refused.value.code is Code.JOURNAL_UNAVAILABLE
    journal.close()
    assert journal_path.read_bytes() == before


def test_a_locked_journal_refuses_within_its_patience(
    journal_path: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.journal.PATIENCE", 0.1)
    ask(journal, asked())
    journal.close()
    other = sqlite3.connect(journal_path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(CallError, match="locked"):
        ask(journal, asked())
    other.execute("ROLLBACK")
    ask(journal, asked())
    other.close()


def test_a_full_disk_refuses_the_call(journal_path: Path, journal: Journal) -> None:
    ask(journal, asked())
    pages = journal._connected().execute("PRAGMA page_count").fetchone()[0]
    journal._connected().execute(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        for _ in range(500):
            ask(journal, asked(written="x" * 128))

    with pytest.raises(CallError, match="full") as refused:
        fill()
    assert refused.value.code is Code.JOURNAL_UNAVAILABLE
    ask(journal, asked())
    assert journal_path.exists()


def test_a_journal_moved_away_while_open_is_begun_again_not_written_into_the_void(
    journal_path: Path, journal: Journal
) -> None:
    ask(journal, asked())
    for file in list(journal_path.parent.iterdir()):
        file.rename(journal_path.parent / f"moved-{file.name}")
    call = asked()
    ask(journal, call)
    assert Journal(journal_path).find(call.id) is not None


@pytest.mark.parametrize("kind", ["folder", "link", "open to all", "folder open to all"])
def test_a_journal_that_somebody_else_could_have_put_there_is_refused_with_the_reason(
    journal_path: Path, kind: str
) -> None:
    journal_path.parent.mkdir(mode=0o700)
    if kind == "folder":
        journal_path.mkdir()
    elif kind == "link":
        journal_path.symlink_to(journal_path.parent / "elsewhere")
    else:
        journal_path.touch()
        (journal_path if kind == "open to all" else journal_path.parent).chmod(0o777)
    with pytest.raises(CallError) as refused:
        ask(Journal(journal_path), asked())
    assert refused.value.code is Code.JOURNAL_UNAVAILABLE
    assert str(journal_path.parent) in refused.value.message


def test_the_files_of_a_journal_are_private(journal_path: Path, journal: Journal) -> None:
    ask(journal, asked())
    assert {file.name: file.stat().st_mode & 0o077 for file in journal_path.parent.iterdir()} == {
        "journal.ids": 0,
        "journal.sqlite3": 0,
        "journal.sqlite3-wal": 0,
        "journal.sqlite3-shm": 0,
    }


def test_shortened_numbers_are_nowhere_in_the_files(journal_path: Path) -> None:
    journal = Journal(journal_path, shorten_numbers=True)
    ask(journal, asked())
    for file in journal_path.parent.iterdir():
        assert b"7946" not in file.read_bytes()
    assert journal.recent()[0].written != NUMBER
    journal.close()
