"""The real host process over its pipes, given what browsers, broken extensions and strangers might send."""

import json
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from host_support import CHROMIUM, NUMBER, PATIENCE, ROOT, Host, Pbx, configure, dial, recorded

from companion.callers import CHROMIUM_ID, GECKO_ID
from companion.journal import Asked, Journal
from companion.paths import Paths
from companion.protocol import MAX_FRAME


def test_it_greets_unasked_with_what_the_pbx_can_do(home: Path, start: Callable[..., Host]) -> None:
    configure(home, 1)
    greeting = start().receive()
    assert greeting["type"] == "greeting"
    assert greeting["protocol"] == 1
    assert greeting["capabilities"] == ["make_call", "set_extension"]


def test_nothing_heavy_is_imported_before_the_greeting() -> None:
    heavy = {"asyncio", "typing", "re", "json", "pathlib", "pydantic", "aiohttp", "logging"}
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import companion.host as host\n"
        "host.framing.pack(host.greeting.greeting())\n"
        f"print(*({{name.partition('.')[0] for name in sys.modules}} & {heavy}))"
    )
    # Without site: what an installer's own start files import is not ours.
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize(
    "words",
    [CHROMIUM, [*CHROMIUM, "--parent-window=0"], ["/home/u/.mozilla/org.callwith.companion.json", GECKO_ID]],
)
def test_every_browser_s_way_of_naming_our_extension_is_let_in(start: Callable[..., Host], words: list[str]) -> None:
    assert start(*words).receive()["type"] == "greeting"


@pytest.mark.parametrize(
    "words",
    [
        ["chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/"],
        [f"chrome-extension://{CHROMIUM_ID}.evil/"],
        [f"https://evil/?chrome-extension://{CHROMIUM_ID}/"],
        ["/x/org.callwith.companion.json", "other@example.org"],
        [GECKO_ID],
        [f"chrome-extension://{GECKO_ID}/"],
        ["/x/org.callwith.companion.json", CHROMIUM_ID],
        ["--help"],
        [""],
    ],
)
def test_a_caller_that_is_not_ours_gets_one_error_and_is_left(start: Callable[..., Host], words: list[str]) -> None:
    host = start(*words)
    assert host.receive()["code"] == "companion_forbidden"
    assert host.output.read() == b""
    assert host.process.wait(PATIENCE) != 0


def test_a_further_id_from_the_settings_is_let_in(home: Path, start: Callable[..., Host]) -> None:
    other = "abcdefghijklmnopabcdefghijklmnop"
    configure(home, 1, f'[callers]\nchromium = ["{other}"]\nfirefox = ["fork@example.org"]\n')
    assert start(f"chrome-extension://{other}/").receive()["type"] == "greeting"
    assert start("/x/m.json", "fork@example.org").receive()["type"] == "greeting"


def test_each_broken_message_gets_its_code_and_the_host_goes_on(start: Callable[..., Host]) -> None:
    host = start()
    host.receive()
    broken: list[tuple[bytes, str]] = [
        (b"{", "not_json"),
        (b"\xff\xfe", "not_utf8"),
        (b'{"type":"fly"}', "unknown_type"),
        (json.dumps(dial(color="red")).encode(), "unknown_field"),
        (json.dumps(dial(written="1" * 129)).encode(), "value_too_long"),
        (json.dumps(dial(via="telepathy")).encode(), "value_not_allowed"),
        (b'{"type":"dial"}', "field_missing"),
        (b"[" * 60_000, "not_json"),
        (b"", "not_json"),
    ]
    for body, code in broken:
        host.send(body)
        assert host.receive()["code"] == code
    host.write(struct.pack("=I", 10 * MAX_FRAME) + bytes(10 * MAX_FRAME))
    assert host.receive()["code"] == "frame_too_long"
    host.send({"type": "status"})
    assert host.receive()["code"] == "not_configured"


