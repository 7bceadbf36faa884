"""V20: calls through the Call Control API, extensions through the Configuration API, with an API client's token."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Final, Literal
from urllib.parse import quote, urlencode

from companion.errors import CallError, Code
from companion.language import _
from companion.pbx import limits
from companion.pbx.client import (
    Accepted,
    BasicClient,
    CallEvent,
    Capability,
    Device,
    ExtensionSettings,
    MakeCall,
    SetExtension,
)
from companion.pbx.kind import Account, Kind, Probe
from companion.pbx.tokens import SignIn, Token, TokenStore
from companion.pbx.v20_events import LiveCalls
from companion.pbx.v20_replies import call_from, devices_from, refusal, user_from
from companion.pbx.wire import Answer, Request, Wire
from companion.secret import Secret

CAPABILITIES: Final = frozenset(Capability)
_JSON: Final = ("Content-Type", "application/json")
_UNAUTHORIZED: Final = 401
_NOT_FOUND: Final = 404
_USER_FIELDS: Final = "Id,Number,DisplayName,Enabled,Internal,RecordCalls"
"""Always selected by name: the default projection returns SIP and voicemail secrets."""

Method = Literal["GET", "POST", "PATCH"]


class V20Client(BasicClient):
    """One V20 and one extension on it. Two API clients, or one for both: one places calls, one changes extensions."""

    capabilities = CAPABILITIES

    def __init__(self, account: Account, wire: Wire, store: TokenStore) -> None:
        address = account.address
        self._account = account
        self._wire = wire
        self._base = account.endpoint.path.rstrip("/")
        self._dn = quote(account.extension, safe="")
        self._secrets = (account.pin, account.password)
        self._calls = self._sign_in(address.client_id, account.pin, store)
        self._administration = self._sign_in(address.admin_client_id or address.client_id, account.password, store)
        self._live = LiveCalls(wire, self._calls, self._base, self._dn, self._get) if self._calls is not None else None

    def _sign_in(self, client: str, secret: Secret | None, store: TokenStore) -> SignIn | None:
        return SignIn(self._wire, self._account.endpoint, client, secret, store) if secret else None

    async def make_call(self, command: MakeCall) -> Accepted:
        """Ring the user's phone, the chosen one if one is chosen. Raises CallError with the phase reached."""
        if self._live is None:
            raise CallError(
                Code.NO_CREDENTIALS, _("the API client's secret is not stored; run: callwith secret set pin")
            )
        await self._live.ready()
        device = self._account.address.device
        where = f"devices/{quote(device, safe='')}/makecall" if device else "makecall"
        body = {"destination": command.destination, "timeout": limits.RING_SECONDS}
        answer = await self._send(self._calls, "POST", f"/callcontrol/{self._dn}/{where}", body=body, lasts=True)
        call = call_from(answer, self._secrets) if isinstance(answer, Answer) else answer
        if isinstance(call, CallError):
            raise call
        return Accepted(call=call)

    async def follow(self, call: str) -> AsyncIterator[CallEvent]:
        """Tell each new state of a call, each once, until it has ended."""
        if self._live is not None:
            async for event in self._live.follow(call):
                yield event

    async def hang_up(self, call: str) -> None:
        """Drop our own leg of the call. Raises CallError."""
        if self._live is not None:
            self._live.dropped(call)
        path = f"/callcontrol/{self._dn}/participants/{quote(call, safe='')}/drop"
        answer = await self._send(self._calls, "POST", path, body={})
        failed = refusal(answer, self._secrets) if isinstance(answer, Answer) else answer
        if failed is not None and not (isinstance(answer, Answer) and answer.status == _NOT_FOUND):
            raise failed

    async def devices(self) -> list[Device]:
        """List the phones the user's extension is logged in with. Raises CallError."""
        answer = await self._send(self._calls, "GET", f"/callcontrol/{self._dn}/devices")
        found = devices_from(answer, self._secrets) if isinstance(answer, Answer) else answer
        if isinstance(found, CallError):
            raise found
        return found

    async def show_extension(self, extension: str) -> ExtensionSettings:
        """Read an extension's settings. Raises CallError."""
        found = await self._user(extension)
        if isinstance(found, CallError):
            raise found
        return found[1]

    async def set_extension(self, command: SetExtension) -> Accepted:
        """Change an extension's settings: one look-up of its id, and one PATCH with all of them. Raises CallError."""
        found = await self._user(command.extension)
        if isinstance(found, CallError):
            raise found
        changes = {
            "Enabled": command.enabled,
            "Internal": None if command.external_calls is None else not command.external_calls,
            "RecordCalls": command.recording,
        }
        body = {name: value for name, value in changes.items() if value is not None}
        answer = await self._send(self._administration, "PATCH", f"/xapi/v1/Users({found[0]})", body=body, again=True)
        failed = refusal(answer, self._secrets) if isinstance(answer, Answer) else answer
        if failed is not None:
            raise failed
        return Accepted()

    async def close(self) -> None:
        """Close the event socket and connections; safe to call twice."""
        if self._live is not None:
            await self._live.close()
        await self._wire.close()

    async def _user(self, extension: str) -> tuple[int, ExtensionSettings] | CallError:
        escaped = extension.replace("'", "''")
        query = {"$filter": f"Number eq '{escaped}'", "$top": "1", "$select": _USER_FIELDS}
        answer = await self._send(
            self._administration,
            "GET",
            "/xapi/v1/Users",
            query=urlencode(query, quote_via=quote, safe="$,'"),
            again=True,
        )
        return user_from(answer, extension, self._secrets) if isinstance(answer, Answer) else answer

    async def _get(self, path: str) -> Answer | CallError:
        return await self._send(self._calls, "GET", path, again=True)

    async def _send(
        self,
        sign_in: SignIn | None,
        method: Method,
        path: str,
        *,
        query: str = "",
        body: Mapping[str, object] | None = None,
        lasts: bool = False,
        again: bool = False,
    ) -> Answer | CallError:
        """Send with a token; once more with a new one after a 401, which says that nothing was done."""
        if sign_in is None:
            return CallError(
                Code.NO_CREDENTIALS, _("the API client's secret is not stored; run: callwith secret set password")
            )
        stale: Token | None = None
        while True:
            token = await sign_in.token(stale)
            if isinstance(token, CallError):
                return token
            bearer = ("Authorization", f"Bearer {token.value.reveal()}")
            request = Request(
                method,
                self._base + path,
                query,
                headers=(bearer, _JSON) if body is not None else (bearer,),
                body=json.dumps(body).encode() if body is not None else None,
                body_bytes=limits.JSON_BYTES if method == "GET" else limits.BODY_BYTES,  # only lists are long
                repeatable=again,
                answer_seconds=limits.ANSWER_SECONDS + (limits.RING_SECONDS if lasts else 0),
            )
            answer = await self._wire.send(request)
            if isinstance(answer, CallError) or answer.status != _UNAUTHORIZED or stale is not None:
                return answer
            stale = token


def _open(account: Account) -> V20Client:
    from companion.pbx.transport import Transport  # noqa: PLC0415 - loads aiohttp, which greeting must not wait for

    return V20Client(account, Transport(account.endpoint, account.address), account.tokens)


_PROBE: Final = Probe(
    places=(("https", 443), ("https", 5001)),
    path="/xapi/v1/Users",
    recognises=lambda answer: answer.status == _UNAUTHORIZED,  # any request without a token
)

KINDS: Final = (Kind("v20", "3CX V20", "https", 443, "/", CAPABILITIES, _open, _PROBE),)
