"""What can be checked on this machine alone: program, settings, secrets, journal, clock, proxy."""

import os
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import metadata
from typing import Final

from companion import PROTOCOL, __version__, folders
from companion.checks import system
from companion.checks.result import Check, Health
from companion.credentials import NAMES, Name, open_credentials, title
from companion.errors import CallError, Code, remedy_of, sentence_of
from companion.installing import host_program
from companion.journal import Journal
from companion.paths import Paths
from companion.settings import Settings, load_merged

OLDEST_PYTHON: Final = (3, 11)
KEYRING_SECONDS: Final = 20.0
"""A locked keyring asks for its password in a window; nobody may be there to answer it."""
PARTS: Final = ("aiohttp", "pydantic", "keyring", "phonenumbers", "platformdirs", "typer", "rich")
PROXIES: Final = ("http_proxy", "https_proxy", "all_proxy")
BUILT: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock before this is wrong: the program is younger."""

_AGAIN: Final = "Install again: pipx install --force callwith"


def program() -> Iterator[Check]:
    """Check the interpreter, the installed parts and the host's entry point."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        says = f"Python {version} is too old; 3.11 or newer is needed."
        yield Check("Program", "python", Health.FAIL, says, "Install a newer Python, then callwith again.")
    else:
        yield Check("Program", "python", Health.OK, f"Python {version} ({sys.executable}).")
    try:
        installed = metadata.version("callwith")
    except metadata.PackageNotFoundError:
        installed = None
    if installed == __version__:
        yield Check("Program", "version", Health.OK, f"callwith {__version__}, protocol {PROTOCOL}.")
    else:
        says = f"The program is {__version__}, but {installed or 'nothing'} is installed."
        yield Check("Program", "version", Health.WARN, says, _AGAIN)
    yield _parts()
    host = host_program.find()
    if host:
        yield Check("Program", "host_program", Health.OK, f"The browsers' program is {host}.")
    else:
        says = f"The program {host_program.NAME}, which browsers start, is not installed."
        yield Check("Program", "host_program", Health.FAIL, says, _AGAIN)


def _parts() -> Check:
    found, lacking = [], []
    for name in PARTS:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            lacking.append(name)
    if lacking:
        return Check("Program", "parts", Health.FAIL, f"Parts are missing: {', '.join(lacking)}.", _AGAIN)
    return Check("Program", "parts", Health.OK, f"{', '.join(found)}.")


def settings() -> tuple[Settings | None, list[Check]]:
    """Read the settings; None where there are none or wrong ones."""
    paths = Paths.current()
    home = folders.home()
    checks = []
    if home:
        says = f"{folders.HOME_VARIABLE} is set: settings, journal and logs are in {home}."
        checks.append(Check("Settings", "home", Health.OK, says))
    if shared := system.settings(paths):
        checks.append(shared)
        if shared.health is Health.FAIL:
            return None, checks
    try:
        found, overruled = load_merged(paths)
    except CallError as error:
        remedy = error.remedy
        if error.code is Code.SETTINGS_INVALID:
            remedy = f"Mend this in {paths.settings}, or move the file away and run: callwith setup"
        checks.append(Check("Settings", "settings", Health.FAIL, sentence_of(error), remedy))
        return None, checks
    says = f"{found.pbx.kind}, extension {found.user.extension}, in {paths.settings}."
    checks.append(Check("Settings", "settings", Health.OK, says))
    if overruled:
        checks.append(system.overruled(paths, overruled))
    if found.user.region is None:
        says = "No country is set: numbers without a country code depend on the page's."
        checks.append(Check("Settings", "region", Health.WARN, says, "Run: callwith setup --region …"))
    return found, checks


def secrets(settings: Settings) -> Iterator[Check]:
    """Check that the store can be read and holds what calls need."""
    answer: dict[str, bool | CallError] = {}

    def ask() -> None:
        store = open_credentials(settings.credentials.store, Paths.current())
        for name in NAMES:
            try:
                answer[name] = bool(store.get(name))
            except CallError as error:
                answer[name] = error

    asking = threading.Thread(target=ask, daemon=True)  # a keyring that never answers must not keep the doctor
    asking.start()
    asking.join(KEYRING_SECONDS)
    name = "keyring" if settings.credentials.store == "keyring" else "secrets file"
    if len(answer) < len(NAMES):
        says = f"The {name} does not answer."
        yield Check("Secrets", "keyring", Health.FAIL, says, "Unlock it, or answer the question it has on the screen.")
        return
    fault = next((value for value in answer.values() if isinstance(value, CallError)), None)
    if fault:
        yield Check("Secrets", "keyring", Health.FAIL, sentence_of(fault), remedy_of(fault))
        return
    yield Check("Secrets", "keyring", Health.OK, f"The {name} can be read.")
    kind = settings.pbx.kind
    if kind != "v20-webclient":  # there the person is signed in
        yield _secret("pin", kind, Health.FAIL, stored=answer["pin"] is True)
        yield _secret("password", kind, Health.SKIP, stored=answer["password"] is True)


def _secret(name: Name, kind: str, otherwise: Health, *, stored: bool) -> Check:
    if stored:
        return Check("Secrets", name, Health.OK, f"{title(name, kind)} is stored.")
    if otherwise is Health.SKIP:
        return Check("Secrets", name, otherwise, f"{title(name, kind)} is not stored; only administrators need it.")
    return Check("Secrets", name, otherwise, f"{title(name, kind)} is not stored.", f"Run: callwith secret set {name}")


def journal() -> Iterator[Check]:
    """Check that calls can be recorded; without that none is placed."""
    path = Paths.current().journal
    if not path.exists():
        folder = next(folder for folder in path.parents if folder.exists())
        if os.access(folder, os.W_OK):
            yield Check("Journal", "journal", Health.OK, f"No call was recorded yet; they will be in {path}.")
        else:
            says = f"The journal {path} cannot be made: {folder} may not be written."
            yield Check("Journal", "journal", Health.FAIL, says, f"Make {folder} writable for yourself.")
        return
    found = Journal(path)
    try:
        yield Check("Journal", "journal", Health.OK, f"{found.check()}.")
    except CallError as error:
        remedy = "Check the disk's space and rights; a damaged journal is kept aside and a new one begun."
        yield Check("Journal", "journal", Health.FAIL, sentence_of(error), remedy)
    finally:
        found.close()
    aside = sorted(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}"))
    if aside:
        says = f"A damaged journal was kept aside: {', '.join(file.name for file in aside)}."
        yield Check("Journal", "journal_aside", Health.WARN, says, "Remove it when you need its calls no more.")


def surroundings() -> Iterator[Check]:
    """Check the clock and what is in the environment."""
    now = datetime.now(UTC)
    if now < BUILT:
        says = f"The clock says {now:%Y-%m-%d}: certificates will seem wrong."
        yield Check("Surroundings", "clock", Health.FAIL, says, "Set the clock, best from the network.")
    else:
        yield Check("Surroundings", "clock", Health.OK, f"The clock says {now.astimezone():%Y-%m-%d %H:%M %Z}.")
    named = [name for name in PROXIES if os.environ.get(name) or os.environ.get(name.upper())]
    if named:
        says = f"A proxy is set ({', '.join(named)}); it is not used: the PBX is spoken to directly."
        yield Check("Surroundings", "proxy", Health.OK, says)
    else:
        yield Check("Surroundings", "proxy", Health.OK, "No proxy is set; none would be used.")
