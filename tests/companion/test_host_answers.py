"""What the host answers that places no call: previews of the dial plan, and the doctor's checks."""

import json
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from host_support import Host, Pbx, configure, dial, recorded

from companion.checks import everything, pbx, reported
from companion.checks.result import Check, Health

Start = Callable[..., Host]


def asked(host: Host, message: dict[str, object]) -> dict[str, Any]:
    """The next answer, the greeting left aside."""
    host.send(message)
    while (answer := host.receive())["type"] == "greeting":
        pass
    return answer


def preview(written: str, **more: object) -> dict[str, object]:
    return {"type": "preview", "id": str(uuid4()), "written": written, **more}


def test_a_preview_shows_each_step_and_what_would_be_dialled(home: Path, start: Start) -> None:
    server = Pbx()
    configure(home, server.port, '[dial_plan]\noutside_line_prefix = "9"\n')
    question = preview("+44 20 7946 0958")
    answer = asked(start(), question)
    assert answer["id"] == question["id"]
    assert [(step["name"], step["result"]) for step in answer["steps"]] == [
        ("as written", "+44 20 7946 0958"),
        ("E.164", "+44 20 7946 0958"),
        ("own country", "020 7946 0958"),
        ("outside line", "9 020 7946 0958"),
        ("dialled", "902079460958"),
    ]
    assert (answer["dialled"], answer["code"]) == ("902079460958", None)
    assert not server.requests
    assert not (home / "journal.sqlite3").exists() or recorded(home) == [], "looking writes nothing down"


@pytest.mark.parametrize(
    ("written", "code", "dialled"),
    [
        ("999", "confirmation_needed", "999"),
        ("+44 900 123 4567", "number_barred", None),
        ("hello", "number_not_understood", None),
    ],
)
def test_a_preview_says_why_a_number_would_not_be_dialled_at_once(
    home: Path, start: Start, written: str, code: str, dialled: str | None
) -> None:
    configure(home, 1, '[dial_plan.destinations]\nbarred = ["+44900"]\n')
    answer = asked(start(), preview(written))
    assert (answer["code"], answer["dialled"]) == (code, dialled)
    assert answer["message"]


def test_a_preview_that_the_settings_prevent_is_told_by_its_id(start: Start) -> None:
    question = preview("+44 20 7946 0958")
    answer = asked(start(), question)
    assert (answer["type"], answer["code"], answer["id"]) == ("error", "not_configured", question["id"])


def test_the_status_brings_the_doctors_checks_without_the_pbxs_address(home: Path, start: Start) -> None:
    server = Pbx()
    configure(home, server.port)
    answer = asked(start(), {"type": "status", "checks": True})
    checks = {check["name"]: check for check in answer["checks"]}
    assert answer["configured"]
    for name in ("python", "settings", "pin", "pbx_dns", "pbx_tcp", "pbx_http"):
        assert checks[name]["health"] == "ok", checks[name]
    assert all(check["remedy"] for check in answer["checks"] if check["health"] == "fail")
    assert "127.0.0.1" not in json.dumps(answer)
    assert "geheim" not in json.dumps(answer)
    assert len(server.requests) == 1, "the PBX is asked once, and not for a call"
    assert not any(b"pin" in request or b"func=" in request for request in server.requests)


def test_calls_go_on_while_a_pbx_that_never_answers_is_being_checked(home: Path, start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        configure(home, silent.getsockname()[1])
        host = start()
        host.receive()
        host.send({"type": "status", "checks": True})
        host.send({"type": "status"})
        plain = host.receive()
        assert (plain["type"], plain["checks"]) == ("status", None)
        checked = host.receive()
    assert {check["name"]: check["health"] for check in checked["checks"]}["pbx_http"] == "fail"


def test_without_settings_the_checks_say_what_to_do_first(start: Start) -> None:
    answer = asked(start(), {"type": "status", "checks": True})
    assert answer["code"] == "not_configured"
    check = next(check for check in answer["checks"] if check["name"] == "settings")
    assert (check["health"], check["remedy"]) == ("fail", "Run: callwith setup")


async def test_checks_that_take_too_long_are_cut_short_and_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:

    never = threading.Event()

    def run(*_words: object) -> Any:
        yield Check("Program", "python", Health.OK, "Python.")
        never.wait(60)

    monkeypatch.setattr(everything, "run", run)
    found = await reported.checks(None, 0.2)
    never.set()
    assert [check.name for check in found] == ["python", "unfinished"]


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("certificate is not valid for 'pbx.example.com'.", "certificate is not valid for '…'."),
        ("a path /home/ada/pbx.example.community is another", "a path /home/ada/pbx.example.community is another"),
        ("192.168.1.10:5000 and [fe80::1] refused, Python 3.11.7", "…:5000 and […] refused, Python 3.11.7"),
    ],
)
def test_names_and_addresses_of_the_pbx_are_left_out_for_the_browser(says: str, told: str) -> None:
    check = Check(pbx.PART, "pbx_tls", Health.FAIL, says)
    assert reported._told(check, "pbx.example.com").says == told


def test_a_dial_is_answered_while_the_checks_run(home: Path, start: Start) -> None:
    server = Pbx()
    configure(home, server.port)
    host = start()
    host.receive()
    host.send({"type": "status", "checks": True})
    message = dial()
    host.send(message)
    assert host.outcome(str(message["id"]))["state"] == "accepted"
