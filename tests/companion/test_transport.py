"""The transport without sockets: what aiohttp raises becomes a code and a phase, and nothing is repeated."""

import re
from collections.abc import Callable

import aiohttp
import pytest
from aioresponses import CallbackResult, aioresponses
from pbx_support import client_of
from yarl import URL

from companion.errors import CallError, Code, Phase
from companion.pbx import MakeCall, SetExtension

ANY = re.compile(r"http://127\.0\.0\.1:5000/ivr/PbxAPI\.aspx.*")
SESSION = re.compile(r"http://127\.0\.0\.1:5000/ivr/\(S\(abc\)\)/PbxAPI\.aspx.*")
KEY = aiohttp.client_reqrep.ConnectionKey("127.0.0.1", 5000, False, True, None, None, None)


def into_session(url: URL, **_: object) -> CallbackResult:
    return CallbackResult(status=302, headers={"Location": f"/ivr/(S(abc))/PbxAPI.aspx?{url.raw_query_string}"})


def sent(replies: aioresponses) -> int:
    return sum(len(calls) for calls in replies.requests.values())


async def test_the_second_url_is_fetched_and_its_answer_counts(mocked: aioresponses) -> None:
    mocked.get(ANY, callback=into_session)
    mocked.get(SESSION, body="Call placed")
    client = client_of(5000)
    accepted = await client.make_call(MakeCall("0301234567"))
    await client.close()
    assert accepted.excerpt == "Call placed"
    assert sent(mocked) == 2


async def test_post_carries_its_parameters_in_the_query_and_stays_post(mocked: aioresponses) -> None:
    mocked.post(ANY, callback=into_session)
    mocked.post(SESSION, body="OK")
    client = client_of(5000, method="POST")
    await client.set_extension(SetExtension("100", recording=True))
    await client.close()
    assert all(method == "POST" and "record_calls=1" in str(url) for method, url in mocked.requests)


FAILURES: list[tuple[Callable[[], Exception], Code, Phase]] = [
    (
        lambda: aiohttp.ClientConnectorError(KEY, OSError(111, "refused")),
        Code.PBX_UNREACHABLE,
        Phase.NOTHING_SENT,
    ),
    (lambda: aiohttp.ClientConnectorDNSError(KEY, OSError(-2, "unknown")), Code.PBX_UNREACHABLE, Phase.NOTHING_SENT),
    (lambda: aiohttp.ConnectionTimeoutError("to http://x/?pin=1"), Code.PBX_UNREACHABLE, Phase.NOTHING_SENT),
    (
        lambda: aiohttp.ClientConnectorCertificateError(KEY, ValueError("name")),
        Code.PBX_UNTRUSTED,
        Phase.NOTHING_SENT,
    ),
    (lambda: aiohttp.ClientConnectorSSLError(KEY, OSError(1, "ssl")), Code.PBX_UNTRUSTED, Phase.NOTHING_SENT),
    (aiohttp.ServerDisconnectedError, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER),
    (lambda: aiohttp.ClientOSError(104, "reset"), Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER),
    (lambda: aiohttp.SocketTimeoutError("read"), Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER),
    (TimeoutError, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER),
    (lambda: ConnectionResetError(104, "reset"), Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER),
]


@pytest.mark.parametrize(("failure", "code", "phase"), FAILURES)
async def test_a_failure_of_the_first_request_has_its_phase_and_is_not_repeated(
    mocked: aioresponses, failure: Callable[[], Exception], code: Code, phase: Phase
) -> None:
    mocked.get(ANY, exception=failure(), repeat=True)
    client = client_of(5000)
    with pytest.raises(CallError) as caught:
        await client.make_call(MakeCall("0301234567"))
    await client.close()
    assert (caught.value.code, caught.value.phase) == (code, phase)
    assert sent(mocked) == 1


@pytest.mark.parametrize(("failure", "code", "phase"), FAILURES)
async def test_a_failure_before_the_second_request_is_sent_means_that_the_pbx_answered(
    mocked: aioresponses, failure: Callable[[], Exception], code: Code, phase: Phase
) -> None:
    mocked.get(ANY, callback=into_session)
    mocked.get(SESSION, exception=failure(), repeat=True)
    client = client_of(5000)
    with pytest.raises(CallError) as caught:
        await client.make_call(MakeCall("0301234567"))
    await client.close()
    expected = Phase.ANSWERED if phase is Phase.NOTHING_SENT else phase
    assert (caught.value.code, caught.value.phase) == (code, expected)
    assert sent(mocked) == 2


async def test_nothing_is_sent_without_a_pin_or_a_password(mocked: aioresponses) -> None:
    client = client_of(5000, pin=None)
    with pytest.raises(CallError) as caught:
        await client.make_call(MakeCall("1"))
    assert caught.value.code is Code.NO_CREDENTIALS
    assert sent(mocked) == 0
