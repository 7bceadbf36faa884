"""Signing in to the simulated V20: one token at a time, as the real one has it."""

import secrets
import time
from typing import Final

from aiohttp import web

from companion.simulator.options import Options

_TOKEN_SECONDS: Final = 3600


class Access:
    """The token endpoint and the door that asks for its token."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._token: str | None = None
        self._until = 0.0

    async def sign_in(self, request: web.Request) -> web.Response:
        """Give a token for the right id and secret, and end the one before."""
        form = await request.post()
        options = self._options
        right = form.get("client_id") == options.client_id and secrets.compare_digest(
            str(form.get("client_secret", "")).encode(), options.password.encode()
        )
        if not right:
            return web.json_response({"error": "invalid_client"}, status=401)
        if form.get("grant_type") != "client_credentials":
            return web.json_response({"error": "unsupported_grant_type"}, status=400)
        self._token = secrets.token_urlsafe(32)
        self._until = time.monotonic() + _TOKEN_SECONDS
        minutes = options.token_unit == "minutes"  # noqa: S105 - a unit of time
        lasts = _TOKEN_SECONDS // 60 if minutes else _TOKEN_SECONDS
        return web.json_response(
            {"token_type": "Bearer", "expires_in": lasts, "access_token": self._token, "refresh_token": None}
        )

    def end_token(self) -> None:
        """Forget the token, as when somebody else signs in with the same API client."""
        self._token = None

    def denied(self, request: web.Request) -> web.Response | None:
        """Return the 401 for a request without the token, None for one with it."""
        given = request.headers.get("Authorization", "")
        valid = self._token is not None and time.monotonic() < self._until
        if valid and secrets.compare_digest(given.encode(), f"Bearer {self._token}".encode()):
            return None
        return web.Response(status=401, headers={"WWW-Authenticate": "Bearer"})
