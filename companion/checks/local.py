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
from companion.language import N_, _
from companion.paths import Paths
from companion.settings import Settings, load_merged

OLDEST_PYTHON: Final = (3, 11)
KEYRING_SECONDS: Final = 20.0
"""A locked keyring asks for its password in a window; nobody may be there to answer it."""
PARTS: Final = ("aiohttp", "pydantic", "keyring", "phonenumbers", "platformdirs", "typer", "rich")
PROXIES: Final = ("http_proxy", "https_proxy", "all_proxy")
BUILT: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock before this is wrong: the program is younger."""

_AGAIN: Final = N_("Install again: pipx install --force callwith")


def program() -> Iterator[Check]:
    """Check the interpreter, the installed parts and the host's entry point."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        says = _("Python {version} is too old; 3.11 or newer is needed.").format(version=version)
        yield Check(_("Program"), "python", Health.FAIL, says, _("Install a newer Python, then callwith again."))
    else:
        yield Check(
            _("Program"),
            "python",
            Health.OK,
            _("Python {version} ({executable}).").format(version=version, executable=sys.executable),
        )
    try:
        installed = metadata.version("callwith")
    except metadata.PackageNotFoundError:
        installed = None
    if installed == __version__:
        yield Check(
            _("Program"),
            "version",
            Health.OK,
            _("callwith {version}, protocol {protocol}.").format(version=__version__, protocol=PROTOCOL),
        )
    else:
        says = _("The program is {version}, but {installed} is installed.").format(
            version=__version__, installed=installed or "-"
        )
        yield Check(_("Program"), "version", Health.WARN, says, _(_AGAIN))
    yield _parts()
    host = host_program.find()
    if host:
        yield Check(_("Program"), "host_program", Health.OK, _("The browsers' program is {host}.").format(host=host))
    else:
        says = _("The program {name}, which browsers start, is not installed.").format(name=host_program.NAME)
        yield Check(_("Program"), "host_program", Health.FAIL, says, _(_AGAIN))


def _parts() -> Check:
    found, lacking = [], []
    for name in PARTS:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            lacking.append(name)
    if lacking:
        return Check(
            _("Program"),
            "parts",
            Health.FAIL,
            _("Parts are missing: {names}.").format(names=", ".join(lacking)),
            _(_AGAIN),
        )
    return Check(_("Program"), "parts", Health.OK, f"{', '.join(found)}.")


def settings() -> tuple[Settings | None, list[Check]]:
    """Read the settings; None where there are none or wrong ones."""
    paths = Paths.current()
    home = folders.home()
    checks = []
    if home:
        says = _("{variable} is set: settings, journal and logs are in {home}.").format(
            variable=folders.HOME_VARIABLE, home=home
        )
        checks.append(Check(_("Settings"), "home", Health.OK, says))
    if shared := system.settings(paths):
        checks.append(shared)
        if shared.health is Health.FAIL:
            return None, checks
    try:
        found, overruled = load_merged(paths)
    except CallError as error:
        remedy = error.remedy
        if error.code is Code.SETTINGS_INVALID:
            remedy = _("Mend this in {settings}, or move the file away and run: callwith setup").format(
                settings=paths.settings
            )
        checks.append(Check(_("Settings"), "settings", Health.FAIL, sentence_of(error), remedy))
        return None, checks
    says = _("{kind}, extension {extension}, in {settings}.").format(
        kind=found.pbx.kind, extension=found.user.extension, settings=paths.settings
    )
    checks.append(Check(_("Settings"), "settings", Health.OK, says))
    if overruled:
        checks.append(system.overruled(paths, overruled))
    if found.user.region is None:
        says = _("No country is set: numbers without a country code depend on the page's.")
        checks.append(Check(_("Settings"), "region", Health.WARN, says, _("Run: callwith setup --region …")))
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
    in_keyring = settings.credentials.store == "keyring"
    if len(answer) < len(NAMES):
        says = _("The keyring does not answer.") if in_keyring else _("The secrets file cannot be read in time.")
        yield Check(
            _("Secrets"), "keyring", Health.FAIL, says, _("Unlock it, or answer the question it has on the screen.")
        )
        return
    fault = next((value for value in answer.values() if isinstance(value, CallError)), None)
    if fault:
        yield Check(_("Secrets"), "keyring", Health.FAIL, sentence_of(fault), remedy_of(fault))
        return
    yield Check(
        _("Secrets"),
        "keyring",
        Health.OK,
        _("The keyring can be read.") if in_keyring else _("The secrets file can be read."),
    )
    kind = settings.pbx.kind
    if kind != "v20-webclient":  # there the person is signed in
        yield _secret("pin", kind, Health.FAIL, stored=answer["pin"] is True)
        yield _secret("password", kind, Health.SKIP, stored=answer["password"] is True)


