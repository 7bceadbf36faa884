"""Whether the PBX can be reached: name, TCP, TLS, HTTP, one after the other. Places no call and sends no secret."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import perf_counter
from typing import Final
from urllib.parse import urlsplit

from companion.checks.result import Check, Health
from companion.language import N_, _
from companion.pbx.address import Endpoint, PbxAddress, address_of, is_local

PART: Final = "PBX"
STEP_SECONDS: Final = 5.0
"""For each step; the companion gives up on a connection after as much."""
HEAD_BYTES: Final = 16 * 1024
"""The most of an answer's head that is read."""
SKEW_SECONDS: Final = 300
"""Clocks further apart than this spoil certificates and make journals of both sides hard to compare."""
SOON_DAYS: Final = 14
"""A certificate that ends within this time is worth a warning."""

_NETWORK: Final = N_("Check host and network (VPN?), then: callwith setup")


async def reachable(address: PbxAddress, endpoint: Endpoint) -> AsyncIterator[Check]:
    """Yield one check for each step; what a failed step keeps from being tried is left out."""
    if address.proxy:
        async for check in _through_proxy(address, endpoint, address.proxy):
            yield check
        return
    started = perf_counter()
    try:
        found = await asyncio.wait_for(
            asyncio.get_running_loop().getaddrinfo(endpoint.host, endpoint.port, type=socket.SOCK_STREAM), STEP_SECONDS
        )
    except (OSError, TimeoutError, UnicodeError):
        says = _("The name {host} is not known.").format(host=endpoint.host)
        yield Check(PART, "pbx_dns", Health.FAIL, says, _(_NETWORK), _("The name of the PBX is not known."))
        return
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    says, elsewhere = f"{endpoint.host} is {', '.join(addresses)} ({_ms(started)}).", _("The name of the PBX is known.")
    if address_of(endpoint.host):
        says, elsewhere = (
            _("{host} is an address; no name has to be looked up.").format(host=endpoint.host),
            _("The PBX has an address."),
        )
    yield Check(PART, "pbx_dns", Health.OK, says, elsewhere=elsewhere)
    if plain := _plain_http(address, endpoint, addresses):
        yield plain
        if plain.health is Health.FAIL:
            return

    started = perf_counter()
    try:
        reader, writer = await asyncio.wait_for(
            asyncio.open_connection(endpoint.host, endpoint.port, limit=HEAD_BYTES), STEP_SECONDS
        )
    except (OSError, TimeoutError) as error:
        why = _("no answer") if isinstance(error, TimeoutError) else (error.strerror or "connection failed").lower()
        if isinstance(error, ConnectionRefusedError):
            why = _("connection refused")
        remedy = _("Check that the PBX runs, its port and the network; the port: callwith setup --port")
        yield Check(
            PART,
            "pbx_tcp",
            Health.FAIL,
            _("No connection to port {port}: {why}.").format(port=endpoint.port, why=why),
            remedy,
        )
        return
    yield Check(
        PART, "pbx_tcp", Health.OK, _("Port {port} answers ({took}).").format(port=endpoint.port, took=_ms(started))
    )
    async for check in _connected(address, endpoint, reader, writer):
        yield check


async def _connected(
    address: PbxAddress, endpoint: Endpoint, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> AsyncIterator[Check]:
    try:
        if endpoint.scheme == "https":
            check = await _tls(address, endpoint, writer)
            yield check
            if check.health is Health.FAIL:
                return
        async for check in _http(endpoint, reader, writer):
            yield check
    finally:
        writer.transport.abort()  # a polite TLS close may wait for a peer that never answers


async def _through_proxy(address: PbxAddress, endpoint: Endpoint, proxy: str) -> AsyncIterator[Check]:
    """Ask the proxy: it looks the name up and opens the connection, so that is one step."""
    started, place = perf_counter(), urlsplit(proxy)
    status = b""
    try:
        reader, writer = await asyncio.wait_for(
            asyncio.open_connection(place.hostname, place.port, limit=HEAD_BYTES), STEP_SECONDS
        )
        writer.write(f"CONNECT {endpoint.netloc} HTTP/1.1\r\nHost: {endpoint.netloc}\r\n\r\n".encode())
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), STEP_SECONDS)
        status = head.split(b"\r\n", 1)[0].split(b" ", 2)[1]
        why = _("the proxy refuses: HTTP {status}").format(status=status.decode("ascii", "replace"))
    except (OSError, TimeoutError, EOFError, asyncio.LimitOverrunError, IndexError) as error:
        why = _("no answer") if isinstance(error, TimeoutError) else getattr(error, "strerror", None) or _("no answer")
    if status != b"200":
        says = _("The proxy {proxy} does not connect to the PBX: {why}.").format(proxy=place.netloc, why=why.lower())
        yield Check(PART, "pbx_proxy", Health.FAIL, says, _("Check proxy under [pbx] in the settings, or remove it."))
        return
    says = _("The proxy {proxy} connects to the PBX ({took}).").format(proxy=place.netloc, took=_ms(started))
    yield Check(PART, "pbx_proxy", Health.OK, says)
    async for check in _connected(address, endpoint, reader, writer):
        yield check


