"""`setup`, `secret`, `install` and `uninstall` as scripts use them."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from cli_support import CommandLine

from companion.cli.address import Pasted, read_address
from companion.cli.region import region_of

PIN = "p&+%# ü9"
MANIFEST = "org.callwith.companion.json"


@pytest.fixture
def command_line(tmp_path: Any, monkeypatch: Any, capsys: Any) -> CommandLine:
    return CommandLine(tmp_path, monkeypatch, capsys)


def settings(command_line: CommandLine) -> dict[str, Any]:
    return tomllib.loads((command_line.callwith_home / "settings.toml").read_text())


def test_setup_writes_every_answer_and_the_pin_only_into_the_store(command_line: CommandLine) -> None:
    ran = command_line.run(
        *("setup", "--no-input", "--kind", "v9-abyss", "--host", "192.0.2.1", "--port", "5481", "--scheme", "http"),
        *("--path", "/ivr/PbxAPI.aspx", "--extension", "0100", "--region", "gb", "--store", "file", "--pin-stdin"),
        "--no-register",
        stdin=f"{PIN}\n",
    )
    assert ran.exit_code == 0, ran.err
    found = settings(command_line)
    assert found["pbx"] == {
        "kind": "v9-abyss",
        "host": "192.0.2.1",
        "port": 5481,
        "scheme": "http",
        "path": "/ivr/PbxAPI.aspx",
    }
    assert found["user"] == {"extension": "0100", "region": "GB"}
    secrets = command_line.callwith_home / "secrets.json"
    assert json.loads(secrets.read_text())["pin"] == PIN
    assert secrets.stat().st_mode & 0o777 == 0o600
    assert PIN not in ran.out + ran.err
    assert PIN not in (command_line.callwith_home / "settings.toml").read_text()


def test_setup_without_input_names_every_option_that_is_missing(command_line: CommandLine) -> None:
    ran = command_line.run("setup", "--no-input", "--store", "file")
    assert ran.exit_code == 2
    assert ran.out == ""
    for option in ("--kind", "--host", "--extension", "--region", "--pin-stdin"):
        assert option in ran.err
    assert not command_line.callwith_home.exists(), "half an answer leaves nothing behind"


def test_setup_names_only_what_is_missing(command_line: CommandLine) -> None:
    ran = command_line.run("setup", "--no-input", "--kind", "v10", "--extension", "100")
    sentence = ran.err.splitlines()[0]
    assert "--host" in sentence
    assert "--kind" not in sentence
    assert "--extension" not in sentence


def test_setup_in_a_script_does_not_wait_for_answers(command_line: CommandLine) -> None:
    """Standard input is no terminal: the same error as with --no-input."""
    assert command_line.run("setup").exit_code == 2


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--kind", "v8"),
        ("--host", "https://user:word@pbx.example"),
        ("--host", "ftp://pbx.example"),
        ("--host", "pbx example"),
        ("--host", ""),
        ("--port", "0"),
        ("--port", "65536"),
        ("--scheme", "ws"),
        ("--path", "PbxAPI.aspx"),
        ("--path", "/x?pin=1"),
        ("--extension", "10a"),
        ("--extension", "٣"),
        ("--region", "Britain"),
        ("--region", "XX"),
        ("--store", "paper"),
    ],
)
def test_a_wrong_answer_is_refused_by_its_options_name(command_line: CommandLine, option: str, value: str) -> None:
    answers = {"--kind": "v10", "--host": "pbx.example", "--extension": "100", "--region": "GB", "--store": "file"}
    ran = command_line.run(
        "setup", "--no-input", "--no-register", *(word for pair in (answers | {option: value}).items() for word in pair)
    )
    assert ran.exit_code == 2
    assert option in ran.err
    assert "Traceback" not in ran.err
    assert not (command_line.callwith_home / "settings.toml").exists()


def test_setup_again_changes_what_is_named_and_keeps_the_rest(command_line: CommandLine) -> None:
    command_line.setup(5000)
    file = command_line.callwith_home / "settings.toml"
    file.write_text(file.read_text() + '\n[dial_plan]\noutside_line_prefix = "9"\n')
    ran = command_line.run("setup", "--no-input", "--no-register", "--port", "5001", "--region", "DE")
    assert ran.exit_code == 0, ran.err
    found = settings(command_line)
    assert found["pbx"]["port"] == 5001
    assert found["pbx"]["host"] == "127.0.0.1"
    assert found["user"] == {"extension": "100", "region": "DE"}
    assert found["dial_plan"] == {"outside_line_prefix": "9"}


def test_another_pbx_does_not_inherit_the_old_ones_port_and_path(command_line: CommandLine) -> None:
    command_line.setup(5000)
    command_line.run("setup", "--no-input", "--no-register", "--host", "pbx.example")
    assert settings(command_line)["pbx"] == {"kind": "v10", "host": "pbx.example"}


def test_a_settings_file_with_an_error_is_not_overwritten(command_line: CommandLine) -> None:
    command_line.setup()
    file = command_line.callwith_home / "settings.toml"
    file.write_text("[pbx\nkind=")
    ran = command_line.run("setup", "--no-input", "--host", "other.example")
    assert ran.exit_code == 1
    assert "settings.toml" in ran.err
    assert file.read_text() == "[pbx\nkind="


def test_setup_registers_the_host_with_the_browsers_that_are_there(
    command_line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / ".config" / "vivaldi" / "Default").mkdir(parents=True)
    ran = command_line.run(
        *("setup", "--no-input", "--kind", "v10", "--host", "127.0.0.1", "--extension", "1", "--store", "file")
    )
    assert ran.exit_code == 0
    assert "Vivaldi  registered" in ran.out
    assert (tmp_path / ".config/vivaldi/NativeMessagingHosts" / MANIFEST).is_file()
    assert "callwith secret set pin" in ran.err, "the PIN is still missing, and it says so"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("pbx.example", Pasted("pbx.example")),
        (" PBX.example:5001 ", Pasted("pbx.example", port=5001)),
        ("192.0.2.1", Pasted("192.0.2.1")),
        ("2001:db8::1", Pasted("2001:db8::1")),
        ("[2001:db8::1]:5000", Pasted("2001:db8::1", port=5000)),
        ("https://pbx.example:5001/", Pasted("pbx.example", "https", 5001)),
        ("http://pbx.example:5000/ivr/PbxAPI.aspx?x=1", Pasted("pbx.example", "http", 5000, "/ivr/PbxAPI.aspx")),
        ("https://pbx.example/webclient/#/login", Pasted("pbx.example", "https")),
    ],
)
def test_an_address_is_read_as_people_paste_it(text: str, wanted: Pasted) -> None:
    assert read_address(text) == wanted


@pytest.mark.parametrize(
    ("variables", "region"),
    [
        ({"LANG": "de_AT.UTF-8"}, "AT"),
        ({"LANG": "en_US", "LC_ALL": "en_GB.utf8"}, "GB"),
        ({"LANG": "sr_Latn_RS@latin"}, "RS"),
        ({"LANG": "zh-Hant-TW"}, "TW"),
        ({"LANG": "C.UTF-8"}, None),
        ({}, None),
    ],
)
def test_the_region_is_guessed_from_the_language_setting(variables: dict[str, str], region: str | None) -> None:
    assert region_of(variables) == region


def test_a_secret_is_read_from_standard_input_and_removed_again(command_line: CommandLine) -> None:
    command_line.setup()
    assert command_line.run("secret", "set", "password", stdin="a&b\n").exit_code == 0
    assert command_line.run("secret", "set", "pin", stdin=PIN).exit_code == 0
    secrets = command_line.callwith_home / "secrets.json"
    assert json.loads(secrets.read_text()) == {"pin": PIN, "password": "a&b"}
    ran = command_line.run("secret", "remove", "password")
    assert ran.exit_code == 0
    assert json.loads(secrets.read_text()) == {"pin": PIN}
    command_line.run("secret", "remove")
    assert not secrets.exists()


@pytest.mark.parametrize("stdin", ["", "\n", "x" * 200, "tab\tin it", "line\nbreak"])
def test_what_cannot_be_a_secret_is_refused_without_showing_it(command_line: CommandLine, stdin: str) -> None:
    command_line.setup()
    ran = command_line.run("secret", "set", "pin", stdin=stdin)
    assert ran.exit_code == 2
    assert not stdin.strip() or stdin.strip() not in ran.out + ran.err
    assert json.loads((command_line.callwith_home / "secrets.json").read_text())["pin"] == "1234"


def test_a_secret_cannot_be_given_as_an_argument(command_line: CommandLine) -> None:
    command_line.setup()
    assert command_line.run("secret", "set", "pin", "9999").exit_code == 2
    assert command_line.run("setup", "--pin", "9999").exit_code == 2


def test_install_and_uninstall_leave_a_home_as_it_was(command_line: CommandLine, tmp_path: Path) -> None:
    home = tmp_path / "portable"
    home.mkdir()
    names = ("--browser", "chrome", "--browser", "firefox")
    ran = command_line.run("install", *names, "--home", str(home))
    assert ran.exit_code == 0, ran.err
    manifest = json.loads((home / ".mozilla/native-messaging-hosts" / MANIFEST).read_bytes())
    assert Path(manifest["path"]).is_absolute()
    assert Path(manifest["path"]).is_file()
    assert (home / ".config/google-chrome/NativeMessagingHosts" / MANIFEST).is_file()
    assert command_line.run("uninstall", "--home", str(home)).exit_code == 0
    assert list(home.iterdir()) == []
    assert not command_line.callwith_home.exists()


def test_install_with_nothing_found_says_what_to_do(
    command_line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = command_line.run("install")
    assert ran.exit_code == 1
    assert "--browser" in ran.err


def test_an_unknown_browser_is_answered_with_the_known_ones(command_line: CommandLine) -> None:
    ran = command_line.run("install", "--browser", "netscape")
    assert ran.exit_code == 2
    assert "librewolf" in ran.err


def test_uninstall_works_though_the_settings_are_broken(command_line: CommandLine, tmp_path: Path) -> None:
    command_line.run("install", "--browser", "chromium")
    command_line.callwith_home.mkdir(exist_ok=True)
    (command_line.callwith_home / "settings.toml").write_text("[[[")
    assert command_line.run("uninstall").exit_code == 0
    assert not (tmp_path / ".config").exists()


def test_further_callers_of_the_settings_reach_the_manifests(command_line: CommandLine, tmp_path: Path) -> None:
    command_line.setup()
    file = command_line.callwith_home / "settings.toml"
    file.write_text(file.read_text() + '\n[callers]\nchromium = ["abcdefghijklmnopabcdefghijklmnop"]\n')
    command_line.run("install", "--user-data-dir", str(tmp_path / "profile"))
    origins = json.loads((tmp_path / "profile/NativeMessagingHosts" / MANIFEST).read_bytes())["allowed_origins"]
    assert "chrome-extension://abcdefghijklmnopabcdefghijklmnop/" in origins


def test_a_pin_that_cannot_be_used_leaves_the_settings_unwritten(command_line: CommandLine) -> None:
    """Setup either does what it was asked to or nothing."""
    options = ("--kind", "v10", "--host", "127.0.0.1", "--extension", "100", "--store", "file", "--pin-stdin")
    ran = command_line.run("setup", "--no-input", "--no-register", *options, stdin="\n")
    assert (ran.exit_code, ran.out) == (2, "")
    assert not (command_line.callwith_home / "settings.toml").exists()
