"""Signing in to a V20: one token for each API client, shared by the user's processes, and no bad secret tried twice.

The PBX keeps one token alive per API client: asking for a new one ends the old, so two processes that each had their
own would sign each other out. And every refused sign-in feeds its block against attackers.
"""

import asyncio
import contextlib
import hashlib
import json
import math
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Final, Protocol
from urllib.parse import urlencode

from companion.errors import CallError, Code, Phase
from companion.language import _
from companion.pbx import limits
from companion.pbx.address import Endpoint
from companion.pbx.masking import excerpt
from companion.pbx.replies import text_of
from companion.pbx.wire import Answer, Request, Wire
from companion.secret import Secret

_OK: Final = 200
_REFUSED_STATUSES: Final = frozenset({400, 401, 403})
_REFUSED_BEFORE: Final = "the PBX refused this API secret before; nothing was sent. Store the right one"


@dataclass(frozen=True, slots=True)
class Token:
    """What a sign-in gave. `good_until` is Unix time, in seconds."""

    value: Secret
    good_until: float


@dataclass(frozen=True, slots=True)
class Remembered:
    """What all processes know of one API client."""

    token: Token | None = None
    refused: str | None = None
    """Salted hash of the secret that was refused."""


class TokenSlot(Protocol):
    """One API client's place in the store, while it is locked."""

    def read(self) -> Remembered:
        """Return what is known; nothing, if it cannot be read."""
        ...

    def write(self, remembered: Remembered) -> None:
        """Keep it for the others."""
        ...


class TokenStore(Protocol):
    """Where tokens are shared."""

    def locked(self, client: str) -> AbstractAsyncContextManager[TokenSlot]:
        """Keep everybody else out of this client's place for as long as the block lasts."""
        ...


class MemoryTokenStore:
    """Shares tokens among the clients of one process only."""

    def __init__(self) -> None:
        self._slots: dict[str, Remembered] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    @contextlib.asynccontextmanager
    async def locked(self, client: str) -> AsyncIterator[TokenSlot]:
        """Lock within this process."""
        slots = self._slots

        class _Slot:
            def read(self) -> Remembered:
                return slots.get(client, Remembered())

            def write(self, remembered: Remembered) -> None:
                slots[client] = remembered

        async with self._locks.setdefault(client, asyncio.Lock()):
            yield _Slot()


def fingerprint(client: str, secret: Secret, salt: str | None = None) -> str:
    """Hash a secret so that it can be recognised and not read."""
    salt = salt or secrets.token_hex(16)
    text = f"{client}\0{secret.reveal()}".encode()
    return f"{salt}:{hashlib.scrypt(text, salt=salt.encode(), n=2**12, r=8, p=1).hex()}"


def is_refused(remembered: Remembered, client: str, secret: Secret) -> bool:
    """Tell whether this very secret was refused before."""
    if remembered.refused is None:
        return False
    salt = remembered.refused.partition(":")[0]
    return secrets.compare_digest(remembered.refused, fingerprint(client, secret, salt))


def token_from(answer: Answer, *, now: float, secret: Secret) -> Token | CallError:
    """Read the answer to a sign-in. Pure."""
    said = excerpt(text_of(answer), [secret])
    if answer.status in _REFUSED_STATUSES:
        return CallError(
            Code.LOGIN_REJECTED,
            _("API client: status {status}: {said}").format(status=answer.status, said=said),
            phase=Phase.ANSWERED,
        )
    if answer.status != _OK:
        busy = answer.status in {429, 503}
        code = Code.PBX_BUSY if busy else Code.PBX_REPLY_NOT_UNDERSTOOD
        return CallError(code, _("sign-in: status {status}").format(status=answer.status), phase=Phase.ANSWERED)
    try:
        read = json.loads(answer.body)
        value, lasts = read["access_token"], float(read["expires_in"])
    except (ValueError, TypeError, KeyError, RecursionError):
        value, lasts = None, 0.0
    if not isinstance(value, str) or not value.isascii() or not value.isprintable() or not 0 < lasts < math.inf:
        return CallError(Code.PBX_REPLY_NOT_UNDERSTOOD, _("sign-in: no token in its answer"), phase=Phase.ANSWERED)
    seconds = lasts * 60 if lasts < limits.MINUTES_BELOW else lasts
    return Token(Secret(value), now + seconds)


class SignIn:
    """Gives the token of one API client, from memory, from another process, or by signing in."""

    def __init__(self, wire: Wire, endpoint: Endpoint, client: str, secret: Secret, store: TokenStore) -> None:
        self._wire = wire
        self._path = f"{endpoint.path.rstrip('/')}/connect/token"
        self._client = client
        self._secret = secret
        self._store = store
        self._place = f"{client} at {endpoint.netloc}"
        self._token: Token | None = None

    async def token(self, stale: Token | None = None) -> Token | CallError:
        """Return a token that is not `stale`, the one a 401 came for.

        Asks the PBX only if nobody else has a newer one, and never again with a secret that was refused.
        """
        if (token := self._fresh(self._token, stale)) is not None:
            return token
        async with self._store.locked(self._place) as slot:
            remembered = slot.read()
            if (token := self._fresh(remembered.token, stale)) is not None:
                self._token = token
                return token
            if is_refused(remembered, self._place, self._secret):
                return CallError(Code.LOGIN_REJECTED, _REFUSED_BEFORE)
            given = await self._ask()
            if isinstance(given, Token):
                self._token = given
                slot.write(Remembered(given))
            elif given.code is Code.LOGIN_REJECTED:
                slot.write(Remembered(None, fingerprint(self._place, self._secret)))
            return given

    @staticmethod
    def _fresh(token: Token | None, stale: Token | None) -> Token | None:
        if token is None or token.good_until - limits.SIGN_IN_SPARE_SECONDS < time.time():
            return None
        return None if stale is not None and token.value.reveal() == stale.value.reveal() else token

    async def _ask(self) -> Token | CallError:
        form = {"client_id": self._client, "client_secret": self._secret.reveal(), "grant_type": "client_credentials"}
        answer = await self._wire.send(
            Request(
                "POST",
                self._path,
                headers=(("Content-Type", "application/x-www-form-urlencoded"),),
                body=urlencode(form).encode("ascii"),
            )
        )
        if isinstance(answer, CallError):
            if answer.phase is Phase.NOTHING_SENT:
                return answer
            # Lost on the way to a token: of the command itself nothing was sent
            return CallError(Code.PBX_UNREACHABLE, _("no answer to the sign-in"))
        return token_from(answer, now=time.time(), secret=self._secret)
