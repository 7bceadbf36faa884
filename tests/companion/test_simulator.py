"""The simulator behaves as the facts say, on loopback only, and cannot be driven by a web page."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from companion.errors import CallError, Code, Phase
from companion.pbx import MakeCall, PbxAddress, SetExtension, limits, open_client
from companion.secret import Secret
from companion.simulator import ExtensionSetup, Options, Simulator, running, with_file

CLASSIC = ("v9-iis", "v9-abyss", "v10")
FAST = {"answer_after": 0.02, "destination_answers_after": 0.02, "talk_for": 0.05}


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def state_of(simulator: Simulator) -> dict[str, Any]:
    async with aiohttp.ClientSession() as session, session.get(f"{simulator.url}/_simulator/state") as reply:
        state: dict[str, Any] = await reply.json()
        return state


def options(kind: str = "v10", **more: Any) -> Options:
    return Options(kind=kind, port=0, **{**FAST, **more})


async def perform(
    simulator: Simulator,
    command: MakeCall | SetExtension,
    *,
    extension: str = "100",
    pin: str = "1234",
    **address: Any,
) -> None:
    where = PbxAddress(kind=simulator.pbx.options.kind, host="127.0.0.1", port=simulator.port, **address)
    client = open_client(where, extension, Secret(pin), Secret(simulator.pbx.options.password))
    try:
        if isinstance(command, MakeCall):
            await client.make_call(command)
        else:
            await client.set_extension(command)
    finally:
        await client.close()


SETTINGS: list[dict[str, bool]] = [
    {"enabled": False},
    {"enabled": True},
    {"external_calls": False},
    {"external_calls": True},
    {"recording": True},
    {"recording": False},
    {"enabled": True, "external_calls": False, "recording": True},
]


@pytest.mark.parametrize("kind", CLASSIC)
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("redirect", [301, 302])
async def test_a_call_is_placed_in_every_layout(kind: str, method: str, redirect: int) -> None:
    async with running(options(kind, redirect=redirect)) as simulator:
        await perform(simulator, MakeCall("+442079460958"), method=method)
        state = await state_of(simulator)
    assert [(call["from"], call["to"]) for call in state["calls"]] == [("100", "+442079460958")]
    assert state["requests"] == 2


@pytest.mark.parametrize("kind", CLASSIC)
@pytest.mark.parametrize("name", ["both", "ext_num", "extnum"])
@pytest.mark.parametrize("wanted", SETTINGS)
async def test_each_setting_alone_and_all_together_in_every_layout(
    kind: str, name: str, wanted: dict[str, bool]
) -> None:
    async with running(options(kind)) as simulator:
        before = (await state_of(simulator))["extensions"]
        await perform(simulator, SetExtension("104", **wanted), extension_parameter=name)
        after = (await state_of(simulator))["extensions"]
    assert after["104"] == before["104"] | wanted
    assert {n: e for n, e in after.items() if n != "104"} == {n: e for n, e in before.items() if n != "104"}


@pytest.mark.parametrize("pin", ["a&b", "a+b", "100%", "a#b", "a b", "käse", "%26", "=?/;:"])
async def test_an_awkward_pin_arrives_as_it_is(pin: str) -> None:
    async with running(options(extensions=(ExtensionSetup("200", pin),))) as simulator:
        await perform(simulator, MakeCall("0301234567"), extension="200", pin=pin)
        assert len(simulator.pbx.calls) == 1


@pytest.mark.parametrize("way", ["text", "403", "login-page", "login-redirect"])
async def test_a_wrong_pin_is_a_rejected_login_whichever_way_it_is_said(way: str) -> None:
    async with running(options(wrong_pin=way)) as simulator:
        with pytest.raises(CallError) as caught:
            await perform(simulator, MakeCall("0301234567"), pin="nope")
        assert not simulator.pbx.calls
    assert (caught.value.code, caught.value.phase) == (Code.LOGIN_REJECTED, Phase.ANSWERED)


@pytest.mark.parametrize(("extension", "pin"), [("103", "abcd!?"), ("104", "2468")])
async def test_a_disabled_or_barred_extension_cannot_call_outside(extension: str, pin: str) -> None:
    async with running(options()) as simulator:
        with pytest.raises(CallError) as caught:
            await perform(simulator, MakeCall("0301234567"), extension=extension, pin=pin)
        assert not simulator.pbx.calls
    assert caught.value.code is Code.NOT_ALLOWED


async def test_a_barred_extension_calls_inside() -> None:
    async with running(options()) as simulator:
        await perform(simulator, MakeCall("100"), extension="104", pin="2468")
        assert [call.internal for call in simulator.pbx.calls] == [True]


async def test_the_call_is_placed_only_when_the_second_url_is_fetched(browser: aiohttp.ClientSession) -> None:
    async with running(options()) as simulator:
        url = f"{simulator.url}/ivr/PbxAPI.aspx?func=make_call&from=100&to=5&pin=1234"
        async with browser.get(url, allow_redirects=False) as reply:
            location = reply.headers["Location"]
            assert reply.status == 302
        assert location.startswith("/ivr/(S(")
        assert location.endswith("/PbxAPI.aspx?func=make_call&from=100&to=5&pin=1234")
        assert not simulator.pbx.calls
        async with browser.get(simulator.url + location, allow_redirects=False) as reply:
            assert reply.status == 200
        assert len(simulator.pbx.calls) == 1


async def test_another_layout_s_path_is_not_found(browser: aiohttp.ClientSession) -> None:
    async with running(options("v9-iis")) as simulator, browser.get(f"{simulator.url}/ivr/PbxAPI.aspx") as reply:
        assert reply.status == 404


async def ended(simulator: Simulator) -> list[str]:
    call = simulator.pbx.calls[0]
    for _ in range(200):
        if call.state == "ended":
            break
        await asyncio.sleep(0.01)
    return [state for state, _ in call.history]


async def test_a_call_rings_is_answered_dials_talks_and_ends_by_itself() -> None:
    async with running(options()) as simulator:
        await perform(simulator, MakeCall("0301234567"))
        assert await ended(simulator) == ["caller_ringing", "dialling", "connected", "ended"]
        assert simulator.pbx.calls[0].reason == "destination hung up"


async def test_phones_are_answered_and_put_down_by_hand(browser: aiohttp.ClientSession) -> None:
    by_hand = options(answer_after=None, destination_answers_after=None, talk_for=None)
    async with running(by_hand) as simulator:
        await perform(simulator, MakeCall("0301234567"))
        states = []
        for press in ("answer", "answer", "hangup"):
            await asyncio.sleep(0.05)
            async with browser.post(f"{simulator.url}/_simulator/calls/1/{press}") as reply:
                assert reply.status == 200
        states = await ended(simulator)
        async with browser.post(f"{simulator.url}/_simulator/calls/1/hangup") as reply:
            assert reply.status == 409
    assert states == ["caller_ringing", "dialling", "connected", "ended"]


async def test_the_state_and_the_page_show_no_secret(browser: aiohttp.ClientSession) -> None:
    async with running(options(password="adm&n-secret")) as simulator:
        await perform(simulator, MakeCall("5"), extension="102", pin="a&b+c%# ü")
        await perform(simulator, SetExtension("100", recording=True))
        text = json.dumps(await state_of(simulator))
        async with browser.get(f"{simulator.url}/_simulator/events") as stream:
            text += (await stream.content.readline()).decode()
    assert "pin=****" in text
    assert "pwd=****" in text
    for secret in ("1234", "a&b+c", "a%26b", "adm&n", "adm%26n", "-secret"):
        assert secret not in text


async def test_the_state_tells_when_each_request_arrived_on_both_clocks() -> None:
    async with running(options()) as simulator:
        await perform(simulator, MakeCall("5"))
        first, second = (await state_of(simulator))["log"]
    assert first["monotonic_ms"] < second["monotonic_ms"]
    assert first["wall_ms"] <= second["wall_ms"]


async def test_reset_brings_back_the_start(browser: aiohttp.ClientSession) -> None:
    async with running(options()) as simulator:
        before = await state_of(simulator)
        await perform(simulator, MakeCall("5"))
        await perform(simulator, SetExtension("100", enabled=False))
        async with browser.post(f"{simulator.url}/_simulator/reset") as reply:
            assert reply.status == 200
        assert await state_of(simulator) == before


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org", ""])
def test_it_listens_on_loopback_only(host: str) -> None:
    with pytest.raises(ValueError, match="loopback"):
        Options(host=host)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:5000"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["reset", "faults", "calls/1/answer"])
async def test_a_foreign_web_page_cannot_drive_it(
    browser: aiohttp.ClientSession, headers: dict[str, str], path: str
) -> None:
    async with running(options()) as simulator:
        await perform(simulator, MakeCall("5"))
        async with browser.post(
            f"{simulator.url}/_simulator/{path}", data=b'{"kind":"hang"}', headers=headers
        ) as reply:
            assert reply.status == 403
        assert not simulator.faults.queue
        assert len(simulator.pbx.calls) == 1


async def test_a_foreign_name_cannot_read_it(browser: aiohttp.ClientSession) -> None:
    async with running(options()) as simulator:
        for path in ("", "_simulator/state", "_simulator/events"):
            async with browser.get(f"{simulator.url}/{path}", headers={"Host": "rebound.example"}) as reply:
                assert reply.status == 403


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ANSWER_SECONDS", 0.3)
    monkeypatch.setattr(limits, "CONNECT_SECONDS", 0.6)
    monkeypatch.setattr(limits, "BODY_SECONDS", 0.3)


FAULTS: list[tuple[dict[str, Any], Code, Phase, int]] = [
    ({"kind": "hang"}, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER, 0),
    ({"kind": "hang", "on": "session"}, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER, 0),
    ({"kind": "hang", "on": "session", "acts": True}, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER, 1),
    ({"kind": "delay", "seconds": 5}, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER, 0),
    ({"kind": "reset"}, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER, 0),
    ({"kind": "reset", "on": "session", "acts": True}, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER, 1),
    ({"kind": "half_body", "on": "session"}, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER, 1),
    ({"kind": "trickle", "seconds": 0.05}, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER, 0),
    ({"kind": "status", "status": 500}, Code.PBX_REFUSED, Phase.ANSWERED, 0),
    ({"kind": "status", "status": 503}, Code.PBX_BUSY, Phase.ANSWERED, 0),
    ({"kind": "status", "status": 404, "on": "session"}, Code.PBX_REFUSED, Phase.ANSWERED, 0),
    ({"kind": "status", "status": 401}, Code.LOGIN_REJECTED, Phase.ANSWERED, 0),
    (
        {"kind": "redirect", "location": "http://evil.invalid/PbxAPI.aspx", "keep_query": True},
        Code.PBX_REPLY_NOT_UNDERSTOOD,
        Phase.ANSWERED,
        0,
    ),
    ({"kind": "redirect", "location": "/login.aspx"}, Code.LOGIN_REJECTED, Phase.ANSWERED, 0),
    ({"kind": "redirect_loop"}, Code.PBX_REPLY_NOT_UNDERSTOOD, Phase.ANSWERED, 0),
    ({"kind": "not_http"}, Code.PBX_REPLY_NOT_UNDERSTOOD, Phase.ANSWERED, 0),
]


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(("fault", "code", "phase", "calls"), FAULTS)
async def test_each_fault_reaches_the_client_as_the_right_failure_and_only_once(
    browser: aiohttp.ClientSession, fault: dict[str, Any], code: Code, phase: Phase, calls: int
) -> None:
    async with running(options()) as simulator:
        async with browser.post(f"{simulator.url}/_simulator/faults", json={"faults": [fault]}) as reply:
            assert (reply.status, await reply.json()) == (200, {"queued": 1})
        with pytest.raises(CallError) as caught:
            await perform(simulator, MakeCall("0301234567"))
        assert (caught.value.code, caught.value.phase) == (code, phase)
        assert len(simulator.pbx.calls) == calls
        await perform(simulator, MakeCall("0301234567"))
        assert len(simulator.pbx.calls) == calls + 1


async def test_a_delay_is_only_a_delay(browser: aiohttp.ClientSession) -> None:
    async with running(options()) as simulator:
        async with browser.post(f"{simulator.url}/_simulator/faults", json={"kind": "delay", "seconds": 0.2}):
            pass
        await perform(simulator, MakeCall("5"))
        first, second = simulator.pbx.log
    assert second.arrived.monotonic_ms - first.arrived.monotonic_ms >= 200


@pytest.mark.parametrize(
    ("message", "names"),
    [
        ("", "JSON"),
        ("{", "JSON"),
        ("[" * 100_000, "JSON"),
        ('"hang"', "object"),
        ("{}", "kind"),
        ('{"kind":"explode"}', "kind"),
        ('{"kind":"hang","seconds":1}', "seconds"),
        ('{"kind":"delay","seconds":-1}', "seconds"),
        ('{"kind":"delay","seconds":"1"}', "seconds"),
        ('{"kind":"delay","seconds":NaN}', "seconds"),
        ('{"kind":"delay","seconds":true}', "seconds"),
        ('{"kind":"status","status":99}', "status"),
        ('{"kind":"redirect"}', "location"),
        ('{"kind":"hang","on":"later"}', "on"),
        ('{"kind":"hang","times":0}', "times"),
        ('[{"kind":"hang"},{"kind":"explode"}]', "kind"),
    ],
)
async def test_a_fault_that_is_not_understood_is_named_and_none_is_queued(
    browser: aiohttp.ClientSession, message: str, names: str
) -> None:
    async with running(options()) as simulator:
        async with browser.post(f"{simulator.url}/_simulator/faults", data=message.encode()) as reply:
            assert reply.status == 400
            assert names in (await reply.json())["error"]
        assert not simulator.faults.queue


def test_extensions_come_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pbx.toml"
    path.write_text(
        'password = "pw"\n[[extensions]]\nnumber = "300"\npin = "x"\nrecording = true\n[[extensions]]\n'
        'number = "301"\npin = "y"\ndevices = ["A", "B"]\n'
    )
    read = with_file(Options(), path)
    assert read.password == "pw"
    assert [(e.number, e.pin, e.recording) for e in read.extensions] == [("300", "x", True), ("301", "y", False)]
    assert read.extensions[1].devices == ("A", "B")


@pytest.mark.parametrize(
    "text",
    [
        "x = 1",
        '[[extensions]]\nnumber = "a"\npin = "1"',
        '[[extensions]]\nnumber = "1"\npin = 1',
        "]",
        '[[extensions]]\npin="1"',
    ],
)
def test_a_file_that_is_not_understood_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pbx.toml"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"pbx\.toml"):
        with_file(Options(), path)


async def test_the_page_is_served_whole_and_runs_only_its_own_script(browser: aiohttp.ClientSession) -> None:
    async with running(options()) as simulator:
        for path in ("/", "/_simulator/page.css", "/_simulator/page.js"):
            async with browser.get(simulator.url + path) as reply:
                assert reply.status == 200
                assert "default-src 'none'" in reply.headers["Content-Security-Policy"]