def _secret(name: Name, kind: str, otherwise: Health, *, stored: bool) -> Check:
    if stored:
        return Check(_("Secrets"), name, Health.OK, _("{secret} is stored.").format(secret=title(name, kind)))
    if otherwise is Health.SKIP:
        return Check(
            _("Secrets"),
            name,
            otherwise,
            _("{secret} is not stored; only administrators need it.").format(secret=title(name, kind)),
        )
    return Check(
        _("Secrets"),
        name,
        otherwise,
        _("{secret} is not stored.").format(secret=title(name, kind)),
        _("Run: callwith secret set {name}").format(name=name),
    )


def journal() -> Iterator[Check]:
    """Check that calls can be recorded; without that none is placed."""
    path = Paths.current().journal
    if not path.exists():
        folder = next(folder for folder in path.parents if folder.exists())
        if os.access(folder, os.W_OK):
            yield Check(
                _("Journal"),
                "journal",
                Health.OK,
                _("No call was recorded yet; they will be in {path}.").format(path=path),
            )
        else:
            says = _("The journal {path} cannot be made: {folder} may not be written.").format(path=path, folder=folder)
            yield Check(
                _("Journal"),
                "journal",
                Health.FAIL,
                says,
                _("Make {folder} writable for yourself.").format(folder=folder),
            )
        return
    found = Journal(path)
    try:
        yield Check(_("Journal"), "journal", Health.OK, f"{found.check()}.")
    except CallError as error:
        remedy = _("Check the disk's space and rights; a damaged journal is kept aside and a new one begun.")
        yield Check(_("Journal"), "journal", Health.FAIL, sentence_of(error), remedy)
    finally:
        found.close()
    aside = sorted(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}"))
    if aside:
        says = _("A damaged journal was kept aside: {names}.").format(names=", ".join(file.name for file in aside))
        yield Check(_("Journal"), "journal_aside", Health.WARN, says, _("Remove it when you need its calls no more."))


def surroundings() -> Iterator[Check]:
    """Check the clock and what is in the environment."""
    now = datetime.now(UTC)
    if now < BUILT:
        says = _("The clock says {now:%Y-%m-%d}: certificates will seem wrong.").format(now=now)
        yield Check(_("Surroundings"), "clock", Health.FAIL, says, _("Set the clock, best from the network."))
    else:
        yield Check(
            _("Surroundings"),
            "clock",
            Health.OK,
            _("The clock says {now:%Y-%m-%d %H:%M %Z}.").format(now=now.astimezone()),
        )
    named = [name for name in PROXIES if os.environ.get(name) or os.environ.get(name.upper())]
    if named:
        says = _("The environment's proxy ({names}) is not used; only proxy under [pbx] in the settings is.").format(
            names=", ".join(named)
        )
        yield Check(_("Surroundings"), "proxy", Health.OK, says)
    else:
        yield Check(_("Surroundings"), "proxy", Health.OK, _("No proxy is set; none would be used."))
