"""Answers that place nothing: what a number would come to, and whether calls can be placed at all."""

import asyncio
import platform
from collections.abc import Callable

from companion import PROTOCOL, __version__
from companion.calling import LONGEST_MESSAGE
from companion.dial_plan import Plan, PlanRefused
from companion.errors import CallError, Code
from companion.gesture import Gesture, planned_for
from companion.protocol import Check, Preview, PreviewReply, StatusReply, Step
from companion.settings import Settings


def preview(asked: Preview, settings: Settings) -> PreviewReply:
    """Return what a dial of the popup would come to, step by step. Raises CallError where the plan lacks something."""
    gesture = Gesture(asked.id, asked.written, "popup", asked.extension, asked.region)
    planned, error = _planned(gesture, settings)
    barred = error is not None and error.code is not Code.CONFIRMATION_NEEDED
    steps = planned.steps if planned else ()
    return PreviewReply(
        id=asked.id,
        steps=[Step(name=each.name, result=each.result, sentence=each.sentence) for each in steps],
        dialled=planned.dialled if planned and not barred else None,
        note=planned.note if planned else None,
        code=error.code if error else None,
        message=error.message[:LONGEST_MESSAGE] if error else None,
        remedy=error.remedy if error else None,
    )


def _planned(gesture: Gesture, settings: Settings) -> tuple[Plan | None, CallError | None]:
    try:
        return planned_for(gesture, settings), None
    except PlanRefused as refused:
        return refused.plan, refused
    except CallError as error:
        if error.code is not Code.NUMBER_NOT_UNDERSTOOD:
            raise
        return None, error


class StatusDesk:
    """Tells whether calls can be placed, and why not."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings
        self._checks: asyncio.Task[list[Check]] | None = None

    def status(self, checks: list[Check] | None = None) -> StatusReply:
        """Return how things stand, as far as the settings say it. Knows no secret and no address."""
        settings, error = self._settings_or_error()
        return StatusReply(
            configured=settings is not None,
            pbx_kind=settings.pbx.kind if settings else None,
            extension=settings.user.extension if settings else None,
            region=settings.user.region if settings else None,
            version=__version__,
            protocol=PROTOCOL,
            python=platform.python_version(),
            checks=checks,
            code=error.code if error else None,
            message=error.message[:LONGEST_MESSAGE] if error else None,
            remedy=error.remedy if error else None,
        )

    async def checked(self) -> StatusReply:
        """Return the status with the doctor's checks. Takes seconds; who asks meanwhile gets the same ones."""
        from companion.checks import reported  # noqa: PLC0415 - what it imports no call needs

        if self._checks is None or self._checks.done():
            settings, _ = self._settings_or_error()
            self._checks = asyncio.create_task(reported.checks(settings.pbx.host if settings else None))
        return self.status(await asyncio.shield(self._checks))

    def _settings_or_error(self) -> tuple[Settings | None, CallError | None]:
        try:
            return self._settings(), None
        except CallError as error:
            return None, error
