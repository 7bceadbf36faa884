"""V20: tokens shared and never hammered, calls followed live, extensions set without reading secrets."""

import asyncio
import contextlib
import json
import stat
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from companion.errors import CallError, Code, Phase
from companion.pbx import CallEvent, MakeCall, PbxAddress, PbxClient, SetExtension, limits, open_client
from companion.pbx.token_file import FileTokenStore
from companion.pbx.tokens import Remembered, Token, fingerprint, is_refused, token_from
from companion.pbx.v20_replies import call_from, heard_from, refusal, state_from, user_from
from companion.pbx.wire import Answer
from companion.secret import Secret
from companion.simulator import ExtensionSetup, Options, Simulator, running
from companion.simulator.faults import decode
from companion.simulator.v20 import V20Api

SECRET = "api&secret+%"
BY_HAND: dict[str, Any] = {"answer_after": None, "destination_answers_after": None, "talk_for": None}


@contextlib.asynccontextmanager
async def v20(**options: Any) -> AsyncIterator[Simulator]:
    async with running(Options(kind="v20", port=0, **{"password": SECRET, **BY_HAND, **options})) as simulator:
        yield simulator


@contextlib.asynccontextmanager
async def client_for(
    simulator: Simulator, *, secret: str | None = SECRET, tokens: Path | None = None, **address: Any
) -> AsyncIterator[PbxClient]:
    where = PbxAddress(kind="v20", scheme="http", host="127.0.0.1", port=simulator.port, **address)
    known = Secret(secret) if secret else None
    client = open_client(where, "100", known, known, tokens=tokens)
    try:
        yield client
    finally:
        await client.close()


def api(simulator: Simulator) -> V20Api:
    assert isinstance(simulator.api, V20Api)
    return simulator.api


def asked(simulator: Simulator, start: str) -> int:
    return sum(f"{entry.method} {entry.target}".startswith(start) for entry in simulator.pbx.log)


async def next_state(events: AsyncIterator[CallEvent]) -> CallEvent:
    return await asyncio.wait_for(anext(events), 5)


async def test_a_call_is_followed_from_ringing_to_its_end() -> None:
    async with v20() as simulator, client_for(simulator) as client:
        accepted = await client.make_call(MakeCall("0301234567"))
        assert accepted.call is not None
        events = client.follow(accepted.call)
        call = simulator.pbx.calls[0]
        await asyncio.sleep(0.1)  # our own phone rings: nothing that "pick up your phone" does not say
        simulator.phones.answer(call)
        assert (await next_state(events)).state == "ringing"
        simulator.phones.answer(call)
        assert (await next_state(events)).state == "connected"
        simulator.phones.hang_up(call, "destination")
        assert await next_state(events) == CallEvent("ended", by_us=False)
        with pytest.raises(StopAsyncIteration):
            await next_state(events)


async def test_hanging_up_ends_the_call_and_says_that_it_was_us() -> None:
    async with v20() as simulator, client_for(simulator) as client:
        accepted = await client.make_call(MakeCall("0301234567"))
        assert accepted.call is not None
        events = client.follow(accepted.call)
        simulator.phones.answer(simulator.pbx.calls[0])
        await next_state(events)
        await client.hang_up(accepted.call)
        assert await next_state(events) == CallEvent("ended", by_us=True)
        assert simulator.pbx.calls[0].reason == "caller hung up"
        await client.hang_up(accepted.call)  # it is over already, which is what was wanted


async def test_the_chosen_phone_rings() -> None:
    async with v20() as simulator:
        async with client_for(simulator) as client:
            chosen = (await client.devices())[1]
        async with client_for(simulator, device=chosen.id) as client:
            await client.make_call(MakeCall("0301234567"))
        assert simulator.pbx.calls[0].device == chosen.name == "Web client"


async def test_a_phone_that_is_gone_is_a_refusal_in_the_pbx_own_words() -> None:
    async with v20() as simulator, client_for(simulator, device="sip:gone@1.2.3.4") as client:
        with pytest.raises(CallError) as caught:
            await client.make_call(MakeCall("0301234567"))
        assert caught.value.code is Code.PBX_REFUSED
        assert "not registered" in caught.value.message
        assert not simulator.pbx.calls


async def test_after_a_broken_connection_a_snapshot_tells_what_was_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECONNECT_FIRST_SECONDS", 0.1)
    async with v20() as simulator, client_for(simulator) as client:
        accepted = await client.make_call(MakeCall("0301234567"))
        assert accepted.call is not None
        events = client.follow(accepted.call)
        simulator.phones.answer(simulator.pbx.calls[0])
        assert (await next_state(events)).state == "ringing"
        api(simulator).drop_sockets()
        await asyncio.sleep(0.03)  # nobody listens when the call ends
        simulator.phones.hang_up(simulator.pbx.calls[0], "destination")
        assert (await next_state(events)).state == "ended"


