"""The journal: an id is taken once for ever, by one process; what was asked is kept whatever happens to the file."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from companion.errors import CallError, Code
from companion.journal import AlreadyAskedError, Asked, Journal

NUMBER = "020 7946 0958"


def asked(call: UUID | None = None, *, written: str = NUMBER, code: Code | None = None) -> Asked:
    return Asked(call or uuid4(), written, "02079460958", "click", "https://crm.example", code)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "journal.sqlite3"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    opened = Journal(path)
    yield opened
    opened.close()


def ask(journal: Journal, call: Asked, limit: int = 1000) -> None:
    journal.ask(call, calls_per_minute=limit)


def test_what_was_asked_is_read_back_as_it_was(journal: Journal) -> None:
    call = asked()
    ask(journal, call)
    journal.outcome(call.id, "accepted")
    (found,) = journal.recent()
    assert (found.id, found.written, found.dialled, found.state, found.origin) == (
        call.id,
        NUMBER,
        "02079460958",
        "accepted",
        "https://crm.example",
    )


def test_an_id_is_taken_once_and_the_second_learns_what_became_of_it(journal: Journal) -> None:
    call = asked()
    ask(journal, call)
    journal.outcome(call.id, "refused", Code.PBX_BUSY)
    with pytest.raises(AlreadyAskedError) as again:
        ask(journal, call)
    assert again.value.known is not None
    assert again.value.known.code is Code.PBX_BUSY


def test_erasing_forgets_the_call_but_not_that_its_id_was_dialled(journal: Journal) -> None:
    call = asked()
    ask(journal, call)
    journal.outcome(call.id, "accepted")
    assert journal.erase() == 1
    assert journal.recent() == []
    with pytest.raises(AlreadyAskedError) as again:
        ask(journal, call)
    assert again.value.known is None


def test_of_many_threads_with_files_of_their_own_one_gets_the_id(path: Path) -> None:
    call = asked()

    def attempt(_index: int) -> bool:
        journal = Journal(path)
        try:
            ask(journal, call)
        except AlreadyAskedError:
            return False
        finally:
            journal.close()
        return True

    with ThreadPoolExecutor(12) as pool:
        assert sum(pool.map(attempt, range(24))) == 1


def test_the_minute_holds_no_more_than_its_limit_and_refusals_do_not_count(journal: Journal) -> None:
    for _ in range(3):
        ask(journal, asked(code=Code.NUMBER_BARRED), limit=2)
    ask(journal, asked(), limit=2)
    ask(journal, asked(), limit=2)
    with pytest.raises(CallError) as full:
        ask(journal, asked(), limit=2)
    assert full.value.code is Code.TOO_MANY_CALLS
    assert journal.recent()[0].code is Code.TOO_MANY_CALLS


@pytest.mark.parametrize("jump", [-86_400.0, 86_400.0])
def test_a_clock_that_jumps_neither_opens_nor_closes_the_limit(
    path: Path, monkeypatch: pytest.MonkeyPatch, jump: float
) -> None:
    journal = Journal(path)
    ask(journal, asked(), limit=1)

    class Jumped(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # noqa: ARG003 - datetime's own
            return datetime.now(UTC) + timedelta(seconds=jump)

    monkeypatch.setattr("companion.journal.datetime", Jumped)
    with pytest.raises(CallError):
        ask(journal, asked(), limit=1)
    later = time.monotonic() + 61
    monkeypatch.setattr("companion.journal.time.monotonic", lambda: later)
    ask(journal, asked(), limit=1)
    journal.close()


KILLED = """
import sys, uuid
from companion.journal import Asked, Journal
from pathlib import Path
journal = Journal(Path(sys.argv[1]))
while True:
    call = uuid.uuid4()
    journal.ask(Asked(call, "1", "1", "cli"), calls_per_minute=10**9)
    print(call, flush=True)
    journal.outcome(call, "accepted")