def test_status_tells_neither_address_nor_secret(home: Path, start: Callable[..., Host]) -> None:
    configure(home, 1)
    host = start()
    host.receive()
    host.send({"type": "status"})
    status = host.receive()
    assert (status["configured"], status["pbx_kind"], status["extension"], status["region"]) == (
        True,
        "v10",
        "100",
        "GB",
    )
    assert "127.0.0.1" not in json.dumps(status)
    assert "geheim" not in json.dumps(status)


def test_a_call_is_asked_then_accepted_and_settings_changed_meanwhile_are_used(
    home: Path, start: Callable[..., Host]
) -> None:
    first, second = Pbx(), Pbx()
    configure(home, first.port)
    host = start()
    host.receive()
    for pbx in (first, second):
        configure(home, pbx.port)
        request = dial()
        host.send(request)
        assert host.receive()["state"] == "asked"
        assert host.receive()["state"] == "accepted"
        assert len(pbx.requests) == 1
        assert b"to=02079460958&" in pbx.requests[0]
    host.send({"type": "recent", "limit": 1})
    (line,) = host.receive()["calls"]
    assert (line["id"], line["state"], line["written"]) == (request["id"], "accepted", NUMBER)


@pytest.mark.parametrize(
    ("written", "code"),
    [("112", "confirmation_needed"), ("no number", "number_not_understood"), ("0909 8790000", "confirmation_needed")],
)
def test_what_the_dial_plan_refuses_is_not_sent_but_recorded(
    home: Path, start: Callable[..., Host], written: str, code: str
) -> None:
    pbx = Pbx()
    configure(home, pbx.port)
    host = start()
    host.receive()
    host.send(dial(written=written))
    assert host.receive()["code"] == code
    host.end()
    assert pbx.requests == []
    assert recorded(home) == [("refused", code)]


def test_a_refused_number_is_dialled_after_a_confirmation_under_a_new_id(
    home: Path, start: Callable[..., Host]
) -> None:
    pbx = Pbx()
    configure(home, pbx.port)
    host = start()
    host.receive()
    host.send(dial(written="112"))
    assert host.receive()["code"] == "confirmation_needed"
    again = dial(written="112", confirmed=True)
    host.send(again)
    assert host.outcome(str(again["id"]))["state"] == "accepted"


def test_it_ends_within_a_second_of_eof_in_the_middle_of_a_call_and_the_journal_is_true(
    home: Path, start: Callable[..., Host]
) -> None:
    pbx = Pbx(answer=None)
    configure(home, pbx.port)
    host = start()
    host.receive()
    host.send(dial())
    assert host.receive()["state"] == "asked"
    while not pbx.requests:
        time.sleep(0.01)
    seconds, _, _ = host.end()
    assert seconds < 1
    assert recorded(home) == [("unknown", "call_outcome_unknown")]


def test_sigterm_ends_it_as_eof_does(home: Path, start: Callable[..., Host]) -> None:
    pbx = Pbx(answer=None)
    configure(home, pbx.port)
    host = start()
    host.receive()
    host.send(dial())
    assert host.receive()["state"] == "asked"
    while not pbx.requests:
        time.sleep(0.01)
    started = time.monotonic()
    host.process.send_signal(signal.SIGTERM)
    assert host.process.wait(PATIENCE) == 0
    assert time.monotonic() - started < 1
    assert recorded(home) == [("unknown", "call_outcome_unknown")]


def test_a_pbx_that_does_not_answer_blocks_neither_status_nor_recent(home: Path, start: Callable[..., Host]) -> None:
    pbx = Pbx(answer=None)
    configure(home, pbx.port)
    host = start()
    host.receive()
    host.send(dial())
    assert host.receive()["state"] == "asked"
    started = time.monotonic()
    host.send({"type": "status"})
    assert host.receive()["type"] == "status"
    host.send({"type": "recent"})
    assert host.receive()["calls"][0]["state"] == "asked"
    host.send(dial())
    assert host.receive()["code"] == "too_many_calls"
    assert time.monotonic() - started < 2


