"""What a manifest contains and what is found wrong with one."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from companion.installing import datafiles
from companion.installing.browsers import HOST_NAME, Family, all_browsers
from companion.installing.machine import System
from companion.installing.manifests import Callers, faults, manifest, rendered

HOST = Path("/opt/call with/bin/callwith-host")
EXTENSION_KEY = Path(__file__).parents[2] / "extension" / "extension-key.json"


def test_manifests_let_in_exactly_the_extension_of_the_pinned_key() -> None:
    """Ids in the templates and in the extension's key file are the same."""
    ids = json.loads(EXTENSION_KEY.read_text())
    chromium = manifest(Family.CHROMIUM, HOST, Callers())
    firefox = manifest(Family.FIREFOX, HOST, Callers())
    assert chromium["allowed_origins"] == [f"chrome-extension://{ids['chromium_id']}/"]
    assert firefox["allowed_extensions"] == [ids["gecko_id"]]


@pytest.mark.parametrize("family", list(Family))
def test_a_manifest_names_the_host_by_the_same_name_as_its_file_and_an_absolute_path(family: Family) -> None:
    content = manifest(family, HOST, Callers())
    assert re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)*", content["name"])
    assert (content["name"], content["type"], content["path"]) == (HOST_NAME, "stdio", str(HOST))
    assert content["description"]


def test_neither_family_gets_the_others_list() -> None:
    """Firefox rejects a whole file that holds allowed_origins."""
    callers = Callers(chromium=("a" * 32,), firefox=("other@example.org",))
    assert "allowed_origins" not in manifest(Family.FIREFOX, HOST, callers)
    assert "allowed_extensions" not in manifest(Family.CHROMIUM, HOST, callers)


def test_further_callers_are_added_once_and_malformed_ones_left_out() -> None:
    """One malformed origin would void the whole file."""
    other = "abcdefghijklmnopabcdefghijklmnop"
    callers = Callers(chromium=(other, other, "not-an-id", "q" * 32, ""), firefox=("x@y.z", "no id", "x@y.z"))
    assert manifest(Family.CHROMIUM, HOST, callers)["allowed_origins"][1:] == [f"chrome-extension://{other}/"]
    assert manifest(Family.FIREFOX, HOST, callers)["allowed_extensions"][1:] == ["x@y.z"]


@pytest.mark.parametrize("family", list(Family))
def test_a_manifest_just_written_has_no_fault(family: Family) -> None:
    wanted = manifest(family, HOST, Callers())
    assert faults(rendered(wanted), wanted, family) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "org.other"}, "org.other"),
        ({"type": "socket"}, "stdio"),
        ({"path": "/gone/callwith-host"}, "/gone/callwith-host"),
        ({"allowed_origins": []}, "lacks chrome-extension://"),
        ({"allowed_origins": "everybody"}, "lacks chrome-extension://"),
        ({"allowed_origins": [7, None]}, "lacks chrome-extension://"),
    ],
)
def test_each_fault_is_named(change: dict[str, object], said: str) -> None:
    wanted = manifest(Family.CHROMIUM, HOST, Callers())
    found = faults(json.dumps(wanted | change).encode(), wanted, Family.CHROMIUM)
    assert len(found) == 1
    assert said in found[0]


def test_a_stranger_let_in_by_somebody_else_is_a_fault() -> None:
    """A manifest that another program rewrote may open the host to another extension."""
    wanted = manifest(Family.CHROMIUM, HOST, Callers())
    stranger = f"chrome-extension://{'b' * 32}/"
    rewritten = wanted | {"allowed_origins": [*wanted["allowed_origins"], stranger]}
    assert stranger in faults(rendered(rewritten), wanted, Family.CHROMIUM)[0]


def test_firefox_with_allowed_origins_is_a_fault() -> None:
    wanted = manifest(Family.FIREFOX, HOST, Callers())
    assert "allowed_origins" in faults(rendered(wanted | {"allowed_origins": []}), wanted, Family.FIREFOX)[0]


@pytest.mark.parametrize("found", [b"", b"{", b"[]", b"\xff\xfe", b'"text"', b"[" * 100_000])
def test_whatever_is_there_instead_of_a_manifest_is_a_fault_and_no_crash(found: bytes) -> None:
    wanted = manifest(Family.CHROMIUM, HOST, Callers())
    assert len(faults(found, wanted, Family.CHROMIUM)) == 1


def test_every_browser_has_a_place_for_its_manifest_on_every_system() -> None:
    assert set(all_browsers()) == {
        *("chrome", "chrome-beta", "chrome-unstable", "chromium", "edge", "edge-beta", "edge-dev"),
        *("brave", "vivaldi", "vivaldi-snapshot", "firefox", "librewolf"),
    }
    for browser in all_browsers().values():
        assert browser.on(System.LINUX).manifests
        assert browser.on(System.MACOS).manifests
        assert browser.on(System.WINDOWS).keys
        for system in System:
            assert browser.on(system).programs


def test_locations_hold_no_key_that_the_reader_overlooks() -> None:
    known = {"programs", "profiles", "manifests", "keys", "system", "snap", "snap_hosts", "flatpak", "policies"}
    for table in tomllib.loads(datafiles.read("locations.toml").decode())["browser"].values():
        assert set(table) == {"name", "family", "linux", "macos", "windows"}
        for system in System:
            assert set(table[system]) <= known
