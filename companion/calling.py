"""Places calls, for the host and for the command line alike: plan, journal, PBX, journal.

Nothing here is ever tried twice. An id is dialled once, for ever, because only the process that inserted it into the
journal goes on; and it is on disk before the PBX hears of it.
"""

import asyncio
from collections.abc import Callable
from typing import Final
from uuid import UUID

from companion import logs, numbering
from companion.credentials import open_credentials, required
from companion.dial_plan import Plan, PlanRefused
from companion.errors import CallError, Code, Phase, told
from companion.following import Followed, not_hung_up
from companion.gesture import Gesture, planned_for
from companion.journal import AlreadyAskedError, Asked, Journal
from companion.language import _
from companion.paths import Paths, stamp_of
from companion.pbx import MakeCall, PbxClient, open_client, preload
from companion.protocol import Call, CallState, Dial, RecentCall
from companion.secret import Secret
from companion.settings import Settings, load_settings
from companion.shortening import shortened
from companion.turn import take_turn

_log = logs.logger(__name__)

KEYRING_SECONDS: Final = 60.0
"""How long a keyring may wait for the person to unlock it; longer and they have gone away."""
LONGEST_MESSAGE: Final = 1000
"""Characters, as the contract has it."""

Say = Callable[[Call], None]


class Calling:
    """The calls of one process. Settings are read again whenever their file has changed."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._loaded: tuple[object, Settings] | None = None
        self._journal: Journal | None = None
        self._ready: asyncio.Task[None] | None = None
        self._under_way: dict[UUID, Followed] = {}

    async def prepare(self) -> None:
        """Import what the first call needs, and settle what a killed process left behind."""
        if self._ready is None:
            self._ready = asyncio.create_task(asyncio.to_thread(preload))
        try:
            settings = self.settings()
            await asyncio.to_thread(numbering.preload, settings.user.region)
            if lock := await take_turn(self._paths.turn):
                try:
                    await asyncio.to_thread(self._settle, self._opened(settings))
                finally:
                    lock.release()
        except CallError as error:
            _log.info("not ready: %s", error)
        await self._ready

    async def dial(self, dial: Dial, say: Say) -> None:
        """Carry out a `dial` of the extension; each state is said as it comes."""
        fields = dial.model_dump(exclude={"type"})
        await self.place(Gesture(**fields), say)

    async def place(self, gesture: Gesture, say: Say) -> Call:
        """Place a call and return how it ended up; each state, the last one too, is also said as it comes."""
        try:
            return await self._place(gesture, say)
        except CallError as error:
            _log.warning("call %s: %s", gesture.id, error.code)
            return _told(say, _refused(gesture.id, error))
        except Exception as fault:  # noqa: BLE001 - such as a module that an update has just removed; the person is told
            _log.error("call %s: a fault of our own, nothing was sent", gesture.id, exc_info=fault)
            return _told(say, _refused(gesture.id, CallError(Code.COMPANION_STOPPED, _("a fault of our own"))))

    async def hang_up(self, call: UUID) -> Call:
        """End a call and return how it stands, also one that has ended or is not followed here. Places nothing.

        Raises CallError for an id that was never asked for.
        """
        if followed := self._under_way.get(call):
            return await followed.hang_up()
        known = await asyncio.to_thread(self._opened(None).find, call)
        if known is None:
            raise CallError(Code.VALUE_NOT_ALLOWED, _("no call with this id was asked for"))
        state = known.state
        message = (
            _("The call has ended.") if state == "ended" else _("The last that is known: {state}.").format(state=state)
        )
        return not_hung_up(Call(id=call, state=state, dialled=known.dialled, code=known.code, message=message))

    def recent(self, limit: int) -> list[RecentCall]:
        """Return the latest calls, newest first. Raises CallError."""
        return self._opened(None).recent(limit)

    async def close(self) -> None:
        """Close the journal."""
        if self._journal is not None:
            self._journal.close()

    async def _place(self, gesture: Gesture, say: Say) -> Call:
        settings = self.settings()
        planned: Plan | None = None
        error: CallError | None = None
        try:
            planned = planned_for(gesture, settings)
        except PlanRefused as refused:
            planned, error = refused.plan, refused
        except CallError as not_understood:
            error = not_understood
        journal = self._opened(settings)
        if planned and not error:
            if before := await asyncio.to_thread(journal.find, gesture.id):
                error = CallError(Code.DUPLICATE_CALL)
                if before.state == "asked" and (lock := await take_turn(self._paths.turn, 0)):
                    try:  # nobody is placing it any more: a process was killed, and nothing more would ever be said
                        await asyncio.to_thread(self._settle, journal)
                    finally:
                        lock.release()
            elif lock := await take_turn(self._paths.turn):
                try:
                    await asyncio.to_thread(self._settle, journal)
                    call, followed = await self._placed(gesture, planned, settings, say)
                finally:
                    lock.release()
                return await self._to_its_end(call, followed)
        error = error or CallError(Code.TOO_MANY_CALLS, _("another call is being placed"))
        dialled = planned.dialled if planned else None
        if known := await self._ask(gesture, dialled, settings, error.code):
            return _told(say, known)
        return _told(say, _refused(gesture.id, error, dialled))

    async def _placed(
        self, gesture: Gesture, planned: Plan, settings: Settings, say: Say
    ) -> tuple[Call, Followed | None]:
        """Record, send, record; the turn is held."""
        dialled = planned.dialled
        if known := await self._ask(gesture, dialled, settings, None):
            return _told(say, known), None
        _log.info("call %s: asked, %s", gesture.id, shortened(dialled))
        say(
            Call(
                id=gesture.id,
                state="asked",
                dialled=dialled,
                message=_("Asking the PBX to call {number}.").format(number=dialled),
            )
        )
        call, followed = await self._sent(gesture, dialled, planned.note, settings, say)
        _log.info("call %s: %s %s", gesture.id, call.state, call.code or "")
        return _told(say, call), followed

    async def _sent(
        self, gesture: Gesture, dialled: str, note: str | None, settings: Settings, say: Say
    ) -> tuple[Call, Followed | None]:
        """Ask the PBX and write down what came of it, whatever comes."""
        sending = False
        client: PbxClient | None = None
        try:
            pin, password = await self._secrets(settings)
            await self._imported()
            client = _client(settings, pin, password, self._paths)
            sending = True
            accepted = await client.make_call(MakeCall(dialled))
        except CallError as error:
            await _closed(client)
            return await self._failed(gesture.id, dialled, error), None
        except asyncio.CancelledError:
            # The browser has gone; what is known is written before we are.
            state, code = ("unknown", Code.CALL_OUTCOME_UNKNOWN) if sending else ("refused", Code.COMPANION_STOPPED)
            self._record(gesture.id, "unknown" if sending else "refused", code)
            _log.info("call %s: stopped by the browser, %s", gesture.id, state)
            raise
        except Exception as fault:  # noqa: BLE001 - a fault of ours after sending must not look like "nothing sent"
            _log.error("call %s: a fault of our own", gesture.id, exc_info=fault)
            await _closed(client)
            phase = Phase.SENT_NO_ANSWER if sending else Phase.NOTHING_SENT
            code = Code.CALL_OUTCOME_UNKNOWN if sending else Code.COMPANION_STOPPED
            return await self._failed(gesture.id, dialled, CallError(code, _("a fault of our own"), phase=phase)), None
        taken: CallState = "handed_over" if accepted.handed_over else "accepted"
        await self._recorded(gesture.id, taken, None)
        if accepted.handed_over:
            message = _("Handed over to the web client; go on there to call {number}.").format(number=dialled)
        else:
            message = _("The PBX accepted the call: pick up your phone, and it dials {number}.").format(number=dialled)
        if note:
            message += f" {note}"
        call = Call(id=gesture.id, state=taken, dialled=dialled, message=message)
        if accepted.call is None:
            await _closed(client)
            return call, None
        return call, self._followed(call, client, accepted.call, say)

    def _followed(self, call: Call, client: PbxClient, name: str, say: Say) -> Followed:
        return Followed(call, client, name, record=lambda now: self._recorded(now.id, now.state, None), say=say)

    async def _to_its_end(self, call: Call, followed: Followed | None) -> Call:
        """Tell what becomes of the call, where the PBX says. The turn is given back: a talk may last an hour.

        Whoever stops it leaves the last state that was seen in the journal.
        """
        if followed is None:
            return call
        self._under_way[call.id] = followed
        try:
            return await followed.to_its_end()
        except Exception as fault:  # noqa: BLE001 - the call was placed: nothing may say that it was not
            _log.error("call %s: a fault of our own, not followed any more", call.id, exc_info=fault)
            return followed.call
        finally:
            del self._under_way[call.id]

    async def _ask(self, gesture: Gesture, dialled: str | None, settings: Settings, code: Code | None) -> Call | None:
        """Write the gesture down. Returns the reply for an id that was asked for before. Raises CallError."""
        asked = Asked(gesture.id, gesture.written, dialled, gesture.via, gesture.origin, code)
        limit = settings.limits.calls_per_minute
        asking = asyncio.create_task(asyncio.to_thread(self._opened(settings).ask, asked, calls_per_minute=limit))
        try:
            await asyncio.shield(asking)
        except asyncio.CancelledError:
            if code is None and await _succeeded(asking):  # "asked" would be settled as unknown, but nothing was sent
                self._record(gesture.id, "refused", Code.COMPANION_STOPPED)
            raise
        except AlreadyAskedError as before:
            sentence, remedy = told(Code.DUPLICATE_CALL)
            return Call(
                id=gesture.id,
                state=before.known.state if before.known else "unknown",
                dialled=before.known.dialled if before.known else None,
                code=Code.DUPLICATE_CALL,
                message=sentence,
                remedy=remedy,
            )
        return None

    async def _failed(self, call: UUID, dialled: str, error: CallError) -> Call:
        if error.phase is Phase.SENT_NO_ANSWER:
            await self._recorded(call, "unknown", Code.CALL_OUTCOME_UNKNOWN)
            return Call(
                id=call,
                state="unknown",
                dialled=dialled,
                code=Code.CALL_OUTCOME_UNKNOWN,
                message=error.message[:LONGEST_MESSAGE],
                remedy=told(Code.CALL_OUTCOME_UNKNOWN)[1],
            )
        await self._recorded(call, "refused", error.code)
        return _refused(call, error, dialled)

    async def _recorded(self, call: UUID, state: CallState, code: Code | None) -> None:
        """Write down what came of it, also when this is cancelled meanwhile: the browser may go at any moment."""
        writing = asyncio.create_task(asyncio.to_thread(self._record, call, state, code))
        try:
            await asyncio.shield(writing)
        except asyncio.CancelledError:
            await writing
            raise

    def _record(self, call: UUID, state: CallState, code: Code | None) -> None:
        """Write down what came of it. If that fails the person is still told; the record stays `asked`: unknown."""
        try:
            self._opened(None).outcome(call, state, code)
        except CallError as error:
            _log.error("call %s: %s, but not recorded: %s", call, state, error)

    async def _secrets(self, settings: Settings) -> tuple[Secret | None, Secret | None]:
        """Return the PIN, and the password only so that a PBX's words that repeat it are masked. Raises CallError."""
        if settings.pbx.kind == "v20-webclient":
            return None, None  # the person is logged in there
        credentials = open_credentials(settings.credentials.store, self._paths)

        def both() -> tuple[Secret, Secret | None]:
            return required(credentials, "pin"), credentials.get("password")

        try:
            return await asyncio.wait_for(asyncio.to_thread(both), KEYRING_SECONDS)
        except TimeoutError:
            raise CallError(
                Code.KEYRING_LOCKED, _("it did not answer within {seconds:.0f} s").format(seconds=KEYRING_SECONDS)
            ) from None

    async def _imported(self) -> None:
        if self._ready is None:
            self._ready = asyncio.create_task(asyncio.to_thread(preload))
        await asyncio.shield(self._ready)

    @staticmethod
    def _settle(journal: Journal) -> None:
        if journal.has_unsettled() and (left := journal.settle()):
            _log.warning("%d calls were left by a process that was stopped: outcome unknown", left)

    def settings(self) -> Settings:
        """Return the settings, read again if the file is another one. Raises CallError."""
        stamp = (stamp_of(self._paths.settings), stamp_of(self._paths.system))
        if self._loaded is None or stamp == (None, None) or self._loaded[0] != stamp:
            settings = load_settings(self._paths)
            logs.use_level(settings.logs.level)
            self._loaded = (stamp, settings)
            if self._journal is not None:
                self._journal.close()
                self._journal = None  # its settings may be others now
        return self._loaded[1]

    def _opened(self, settings: Settings | None) -> Journal:
        if self._journal is None:
            rules = settings.journal if settings else self._loaded[1].journal if self._loaded else None
            self._journal = Journal(
                self._paths.journal,
                shorten_numbers=rules.shorten_numbers if rules else False,
                keep_days=rules.keep_days if rules else None,
            )
        return self._journal


def _client(settings: Settings, pin: Secret | None, password: Secret | None, paths: Paths) -> PbxClient:
    try:
        return open_client(settings.pbx.address(), settings.user.extension, pin, password, tokens=paths.tokens)
    except ValueError as error:
        raise CallError(Code.SETTINGS_INVALID, _("[pbx] {error}").format(error=error)) from None


async def _succeeded(work: "asyncio.Task[None]") -> bool:
    await asyncio.wait({work})
    return not work.cancelled() and work.exception() is None


async def _closed(client: PbxClient | None) -> None:
    if client is not None:
        await client.close()


def _told(say: Say, call: Call) -> Call:
    say(call)
    return call


def _refused(call: UUID, error: CallError, dialled: str | None = None) -> Call:
    return Call(
        id=call,
        state="refused",
        dialled=dialled,
        code=error.code,
        message=error.message[:LONGEST_MESSAGE],
        remedy=error.remedy,
    )
