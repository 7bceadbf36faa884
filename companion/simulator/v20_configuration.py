"""The simulated V20's Configuration API: users with OData filter, select and PATCH, and calls."""

import json
import re
from typing import Any, Final

from aiohttp import web

from companion.simulator.model import Extension, Pbx, Refusal
from companion.simulator.phones import Phones
from companion.simulator.v20_access import Access

_USER_FIELDS: Final = ("Id", "Number", "DisplayName", "Enabled", "Internal", "RecordCalls", "AuthPassword")
_FILTER: Final = re.compile(r"\s*Number\s+eq\s+'((?:[^']|'')*)'\s*")
_PATCHED: Final = {"Enabled": "enabled", "Internal": "external_calls", "RecordCalls": "recording"}
_MOST_TOP: Final = 100


def odata_error(status: int, message: str, target: str = "") -> web.Response:
    """Refuse in the Configuration API's shape."""
    detail = {"code": "", "message": message, "target": target}
    text = f"{target}:\n{message}" if target else message
    return web.json_response({"error": {"code": "", "message": text, "details": [detail]}}, status=status)


class Configuration:
    """`/xapi/v1`."""

    def __init__(self, pbx: Pbx, phones: Phones, access: Access) -> None:
        self._pbx = pbx
        self._phones = phones
        self._denied = access.denied

    def routes(self) -> list[web.RouteDef]:
        """Return the endpoints."""
        return [
            web.get("/xapi/v1/Users", self._users),
            web.patch("/xapi/v1/Users({id:[0-9]+})", self._change),
            web.post("/xapi/v1/Users/Pbx.MakeCall", self._make_call),
            web.post("/xapi/v1/ActiveCalls({id:[0-9]+})/Pbx.DropCall", self._drop),
            web.route("*", "/xapi/{rest:.*}", self._unknown),
        ]

    async def _unknown(self, request: web.Request) -> web.Response:
        return self._denied(request) or odata_error(404, "Not found")

    async def _users(self, request: web.Request) -> web.Response:
        denied = self._denied(request)
        if denied is not None:
            return denied
        query = request.query
        extensions = list(self._pbx.extensions.values())
        if "$filter" in query:
            wanted = _FILTER.fullmatch(query["$filter"])
            if wanted is None:
                return odata_error(400, "The query specified in the URI is not valid.", "$filter")
            number = wanted[1].replace("''", "'")
            extensions = [extension for extension in extensions if extension.setup.number == number]
        top, skip = query.get("$top", str(_MOST_TOP)), query.get("$skip", "0")
        if not (top.isdecimal() and skip.isdecimal() and int(top) <= _MOST_TOP):
            return odata_error(400, f"The limit of '{_MOST_TOP}' for Top query has been exceeded.", "$top")
        names = [name.strip() for name in query.get("$select", ",".join(_USER_FIELDS)).split(",")]
        unknown = [name for name in names if name not in _USER_FIELDS]
        if unknown:
            return odata_error(400, f"Could not find a property named '{unknown[0]}'", "$select")
        shown = [self._user(extension, names) for extension in extensions[int(skip) :][: int(top)]]
        return web.json_response({"@odata.context": "/xapi/v1/$metadata#Users", "value": shown})

    @staticmethod
    def _user(extension: Extension, names: list[str]) -> dict[str, Any]:
        properties = {
            "Id": extension.id,
            "Number": extension.setup.number,
            "DisplayName": extension.setup.name or None,
            "Enabled": extension.enabled,
            "Internal": not extension.external_calls,
            "RecordCalls": extension.recording,
            "AuthPassword": "sip-secret-that-nobody-should-ask-for",
        }
        return {name: properties[name] for name in names if properties[name] is not None}

    async def _change(self, request: web.Request) -> web.Response:
        denied = self._denied(request)
        if denied is not None:
            return denied
        wanted = int(request.match_info["id"][:12])
        extension = next((entry for entry in self._pbx.extensions.values() if entry.id == wanted), None)
        if extension is None:
            return odata_error(404, "WARNINGS.XAPI.NOT_FOUND", "Id")
        try:
            changes = json.loads(await request.read())
        except ValueError:
            changes = None
        if not isinstance(changes, dict) or not changes:
            return odata_error(400, "The input was not valid.")
        for name, value in changes.items():
            if name not in _PATCHED or not isinstance(value, bool):
                return odata_error(400, "WARNINGS.XAPI.INVALID", name)
        for name, value in changes.items():
            setattr(extension, _PATCHED[name], not value if name == "Internal" else value)
        self._pbx.changed()
        return web.Response(status=204)

    async def _make_call(self, request: web.Request) -> web.Response:
        denied = self._denied(request)
        if denied is not None:
            return denied
        try:
            body = json.loads(await request.read())
            call = self._pbx.new_call(str(body["dn"]), str(body["destination"]))
        except (ValueError, TypeError, KeyError):
            return odata_error(400, "The input was not valid.")
        except Refusal as refusal:
            return odata_error(422, refusal.text)
        self._phones.ring(call)
        result = {"Id": call.id, "Status": "Ringing", "DN": call.caller, "CallId": call.id}
        return web.json_response({"FinalStatus": "Success", "ReasonText": "", "Result": result})

    async def _drop(self, request: web.Request) -> web.Response:
        denied = self._denied(request)
        if denied is not None:
            return denied
        call = self._pbx.call(int(request.match_info["id"][:12]))
        if call is None or not self._phones.hang_up(call, "PBX"):
            return odata_error(404, "WARNINGS.XAPI.NOT_FOUND", "Id")
        return web.Response(status=204)
