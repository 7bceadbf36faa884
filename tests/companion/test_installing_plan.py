"""Registering with browsers and taking it back, on machines made of a temporary folder."""

import json
import os
from pathlib import Path

import pytest
from installing_support import FakeRegistry, machine, tree, work

from companion.installing.browsers import HOST_NAME, Family, all_browsers
from companion.installing.machine import System
from companion.installing.manifests import Callers
from companion.installing.plan import install, uninstall
from companion.installing.registering import Change

CHROME_KEY = "Software\\Google\\Chrome\\NativeMessagingHosts"
needs_permissions = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")


def test_only_browsers_that_are_there_are_registered(tmp_path: Path) -> None:
    on = machine(tmp_path, programs=("chromium", "firefox-esr"))
    outcomes = install(work(tmp_path, on))
    assert [(outcome.name, outcome.change) for outcome in outcomes] == [
        ("Chromium", Change.NEW),
        ("Firefox", Change.NEW),
    ]
    files = {name for name in tree(on.folders["home"]) if name.endswith(".json")}
    assert files == {
        f".config/chromium/NativeMessagingHosts/{HOST_NAME}.json",
        f".mozilla/native-messaging-hosts/{HOST_NAME}.json",
    }


def test_a_profile_folder_is_enough_to_be_there(tmp_path: Path) -> None:
    """A portable browser is not on PATH, but its profile is."""
    on = machine(tmp_path)
    (on.folders["config"] / "vivaldi").mkdir(parents=True)
    assert [outcome.name for outcome in install(work(tmp_path, on))] == ["Vivaldi"]


@pytest.mark.parametrize("system", [System.LINUX, System.MACOS])
@pytest.mark.parametrize("name", list(all_browsers()))
def test_a_named_browser_is_registered_and_unregistered_without_a_trace(
    tmp_path: Path, system: System, name: str
) -> None:
    on = machine(tmp_path, system)
    before = tree(tmp_path)
    assert [outcome.change for outcome in install(work(tmp_path, on), [name])] == [Change.NEW]
    assert len([path for path in tree(on.root) if path.endswith(f"{HOST_NAME}.json")]) >= 1
    assert [outcome.change for outcome in uninstall(work(tmp_path, on), [name])] == [Change.REMOVED]
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", list(all_browsers()))
def test_on_windows_keys_come_and_go_without_a_trace(tmp_path: Path, name: str) -> None:
    registry = FakeRegistry("Software")
    on = machine(tmp_path, System.WINDOWS, registry=registry)
    before = tree(tmp_path)
    install(work(tmp_path, on), [name])
    named = [value for value in registry.values.values() if value]
    assert named
    for value in named:
        content = json.loads(Path(value).read_bytes())
        assert content["name"] == HOST_NAME
        assert ("allowed_origins" in content) == (all_browsers()[name].family is Family.CHROMIUM)
    uninstall(work(tmp_path, on), [name])
    assert registry.values == {"Software": None}
    assert tree(tmp_path) == before


def test_keys_that_windows_had_before_stay(tmp_path: Path) -> None:
    registry = FakeRegistry(CHROME_KEY, f"{CHROME_KEY}\\org.other")
    on = machine(tmp_path, System.WINDOWS, registry=registry)
    before = dict(registry.values)
    install(work(tmp_path, on), ["chrome"])
    uninstall(work(tmp_path, on), ["chrome"])
    assert registry.values == before


def test_the_windows_file_stays_while_another_browsers_key_names_it(tmp_path: Path) -> None:
    registry = FakeRegistry()
    on = machine(tmp_path, System.WINDOWS, registry=registry)
    for folder in ("Google/Chrome/User Data", "Microsoft/Edge/User Data"):
        (on.folders["local"] / folder).mkdir(parents=True)
    install(work(tmp_path, on))
    uninstall(work(tmp_path, on), ["edge"])
    file = registry.read(f"{CHROME_KEY}\\{HOST_NAME}")
    assert file is not None
    assert Path(file).exists()
    assert not registry.exists("Software\\Microsoft\\Edge\\NativeMessagingHosts")


