"""The people at the phones: they pick up after a while or when told to, talk, and hang up."""

import asyncio
from typing import Final

from companion.simulator.model import Call, Pbx

RING_SECONDS: Final = 60.0
"""How long a phone that nobody picks up rings."""


class Phones:
    """Leads every call through its life. `close` ends them all."""

    def __init__(self, pbx: Pbx) -> None:
        self._pbx = pbx
        self._signals: dict[int, asyncio.Event] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def ring(self, call: Call) -> None:
        """Start a call's life: the caller's phone rings."""
        self._signals[call.id] = asyncio.Event()
        task = asyncio.create_task(self._live(call))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def answer(self, call: Call) -> bool:
        """Pick up the phone that is ringing in this call; False if none is."""
        signal = self._signals.get(call.id)
        if signal is None or call.state not in {"caller_ringing", "dialling"}:
            return False
        signal.set()
        return True

    def hang_up(self, call: Call, who: str = "caller") -> bool:
        """Put a phone down; False if the call is over already."""
        if call.state == "ended":
            return False
        self._pbx.move(call, "ended", f"{who} hung up")
        signal = self._signals.get(call.id)
        if signal is not None:
            signal.set()
        return True

    async def close(self) -> None:
        """Forget all calls that are going on."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _live(self, call: Call) -> None:
        options = self._pbx.options
        try:
            if not await self._picked_up(call, options.answer_after):
                return
            self._pbx.move(call, "dialling")
            if not await self._picked_up(call, options.destination_answers_after):
                return
            self._pbx.move(call, "connected")
            await self._signalled(call, options.talk_for)
            self.hang_up(call, "destination")
        finally:
            self._signals.pop(call.id, None)

    async def _picked_up(self, call: Call, after: float | None) -> bool:
        """Wait until the ringing phone is answered. False: it rang too long, or somebody hung up."""
        signalled = await self._signalled(call, RING_SECONDS if after is None else after)
        if call.state == "ended":
            return False
        if not signalled and after is None:
            self._pbx.move(call, "ended", "no answer")
            return False
        return True

    async def _signalled(self, call: Call, seconds: float | None) -> bool:
        signal = self._signals[call.id]
        try:
            await asyncio.wait_for(signal.wait(), seconds)
        except TimeoutError:
            return False
        signal.clear()
        return True
