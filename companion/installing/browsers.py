"""The browsers we know, read from `native-messaging/locations.toml`."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from companion.installing import datafiles
from companion.installing.machine import System

HOST_NAME: Final = "org.callwith.companion"


class Family(StrEnum):
    """Decides how a manifest names those who may call, and what arguments the host is started with."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"


@dataclass(frozen=True, slots=True)
class Places:
    """One browser on one system; `locations.toml` says what each list means."""

    programs: tuple[str, ...]
    profiles: tuple[str, ...]
    manifests: tuple[str, ...]
    keys: tuple[str, ...]
    system: tuple[str, ...]
    policies: str | None
    snap: str | None
    snap_hosts: str | None
    flatpak: str | None


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser by the name used for `--browser`, and how people call it."""

    id: str
    name: str
    family: Family
    linux: Places
    macos: Places
    windows: Places

    def on(self, system: System) -> Places:
        """Its places on that system."""
        return {System.LINUX: self.linux, System.MACOS: self.macos, System.WINDOWS: self.windows}[system]


def _places(table: dict[str, Any]) -> Places:
    return Places(
        programs=tuple(table.get("programs", ())),
        profiles=tuple(table.get("profiles", ())),
        manifests=tuple(table.get("manifests", ())),
        keys=tuple(table.get("keys", ())),
        system=tuple(table.get("system", ())),
        policies=table.get("policies"),
        snap=table.get("snap"),
        snap_hosts=table.get("snap_hosts"),
        flatpak=table.get("flatpak"),
    )


@cache
def all_browsers() -> dict[str, Browser]:
    """Every known browser by id, in the order in which they are listed to people."""
    tables = tomllib.loads(datafiles.read("locations.toml").decode())["browser"]
    return {
        name: Browser(
            id=name,
            name=table["name"],
            family=Family(table["family"]),
            linux=_places(table["linux"]),
            macos=_places(table["macos"]),
            windows=_places(table["windows"]),
        )
        for name, table in tables.items()
    }
