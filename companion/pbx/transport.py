"""The sockets. The only module of the clients that imports aiohttp.

aiohttp's errors carry URLs, and ours hold secrets, so none of them leaves this file, not even as a cause or context:
what a network does is *returned* as a `CallError`, made after the handler has ended.
"""

import asyncio
import contextlib
import errno
import functools
import logging
import os
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from typing import Final

from companion.errors import CallError, Code, Phase
from companion.language import _
from companion.pbx import limits
from companion.pbx.address import Endpoint, PbxAddress, address_of, is_local
from companion.pbx.lean_import import without_certificates
from companion.pbx.wire import Answer, Request

with without_certificates():
    import aiohttp
    from aiohttp.abc import AbstractResolver, ResolveResult
    from aiohttp.client_middlewares import ClientHandlerType
    from yarl import URL

_log = logging.getLogger(__name__)

_HEADERS: Final = {
    "Accept": "*/*",
    "Accept-Encoding": "identity",  # a compressed answer is a bomb until shown otherwise
    "User-Agent": "callwith",
}
_WORDS: Final = {
    errno.ECONNREFUSED: "connection refused",
    errno.ECONNRESET: "connection reset",
    errno.EHOSTUNREACH: "no route to it",
    errno.ENETUNREACH: "no route to it",
    errno.ETIMEDOUT: "no answer to the connection",
}

_MOMENT: Final = 0.25
"""Seconds between two looks at the time that is left."""
_LAST_LOOK: Final = 0.02
"""Seconds for what is in the socket by the time a limit ends: woken from sleep, the loop looks at its clock first."""
_WARNED: Final[set[str]] = set()
"""Hosts whose missing encryption this process has said already."""
_BROKEN_HANDSHAKE: Final = frozenset({None, errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED})
"""What opening a connection fails with once TCP stands and only TLS is missing."""


class _BrokenOffError(Exception):
    """The connection ended after the request was, or may have been, written."""


class _PublicAddressError(OSError):
    """Plain http, and the name leads to an address beyond the person's own network."""


async def _once(request: aiohttp.ClientRequest, handler: ClientHandlerType) -> aiohttp.ClientResponse:
    """Keep aiohttp from sending a broken-off GET again.

    It does so by itself, on fresh connections too, and offers no switch (aio-libs/aiohttp#10790); for a telephone that
    is a second call. It repeats on two exceptions, so they leave here as another.
    """
    try:
        return await handler(request)
    except aiohttp.ClientConnectorError:
        raise  # not repeated by aiohttp, and nothing was sent
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError):
        broken = _BrokenOffError()
    raise broken


