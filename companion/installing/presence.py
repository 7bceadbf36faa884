"""Which browsers are on this machine, and which of them run in a sandbox that keeps hosts out."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from companion.installing.browsers import Browser, Places, all_browsers
from companion.installing.machine import Machine, System
from companion.language import _

LONGEST_LAUNCHER: Final = 64 * 1024
"""Bytes of a launcher script that are searched for a snap; Ubuntu's `/usr/bin/firefox` is under 1 KiB."""


class Packaging(StrEnum):
    """How a browser is installed, which decides whether it can start a program outside itself."""

    PLAIN = "plain"
    SNAP = "snap"
    FLATPAK = "flatpak"


@dataclass(frozen=True, slots=True)
class Present:
    """A browser that was found, and by what."""

    browser: Browser
    packaging: Packaging
    seen: Path


def _launches_snap(program: Path) -> bool:
    """Tell whether this is a snap's own command, or a small script that hands over to one."""
    real = program.resolve()
    if "snap" in real.parts[:3]:
        return True
    try:
        if not real.is_file() or real.stat().st_size > LONGEST_LAUNCHER:
            return False
        return b"/snap/bin/" in real.read_bytes()
    except OSError:
        return False


def _used(profile: Path) -> bool:
    """Tell whether a browser keeps a profile there, and not only some program's manifest of a native host."""
    if not profile.is_dir():
        return False
    try:
        entries = [entry.name.lower().replace("-", "") for entry in profile.iterdir()]
    except OSError:
        return True
    return entries != ["nativemessaginghosts"]


def _plain(places: Places, machine: Machine) -> Path | None:
    for name in places.programs:
        program = machine.program(name)
        if program and not (machine.system is System.LINUX and _launches_snap(program)):
            return program
    return next((path for path in map(machine.expand, places.profiles) if _used(path)), None)


def _snap(places: Places, machine: Machine) -> Path | None:
    if not places.snap:
        return None
    for candidate in (machine.expand(f"/snap/bin/{places.snap}"), machine.expand(f"{{home}}/snap/{places.snap}")):
        if candidate.exists():
            return candidate
    return next((p for name in places.programs if (p := machine.program(name)) and _launches_snap(p)), None)


def _flatpak(places: Places, machine: Machine) -> Path | None:
    if not places.flatpak:
        return None
    candidates = (
        f"{{home}}/.var/app/{places.flatpak}",
        f"{{home}}/.local/share/flatpak/app/{places.flatpak}",
        f"/var/lib/flatpak/app/{places.flatpak}",
    )
    return next((path for path in map(machine.expand, candidates) if path.exists()), None)


def find(browser: Browser, machine: Machine) -> list[Present]:
    """Every way this browser is installed here; empty if it is not."""
    places = browser.on(machine.system)
    ways = {Packaging.PLAIN: _plain(places, machine)}
    if machine.system is System.LINUX:
        ways |= {Packaging.SNAP: _snap(places, machine), Packaging.FLATPAK: _flatpak(places, machine)}
    return [Present(browser, packaging, seen) for packaging, seen in ways.items() if seen]


def find_all(machine: Machine) -> list[Present]:
    """Every browser on this machine."""
    return [present for browser in all_browsers().values() for present in find(browser, machine)]


def sandbox_advice(present: Present, machine: Machine) -> str | None:
    """Say what a person has to know about this packaging; None if the browser starts hosts without ado."""
    places = present.browser.on(machine.system)
    name = present.browser.name
    if present.packaging is Packaging.SNAP:
        if places.snap_hosts == "portal":
            return _(
                "{name} from the Snap store starts the companion through the desktop's portal: it asks once whether "
                "this is allowed. If nothing happens, install the browser from its maker's own packages."
            ).format(name=name)
        return _(
            "{name} from the Snap store cannot start any program outside itself, so it cannot call. "
            "Install it, or another browser, from its maker's own packages."
        ).format(name=name)
    if present.packaging is Packaging.FLATPAK:
        return _(
            "{name} from Flatpak cannot see programs outside its sandbox. Install it, or another browser, from its "
            "maker's own packages. Or, giving the sandbox up: {command}, and a launcher inside the sandbox that runs "
            "{launcher}."
        ).format(
            name=name,
            command=f"flatpak override --user --talk-name=org.freedesktop.Flatpak {places.flatpak}",
            launcher='`flatpak-spawn --host callwith-host "$@"`',
        )
    return None
