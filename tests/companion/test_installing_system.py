"""Registering for all users of a machine: every browser's own place for it, and nothing left afterwards."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from installing_support import FakeRegistry, machine
from installing_support import work as work_on
from typer.testing import CliRunner

from companion.checks import browsers as checks
from companion.checks.result import Health
from companion.cli.main import app
from companion.cli.output import Problem
from companion.installing import everybody
from companion.installing.machine import Machine, System
from companion.installing.plan import Work, install, uninstall
from companion.installing.registering import Change


def work_for_all(tmp_path: Path, on: Machine) -> Work:
    return replace(work_on(tmp_path, on), everybody=True, data=tmp_path / "disk" / "var" / "lib" / "callwith")


def contents(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


LINUX = [
    "etc/chromium/native-messaging-hosts",
    "etc/opt/chrome/native-messaging-hosts",
    "etc/opt/edge/native-messaging-hosts",
    "etc/vivaldi/native-messaging-hosts",
    "usr/lib/librewolf/native-messaging-hosts",
    "usr/lib/mozilla/native-messaging-hosts",
]
MACOS = [
    "Library/Application Support/Chromium/NativeMessagingHosts",
    "Library/Application Support/Mozilla/NativeMessagingHosts",
    "Library/Google/Chrome/NativeMessagingHosts",
    "Library/Microsoft/Edge/NativeMessagingHosts",
]


@pytest.mark.parametrize(("system", "places"), [(System.LINUX, LINUX), (System.MACOS, MACOS)])
def test_every_browser_is_told_also_one_that_comes_later_and_nothing_is_left_afterwards(
    tmp_path: Path, system: System, places: list[str]
) -> None:
    on = machine(tmp_path, system)
    (tmp_path / "disk/usr/lib").mkdir(parents=True, exist_ok=True)
    before = contents(tmp_path / "disk")
    work = work_for_all(tmp_path, on)

    assert all(outcome.change for outcome in install(work))
    made = sorted(
        str(path.parent.relative_to(tmp_path / "disk")) for path in contents(tmp_path / "disk") if "org." in path.name
    )
    assert made == places
    manifest = tmp_path / "disk" / places[-1] / "org.callwith.companion.json"
    assert json.loads(manifest.read_text())["path"] == str(work.host)
    assert manifest.stat().st_mode & 0o777 == 0o644, "every user's browser reads it"
    assert {outcome.change for outcome in install(work)} == {Change.UNCHANGED}
    manifest.write_text("{}")
    assert Change.HEALED in {outcome.change for outcome in install(work)}

    uninstall(work)
    assert contents(tmp_path / "disk") == before


def test_on_windows_the_machines_keys_name_a_file_all_users_read(tmp_path: Path) -> None:
    registry = FakeRegistry("Software")
    work = work_for_all(tmp_path, machine(tmp_path, System.WINDOWS, registry=registry))
    outcomes = install(work)
    assert all(outcome.place.startswith("HKLM\\Software\\") for outcome in outcomes)
    named = registry.read(r"Software\Google\Chrome\NativeMessagingHosts\org.callwith.companion")
    assert named
    assert Path(named).is_relative_to(work.data)
    uninstall(work)
    assert registry.values == {"Software": None}
    assert not work.data.exists()


def test_the_doctor_accepts_what_was_registered_for_all_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for system in (System.LINUX, System.WINDOWS):
        shared = FakeRegistry() if system is System.WINDOWS else None
        programs = () if shared else ("chromium",)
        on = machine(tmp_path / system, system, programs, FakeRegistry() if shared else None)
        if shared:
            there = on.folders["program_files"] / "Google/Chrome/Application/chrome.exe"
            there.parent.mkdir(parents=True)
            there.touch()
        work = work_for_all(tmp_path / system, replace(on, registry=shared, shared_registry=shared))
        monkeypatch.setattr(everybody, "data_folder", lambda work=work: work.data)
        work.host.parent.mkdir(parents=True, exist_ok=True)
        install(work)
        users = replace(work, everybody=False, data=tmp_path / "ada", machine=replace(on, shared_registry=shared))
        found = {check.says for check in checks.all_checks(users, []) if check.health is Health.OK}
        assert any("registered for all users" in says for says in found), system


def test_a_program_that_others_than_root_can_change_or_only_root_can_start_is_not_everybodys(tmp_path: Path) -> None:
    host = tmp_path / "callwith-host"
    host.write_text("#!/bin/sh\n")
    host.chmod(0o700)
    first = everybody.fault_of(host)
    assert first
    assert str(host) in first
    if os.geteuid() == 0:
        assert "cannot be entered" in first
        host.chmod(0o757)
        assert "changed by others" in (everybody.fault_of(host) or "")
    assert everybody.fault_of(Path("/usr/bin/env")) is None
    assert everybody.fault_of(None)


def test_without_the_right_to_do_it_the_command_says_so_and_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(everybody, "is_administrator", lambda: False)
    for command in ("install", "uninstall"):
        refused = CliRunner().invoke(app, [command, "--system"])
        assert isinstance(refused.exception, Problem)
        assert f"callwith {command} --system" in (refused.exception.remedy or "")
        assert "sudo" in (refused.exception.remedy or "")