def test_a_refused_connection_sends_nothing_and_says_so(home: Path, start: Callable[..., Host]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        configure(home, closed.getsockname()[1])
    host = start()
    host.receive()
    request = dial()
    host.send(request)
    assert host.outcome(str(request["id"]))["code"] == "pbx_unreachable"


def test_a_journal_that_cannot_be_written_places_no_call(home: Path, start: Callable[..., Host]) -> None:
    pbx = Pbx()
    configure(home, pbx.port)
    (home / "journal.sqlite3").mkdir()
    host = start()
    host.receive()
    host.send(dial())
    reply = host.receive()
    assert (reply["state"], reply["code"]) == ("refused", "journal_unavailable")
    host.send({"type": "recent"})
    assert host.receive()["code"] == "journal_unavailable"
    assert pbx.requests == []


def test_two_hundred_dials_at_once_in_ten_hosts_keep_to_the_limit_and_each_is_answered(
    home: Path, start: Callable[..., Host]
) -> None:
    pbx = Pbx()
    configure(home, pbx.port, "[limits]\ncalls_per_minute = 5\n")

    def flood(host: Host) -> list[str]:
        host.receive()
        calls = [dial() for _ in range(20)]
        for call in calls:
            host.send(call)
        waiting, codes = {str(call["id"]) for call in calls}, []
        while waiting:
            reply = host.receive()
            if reply["state"] != "asked":
                waiting.discard(reply["id"])
                codes.append(reply["code"] or reply["state"])
        return codes

    with ThreadPoolExecutor(10) as pool:
        codes = [code for found in pool.map(flood, [start() for _ in range(10)]) for code in found]
    assert len(codes) == 200
    assert codes.count("accepted") == len(pbx.requests) <= 5
    assert set(codes) <= {"accepted", "too_many_calls"}
    assert "accepted" in codes


def test_what_python_code_prints_goes_to_stderr_and_the_wire_stays_clean(
    home: Path, start: Callable[..., Host]
) -> None:
    configure(home, 1)
    host = start()
    host.receive()
    _, rest, _ = host.end()
    assert rest == b""


def test_the_pin_is_in_nothing_the_host_says_or_writes(home: Path, start: Callable[..., Host]) -> None:
    pbx = Pbx(answer=b"HTTP/1.1 500 Oops\r\nContent-Length: 12\r\n\r\npin=geheim&7")
    configure(home, pbx.port, '[logs]\nlevel = "debug"\n')
    host = start()
    host.receive()
    request = dial()
    host.send(request)
    reply = host.outcome(str(request["id"]))
    _, rest, said = host.end()
    written = b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file() and file.name != "secrets.json")
    assert b"call" in written
    for text in (json.dumps(reply).encode(), rest, said, written):
        assert b"geheim" not in text
        assert b"7946 0958" not in said


def test_a_port_closed_right_after_the_greeting_does_not_wait_for_imports(
    start: Callable[..., Host], home: Path
) -> None:
    """Nothing was asked, so the host ends before it has come to its log."""
    host = start()
    assert host.receive()["type"] == "greeting"
    _, rest, _ = host.end()
    assert (host.process.returncode, rest) == (0, b"")
    assert not (home / "logs").exists()


def test_a_call_left_by_a_killed_process_is_told_as_unknown_to_who_asks_again(
    start: Callable[..., Host], home: Path
) -> None:
    """A host that runs already settles it too: "asked" would be the last that is ever said."""
    pbx = Pbx()
    configure(home, pbx.port)
    host = start()
    assert host.receive()["type"] == "greeting"
    first = dial()
    host.send(first)
    assert host.outcome(str(first["id"]))["state"] == "accepted"
    left = uuid4()
    journal = Journal(Paths.under(home).journal)
    journal.ask(Asked(left, NUMBER, "02079460958", "click"), calls_per_minute=10)
    journal.close()
    host.send(dial(str(left)))
    told = host.receive()
    assert (told["state"], told["code"]) == ("unknown", "duplicate_call")
    assert len(pbx.requests) == 1
