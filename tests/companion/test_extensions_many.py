"""Many extensions at once: the plan is checked as a whole, nothing is done twice, an interruption loses nothing."""

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest
from cli_support import CommandLine, simulator

from companion.errors import CallError, Code, Phase
from companion.extensions import running as runner
from companion.extensions.plan import PlanError, failures_csv, fingerprint, read_plan
from companion.extensions.record import Record
from companion.extensions.running import carry_out
from companion.pbx import Accepted, SetExtension
from companion.pbx.client import BasicClient, MakeCall
from companion.simulator import ExtensionSetup, Options, Simulator
from companion.simulator.faults import decode

HEAD = "extension,enabled,external_calls,recording\n"


def test_a_plan_is_read_and_empty_fields_leave_settings_alone() -> None:
    rows = read_plan(HEAD + "100,yes,no,\n101,,,off\n\n102,,,\n103,1,TRUE,On\n")
    assert [(row.line, row.command) for row in rows] == [
        (2, SetExtension("100", enabled=True, external_calls=False)),
        (3, SetExtension("101", recording=False)),
        (6, SetExtension("103", enabled=True, external_calls=True, recording=True)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffextension;recording\r\n100;yes\r\n",
        "extension\trecording\n100\tyes\n",
        "Recording , Extension\nyes, 100\n",
        'extension,recording,code,message\n100,yes,pbx_busy,"said: a, b"\n',
    ],
)
def test_plans_of_spreadsheets_and_files_of_failures_are_read(text: str) -> None:
    assert [row.command for row in read_plan(text)] == [SetExtension("100", recording=True)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["line 1", "extension"]),
        ("number,recording\n", ["line 1", "number"]),
        ("extension,recording,recording\n", ["twice"]),
        (HEAD + "100,yes\n", ["line 2", "2 fields"]),
        (HEAD + "abc,yes,,\n", ["line 2", "abc"]),
        (HEAD + "100,maybe,,\n101,yes,,\n102,,,x\n", ["line 2", "maybe", "line 4", "'x'"]),
        (HEAD + "100,yes,,\n101,yes,,\n100,no,,\n", ["line 4", "line 2"]),
        (HEAD + '100,"yes,,\n', ["line"]),
    ],
)
def test_every_fault_of_a_plan_is_named_with_its_line(text: str, names: list[str]) -> None:
    with pytest.raises(PlanError) as caught:
        read_plan(text)
    for name in names:
        assert name in str(caught.value)


def test_a_plan_full_of_faults_is_not_printed_whole() -> None:
    with pytest.raises(PlanError) as caught:
        read_plan(HEAD + "x,,,\n" * 5000)
    assert len(caught.value.faults) == 21
    assert "4980 more" in caught.value.faults[-1]


def test_failures_can_be_fed_back() -> None:
    commands = [row.command for row in read_plan(HEAD + "100,yes,no,\n101,,,off\n")]
    text = failures_csv((command, "pbx_busy", 'The PBX, "busy"\nindeed') for command in commands)
    assert [row.command for row in read_plan(text)] == commands


def test_a_plan_s_name_follows_from_what_it_says_and_for_which_pbx() -> None:
    one, other = read_plan(HEAD + "100,yes,,\n"), read_plan(HEAD + "100,no,,\n")
    assert fingerprint(one, "a") == fingerprint(read_plan(HEAD + "\n100,yes,,\n"), "a")
    assert len({fingerprint(one, "a"), fingerprint(other, "a"), fingerprint(one, "b")}) == 3


class Scripted(BasicClient):
    """Answers each extension with the next of its failures, then accepts."""

    capabilities = frozenset()

    def __init__(self, failures: dict[str, list[CallError]], seconds: float = 0.0) -> None:
        self.failures = failures
        self.seconds = seconds
        self.sent: list[str] = []
        self.now = self.most = self.all = 0

    @property
    def mean(self) -> float:
        """How many were under way while one was, itself among them."""
        return self.all / len(self.sent)

    async def make_call(self, command: MakeCall) -> Accepted:
        raise AssertionError(command)

    async def set_extension(self, command: SetExtension) -> Accepted:
        self.sent.append(command.extension)
        self.now += 1
        self.most = max(self.most, self.now)
        self.all += self.now
        await asyncio.sleep(self.seconds)
        self.now -= 1
        waiting = self.failures.get(command.extension)
        if waiting:
            raise waiting.pop(0)
        return Accepted()


