"""The simulator's own endpoints under `/_simulator/`, and who may use them."""

import asyncio
import json
from typing import Final

from aiohttp import web

from companion.simulator.faults import BadFaultError, Faults, decode
from companion.simulator.model import Pbx
from companion.simulator.options import is_loopback
from companion.simulator.phones import Phones

PREFIX: Final = "/_simulator/"
_LOOK_SECONDS: Final = 0.1
"""Changes that come within this time are sent to the page together."""
_STREAMED_CALLS: Final = 30
_STREAMED_REQUESTS: Final = 40
_STREAMED_EXTENSIONS: Final = 60


def _host_of(authority: str) -> str:
    host = authority.rpartition(":")[0] if authority.rpartition(":")[2].isdecimal() else authority
    return host.removeprefix("[").removesuffix("]")


def stranger(request: web.Request) -> str | None:
    """Say why a web page of somebody else seems to be behind this request; None if it does not."""
    if not is_loopback(_host_of(request.headers.get("Host", ""))):
        return "the Host header does not name this machine"
    if request.method in {"GET", "HEAD"}:
        return None
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.headers['Host']}":
        return "another web page may not drive the simulator"
    if request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
        return "another web page may not drive the simulator"
    return None


def _problem(status: int, text: str) -> web.Response:
    return web.json_response({"error": text}, status=status)


class Control:
    """State, faults, reset, the phones' buttons, and the stream the page listens to."""

    def __init__(self, pbx: Pbx, phones: Phones, faults: Faults) -> None:
        self._pbx = pbx
        self._phones = phones
        self._faults = faults
        self._closing = asyncio.Event()

    def routes(self) -> list[web.RouteDef]:
        """Return the endpoints."""
        return [
            web.get(f"{PREFIX}state", self._state),
            web.get(f"{PREFIX}events", self._events),
            web.get(f"{PREFIX}faults", self._queued),
            web.post(f"{PREFIX}faults", self._queue),
            web.delete(f"{PREFIX}faults", self._forget),
            web.post(f"{PREFIX}reset", self._reset),
            web.post(f"{PREFIX}calls/{{id:[0-9]+}}/{{what:answer|hangup}}", self._button),
        ]

    def close(self) -> None:
        """End the streams."""
        self._closing.set()

    async def _state(self, _request: web.Request) -> web.Response:
        return web.json_response(self._pbx.shown())

    async def _queued(self, _request: web.Request) -> web.Response:
        return web.json_response({"queued": [fault.kind for fault in self._faults.queue]})

    async def _queue(self, request: web.Request) -> web.Response:
        try:
            faults = decode(json.loads(await request.read()))
        except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
            return _problem(400, 'not JSON; wanted is {"faults": [{"kind": "hang"}]}')
        except BadFaultError as error:
            return _problem(400, str(error))
        self._faults.queue.extend(faults)
        self._pbx.changed()
        return web.json_response({"queued": len(self._faults.queue)})

    async def _forget(self, _request: web.Request) -> web.Response:
        self._faults.queue.clear()
        self._pbx.changed()
        return web.json_response({"queued": 0})

    async def _reset(self, _request: web.Request) -> web.Response:
        await self._phones.close()
        self._faults.queue.clear()
        self._pbx.reset()
        return web.json_response({"reset": True})

    async def _button(self, request: web.Request) -> web.Response:
        call = self._pbx.call(int(request.match_info["id"][:12]))
        if call is None:
            return _problem(404, "no such call")
        press = self._phones.answer if request.match_info["what"] == "answer" else self._phones.hang_up
        return web.json_response(call.shown()) if press(call) else _problem(409, f"the call is {call.state}")

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Stream the state to the page, again after each change."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        changed = asyncio.Event()
        changed.set()
        unsubscribe = self._pbx.subscribe(changed.set)
        closing = asyncio.create_task(self._closing.wait())
        try:
            while not closing.done():
                waiting = asyncio.create_task(changed.wait())
                await asyncio.wait({waiting, closing}, return_when=asyncio.FIRST_COMPLETED)
                waiting.cancel()
                if closing.done():
                    break
                changed.clear()
                await response.write(f"data: {json.dumps(self._glance())}\n\n".encode())
                await asyncio.sleep(_LOOK_SECONDS)
        except ConnectionResetError:
            pass  # the page was closed
        finally:
            unsubscribe()
            closing.cancel()
        return response

    def _glance(self) -> dict[str, object]:
        """Return what fits on a page."""
        shown = self._pbx.shown()
        extensions = list(shown["extensions"].items())
        return {
            "kind": shown["kind"],
            "requests": shown["requests"],
            "calls": shown["calls"][-_STREAMED_CALLS:],
            "log": shown["log"][-_STREAMED_REQUESTS:],
            "extensions": dict(extensions[:_STREAMED_EXTENSIONS]),
            "more_extensions": max(0, len(extensions) - _STREAMED_EXTENSIONS),
            "faults": [fault.kind for fault in self._faults.queue][:20],
        }
