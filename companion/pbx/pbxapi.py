"""The classic API, PbxAPI.aspx of V9 to V12: commands become query strings, answers come after a session redirect."""

import time
from typing import Final
from urllib.parse import quote

from companion.errors import CallError, Code, Phase
from companion.language import _
from companion.pbx import limits, redirects
from companion.pbx.client import Accepted, BasicClient, Capability, MakeCall, SetExtension
from companion.pbx.kind import Account, Kind, Probe
from companion.pbx.replies import reply_from, text_of
from companion.pbx.wire import Answer, Request, Wire
from companion.secret import Secret

CAPABILITIES: Final = frozenset({Capability.MAKE_CALL, Capability.SET_EXTENSION})


def query_string(parameters: list[tuple[str, str]]) -> str:
    """Percent-encode, UTF-8, everything but unreserved characters; a space is %20, which means the same everywhere."""
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters)


def make_call_query(command: MakeCall, *, extension: str, pin: Secret) -> str:
    """Write `make_call`. The result holds the PIN."""
    parameters = [("func", "make_call"), ("from", extension), ("to", command.destination), ("pin", pin.reveal())]
    return query_string(parameters)


def upd_ext_query(command: SetExtension, *, password: Secret, names: tuple[str, ...]) -> str:
    """Write `upd_ext`, with the extension under each of `names`. The result holds the management password."""
    parameters = [("func", "upd_ext"), *((name, command.extension) for name in names), ("pwd", password.reveal())]
    if command.enabled is not None:
        parameters.append(("disable", "0" if command.enabled else "1"))
    if command.external_calls is not None:
        parameters.append(("disable_external", "0" if command.external_calls else "1"))
    if command.recording is not None:
        parameters.append(("record_calls", "1" if command.recording else "0"))
    return query_string(parameters)


class PbxApiClient(BasicClient):
    """One V9, V10 or V12 and one extension on it.

    Only the two commands raise, and their frames hold no query: a traceback with locals shows no secret.
    """

    capabilities = CAPABILITIES

    def __init__(self, account: Account, wire: Wire) -> None:
        self._account = account
        self._wire = wire

    async def make_call(self, command: MakeCall) -> Accepted:
        """Place a call: at most once, however the answer turns out. Raises CallError with the phase reached."""
        pin = self._account.pin
        if not pin:
            raise CallError(Code.NO_CREDENTIALS)
        reply = await self._carry_out(
            self._request(make_call_query(command, extension=self._account.extension, pin=pin), repeatable=False)
        )
        if isinstance(reply, CallError):
            raise reply
        return reply

    async def set_extension(self, command: SetExtension) -> Accepted:
        """Change an extension's settings in one request. Raises CallError."""
        password = self._account.password
        if not password:
            raise CallError(
                Code.NO_CREDENTIALS, _("the PBX's management password is not stored; run: callwith secret set password")
            )
        wanted = self._account.address.extension_parameter
        names = ("ext_num", "extnum") if wanted == "both" else (wanted,)
        reply = await self._carry_out(
            self._request(upd_ext_query(command, password=password, names=names), repeatable=True)
        )
        if isinstance(reply, CallError):
            raise reply
        return reply

    async def close(self) -> None:
        """Close connections; safe to call twice."""
        await self._wire.close()

    def _request(self, query: str, *, repeatable: bool) -> Request:
        return Request(self._account.address.method, self._account.endpoint.path, query, repeatable=repeatable)

    async def _carry_out(self, request: Request) -> Accepted | CallError:
        """Send a command and follow it into its session."""
        account = self._account
        seen: set[tuple[str, str]] = set()
        begun = time.monotonic()
        while True:
            answer = await self._wire.send(request)
            if isinstance(answer, CallError):
                if seen and answer.phase is Phase.NOTHING_SENT:
                    # The PBX acts on the redirect's target only, and that one was never sent.
                    return CallError(answer.code, answer.detail, phase=Phase.ANSWERED)
                return answer
            if answer.status not in redirects.STATUSES:
                return reply_from(
                    answer, secrets=(account.pin, account.password), failure_pattern=account.address.failure_pattern
                )
            following = redirects.follow(request, answer.location, account.endpoint)
            if isinstance(following, CallError):
                return following
            seen.add((request.path, request.query))
            if (following.path, following.query) in seen or len(seen) > limits.REDIRECTS:
                return CallError(Code.PBX_REPLY_NOT_UNDERSTOOD, _("it redirects in a circle"), phase=Phase.ANSWERED)
            if time.monotonic() - begun > limits.FOLLOW_SECONDS:
                return CallError(
                    Code.PBX_BUSY, _("its redirects took too long; no call was placed"), phase=Phase.ANSWERED
                )
            request = following


def _open(account: Account) -> PbxApiClient:
    from companion.pbx.transport import Transport  # noqa: PLC0415 - loads aiohttp, which greeting must not wait for

    return PbxApiClient(account, Transport(account.endpoint, account.address))


def _is_the_page(answer: Answer) -> bool:
    """Recognise PbxAPI.aspx asked without a command: it moves into a session, or says that something is missing."""
    if answer.status in redirects.STATUSES:
        return answer.location is not None and answer.location.partition("?")[0].lower().endswith("/pbxapi.aspx")
    return answer.status == 200 and "<form" not in text_of(answer).lower()  # noqa: PLR2004 - HTTP's own number


def _kind(name: str, title: str, port: int, path: str) -> Kind:
    probe = Probe((("http", port),), path, _is_the_page)
    return Kind(name, title, "http", port, path, CAPABILITIES, _open, probe)


KINDS: Final = (
    _kind("v9-iis", "3CX V9 on IIS", 5484, "/PbxAPI.aspx"),
    _kind("v9-abyss", "3CX V9 on Abyss", 5481, "/ivr/PbxAPI.aspx"),
    _kind("v10", "3CX V10 to V12", 5000, "/ivr/PbxAPI.aspx"),
)