"""


def test_whatever_was_told_to_be_recorded_is_there_after_sigkill(path: Path) -> None:
    for delay in (0.0, 0.01, 0.05):
        process = subprocess.Popen([sys.executable, "-c", KILLED, path], stdout=subprocess.PIPE, text=True)
        assert process.stdout
        told = [process.stdout.readline()]
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
        process.wait()
        journal = Journal(path)
        for line in told:
            if line.endswith("\n"):
                assert journal.find(UUID(line.strip())) is not None
        assert journal.settle() <= 1
        assert not journal.has_unsettled()
        journal.close()


def test_calls_left_as_asked_are_settled_as_unknown(journal: Journal) -> None:
    call = asked()
    ask(journal, call)
    assert journal.has_unsettled()
    assert journal.settle() == 1
    (found,) = journal.recent()
    assert (found.state, found.code) == ("unknown", Code.CALL_OUTCOME_UNKNOWN)


@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_journal_is_kept_aside_and_calls_go_on(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700)
    path.write_bytes(content)
    path.chmod(0o600)
    journal = Journal(path)
    ask(journal, asked())
    assert len(journal.recent()) == 1
    kept = list(path.parent.glob("journal.damaged-*.sqlite3"))
    assert [file.read_bytes() for file in kept] == ([content] if content else [])
    journal.close()


def test_a_journal_damaged_while_open_refuses_that_call_and_takes_the_next(path: Path) -> None:
    journal = Journal(path)
    for _ in range(50):
        ask(journal, asked(written="x" * 100))
    journal.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))
    with pytest.raises(CallError) as refused:
        ask(journal, asked())
    assert refused.value.code is Code.JOURNAL_UNAVAILABLE
    ask(journal, asked())
    assert len(journal.recent()) == 1
    assert list(path.parent.glob("journal.damaged-*.sqlite3"))
    journal.close()


def test_an_id_is_not_dialled_again_when_its_journal_was_damaged_lost_or_replaced_by_an_older_one(path: Path) -> None:
    first, second = asked(), asked()
    journal = Journal(path)
    ask(journal, first)
    journal.close()
    backup = path.read_bytes()
    ask(journal, second)
    journal.close()

    def restored() -> None:
        path.write_bytes(backup)

    for harm in (lambda: path.write_bytes(b"rubbish" * 1000), path.unlink, restored):
        for file in path.parent.glob("journal.sqlite3-*"):
            file.unlink()
        harm()
        again = Journal(path)
        for call in (first, second):
            with pytest.raises(AlreadyAskedError):
                ask(again, call)
        other = asked()
        ask(again, other)
        again.close()


def test_ids_that_were_cut_off_or_damaged_on_the_disk_cost_no_other_id(path: Path) -> None:
    calls = [asked() for _ in range(3)]
    journal = Journal(path)
    for call in calls[:2]:
        ask(journal, call)
    ids = path.with_suffix(".ids")
    ids.write_bytes(ids.read_bytes()[:-7] + b"")  # a full disk, or a power cut
    ask(journal, calls[2])
    journal.close()
    path.unlink()
    with ids.open("ab") as file:
        file.write(b"\xff\x00 rubbish \n\n")
    again = Journal(path)
    for call in (calls[0], calls[2]):
        with pytest.raises(AlreadyAskedError):
            ask(again, call)
    again.close()


def test_a_journal_from_before_the_file_of_ids_has_its_ids_written_there(path: Path, journal: Journal) -> None:
    call = asked()
    ask(journal, call)
    journal.close()
    path.with_suffix(".ids").unlink()
    journal.recent()
    journal.close()
    path.write_bytes(b"rubbish" * 1000)
    with pytest.raises(AlreadyAskedError):
        ask(journal, call)


def test_an_older_schema_is_brought_up_to_date_with_its_calls(path: Path, journal: Journal) -> None:
    call = asked()
    ask(journal, call)
    journal.close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 0")
        db.execute("DROP INDEX calls_at")
    (found,) = journal.recent()
    assert found.id == call.id
    ask(journal, asked())
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)


def test_what_was_erased_is_not_left_on_the_disk(path: Path, journal: Journal) -> None:
    for _ in range(30):
        ask(journal, asked(code=Code.NUMBER_BARRED))
    journal.erase()
    for file in path.parent.iterdir():
        assert b"7946" not in file.read_bytes(), file.name


def test_calls_past_their_retention_are_forgotten_while_a_host_runs_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Journal(path, keep_days=30)
    ask(kept, asked(code=Code.NUMBER_BARRED))
    with sqlite3.connect(path) as db:
        db.execute("UPDATE calls SET at = '2001-01-01T00:00:00.000+00:00'")
    db.close()
    assert len(kept.recent()) == 1
    later = time.monotonic() + 2 * 3600
    monkeypatch.setattr("companion.journal.time.monotonic", lambda: later)
    assert kept.recent() == []
    kept.close()


def test_a_newer_schema_is_left_alone_and_no_call_is_placed(path: Path, journal: Journal) -> None:
    ask(journal, asked())
    journal.close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(CallError, match="newer version") as refused:
        ask(journal, asked())
    assert refused.value.code is Code.JOURNAL_UNAVAILABLE
    journal.close()
    assert path.read_bytes() == before


def test_a_locked_journal_refuses_within_its_patience(
    path: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.journal.PATIENCE", 0.1)
    ask(journal, asked())
    journal.close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(CallError, match="locked"):
        ask(journal, asked())
    other.execute("ROLLBACK")
    ask(journal, asked())
    other.close()


def test_a_full_disk_refuses_the_call(path: Path, journal: Journal) -> None:
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
    assert path.exists()


def test_a_journal_moved_away_while_open_is_begun_again_not_written_into_the_void(path: Path, journal: Journal) -> None:
    ask(journal, asked())
    for file in list(path.parent.iterdir()):
        file.rename(path.parent / f"moved-{file.name}")
    call = asked()
    ask(journal, call)
    assert Journal(path).find(call.id) is not None


@pytest.mark.parametrize("kind", ["folder", "link", "open to all", "folder open to all"])
def test_a_journal_that_somebody_else_could_have_put_there_is_refused_with_the_reason(path: Path, kind: str) -> None:
    path.parent.mkdir(mode=0o700)
    if kind == "folder":
        path.mkdir()
    elif kind == "link":
        path.symlink_to(path.parent / "elsewhere")
    else:
        path.touch()
        (path if kind == "open to all" else path.parent).chmod(0o777)
    with pytest.raises(CallError) as refused:
        ask(Journal(path), asked())
    assert refused.value.code is Code.JOURNAL_UNAVAILABLE
    assert str(path.parent) in refused.value.message


def test_the_files_of_a_journal_are_private(path: Path, journal: Journal) -> None:
    ask(journal, asked())
    assert {file.name: file.stat().st_mode & 0o077 for file in path.parent.iterdir()} == {
        "journal.ids": 0,
        "journal.sqlite3": 0,
        "journal.sqlite3-wal": 0,
        "journal.sqlite3-shm": 0,
    }


def test_shortened_numbers_are_nowhere_in_the_files(path: Path) -> None:
    journal = Journal(path, shorten_numbers=True)
    ask(journal, asked())
    for file in path.parent.iterdir():
        assert b"7946" not in file.read_bytes()
    assert journal.recent()[0].written != NUMBER
    journal.close()


def test_calls_older_than_the_retention_are_forgotten_when_the_journal_is_opened(path: Path, journal: Journal) -> None:
    ask(journal, asked(code=Code.NUMBER_BARRED))
    journal.close()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE calls SET at = '2001-01-01T00:00:00.000+00:00'")
    kept = Journal(path, keep_days=30)
    assert kept.recent() == []
    kept.close()


def test_filters_find_what_they_say_and_nothing_else(journal: Journal) -> None:
    wanted, other = asked(), Asked(uuid4(), "0161 496 0137", "01614960137", "popup", None)
    ask(journal, wanted)
    ask(journal, other)
    journal.outcome(wanted.id, "accepted")
    now = datetime.now(UTC)

    def ids(**filters: object) -> list[UUID]:
        return [call.id for call in journal.recent(**filters)]  # type: ignore[arg-type]

    assert ids() == [other.id, wanted.id]
    assert ids(number="7946 0958") == ids(number="79460958") == ids(state="accepted") == [wanted.id]
    assert ids(via="popup") == [other.id]
    assert ids(origin="crm.example") == [wanted.id]
    assert ids(since=now + timedelta(hours=1)) == ids(until=now - timedelta(hours=1)) == []
    assert ids(limit=1) == [other.id]
