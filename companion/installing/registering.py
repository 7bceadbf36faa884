"""Registering the host with a browser, mending what is there, and taking it away again."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from companion.installing import ledger as ledgers
from companion.installing.browsers import HOST_NAME, Browser, Family
from companion.installing.ledger import Ledger
from companion.installing.machine import Machine, System
from companion.installing.manifests import faults, rendered
from companion.installing.registry import Registry, parents
from companion.language import N_

MANIFEST: Final = f"{HOST_NAME}.json"


class Change(StrEnum):
    """What was done to a manifest."""

    NEW = N_("registered")
    HEALED = N_("mended")
    UNCHANGED = N_("already registered")
    REMOVED = N_("removed")
    ABSENT = N_("was not registered")
    SHARED = N_("kept, another browser uses it")


@dataclass(frozen=True, slots=True)
class Target:
    """One place a browser looks in: a file and, on Windows, the registry key that names it."""

    family: Family
    file: Path
    key: str | None = None
    own: bool = True
    """False where the browser also reads another browser's place."""


def targets(browser: Browser, machine: Machine, data: Path, *, everybody: bool = False) -> list[Target]:
    """Every place that gets a manifest for this browser. `data` is our own folder: Windows' files live there.

    `everybody` names the places for all users of the machine; a browser may have none.
    """
    places = browser.on(machine.system)
    if machine.system is System.WINDOWS:
        file = data / "native-messaging" / browser.family / MANIFEST
        keys = [f"{key}\\{HOST_NAME}" for key in places.keys]
        return [Target(browser.family, file, key, own=position == 0) for position, key in enumerate(keys)]
    folders = [machine.expand(folder) for folder in (places.system if everybody else places.manifests)]
    if everybody:  # no second /usr/lib64 where the system has none
        folders = [folder for folder in folders if folder.parents[1].exists() or "usr" not in folder.parts]
    files = [folder / MANIFEST for folder in folders]
    return [Target(browser.family, file, own=position == 0) for position, file in enumerate(files)]


def profile_target(user_data_dir: Path) -> Target:
    """Return the place in a Chromium-family browser's own `--user-data-dir`."""
    return Target(Family.CHROMIUM, user_data_dir.absolute() / "NativeMessagingHosts" / MANIFEST)


def state(target: Target, wanted: dict[str, Any], registry: Registry | None) -> list[str] | None:
    """None if nothing is registered there; otherwise what is wrong with it, empty if nothing is."""
    wrong = []
    if target.key and registry:
        named = registry.read(target.key)
        if named is None:
            return None
        if Path(named) != target.file:
            wrong.append(f"the registry names {named}")
    try:
        found = target.file.read_bytes()
    except FileNotFoundError:
        return [*wrong, f"{target.file} does not exist"] if target.key else None
    except OSError as error:
        return [*wrong, f"{target.file} cannot be read: {error.strerror}"]
    return wrong + faults(found, wanted, target.family)


def register(target: Target, wanted: dict[str, Any], registry: Registry | None, ledger: Ledger) -> Change:
    """Put the manifest there or mend it. OSError if that is not possible."""
    before = state(target, wanted, registry)
    ledger.note_manifest(target.file)
    if before == []:
        return Change.UNCHANGED
    for folder in ledgers.make_folder(target.file.parent):
        ledger.note_folder(folder)
    ledgers.replace(target.file, rendered(wanted))
    if target.key and registry:
        for key in (target.key, *parents(target.key)):
            if not registry.exists(key):
                ledger.note_key(key)
        registry.write(target.key, str(target.file))
    return Change.NEW if before is None else Change.HEALED


def unregister(target: Target, registry: Registry | None, ledger: Ledger, *, keep_file: bool = False) -> Change:
    """Take the manifest away, and folders and keys that we made and that are empty now."""
    there = False
    if target.key and registry:
        there = registry.remove_if_empty(target.key)
        ledger.keys = [key for key in ledger.keys if key != target.key]
        for key in parents(target.key):
            if key in ledger.keys and registry.remove_if_empty(key):
                ledger.keys.remove(key)
    if not keep_file:
        there = target.file.exists() or target.file.is_symlink() or there
        target.file.unlink(missing_ok=True)
        ledger.manifests = [file for file in ledger.manifests if file != str(target.file)]
        ledger.remove_empty_folders()
    return Change.REMOVED if there else Change.ABSENT
