"""What every PBX client offers: commands are values, failures are `CallError` with a code and a phase."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Capability(StrEnum):
    """What a kind of PBX can do; the greeting carries these and the extension shows only what can be done."""

    MAKE_CALL = "make_call"
    LIVE_STATE = "live_state"
    HANG_UP = "hang_up"
    SET_EXTENSION = "set_extension"
    SHOW_EXTENSION = "show_extension"


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

    async def close(self) -> None:
        """Close connections; safe to call twice."""
        ...
