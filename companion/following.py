"""A call that the PBX tells about while it runs: its states as they come, and its end when somebody hangs up here."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from companion import logs
from companion.errors import CallError, Code, told
from companion.language import N_, _
from companion.pbx import PbxClient
from companion.protocol import Call

_log = logs.logger(__name__)

Tell = Callable[[Call], None]
Record = Callable[[Call], Awaitable[None]]

_WORDS: Final[dict[str, str]] = {
    "ringing": N_("The other side's phone is ringing."),
    "connected": N_("Connected."),
    "ended": N_("The call has ended."),
}
_HUNG_UP: Final = N_("You hung up.")
_OVER: Final = frozenset({"ended", "refused"})


class Followed:
    """One call under way, and the client that placed it. `record` writes a state down, `say` tells it.

    A state is told once it is written down: whoever hears of an end and closes the port finds it in the journal.
    """

    def __init__(self, call: Call, client: PbxClient, name: str, *, record: Record, say: Tell) -> None:
        self.call = call
        self._one_at_a_time = asyncio.Lock()
        self._client = client
        self._name = name
        self._record = record
        self._say = say

    async def to_its_end(self) -> Call:
        """Tell each new state until the call has ended, or the PBX cannot be asked any more: that is told too.

        The client is closed then.
        """
        try:
            async for event in self._client.follow(self._name):
                await self._now(event.state, by_us=event.by_us)
        finally:
            await self._client.close()
        await self._no_longer()
        return self.call

    async def hang_up(self) -> Call:
        """End the call and return how it stands. That it goes on is no exception but a reply with a code."""
        try:
            await self._client.hang_up(self._name)
        except CallError as error:
            _log.warning("call %s: not hung up: %s", self.call.id, error.code)
            return not_hung_up(self.call, error.detail or told(error.code)[0])
        await self._now("ended", by_us=True)  # without waiting for the event: the socket may be down just now
        return self.call

    async def _no_longer(self) -> None:
        """Say that nothing more will be heard of a call that may be going on, e.g. because the PBX refuses us now."""
        async with self._one_at_a_time:
            if self.call.state in _OVER:
                return
            self.call = _with(self.call, CallError(Code.CALL_NOT_FOLLOWED))
            self._say(self.call)

    async def _now(self, state: str, *, by_us: bool) -> None:
        async with self._one_at_a_time:  # the PBX's event and the answer to a hang-up come at about the same time
            if self.call.state in {state, "ended"}:
                return
            message = _(_HUNG_UP if by_us else _WORDS[state])
            self.call = self.call.model_copy(update={"state": state, "message": message, "hung_up_here": by_us})
            await self._record(self.call)
            self._say(self.call)


def not_hung_up(call: Call, why: str | None = None) -> Call:
    """Return how a call stands that was to be hung up: with the reason where it may be going on."""
    if call.state in _OVER:
        return call
    return _with(call, CallError(Code.HANG_UP_FAILED, why))


def _with(call: Call, error: CallError) -> Call:
    return call.model_copy(update={"code": error.code, "message": error.message, "remedy": error.remedy})
