"""The transport on real sockets: exact bytes, each request once, the phases, bounds in time and size."""

import asyncio
import gzip
import logging
import socket
import struct
import time
import traceback

import aiohttp
import pytest
from aiohttp import web
from pbx_support import PIN, Raw, answer, client_of, raw_server, session_then, target
from pytest_aiohttp.plugin import AiohttpServer

from companion.errors import CallError, Code, Phase
from companion.pbx import MakeCall, SetExtension, limits

CALL = MakeCall("+49 30 *1#")


async def failure_of(raw: Raw, **options: object) -> CallError:
    client = client_of(raw.port, **options)
    try:
        with pytest.raises(CallError) as caught:
            await client.make_call(CALL)
    finally:
        await client.close()
    return caught.value


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CONNECT_SECONDS", 0.6)
    monkeypatch.setattr(limits, "ANSWER_SECONDS", 0.3)
    monkeypatch.setattr(limits, "BODY_SECONDS", 0.3)


async def test_both_requests_carry_the_encoded_pin_byte_for_byte() -> None:
    async with raw_server(session_then(answer())) as raw:
        client = client_of(raw.port)
        await client.make_call(CALL)
        await client.close()
    query = "func=make_call&from=100&to=%2B49%2030%20%2A1%23&pin=S%26cret%2B1%25%23%20%C3%BC"
    assert [target(head) for head in raw.requests] == [
        f"/ivr/PbxAPI.aspx?{query}",
        f"/ivr/(S(abc))/PbxAPI.aspx?{query}",
    ]
    for head in raw.requests:
        assert b"Accept-Encoding: identity" in head
        assert b"Cookie" not in head


async def test_a_post_has_an_empty_body_and_its_query_in_the_url() -> None:
    async with raw_server(session_then(answer())) as raw:
        client = client_of(raw.port, method="POST")
        await client.make_call(CALL)
        await client.close()
    assert len(raw.requests) == 2
    for head in raw.requests:
        assert head.startswith(b"POST /ivr/")
        assert b"?func=make_call&" in head
        assert b"content-length: 0" in head.lower()


async def test_a_set_cookie_is_not_sent_back() -> None:
    async with raw_server(session_then(answer("200 OK", b"OK", "Set-Cookie: a=b"))) as raw:
        client = client_of(raw.port)
        await client.make_call(CALL)
        await client.make_call(CALL)
        await client.close()
    assert not any(b"Cookie" in head for head in raw.requests)


async def test_a_proxy_in_the_environment_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with raw_server(session_then(answer())) as raw:
        client = client_of(raw.port)
        await client.make_call(CALL)
        await client.close()
    assert len(raw.requests) == 2


async def test_a_connection_closed_after_the_request_is_unknown_and_the_request_is_not_repeated() -> None:
    async with raw_server(session_then(b"")) as raw:
        error = await failure_of(raw)
        await asyncio.sleep(0.05)
    assert (error.code, error.phase) == (Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER)
    assert len(raw.requests) == 2


async def test_a_reset_after_the_request_is_unknown_and_the_request_is_not_repeated() -> None:
    async def reset(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter, _head: bytes) -> None:
        sock = writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    async with raw_server(reset) as raw:
        error = await failure_of(raw)
        await asyncio.sleep(0.05)
    assert (error.code, error.phase) == (Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER)
    assert len(raw.requests) == 1


@pytest.mark.parametrize("first", ["make_call", "set_extension"])
async def test_a_server_that_closes_idle_connections_gets_every_call_once(first: str) -> None:
    """The trap: a kept connection that the server drops lets aiohttp send the next GET twice."""
    dropped: set[int] = set()

    async def script(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes) -> None:
        if id(writer) in dropped or ("to=2" in target(head) and "/(S(" in target(head)):
            writer.transport.abort()  # the second request on a kept connection finds it closed
            return
        dropped.add(id(writer))
        if "/(S(" in target(head):
            writer.write(answer("200 OK", b"OK", "Connection: keep-alive"))
        else:
            writer.write(
                answer("302 Found", b"", f"Location: /ivr/(S(a))/PbxAPI.aspx?{target(head).partition('?')[2]}")
            )

    async with raw_server(script) as raw:
        client = client_of(raw.port)
        if first == "make_call":
            await client.make_call(MakeCall("1"))
        else:
            with pytest.raises(CallError):
                await client.set_extension(SetExtension("100", enabled=True))
        with pytest.raises(CallError) as caught:
            await client.make_call(MakeCall("2"))
        await client.close()
    assert caught.value.phase is Phase.SENT_NO_ANSWER
    twos = [head for head in raw.requests if b"to=2" in head]
    assert len(twos) == 2  # the redirect and the session, each once


