"""The simulated PBX itself: extensions, calls, what was asked of it. Knows nothing of HTTP."""

import itertools
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from companion.simulator.options import ExtensionSetup, Options

REQUESTS_KEPT: Final = 500
"""Requests in the log; the count goes on."""
CALLS_KEPT: Final = 1000

State = Literal["caller_ringing", "dialling", "connected", "ended"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time on both clocks, so that a benchmark can subtract without a clock that jumps."""

    wall_ms: float
    monotonic_ms: float

    @classmethod
    def now(cls) -> "Moment":
        """Read the clocks."""
        return cls(time.time_ns() / 1e6, time.monotonic_ns() / 1e6)


@dataclass(slots=True)
class Extension:
    """One extension and how it is set now."""

    setup: ExtensionSetup
    id: int
    enabled: bool
    external_calls: bool
    recording: bool

    def shown(self) -> dict[str, Any]:
        """Return what the page and the state may show: no PIN."""
        return {
            "name": self.setup.name,
            "enabled": self.enabled,
            "external_calls": self.external_calls,
            "recording": self.recording,
            "devices": list(self.setup.devices),
        }


@dataclass(slots=True)
class Call:
    """One call from the moment the PBX accepted it."""

    id: int
    caller: str
    destination: str
    device: str
    internal: bool
    asked: Moment
    recorded: bool
    state: State = "caller_ringing"
    reason: str = ""
    history: list[tuple[State, Moment]] = field(default_factory=list)

    def shown(self) -> dict[str, Any]:
        """Return it as it stands in the state."""
        return {
            "id": self.id,
            "from": self.caller,
            "to": self.destination,
            "state": self.state,
            "reason": self.reason,
            "device": self.device,
            "internal": self.internal,
            "recorded": self.recorded,
            "wall_ms": self.asked.wall_ms,
            "monotonic_ms": self.asked.monotonic_ms,
            "history": [{"state": s, "wall_ms": m.wall_ms, "monotonic_ms": m.monotonic_ms} for s, m in self.history],
        }


@dataclass(slots=True)
class Received:
    """One request as it arrived; `target` has its secrets masked."""

    number: int
    method: str
    target: str
    arrived: Moment
    outcome: str = ""
    status: int | None = None

    def shown(self) -> dict[str, Any]:
        """Return it as it stands in the state."""
        return {
            "number": self.number,
            "method": self.method,
            "target": self.target,
            "wall_ms": self.arrived.wall_ms,
            "monotonic_ms": self.arrived.monotonic_ms,
            "outcome": self.outcome,
            "status": self.status,
        }


class Refusal(Exception):  # noqa: N818 - an answer of the PBX, not a fault of the program
    """The PBX says no; the text is what it answers."""

    def __init__(self, text: str, *, wrong_secret: bool = False) -> None:
        self.text = text
        self.wrong_secret = wrong_secret
        super().__init__(text)


class Pbx:
    """Extensions, calls and the log of requests. Whoever wants to follow it subscribes to changes."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._listeners: set[Callable[[], None]] = set()
        self.reset()

    def reset(self) -> None:
        """Be as at the start: no calls, no log, extensions as set up."""
        self.extensions = {
            setup.number: Extension(setup, number, setup.enabled, setup.external_calls, setup.recording)
            for number, setup in enumerate(self.options.extensions, 1)
        }
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.log: deque[Received] = deque(maxlen=REQUESTS_KEPT)
        self.requests = 0
        self._call_ids = itertools.count(1)
        self.changed()

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every change; returns what ends that."""
        self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)

    def changed(self) -> None:
        """Tell everybody who follows."""
        for listener in tuple(self._listeners):
            listener()

    def received(self, method: str, target: str) -> Received:
        """Write a request into the log."""
        self.requests += 1
        entry = Received(self.requests, method, target, Moment.now())
        self.log.append(entry)
        self.changed()
        return entry

    def extension(self, number: str) -> Extension:
        """Find an extension. Raises Refusal."""
        if number not in self.extensions:
            raise Refusal(f"Extension {number[:20]} not found")
        return self.extensions[number]

    def new_call(self, caller: str, destination: str, device: str = "") -> Call:
        """Check that the caller may call there and enter the call. Raises Refusal."""
        extension = self.extension(caller)
        if not extension.enabled:
            raise Refusal(f"Extension {caller} is disabled")
        if not destination:
            raise Refusal("Invalid destination number")
        internal = destination in self.extensions
        if not internal and not extension.external_calls:
            raise Refusal(f"External calls are not allowed for extension {caller}")
        asked = Moment.now()
        device = device or next(iter(extension.setup.devices), "")
        call = Call(next(self._call_ids), caller, destination, device, internal, asked, extension.recording)
        call.history.append((call.state, asked))
        self.calls.append(call)
        self.changed()
        return call

    def move(self, call: Call, state: State, reason: str = "") -> None:
        """Let a call go on to its next state."""
        call.state = state
        call.reason = reason
        call.history.append((state, Moment.now()))
        self.changed()

    def call(self, call_id: int) -> Call | None:
        """Find a call that is still known."""
        return next((call for call in self.calls if call.id == call_id), None)

    def shown(self) -> dict[str, Any]:
        """Return everything, for `GET /_simulator/state`; no secret."""
        return {
            "kind": self.options.kind,
            "calls": [call.shown() for call in self.calls],
            "extensions": {number: extension.shown() for number, extension in self.extensions.items()},
            "requests": self.requests,
            "log": [entry.shown() for entry in self.log],
        }