class _LocalResolver(AbstractResolver):
    """Looks names up and refuses public addresses; the connection then goes to the very addresses that were checked."""

    def __init__(self) -> None:
        self._resolver = aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return only what `is_local` accepts. Raises OSError."""
        found = await self._resolver.resolve(host, port, family)
        local = [result for result in found if (address := address_of(result["host"])) and is_local(address)]
        if not local:
            raise _PublicAddressError
        return local

    async def close(self) -> None:
        """Nothing is held."""
        await self._resolver.close()


def _public() -> CallError:
    return CallError(
        Code.PBX_UNTRUSTED, _("plain http to a public address: use https, or allow plain http in the settings")
    )


def _unreachable(detail: str) -> CallError:
    return CallError(Code.PBX_UNREACHABLE, detail)


def _before_sending(error: Exception, *, tls: bool) -> CallError | None:  # noqa: PLR0911 - one line for each kind of failure
    """Read the failures that come before a byte of the request is written; None if this is none of them."""
    cause: object = getattr(error, "os_error", error)
    if isinstance(cause, _PublicAddressError):
        return _public()
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        found = error.certificate_error
        reason = (
            found.verify_message if isinstance(found, ssl.SSLCertVerificationError) else _("not valid for this name")
        )
        return CallError(Code.PBX_UNTRUSTED, _("certificate: {reason}").format(reason=reason))
    if isinstance(error, aiohttp.ClientConnectorSSLError):
        reason = getattr(error.os_error, "reason", None) or _("handshake failed")
        return CallError(Code.PBX_UNTRUSTED, _("TLS: {replace}").format(replace=str(reason).lower().replace("_", " ")))
    if isinstance(error, aiohttp.ClientHttpProxyError):  # it answered CONNECT; the PBX has heard nothing
        return _unreachable(_("the proxy refuses: HTTP {status}").format(status=error.status))
    if isinstance(error, ValueError):
        return _unreachable("its address cannot be used")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return _unreachable("its name is not known")
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return _unreachable("no answer to the connection")
    if isinstance(error, aiohttp.ClientConnectorError):
        number = error.os_error.errno
        if tls and number in _BROKEN_HANDSHAKE:
            return CallError(Code.PBX_UNTRUSTED, _("TLS: it ended the handshake; it may be too old, or speak no TLS"))
        words = _WORDS.get(number) if number else None
        return _unreachable(words or (os.strerror(number) if number and number > 0 else "connection failed").lower())
    return None


def _after_sending(error: Exception) -> CallError:
    if isinstance(error, aiohttp.ClientResponseError):
        return CallError(Code.PBX_REPLY_NOT_UNDERSTOOD, _("its answer is no HTTP"), phase=Phase.ANSWERED)
    timed_out = isinstance(error, TimeoutError)
    detail = "no answer in time" if timed_out else "the connection broke off"
    return CallError(Code.CALL_OUTCOME_UNKNOWN, detail, phase=Phase.SENT_NO_ANSWER)


@functools.cache
def _trusting(ca_file: str | None) -> ssl.SSLContext:
    """Make a TLS context that trusts these authorities, or the system's. Raises ValueError for a file without any."""
    try:
        context = ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        raise ValueError(f"ca_file: cannot be used: {error.strerror or type(error).__name__}") from None
    context.set_alpn_protocols(("http/1.1",))
    return context


@contextlib.asynccontextmanager
async def _awake_for(seconds: float) -> AsyncIterator[None]:
    """Raise TimeoutError after so many seconds, of which those that the machine sleeps count as one moment.

    An answer that came meanwhile is then heard instead of taken for none: what waits in a socket is read first.
    """
    loop = asyncio.get_running_loop()
    left = seconds
    timer: asyncio.TimerHandle

    def wait() -> None:
        nonlocal timer
        timer = loop.call_later(min(_MOMENT, max(left, _LAST_LOOK)), passed)

    def passed() -> None:
        nonlocal left
        if left <= 0:
            limit.reschedule(loop.time())
        else:
            left -= _MOMENT
            wait()

    async with asyncio.timeout(None) as limit:
        wait()
        try:
            yield
        finally:
            timer.cancel()


