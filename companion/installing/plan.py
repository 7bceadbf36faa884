"""`install` and `uninstall` for many browsers: choose, do, and report one outcome for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from companion.installing import host_program
from companion.installing.browsers import Browser, Family, all_browsers
from companion.installing.ledger import Ledger
from companion.installing.machine import Machine, this_machine
from companion.installing.manifests import Callers, manifest
from companion.installing.presence import Packaging, find, sandbox_advice
from companion.installing.registering import Change, Target, profile_target, register, targets, unregister
from companion.language import _
from companion.paths import Paths

LEDGER: Final = "registered.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one browser. `change` is None where nothing could be done; `note` says why or what to know."""

    name: str
    change: Change | None
    place: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What all of it needs: the machine, our own folder, and what the manifests are to say."""

    machine: Machine
    data: Path
    host: Path
    callers: Callers
    within: Path | None = None
    """`uninstall` leaves alone what was registered outside this folder; None: nothing is left alone."""
    everybody: bool = False
    """For all users of the machine, instead of the one who asks."""

    @property
    def ledger_file(self) -> Path:
        """Where we remember what was made."""
        return self.data / LEDGER

    def targets(self, browser: Browser) -> list[Target]:
        """Every place this browser looks in."""
        return targets(browser, self.machine, self.data, everybody=self.everybody)


def work_here(home: Path | None, further: Callers) -> Work:
    """Put together what registering needs on this machine; the host may not be installed."""
    host = host_program.find() or host_program.candidates()[0]
    return Work(this_machine(home), Paths.current().state, host, further, within=home)


def _worst(changes: Sequence[Change]) -> Change:
    order = (Change.HEALED, Change.NEW, Change.REMOVED, Change.UNCHANGED, Change.SHARED, Change.ABSENT)
    return min(changes, key=order.index)


def _place(target: Target, work: Work) -> str:
    hive = "HKLM" if work.everybody else "HKCU"
    return f"{hive}\\{target.key}" if target.key else str(target.file)


def _register_all(name: str, places: list[Target], work: Work, ledger: Ledger, note: str | None = None) -> Outcome:
    try:
        changes = [
            register(place, manifest(place.family, work.host, work.callers), work.machine.registry, ledger)
            for place in places
        ]
    except OSError as error:
        where = error.filename or _place(places[0], work)
        return Outcome(name, None, str(where), _("cannot be written: {why}").format(why=error.strerror or error))
    return Outcome(name, _worst(changes), _place(places[0], work), note)


def _install_one(browser: Browser, work: Work, ledger: Ledger, *, named: bool) -> Iterable[Outcome]:
    """Register with a browser that is there, or that was asked for by name; for everybody also with later ones."""
    if work.everybody:
        if places := work.targets(browser):
            yield _register_all(browser.name, places, work, ledger)
        return
    found = {present.packaging: present for present in find(browser, work.machine)}
    advice = {packaging: sandbox_advice(present, work.machine) for packaging, present in found.items()}
    portal = browser.on(work.machine.system).snap_hosts == "portal" and Packaging.SNAP in found
    places = work.targets(browser)
    if Packaging.PLAIN in found or portal or named:
        note = None if Packaging.PLAIN in found else advice.get(Packaging.SNAP)
        if not found:
            note = _("not found on this machine; registered because you named it")
        yield _register_all(browser.name, places, work, ledger, note)
        if portal:
            advice.pop(Packaging.SNAP)
    for packaging, said in advice.items():
        if said and not (named and packaging is Packaging.SNAP):
            yield Outcome(f"{browser.name} ({packaging.capitalize()})", None, str(found[packaging].seen), said)


def _mend_noted(work: Work, ledger: Ledger) -> Iterable[Outcome]:
    """Go over what was registered before by name or by profile folder; forget what is gone."""
    for noted in list(ledger.manifests):
        file = Path(noted)
        if ledger.touched(file) or (work.within and work.within not in file.parents):
            continue
        owner = _owner(file, work)
        if not file.exists():
            ledger.manifests.remove(noted)
        elif owner is None:
            yield _register_all(f"Profile {file.parent.parent}", [Target(Family.CHROMIUM, file)], work, ledger)
        else:
            yield _register_all(owner.name, work.targets(owner), work, ledger)


def _owner(file: Path, work: Work) -> Browser | None:
    """Return the browser whose own place this is."""
    for browser in all_browsers().values():
        if any(place.own and place.file == file for place in work.targets(browser)):
            return browser
    return None


def install(work: Work, names: Sequence[str] = (), user_data_dirs: Sequence[Path] = ()) -> list[Outcome]:
    """Register with the named browsers and profile folders, or, none named, with every browser that is there."""
    ledger = Ledger.read(work.ledger_file)
    outcomes = [_register_all(f"Profile {dir_}", [profile_target(dir_)], work, ledger) for dir_ in user_data_dirs]
    if names or not user_data_dirs:
        known = all_browsers()
        for browser in [known[name] for name in names] or known.values():
            outcomes += _install_one(browser, work, ledger, named=browser.id in names)
    if not names and not user_data_dirs:
        outcomes += _mend_noted(work, ledger)
    ledger.write(work.ledger_file)
    return outcomes


def _staying(work: Work, leaving: set[str]) -> list[Target]:
    """Places of browsers that are there and are not being left."""
    return [
        place
        for browser in all_browsers().values()
        if browser.id not in leaving and find(browser, work.machine)
        for place in work.targets(browser)
    ]


def _unregister_all(name: str, places: list[Target], work: Work, ledger: Ledger, staying: list[Target]) -> Outcome:
    registry, changes = work.machine.registry, []
    try:
        for place in places:
            if any((other.file, other.key) == (place.file, place.key) for other in staying):
                changes.append(Change.SHARED)
                continue
            in_use = any(other.file == place.file and other.key != place.key for other in staying)
            changes.append(unregister(place, registry, ledger, keep_file=in_use))
    except OSError as error:
        return Outcome(
            name, None, _place(places[0], work), _("cannot be removed: {why}").format(why=error.strerror or error)
        )
    return Outcome(name, _worst(changes), _place(places[0], work))


def uninstall(work: Work, names: Sequence[str] = (), user_data_dirs: Sequence[Path] = ()) -> list[Outcome]:
    """Undo `install` for the named browsers or profiles; with none named, everywhere we ever registered."""
    ledger = Ledger.read(work.ledger_file)
    known = all_browsers()
    chosen = [known[name] for name in names] or ([] if user_data_dirs else list(known.values()))
    staying = _staying(work, {browser.id for browser in chosen}) if names else []
    outcomes = [_unregister_all(f"Profile {dir_}", [profile_target(dir_)], work, ledger, []) for dir_ in user_data_dirs]
    outcomes += [
        _unregister_all(browser.name, places, work, ledger, staying)
        for browser in chosen
        if (places := work.targets(browser))
    ]
    if not names and not user_data_dirs:
        elsewhere = [Path(noted) for noted in ledger.manifests]
        outcomes += [
            _unregister_all(f"Profile {file.parent.parent}", [Target(Family.CHROMIUM, file)], work, ledger, [])
            for file in elsewhere
            if work.within is None or work.within in file.parents
        ]
    ledger.write(work.ledger_file)
    return outcomes