def plan_of(count: int) -> str:
    return HEAD + "".join(f"{1000 + number},,,yes\n" for number in range(count))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "FIRST_PAUSE_SECONDS", 0.001)


@pytest.mark.usefixtures("quick")
async def test_passing_failures_are_tried_again_and_refusals_are_not() -> None:
    busy = CallError(Code.PBX_BUSY, phase=Phase.ANSWERED)
    lost = CallError(Code.CALL_OUTCOME_UNKNOWN, phase=Phase.SENT_NO_ANSWER)
    refused = CallError(Code.PBX_REFUSED, "no such extension", phase=Phase.ANSWERED)
    client = Scripted({"1000": [busy, lost], "1001": [refused], "1002": [busy] * 10})
    outcomes = {
        o.row.command.extension: o.error
        async for o in carry_out(client, read_plan(HEAD + "1000,,,1\n1001,,,1\n1002,,,1\n1003,,,1\n"))
    }
    assert outcomes == {"1000": None, "1001": refused, "1002": busy, "1003": None}
    assert {number: client.sent.count(number) for number in outcomes} == {"1000": 3, "1001": 1, "1002": 4, "1003": 1}


async def test_a_rejected_login_stops_the_run_and_is_not_repeated() -> None:
    rejected = CallError(Code.LOGIN_REJECTED, phase=Phase.ANSWERED)
    client = Scripted({str(1000 + number): [rejected] for number in range(500)}, seconds=0.005)
    outcomes = [outcome async for outcome in carry_out(client, read_plan(plan_of(500)), at_once=8)]
    assert (len(outcomes), len(client.sent)) == (1, 1)


async def test_no_more_requests_than_wanted_are_under_way_and_each_line_is_sent_once() -> None:
    client = Scripted({}, seconds=0.002)
    outcomes = [outcome async for outcome in carry_out(client, read_plan(plan_of(300)), at_once=10)]
    assert client.most == 10
    assert sorted(client.sent) == sorted(outcome.row.command.extension for outcome in outcomes)
    assert len(set(client.sent)) == 300


async def test_whoever_stops_listening_stops_the_requests() -> None:
    client = Scripted({}, seconds=0.002)
    async with aclosing(carry_out(client, read_plan(plan_of(1000)), at_once=4)) as outcomes:
        async for _outcome in outcomes:
            break
    sent = len(client.sent)
    await asyncio.sleep(0.02)
    assert len(client.sent) == sent < 30


def test_the_record_remembers_what_was_last_set_and_how_far_a_plan_came(tmp_path: Path) -> None:
    path = tmp_path / "private" / "extensions.sqlite3"
    with Record(path) as record, Record(path) as other:
        record.done("pbx", SetExtension("100", enabled=True, recording=False), "plan")
        other.done("pbx", SetExtension("100", recording=True))
        assert {each.setting: each.value for each in record.last_set("pbx", "100")} == {
            "enabled": True,
            "recording": True,
        }
        assert record.last_set("other pbx", "100") == []
        assert (record.finished("plan"), record.finished("other")) == ({"100"}, set())
        record.forget("plan")
        assert other.finished("plan") == set()
    assert path.stat().st_mode & 0o077 == 0


@pytest.fixture
def command_line(tmp_path: Any, monkeypatch: Any, capsys: Any) -> CommandLine:
    return CommandLine(tmp_path, monkeypatch, capsys)


@pytest.fixture(params=["v10", "v20"])
def pbx(request: Any, command_line: CommandLine) -> Iterator[Simulator]:
    extensions = tuple(ExtensionSetup(str(1000 + number), "1") for number in range(60))
    with simulator(Options(kind=request.param, port=0, extensions=extensions)) as started:
        address = ("--kind", request.param, "--scheme", "http", "--host", "127.0.0.1", "--port", str(started.port))
        ran = command_line.run(
            *("setup", "--no-input", *address, "--extension", "1000", "--region", "GB"),
            *("--store", "file", "--pin-stdin", "--no-register"),
            stdin="1",
        )
        assert ran.exit_code == 0, ran.err
        assert command_line.run("secret", "set", "password", stdin="admin").exit_code == 0
        yield started


