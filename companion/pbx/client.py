"""What every PBX client offers: commands are values, failures are `CallError` with a code and a phase.

A kind declares what it can do (`Capability`); whoever uses a client asks `capabilities` first.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol

from companion.errors import CallError, Code
from companion.language import _


class Capability(StrEnum):
    """What a kind of PBX can do; the greeting carries these and the extension shows only what can be done."""

    MAKE_CALL = "make_call"
    LIVE_STATE = "live_state"
    HANG_UP = "hang_up"
    SET_EXTENSION = "set_extension"
    SHOW_EXTENSION = "show_extension"
    CHOOSE_DEVICE = "choose_device"


@dataclass(frozen=True, slots=True)
class MakeCall:
    """Ring the user's own phone; when it is answered the PBX dials `destination` (dialable characters only)."""

    destination: str


@dataclass(frozen=True, slots=True)
class SetExtension:
    """Change an extension's settings in one request; None leaves a setting alone. At least one is given."""

    extension: str
    enabled: bool | None = None
    external_calls: bool | None = None
    recording: bool | None = None

    def __post_init__(self) -> None:
        """Refuse a command that changes nothing: a mistake of its maker."""
        if self.enabled is None and self.external_calls is None and self.recording is None:
            raise ValueError("at least one setting is needed")


@dataclass(frozen=True, slots=True)
class Accepted:
    """The PBX took the command. `excerpt` is a bounded, secret-free piece of its reply, for diagnosis."""

    excerpt: str = ""
    call: str | None = None
    """How the PBX names the call, for `follow` and `hang_up`; None where it does not."""
    handed_over: bool = False
    """Another program was asked to place the call; whether it does cannot be seen from here."""


@dataclass(frozen=True, slots=True)
class CallEvent:
    """How a call that was placed stands now, as the PBX tells it."""

    state: Literal["ringing", "connected", "ended"]
    """`ringing`: the user has picked up, and the other side's phone rings."""
    by_us: bool = False
    """It ended because `hang_up` was asked for here."""


@dataclass(frozen=True, slots=True)
class ExtensionSettings:
    """An extension as the PBX has it now; None where it does not say."""

    extension: str
    name: str
    enabled: bool | None
    external_calls: bool | None
    recording: bool | None


@dataclass(frozen=True, slots=True)
class Device:
    """One of the phones an extension is logged in with."""

    id: str
    name: str


class PbxClient(Protocol):
    """One PBX, one user's extension. Nothing that places a call is ever sent twice by a client."""

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What this PBX can do."""
        ...

    async def make_call(self, command: MakeCall) -> Accepted:
        """Place a call. Raises CallError; its phase tells whether anything was sent."""
        ...

    async def set_extension(self, command: SetExtension) -> Accepted:
        """Change an extension's settings. Raises CallError."""
        ...

    async def show_extension(self, extension: str) -> ExtensionSettings:
        """Read an extension's settings (`SHOW_EXTENSION`). Raises CallError."""
        ...

    async def devices(self) -> list[Device]:
        """List the user's own phones (`CHOOSE_DEVICE`). Raises CallError."""
        ...

    def follow(self, call: str) -> AsyncIterator[CallEvent]:
        """Tell each new state of a call placed here (`LIVE_STATE`), each once, until it has ended.

        Survives a lost connection. Stops without `ended` when the PBX cannot be asked any more. Never raises CallError.
        """
        ...

    async def hang_up(self, call: str) -> None:
        """End a call placed here (`HANG_UP`); one that has ended already is no error. Raises CallError."""
        ...

    async def close(self) -> None:
        """Close connections; safe to call twice."""
        ...


def _cannot(what: str) -> CallError:
    return CallError(Code.NOT_ALLOWED, _("this kind of PBX cannot {what}").format(what=what))


class BasicClient:
    """What a client answers where its PBX has no such thing. Kinds inherit it and override what they can do."""

    async def set_extension(self, command: SetExtension) -> Accepted:
        """Refuse."""
        raise _cannot(f"change extension {command.extension}")

    async def show_extension(self, extension: str) -> ExtensionSettings:
        """Refuse."""
        raise _cannot(f"show extension {extension}")

    async def devices(self) -> list[Device]:
        """Refuse."""
        raise _cannot("list phones")

    async def follow(self, call: str) -> AsyncIterator[CallEvent]:  # noqa: ARG002 - the protocol's
        """Tell nothing."""
        return
        yield CallEvent("ended")  # makes this a generator, one that ends at once

    async def hang_up(self, call: str) -> None:
        """Refuse."""
        raise _cannot(f"end call {call}")

    async def close(self) -> None:
        """Close nothing."""
