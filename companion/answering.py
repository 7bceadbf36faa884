"""Answers one browser: reads frames, decodes them, hands requests on, writes replies. Imported after the greeting."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine
from typing import Final
from uuid import UUID

from companion import explaining, language, logs
from companion.calling import Calling
from companion.decoding import decode, fault
from companion.errors import CallError, Code
from companion.framing import MAX_FRAME, READ_SIZE, FrameReader, pack
from companion.memory_guard import keep_memory_private
from companion.own_extension import OwnExtensionDesk
from companion.paths import Paths
from companion.protocol import (
    AnyReply,
    Dial,
    Error,
    HangUp,
    Language,
    OpenSettings,
    OwnExtension,
    OwnExtensionReply,
    Preview,
    Recent,
    RecentCalls,
    SetOwnExtension,
    SettingsOpened,
    Status,
)
from companion.settings import load_settings

_log = logs.logger(__name__)

WAITING_FRAMES: Final = 256
"""Frames read ahead of their answers. Past this the reader waits, and with it the browser: memory stays bounded."""
PARTING_SECONDS: Final = 0.5
"""How long calls under way may take to write down how they stand once the browser is gone."""
LAST_RESORT_SECONDS: Final = 0.9
"""After the end of input the process ends by then, whatever a disk, a pipe or a keyring is waiting for."""


def is_allowed(caller: str | None) -> bool:
    """Tell whether the settings name this caller under `[callers]`."""
    try:
        callers = load_settings().callers
    except CallError:
        return False
    return caller in {*callers.chromium, *callers.firefox}


def turn_away(wire: int, caller: str | None) -> None:
    """Tell a caller that it is not allowed, and leave."""
    logs.start(Paths.current())
    named = "".join(each for each in (caller or "nobody") if each.isalnum() or each in "@.-_")[:80]
    _log.warning("turned away: %s", named)
    with contextlib.suppress(OSError):
        os.write(wire, pack(_encoded(fault(Code.COMPANION_FORBIDDEN, named))))


def serve(wire: int, first_input: Callable[[], bytes]) -> None:
    """Answer until the end of input; ends the process itself, because a stuck thread must not keep it."""
    keep_memory_private()
    logs.start(Paths.current())
    status = 0
    try:
        asyncio.run(_Session(wire, first_input).run())
    except Exception:  # noqa: BLE001 - whatever it was, it is logged and the browser gets its port closed
        _log.exception("stopped by a fault of our own")
        status = 1
    logging.shutdown()
    os._exit(status)


def _encoded(message: AnyReply) -> bytes:
    return message.model_dump_json().encode()


class _Session:
    """One browser's port: frames in, frames out, calls under way."""

    def __init__(self, wire: int, first_input: Callable[[], bytes]) -> None:
        self._wire = wire
        self._first_input = first_input
        self._calling = Calling(Paths.current())
        self._status = explaining.StatusDesk(self._calling.settings)
        self._own_extension = OwnExtensionDesk(Paths.current(), self._calling.settings)
        self._calls: set[asyncio.Task[None]] = set()
        self._arrived: asyncio.Queue[bytes | _End | None] = asyncio.Queue()
        self._room = threading.BoundedSemaphore(WAITING_FRAMES)

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        if sys.platform != "win32":
            loop.add_signal_handler(signal.SIGTERM, self._arrived.put_nowait, _END)
        threading.Thread(target=self._read, args=(loop,), name="stdin", daemon=True).start()
        self._spawn(self._calling.prepare())
        while not isinstance(payload := await self._arrived.get(), _End):
            self._answer(payload)
            self._room.release()
        await self._part()

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        """Read standard input in a thread of its own: Windows cannot wait for a pipe in any other way."""
        frames = FrameReader()
        with contextlib.suppress(OSError):
            data = self._first_input()
            while data:
                for payload in frames.feed(data):
                    self._room.acquire()
                    loop.call_soon_threadsafe(self._arrived.put_nowait, payload)
                data = os.read(0, READ_SIZE)
        last_resort = threading.Timer(LAST_RESORT_SECONDS, os._exit, (0,))
        last_resort.daemon = True
        last_resort.start()
        with contextlib.suppress(RuntimeError):  # the loop has ended by itself
            loop.call_soon_threadsafe(self._arrived.put_nowait, _END)

    def _answer(self, payload: bytes | None) -> None:  # noqa: C901 - one case for each message, and nothing else
        match decode(payload):
            case Dial() as dial:
                self._spawn(self._calling.dial(dial, self._say))
            case Recent(limit=limit):
                self._guarded(lambda: self._say_recent(limit))
            case Status(checks=True):
                self._spawn(self._say_checked())
            case Status():
                self._say(self._status.status())
            case Preview() as preview:
                self._guarded(lambda: self._say(explaining.preview(preview, self._calling.settings())), preview.id)
            case OpenSettings():
                self._spawn(self._open_settings())
            case Language(tag=tag):
                language.use(tag)
            case HangUp(id=call):
                self._spawn(self._hang_up(call))
            case OwnExtension():
                self._spawn(self._say_own_extension(self._own_extension.read()))
            case SetOwnExtension() as change:
                self._spawn(self._say_own_extension(self._own_extension.set(change)))
            case Error() as error:
                _log.warning("message not understood: %s", error.code)
                self._say(error)

    def _guarded(self, answer: Callable[[], None], asked: UUID | None = None) -> None:
        """Answer a question; what goes wrong is an answer too, and the host goes on serving."""
        try:
            answer()
        except CallError as error:
            self._say(
                Error(code=error.code, message=error.message, remedy=error.remedy, id=str(asked) if asked else None)
            )
        except Exception:  # noqa: BLE001 - one question that cannot be answered must not end the calls under way
            _log.exception("not answered, by a fault of our own")
            self._say(fault(Code.COMPANION_STOPPED, "a fault of our own", str(asked) if asked else None))

    async def _say_checked(self) -> None:
        self._say(await self._status.checked())

    async def _open_settings(self) -> None:
        from companion.window import opening  # noqa: PLC0415 - what no call needs

        try:
            await asyncio.to_thread(opening.open_window, language.current())
        except CallError as error:
            _log.warning("no settings window: %s", error)
            self._say(SettingsOpened(code=error.code, message=error.message, remedy=error.remedy))
        else:
            self._say(SettingsOpened())

    async def _hang_up(self, call: UUID) -> None:
        try:
            self._say(await self._calling.hang_up(call))
        except CallError as error:
            self._say(Error(code=error.code, message=error.message, remedy=error.remedy, id=str(call)))

    async def _say_own_extension(self, answer: Awaitable[OwnExtensionReply]) -> None:
        self._say(await answer)

    def _say_recent(self, limit: int) -> None:
        calls = self._calling.recent(limit)
        while len(_encoded(RecentCalls(calls=calls))) > MAX_FRAME:
            calls = calls[: len(calls) // 2]  # long texts: fewer calls are better than none
        self._say(RecentCalls(calls=calls))

    def _say(self, message: AnyReply) -> None:
        """Write one frame in one piece: only the loop's thread writes."""
        rest = memoryview(pack(_encoded(message)))
        try:
            while rest:
                rest = rest[os.write(self._wire, rest) :]
        except OSError:
            self._arrived.put_nowait(_END)  # nobody listens any more

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._calls.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._calls.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("a call's task ended by a fault of our own", exc_info=error)

    async def _part(self) -> None:
        """End the calls under way; each writes down how it stands while it is being ended."""
        under_way = [*self._calls]
        for task in under_way:
            task.cancel()
        if under_way:
            await asyncio.wait(under_way, timeout=PARTING_SECONDS)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._calling.close(), PARTING_SECONDS / 2)


class _End:
    """Stands in the queue for the end of input."""


_END: Final = _End()
