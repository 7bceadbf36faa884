"""Floods, files that somebody else could have put there, crashes: refused with the reason, and no secret gets out."""

import os
import signal
import socket
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fault_support import PIN, FaultyPbx, PatientHost, configure, no_secret_left, settings_for
from host_support import dial

FLOOD = 1000
MEMORY = 64 * 1024
"""KiB that a flood may add."""


@pytest.fixture
def host(home: Path, pbx: FaultyPbx) -> Iterator[PatientHost]:
    configure(home, settings_for(pbx))
    started = PatientHost(home)
    yield started
    started.process.kill()
    started.process.communicate()


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, FaultyPbx, PatientHost]]:
    """One home, PBX and host for many tests that each begin with the home emptied."""
    home = tmp_path_factory.mktemp("abuse") / "home"
    home.mkdir(mode=0o700)
    pbx = FaultyPbx()
    configure(home, settings_for(pbx))
    host = PatientHost(home)
    yield home, pbx, host
    assert host.end()[1] == b""


@pytest.fixture
def emptied(lasting: tuple[Path, FaultyPbx, PatientHost]) -> tuple[Path, FaultyPbx, PatientHost]:
    home, pbx, _ = lasting
    home.chmod(0o700)
    os.chown(home, os.geteuid(), os.getegid())
    for file in home.iterdir():
        if not file.is_dir():
            file.unlink()
    configure(home, settings_for(pbx))
    pbx.requests.clear()
    return lasting


def call(host: PatientHost) -> tuple[str, str | None, str]:
    request = dial()
    host.send(request)
    reply = host.outcome(str(request["id"]))
    return reply["state"], reply["code"], reply["message"]


def test_ten_calls_a_minute_and_no_eleventh(home: Path, pbx: FaultyPbx, host: PatientHost) -> None:
    settings = (home / "settings.toml").read_text().replace("[limits]\ncalls_per_minute = 1000\n", "")
    (home / "settings.toml").write_text(settings)
    found = [call(host)[1] for _ in range(12)]
    assert found == [None] * 10 + ["too_many_calls"] * 2
    assert len(pbx.requests) == 10
    with sqlite3.connect(home / "journal.sqlite3") as db:
        db.execute("UPDATE calls SET tick = tick - 61")
    db.close()
    assert call(host)[0] == "accepted", "a minute later the next legitimate call works"


def test_a_thousand_pending_requests_are_each_answered_and_the_next_call_works(
    pbx: FaultyPbx, host: PatientHost
) -> None:
    assert call(host)[0] == "accepted"
    usual = host.peak()
    pbx.script = lambda _: time.sleep(30)
    first = dial()
    host.send(first)
    while len(pbx.requests) < 2:
        time.sleep(0.01)
    flood = [dial() for _ in range(FLOOD)]
    waiting = {str(each["id"]) for each in (*flood, first)}
    for each in flood:
        host.send(each)
    codes: dict[str | None, int] = {}
    while waiting:
        reply = host.receive()
        if reply["state"] != "asked":
            waiting.remove(reply["id"])
            codes[reply["code"]] = codes.get(reply["code"], 0) + 1
    assert set(codes) <= {"too_many_calls", "call_outcome_unknown"}
    assert codes["too_many_calls"] >= FLOOD - codes["call_outcome_unknown"]
    assert len(pbx.requests) == 1 + codes["call_outcome_unknown"], "one at a time, each once"
    assert host.peak() - usual < MEMORY
    pbx.script = lambda it: it.answer()
    assert call(host)[0] == "accepted"


def fifo(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path, 0o600)


def unix_socket(path: Path) -> None:
    path.unlink(missing_ok=True)
    where = os.open(path.parent, os.O_RDONLY)
    try:  # a path of its own would be too long for a socket's name
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(f"/proc/self/fd/{where}/{path.name}")
    finally:
        os.close(where)


def link(path: Path) -> None:
    elsewhere = path.with_name(f"elsewhere-{path.name}")
    if path.exists():
        path.rename(elsewhere)
    path.symlink_to(elsewhere)