def test_brave_leaves_the_folder_it_shares_with_chrome_to_chrome(tmp_path: Path) -> None:
    on = machine(tmp_path, System.MACOS)
    support = on.folders["home"] / "Library/Application Support"
    for folder in ("Google/Chrome", "BraveSoftware/Brave-Browser"):
        (support / folder / "Default").mkdir(parents=True)
    install(work(tmp_path, on))
    uninstall(work(tmp_path, on), ["brave"])
    assert (support / f"Google/Chrome/NativeMessagingHosts/{HOST_NAME}.json").exists()
    assert not (support / "BraveSoftware/Brave-Browser/NativeMessagingHosts").exists()


def test_an_outdated_manifest_is_mended_and_a_right_one_left_untouched(tmp_path: Path) -> None:
    """After an upgrade or a moved environment the path is another one."""
    on = machine(tmp_path, programs=("chromium",))
    install(work(tmp_path, on, host=Path("/old/bin/callwith-host")))
    assert [outcome.change for outcome in install(work(tmp_path, on))] == [Change.HEALED]
    file = on.folders["config"] / "chromium/NativeMessagingHosts" / f"{HOST_NAME}.json"
    written = file.stat().st_mtime_ns
    assert json.loads(file.read_bytes())["path"] == str(tmp_path / "venv/bin/callwith-host")
    assert [outcome.change for outcome in install(work(tmp_path, on))] == [Change.UNCHANGED]
    assert file.stat().st_mtime_ns == written


def test_further_callers_reach_an_existing_manifest(tmp_path: Path) -> None:
    on = machine(tmp_path, programs=("chromium",))
    install(work(tmp_path, on))
    other = "abcdefghijklmnopabcdefghijklmnop"
    assert [o.change for o in install(work(tmp_path, on, Callers(chromium=(other,))))] == [Change.HEALED]
    file = on.folders["config"] / "chromium/NativeMessagingHosts" / f"{HOST_NAME}.json"
    assert f"chrome-extension://{other}/" in json.loads(file.read_bytes())["allowed_origins"]


def test_folders_that_were_there_stay_even_when_empty(tmp_path: Path) -> None:
    on = machine(tmp_path)
    hosts = on.folders["config"] / "chromium" / "NativeMessagingHosts"
    hosts.mkdir(parents=True)
    install(work(tmp_path, on))
    uninstall(work(tmp_path, on))
    assert hosts.is_dir()
    assert not list(hosts.iterdir())


def test_a_folder_we_made_stays_when_somebody_else_uses_it_now(tmp_path: Path) -> None:
    on = machine(tmp_path)
    install(work(tmp_path, on), ["chromium"])
    other = on.folders["config"] / "chromium/NativeMessagingHosts/org.other.json"
    other.write_text("{}")
    uninstall(work(tmp_path, on))
    assert tree(on.folders["home"]) == {
        ".config",
        ".config/chromium",
        ".config/chromium/NativeMessagingHosts",
        ".config/chromium/NativeMessagingHosts/org.other.json",
    }
    assert not (tmp_path / "callwith").exists()


def test_a_profile_of_its_own_gets_only_its_own_manifest_and_loses_it_again(tmp_path: Path) -> None:
    on = machine(tmp_path, programs=("chromium", "firefox"))
    before = tree(tmp_path)
    profile = tmp_path / "my profile"
    install(work(tmp_path, on), user_data_dirs=[profile])
    assert tree(profile) == {"NativeMessagingHosts", f"NativeMessagingHosts/{HOST_NAME}.json"}
    assert tree(on.folders["home"]) == set()
    uninstall(work(tmp_path, on))
    assert tree(tmp_path) == before


def test_uninstall_within_one_home_leaves_other_places_alone(tmp_path: Path) -> None:
    on = machine(tmp_path)
    profile = tmp_path / "profile"
    everything = work(tmp_path, on)
    install(everything, user_data_dirs=[profile])
    narrowed = type(everything)(on, everything.data, everything.host, everything.callers, within=on.folders["home"])
    uninstall(narrowed)
    assert (profile / "NativeMessagingHosts" / f"{HOST_NAME}.json").exists()


def test_uninstall_takes_away_a_manifest_whose_record_was_lost(tmp_path: Path) -> None:
    on = machine(tmp_path, programs=("chromium",))
    install(work(tmp_path, on))
    (tmp_path / "callwith" / "registered.json").write_text("spoilt")
    uninstall(work(tmp_path, on))
    assert not [path for path in tree(tmp_path) if HOST_NAME in path]


