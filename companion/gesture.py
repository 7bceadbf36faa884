"""Somebody asks for a call, and what the dial plan of the settings makes of it. Pure."""

from dataclasses import dataclass
from uuid import UUID

from companion.dial_plan import Plan, plan
from companion.journal import JournalVia
from companion.settings import Settings


@dataclass(frozen=True, slots=True)
class Gesture:
    """Somebody asks for a call: a message of the extension, or a command."""

    id: UUID
    written: str
    via: JournalVia
    extension: str | None = None
    region: str | None = None
    """The page's, or the one given with the command."""
    origin: str | None = None
    confirmed: bool = False


def planned_for(gesture: Gesture, settings: Settings) -> Plan:
    """Plan a gesture's call. A region given with a command is the number's; a page's helps where the user's has none.

    Raises CallError, and PlanRefused with the steps for a number that is understood but not dialled.
    """
    by_command = gesture.via == "cli"
    return plan(
        gesture.written,
        gesture.extension,
        dial_plan=settings.dial_plan,
        region=settings.user.region,
        page_region=None if by_command else gesture.region,
        named_region=gesture.region if by_command else None,
        confirmed=gesture.confirmed,
    )