async def test_the_event_socket_backs_off_while_the_pbx_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECONNECT_FIRST_SECONDS", 0.05)
    async with v20() as simulator, client_for(simulator) as client:
        accepted = await client.make_call(MakeCall("1"))
        assert accepted.call is not None
        events = client.follow(accepted.call)
        simulator.phones.answer(simulator.pbx.calls[0])
        await next_state(events)
        before = asked(simulator, "GET /callcontrol/ws")
        for _ in range(12):
            api(simulator).drop_sockets()
            await asyncio.sleep(0.02)
        assert asked(simulator, "GET /callcontrol/ws") - before < 8


async def test_a_token_is_asked_for_once_and_used_for_everything() -> None:
    async with v20() as simulator, client_for(simulator) as client:
        await client.make_call(MakeCall("1"))
        await client.show_extension("100")
        await client.devices()
        assert asked(simulator, "POST /connect/token") <= 2  # calls and administration each keep theirs in memory


async def test_processes_share_one_token(tmp_path: Path) -> None:
    tokens = tmp_path / "private" / "tokens.json"
    async with v20() as simulator:
        for _ in range(3):
            async with client_for(simulator, tokens=tokens) as client:
                await client.make_call(MakeCall("1"))
                await client.show_extension("100")
        assert asked(simulator, "POST /connect/token") == 1
    if sys.platform != "win32":
        assert stat.S_IMODE(tokens.stat().st_mode) == 0o600
    assert SECRET not in tokens.read_text()


async def test_hosts_that_start_together_sign_in_once(tmp_path: Path) -> None:
    tokens = tmp_path / "tokens.json"
    async with v20(latency=0.05) as simulator, contextlib.AsyncExitStack() as stack:
        clients = [await stack.enter_async_context(client_for(simulator, tokens=tokens)) for _ in range(5)]
        await asyncio.gather(*(client.devices() for client in clients))
        assert asked(simulator, "POST /connect/token") == 1


async def test_a_token_that_ended_is_renewed_once_and_the_call_placed_once() -> None:
    async with v20() as simulator, client_for(simulator) as client:
        await client.devices()
        api(simulator).access.end_token()
        await client.make_call(MakeCall("1"))
        assert len(simulator.pbx.calls) == 1
        assert asked(simulator, "POST /connect/token") == 2


async def test_a_401_that_stays_is_answered_by_one_new_token_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    async with v20() as simulator, client_for(simulator) as client:
        await client.devices()
        monkeypatch.setattr(api(simulator), "_denied", lambda _request: web.Response(status=401))
        with pytest.raises(CallError) as caught:
            await client.devices()
        assert caught.value.code is Code.LOGIN_REJECTED
        assert asked(simulator, "POST /connect/token") == 2
        assert asked(simulator, "GET /callcontrol/100/devices") == 3


async def test_after_a_refused_sign_in_nothing_is_sent_until_the_secret_changes(tmp_path: Path) -> None:
    tokens = tmp_path / "tokens.json"
    async with v20() as simulator:
        for attempt in range(4):
            async with client_for(simulator, secret="wrong", tokens=tokens) as client:
                with pytest.raises(CallError) as caught:
                    await client.make_call(MakeCall("1"))
                assert caught.value.code is Code.LOGIN_REJECTED
                assert "wrong" not in caught.value.message
            assert simulator.pbx.requests == 1, attempt
        assert caught.value.phase is Phase.NOTHING_SENT
        async with client_for(simulator, tokens=tokens) as client:
            await client.make_call(MakeCall("1"))
        assert len(simulator.pbx.calls) == 1


async def test_nothing_is_sent_without_a_secret() -> None:
    async with v20() as simulator, client_for(simulator, secret=None) as client:
        for command in (client.make_call(MakeCall("1")), client.show_extension("100"), client.devices()):
            with pytest.raises(CallError) as caught:
                await command
            assert caught.value.code is Code.NO_CREDENTIALS
        assert simulator.pbx.requests == 0


