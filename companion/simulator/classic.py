"""PbxAPI.aspx as V9 to V12 answer it: first a redirect into a session, and only there the command is carried out."""

import html
import secrets
from collections import deque
from typing import Final
from urllib.parse import parse_qsl

from aiohttp import web

from companion.simulator.faults import LOOP_SESSION, looped
from companion.simulator.kinds import LAYOUTS
from companion.simulator.model import Pbx, Refusal
from companion.simulator.phones import Phones

PAGE: Final = "PbxAPI.aspx"
_SESSIONS_KEPT: Final = 100_000
_ACCEPTED: Final = "OK"
_LOGIN_PAGE: Final = """<!DOCTYPE html><html><head><title>3CX Management Console</title></head><body>
<form method="post" action="login.aspx"><label>User name <input name="user"></label>
<label>Password <input type="password" name="password"></label><button>Login</button></form></body></html>"""


class ClassicApi:
    """The one page of the classic API, in the folder where this kind of PBX has it."""

    def __init__(self, pbx: Pbx, phones: Phones) -> None:
        self._pbx = pbx
        self._phones = phones
        self._folder = LAYOUTS[pbx.options.kind].folder or "/"
        self._sessions: deque[str] = deque(maxlen=_SESSIONS_KEPT)
        self._known: set[str] = set()

    def session_of(self, path: str) -> str | None:
        """Return the session named in a path of ours, "" if there is none, None if the path is not ours.

        Paths are compared without regard to case, as IIS does.
        """
        folder, _, page = path.rpartition("/")
        base = self._folder.lower().rstrip("/")
        if page.lower() != PAGE.lower() or not folder.lower().startswith(base):
            return None
        rest = folder[len(base) :]
        if not rest:
            return ""
        inner = rest[len("/(S(") : -len("))")]
        return inner if rest.lower().startswith("/(s(") and rest.endswith("))") and "/" not in inner else None

    def routes(self) -> list[web.RouteDef]:
        """Return no endpoints of its own: the page's path is compared in another way than routes are."""
        return []

    def close(self) -> None:
        """Close nothing."""

    async def handle(self, request: web.Request) -> web.Response:
        """Answer a request for the page."""
        session = self.session_of(request.path)
        if session is None:
            return web.Response(status=404, text="404 - File or directory not found.")
        if session.startswith(LOOP_SESSION):
            return looped(request, self._pbx.options.redirect)
        if session not in self._known:
            return self._into_session(request)
        try:
            fields = parse_qsl(request.rel_url.raw_query_string, keep_blank_values=True, errors="strict")
            return web.Response(text=self._carry_out(fields))
        except UnicodeDecodeError:
            return web.Response(status=400, text="Bad Request")
        except Refusal as refusal:
            return self._refuse(refusal)

    def _into_session(self, request: web.Request) -> web.Response:
        if len(self._sessions) == _SESSIONS_KEPT:
            self._known.discard(self._sessions[0])
        session = secrets.token_hex(12)
        self._sessions.append(session)
        self._known.add(session)
        page = request.rel_url.raw_path.rpartition("/")[2]
        query = request.rel_url.raw_query_string
        location = f"{self._folder}(S({session}))/{page}" + (f"?{query}" if query else "")
        moved = f'<html><body><h2>Object moved to <a href="{html.escape(location)}">here</a>.</h2></body></html>'
        return web.Response(
            status=self._pbx.options.redirect, headers={"Location": location}, text=moved, content_type="text/html"
        )

    def _carry_out(self, fields: list[tuple[str, str]]) -> str:
        """Carry out a command and return the answer's text. Raises Refusal."""
        parameters: dict[str, str] = {}
        for name, value in fields:
            known = name.lower()
            # ASP.NET joins a parameter that stands twice with a comma
            parameters[known] = f"{parameters[known]},{value}" if known in parameters else value
        match parameters.get("func"):
            case "make_call":
                return self._make_call(parameters)
            case "upd_ext":
                return self._update(parameters)
            case _:
                raise Refusal("Error: unknown function")

    def _make_call(self, parameters: dict[str, str]) -> str:
        extension = self._pbx.extension(parameters.get("from", ""))
        if not secrets.compare_digest(parameters.get("pin", "").encode(), extension.setup.pin.encode()):
            raise Refusal("Error: wrong PIN", wrong_secret=True)
        self._phones.ring(self._pbx.new_call(extension.setup.number, parameters.get("to", "")))
        return _ACCEPTED

    def _update(self, parameters: dict[str, str]) -> str:
        if not secrets.compare_digest(parameters.get("pwd", "").encode(), self._pbx.options.password.encode()):
            raise Refusal("Error: wrong password", wrong_secret=True)
        named = {parameters[name] for name in ("ext_num", "extnum") if name in parameters}
        if len(named) != 1:
            raise Refusal("Error: invalid parameter ext_num")
        extension = self._pbx.extension(named.pop())
        wanted = {
            name: parameters[name] for name in ("disable", "disable_external", "record_calls") if name in parameters
        }
        if not wanted or not set(wanted.values()) <= {"0", "1"}:
            raise Refusal("Error: invalid parameter value")
        if "disable" in wanted:
            extension.enabled = wanted["disable"] == "0"
        if "disable_external" in wanted:
            extension.external_calls = wanted["disable_external"] == "0"
        if "record_calls" in wanted:
            extension.recording = wanted["record_calls"] == "1"
        self._pbx.changed()
        return _ACCEPTED

    def _refuse(self, refusal: Refusal) -> web.Response:
        if not refusal.wrong_secret or self._pbx.options.wrong_pin == "text":
            return web.Response(text=refusal.text)
        match self._pbx.options.wrong_pin:
            case "403":
                return web.Response(status=403, text="403 - Forbidden: Access is denied.")
            case "login-redirect":
                return web.Response(status=302, headers={"Location": "/login.aspx?ReturnUrl=%2f"})
            case _:
                return web.Response(text=_LOGIN_PAGE, content_type="text/html")
