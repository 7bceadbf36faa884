"""`callwith extension show`: how an extension is set, as the PBX says, or as we last set it."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from companion.cli.output import USAGE, Problem, say
from companion.errors import CallError
from companion.language import N_, _

if TYPE_CHECKING:
    from companion.extensions.record import LastSet
    from companion.pbx import ExtensionSettings, PbxClient, SetExtension

TITLES: Final = {"enabled": N_("enabled"), "external_calls": N_("external calls"), "recording": N_("recording")}
_LONGEST_NUMBER: Final = 20


def show(
    number: Annotated[str, typer.Argument(metavar="EXTENSION", help="The extension's number, for example 100.")],
) -> None:
    """Show how an extension is set.

    A V20 is asked. Older ones cannot tell: then it is what was last set from here, and when.
    """
    import asyncio
    import sqlite3

    from companion.cli import context
    from companion.extensions.record import Record
    from companion.pbx import Capability, kind_named

    check_number(number)
    if Capability.SHOW_EXTENSION in kind_named(context.settings().pbx.kind).capabilities:
        settings = asyncio.run(_shown(context.open_management(), number))
        say(_("Extension {number}").format(number=number) + (f", {settings.name}" if settings.name else ""))
        for name, value in as_shown(settings).items():
            say(f"  {_(TITLES[name])}: {'not told' if value is None else 'yes' if value else 'no'}")
        return
    try:
        with Record(record_file()) as record:
            known = record.last_set(place(), number)
    except (sqlite3.Error, OSError) as error:
        raise Problem(_("The record of what was set cannot be read: {error}.").format(error=error)) from None
    say(_("Extension {number}: this PBX cannot tell how it is set.").format(number=number))
    if not known:
        say(_("Nothing was set from here yet."))
    for each in known:
        at = each.at.astimezone().strftime("%Y-%m-%d %H:%M")
        say(
            _("  {setting}: {value}, as last set from here on {at}").format(
                setting=_(TITLES[each.setting]), value=_("yes") if each.value else _("no"), at=at
            )
        )


def check_number(number: str) -> None:
    """Refuse what is not an extension's number. Raises Problem."""
    if not (number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER):
        raise Problem(
            _("{number!r} is not an extension's number.").format(number=number),
            _("Write digits only, for example 100."),
            USAGE,
        )


def remember(command: "SetExtension") -> None:
    """Write down what was accepted; that it cannot be written is no failure of the command."""
    import sqlite3

    from companion.extensions.record import Record

    with contextlib.suppress(sqlite3.Error, OSError, CallError), Record(record_file()) as record:
        record.done(place(), command)


def place() -> str:
    """Name the PBX that the settings mean."""
    from companion.cli import context

    return context.settings().pbx.place


def record_file() -> Path:
    """Return where it is recorded what was set."""
    from companion.cli import context

    return context.paths().extensions


async def _shown(client: "PbxClient", extension: str) -> "ExtensionSettings":
    try:
        return await client.show_extension(extension)
    finally:
        await client.close()


def as_shown(settings: "ExtensionSettings") -> dict[str, bool | None]:
    """Return the PBX's word on each setting."""
    return {name: getattr(settings, name) for name in TITLES}


def as_recorded(settings: "list[LastSet]") -> dict[str, bool | None]:
    """Return our own last word on each setting."""
    return {each.setting: each.value for each in settings}
