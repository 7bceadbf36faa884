"""What every kind of PBX promises, checked for each against the simulator: a new kind adds one line here."""

import asyncio
import contextlib
import webbrowser
from collections.abc import AsyncIterator
from typing import Any

import pytest

from companion import greeting
from companion.errors import CallError, Code, Phase
from companion.pbx import (
    KINDS,
    Capability,
    ExtensionSettings,
    MakeCall,
    PbxAddress,
    PbxClient,
    SetExtension,
    open_client,
    probe,
)
from companion.secret import Secret
from companion.simulator import Options, Simulator, running

PINS = {"v9-iis": "1234", "v9-abyss": "1234", "v10": "1234", "v20": "admin"}
"""What places calls from extension 100 of the simulator."""
SETTINGS: list[dict[str, bool]] = [
    {"enabled": False},
    {"enabled": True},
    {"external_calls": False},
    {"external_calls": True},
    {"recording": True},
    {"recording": False},
    {"enabled": False, "external_calls": True, "recording": True},
]

every_kind = pytest.mark.parametrize("kind", PINS)


@contextlib.asynccontextmanager
async def opened(kind: str, *, pin: str | None = None, **options: Any) -> AsyncIterator[tuple[Simulator, PbxClient]]:
    async with running(Options(kind=kind, port=0, **options)) as simulator:
        address = PbxAddress(kind=kind, host="127.0.0.1", scheme="http", port=simulator.port)
        client = open_client(address, "100", Secret(pin or PINS[kind]), Secret("admin"))
        try:
            yield simulator, client
        finally:
            await client.close()


def test_every_kind_that_talks_to_a_pbx_is_in_this_suite() -> None:
    assert PINS.keys() == KINDS.keys() - {"v20-webclient"}


def test_the_greeting_carries_what_each_kind_declares() -> None:
    declared = {name: {str(each) for each in kind.capabilities} for name, kind in KINDS.items()}
    assert {name: set(each) for name, each in greeting.CAPABILITIES.items()} == declared


@every_kind
async def test_a_call_is_placed_once_with_exactly_what_is_to_be_dialled(kind: str) -> None:
    async with opened(kind) as (simulator, client):
        await client.make_call(MakeCall("+44 20 7946 0958*#"))
        assert [(call.caller, call.destination) for call in simulator.pbx.calls] == [("100", "+44 20 7946 0958*#")]


@every_kind
@pytest.mark.parametrize("wanted", SETTINGS)
async def test_each_of_the_settings_alone_and_combined(kind: str, wanted: dict[str, bool]) -> None:
    async with opened(kind) as (simulator, client):
        before = simulator.pbx.shown()["extensions"]
        await client.set_extension(SetExtension("103", **wanted))
        after = simulator.pbx.shown()["extensions"]
    assert after == before | {"103": before["103"] | wanted}


@every_kind
async def test_a_wrong_secret_is_a_rejected_login_and_places_nothing(kind: str) -> None:
    async with opened(kind, pin="wrong") as (simulator, client):
        with pytest.raises(CallError) as caught:
            await client.make_call(MakeCall("0301234567"))
        assert caught.value.code is Code.LOGIN_REJECTED
        assert caught.value.phase is not Phase.SENT_NO_ANSWER
        assert not simulator.pbx.calls


@every_kind
async def test_a_barred_extension_is_told_so(kind: str) -> None:
    async with opened(kind) as (simulator, client):
        await client.set_extension(SetExtension("100", external_calls=False))
        with pytest.raises(CallError) as caught:
            await client.make_call(MakeCall("0301234567"))
        assert caught.value.code in {Code.NOT_ALLOWED, Code.PBX_REFUSED}
        assert "not allowed" in caught.value.message
        assert not simulator.pbx.calls


@every_kind
async def test_what_a_kind_cannot_do_is_refused_without_a_request(kind: str) -> None:
    async with opened(kind) as (simulator, client):
        if Capability.SHOW_EXTENSION in client.capabilities:
            assert isinstance(await client.show_extension("104"), ExtensionSettings)
            return
        for command in (client.show_extension("104"), client.devices(), client.hang_up("1")):
            with pytest.raises(CallError) as caught:
                await command
            assert caught.value.code is Code.NOT_ALLOWED
        assert [event async for event in client.follow("1")] == []
        assert simulator.pbx.requests == 0


@every_kind
async def test_calls_at_the_same_time_do_not_mix(kind: str) -> None:
    async with opened(kind) as (simulator, client):
        await asyncio.gather(*(client.make_call(MakeCall(str(number))) for number in range(20)))
        assert sorted(int(call.destination) for call in simulator.pbx.calls) == list(range(20))


@every_kind
async def test_closing_twice_is_safe_and_nothing_is_left_open(kind: str) -> None:
    async with opened(kind) as (_simulator, client):
        await client.make_call(MakeCall("1"))
        await client.close()
        await client.close()


@every_kind
async def test_probing_finds_the_kind_without_a_call(kind: str) -> None:
    async with running(Options(kind=kind, port=0)) as simulator:
        found = await probe("127.0.0.1", scheme="http", port=simulator.port)
        assert kind in {each.kind for each in found}
        assert ("v20" in {each.kind for each in found}) == (kind == "v20")
        assert not simulator.pbx.calls
        assert all("pin" not in entry.target and "pwd" not in entry.target for entry in simulator.pbx.log)


async def test_the_web_client_is_opened_with_the_number_and_no_more_is_claimed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    links: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda link: not links.append(link))
    client = open_client(PbxAddress(kind="v20-webclient", host="pbx.example", port=5001), "100", None, None)
    accepted = await client.make_call(MakeCall("+44 20&x=1#"))
    assert accepted.handed_over
    assert links == ["https://pbx.example:5001/webclient/#/call?phone=%2B44%2020%26x%3D1%23"]


async def test_without_a_browser_nothing_is_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _link: False)
    client = open_client(PbxAddress(kind="v20-webclient", host="pbx.example"), "100", None, None)
    with pytest.raises(CallError) as caught:
        await client.make_call(MakeCall("1"))
    assert (caught.value.code, caught.value.phase) == (Code.PBX_UNREACHABLE, Phase.NOTHING_SENT)
