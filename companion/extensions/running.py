"""Carries out a plan: several requests at once, each result told as it comes, a failed one tried again.

Setting a value is idempotent, so here, and only here, a request may be repeated.
"""

import asyncio
import random
from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass
from typing import Final

from companion.errors import CallError, Code
from companion.extensions.plan import Row
from companion.pbx import PbxClient

AT_ONCE: Final = 16
"""Requests under way: 13 times as fast as one by one at 20 ms an answer, with room left in the PBX's web server."""
TRIES: Final = 4
FIRST_PAUSE_SECONDS: Final = 0.5
"""Before the second try; doubled each time, with jitter so that sixteen do not return at once."""

_PASSING: Final = frozenset({Code.PBX_UNREACHABLE, Code.PBX_BUSY, Code.CALL_OUTCOME_UNKNOWN})
"""What may be better in a moment."""
_HOPELESS: Final = frozenset({Code.LOGIN_REJECTED, Code.NO_CREDENTIALS, Code.PBX_UNTRUSTED})
"""What the next extension would meet too; a rejected login is never repeated, PBXs lock those out who do."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one line; no error means that the PBX accepted it."""

    row: Row
    error: CallError | None


async def carry_out(
    client: PbxClient, rows: Iterable[Row], *, at_once: int = AT_ONCE, stop: asyncio.Event | None = None
) -> AsyncGenerator[Outcome, None]:
    """Yield each line's outcome as it comes, in the order of answers.

    The first line goes alone, so that a wrong password is refused once and not sixteen times. Ends early when going on
    is hopeless, or when `stop` is set: then what is under way is still waited for, so that nothing is left in doubt.
    Memory does not grow with the plan: lines are taken as workers come free.
    """
    waiting = iter(rows)
    outcomes: asyncio.Queue[Outcome | None] = asyncio.Queue(maxsize=2 * at_once)
    stop = stop or asyncio.Event()

    async def work() -> None:
        for row in waiting:
            outcome = Outcome(row, await _set(client, row))
            if outcome.error is not None and outcome.error.code in _HOPELESS:
                stop.set()
            await outcomes.put(outcome)
            if stop.is_set():
                break
        await outcomes.put(None)

    for row in waiting:
        first = Outcome(row, await _set(client, row))
        yield first
        if stop.is_set() or (first.error is not None and first.error.code in _HOPELESS):
            return
        break
    workers = [asyncio.create_task(work()) for _ in range(at_once)]
    try:
        working = len(workers)
        while working:
            outcome = await outcomes.get()
            if outcome is None:
                working -= 1
            else:
                yield outcome
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)


async def _set(client: PbxClient, row: Row) -> CallError | None:
    pause = FIRST_PAUSE_SECONDS
    for attempt in range(1, TRIES + 1):
        try:
            await client.set_extension(row.command)
        except CallError as error:
            if error.code not in _PASSING or attempt == TRIES:
                return error
        else:
            return None
        await asyncio.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 - jitter, no secret
        pause *= 2
    return None
