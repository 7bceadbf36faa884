"""The journal: an id is taken once for ever, by one process; what was asked is read back, counted and settled."""

import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from journal_support import NUMBER, ask, asked

from companion.errors import CallError, Code
from companion.journal import AlreadyAskedError, Asked, Journal


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


def test_of_many_threads_with_files_of_their_own_one_gets_the_id(journal_path: Path) -> None:
    call = asked()

    def attempt(_index: int) -> bool:
        journal = Journal(journal_path)
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
    journal_path: Path, monkeypatch: pytest.MonkeyPatch, jump: float
) -> None:
    journal = Journal(journal_path)
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


def test_whatever_was_told_to_be_recorded_is_there_after_sigkill(journal_path: Path) -> None:
    for delay in (0.0, 0.01, 0.05):
        process = subprocess.Popen([sys.executable, "-c", KILLED, journal_path], stdout=subprocess.PIPE, text=True)
        assert process.stdout
        told = [process.stdout.readline()]
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
        process.wait()
        journal = Journal(journal_path)
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


def test_calls_older_than_the_retention_are_forgotten_when_the_journal_is_opened(
    journal_path: Path, journal: Journal
) -> None:
    ask(journal, asked(code=Code.NUMBER_BARRED))
    journal.close()
    with sqlite3.connect(journal_path) as db:
        db.execute("UPDATE calls SET at = '2001-01-01T00:00:00.000+00:00'")
    kept = Journal(journal_path, keep_days=30)
    assert kept.recent() == []
    kept.close()


def test_filters_find_what_they_say_and_nothing_else(journal: Journal) -> None:
    wanted, other = asked(), Asked(uuid4(), "0161 496 0137", "01614960137", "popup", None)
    ask(journal, wanted)
    ask(journal, other)
    journal.outcome(wanted.id, "accepted")
    now = datetime.now(UTC)

    def ids(**filters: object) -> list[UUID]:
        return [call.id for call in journal.recent(**filters)]  # type: ignore[arg-type]  # checked by the call

    assert ids() == [other.id, wanted.id]
    assert ids(number="7946 0958") == ids(number="79460958") == ids(state="accepted") == [wanted.id]
    assert ids(via="popup") == [other.id]
    assert ids(origin="crm.example") == [wanted.id]
    assert ids(since=now + timedelta(hours=1)) == ids(until=now - timedelta(hours=1)) == []
    assert ids(limit=1) == [other.id]
