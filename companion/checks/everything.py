"""All checks in the order in which people read them. Each is yielded as soon as it is known."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from companion.checks import browsers, local, pbx
from companion.checks.result import Check
from companion.installing.manifests import Callers
from companion.installing.plan import work_here
from companion.pbx import kind_named
from companion.settings import Settings


def run(home: Path | None, profiles: list[Path]) -> Iterator[Check]:
    """Yield every check."""
    yield from local.program()
    settings, checked = local.settings()
    yield from checked
    if settings:
        yield from local.secrets(settings)
    yield from local.journal()
    if settings:
        yield from _pbx(settings)
    yield from local.surroundings()
    yield from _browsers(settings, home, profiles)


def connection(settings: Settings) -> Iterator[Check]:
    """Yield what a call needs: secrets and PBX. Places none."""
    yield from local.secrets(settings)
    yield from _pbx(settings)


def _pbx(settings: Settings) -> Iterator[Check]:
    address = settings.pbx.address()

    with asyncio.Runner() as runner:  # one step at a time, each shown as it is known
        steps = pbx.reachable(address, kind_named(address.kind).endpoint(address))
        while check := runner.run(_next(steps)):
            yield check


async def _next(steps: AsyncIterator[Check]) -> Check | None:
    return await anext(steps, None)


def _browsers(settings: Settings | None, home: Path | None, profiles: list[Path]) -> Iterator[Check]:
    further = Callers(tuple(settings.callers.chromium), tuple(settings.callers.firefox)) if settings else Callers()
    yield from browsers.all_checks(work_here(home, further), profiles)
