"""Where a redirect of the classic API may lead, and where not. Pure.

The PBX moves a first request into a session (`/ivr/(S(…))/PbxAPI.aspx?…`) and acts only when that second URL is
fetched. The URL holds the PIN, so it is followed to the same origin and the same page only, and only if it still
carries our own command: a redirect may add a session, never change who calls whom.
"""

from typing import Final
from urllib.parse import parse_qsl, quote, urljoin, urlsplit

from companion.errors import CallError, Code, Phase
from companion.language import _
from companion.pbx import limits
from companion.pbx.address import Endpoint
from companion.pbx.wire import Request

STATUSES: Final = frozenset({301, 302, 303, 307, 308})
_COMMAND_PARAMETERS: Final = frozenset(
    {"func", "from", "to", "pin", "ext_num", "extnum", "pwd", "disable", "disable_external", "record_calls"}
)
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_LOGIN_WORDS: Final = ("login", "logon", "signin", "sign-in")


def _no(detail: str, code: Code = Code.PBX_REPLY_NOT_UNDERSTOOD) -> CallError:
    return CallError(
        code,
        _("{detail}; the redirect was not followed and no call placed").format(detail=detail),
        phase=Phase.ANSWERED,
    )


def _parameters(query: str) -> dict[str, str] | None:
    """Names in lower case, as ASP.NET compares them; None if one stands twice or cannot be decoded."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError:  # UnicodeDecodeError is one
        return None
    found = {name.lower(): value for name, value in pairs}
    return found if len(found) == len(pairs) else None


def _additions(ours: str, theirs: str) -> str | None:
    """Return what the redirect adds to our query; None if it changes the command."""
    wanted, got = _parameters(ours), _parameters(theirs)
    if wanted is None or got is None or any(got.get(name) != value for name, value in wanted.items()):
        return None
    if any(name in _COMMAND_PARAMETERS for name in got.keys() - wanted.keys()):
        return None
    added = (field for field in theirs.split("&") if field and not (_parameters(field) or {}).keys() <= wanted.keys())
    return "&".join(quote(field, safe="%=+~!$'()*,;:@/?-._") for field in added)


def follow(  # noqa: PLR0911 - each way not to follow is one line
    request: Request, location: str | None, endpoint: Endpoint
) -> Request | CallError:
    """Turn a redirect's Location into the next request, or say why it is not followed.

    The next request keeps the method and carries our own query byte for byte, with what the redirect added behind it.
    """
    if not location or len(location) > limits.LOCATION_CHARACTERS or not location.isprintable():
        return _no(_("it redirected without saying where to"))
    try:
        target = urlsplit(urljoin(f"{endpoint.scheme}://{endpoint.netloc}{request.path}", location.strip()))
        port = target.port or _DEFAULT_PORTS.get(target.scheme)
    except ValueError:
        return _no(_("it redirected to something that is no address"))
    if target.scheme != endpoint.scheme and target.hostname == endpoint.host:
        return _no(_("it redirected to {value}; if that is meant, set the scheme").format(value=target.scheme[:8]))
    if target.scheme != endpoint.scheme or target.username is not None or target.password is not None:
        return _no(_("it redirected to another server"))
    if target.hostname != endpoint.host or port != endpoint.port:
        return _no(_("it redirected to another server"))
    page = endpoint.path.rpartition("/")[2].lower()
    if target.path.rpartition("/")[2].lower() != page:
        if any(word in target.path.lower() for word in _LOGIN_WORDS):
            return _no(_("it redirected to a log-in page"), Code.LOGIN_REJECTED)
        return _no(_("it redirected to another page"))
    added = _additions(request.query, target.query)
    if added is None:
        return _no(_("it redirected to a different command"))
    path = quote(target.path, safe="/%!$&'()*+,;=:@~-._")
    query = f"{request.query}&{added}" if added else request.query
    return Request(request.method, path, query, request.headers, repeatable=request.repeatable)