def _plain_http(address: PbxAddress, endpoint: Endpoint, addresses: list[str]) -> Check | None:
    if endpoint.scheme != "http":
        return None
    if all((parsed := address_of(text)) and is_local(parsed) for text in addresses):
        if all((parsed := address_of(text)) and parsed.is_loopback for text in addresses):
            return None
        says = _("The PBX is spoken to without encryption: the PIN can be read in your network.")
        return Check(PART, "pbx_plain", Health.WARN, says, _("Use https if the PBX can: callwith setup --scheme https"))
    if address.allow_plain_http:
        says = _("The PBX is at a public address and spoken to without encryption, by explicit choice.")
        return Check(PART, "pbx_plain", Health.WARN, says, _("Use https if the PBX can: callwith setup --scheme https"))
    says = _("The PBX is at a public address, and plain http would show the PIN to everybody on the way.")
    return Check(PART, "pbx_plain", Health.FAIL, says, _("Run: callwith setup --scheme https"))


async def _tls(address: PbxAddress, endpoint: Endpoint, writer: asyncio.StreamWriter) -> Check:
    started = perf_counter()
    try:
        trust = ssl.create_default_context(cafile=address.ca_file)
        await asyncio.wait_for(writer.start_tls(trust, server_hostname=endpoint.host), STEP_SECONDS)
    except ssl.SSLCertVerificationError as error:
        says = _("The certificate is not accepted: {why}.").format(why=error.verify_message)
        remedy = _(
            "Give the PBX's certificate its right name; for your company's own authority set ca_file under [pbx]."
        )
        return Check(PART, "pbx_tls", Health.FAIL, says, remedy)
    except (OSError, TimeoutError, ValueError) as error:
        why = getattr(error, "reason", None) or (
            _("no answer") if isinstance(error, TimeoutError) else _("no TLS there")
        )
        says = _("No encrypted connection: {why}.").format(why=str(why).lower().replace("_", " "))
        return Check(PART, "pbx_tls", Health.FAIL, says, _("Check scheme and port: callwith setup --scheme … --port …"))
    certificate = writer.get_extra_info("peercert") or {}
    tls = writer.get_extra_info("ssl_object")
    ends = certificate.get("notAfter")
    if isinstance(ends, str):
        left = int((ssl.cert_time_to_seconds(ends) - datetime.now(UTC).timestamp()) // 86400)
        if left <= SOON_DAYS:
            says = _("The certificate is accepted, but ends in {left} days.").format(left=left)
            return Check(PART, "pbx_tls", Health.WARN, says, _("Have the PBX's certificate renewed."))
    version = tls.version() if tls else "TLS"
    return Check(
        PART,
        "pbx_tls",
        Health.OK,
        _("The certificate is accepted; {version} ({took}).").format(version=version, took=_ms(started)),
    )


async def _http(endpoint: Endpoint, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> AsyncIterator[Check]:
    started = perf_counter()
    request = (
        f"GET {endpoint.path} HTTP/1.1\r\nHost: {endpoint.netloc}\r\n"
        "User-Agent: callwith-doctor\r\nAccept: */*\r\nConnection: close\r\n\r\n"
    )
    try:
        writer.write(request.encode("ascii", "replace"))
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), STEP_SECONDS)
    except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        says = _("Something answers there, but not in HTTP.")
        yield Check(PART, "pbx_http", Health.FAIL, says, _("Check scheme and port: callwith setup --scheme … --port …"))
        return
    lines = head.decode("latin-1").split("\r\n")
    words = lines[0].split(" ", 2)
    if not words[0].startswith("HTTP/") or len(words) < 2 or not words[1].isdecimal():  # noqa: PLR2004 - version and status
        says = _("Something answers there, but not in HTTP.")
        yield Check(PART, "pbx_http", Health.FAIL, says, _("Check scheme and port: callwith setup --scheme … --port …"))
        return
    yield _status(endpoint, int(words[1]), _ms(started))
    date = next((line[5:].strip() for line in lines[1:] if line.lower().startswith("date:")), None)
    if date and (skew := _skew(date)):
        yield skew


def _status(endpoint: Endpoint, status: int, took: str) -> Check:
    if status == 404:  # noqa: PLR2004 - HTTP's own number
        says = _("The PBX has nothing at {path} (HTTP 404).").format(path=endpoint.path)
        remedy = _("Check the kind of PBX and the path: callwith setup --kind … --path …")
        return Check(PART, "pbx_http", Health.FAIL, says, remedy)
    if status >= 500:  # noqa: PLR2004 - likewise
        says = _("The PBX answers with an error of its own (HTTP {status}).").format(status=status)
        return Check(PART, "pbx_http", Health.WARN, says, _("Ask the administrator of your PBX."))
    return Check(
        PART,
        "pbx_http",
        Health.OK,
        _("The PBX answers at {path} (HTTP {status}, {took}).").format(path=endpoint.path, status=status, took=took),
    )


def _skew(date: str) -> Check | None:
    try:
        theirs = parsedate_to_datetime(date)
        apart = abs((datetime.now(UTC) - theirs).total_seconds())
    except (ValueError, TypeError):
        return None
    if apart <= SKEW_SECONDS:
        return None
    says = _("This machine's clock and the PBX's are {count} minutes apart.").format(count=int(apart // 60))
    return Check(PART, "clock_pbx", Health.WARN, says, _("Let both get their time from the network."))


def _ms(started: float) -> str:
    return f"{(perf_counter() - started) * 1000:.0f} ms"
