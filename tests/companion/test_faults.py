"""Each fault of a network and a PBX, between the real host and real sockets.

Each is told as what it is (nothing was sent, the PBX answered, or sent without an answer), in time, in bounded memory,
with one line in the journal, at most one request that could have placed a call, and the PIN nowhere.
"""

import gzip
import os
import signal
import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fault_support import SHORT, Bench, Connection, FaultyPbx, Script, configure
from test_transport_tls import DAY, NOW, certificate, serving

NOTHING_SENT = {"pbx_unreachable", "pbx_untrusted"}
ANSWERED = {"login_rejected", "not_allowed", "pbx_busy", "pbx_refused", "pbx_reply_not_understood"}
UNKNOWN = {"call_outcome_unknown"}


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    pbx = FaultyPbx()
    home = tmp_path_factory.mktemp("faults") / "home"
    proxies = dict.fromkeys(("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"), "http://127.0.0.1:9")
    # That calls are accepted at all shows that no proxy of the environment is used
    yield from Bench.running(home, classic(pbx.port), pbx, lambda it: it.answer(), proxies)


def classic(port: int, host: str = "127.0.0.1", more: str = "") -> str:
    return f'kind = "v10"\nhost = "{host}"\nport = {port}\n{more}'


def session(then: Script) -> Script:
    """Move the first request into a session, as the PBX does; the fault comes at the request that acts."""

    def script(connection: Connection) -> None:
        if "/(S(" in connection.target:
            then(connection)
        else:
            connection.move(f"/ivr/(S(abc))/PbxAPI.aspx?{connection.query}")

    return script


def slowly(head: bytes, piece: bytes, pause: float) -> Script:
    def script(connection: Connection) -> None:
        connection.send(head)
        connection.until_gone(piece, pause)

    return script


OK = b"HTTP/1.1 200 OK\r\n"
LONG = OK + b"Content-Length: 1073741824\r\n\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
LOGIN = b'<html><form>Name <input name=u> <input type="password" name=p></form></html>'
BOMB = gzip.compress(b"0" * 30_000_000)

AT_THE_ACT: dict[str, tuple[Script, set[str | None]]] = {
    "no answer at all": (lambda _: time.sleep(30), UNKNOWN),
    "closed without a word": (lambda _: None, UNKNOWN),
    "reset without a word": (lambda it: it.reset(), UNKNOWN),
    "reset within the first line": (lambda it: (it.send(OK[:7]), it.reset())[0], UNKNOWN),
    "reset within the headers": (lambda it: (it.send(OK + b"Server: x\r\n"), it.reset())[0], UNKNOWN),
    "reset within the body": (lambda it: (it.send(LONG + b"OK"), it.reset())[0], UNKNOWN),
    "gone in the middle of the body": (lambda it: it.send(LONG + b"OK"), UNKNOWN),
    "gone in the middle of a chunk": (lambda it: it.send(CHUNKED + b"400\r\nOK"), UNKNOWN),
    "a byte at a time, headers": (slowly(OK + b"X: ", b"y", 0.05), UNKNOWN),
    "a byte at a time, body": (slowly(LONG, b"y", 0.05), UNKNOWN),
    "an answer that never ends": (slowly(CHUNKED, b"1000\r\n" + b"y" * 4096 + b"\r\n", 0), {None, *UNKNOWN}),
    "headers that never end": (slowly(OK, b"X: " + b"y" * 4000 + b"\r\n", 0), UNKNOWN | ANSWERED),
    "hundred-continue for ever": (slowly(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.05), UNKNOWN | ANSWERED),
    "a gigabyte": (slowly(LONG, b"y" * 65536, 0), {None, *UNKNOWN}),
    "a gzip bomb": (lambda it: it.answer("200 OK", BOMB, "Content-Encoding: gzip"), {"pbx_reply_not_understood"}),
    "a gzip bomb as an error": (lambda it: it.answer("500 X", BOMB, "Content-Encoding: gzip"), {"pbx_refused"}),
    "no HTTP": (lambda it: it.send(b"SIP/2.0 200 OK\r\n\r\n"), {"pbx_reply_not_understood"}),
    "invalid UTF-8": (lambda it: it.answer("400 Bad", b"\xff\xfe\x80 no such extension"), {"pbx_refused"}),
    "a character set that is none": (
        lambda it: it.answer("500 X", b"error", "Content-Type: text/html; charset=undefined"),
        {"pbx_refused"},
    ),
    "a log-in page": (lambda it: it.answer("200 OK", LOGIN, "Content-Type: text/html"), {"login_rejected"}),
    "400": (lambda it: it.answer("400 Bad Request", b""), {"pbx_refused"}),
    "401": (lambda it: it.answer("401 Unauthorized", b"", "WWW-Authenticate: Basic"), {"login_rejected"}),
    "403": (lambda it: it.answer("403 Forbidden", b""), {"login_rejected", "not_allowed"}),
    "404": (lambda it: it.answer("404 Not Found", b""), {"pbx_refused"}),
    "429": (lambda it: it.answer("429 Too Many Requests", b""), {"pbx_busy"}),
    "500 that quotes the request": (lambda it: it.answer("500 X", b"in " + it.target.encode()), {"pbx_refused"}),
    "503": (lambda it: it.answer("503 Unavailable", b""), {"pbx_busy"}),
    "status 999": (lambda it: it.answer("999 Strange", b""), ANSWERED),
}


