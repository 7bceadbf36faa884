"""What goes over the wire as values: the seam between the pure side and the one that owns sockets."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from companion.errors import CallError
from companion.pbx import limits


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """One request to the client's own origin. Path and query are percent-encoded and are sent byte for byte.

    `repr` shows neither path, query, headers nor body: one of them holds the secret.
    """

    method: Literal["GET", "POST", "PATCH"]
    path: str
    query: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    answer_seconds: float = field(default_factory=lambda: limits.ANSWER_SECONDS)
    body_bytes: int = limits.BODY_BYTES
    repeatable: bool = False
    """Sending it twice is the same as once, so it may share a connection that the PBX might be closing."""

    def __repr__(self) -> str:
        return f"Request({self.method})"


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What came back. The body may quote the request, so `repr` leaves it out."""

    status: int
    body: bytes = b""
    content_type: str = ""
    content_encoding: str = ""
    location: str | None = None
    complete: bool = True
    """The body arrived to its end, or to the limit."""

    def __repr__(self) -> str:
        return f"Answer({self.status}, {len(self.body)} bytes)"


class Wire(Protocol):
    """Sends requests to one origin, each exactly once."""

    async def send(self, request: Request) -> Answer | CallError:
        """Return the answer, or the failure with its phase. Never raises for what a network or a PBX does."""
        ...

    async def listen(self, request: Request, opened: Callable[[], None], heard: Callable[[str], None]) -> CallError:
        """Open a WebSocket and hand on its texts until it ends. Returns why it ended; LOGIN_REJECTED is a 401."""
        ...

    async def close(self) -> None:
        """Close connections; safe to call twice."""
        ...
