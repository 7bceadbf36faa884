"""A server that says what it is told, byte for byte, and remembers what it was sent."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from companion.pbx import PbxAddress, PbxClient, open_client
from companion.secret import Secret

Script = Callable[[asyncio.StreamReader, asyncio.StreamWriter, bytes], Awaitable[None]]
PIN = "S&cret+1%# ü"


@dataclass
class Raw:
    """A running server; `requests` are the heads received, in order."""

    port: int
    requests: list[bytes] = field(default_factory=list)
    connections: int = 0


@contextlib.asynccontextmanager
async def raw_server(script: Script, tls: ssl.SSLContext | None = None) -> AsyncIterator[Raw]:
    """Serve `script` on a real socket: it is called for every request head that arrives."""
    raw = Raw(0)
    writers: set[asyncio.StreamWriter] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        raw.connections += 1
        writers.add(writer)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while not writer.is_closing():
                head = await reader.readuntil(b"\r\n\r\n")
                raw.requests.append(head)
                await script(reader, writer, head)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    raw.port = server.sockets[0].getsockname()[1]
    try:
        yield raw
    finally:
        server.close()
        for writer in writers:
            with contextlib.suppress(AttributeError):  # Python 3.11.2: one that is closed has nothing to abort
                writer.transport.abort()
        await asyncio.sleep(0)


def target(head: bytes) -> str:
    """The request target of a head, as it stood on the wire."""
    return head.split(b" ", 2)[1].decode("ascii")


def answer(status: str = "200 OK", body: bytes = b"OK", *headers: str) -> bytes:
    """An answer with its length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def session_then(last: bytes) -> Script:
    """Redirect into a session as the PBX does, then answer `last`; an empty one closes the connection."""

    async def script(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes) -> None:
        if "/(S(" in target(head):
            writer.write(last)
        else:
            moved = f"Location: /ivr/(S(abc))/PbxAPI.aspx?{target(head).partition('?')[2]}"
            writer.write(answer("302 Found", b"", moved))
        await writer.drain()
        writer.close()

    return script


def client_of(port: int, *, host: str = "127.0.0.1", pin: str | None = PIN, **address: object) -> PbxClient:
    """A client of extension 100."""
    kind = str(address.pop("kind", "v10"))
    where = PbxAddress(kind=kind, host=host, port=port, **address)  # type: ignore[arg-type]  # checked by pydantic
    return open_client(where, "100", Secret(pin) if pin else None, Secret("adm&n"))
