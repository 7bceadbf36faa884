"""`doctor` as people and programs read it, on a machine set up for a simulated PBX."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli_support import CommandLine, simulator

from companion.simulator import Options

PIN = "s3cr&t+9"


@pytest.fixture
def command_line(tmp_path: Any, monkeypatch: Any, capsys: Any) -> CommandLine:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "chromium").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return CommandLine(tmp_path, monkeypatch, capsys)


def checks(command_line: CommandLine) -> dict[str, dict[str, Any]]:
    return {check["name"]: check for check in json.loads(command_line.run("doctor", "--json").out)["checks"]}


def test_all_is_well_on_a_machine_that_is_set_up(command_line: CommandLine) -> None:
    """The host that is started here is the real one, with the arguments that Chromium gives."""
    with simulator(Options(port=0)) as pbx:
        command_line.setup(pbx.port, pin=PIN)
        command_line.run("secret", "set", "password", stdin="hunter&2")
        assert command_line.run("install").exit_code == 0
        ran = command_line.run("doctor")
        assert ran.exit_code == 0, ran.out
        assert "All is well." in ran.out
        assert "the companion greets" in ran.out
        as_json = command_line.run("doctor", "--json")
        assert json.loads(as_json.out)["ok"] is True
        assert not pbx.pbx.calls
        for secret in (PIN, "hunter", "s3cr%26t"):
            assert secret not in ran.out + ran.err + as_json.out


def test_before_setup_the_doctor_fails_and_names_the_remedies(command_line: CommandLine) -> None:
    ran = command_line.run("doctor")
    assert ran.exit_code == 1
    assert "callwith setup" in ran.out
    assert "callwith install" in ran.out
    assert not command_line.callwith_home.exists(), "looking changes nothing"


def test_every_fault_has_a_remedy(command_line: CommandLine) -> None:
    command_line.setup(1)
    command_line.run("secret", "remove")
    found = checks(command_line)
    failed = {name for name, check in found.items() if check["health"] == "fail"}
    assert failed == {"pin", "pbx_tcp", "manifest"}
    assert all(found[name]["remedy"] for name in failed)


def test_wrong_settings_are_shown_with_key_and_what_is_allowed(command_line: CommandLine) -> None:
    command_line.setup()
    file = command_line.callwith_home / "settings.toml"
    file.write_text(file.read_text().replace('"v10"', '"v8"'))
    check = checks(command_line)["settings"]
    assert check["health"] == "fail"
    assert "pbx.kind" in check["says"]
    assert "v9-iis" in check["says"]


def test_a_secrets_file_that_others_can_read_fails(command_line: CommandLine) -> None:
    command_line.setup()
    (command_line.callwith_home / "secrets.json").chmod(0o644)
    check = checks(command_line)["keyring"]
    assert check["health"] == "fail"
    assert "chmod 600" in check["says"]


def test_a_journal_that_is_none_fails_or_is_put_aside(command_line: CommandLine) -> None:
    command_line.setup()
    (command_line.callwith_home / "journal.sqlite3").mkdir()
    assert checks(command_line)["journal"]["health"] == "fail"


def test_a_proxy_is_mentioned_and_said_to_be_unused(command_line: CommandLine, monkeypatch: Any) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://user:word@proxy.example:3128")
    check = checks(command_line)["proxy"]
    assert "https_proxy" in check["says"]
    assert "word" not in json.dumps(check)


def test_a_moved_program_is_noticed_and_install_mends_it(command_line: CommandLine, tmp_path: Path) -> None:
    command_line.run("install")
    file = tmp_path / ".config/chromium/NativeMessagingHosts/org.callwith.companion.json"
    content = json.loads(file.read_text())
    file.write_text(json.dumps(content | {"path": "/gone/callwith-host"}))
    assert checks(command_line)["manifest"]["health"] == "fail"
    assert "mended" in command_line.run("install").out
    assert checks(command_line)["manifest"]["health"] == "ok"
    assert checks(command_line)["greeting"]["health"] == "ok"
