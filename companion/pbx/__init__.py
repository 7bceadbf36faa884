"""Clients of the telephone systems. Knows no journal, host or credentials store.

Importing this loads no aiohttp: `open_client` or `preload` do.
"""

from pathlib import Path

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
from companion.pbx.probing import Found, probe
from companion.pbx.token_file import FileTokenStore
from companion.pbx.tokens import MemoryTokenStore
from companion.secret import Secret

__all__ = [
    "KINDS",
    "Accepted",
    "CallEvent",
    "Capability",
    "Device",
    "ExtensionSettings",
    "Found",
    "MakeCall",
    "PbxAddress",
    "PbxClient",
    "SetExtension",
    "kind_named",
    "open_client",
    "preload",
    "probe",
]


def open_client(
    address: PbxAddress, extension: str, pin: Secret | None, password: Secret | None, *, tokens: Path | None = None
) -> PbxClient:
    """Open a client of the PBX at `address` for the user's own `extension`. Nothing is connected before a command.

    `pin` places calls (V20: the API client's secret), `password` changes extensions (V20: the secret of the API client
    for that). `tokens` is a file where all processes of the user share a V20's token; without it this client has its
    own.

    Raises ValueError for an unknown kind or an address that cannot be used.
    """
    kind = kind_named(address.kind)
    store = FileTokenStore(tokens) if tokens is not None else MemoryTokenStore()
    return kind.open(Account(address, kind.endpoint(address), extension, pin, password, store))


def preload() -> None:
    """Import what the first call needs (a fifth of a second), so that the call does not wait for it."""
    import companion.pbx.transport  # noqa: F401, PLC0415 - importing is all it does
