"""The same for a V20: faults of the sign-in, of the call, and of the socket that tells how it goes on."""

import json
import time
from collections.abc import Iterator

import pytest
from fault_support import Bench, Connection, FaultyPbx, Script, configure

TOKEN = json.dumps({"access_token": "token-1", "expires_in": 3600}).encode()
PLACED = json.dumps({"finalstatus": "Success", "result": {"id": 7, "status": "Dialing"}}).encode()
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
JSON = "Content-Type: application/json"
ANSWERED = {"login_rejected", "not_allowed", "pbx_busy", "pbx_refused", "pbx_reply_not_understood"}


def v20(port: int) -> str:
    return f'kind = "v20"\nhost = "127.0.0.1"\nport = {port}\nscheme = "http"\n'


def no_socket(connection: Connection) -> None:
    connection.answer("404 Not Found", b"")


def pbx_that(
    sign_in: Script = lambda it: it.answer("200 OK", TOKEN, JSON),
    call: Script = lambda it: it.answer("200 OK", PLACED, JSON),
    events: Script = no_socket,
) -> Script:
    """A V20 that is well but for what is given. A call that it placed has ended by the time anybody asks."""

    def script(connection: Connection) -> None:
        if connection.target.startswith("/connect/token"):
            sign_in(connection)
        elif connection.target.startswith("/callcontrol/ws"):
            events(connection)
        elif connection.target.endswith("/makecall"):
            call(connection)
        else:
            connection.answer("200 OK", b"[]", JSON)

    return script


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    pbx = FaultyPbx()
    yield from Bench.running(tmp_path_factory.mktemp("faults") / "home", v20(pbx.port), pbx, pbx_that(), {})


@pytest.fixture(autouse=True)
def _signed_out(bench: Bench) -> None:
    """Each begins without a token, and with the settings looked at anew."""
    (bench.home / "v20-token.json").unlink(missing_ok=True)
    configure(bench.home, v20(bench.pbx.port))


def asked(bench: Bench, what: bytes) -> int:
    return sum(what in request.split(b"\r\n", 1)[0] for request in bench.pbx.requests)


def forever(head: bytes, piece: bytes, pause: float) -> Script:
    def script(connection: Connection) -> None:
        connection.send(head)
        connection.until_gone(piece, pause)

    return script


BROKEN: dict[str, Script] = {
    "no answer": lambda _: time.sleep(30),
    "closed": lambda _: None,
    "reset": lambda it: it.reset(),
    "reset within the headers": lambda it: (it.send(b"HTTP/1.1 200 OK\r\nX: y\r\n"), it.reset())[0],
    "half a body": lambda it: it.send(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"),
    "a byte at a time": forever(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", b"{", 0.05),
    "headers a byte at a time": forever(b"HTTP/1.1 200 OK\r\nX:", b"y", 0.05),
}
ODD: dict[str, Script] = {
    "400": lambda it: it.answer("400 Bad Request", b""),
    "403": lambda it: it.answer("403 Forbidden", b"{}", JSON),
    "500": lambda it: it.answer("500 X", b"<h1>Oops</h1>"),
    "503": lambda it: it.answer("503 X", b""),
    "a redirect": lambda it: it.move("http://127.0.0.2/connect/token?client_secret=x", "307 X"),
    "a log-in page": lambda it: it.answer("200 OK", b"<input type=password>", "Content-Type: text/html"),
    "no JSON": lambda it: it.answer("200 OK", b"\xff\xfe{", JSON),
    "deep JSON": lambda it: it.answer("200 OK", b"[" * 60_000, JSON),
    "a huge number": lambda it: it.answer("200 OK", b'{"access_token": 1, "expires_in": ' + b"9" * 5000 + b"}", JSON),
    "a gigabyte": forever(b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n", b" " * 65536, 0),
    "without end": forever(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1000\r\n" + b" " * 4096 + b"\r\n", 0
    ),
    "no HTTP": lambda it: it.send(b"SIP/2.0 200 OK\r\n\r\n"),
}


@pytest.mark.parametrize("fault", BROKEN | ODD)
def test_whatever_befalls_the_sign_in_no_call_was_sent(bench: Bench, fault: str) -> None:
    bench.pbx.script, before = pbx_that(sign_in=(BROKEN | ODD)[fault]), asked(bench, b"/makecall")
    state, code, message = bench.dial()
    assert (state, asked(bench, b"/makecall")) == ("refused", before), message
    assert code in {"pbx_unreachable"} | ANSWERED, message
    if fault in BROKEN and fault not in {"half a body", "a byte at a time"}:
        assert code == "pbx_unreachable", message


@pytest.mark.parametrize("fault", BROKEN)
def test_a_call_whose_answer_is_lost_is_unknown_and_sent_once(bench: Bench, fault: str) -> None:
    bench.pbx.script, before = pbx_that(call=BROKEN[fault]), asked(bench, b"/makecall")
    state, code, message = bench.dial()
    assert (state, code) == ("unknown", "call_outcome_unknown"), message
    assert asked(bench, b"/makecall") == before + 1


@pytest.mark.parametrize("fault", ODD)
def test_a_call_that_got_an_answer_is_no_unknown_one_and_sent_once(bench: Bench, fault: str) -> None:
    bench.pbx.script, before = pbx_that(call=ODD[fault]), asked(bench, b"/makecall")
    state, code, message = bench.dial()
    assert asked(bench, b"/makecall") == before + 1
    if fault in {"a gigabyte", "without end"}:
        assert code in ANSWERED | {"call_outcome_unknown"}, message
    else:
        assert state == "refused", message
        assert code in ANSWERED, message


@pytest.mark.parametrize("fault", [*BROKEN, "500", "a redirect", "no HTTP", "a gigabyte", "401"])
def test_without_the_event_socket_the_call_is_placed_all_the_same(bench: Bench, fault: str) -> None:
    events = (BROKEN | ODD | {"401": lambda it: it.answer("401 X", b"")})[fault]
    bench.pbx.script, before = pbx_that(events=events), asked(bench, b"/makecall")
    state, _, message = bench.dial()
    assert state == "accepted", message
    assert asked(bench, b"/makecall") == before + 1
