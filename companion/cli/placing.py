"""Placing one call from the command line, until its outcome is known or somebody stops it with Ctrl-C."""

import asyncio
import contextlib
from collections.abc import Callable

from companion.calling import Calling
from companion.cli.context import paths
from companion.errors import Code, told
from companion.gesture import Gesture
from companion.protocol import Call


def place(gesture: Gesture, tell: Callable[[Call], object], *, follow: bool) -> Call | None:
    """Place the call as the host does and return its last state; None if it was stopped before anything was sent.

    `tell` hears each state. With `follow` the call is followed to its end, where the PBX tells; otherwise the PBX's
    answer is enough.
    """
    last: Call | None = None

    async def run() -> None:
        def hear(call: Call) -> None:
            nonlocal last
            last = call
            tell(call)
            if call.state == "accepted" and not follow:
                placing.cancel()  # the journal has it; what comes after is of interest to nobody here

        calling = Calling(paths())
        placing = asyncio.create_task(calling.place(gesture, hear))
        try:
            await placing
        except asyncio.CancelledError:
            if last is None or last.state == "asked":
                raise
        finally:
            await calling.close()

    with contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(run())
    return _stopped(last) if last and last.state == "asked" else last


def _stopped(call: Call) -> Call:
    """Say that a call that was stopped between request and answer may have been placed."""
    code = Code.CALL_OUTCOME_UNKNOWN
    sentence, remedy = told(code)
    return call.model_copy(update={"state": "unknown", "code": code, "message": sentence, "remedy": remedy})
