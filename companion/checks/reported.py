"""The doctor's checks as the extension gets them: in time, without the PBX's address, and beside the calls.

They run in a thread of their own, because a keyring, a disk and a host that is being started make it wait.
"""

import asyncio
import ipaddress
import re
import threading
from contextlib import suppress
from typing import Final

from companion import logs, protocol
from companion.checks import everything
from companion.checks.result import Check, Health
from companion.language import _

_log = logs.logger(__name__)

TOGETHER_SECONDS: Final = 45.0
"""For all checks. A keyring has 20 of them, the PBX 20 at the worst; who waits in a browser gives up sooner."""
LONGEST: Final = 1000
"""Characters of a sentence, as the contract has it."""
HIDDEN: Final = "…"
_ADDRESSES: Final = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)|[0-9A-Fa-f:]*::?[0-9A-Fa-f:.]+")
"""What may be an address: four numbers, or groups with colons."""


async def checks(pbx: str | None, seconds: float = TOGETHER_SECONDS) -> list[protocol.Check]:
    """Return the checks that were done in time; where some were not, the last one says so. `pbx`: its name, hidden."""
    loop = asyncio.get_running_loop()
    done: asyncio.Queue[Check | None] = asyncio.Queue()

    def run() -> None:
        with suppress(RuntimeError):  # the loop has ended: nobody waits any more
            try:
                for check in everything.run(None, []):
                    loop.call_soon_threadsafe(done.put_nowait, check)
            except Exception:  # noqa: BLE001 - a fault of ours in one check must not leave the asker waiting
                _log.exception("the checks were stopped by a fault of our own")
                loop.call_soon_threadsafe(done.put_nowait, _cut_short())
            loop.call_soon_threadsafe(done.put_nowait, None)

    threading.Thread(target=run, name="checks", daemon=True).start()
    found: list[Check] = []
    try:
        async with asyncio.timeout(seconds):
            while check := await done.get():
                found.append(check)
    except TimeoutError:
        found.append(_cut_short())
    return [_told(check, pbx) for check in found]


def _cut_short() -> Check:
    says = _("Not everything could be checked in time.")
    return Check(_("Checks"), "unfinished", Health.WARN, says, _("Run: callwith doctor"))


def _told(check: Check, pbx: str | None) -> protocol.Check:
    content = {
        "part": check.part[:LONGEST],
        "name": check.name,
        "health": check.health.name.lower(),
        "says": _without_address(check.elsewhere or check.says, pbx)[:LONGEST],
        "remedy": _without_address(check.remedy, pbx)[:LONGEST] if check.remedy else None,
    }
    return protocol.Check.model_validate(content)


def _without_address(text: str, pbx: str | None) -> str:
    """Leave out the PBX's name, and whatever reads as an IP address: a certificate's fault names them too."""
    if pbx:
        text = re.sub(rf"(?<![\w.-]){re.escape(pbx)}(?![\w-])", HIDDEN, text)
    return _ADDRESSES.sub(lambda found: HIDDEN if _is_address(found[0]) else found[0], text)


def _is_address(word: str) -> bool:
    try:
        ipaddress.ip_address(word.rstrip("."))
    except ValueError:
        return False
    return True
