"""What tests of the companion share."""

from collections.abc import Iterator
from unittest.mock import Mock

import aiohttp
import aioresponses.core
import pytest


@pytest.fixture
def mocked(monkeypatch: pytest.MonkeyPatch) -> Iterator[aioresponses.core.aioresponses]:
    """Replies without sockets.

    aioresponses 0.7.9 does not know that `ClientResponse` of aiohttp 3.14 wants a `stream_writer`
    (pnuckowski/aioresponses#289), so it is given one here. Goes when that is released.
    """

    class BridgedResponse(aiohttp.ClientResponse):
        def __init__(self, *args: object, **kwargs: object) -> None:
            kwargs.setdefault("stream_writer", Mock(output_size=0))
            super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(aioresponses.core, "ClientResponse", BridgedResponse)
    with aioresponses.core.aioresponses() as replies:
        yield replies