async def test_a_setting_is_one_patch_and_secrets_are_never_selected() -> None:
    async with v20() as simulator, client_for(simulator) as client:
        await client.set_extension(SetExtension("104", enabled=True, external_calls=True, recording=True))
        shown = await client.show_extension("104")
        assert (shown.enabled, shown.external_calls, shown.recording) == (True, True, True)
        assert asked(simulator, "PATCH") == 1
        users = [entry.target for entry in simulator.pbx.log if "/Users?" in entry.target]
        assert users
        assert all("$select=Id,Number,DisplayName,Enabled,Internal,RecordCalls" in target for target in users)


async def test_an_extension_that_is_not_there_is_a_refusal() -> None:
    async with v20() as simulator, client_for(simulator) as client:
        with pytest.raises(CallError) as caught:
            await client.set_extension(SetExtension("100' or Number eq '101", enabled=False))
        assert caught.value.code is Code.PBX_REFUSED
        assert asked(simulator, "PATCH") == 0


@pytest.mark.parametrize(
    ("fault", "code", "phase", "calls"),
    [
        ({"kind": "hang"}, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER, 0),
        ({"kind": "reset", "acts": True}, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER, 1),
        ({"kind": "half_body", "acts": True}, Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER, 1),
        ({"kind": "status", "status": 503}, Code.PBX_BUSY, Phase.ANSWERED, 0),
        ({"kind": "status", "status": 403}, Code.NOT_ALLOWED, Phase.ANSWERED, 0),
        ({"kind": "status", "status": 500}, Code.PBX_REFUSED, Phase.ANSWERED, 0),
        ({"kind": "status", "status": 200, "body": "<html>"}, Code.PBX_REPLY_NOT_UNDERSTOOD, Phase.ANSWERED, 0),
        ({"kind": "redirect", "location": "http://evil.invalid/"}, Code.PBX_REPLY_NOT_UNDERSTOOD, Phase.ANSWERED, 0),
    ],
)
async def test_a_fault_of_the_call_itself_has_its_phase_and_is_not_repeated(
    monkeypatch: pytest.MonkeyPatch, fault: dict[str, Any], code: Code, phase: Phase, calls: int
) -> None:
    monkeypatch.setattr(limits, "ANSWER_SECONDS", 0.3)
    monkeypatch.setattr(limits, "CONNECT_SECONDS", 0.6)
    monkeypatch.setattr(limits, "RING_SECONDS", 0)
    async with v20() as simulator, client_for(simulator) as client:
        assert (await client.make_call(MakeCall("1"))).call == "1"  # token and event socket are there
        simulator.faults.queue.extend(decode(fault))
        with pytest.raises(CallError) as caught:
            await client.make_call(MakeCall("2"))
        assert (caught.value.code, caught.value.phase) == (code, phase)
        assert [call.destination for call in simulator.pbx.calls] == ["1"] + ["2"] * calls


async def test_a_lost_sign_in_means_that_no_call_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ANSWER_SECONDS", 0.2)
    monkeypatch.setattr(limits, "CONNECT_SECONDS", 0.6)
    monkeypatch.setattr(limits, "EVENTS_READY_SECONDS", 0.05)
    async with v20() as simulator, client_for(simulator) as client:
        simulator.faults.queue.extend(decode([{"kind": "hang", "times": 2}]))
        with pytest.raises(CallError) as caught:
            await client.make_call(MakeCall("1"))
        assert (caught.value.code, caught.value.phase) == (Code.PBX_UNREACHABLE, Phase.NOTHING_SENT)
        assert not simulator.pbx.calls


@pytest.mark.parametrize(("lasts", "seconds"), [(60, 3600), (3600, 3600), (5, 300), (299, 17940), (300, 300)])
def test_both_units_of_a_token_s_life_are_understood(lasts: int, seconds: int) -> None:
    body = json.dumps({"access_token": "abc", "expires_in": lasts}).encode()
    token = token_from(Answer(200, body), now=1000.0, secret=Secret("x"))
    assert isinstance(token, Token)
    assert token.good_until == 1000.0 + seconds


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", b"[]", b'{"access_token": 5, "expires_in": 60}', b'{"access_token": "a\\r\\nX: y", "expires_in": 60}',
     b'{"access_token": "a", "expires_in": -1}', b'{"access_token": "a", "expires_in": "x"}'],
)  # fmt: skip
def test_a_sign_in_without_a_usable_token_is_not_understood(body: bytes) -> None:
    token = token_from(Answer(200, body), now=0, secret=Secret("x"))
    assert isinstance(token, CallError)
    assert token.code is Code.PBX_REPLY_NOT_UNDERSTOOD


