"""A call that is followed: what is told has been written down, whoever tells it first."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

from companion.following import Followed
from companion.pbx import CallEvent
from companion.pbx.client import Accepted, BasicClient, MakeCall
from companion.protocol import Call


class Ends(BasicClient):
    """A PBX whose event of the end arrives before its answer to the hang-up."""

    capabilities = frozenset()

    def __init__(self) -> None:
        self.asked = asyncio.Event()

    async def make_call(self, command: MakeCall) -> Accepted:
        return Accepted(call=command.destination)

    async def follow(self, call: str) -> AsyncIterator[CallEvent]:  # noqa: ARG002 - the protocol's
        await self.asked.wait()
        yield CallEvent("ended", by_us=True)

    async def hang_up(self, call: str) -> None:  # noqa: ARG002 - the protocol's
        self.asked.set()
        await asyncio.sleep(0)
        await asyncio.sleep(0)


class FallsSilent(Ends):
    """A PBX that refuses our credentials in the middle of a talk."""

    async def follow(self, call: str) -> AsyncIterator[CallEvent]:  # noqa: ARG002 - the protocol's
        yield CallEvent("connected")


async def test_a_call_that_is_followed_no_more_is_told_so_once_and_keeps_its_last_state() -> None:
    written: list[str] = []
    told: list[Call] = []

    async def record(call: Call) -> None:
        written.append(call.state)

    call = Call(id=uuid4(), state="accepted", dialled="1", message="Accepted.")
    ended = await Followed(call, FallsSilent(), "7", record=record, say=told.append).to_its_end()
    assert [(each.state, each.code) for each in told] == [("connected", None), ("connected", "call_not_followed")]
    assert told[-1] == ended
    assert written == ["connected"], "nothing more is known than what was seen"


async def test_neither_the_event_nor_the_answer_tells_of_an_end_that_is_not_written_yet() -> None:
    written: list[str] = []
    told: list[list[str]] = []
    disk = asyncio.Event()

    async def record(call: Call) -> None:
        await disk.wait()
        written.append(call.state)

    call = Call(id=uuid4(), state="connected", dialled="1", message="Connected.")
    followed = Followed(call, Ends(), "7", record=record, say=lambda _: told.append([*written]))
    following = asyncio.create_task(followed.to_its_end())
    hanging_up = asyncio.create_task(followed.hang_up())
    for _ in range(20):
        await asyncio.sleep(0)
    assert told == []
    assert not hanging_up.done(), "the answer waits for the disk as well"
    disk.set()
    assert (await hanging_up).state == (await following).state == "ended"
    assert told == [["ended"]], "told once"
