"""Faults on demand: what a queued one looks like (pure), and how it is done to a request."""

import asyncio
import math
import secrets
import socket
import struct
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from aiohttp import web

Kind = Literal[
    "delay", "hang", "reset", "half_body", "status", "redirect", "redirect_loop", "trickle", "endless", "not_http"
]
On = Literal["any", "first", "session"]

LONGEST_SECONDS: Final = 600.0
MOST_TIMES: Final = 100_000
LOOP_SESSION: Final = "loop"
"""Sessions whose name starts so redirect for ever."""
_PIECE: Final = b"." * 65536
_FIELDS: Final[dict[str, set[str]]] = {
    "delay": {"seconds"},
    "hang": set(),
    "reset": set(),
    "half_body": set(),
    "status": {"status", "body", "content_type"},
    "redirect": {"location", "keep_query", "status"},
    "redirect_loop": {"status"},
    "trickle": {"seconds"},
    "endless": set(),
    "not_http": set(),
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class BadFaultError(Exception):
    """A fault is not understood; the text says which field and what is allowed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is to happen to a request. See docs/simulator.md."""

    kind: Kind
    on: On = "any"
    """Which request it waits for: any, one without a session, or one within a session (the one that acts)."""
    acts: bool = False
    """The PBX does what was asked before the fault comes: a call is placed, and then the answer is lost."""
    seconds: float = 1.0
    status: int = 0
    body: str = ""
    content_type: str = "text/html"
    location: str = ""
    keep_query: bool = False


def _value(entry: dict[str, Any], name: str, kind: type, default: Any) -> Any:
    value = entry.get(name, default)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not kind:
        raise BadFaultError(f"{name}: wants a {'number' if kind in {int, float} else kind.__name__}")
    return value


def _one(entry: Any) -> list[Fault]:
    if not isinstance(entry, dict):
        raise BadFaultError('a fault is an object such as {"kind": "hang"}')
    kind: Kind | None = next((kind for kind in get_args(Kind) if kind == entry.get("kind")), None)
    if kind is None:
        raise BadFaultError(f"kind: one of {', '.join(get_args(Kind))}")
    unknown = entry.keys() - {"kind", "on", "acts", "times"} - _FIELDS[kind]
    if unknown:
        raise BadFaultError(f"{', '.join(sorted(map(str, unknown)))}: not known for {kind}")
    on = entry.get("on", "any")
    if on not in get_args(On):
        raise BadFaultError(f"on: one of {', '.join(get_args(On))}")
    times = _value(entry, "times", int, 1)
    if not 0 < times <= MOST_TIMES:
        raise BadFaultError(f"times: 1 to {MOST_TIMES}")
    seconds = _value(entry, "seconds", float, 1.0)
    if not (math.isfinite(seconds) and 0 <= seconds <= LONGEST_SECONDS):
        raise BadFaultError(f"seconds: 0 to {LONGEST_SECONDS:.0f}")
    status = _value(entry, "status", int, {"status": 500}.get(kind, 302))
    allowed = range(200, 600) if kind == "status" else range(300, 400)
    if status not in allowed:
        raise BadFaultError(f"status: {allowed.start} to {allowed.stop - 1}")
    location = _value(entry, "location", str, "")
    if not location.isprintable() or (kind == "redirect" and not location):
        raise BadFaultError("location: where to redirect to")
    content_type = _value(entry, "content_type", str, "text/html")
    if not content_type.isprintable():
        raise BadFaultError("content_type: a media type")
    fault = Fault(
        kind=kind,
        on=on,
        acts=_value(entry, "acts", bool, False),
        seconds=seconds,
        status=status,
        body=_value(entry, "body", str, ""),
        content_type=content_type,
        location=location,
        keep_query=_value(entry, "keep_query", bool, False),
    )
    return [fault] * times


def decode(message: Any) -> list[Fault]:
    """Read a fault, a list of them, or `{"faults": […]}`. Raises BadFaultError; nothing is queued then."""
    if isinstance(message, dict) and message.keys() == {"faults"}:
        message = message["faults"]
    entries = message if isinstance(message, list) else [message]
    return [fault for entry in entries for fault in _one(entry)]


class Faults:
    """The queue: each request takes the first fault that waits for its sort."""

    def __init__(self) -> None:
        self.queue: deque[Fault] = deque()

    def take(self, *, in_session: bool) -> Fault | None:
        """Return the fault for a request, if one waits for it."""
        mine = {"any", "session" if in_session else "first"}
        for fault in self.queue:
            if fault.on in mine:
                self.queue.remove(fault)
                return fault
        return None


def _reset(request: web.Request) -> None:
    transport = request.transport
    if transport is None:
        return
    connection = transport.get_extra_info("socket")
    if connection is not None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


def looped(request: web.Request, status: int) -> web.Response:
    """Redirect to yet another session of the sort that redirects for ever."""
    path = request.rel_url.raw_path
    folder, _, page = path.rpartition("/")
    folder = folder.partition("/(S(")[0]
    query = request.rel_url.raw_query_string
    location = f"{folder}/(S({LOOP_SESSION}{secrets.token_hex(8)}))/{page}" + (f"?{query}" if query else "")
    return web.Response(status=status, headers={"Location": location})


async def _stream(request: web.Request, length: int | None, status: int = 200) -> web.StreamResponse:
    response = web.StreamResponse(status=status, headers={"Content-Type": "text/plain"})
    response.content_length = length
    await response.prepare(request)
    return response


async def perform(  # noqa: C901, PLR0912 - one short branch for each kind of fault
    fault: Fault, request: web.Request, handler: Handler
) -> web.StreamResponse:
    """Do the fault to this request."""
    answered = await handler(request) if fault.acts else None
    response: web.StreamResponse = web.Response(text="")
    match fault.kind:
        case "delay":
            await asyncio.sleep(fault.seconds)
            return answered or await handler(request)
        case "hang":
            while request.transport is not None and not request.transport.is_closing():  # noqa: ASYNC110 - no event for it
                await asyncio.sleep(0.05)
        case "reset":
            _reset(request)
        case "half_body":
            full = answered or await handler(request)
            body = full.body if isinstance(full, web.Response) and isinstance(full.body, bytes) else b""
            response = await _stream(request, max(len(body), 2), full.status)
            await response.write(body[: len(body) // 2] or b".")
            if request.transport is not None:
                request.transport.close()
        case "status":
            body_text = fault.body or f"Status {fault.status}"
            return web.Response(
                status=fault.status, body=body_text.encode(), headers={"Content-Type": fault.content_type}
            )
        case "redirect":
            query = request.rel_url.raw_query_string if fault.keep_query else ""
            location = fault.location + (f"?{query}" if query else "")
            return web.Response(status=fault.status, headers={"Location": location})
        case "redirect_loop":
            return looped(request, fault.status)
        case "trickle":
            response = await _stream(request, 10_000)
            while request.transport is not None and not request.transport.is_closing():
                await response.write(b".")
                await asyncio.sleep(fault.seconds)
        case "endless":
            response = await _stream(request, None)
            while request.transport is not None and not request.transport.is_closing():
                await response.write(_PIECE)
        case "not_http":
            if request.transport is not None:
                request.transport.write(b"SIP/2.0 200 OK\r\n\r\n\x00\xff")
                request.transport.close()
    return response
