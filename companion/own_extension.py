"""The user's own extension, as far as the settings under `[own_extension]` let its user change it.

The companion is who enforces that: what the browser asks for is checked here, and nothing reaches the PBX before.
Setting a value twice does no harm, so it may be asked for again; here nothing is tried again by itself.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Literal

from companion import logs
from companion.calling import KEYRING_SECONDS
from companion.credentials import open_credentials
from companion.errors import CallError, Code
from companion.extensions.record import Record
from companion.language import _
from companion.paths import Paths
from companion.pbx import Capability, PbxClient, SetExtension, kind_named, open_client
from companion.protocol import OwnExtensionReply, OwnSetting, SetOwnExtension
from companion.secret import Secret
from companion.settings import Settings

_log = logs.logger(__name__)

Name = Literal["recording", "external_calls"]
NAMES: Final[tuple[Name, ...]] = ("recording", "external_calls")
LONGEST_MESSAGE: Final = 1000
"""Characters, as the contract has it."""


class OwnExtensionDesk:
    """Answers `own_extension` and `set_own_extension`, one after the other. Never raises CallError: it is the reply."""

    def __init__(self, paths: Paths, settings: Callable[[], Settings]) -> None:
        self._paths = paths
        self._settings = settings
        self._turn = asyncio.Lock()

    async def read(self) -> OwnExtensionReply:
        """Return how it is set, as the PBX says or as it was last set from here."""
        return await self._answered(None)

    async def set(self, change: SetOwnExtension) -> OwnExtensionReply:
        """Change what may be changed, all of it in one request, and return how it is set then."""
        return await self._answered(change)

    async def _answered(self, change: SetOwnExtension | None) -> OwnExtensionReply:
        try:
            settings = self._settings()
        except CallError as error:
            return _failed(OwnExtensionReply(), error)
        reply = _as_allowed(settings)
        try:
            _refuse_what_is_not_allowed(settings, change)
            async with self._turn:
                client = await self._opened(settings)
                try:
                    return await self._carried_out(client, settings, reply, change)
                finally:
                    await client.close()
        except CallError as error:
            _log.info("own extension: %s", error.code)
            return _failed(reply, error)

    async def _opened(self, settings: Settings) -> PbxClient:
        store = open_credentials(settings.credentials.store, self._paths)

        def stored() -> Secret | None:
            return store.get("password")

        try:
            password = await asyncio.wait_for(asyncio.to_thread(stored), KEYRING_SECONDS)
        except TimeoutError:
            raise CallError(
                Code.KEYRING_LOCKED,
                _("it did not answer within {keyring_seconds:.0f} s").format(keyring_seconds=KEYRING_SECONDS),
            ) from None
        if not password:
            raise CallError(Code.NO_MANAGEMENT_PASSWORD)
        address, own = settings.pbx.address(), settings.user.extension
        try:
            return await asyncio.to_thread(open_client, address, own, None, password, tokens=self._paths.tokens)
        except ValueError as error:
            raise CallError(Code.SETTINGS_INVALID, _("[pbx] {error}").format(error=error)) from None

    async def _carried_out(
        self, client: PbxClient, settings: Settings, reply: OwnExtensionReply, change: SetOwnExtension | None
    ) -> OwnExtensionReply:
        own = settings.user.extension
        if change is not None:
            command = SetExtension(own, recording=change.recording, external_calls=change.external_calls)
            await client.set_extension(command)
            with suppress(sqlite3.Error, OSError):  # that it cannot be written down is no failure of the change
                await asyncio.to_thread(self._remember, settings, command)
        if Capability.SHOW_EXTENSION in client.capabilities:
            try:
                now = await client.show_extension(own)
            except CallError:
                if change is None:
                    raise
                # The change was made; what was asked for is what is known.
                return _with(reply, {name: (getattr(change, name), None) for name in NAMES})
            return _with(reply, {name: (getattr(now, name), None) for name in NAMES})
        return _with(reply, await asyncio.to_thread(self._last_set, settings))

    def _remember(self, settings: Settings, command: SetExtension) -> None:
        with Record(self._paths.extensions) as record:
            record.done(settings.pbx.place, command)

    def _last_set(self, settings: Settings) -> dict[Name, tuple[bool | None, str | None]]:
        try:
            with Record(self._paths.extensions) as record:
                known = {each.setting: each for each in record.last_set(settings.pbx.place, settings.user.extension)}
        except (sqlite3.Error, OSError):
            return {}
        return {name: (known[name].value, known[name].at.isoformat()) for name in NAMES if name in known}


def _as_allowed(settings: Settings) -> OwnExtensionReply:
    may = settings.own_extension
    return OwnExtensionReply(
        extension=settings.user.extension,
        recording=OwnSetting(may_set=may.recording),
        external_calls=OwnSetting(may_set=may.external_calls),
    )


def _refuse_what_is_not_allowed(settings: Settings, change: SetOwnExtension | None) -> None:
    may = settings.own_extension
    if change is None:
        wanted = [] if may.recording or may.external_calls else ["own_extension"]
    else:
        wanted = [name for name in NAMES if getattr(change, name) is not None and not getattr(may, name)]
    if wanted:
        raise CallError(Code.SETTING_NOT_ALLOWED, None if change is None else ", ".join(wanted))
    if Capability.SET_EXTENSION not in kind_named(settings.pbx.kind).capabilities:
        raise CallError(Code.NOT_ALLOWED, _("this kind of PBX cannot change extensions"))


def _with(reply: OwnExtensionReply, known: dict[Name, tuple[bool | None, str | None]]) -> OwnExtensionReply:
    def now(name: Name, before: OwnSetting) -> OwnSetting:
        value, at = known.get(name, (None, None))
        return before.model_copy(update={"value": value, "set_at": at})

    return reply.model_copy(
        update={
            "recording": now("recording", reply.recording),
            "external_calls": now("external_calls", reply.external_calls),
        }
    )


def _failed(reply: OwnExtensionReply, error: CallError) -> OwnExtensionReply:
    return reply.model_copy(
        update={"code": error.code, "message": error.message[:LONGEST_MESSAGE], "remedy": error.remedy}
    )
