"""`callwith browser-extension`: where the extension that came with the companion is, or a copy of it."""

import os
import shutil
from pathlib import Path
from typing import Annotated, Final

import typer

from companion.cli.output import USAGE, Problem, for_eyes, say
from companion.language import _

FAMILIES: Final = ("chromium", "firefox")


def browser_extension(
    browser: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="chromium (also Chrome, Edge, Brave, Vivaldi) or firefox; only its folder."),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Copy it there, for browsers that do not see hidden or system folders."),
    ] = None,
) -> None:
    """Show where the browser extension is.

    Load it from there, or copy it with --to; make a new copy after an upgrade. With --browser only the folder is
    printed, for scripts.
    """
    if browser is not None and browser not in FAMILIES:
        raise Problem(
            _("--browser: {name} is not known.").format(name=repr(browser)),
            _("Known: {names}").format(names=", ".join(FAMILIES)),
            USAGE,
        )
    places = {family: _place(family, to) for family in ([browser] if browser else FAMILIES)}
    if browser:
        say(str(places[browser]))
        return
    say(_("Chrome, Chromium, Edge, Brave, Vivaldi: {folder}").format(folder=for_eyes(str(places["chromium"]))))
    say("  " + _("Open chrome://extensions, switch developer mode on, press “Load unpacked” and choose that folder."))
    say(_("Firefox, LibreWolf: {folder}").format(folder=for_eyes(str(places["firefox"]))))
    say(
        "  " + _("Open about:debugging#/runtime/this-firefox, press “Load Temporary Add-on”, choose its manifest.json.")
    )


def _place(family: str, to: Path | None) -> Path:
    """Return the extension's folder, or that of a fresh copy below `to`. Raises Problem."""
    from companion.installing.datafiles import built_extension

    found = built_extension(family)
    if found is None:
        raise Problem(
            _("This installation came without the browser extension."),
            _("In a checkout run: make build. Otherwise: pipx install --force callwith"),
        )
    return found if to is None else _copy(found, to.expanduser().absolute() / f"callwith-{family}")


def _copy(source: Path, target: Path) -> Path:
    """Replace what an earlier copy left, and nothing that is not one. Raises Problem."""
    if target.exists() and not (target / "manifest.json").is_file():
        raise Problem(
            _("{folder} is there already and is not a copy of the extension.").format(folder=target),
            _("Choose another folder with --to."),
            USAGE,
        )
    new = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, new)
        if target.exists():
            shutil.rmtree(target)
        new.rename(target)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        raise Problem(
            _("The extension cannot be copied to {folder}: {why}.").format(folder=target, why=error.strerror or error)
        ) from error
    return target