@pytest.mark.usefixtures("impatient")
async def test_no_answer_in_time_is_unknown() -> None:
    async def hang(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter, _head: bytes) -> None:
        await asyncio.sleep(30)

    started = time.monotonic()
    async with raw_server(hang) as raw:
        error = await failure_of(raw)
    assert (error.code, error.phase) == (Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER)
    assert time.monotonic() - started < 3
    assert len(raw.requests) == 1


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("head_first", [True, False])
async def test_a_byte_now_and_then_does_not_hold_the_call_open(head_first: bool) -> None:
    async def drip(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter, _head: bytes) -> None:
        if head_first:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for byte in b"HTTP/1.1 200 OK\r\nX: " + b"y" * 1000:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0.05)

    started = time.monotonic()
    async with raw_server(drip) as raw:
        error = await failure_of(raw)
    assert (error.code, error.phase) == (Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER)
    assert time.monotonic() - started < 5


async def test_a_gigabyte_body_is_read_to_the_limit_only() -> None:
    written = 0

    async def flood(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes) -> None:
        nonlocal written
        if "/(S(" not in target(head):
            await session_then(b"")(_reader, writer, head)
            return
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"ok " * 20_000)
            written += 60_000
            await writer.drain()

    async with raw_server(flood) as raw:
        client = client_of(raw.port)
        accepted = await client.make_call(CALL)
        await client.close()
    assert accepted.excerpt.startswith("ok ok")
    assert len(accepted.excerpt) <= limits.EXCERPT_CHARACTERS
    assert written < 16 * 1024 * 1024


async def test_a_gzip_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"0" * 20_000_000)
    async with raw_server(session_then(answer("200 OK", bomb, "Content-Encoding: gzip"))) as raw:
        error = await failure_of(raw)
    assert (error.code, error.phase) == (Code.PBX_REPLY_NOT_UNDERSTOOD, Phase.ANSWERED)


async def test_half_a_body_of_a_success_is_unknown() -> None:
    half = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"
    async with raw_server(session_then(half)) as raw:
        error = await failure_of(raw)
    assert (error.code, error.phase) == (Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER)


async def test_half_a_body_of_a_refusal_is_a_refusal() -> None:
    half = b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 100\r\n\r\nhalf"
    async with raw_server(session_then(half)) as raw:
        error = await failure_of(raw)
    assert (error.code, error.phase) == (Code.PBX_REFUSED, Phase.ANSWERED)


@pytest.mark.parametrize("noise", [b"SIP/2.0 200 OK\r\n\r\n", b"\x00\xff" * 50 + b"\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"])
async def test_what_is_no_http_is_an_answer_that_is_not_understood(noise: bytes) -> None:
    async with raw_server(session_then(noise)) as raw:
        error = await failure_of(raw)
    assert (error.code, error.phase) == (Code.PBX_REPLY_NOT_UNDERSTOOD, Phase.ANSWERED)


async def test_a_header_without_end_is_not_kept_in_memory() -> None:
    async with raw_server(session_then(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 3_000_000)) as raw:
        error = await failure_of(raw)
    assert error.phase in {Phase.ANSWERED, Phase.SENT_NO_ANSWER}


async def test_a_refused_connection_sent_nothing() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        error = await failure_of(Raw(closed.getsockname()[1]))
    assert (error.code, error.phase) == (Code.PBX_UNREACHABLE, Phase.NOTHING_SENT)
    assert "refused" in error.message


async def test_a_name_that_is_not_known_sent_nothing() -> None:
    error = await failure_of(Raw(5000), host="pbx.invalid")
    assert (error.code, error.phase) == (Code.PBX_UNREACHABLE, Phase.NOTHING_SENT)


@pytest.mark.usefixtures("impatient")
async def test_a_connection_that_is_never_accepted_sent_nothing() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        started = time.monotonic()
        error = await failure_of(Raw(full.getsockname()[1]))
        for filler in fillers:
            filler.close()
    assert (error.code, error.phase) == (Code.PBX_UNREACHABLE, Phase.NOTHING_SENT)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("host", ["203.0.113.9", "8.8.8.8", "::ffff:8.8.8.8", "2001:db8::1"])
async def test_plain_http_to_a_public_address_sends_nothing(host: str) -> None:
    error = await failure_of(Raw(5000), host=host)
    assert (error.code, error.phase) == (Code.PBX_UNTRUSTED, Phase.NOTHING_SENT)
    assert "allow plain http" in error.message


