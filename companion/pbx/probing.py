"""Finds out what a PBX is, without credentials, without placing a call and without changing anything."""

import asyncio
from dataclasses import dataclass

from companion.errors import CallError
from companion.pbx.address import PbxAddress, Scheme
from companion.pbx.kind import Kind
from companion.pbx.kinds import KINDS
from companion.pbx.wire import Request


@dataclass(frozen=True, slots=True)
class Found:
    """A kind that answered as its own, and where."""

    kind: str
    scheme: Scheme
    port: int


async def probe(host: str, *, scheme: Scheme | None = None, port: int | None = None) -> list[Found]:
    """Ask `host` at every kind's usual places, or at the given one, and return the kinds that it may be.

    Likeliest first; several where only a person can tell them apart. Takes no longer than one connection.
    Raises ValueError for a host that cannot be one.
    """
    tried = [
        (kind, place)
        for kind in reversed(KINDS.values())
        if kind.probe is not None
        for place in _places(kind, scheme, port)
    ]
    answered = await asyncio.gather(*(_is_there(kind, host, place) for kind, place in tried))
    return [Found(kind.name, *place) for (kind, place), there in zip(tried, answered, strict=True) if there]


def _places(kind: Kind, scheme: Scheme | None, port: int | None) -> list[tuple[Scheme, int]]:
    usual = kind.probe.places if kind.probe is not None else ()
    return list(dict.fromkeys((scheme or known, port or known_port) for known, known_port in usual))


async def _is_there(kind: Kind, host: str, place: tuple[Scheme, int]) -> bool:
    from companion.pbx.transport import Transport  # noqa: PLC0415 - loads aiohttp

    if kind.probe is None:
        return False
    address = PbxAddress(kind=kind.name, host=host, scheme=place[0], port=place[1], path=kind.probe.path)
    transport = Transport(kind.endpoint(address), address)
    try:
        answer = await transport.send(Request("GET", kind.probe.path))
    finally:
        await transport.close()
    return not isinstance(answer, CallError) and kind.probe.recognises(answer)
