"""The real host on disks that are full, read-only or harmed: no call goes unrecorded, and a refusal says why."""

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from host_support import CHROMIUM, Host, Pbx, configure, dial, recorded

SMALL = 192 * 1024
"""Bytes a file may have where the disk is "full": the journal's log reaches that after some dozens of calls."""


class Constrained(Host):
    """A host that another program starts, with less than its parent may."""

    def __init__(self, home: Path, *before: str, fsize: int | None = None) -> None:
        self.process = subprocess.Popen(
            [*before, sys.executable, "-m", "companion.host", *CHROMIUM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "CALLWITH_HOME": str(home)},
        )
        if fsize:
            resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (fsize, fsize))
        assert self.process.stdin
        assert self.process.stdout
        self.input, self.output = self.process.stdin, self.process.stdout
        assert self.receive()["type"] == "greeting"

    def call(self, **changes: Any) -> dict[str, Any]:
        request = dial(**changes)
        self.send(request)
        return self.outcome(str(request["id"]))


Start = Callable[..., Constrained]


@pytest.fixture
def pbx(home: Path) -> Pbx:
    started = Pbx()
    configure(home, started.port, "[limits]\ncalls_per_minute = 1000\n")
    return started


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    hosts: list[Constrained] = []

    def started(*before: str, **limits: int) -> Constrained:
        hosts.append(Constrained(home, *before, **limits))
        return hosts[-1]

    yield started
    for host in hosts:
        host.process.kill()
        host.process.communicate()


def test_on_a_full_disk_calls_are_refused_none_goes_unrecorded_and_all_is_well_once_there_is_room(
    home: Path, pbx: Pbx, start: Start
) -> None:
    host = start(fsize=SMALL)
    replies = [host.call()]
    while replies[-1]["code"] is None:
        assert len(replies) < 1000, "the disk never became full"
        replies.append(host.call())
    assert (replies[-1]["state"], replies[-1]["code"]) == ("refused", "journal_unavailable")
    assert any(word in replies[-1]["message"] for word in ("full", "disk", "large")), replies[-1]["message"]
    again = host.call()
    assert again["code"] in {None, "journal_unavailable"}
    accepted = len(replies) - 1 + (again["code"] is None)
    assert len(pbx.requests) == accepted
    host.end()
    other = start()
    assert other.call()["state"] == "accepted"
    other.end()
    journal = sqlite3.connect(home / "journal.sqlite3")
    assert journal.execute("SELECT count(*) FROM calls WHERE dialled IS NOT NULL").fetchone()[0] >= len(pbx.requests)
    journal.close()
    assert not list(home.glob("*damaged*")), "a full disk is no damage"


def test_on_a_read_only_disk_the_call_is_refused_with_the_reason(home: Path, pbx: Pbx, start: Start) -> None:
    start().end()
    home.chmod(0o500)
    # To root nothing is read-only, so it is started without that power
    before = ("setpriv", "--bounding-set=-dac_override") if os.geteuid() == 0 else ()
    try:
        reply = start(*before).call()
    finally:
        home.chmod(0o700)
    assert (reply["state"], reply["code"]) == ("refused", "journal_unavailable")
    assert "denied" in reply["message"] or "read" in reply["message"], reply["message"]
    assert pbx.requests == []
    assert start().call()["state"] == "accepted"


def test_a_journal_that_another_program_keeps_locked_refuses_with_the_reason_and_the_next_call_works(
    home: Path, pbx: Pbx, start: Start
) -> None:
    host = start()
    assert host.call()["state"] == "accepted"
    other = sqlite3.connect(home / "journal.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    reply = host.call()
    assert (reply["state"], reply["code"]) == ("refused", "journal_unavailable")
    assert "locked" in reply["message"]
    assert len(pbx.requests) == 1
    other.execute("ROLLBACK")
    other.close()
    assert host.call()["state"] == "accepted"


@pytest.mark.parametrize("running", [True, False], ids=["under a running host", "before the host starts"])
def test_a_damaged_journal_is_kept_aside_and_an_id_it_knew_is_not_dialled_again(
    home: Path, pbx: Pbx, start: Start, running: bool
) -> None:
    first = start()
    call = str(uuid4())
    assert first.call(call=call)["state"] == "accepted"
    if not running:
        first.end()
    journal = home / "journal.sqlite3"
    for beside in home.glob("journal.sqlite3-*"):
        beside.unlink()
    journal.write_bytes(b"\x00rubbish" * 4096)
    host = first if running else start()
    replies = [host.call(), host.call()]
    assert {(reply["state"], reply["code"]) for reply in replies} <= {
        ("accepted", None),
        ("refused", "journal_unavailable"),
    }
    assert replies[1]["state"] == "accepted", "the next call works"
    host.send(dial(call))
    assert host.receive()["code"] == "duplicate_call"
    host.end()
    if not running:
        (kept,) = home.glob("journal.damaged-*.sqlite3")
        assert kept.read_bytes() == b"\x00rubbish" * 4096
    accepted = sum(reply["state"] == "accepted" for reply in replies)
    assert len(pbx.requests) == 1 + accepted
    assert recorded(home).count(("accepted", None)) >= accepted, "none was written into a file that is gone"


def test_a_journal_of_a_newer_version_is_left_as_it_is_and_no_call_placed(home: Path, pbx: Pbx, start: Start) -> None:
    host = start()
    host.call()
    host.end()
    with sqlite3.connect(home / "journal.sqlite3") as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = (home / "journal.sqlite3").read_bytes()
    reply = start().call()
    assert (reply["state"], reply["code"]) == ("refused", "journal_unavailable")
    assert "newer version" in reply["message"]
    assert (home / "journal.sqlite3").read_bytes() == before
    assert len(pbx.requests) == 1