def test_a_refused_secret_is_recognised_and_cannot_be_read() -> None:
    refused = fingerprint("client", Secret("s3cret"))
    assert is_refused(Remembered(None, refused), "client", Secret("s3cret"))
    assert not is_refused(Remembered(None, refused), "client", Secret("other"))
    assert not is_refused(Remembered(None, refused), "other", Secret("s3cret"))
    assert "s3cret" not in refused


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"c": 5}', b'{"c": {"token": 5, "good_until": "x"}}', b"\xff"])
async def test_a_spoilt_token_file_costs_a_sign_in_and_no_more(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "tokens.json"
    path.write_bytes(content)
    async with FileTokenStore(path).locked("c") as slot:
        assert slot.read() == Remembered()
        slot.write(Remembered(Token(Secret("t"), 5.0)))
        again = slot.read().token
    assert again is not None
    assert again.value.reveal() == "t"


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (200, {"finalstatus": "Success", "result": {"id": 7, "status": "Ringing"}}, "7"),
        (200, {"finalstatus": 0, "result": {"id": 8}}, "8"),
        (200, {"finalstatus": "Failed", "reasontext": "No phone", "result": None}, Code.PBX_REFUSED),
        (200, {"finalstatus": "Failed", "reasontext": "No phone"}, Code.PBX_REFUSED),
        (200, [], Code.PBX_REPLY_NOT_UNDERSTOOD),
        (200, "x", Code.PBX_REPLY_NOT_UNDERSTOOD),
        (422, {"reasontext": "Invalid destination"}, Code.PBX_REFUSED),
        (401, {}, Code.LOGIN_REJECTED),
        (403, {}, Code.NOT_ALLOWED),
        (429, {}, Code.PBX_BUSY),
    ],
)
def test_the_answer_to_makecall_is_an_id_or_a_failure(status: int, body: object, expected: object) -> None:
    reply = call_from(Answer(status, json.dumps(body).encode()), [])
    assert (reply.code if isinstance(reply, CallError) else reply) == expected


def test_the_pbx_own_words_are_kept_in_the_shape_of_either_api() -> None:
    odata = {"error": {"code": "", "message": "Number:\nWARNINGS.XAPI.NOT_FOUND", "details": []}}
    for body, words in ((odata, "Number: WARNINGS.XAPI.NOT_FOUND"), ({"reasontext": "Busy here"}, "Busy here")):
        failed = refusal(Answer(422, json.dumps(body).encode()), [])
        assert failed is not None
        assert words in failed.message


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ('{"sequence":1,"event":{"event_type":0,"entity":"/callcontrol/100/participants/7"}}', ("100", "7", False)),
        ('{"sequence":2,"event":{"event_type":1,"entity":"/callcontrol/100/participants/7"}}', ("100", "7", True)),
        ('{"sequence":3,"event":{"event_type":2,"entity":"/callcontrol/100/participants/7"}}', None),
        ('{"event":{"event_type":0,"entity":"/callcontrol/100"}}', None),
        ('{"event":{"event_type":[],"entity":"/callcontrol/100/participants/7"}}', None),
        ('{"event":null}', None),
        ("[]", None),
        ("", None),
    ],
)
def test_only_events_about_participants_are_heard(text: str, heard: tuple[str, str, bool] | None) -> None:
    found = heard_from(text)
    assert (found and (found.dn, found.participant, found.gone)) == heard


def test_a_participant_that_is_gone_has_ended_and_an_unknown_status_says_nothing() -> None:
    assert state_from(Answer(404)) == CallEvent("ended")
    assert state_from(Answer(200, b'{"status":"Parked"}')) is None
    assert state_from(Answer(200, b'{"status":"Ringing"}')) is None
    assert isinstance(state_from(Answer(200, b"null")), CallError)


def test_a_user_s_absent_properties_are_not_guessed() -> None:
    body = json.dumps({"value": [{"Id": 5, "Number": "100", "Enabled": True}]}).encode()
    found = user_from(Answer(200, body), "100", [])
    assert not isinstance(found, CallError)
    assert (found[0], found[1].enabled, found[1].external_calls, found[1].recording) == (5, True, None, None)


async def test_many_settings_are_under_way_at_once() -> None:
    extensions = tuple(ExtensionSetup(str(1000 + n), "1") for n in range(200))
    async with v20(extensions=extensions, latency=0.02) as simulator, client_for(simulator) as client:
        setting = asyncio.gather(*(client.set_extension(SetExtension(e.number, recording=True)) for e in extensions))
        most = 0
        while not setting.done():
            await asyncio.sleep(0.005)
            most = max(most, sum(not entry.status for entry in simulator.pbx.log))
        await setting
        assert most >= 5
        assert all(extension.recording for extension in simulator.pbx.extensions.values())
