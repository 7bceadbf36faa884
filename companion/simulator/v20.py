"""V20's Call Control: devices, participants, making and ending calls, and the event socket."""

import asyncio
import json
from typing import Any, Final
from urllib.parse import unquote

from aiohttp import WSMsgType, web

from companion.simulator.model import Call, Extension, Pbx, Refusal
from companion.simulator.phones import Phones
from companion.simulator.v20_access import Access
from companion.simulator.v20_configuration import Configuration

_STATUS: Final = {"caller_ringing": "Ringing", "dialling": "Dialing", "connected": "Connected"}
_UPSERT, _REMOVE = 0, 1


def control_error(status: int, text: str) -> web.Response:
    """Refuse in Call Control's shape."""
    return web.json_response({"finalstatus": "Failed", "reason": "Refused", "reasontext": text}, status=status)


def device_id(extension: Extension, device: str) -> str:
    """Return the id of one of an extension's phones, as awkward as real ones."""
    place = list(extension.setup.devices).index(device) + 1
    return f"sip:{extension.setup.number}@10.0.{extension.id % 256}.{place}:5060"


class V20Api:
    """The APIs of a V20."""

    def __init__(self, pbx: Pbx, phones: Phones) -> None:
        self._pbx = pbx
        self._phones = phones
        self.access = Access(pbx.options)
        self._denied = self.access.denied
        self._configuration = Configuration(pbx, phones, self.access)
        self._sockets: set[asyncio.Queue[str | None]] = set()
        self._told: dict[int, str] = {}
        self._sequence = 0
        pbx.subscribe(self._tell)

    def routes(self) -> list[web.RouteDef]:
        """Return the endpoints."""
        dn = "/callcontrol/{dn}"
        return [
            web.post("/connect/token", self.access.sign_in),
            web.get("/callcontrol/ws", self._events),
            web.get("/callcontrol", self._all),
            web.get(dn, self._one),
            web.get(f"{dn}/devices", self._devices),
            web.get(f"{dn}/participants", self._participants),
            web.get(f"{dn}/participants/{{id:[0-9]+}}", self._participant),
            web.post(f"{dn}/participants/{{id:[0-9]+}}/{{action:drop|answer}}", self._act),
            web.post(f"{dn}/makecall", self._make_call),
            web.post(f"{dn}/devices/{{device:[^/]+}}/makecall", self._make_call),
            *self._configuration.routes(),
        ]

    @staticmethod
    def session_of(_path: str) -> str | None:
        """V20 has no sessions in its paths."""
        return None

    @staticmethod
    async def handle(_request: web.Request) -> web.Response:
        """Answer a path that is none of these APIs'."""
        return web.Response(status=404, text="Not found")

    def close(self) -> None:
        """End the event sockets."""
        for queue in self._sockets:
            queue.put_nowait(None)

    def _live(self, dn: str) -> list[Call]:
        return [call for call in self._pbx.calls if call.caller == dn and call.state != "ended"]

    def _shown(self, call: Call) -> dict[str, Any]:
        extension = self._pbx.extensions[call.caller]
        return {
            "id": call.id,
            "status": _STATUS[call.state],
            "dn": call.caller,
            "party_caller_name": "",
            "party_dn": call.destination if call.internal else "10000",
            "party_caller_id": call.destination,
            "party_did": "",
            "device_id": device_id(extension, call.device),
            "party_dn_type": "Wextension" if call.internal else "Wexternalline",
            "direct_control": True,
            "callid": call.id,
            "legid": 1,
        }

    def _entity(self, extension: Extension) -> dict[str, Any]:
        dn = extension.setup.number
        return {
            "dn": dn,
            "type": "Wextension",
            "devices": self._phones_of(extension),
            "participants": [self._shown(call) for call in self._live(dn)],
        }

    @staticmethod
    def _phones_of(extension: Extension) -> list[dict[str, str]]:
        return [
            {"dn": extension.setup.number, "device_id": device_id(extension, device), "user_agent": device}
            for device in extension.setup.devices
        ]

    def _extension(self, request: web.Request) -> Extension | web.Response:
        """Find the extension of the path, if the caller may see it."""
        denied = self._denied(request)
        if denied is not None:
            return denied
        extension = self._pbx.extensions.get(request.match_info["dn"])
        return extension if extension is not None else control_error(403, "The extension is not controlled")

    async def _all(self, request: web.Request) -> web.Response:
        return self._denied(request) or web.json_response(
            [self._entity(extension) for extension in self._pbx.extensions.values()]
        )

    async def _one(self, request: web.Request) -> web.Response:
        extension = self._extension(request)
        return extension if isinstance(extension, web.Response) else web.json_response(self._entity(extension))

    async def _devices(self, request: web.Request) -> web.Response:
        extension = self._extension(request)
        return extension if isinstance(extension, web.Response) else web.json_response(self._phones_of(extension))

    async def _participants(self, request: web.Request) -> web.Response:
        extension = self._extension(request)
        if isinstance(extension, web.Response):
            return extension
        return web.json_response([self._shown(call) for call in self._live(extension.setup.number)])

    def _call_of(self, request: web.Request, extension: Extension) -> Call | web.Response:
        call = self._pbx.call(int(request.match_info["id"][:12]))
        if call is None or call.caller != extension.setup.number or call.state == "ended":
            return control_error(404, "The participant is not there")
        return call

    async def _participant(self, request: web.Request) -> web.Response:
        extension = self._extension(request)
        if isinstance(extension, web.Response):
            return extension
        call = self._call_of(request, extension)
        return call if isinstance(call, web.Response) else web.json_response(self._shown(call))

    async def _act(self, request: web.Request) -> web.Response:
        extension = self._extension(request)
        if isinstance(extension, web.Response):
            return extension
        call = self._call_of(request, extension)
        if isinstance(call, web.Response):
            return call
        if request.match_info["action"] == "drop":
            self._phones.hang_up(call, "caller")
        elif call.state != "caller_ringing" or not self._phones.answer(call):
            return control_error(422, "Nothing rings there")
        return web.json_response({"finalstatus": "Success", "reason": "NotSpecified", "reasontext": ""})

    async def _make_call(self, request: web.Request) -> web.Response:
        extension = self._extension(request)
        if isinstance(extension, web.Response):
            return extension
        wanted = request.match_info.get("device")
        known = {device_id(extension, device): device for device in extension.setup.devices}
        device = known.get(unquote(wanted)) if wanted else ""
        if device is None:
            return control_error(422, "The device is not registered")
        try:
            destination = json.loads(await request.read())["destination"]
            call = self._pbx.new_call(extension.setup.number, str(destination), device)
        except (ValueError, TypeError, KeyError):
            return control_error(400, "The request is not understood")
        except Refusal as refusal:
            return control_error(422, refusal.text)
        self._phones.ring(call)
        return web.json_response(
            {"finalstatus": "Success", "reason": "NotSpecified", "reasontext": "", "result": self._shown(call)}
        )

    async def _events(self, request: web.Request) -> web.StreamResponse:
        denied = self._denied(request)
        if denied is not None:
            return denied
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._sockets.add(queue)

        async def send() -> None:
            while (text := await queue.get()) is not None:
                await socket.send_str(text)
            await socket.close()

        sending = asyncio.create_task(send())
        try:
            async for message in socket:
                if message.type is WSMsgType.ERROR:
                    break
        finally:
            self._sockets.discard(queue)
            sending.cancel()
        return socket

    def drop_sockets(self) -> None:
        """Close every event socket, as a PBX that restarts does."""
        self.close()

    def _tell(self) -> None:
        """Send an event for every call whose state is not the one told last."""
        known = {call.id: call for call in self._pbx.calls}
        self._told = {call_id: state for call_id, state in self._told.items() if call_id in known}
        for call in known.values():
            if self._told.get(call.id) == call.state:
                continue
            self._told[call.id] = call.state
            self._sequence += 1
            event = {
                "event_type": _REMOVE if call.state == "ended" else _UPSERT,
                "entity": f"/callcontrol/{call.caller}/participants/{call.id}",
                "attached_data": None,
            }
            for queue in self._sockets:
                queue.put_nowait(json.dumps({"sequence": self._sequence, "event": event}))
