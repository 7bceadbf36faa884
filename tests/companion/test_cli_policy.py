"""`callwith policy` prints, for every browser and system, a file that rolls out extension and settings."""

import json
import plistlib
import re
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from companion.cli.main import app
from companion.cli.output import Problem
from companion.installing import managed

OURS, FIREFOX = "empoikljldlhbeoickfgfnchnhmoddkc", "call-with-3cx@callwith.org"
HOST = "org.callwith.companion"
SETTINGS = {
    "organisation": 'Müller "IT" GmbH',
    "locked": ["sites", "region"],
    "region": "DE",
    "sites": {"mode": "chosen", "chosen": ["crm.example.com"]},
    "fax": True,
}
CHROMIUM = ("chrome", "chromium", "edge", "brave", "vivaldi")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["policy", *words])


def printed(*words: str) -> str:
    ran = run(*words)
    assert ran.exit_code == 0, ran.exception
    return ran.stdout


@pytest.fixture
def settings(tmp_path: Path) -> str:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(SETTINGS), "utf-8")
    return str(file)


@pytest.mark.parametrize("browser", CHROMIUM)
def test_on_linux_it_is_a_policy_file(browser: str, settings: str) -> None:
    content = json.loads(printed("--browser", browser, "--os", "linux", "--settings", settings))
    assert content["ExtensionSettings"][OURS]["installation_mode"] == "force_installed"
    assert content["ExtensionSettings"][OURS]["update_url"].startswith("https://")
    assert content["NativeMessagingAllowlist"] == [HOST]
    assert content["3rdparty"]["extensions"][OURS] == SETTINGS


def from_registry(text: str) -> dict[str, dict[str, object]]:
    """Read a .reg file as the registry and then the browser do."""
    keys: dict[str, dict[str, object]] = {}
    for line in text.replace("\r\n", "\n").split("\n")[1:]:
        if line.startswith("["):
            values = keys.setdefault(line.strip("[]"), {})
        elif line:
            name, _, value = line.partition("=")
            name = name.strip('"')
            if value.startswith("dword:"):
                values[name] = int(value.removeprefix("dword:"), 16)
            elif value.startswith("hex(1):"):
                raw = bytes(int(byte, 16) for byte in value.removeprefix("hex(1):").split(","))
                values[name] = raw.decode("utf-16-le").rstrip("\0")
            else:
                values[name] = re.sub(r"\\(.)", r"\1", value[1:-1])
    return keys


@pytest.mark.parametrize("browser", CHROMIUM)
def test_on_windows_it_is_a_registry_file_that_touches_only_our_own_values(browser: str, settings: str) -> None:
    text = printed("--browser", browser, "--os", "windows", "--settings", settings)
    assert text.isascii()
    keys = from_registry(text)
    assert not any(line.startswith(("[-", '"1"=')) for line in text.splitlines()), "others' entries stay"
    (extension,) = (key for key in keys if key.endswith(rf"\ExtensionSettings\{OURS}"))
    assert keys[extension]["installation_mode"] == "force_installed"
    (allowed,) = (values for key, values in keys.items() if key.endswith(r"\NativeMessagingAllowlist"))
    assert list(allowed.values()) == [HOST]
    (values,) = (values for key, values in keys.items() if key.endswith(rf"\3rdparty\extensions\{OURS}\policy"))
    read = {
        name: json.loads(value) if isinstance(value, str) and value[0] in "[{" else value
        for name, value in values.items()
    }
    assert read == SETTINGS


@pytest.mark.parametrize(
    ("browser", "domain"),
    [
        ("chrome", "com.google.Chrome"),
        ("chromium", "org.chromium.Chromium"),
        ("edge", "com.microsoft.Edge"),
        ("brave", "com.brave.Browser"),
        ("vivaldi", "com.vivaldi.Vivaldi"),
    ],
)
def test_on_macos_it_is_a_profile_with_the_browsers_domain_and_the_extensions(
    browser: str, domain: str, settings: str
) -> None:
    words = ("--browser", browser, "--os", "macos", "--settings", settings)
    profile = plistlib.loads(printed(*words).encode())
    assert printed(*words).encode() == plistlib.dumps(profile), "the same ids every time: a new one replaces the old"
    assert (profile["PayloadType"], profile["PayloadScope"]) == ("Configuration", "System")
    parts = {part["PayloadType"]: part for part in profile["PayloadContent"]}
    assert len({part["PayloadUUID"] for part in parts.values()} | {profile["PayloadUUID"]}) == 3
    assert parts[domain]["NativeMessagingAllowlist"] == [HOST]
    assert OURS in parts[domain]["ExtensionSettings"]
    told = parts[f"{domain}.extensions.{OURS}"]
    assert {name: value for name, value in told.items() if not name.startswith("Payload")} == SETTINGS


@pytest.mark.parametrize("system", ["linux", "macos", "windows"])
def test_firefox_gets_policies_json_or_a_profile(system: str, settings: str) -> None:
    text = printed("--browser", "firefox", "--os", system, "--settings", settings)
    if system == "macos":
        (policies,) = plistlib.loads(text.encode())["PayloadContent"]
        assert policies["EnterprisePoliciesEnabled"] is True
    else:
        policies = json.loads(text)["policies"]
    assert policies["ExtensionSettings"][FIREFOX]["install_url"].endswith(".xpi")
    assert policies["3rdparty"]["Extensions"][FIREFOX] == SETTINGS


def test_another_stores_id_and_address_take_the_place_of_ours() -> None:
    other = "a" * 32
    words = ("--browser", "edge", "--os", "linux", "--extension-id", other, "--install-from", "https://example.com/u")
    content = json.loads(printed(*words))
    assert content["ExtensionSettings"] == {
        other: {"installation_mode": "force_installed", "update_url": "https://example.com/u"}
    }
    assert "3rdparty" not in content
    allowed = json.loads(printed("--browser", "chrome", "--os", "linux", "--allow-install"))
    assert allowed["ExtensionSettings"] == {OURS: {"installation_mode": "allowed"}}
    assert isinstance(run("--browser", "edge", "--extension-id", "name@example.org").exception, Problem)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"sites": {"mode": "al"}}', "sites.mode must be one of"),
        ('{"site": {"mode": "all"}}', "'site'"),
        ('{"sites": {"moed": "all"}}', "'moed'"),
        ('{"region": "Germany"}', "region"),
        ("[1]", "it must be object"),
        ("{", "not JSON"),
    ],
)
def test_settings_that_the_extension_would_not_take_are_refused_by_name(
    tmp_path: Path, content: str, words: str
) -> None:
    """A browser drops what its schema does not allow, and says so only where nobody looks."""
    file = tmp_path / "settings.json"
    file.write_text(content)
    refused = run("--browser", "chrome", "--settings", str(file))
    assert isinstance(refused.exception, Problem)
    assert words in refused.exception.sentence


def test_a_file_goes_where_it_is_asked_to_and_the_place_for_it_is_said(tmp_path: Path) -> None:
    target = tmp_path / "callwith.json"
    ran = run("--browser", "chromium", "--os", "linux", "--output", str(target))
    assert "/etc/chromium/policies/managed/callwith.json" in ran.stderr
    assert json.loads(target.read_text())["NativeMessagingAllowlist"] == [HOST]
    assert isinstance(run("--browser", "chromium", "--output", str(tmp_path / "no" / "x")).exception, Problem)


def test_every_setting_of_the_schema_can_be_given() -> None:
    assert managed.checked(SETTINGS) == SETTINGS
    assert managed.checked({}) == {}
