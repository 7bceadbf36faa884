"""Each browser's manifest, and the host started the way that browser would."""

import json
import os
import struct
import subprocess
import sys
import threading
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from companion import PROTOCOL, __version__
from companion.checks.result import Check, Health
from companion.installing import everybody
from companion.installing.browsers import Browser, Family, all_browsers
from companion.installing.ledger import Ledger
from companion.installing.manifests import manifest
from companion.installing.plan import Work
from companion.installing.presence import Packaging, Present, find, sandbox_advice
from companion.installing.registering import MANIFEST, Target, state, targets
from companion.language import N_, _

GREETING_SECONDS: Final = 10.0
"""A host greets within a tenth of a second; a cold disk and a virus scanner are given this long."""
SLOW_SECONDS: Final = 2.0
"""A greeting later than this is felt at the first click."""
ENDING_SECONDS: Final = 2.0
"""Browsers kill a host this long after closing its input."""
LONGEST_GREETING: Final = 64 * 1024

_INSTALL: Final = N_("Run: callwith install")


def all_checks(work: Work, profiles: list[Path]) -> list[Check]:
    """Check every browser that is here or was registered, and start the host once for each way of starting it."""
    checks: list[Check] = []
    started: dict[tuple[str, ...], Check] = {}
    for name, place, packaging in _places(work, profiles):
        if place is None:
            checks.append(packaging)
            continue
        found = _manifest_check(name, place, work)
        checks.append(found)
        if found.health is Health.FAIL:
            continue
        command = start_command(place, work)
        if command not in started:
            started[command] = start_check(name, command)
        checks.append(_for(name, started[command]))
    if not checks:
        says = _("No browser was found on this machine.")
        remedy = _("Name yours: callwith install --browser …")
        checks.append(Check(_("Browsers"), "browsers", Health.FAIL, says, remedy))
    return checks


def _for(name: str, check: Check) -> Check:
    return Check(name, check.name, check.health, check.says, check.remedy)


def _places(work: Work, profiles: list[Path]) -> list[tuple[str, Target | None, Check]]:
    """Every place to look at, each with the browser's name; sandboxed browsers come with their check ready."""
    nothing = Check("", "", Health.SKIP, "")
    found: list[tuple[str, Target | None, Check]] = []
    seen: set[Path] = set()
    for browser in all_browsers().values():
        present = find(browser, work.machine)
        own = [place for place in targets(browser, work.machine, work.data) if place.own]
        registered = any(state(place, {"path": ""}, work.machine.registry) is not None for place in own if place.key)
        registered = registered or any(place.file.is_file() for place in own if not place.key)
        if registered or any(_can_start(browser, one, work) for one in present):
            found += [(browser.name, place, nothing) for place in own]
            seen.update(place.file for place in own)
        found += [(browser.name, None, check) for one in present if (check := _sandbox_check(one, work))]
    noted = [Path(file) for file in Ledger.read(work.ledger_file).manifests]
    folders = [profile.absolute() / "NativeMessagingHosts" / MANIFEST for profile in profiles]
    for file in [*folders, *noted]:
        if file not in seen and (file in folders or file.exists()):
            seen.add(file)
            found.append(
                (_("Profile {folder}").format(folder=file.parent.parent), Target(Family.CHROMIUM, file), nothing)
            )
    return found


def _can_start(browser: Browser, present: Present, work: Work) -> bool:
    portal = browser.on(work.machine.system).snap_hosts == "portal"
    return present.packaging is Packaging.PLAIN or (present.packaging is Packaging.SNAP and portal)


def _sandbox_check(present: Present, work: Work) -> Check | None:
    advice = sandbox_advice(present, work.machine)
    if advice is None:
        return None
    name = f"{present.browser.name} ({present.packaging.capitalize()})"
    sentence, _, rest = advice.partition(". ")
    return Check(name, "sandbox", Health.WARN, f"{sentence}.", rest or None)


def _manifest_check(name: str, place: Target, work: Work) -> Check:
    wanted = manifest(place.family, work.host, work.callers)
    wrong = state(place, wanted, work.machine.registry)
    if wrong is None:
        system = _system_manifest(name, work, wanted)
        return system or Check(
            name,
            "manifest",
            Health.FAIL,
            _("The companion is not registered ({file}).").format(file=place.file),
            _(_INSTALL),
        )
    if wrong:
        return Check(
            name,
            "manifest",
            Health.FAIL,
            _("The registration is wrong: {names}.").format(names="; ".join(wrong)),
            _(_INSTALL),
        )
    if not work.host.is_file():
        says = _("The registered program {host} does not exist.").format(host=work.host)
        return Check(name, "manifest", Health.FAIL, says, _("Install again: pipx install --force callwith"))
    if not os.access(work.host, os.X_OK):
        says = _("The registered program {host} may not be run.").format(host=work.host)
        return Check(name, "manifest", Health.FAIL, says, _("Run: chmod +x '{host}'").format(host=work.host))
    return Check(name, "manifest", Health.OK, _("The companion is registered ({file}).").format(file=place.file))


