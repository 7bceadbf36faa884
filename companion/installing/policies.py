"""What an administrator gives to a browser so that all users have the extension: one ready file for each system. Pure.

It names our extension and our host only, each in a place of its own where the browser has one, so that it does not get
in the way of other policies.
"""

import json
import plistlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from companion.installing.browsers import HOST_NAME, Browser, Family
from companion.installing.machine import System
from companion.language import _

Table = dict[str, Any]

STORES: Final = {
    "edge": "https://edge.microsoft.com/extensionwebstorebase/v1/crx",
    "firefox": "https://addons.mozilla.org/firefox/downloads/latest/{id}/latest.xpi",
}
WEB_STORE: Final = "https://clients2.google.com/service/update2/crx"
LIST_NUMBER: Final = "7429"
"""Our place in a numbered list of the Windows registry, which all policies share: high, so that it is free."""
_NAMESPACE: Final = uuid.UUID("6d1c2b54-5f4e-4c3a-9b0e-3d5d3f0c7a11")
"""Makes the ids of a profile's parts: the same every time, so that a new profile replaces the old one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the file is to bring about."""

    extension: str
    """The extension's id, as the browser's store has it."""
    install_from: str | None
    """Where the browser gets it; None: people install it themselves."""
    managed: Mapping[str, Any] = field(default_factory=dict)
    """Settings of the extension, checked against its schema."""


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A ready file, and where it goes."""

    content: bytes
    place: str


def store_of(browser: Browser, extension: str) -> str:
    """Return the address from which this browser installs extensions of its store."""
    return STORES.get(browser.id, WEB_STORE).format(id=extension)


def policy_file(browser: Browser, system: System, wanted: Wanted) -> PolicyFile:
    """Return the file for this browser on this system. ValueError where we know no place for it."""
    place = browser.on(system).policies
    if place is None:
        raise ValueError(_("{name} has no place for policies that is known").format(name=browser.name))
    if browser.family is Family.FIREFOX and system is not System.MACOS:
        return PolicyFile(_json({"policies": _firefox(wanted)}), place)
    if system is System.LINUX:
        third_party = {"3rdparty": {"extensions": {wanted.extension: wanted.managed}}} if wanted.managed else {}
        return PolicyFile(_json(_chromium(wanted) | third_party), f"{place}/callwith.json")
    if system is System.WINDOWS:
        return PolicyFile(_registry(place, wanted), f"HKEY_LOCAL_MACHINE\\{place}")
    if browser.family is Family.FIREFOX:
        return PolicyFile(_profile(browser, {place: {"EnterprisePoliciesEnabled": True} | _firefox(wanted)}), place)
    payloads: dict[str, Mapping[str, Any]] = {place: _chromium(wanted)}
    if wanted.managed:
        payloads[f"{place}.extensions.{wanted.extension}"] = wanted.managed
    return PolicyFile(_profile(browser, payloads), place)


def _extension(wanted: Wanted, address: str) -> Table:
    if wanted.install_from is None:
        return {"installation_mode": "allowed"}
    return {"installation_mode": "force_installed", address: wanted.install_from}


def _chromium(wanted: Wanted) -> Table:
    return {
        "ExtensionSettings": {wanted.extension: _extension(wanted, "update_url")},
        "NativeMessagingAllowlist": [HOST_NAME],
    }


def _firefox(wanted: Wanted) -> Table:
    """Firefox has no list of hosts: it starts each that is registered for this extension."""
    policies: Table = {"ExtensionSettings": {wanted.extension: _extension(wanted, "install_url")}}
    if wanted.managed:
        policies["3rdparty"] = {"Extensions": {wanted.extension: wanted.managed}}
    return policies


def _json(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def _registry(key: str, wanted: Wanted) -> bytes:
    """Write a .reg file: ASCII throughout, so that no program on its way can spoil it."""
    tables: dict[str, Mapping[str, Any]] = {
        f"{key}\\ExtensionSettings\\{wanted.extension}": _extension(wanted, "update_url"),
        f"{key}\\NativeMessagingAllowlist": {LIST_NUMBER: HOST_NAME},
    }
    if wanted.managed:
        tables[f"{key}\\3rdparty\\extensions\\{wanted.extension}\\policy"] = wanted.managed
    lines = ["Windows Registry Editor Version 5.00"]
    for name, values in tables.items():
        lines += ["", f"[HKEY_LOCAL_MACHINE\\{name}]"]
        lines += [f'"{value}"={_registry_value(content)}' for value, content in values.items()]
    return "\r\n".join([*lines, ""]).encode("ascii")


def _registry_value(value: object) -> str:
    """Write a value as the browsers read it: yes and no as numbers, lists and tables as JSON."""
    if isinstance(value, bool | int):
        return f"dword:{int(value):08x}"
    text = value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return "hex(1):" + ",".join(f"{byte:02x}" for byte in (text + "\0").encode("utf-16-le"))


def _profile(browser: Browser, payloads: dict[str, Mapping[str, Any]]) -> bytes:
    """Write a macOS configuration profile with a payload for each preference domain."""

    def described(kind: str, name: str) -> Table:
        return {
            "PayloadType": kind,
            "PayloadIdentifier": f"{HOST_NAME}.{name}",
            "PayloadUUID": str(uuid.uuid5(_NAMESPACE, name)).upper(),
            "PayloadVersion": 1,
            "PayloadDisplayName": f"Call with 3CX: {browser.name}",
        }

    profile = described("Configuration", browser.id) | {
        "PayloadScope": "System",
        "PayloadRemovalDisallowed": False,
        "PayloadContent": [described(kind, kind) | dict(content) for kind, content in payloads.items()],
    }
    return plistlib.dumps(profile)
