"""Clients of the telephone systems. Knows no journal, host or credentials store.

Importing this loads no aiohttp: `open_client` or `preload` do.
"""

from companion.pbx.address import PbxAddress
from companion.pbx.client import (
    Accepted,
    CallEvent,
    Capability,
    Device,
    ExtensionSettings,
    MakeCall,
    PbxClient,
    SetExtension,
)
from companion.pbx.kind import Account
from companion.pbx.kinds import KINDS, kind_named
from companion.secret import Secret

__all__ = [
    "KINDS",
    "Accepted",
    "CallEvent",
    "Capability",
    "Device",
    "ExtensionSettings",
    "MakeCall",
    "PbxAddress",
    "PbxClient",
    "SetExtension",
    "kind_named",
    "open_client",
    "preload",
]


def open_client(address: PbxAddress, extension: str, pin: Secret | None, password: Secret | None) -> PbxClient:
    """Open a client of the PBX at `address` for the user's own `extension`. Nothing is connected before a command.

    Raises ValueError for an unknown kind or an address that cannot be used.
    """
    kind = kind_named(address.kind)
    return kind.open(Account(address, kind.endpoint(address), extension, pin, password))


def preload() -> None:
    """Import what the first call needs (a fifth of a second), so that the call does not wait for it."""
    import companion.pbx.transport  # noqa: F401, PLC0415 - importing is all it does