@needs_permissions
def test_a_link_in_place_of_a_manifest_is_replaced_not_followed(tmp_path: Path) -> None:
    on = machine(tmp_path)
    precious = tmp_path / "precious"
    precious.write_text("mine")
    hosts = on.folders["config"] / "chromium" / "NativeMessagingHosts"
    hosts.mkdir(parents=True)
    (hosts / f"{HOST_NAME}.json").symlink_to(precious)
    install(work(tmp_path, on))
    assert precious.read_text() == "mine"
    uninstall(work(tmp_path, on))
    assert precious.exists()
    assert not list(hosts.iterdir())


def test_a_place_that_cannot_be_written_is_reported_and_the_others_done(tmp_path: Path) -> None:
    on = machine(tmp_path, programs=("chromium", "firefox"))
    on.folders["config"].mkdir()
    (on.folders["config"] / "chromium").write_text("a file where a folder should be")
    outcomes = {outcome.name: outcome for outcome in install(work(tmp_path, on))}
    assert outcomes["Chromium"].change is None
    assert outcomes["Chromium"].note
    assert "cannot be written" in outcomes["Chromium"].note
    assert outcomes["Firefox"].change is Change.NEW


def test_snap_chromium_is_told_apart_and_not_registered(tmp_path: Path) -> None:
    """It cannot run hosts; a manifest there would only hide that."""
    on = machine(tmp_path)
    (on.folders["home"] / "snap" / "chromium").mkdir(parents=True)
    (outcome,) = install(work(tmp_path, on))
    assert outcome.change is None
    assert outcome.note
    assert "cannot start any program" in outcome.note
    assert not [path for path in tree(tmp_path) if path.endswith(f"{HOST_NAME}.json")]


def test_a_launcher_script_that_hands_over_to_a_snap_is_a_snap(tmp_path: Path) -> None:
    on = machine(tmp_path, programs=("chromium-browser",))
    (on.root / "usr/bin/chromium-browser").write_text('#!/bin/sh\nexec /snap/bin/chromium "$@"\n')
    (outcome,) = install(work(tmp_path, on))
    assert outcome.change is None


def test_snap_firefox_is_registered_and_its_question_announced(tmp_path: Path) -> None:
    on = machine(tmp_path)
    (on.folders["home"] / "snap" / "firefox").mkdir(parents=True)
    (outcome,) = install(work(tmp_path, on))
    assert outcome.change is Change.NEW
    assert outcome.note
    assert "asks once" in outcome.note


def test_flatpak_is_said_beside_a_plain_browser(tmp_path: Path) -> None:
    on = machine(tmp_path, programs=("firefox",))
    (on.folders["home"] / ".var/app/org.mozilla.firefox").mkdir(parents=True)
    plain, flatpak = install(work(tmp_path, on))
    assert (plain.name, plain.change) == ("Firefox", Change.NEW)
    assert flatpak.name == "Firefox (Flatpak)"
    assert flatpak.change is None
    assert flatpak.note
    assert "flatpak override" in flatpak.note


def test_a_folder_that_holds_only_manifests_is_no_browser(tmp_path: Path) -> None:
    """Other programs register their hosts with browsers that are not there."""
    on = machine(tmp_path)
    (on.folders["config"] / "google-chrome" / "NativeMessagingHosts").mkdir(parents=True)
    assert install(work(tmp_path, on)) == []


def test_what_was_registered_by_name_or_profile_is_mended_without_naming_it_again(tmp_path: Path) -> None:
    """After an upgrade one `callwith install` mends every manifest of ours."""
    on = machine(tmp_path)
    profile, gone = tmp_path / "profile", tmp_path / "gone"
    old = work(tmp_path, on, host=Path("/old/bin/callwith-host"))
    install(old, ["edge"], [profile, gone])
    (gone / "NativeMessagingHosts" / f"{HOST_NAME}.json").unlink()
    outcomes = install(work(tmp_path, on))
    assert [(outcome.name, outcome.change) for outcome in outcomes] == [
        (f"Profile {profile}", Change.HEALED),
        ("Microsoft Edge", Change.HEALED),
    ]
    assert not (gone / "NativeMessagingHosts" / f"{HOST_NAME}.json").exists()
