"""What has to be known of a kind of PBX before one is opened."""

from collections.abc import Callable
from dataclasses import dataclass, field

from companion.pbx.address import Endpoint, PbxAddress, Scheme
from companion.pbx.client import Capability, PbxClient
from companion.pbx.tokens import MemoryTokenStore, TokenStore
from companion.pbx.wire import Answer
from companion.secret import Secret


@dataclass(frozen=True, slots=True)
class Account:
    """Whose PBX it is: the address, the user's own extension, and the secrets where there are any."""

    address: PbxAddress
    endpoint: Endpoint
    extension: str
    pin: Secret | None
    """Places calls from the extension."""
    password: Secret | None
    """Changes extensions: the administrator's."""
    tokens: TokenStore = field(default_factory=MemoryTokenStore)
    """Where kinds that sign in share what they got."""


@dataclass(frozen=True, slots=True)
class Probe:
    """How a kind shows itself to somebody without credentials; asking places no call and changes nothing."""

    places: tuple[tuple[Scheme, int], ...]
    """Where it usually listens, most likely first."""
    path: str
    recognises: Callable[[Answer], bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind's name, its defaults, what it can do and how a client of it is opened."""

    name: str
    title: str
    scheme: Scheme
    port: int
    path: str
    capabilities: frozenset[Capability]
    open: Callable[[Account], PbxClient]
    probe: Probe | None = None

    def endpoint(self, address: PbxAddress) -> Endpoint:
        """Where requests go: the address, with this kind's defaults for what it leaves open."""
        return address.endpoint(scheme=self.scheme, port=self.port, path=self.path)