def open_to_all(path: Path) -> None:
    path.touch()
    path.chmod(0o666)


def of_another_user(path: Path) -> None:
    path.touch()
    os.chown(path, 65534, 65534)


KINDS: dict[str, Callable[[Path], None]] = {
    "link": link,
    "pipe": fifo,
    "socket": unix_socket,
    "open to all": open_to_all,
}
if os.geteuid() == 0:
    KINDS["of another user"] = of_another_user
FILES = {
    "settings.toml": "settings_invalid",
    "secrets.json": "no_credentials",
    "journal.sqlite3": "journal_unavailable",
    "journal.ids": "journal_unavailable",
    "calling.lock": "journal_unavailable",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_somebody_else_could_have_put_there_is_refused_with_the_reason(
    emptied: tuple[Path, FaultyPbx, PatientHost], name: str, kind: str
) -> None:
    home, pbx, host = emptied
    KINDS[kind](home / name)
    state, code, message = call(host)
    assert (state, code, pbx.requests) == ("refused", FILES[name], [])
    assert name in message, message
    no_secret_left(home, host)


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_that_somebody_else_could_have_put_there_is_not_used(
    emptied: tuple[Path, FaultyPbx, PatientHost], kind: str
) -> None:
    home, pbx, host = emptied
    (home / "v20-token.json").write_text('{"x": {"token": "planted", "good_until": 9999999999}}')
    KINDS[kind](home / "v20-token.json")
    configure(home, f'kind = "v20"\nhost = "127.0.0.1"\nport = {pbx.port}\nscheme = "http"\n')
    pbx.script = lambda it: it.answer("503 X", b"")
    assert call(host)[0] == "refused"
    assert b"planted" not in b"".join(pbx.requests)


@pytest.mark.parametrize("kind", ["open to all", "of another user"] if os.geteuid() == 0 else ["open to all"])
def test_a_home_that_is_not_only_ours_is_refused_with_the_reason(
    emptied: tuple[Path, FaultyPbx, PatientHost], kind: str
) -> None:
    home, pbx, host = emptied
    if kind == "open to all":
        home.chmod(0o777)
    else:
        os.chown(home, 65534, 65534)
    state, code, message = call(host)
    assert (state, code, pbx.requests) == ("refused", "settings_invalid", [])
    assert str(home) in message
    assert ("everybody" if kind == "open to all" else "another user") in message


def limits_of(host: PatientHost) -> str:
    return Path(f"/proc/{host.process.pid}/limits").read_text()


@pytest.mark.parametrize("how", [signal.SIGABRT, signal.SIGSEGV])
def test_a_crash_with_the_pin_in_memory_leaves_no_core_and_says_nothing_of_it(
    home: Path, pbx: FaultyPbx, how: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(home, settings_for(pbx))
    monkeypatch.chdir(home)
    host = PatientHost(home)
    pbx.script = lambda _: time.sleep(30)
    host.send(dial())
    while not pbx.requests:
        time.sleep(0.01)
    assert PIN.split("&")[0].encode() in pbx.requests[0], "the PIN is in its memory now"
    no_secret_left(home, host)
    (line,) = [line for line in limits_of(host).splitlines() if line.startswith("Max core file size")]
    assert line.split()[4:6] == ["0", "0"]
    host.process.send_signal(how)
    host.process.wait(20)
    host.said.seek(0)
    assert b"S&cret" not in host.said.read()
    assert not [file for file in home.iterdir() if file.name.startswith("core")]
    again = PatientHost(home)
    pbx.script = lambda it: it.answer()
    assert call(again)[0] == "accepted"
    again.end()


def test_another_program_of_the_user_cannot_read_its_memory(host: PatientHost) -> None:
    assert call(host)[0] == "accepted"
    assert Path(f"/proc/{host.process.pid}/mem").stat().st_uid == 0, "the kernel took it from the user"