def _system_manifest(name: str, work: Work, wanted: dict[str, Any]) -> Check | None:
    """Accept a registration that an administrator made for all users."""
    browser = next((browser for browser in all_browsers().values() if browser.name == name), None)
    shared = targets(browser, work.machine, everybody.data_folder(), everybody=True) if browser else []
    for each in shared:
        wrong = state(each, wanted, work.machine.shared_registry)
        if wrong is None:
            continue
        if not wrong:
            return Check(
                name,
                "manifest",
                Health.OK,
                _("The companion is registered for all users ({file}).").format(file=each.file),
            )
        says = _("The registration for all users is not for this program: {names} ({file}).").format(
            names="; ".join(wrong), file=each.file
        )
        return Check(name, "manifest", Health.WARN, says, _(_INSTALL))
    return None


def start_command(place: Target, work: Work) -> tuple[str, ...]:
    """Return the command line with which a browser of this family starts its host."""
    content = manifest(place.family, work.host, work.callers)
    if place.family is Family.FIREFOX:
        return (str(work.host), str(place.file), str(content["allowed_extensions"][0]))
    window = ("--parent-window=0",) if sys.platform == "win32" else ()
    return (str(work.host), str(content["allowed_origins"][0]), *window)


def start_check(name: str, command: tuple[str, ...]) -> Check:
    """Start the host, wait for its greeting, close its input and see it end."""
    started = perf_counter()
    try:
        host = subprocess.Popen(  # noqa: S603 - our own entry point, with fixed arguments
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        says = _("The companion cannot be started: {why}.").format(why=error.strerror or error)
        return Check(name, "greeting", Health.FAIL, says, _("Install again: pipx install --force callwith"))
    timer = threading.Timer(GREETING_SECONDS, host.kill)
    timer.start()
    try:
        greeting = _frame(host)
        took = perf_counter() - started
    finally:
        timer.cancel()
        ended = _ends(host)
    return _judge(name, greeting, took, ended=ended, exit_code=host.returncode)


def _frame(host: "subprocess.Popen[bytes]") -> object:
    """Read one frame; None where the host ended or wrote something else."""
    stream = host.stdout
    head = stream.read(4) if stream else b""
    if stream is None or len(head) < 4:  # noqa: PLR2004 - the length's own length
        return None
    (length,) = struct.unpack("=I", head)
    if length > LONGEST_GREETING:
        return None
    try:
        content: object = json.loads(stream.read(length))
    except ValueError:
        return None
    return content


def _ends(host: "subprocess.Popen[bytes]") -> bool:
    """Close the host's input, which is how browsers end it; kill it if it stays."""
    if host.stdin:
        host.stdin.close()
    try:
        host.wait(ENDING_SECONDS)
    except subprocess.TimeoutExpired:
        host.kill()
        host.wait()
        return False
    finally:
        if host.stdout:
            host.stdout.close()
    return True


def _judge(name: str, greeting: object, took: float, *, ended: bool, exit_code: int | None) -> Check:
    if not isinstance(greeting, dict) or greeting.get("type") != "greeting":
        if isinstance(greeting, dict) and isinstance(greeting.get("message"), str):
            says = _("The companion turns this browser away: {why}").format(why=greeting["message"])
            return Check(name, "greeting", Health.FAIL, says, _(_INSTALL))
        says = _("The companion was started as the browser does, but did not greet (exit code {exit_code}).").format(
            exit_code=exit_code
        )
        return Check(name, "greeting", Health.FAIL, says, _("Look into its log; then: pipx install --force callwith"))
    if (greeting.get("version"), greeting.get("protocol")) != (__version__, PROTOCOL):
        says = _("The browser starts version {other}, this is {version}.").format(
            other=greeting.get("version"), version=__version__
        )
        return Check(name, "greeting", Health.FAIL, says, _(_INSTALL))
    if not ended:
        says = _("The companion greets, but does not end when the browser lets go of it.")
        return Check(name, "greeting", Health.FAIL, says, _("Look into its log, and please report it."))
    if took > SLOW_SECONDS:
        says = _("The companion greets, but only after {took:.1f} s.").format(took=took)
        return Check(name, "greeting", Health.WARN, says, _("A virus scanner or a slow disk may be the reason."))
    return Check(
        name,
        "greeting",
        Health.OK,
        _("Started as the browser does, the companion greets ({took:.0f} ms).").format(took=took * 1000),
    )
