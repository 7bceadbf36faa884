"""`callwith policy`: the file with which an administrator gives browsers the extension, the host and settings."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from companion.cli.output import USAGE, Problem, error_console, say
from companion.language import N_, _

PolicyBrowser = StrEnum("PolicyBrowser", ["chrome", "chromium", "edge", "brave", "vivaldi", "firefox"])
PolicySystem = StrEnum("PolicySystem", ["linux", "macos", "windows"])

_HOW = {
    ("chromium", "linux"): N_("Put it into {place}, owned by root; chrome://policy shows it at once."),
    ("chromium", "windows"): N_("Import it as administrator with: reg import FILE. It goes to {place}."),
    ("chromium", "macos"): N_("Install it as a profile, by your device management or by opening it ({place})."),
    ("firefox", "linux"): N_("Put it into {place}, or its parts into the file that is there; about:policies shows it."),
    ("firefox", "windows"): N_(
        "Put it into {place} in Firefox's folder, or its parts into the file that is there; about:policies shows it."
    ),
    ("firefox", "macos"): N_("Install it as a profile, by your device management or by opening it ({place})."),
}


def policy(
    browser: Annotated[PolicyBrowser, typer.Option(help="The browser it is for.")],
    system: Annotated[
        PolicySystem | None, typer.Option("--os", help="The system it is for; left out, the one this runs on.")
    ] = None,
    settings: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="JSON with the extension's settings for all people, which it is to manage."),
    ] = None,
    install_from: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Update URL (Firefox: of the .xpi) in place of the store."),
    ] = None,
    extension_id: Annotated[
        str | None, typer.Option(metavar="ID", help="The extension's id, where a store has given it another.")
    ] = None,
    force_install: Annotated[
        bool, typer.Option("--force-install/--allow-install", help="Install it for everybody, or only allow it.")
    ] = True,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it there, instead of to the standard output.")
    ] = None,
) -> None:
    """Print a file that rolls the extension out.

    It installs the extension, lets it start the companion, and sets its settings. How to use it is said on the standard
    error stream. Register the companion for all users with: callwith install --system
    """
    from companion.installing.browsers import all_browsers
    from companion.installing.machine import System, this_machine
    from companion.installing.policies import Wanted, policy_file, store_of

    chosen = all_browsers()[browser]
    on = System(system) if system else this_machine().system
    extension = _checked_id(extension_id, chosen.family) if extension_id else _own_id(chosen.family)
    source = install_from or store_of(chosen, extension)
    wanted = Wanted(extension, source if force_install else None, _managed(settings) if settings else {})
    made = policy_file(chosen, on, wanted)
    if output:
        try:
            output.write_bytes(made.content)
        except OSError as error:
            raise Problem(_("{file} cannot be written: {why}.").format(file=output, why=error.strerror)) from None
        say(_("Written to {file}.").format(file=output), "green")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(made.content)
    error_console().print(_(_HOW[chosen.family, on]).format(place=made.place), style="dim")
    if settings is None:
        error_console().print(_("It sets nothing of the extension; for that: --settings FILE"), style="dim")


def _own_id(family: str) -> str:
    """Return the id that the extension has from us."""
    import json

    from companion.installing import datafiles

    host = json.loads(datafiles.read(f"{family}-host.json"))
    first = str((host.get("allowed_origins") or host.get("allowed_extensions"))[0])
    return first.removeprefix("chrome-extension://").removesuffix("/")


def _checked_id(text: str, family: str) -> str:
    from companion.installing.browsers import Family
    from companion.installing.manifests import CHROMIUM_ID, GECKO_ID

    if not (CHROMIUM_ID if family == Family.CHROMIUM else GECKO_ID).fullmatch(text):
        raise Problem(_("--extension-id: {name} is no extension's id.").format(name=repr(text)), exit_code=USAGE)
    return text


def _managed(file: Path) -> dict[str, Any]:
    from companion.installing import managed

    try:
        return managed.read(file)
    except OSError as error:
        why = error.strerror or str(error)
    except ValueError as error:
        why = str(error)
    raise Problem(
        _("--settings: {file} cannot be used: {why}.").format(file=file, why=why.removesuffix(".")),
        _("What may stand there: docs/administrators.md"),
        USAGE,
    )