def patched(pbx: Simulator) -> int:
    """How many times a setting was changed."""
    return sum(("upd_ext" in e.target and "(S(" in e.target) or e.method == "PATCH" for e in pbx.pbx.log)


def test_a_plan_is_applied_whole(command_line: CommandLine, pbx: Simulator, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text(plan_of(60))
    ran = command_line.run("extension", "apply", str(plan))
    assert (ran.exit_code, "60 set, 0 failed, 0 not tried" in ran.out) == (0, True), ran.err
    assert all(extension.recording for extension in pbx.pbx.extensions.values())
    assert patched(pbx) == 60


def test_a_dry_run_shows_the_difference_and_changes_nothing(
    command_line: CommandLine, pbx: Simulator, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text(HEAD + "1000,no,,yes\n1001,yes,,\n")
    ran = command_line.run("extension", "apply", str(plan), "--dry-run")
    assert ran.exit_code == 0
    assert "1000: enabled" in ran.out
    assert "→ no" in ran.out
    assert patched(pbx) == 0
    assert not pbx.pbx.extensions["1000"].recording


def test_a_plan_with_a_fault_sends_nothing(command_line: CommandLine, pbx: Simulator, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text(HEAD + "1000,no,,yes\n1001,perhaps,,\n")
    ran = command_line.run("extension", "apply", str(plan))
    assert ran.exit_code == 2
    assert "line 3" in ran.err
    assert pbx.pbx.requests == 0


def test_failures_are_written_for_feeding_back_and_resume_repeats_nothing(
    command_line: CommandLine, pbx: Simulator, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text(plan_of(5) + "7777,,,yes\n")
    ran = command_line.run("extension", "apply", str(plan))
    assert ran.exit_code == 1
    assert "5 set, 1 failed" in ran.out
    failures = tmp_path / "plan.failures.csv"
    assert [row.command.extension for row in read_plan(failures.read_text())] == ["7777"]
    before = patched(pbx)
    ran = command_line.run("extension", "apply", str(plan), "--resume")
    assert "5 of 6" in ran.out
    assert patched(pbx) - before <= 1  # 7777 is tried again, the others are not


def test_a_wrong_password_stops_at_once(command_line: CommandLine, pbx: Simulator, tmp_path: Path) -> None:
    command_line.run("secret", "set", "password", stdin="Xq7-nope")
    plan = tmp_path / "plan.csv"
    plan.write_text(plan_of(60))
    ran = command_line.run("extension", "apply", str(plan))
    assert ran.exit_code == 1
    assert pbx.pbx.requests <= 2
    assert "--resume" in ran.err
    assert "Xq7-nope" not in ran.out + ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_an_interrupted_run_goes_on_and_does_nothing_twice(
    command_line: CommandLine, pbx: Simulator, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text(plan_of(60))
    pbx.faults.queue.extend(decode({"kind": "delay", "seconds": 0.3, "times": 100}))
    program = "from companion.cli.main import main; main()"
    words = [sys.executable, "-c", program, "extension", "apply", str(plan), "--at-once", "4"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    while patched(pbx) < 6:
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "--resume" in said
    assert patched(pbx) < 60
    pbx.faults.queue.clear()
    assert command_line.run("extension", "apply", str(plan), "--resume").exit_code == 0
    assert patched(pbx) == 60
    assert all(extension.recording for extension in pbx.pbx.extensions.values())


def test_show_asks_the_pbx_or_says_what_was_last_set(command_line: CommandLine, pbx: Simulator) -> None:
    assert command_line.run("extension", "set", "1001", "--recording", "--disabled").exit_code == 0
    ran = command_line.run("extension", "show", "1001")
    assert ran.exit_code == 0, ran.err
    assert "recording: yes" in ran.out
    assert "enabled: no" in ran.out
    assert ("as last set from here" in ran.out) == (pbx.pbx.options.kind == "v10")


async def test_many_are_under_way_at_once_so_that_they_are_at_least_five_times_as_fast_as_one_after_another() -> None:
    client = Scripted({}, seconds=0.001)
    rows = read_plan(plan_of(320))
    async for _outcome in carry_out(client, rows):
        pass
    assert client.mean >= 5
