"""What tests of the companion share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import Mock

import aiohttp
import aioresponses.core
import pytest
from fault_support import FaultyPbx
from host_support import Host

from companion.journal import Journal


@pytest.fixture
def mocked(monkeypatch: pytest.MonkeyPatch) -> Iterator[aioresponses.core.aioresponses]:
    """Replies without sockets.

    aioresponses 0.7.9 does not know that `ClientResponse` of aiohttp 3.14 wants a `stream_writer`
    (pnuckowski/aioresponses#289), so it is given one here. Goes when that is released.
    """

    class BridgedResponse(aiohttp.ClientResponse):
        def __init__(self, *args: object, **kwargs: object) -> None:
            kwargs.setdefault("stream_writer", Mock(output_size=0))
            super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(aioresponses.core, "ClientResponse", BridgedResponse)
    with aioresponses.core.aioresponses() as replies:
        yield replies


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir(mode=0o700)
    return tmp_path / "home"


@pytest.fixture
def pbx() -> Iterator[FaultyPbx]:
    """One that does to its callers what a test tells it to."""
    started = FaultyPbx()
    yield started
    started.close()


@pytest.fixture
def start(home: Path) -> Iterator[Callable[..., Host]]:
    hosts: list[Host] = []

    def started(*words: str) -> Host:
        hosts.append(Host(home, *words))
        return hosts[-1]

    yield started
    for host in hosts:
        if host.process.poll() is None:
            host.process.kill()
        host.process.communicate()


@pytest.fixture
def journal_path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "journal.sqlite3"


@pytest.fixture
def journal(journal_path: Path) -> Iterator[Journal]:
    opened = Journal(journal_path)
    yield opened
    opened.close()
