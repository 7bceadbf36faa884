"""Reading an address as people paste it. Pure."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from companion.language import _

Scheme = Literal["http", "https"]


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was in it; None for what was not."""

    host: str
    scheme: Scheme | None = None
    port: int | None = None
    path: str | None = None


def read_address(text: str) -> Pasted:
    """Read `pbx.example`, `pbx.example:5000`, `[::1]:5000` or a whole URL. Raises ValueError with a sentence."""
    text = text.strip()
    if "://" not in text:
        if text.count(":") > 1 and not text.startswith("["):
            return Pasted(text)  # an IPv6 address without brackets
        text = f"//{text}"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise ValueError(_("the address is not understood; write a name or an IP address")) from None
    if parts.username is not None or parts.password is not None:
        raise ValueError(_("the address holds a user name or password; write it without"))
    scheme: Scheme | None = "http" if parts.scheme == "http" else "https" if parts.scheme == "https" else None
    if parts.scheme and scheme is None:
        words = _("{scheme}:// is not spoken by a PBX; write http:// or https://")
        raise ValueError(words.format(scheme=parts.scheme))
    if not parts.hostname:
        raise ValueError(_("the address has no host; write a name or an IP address"))
    # The start page is what people copy from their browser; only a path of the API says anything.
    path = parts.path if parts.path.lower().endswith(".aspx") else None
    return Pasted(parts.hostname, scheme, port, path)