@pytest.mark.parametrize("fault", AT_THE_ACT)
def test_a_fault_of_the_answer_is_told_as_what_it_is(bench: Bench, fault: str) -> None:
    then, wanted = AT_THE_ACT[fault]
    bench.pbx.script, before = session(then), len(bench.pbx.requests)
    state, code, message = bench.dial()
    assert code in wanted, message
    assert state == {None: "accepted", "call_outcome_unknown": "unknown"}.get(code, "refused")
    acted = [each for each in bench.pbx.requests[before:] if b"/(S(" in each]
    assert len(acted) == 1, "what could place a call was sent once"


REDIRECTS = {
    "another port": "http://127.0.0.1:{other}/ivr/(S(x))/PbxAPI.aspx?{query}",
    "another host": "http://127.0.0.2:{port}/ivr/(S(x))/PbxAPI.aspx?{query}",
    "a host that only begins alike": "http://127.0.0.1.example:{port}/ivr/(S(x))/PbxAPI.aspx?{query}",
    "a user before the host": "http://127.0.0.1:{port}@127.0.0.2/ivr/(S(x))/PbxAPI.aspx?{query}",
    "no scheme": "//127.0.0.2:{port}/ivr/(S(x))/PbxAPI.aspx?{query}",
    "another scheme": "https://127.0.0.1:{port}/ivr/(S(x))/PbxAPI.aspx?{query}",
    "a file": "file:///etc/passwd",
    "a script": "javascript:alert(1)",
    "another path": "/management/PbxAPI2.aspx?{query}",
    "a log-in page": "/login.aspx?ReturnUrl=%2fivr",
    "a foreign PIN": "/ivr/(S(x))/PbxAPI.aspx?func=make_call&from=100&to=02079460958&pin=9999",
    "a foreign number": "/ivr/(S(x))/PbxAPI.aspx?{query}&to=0906123456",
    "no query": "/ivr/(S(x))/PbxAPI.aspx",
    "nowhere": "",
    "a line break": "/ivr/(S(x))/PbxAPI.aspx?{query}%0d%0aX: y",
    "no address": "http://[::1",
}


@pytest.mark.parametrize("where", REDIRECTS)
def test_a_redirect_elsewhere_is_not_followed(bench: Bench, where: str) -> None:
    other = FaultyPbx()

    def away(connection: Connection) -> None:
        connection.move(REDIRECTS[where].format(port=bench.pbx.port, other=other.port, query=connection.query))

    bench.pbx.script, before = away, len(bench.pbx.requests)
    state, code, message = bench.dial()
    other.close()
    assert (state, other.connections) == ("refused", 0)
    assert code in ANSWERED, message
    if where != "a line break":
        assert len(bench.pbx.requests) == before + 1


