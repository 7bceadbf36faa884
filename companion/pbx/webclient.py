"""V20 without an API licence: the web client is opened with the number, and the person goes on there.

What becomes of the call cannot be seen from here, so the result is "handed over" and claims no more.
"""

import asyncio
import webbrowser
from typing import Final
from urllib.parse import quote

from companion.errors import CallError, Code
from companion.language import _
from companion.pbx.client import Accepted, BasicClient, Capability, MakeCall
from companion.pbx.kind import Account, Kind

CAPABILITIES: Final = frozenset({Capability.MAKE_CALL})
_USUAL_PORT: Final = 443


class WebClient(BasicClient):
    """The web client of one V20, in the person's own browser, where they are logged in."""

    capabilities = CAPABILITIES

    def __init__(self, account: Account) -> None:
        endpoint = account.endpoint
        port = "" if endpoint.port == _USUAL_PORT and endpoint.scheme == "https" else f":{endpoint.port}"
        host = endpoint.netloc.rpartition(":")[0]
        self._base = f"{endpoint.scheme}://{host}{port}{endpoint.path.rstrip('/')}"

    def link(self, destination: str) -> str:
        """Return the deep link that asks the web client to call."""
        return f"{self._base}/webclient/#/call?phone={quote(destination, safe='')}"

    async def make_call(self, command: MakeCall) -> Accepted:
        """Open the link in the browser. Raises CallError when there is none that can be opened."""
        if not await asyncio.to_thread(webbrowser.open, self.link(command.destination)):
            raise CallError(Code.PBX_UNREACHABLE, _("no browser could be opened for the web client"))
        return Accepted(handed_over=True)


KINDS: Final = (Kind("v20-webclient", "3CX V20, by its web client", "https", 443, "/", CAPABILITIES, WebClient),)