async def test_plain_http_to_a_name_with_a_public_address_sends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(*_: object, **__: object) -> list[dict[str, object]]:
        return [
            {"hostname": "p", "host": "203.0.113.9", "port": 5000, "family": socket.AF_INET, "proto": 0, "flags": 0}
        ]

    monkeypatch.setattr(aiohttp.ThreadedResolver, "resolve", resolve)
    error = await failure_of(Raw(5000), host="pbx.example")
    assert (error.code, error.phase) == (Code.PBX_UNTRUSTED, Phase.NOTHING_SENT)


async def test_plain_http_is_warned_of_once_for_each_pbx(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        for host in ("10.0.0.77", "10.0.0.77", "10.0.0.78"):
            await client_of(5000, host=host).close()
    assert caplog.text.count("without encryption") == 2


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_elsewhere_gets_no_request(status: int) -> None:
    async with raw_server(session_then(answer())) as elsewhere:

        async def away(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes) -> None:
            writer.write(answer(f"{status} X", b"", f"Location: http://127.0.0.1:{elsewhere.port}{target(head)}"))
            await writer.drain()

        async with raw_server(away) as raw:
            error = await failure_of(raw)
    assert (error.code, error.phase) == (Code.PBX_REPLY_NOT_UNDERSTOOD, Phase.ANSWERED)
    assert elsewhere.requests == []
    assert elsewhere.connections == 0


async def test_a_redirect_in_a_circle_ends_soon() -> None:
    async def circle(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes) -> None:
        writer.write(answer("302 X", b"", f"Location: {target(head)}"))
        await writer.drain()
        writer.close()

    async with raw_server(circle) as raw:
        error = await failure_of(raw)
    assert (error.code, error.phase) == (Code.PBX_REPLY_NOT_UNDERSTOOD, Phase.ANSWERED)
    assert len(raw.requests) == 1


async def test_ever_new_sessions_end_soon() -> None:
    async def sessions(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes) -> None:
        query = target(head).partition("?")[2]
        writer.write(answer("302 X", b"", f"Location: /ivr/(S({len(raw.requests)}))/PbxAPI.aspx?{query}"))
        await writer.drain()
        writer.close()

    async with raw_server(sessions) as raw:
        error = await failure_of(raw)
    assert error.phase is Phase.ANSWERED
    assert len(raw.requests) == limits.REDIRECTS + 1


async def test_the_client_speaks_to_a_real_aiohttp_server_too(aiohttp_server: AiohttpServer) -> None:
    seen: list[str] = []

    async def page(request: web.Request) -> web.Response:
        seen.append(request.query["pin"])
        if "(S(" in request.path:
            return web.Response(text="OK")
        return web.Response(
            status=302, headers={"Location": f"/ivr/(S(q))/PbxAPI.aspx?{request.rel_url.raw_query_string}"}
        )

    application = web.Application()
    application.router.add_get("/{path:.*}", page)
    server = await aiohttp_server(application, host="127.0.0.1")
    client = client_of(server.port or 0)
    await client.make_call(CALL)
    await client.close()
    assert seen == [PIN, PIN]


SPEAKING_BACK = [
    answer("500 Oops", f"bad value {PIN} in query".encode()),
    answer("200 OK", f"Error: wrong PIN {PIN}".encode()),
    answer("403 Forbidden", b"Object moved to /x?pin=S%26cret%2B1%25%23%20%C3%BC&to=1"),
    b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + f"you sent {PIN}"[:-2].encode(),
    b"S&cret+1 is no HTTP S%26cret%2B1\r\n\r\n",
    answer("302 Found", b"", "Location: http://203.0.113.1/S%26cret%2B1?pin=S%26cret%2B1%25%23%20%C3%BC"),
    b"",
]


@pytest.mark.parametrize("said", SPEAKING_BACK)
async def test_no_failure_shows_the_pin_in_text_traceback_locals_or_log(
    said: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    asyncio.get_running_loop().set_debug(True)
    async with raw_server(session_then(said)) as raw:
        client = client_of(raw.port)
        with pytest.raises(CallError) as caught:
            await client.make_call(CALL)
        error = caught.value
        assert (error.__context__, error.__cause__) == (None, None)
        # From the client's own frames on: the test's hold the PIN
        frames = error.__traceback__.tb_next if error.__traceback__ else None
        report = traceback.TracebackException(type(error), error, frames, capture_locals=True)
        shown = "".join(report.format())
        texts = (str(error), repr(error), error.message, error.detail or "", shown, caplog.text, repr(client))
        await client.close()
    for text in texts:
        assert "S&cret" not in text
        assert "S%26cret" not in text
        assert "cret+1" not in text
        assert "cret%2B1" not in text
