"""Live state of a V20's calls: one event socket, open while a call is followed, reopened with back-off when it breaks.

An event says only that something changed, so the participant is fetched. The socket is open before the snapshot is
taken, so nothing falls between them; what comes twice is told once.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final

from companion.errors import CallError, Code
from companion.pbx import limits
from companion.pbx.client import CallEvent
from companion.pbx.tokens import SignIn, Token
from companion.pbx.v20_replies import heard_from, state_from, states_from
from companion.pbx.wire import Answer, Request, Wire

_GIVEN_UP: Final = frozenset({Code.LOGIN_REJECTED, Code.NOT_ALLOWED})

Fetch = Callable[[str], Awaitable[Answer | CallError]]


class _Followed:
    """One call that somebody follows."""

    def __init__(self) -> None:
        self.news: asyncio.Queue[CallEvent | None] = asyncio.Queue()
        self.last: str | None = None

    def tell(self, event: CallEvent) -> None:
        if self.last not in {event.state, "ended"}:
            self.last = event.state
            self.news.put_nowait(event)


class LiveCalls:
    """Follows the calls of one extension."""

    def __init__(self, wire: Wire, sign_in: SignIn, base: str, dn: str, fetch: Fetch) -> None:
        self._wire = wire
        self._sign_in = sign_in
        self._base = base
        self._dn = dn
        self._fetch = fetch
        self._followed: dict[str, _Followed] = {}
        self._dropped: set[str] = set()
        self._work: asyncio.Queue[str | None] = asyncio.Queue()
        self._open = asyncio.Event()
        self._tried = asyncio.Event()
        """The first attempt to open the socket has ended, well or not: there is nothing to wait for."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._idle: asyncio.TimerHandle | None = None

    async def ready(self) -> None:
        """Have the socket open before a call is placed, if that is possible soon."""
        self._start()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._tried.wait(), limits.EVENTS_READY_SECONDS)
        self._stop_when_idle()

    def dropped(self, participant: str) -> None:
        """Remember that the end of this call was asked for here."""
        self._dropped.add(participant)

    async def follow(self, participant: str) -> AsyncIterator[CallEvent]:
        """Tell each new state once, until the call has ended or cannot be followed any more."""
        followed = self._followed.setdefault(participant, _Followed())
        self._start()
        self._work.put_nowait(participant)  # events that came before we knew its id
        try:
            while (event := await followed.news.get()) is not None:
                yield CallEvent(event.state, by_us=event.state == "ended" and participant in self._dropped)
                if event.state == "ended":
                    return
        finally:
            self._followed.pop(participant, None)
            self._dropped.discard(participant)
            self._stop_when_idle()

    async def close(self) -> None:
        """Close the socket and let go of everybody who follows."""
        tasks = tuple(self._tasks)
        self._stop()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _stop_when_idle(self) -> None:
        if not self._followed and self._idle is None:
            self._idle = asyncio.get_running_loop().call_later(limits.EVENTS_IDLE_SECONDS, self._stop)

    def _start(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        if not self._tasks:
            self._tried.clear()
            self._tasks = {asyncio.create_task(self._stay_connected()), asyncio.create_task(self._look_up())}

    def _stop(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        for task in self._tasks:
            task.cancel()
        self._tasks = set()
        self._open.clear()
        for followed in self._followed.values():
            followed.news.put_nowait(None)

    async def _stay_connected(self) -> None:
        delay = limits.RECONNECT_FIRST_SECONDS
        stale: Token | None = None
        while True:
            token = await self._sign_in.token(stale)
            if isinstance(token, Token):
                bearer = ("Authorization", f"Bearer {token.value.reveal()}")
                request = Request("GET", f"{self._base}/callcontrol/ws", headers=(bearer,))
                ended = await self._wire.listen(request, self._opened, self._heard)
                if self._open.is_set():
                    delay = limits.RECONNECT_FIRST_SECONDS
                self._open.clear()
                again = ended.code is Code.LOGIN_REJECTED and stale is None
                stale = token if ended.code is Code.LOGIN_REJECTED else None
                if again:
                    continue  # once, with a new token
                ended_for_good = ended.code in _GIVEN_UP
            else:
                ended_for_good = token.code in _GIVEN_UP
            self._tried.set()
            if ended_for_good:
                self._stop()
                return
            await asyncio.sleep(delay)
            delay = min(2 * delay, limits.RECONNECT_LONGEST_SECONDS)

    def _opened(self) -> None:
        self._open.set()
        self._tried.set()
        self._work.put_nowait(None)  # a snapshot: what happened while nobody listened

    def _heard(self, text: str) -> None:
        heard = heard_from(text)
        if heard is None or heard.dn != self._dn or heard.participant not in self._followed:
            return
        if heard.gone:
            self._followed[heard.participant].tell(CallEvent("ended"))
        else:
            self._work.put_nowait(heard.participant)

    async def _look_up(self) -> None:
        """Fetch what events point at, one after the other."""
        while True:
            participant = await self._work.get()
            if participant is None:
                await self._snapshot()
            elif participant in self._followed:
                answer = await self._fetch(f"/callcontrol/{self._dn}/participants/{participant}")
                state = state_from(answer) if isinstance(answer, Answer) else None
                if isinstance(state, CallEvent) and participant in self._followed:
                    self._followed[participant].tell(state)

    async def _snapshot(self) -> None:
        if not self._followed:
            return
        known = set(self._followed)  # a call that is added from here on is looked up on its own
        answer = await self._fetch(f"/callcontrol/{self._dn}/participants")
        states = states_from(answer) if isinstance(answer, Answer) else None
        if not isinstance(states, dict):
            return
        for participant in known & self._followed.keys():
            state = states.get(participant, CallEvent("ended"))
            if state is not None:
                self._followed[participant].tell(state)
