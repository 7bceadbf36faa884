"""Where a PBX is and how it wants to be spoken to. Pure: resolves nothing, opens nothing."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final, Literal

Scheme = Literal["http", "https"]
Method = Literal["GET", "POST"]
ExtensionParameter = Literal["both", "ext_num", "extnum"]

_HOST: Final = re.compile(r"[^\s/\\?#@\[\]%<>\"'`{}|^\x00-\x20\x7f]{1,253}")
_PROXY: Final = re.compile(r"http://([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]):([0-9]{1,5})/?")
_PATH: Final = re.compile(r"/[!$&'()*+,\-./0-9:;=@A-Z_a-z~%]{0,500}")
_HIGHEST_PORT: Final = 65535

_LOCAL: Final = tuple(
    ip_network(network)
    for network in (
        "127.0.0.0/8",  # this machine
        "::1/128",
        "10.0.0.0/8",  # RFC 1918
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",  # link-local
        "fe80::/10",
        "fc00::/7",  # RFC 4193
    )
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One origin and one path; every request of a client goes to this origin and nowhere else."""

    scheme: Scheme
    host: str
    """A name in ASCII form or an address, an IPv6 one without brackets."""
    port: int
    path: str

    @property
    def netloc(self) -> str:
        """Host and port as they stand in a URL."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PbxAddress:
    """A PBX as the settings describe it; None means the kind's default (`companion.pbx.kinds`).

    Raises ValueError with a sentence that names the field when a value cannot be used.
    """

    kind: str
    host: str
    scheme: Scheme | None = None
    port: int | None = None
    path: str | None = None
    method: Method = "GET"
    """Classic kinds: how the query string is sent; the vendor says POST and shows GET."""
    extension_parameter: ExtensionParameter = "both"
    """Classic kinds: which name `upd_ext` gives the extension under; both are documented."""
    failure_pattern: str | None = None
    """A regular expression: an answer whose text it matches is a refusal, whatever its status."""
    allow_plain_http: bool = False
    """Accept http to an address that is neither private nor loopback."""
    client_id: str = "callwith"
    """V20: the API client's id, whose secret places calls and changes extensions."""
    admin_client_id: str | None = None
    """V20: another API client for changing extensions; None: the same one."""
    device: str | None = None
    """V20: which of the user's phones rings, by its id; None: the PBX decides."""
    ca_file: str | None = None
    """PEM file of the authorities to trust instead of the system's, for a company's own certificates."""
    proxy: str | None = None
    """`http://HOST:PORT` of a proxy that is asked to CONNECT to the PBX; it sees no more than the PBX's host and port.

    Only with https: over plain http it would read the PIN. The environment's proxies are never used.
    """

    def __post_init__(self) -> None:
        """Refuse what cannot be part of a URL, so that nothing in the settings can redirect a secret."""
        host = self.host.removeprefix("[").removesuffix("]")
        if not _HOST.fullmatch(host) or (":" in host and address_of(host) is None):
            raise ValueError("host: a name or an address is wanted, without scheme, port or path")
        if self.scheme not in {None, "http", "https"}:
            raise ValueError("scheme: http or https")
        if self.port is not None and not 0 < self.port <= _HIGHEST_PORT:
            raise ValueError("port: 1 to 65535")
        if self.path is not None and not _PATH.fullmatch(self.path):
            raise ValueError("path: starts with / and has no query")
        if self.method not in {"GET", "POST"}:
            raise ValueError("method: GET or POST")
        if self.extension_parameter not in {"both", "ext_num", "extnum"}:
            raise ValueError("extension_parameter: both, ext_num or extnum")
        found = _PROXY.fullmatch(self.proxy) if self.proxy is not None else None
        if self.proxy is not None and not (found and 0 < int(found[2]) <= _HIGHEST_PORT):
            raise ValueError("proxy: http://HOST:PORT is wanted, without a name or password")
        if self.failure_pattern is not None:
            try:
                re.compile(self.failure_pattern)
            except re.error as error:
                raise ValueError(f"failure_pattern: not a regular expression: {error}") from None

    def endpoint(self, *, scheme: Scheme, port: int, path: str) -> Endpoint:
        """Fill in a kind's defaults. Raises ValueError for a name that cannot be looked up, or a proxy over http."""
        scheme = self.scheme or scheme
        if self.proxy is not None and scheme == "http":
            raise ValueError('proxy: goes with scheme = "https" alone; over plain http it would read the PIN')
        host = self.host.removeprefix("[").removesuffix("]").lower()
        if not host.isascii():
            try:
                host = host.encode("idna").decode("ascii")
            except UnicodeError:
                raise ValueError("host: not a name that can be looked up") from None
        return Endpoint(scheme, host, self.port or port, self.path or path)


def address_of(host: str) -> IPv4Address | IPv6Address | None:
    """Read the host as an address; None if it is a name."""
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        return None


def is_local(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether plain http to this address stays on the person's own network."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return any(address in network for network in _LOCAL)
