"""Puts the simulator together and serves it on loopback."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from aiohttp import web

from companion.simulator.classic import ClassicApi
from companion.simulator.control import PREFIX, Control, stranger
from companion.simulator.faults import Faults, Handler, perform
from companion.simulator.kinds import LAYOUTS
from companion.simulator.masked import masked_target
from companion.simulator.model import Pbx
from companion.simulator.options import Options
from companion.simulator.phones import Phones
from companion.simulator.v20 import V20Api

_PAGE_TYPES: Final = {"index.html": "text/html", "page.css": "text/css", "page.js": "text/javascript"}
_PAGE_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_SHUTDOWN_SECONDS: Final = 0.5


@dataclass(frozen=True, slots=True)
class Simulator:
    """A running simulator."""

    url: str
    """`http://127.0.0.1:5000`, without a slash at the end."""
    port: int
    pbx: Pbx
    phones: Phones
    faults: Faults
    api: ClassicApi | V20Api


async def _page(request: web.Request) -> web.Response:
    name = request.match_info.get("name") or "index.html"
    text = files("companion.simulator").joinpath("page", name).read_text("utf-8")
    return web.Response(text=text, content_type=_PAGE_TYPES[name], charset="utf-8", headers=_PAGE_HEADERS)


def _application(pbx: Pbx, api: ClassicApi | V20Api, faults: Faults, control: Control) -> web.Application:

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        """Log and spoil what is for the PBX; keep strangers from everything else."""
        own = request.path == "/" or request.path.startswith(PREFIX)
        if own:
            reason = stranger(request)
            return web.json_response({"error": reason}, status=403) if reason else await handler(request)
        entry = pbx.received(request.method, masked_target(request.raw_path))
        fault = faults.take(in_session=bool(api.session_of(request.path)))
        if pbx.options.latency:
            await asyncio.sleep(pbx.options.latency)
        try:
            if fault is None:
                response = await handler(request)
            else:
                entry.outcome = f"fault: {fault.kind}"
                response = await perform(fault, request, handler)
        except ConnectionResetError:
            return web.Response()  # the client left in the middle of a fault
        entry.status = response.status
        entry.outcome = entry.outcome or _outcome(response)
        pbx.changed()
        return response

    application = web.Application(middlewares=[guard])
    application.add_routes(
        [
            web.get("/", _page),
            web.get(PREFIX + "{name:page\\.css|page\\.js}", _page),
            *control.routes(),
            *api.routes(),
            web.route("*", "/{path:.*}", api.handle),
        ]
    )
    return application


def _outcome(response: web.StreamResponse) -> str:
    if "Location" in response.headers:
        return "redirected"
    text = response.text if isinstance(response, web.Response) else None
    return (text or "")[:80] if "<" not in (text or "<") else ""


@contextlib.asynccontextmanager
async def running(options: Options) -> AsyncIterator[Simulator]:
    """Serve a simulator until the block ends. Raises OSError when the port is taken."""
    pbx = Pbx(options)
    phones = Phones(pbx)
    faults = Faults()
    control = Control(pbx, phones, faults)
    api = V20Api(pbx, phones) if options.kind == "v20" else ClassicApi(pbx, phones)
    application = _application(pbx, api, faults, control)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        port = LAYOUTS[options.kind].port if options.port is None else options.port
        site = web.TCPSite(runner, options.host, port)
        await site.start()
        bound = int(runner.addresses[0][1])
        host = f"[{options.host}]" if ":" in options.host else options.host
        yield Simulator(f"http://{host}:{bound}", bound, pbx, phones, faults, api)
    finally:
        control.close()
        api.close()
        await phones.close()
        await runner.cleanup()


def run(options: Options, announce: Callable[[str], object] = print) -> None:
    """Serve until interrupted. `announce` is told the address once it can be reached. Raises OSError."""

    async def serve() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):  # Windows: KeyboardInterrupt ends it
                loop.add_signal_handler(number, stop.set)
        async with running(options) as simulator:
            announce(simulator.url)
            await stop.wait()

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve())