class Transport:
    """Sends requests to one endpoint: each once, in bounded time and memory, verified, without cookies.

    A proxy is used where the address names one; the environment's never.
    """

    def __init__(self, endpoint: Endpoint, address: PbxAddress) -> None:
        """Open nothing yet. Raises ValueError for a file of authorities that cannot be read."""
        self._endpoint = endpoint
        self._plain = endpoint.scheme == "http"
        self._proxy = address.proxy
        self._local_only = self._plain and not address.allow_plain_http
        self._sessions: dict[bool, aiohttp.ClientSession] = {}
        self._trust = True if self._plain else _trusting(address.ca_file)
        if self._plain and endpoint.host not in _WARNED:
            _WARNED.add(endpoint.host)
            _log.warning(
                "The PBX is spoken to without encryption: the PIN can be read on the way. Use https if it can."
            )

    async def send(self, request: Request) -> Answer | CallError:
        """Return the answer, or the failure with its phase."""
        literal = address_of(self._endpoint.host)
        if self._local_only and literal and not is_local(literal):
            return _public()
        try:
            return await self._exchange(request)
        except (aiohttp.ClientError, OSError, TimeoutError, _BrokenOffError, ValueError) as error:
            failure = _before_sending(error, tls=not self._plain) or _after_sending(error)
        return failure

    async def listen(self, request: Request, opened: Callable[[], None], heard: Callable[[str], None]) -> CallError:
        """Open a WebSocket and hand on its texts until it ends. Returns why."""
        if self._local_only and (literal := address_of(self._endpoint.host)) and not is_local(literal):
            return _public()
        try:
            async with asyncio.timeout(limits.CONNECT_SECONDS + limits.ANSWER_SECONDS) as opening:
                async with self._session(reuse=False).ws_connect(
                    self._url(request),
                    headers=dict(request.headers),
                    proxy=self._proxy,
                    heartbeat=limits.PING_SECONDS,
                    max_msg_size=limits.EVENT_BYTES,
                ) as events:
                    opening.reschedule(None)
                    opened()
                    async for message in events:
                        if message.type is aiohttp.WSMsgType.TEXT:
                            heard(message.data)
            failure = _unreachable("the event connection ended")
        except aiohttp.WSServerHandshakeError as error:
            rejected = error.status == 401  # noqa: PLR2004 - Unauthorized
            code = Code.LOGIN_REJECTED if rejected else Code.PBX_REFUSED
            failure = CallError(code, _("status {status}").format(status=error.status), phase=Phase.ANSWERED)
        except (aiohttp.ClientError, OSError, TimeoutError, _BrokenOffError, ValueError) as error:
            failure = _before_sending(error, tls=not self._plain) or _unreachable("the event connection broke off")
        return failure

    async def close(self) -> None:
        """Close connections; safe to call twice."""
        sessions, self._sessions = self._sessions, {}
        for session in sessions.values():
            await session.close()

    async def _exchange(self, request: Request) -> Answer:
        async with _awake_for(limits.CONNECT_SECONDS + request.answer_seconds):
            response = await self._session(reuse=request.repeatable).request(
                request.method,
                self._url(request),
                headers=dict(request.headers),
                data=request.body,
                allow_redirects=False,
                proxy=self._proxy,
                timeout=aiohttp.ClientTimeout(total=None, connect=limits.CONNECT_SECONDS),
            )
        try:
            decided = 300 <= response.status < 400  # noqa: PLR2004 - of a redirect only the headers count
            body, complete = (b"", True) if decided else await self._read(response, request.body_bytes)
            locations = set(response.headers.getall("Location", []))
            return Answer(
                status=response.status,
                body=body,
                content_type=response.headers.get("Content-Type", ""),
                content_encoding=response.headers.get("Content-Encoding", ""),
                location=locations.pop() if len(locations) == 1 else None,
                complete=complete,
            )
        finally:
            if request.repeatable and response.content.at_eof():
                response.release()
            else:
                response.close()

    def _url(self, request: Request) -> URL:
        query = f"?{request.query}" if request.query else ""
        origin = f"{self._endpoint.scheme}://{self._endpoint.netloc}"
        # The bytes we chose: yarl's own quoting would change a PIN
        return URL(f"{origin}{request.path}{query}", encoded=True)

    @staticmethod
    async def _read(response: aiohttp.ClientResponse, limit: int) -> tuple[bytes, bool]:
        """Read the body up to the limit. The second value is false if it broke off or took too long."""
        body = bytearray()
        try:
            async with _awake_for(limits.BODY_SECONDS):
                while len(body) < limit:
                    piece = await response.content.read(limit - len(body))
                    if not piece:
                        break
                    body += piece
        except (aiohttp.ClientError, OSError, TimeoutError):
            return bytes(body), False
        return bytes(body), True

    def _session(self, *, reuse: bool) -> aiohttp.ClientSession:
        """One session for requests that may share connections, one with a fresh connection for each.

        A call goes over a fresh one: on a kept one that the PBX is closing, nobody could tell whether it was placed.
        """
        if reuse not in self._sessions:
            connector = aiohttp.TCPConnector(
                force_close=not reuse,
                ssl=self._trust,
                resolver=_LocalResolver() if self._local_only else aiohttp.ThreadedResolver(),
            )
            self._sessions[reuse] = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers=_HEADERS,
                skip_auto_headers=("Content-Type",),
                auto_decompress=False,
                trust_env=False,
                middlewares=(_once,),
            )
        return self._sessions[reuse]