@pytest.mark.parametrize("status", ["301 X", "302 X", "303 X", "307 X", "308 X"])
def test_redirects_without_end_are_given_up(bench: Bench, status: str) -> None:
    begun = len(bench.pbx.requests)

    def round_and_round(connection: Connection) -> None:
        connection.move(f"/ivr/(S({connection.number}))/PbxAPI.aspx?{connection.query}", status)

    bench.pbx.script = round_and_round
    state, code, _ = bench.dial()
    assert (state, code) == ("refused", "pbx_reply_not_understood")
    assert len(bench.pbx.requests) - begun <= 5


@pytest.mark.parametrize(
    ("fault", "settings"),
    [
        ("a name that is not known", classic(5000, "pbx.invalid")),
        ("an address that leads nowhere", classic(5000, "224.0.0.1", "allow_plain_http = true")),
        ("a public address without TLS", classic(5000, "203.0.113.9")),
        ("an address that is none", classic(5000, "0.0.0.0")),
    ],
)
def test_before_the_connection_stands_nothing_was_sent(bench: Bench, fault: str, settings: str) -> None:
    before = len(bench.pbx.requests)
    configure(bench.home, settings)
    state, code, message = bench.dial()
    configure(bench.home, classic(bench.pbx.port))
    assert state == "refused", fault
    assert code in NOTHING_SENT, message
    assert len(bench.pbx.requests) == before


def test_a_refused_connection_sent_nothing(bench: Bench) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    configure(bench.home, classic(port))
    state, code, message = bench.dial()
    configure(bench.home, classic(bench.pbx.port))
    assert (state, code) == ("refused", "pbx_unreachable")
    assert "refused" in message


def test_a_connection_reset_before_the_request_was_read_is_not_claimed_to_be_nothing_sent(bench: Bench) -> None:
    """The request may have been on its way: only the PBX knows."""
    bench.pbx.at_once = lambda it: it.reset()
    state, code, message = bench.dial()
    bench.pbx.at_once = None
    assert code in UNKNOWN | NOTHING_SENT, message
    assert state == ("unknown" if code in UNKNOWN else "refused")


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
@pytest.mark.parametrize("fault", ["unknown", "expired", "wrong name", "too old", "no TLS", "reset in the handshake"])
def test_a_pbx_that_cannot_prove_its_identity_is_sent_nothing(bench: Bench, tmp_path: Path, fault: str) -> None:
    name = "other.example" if fault == "wrong name" else "127.0.0.1"
    path = certificate(tmp_path, name=name, until=NOW - DAY if fault == "expired" else NOW + DAY)
    context = serving(path)
    if fault == "too old":
        context.set_ciphers("DEFAULT@SECLEVEL=0")
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    pbx = FaultyPbx(None if fault == "no TLS" else context)
    if fault == "reset in the handshake":
        pbx.at_once = lambda it: (it.stream.recv(10), it.reset())[1]
    if fault == "no TLS":
        pbx.at_once = lambda it: it.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    trusted = "" if fault == "unknown" else f'ca_file = "{path}"\n'
    configure(bench.home, classic(pbx.port, more=f'scheme = "https"\n{trusted}'))
    state, code, message = bench.dial()
    configure(bench.home, classic(bench.pbx.port))
    pbx.close()
    assert (state, code, pbx.requests) == ("refused", "pbx_untrusted", []), message


def test_a_machine_that_slept_between_request_and_answer_hears_the_answer(bench: Bench) -> None:
    """The answer came while it slept: it counts, although every limit has passed by the clock."""
    answered = []

    def script(connection: Connection) -> None:
        if "/(S(" not in connection.target:
            connection.move(f"/ivr/(S(abc))/PbxAPI.aspx?{connection.query}")
            return
        os.kill(bench.host.process.pid, signal.SIGSTOP)
        connection.answer()
        answered.append(1)
        time.sleep(sum(SHORT.values()) / 2)
        os.kill(bench.host.process.pid, signal.SIGCONT)

    bench.pbx.script = script
    state, code, message = bench.dial()
    assert (state, code, len(answered)) == ("accepted", None, 1), message
