"""Settings for all users of a machine: an administrator's, never secret, and a user's own can only narrow them."""

import json
import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from companion import numbering
from companion.cli.main import app
from companion.destinations import judge
from companion.errors import CallError, Code
from companion.paths import Paths
from companion.settings import Settings, SystemSettings, load_merged, load_settings, parse_settings, save_settings
from companion.system_merge import merge, own_part
from companion.windows_security import untrusted

SYSTEM = """
[pbx]
kind = "v10"
host = "pbx.example"
[user]
region = "GB"
[dial_plan]
outside_line_prefix = "9"
[dial_plan.destinations]
premium = "barred"
allowed = ["+4490012"]
[limits]
calls_per_minute = 5
[own_extension]
recording = true
[journal]
keep_days = 90
shorten_numbers = true
"""
OWN = '[user]\nextension = "100"\n'


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Both files in place, and this process's own user in root's part where the tests do not run as root."""
    for name in ("home", "etc"):
        (tmp_path / name).mkdir(mode=0o700)
    monkeypatch.setattr("companion.paths.ADMINISTRATOR", os.geteuid())
    monkeypatch.setattr("companion.paths.ABOVE", 1)  # the folders above are the test runner's
    found = Paths(tmp_path / "home", tmp_path / "home", tmp_path / "etc" / "settings.toml")
    found.system.write_text(SYSTEM)
    found.system.chmod(0o644)
    found.settings.write_text(OWN)
    return found


def test_a_user_needs_only_an_extension_where_the_machine_names_the_pbx(paths: Paths) -> None:
    found, overruled = load_merged(paths)
    assert (found.pbx.host, found.user.region, found.limits.calls_per_minute) == ("pbx.example", "GB", 5)
    assert (found.user.extension, overruled) == ("100", [])
    paths.settings.unlink()
    with pytest.raises(CallError) as missing:
        load_settings(paths)
    assert missing.value.code is Code.NOT_CONFIGURED
    assert "[user]" in missing.value.message


@pytest.mark.parametrize(
    ("own", "key", "holds"),
    [
        ('[pbx]\nkind = "v20"\nhost = "evil.example"\n', "pbx.host", lambda s: s.pbx.host == "pbx.example"),
        ("[pbx]\nport = 1\n", "pbx.port", lambda s: s.pbx.port is None),
        ('[pbx]\nca_file = "mine.pem"\n', "pbx.ca_file", lambda s: s.pbx.ca_file is None),
        ("[limits]\ncalls_per_minute = 60\n", "limits.calls_per_minute", lambda s: s.limits.calls_per_minute == 5),
        ("[journal]\nkeep_days = 900\n", "journal.keep_days", lambda s: s.journal.keep_days == 90),
        ("[journal]\nshorten_numbers = false\n", "journal.shorten_numbers", lambda s: s.journal.shorten_numbers),
        ('[dial_plan]\ninternal = ["[0-9]+"]\n', "dial_plan.internal", lambda s: s.dial_plan.internal is None),
        (
            '[[dial_plan.rewrite]]\npattern = "1"\nreplacement = "0900"\n',
            "dial_plan.rewrite",
            lambda s: not s.dial_plan.rewrite,
        ),
        (
            '[dial_plan.destinations]\npremium = "allowed"\n',
            "dial_plan.destinations.premium",
            lambda s: s.dial_plan.enforced.premium == "barred",
        ),
    ],
)
def test_what_would_widen_is_not_used_and_is_named(paths: Paths, own: str, key: str, holds: object) -> None:
    paths.settings.write_text(OWN + own)
    found, overruled = load_merged(paths)
    assert holds(found)  # type: ignore[operator]  # cases of several types
    assert key in overruled


@pytest.mark.parametrize(
    ("own", "holds"),
    [
        ("[limits]\ncalls_per_minute = 2\n", lambda s: s.limits.calls_per_minute == 2),
        ("[own_extension]\nrecording = false\n", lambda s: not s.own_extension.recording),
        ("[journal]\nkeep_days = 7\n", lambda s: s.journal.keep_days == 7),
        ('[pbx]\ndevice = "desk"\n', lambda s: s.pbx.device == "desk" and s.pbx.kind == "v10"),
        ('[logs]\nlevel = "debug"\n', lambda s: s.logs.level == "debug"),
        ('[dial_plan.destinations]\nbarred = ["+7"]\n', lambda s: s.dial_plan.destinations.barred == ["+7"]),
    ],
)
def test_what_narrows_holds_and_is_kept_when_the_settings_are_saved(paths: Paths, own: str, holds: object) -> None:
    paths.settings.write_text(OWN + own)
    found, overruled = load_merged(paths)
    assert holds(found)  # type: ignore[operator]  # cases of several types
    assert overruled == []
    save_settings(found, paths)
    assert load_settings(paths) == found
    assert "pbx.example" not in paths.settings.read_text(), "what the machine says would be old when that changes"


def verdict(settings: Settings, number: str) -> str:
    found = numbering.find(number, None)
    assert found
    return judge(found, settings.dial_plan, "GB").verdict


def test_no_prefix_of_a_users_makes_a_destination_of_the_machine_milder(paths: Paths) -> None:
    """The longest prefix decides within one table, so a user's own would outdo a bar by type or a shorter prefix."""
    premium, listed = "+449098790879", "+449001234567"
    assert verdict(load_settings(paths), premium) == "barred"
    for own in ('allowed = ["+449098"]', 'ask = ["+449098"]', 'premium = "ask"'):
        paths.settings.write_text(f"{OWN}[dial_plan.destinations]\n{own}\n")
        assert verdict(load_settings(paths), premium) == "barred"
    assert verdict(load_settings(paths), listed) == "allowed", "what the machine allows, a user has without naming it"
    paths.settings.write_text(f'{OWN}[dial_plan.destinations]\nbarred = ["+4490012"]\n')
    assert verdict(load_settings(paths), listed) == "barred"


verdicts = st.sampled_from(["allowed", "ask", "barred"])
prefixes = st.lists(st.sampled_from(["+4", "+44", "+4490", "+449098", "+4420", "+7"]), max_size=3, unique=True)
tables = st.fixed_dictionaries(
    {},
    optional={
        "premium": verdicts,
        "international": verdicts,
        "other": verdicts,
        "allowed": prefixes,
        "ask": prefixes,
        "barred": prefixes,
    },
).filter(lambda table: not _twice(table))


def _twice(table: dict[str, object]) -> bool:
    lists = [table.get(key, []) for key in ("allowed", "ask", "barred")]
    named = [prefix for each in lists for prefix in each]  # type: ignore[attr-defined]  # lists, all three
    return len(named) != len(set(named))


def settings_of(system: dict[str, object], own: dict[str, object]) -> Settings:
    return parse_settings(merge(system, own).content, Path("settings.toml"))


@hypothesis_settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables, tables, st.integers(1, 1000), st.integers(1, 1000))
def test_merged_settings_never_permit_more_than_the_machines_alone_nor_than_the_users(
    floor: dict[str, object], wanted: dict[str, object], most: int, asked: int
) -> None:
    pbx, user = tomllib.loads(SYSTEM)["pbx"], {"extension": "100"}
    system = {"pbx": pbx, "limits": {"calls_per_minute": most}, "dial_plan": {"destinations": floor}}
    own = {"user": user, "limits": {"calls_per_minute": asked}, "dial_plan": {"destinations": wanted}}
    merged, alone = settings_of(system, own), settings_of(system, {"user": user})
    order = ["allowed", "ask", "barred"]
    for number in ("+449098790879", "+442079460958", "+74951234567", "+33142685300"):
        assert order.index(verdict(merged, number)) >= order.index(verdict(alone, number))
    assert merged.limits.calls_per_minute == min(most, asked)
    full = SystemSettings.model_validate(system).model_dump()
    kept = own_part(full, merged.model_dump(), merged.model_dump(exclude_defaults=True))
    again = settings_of(system, kept)
    assert [verdict(again, n) for n in ("+449098790879", "+74951234567")] == [
        verdict(merged, n) for n in ("+449098790879", "+74951234567")
    ], "saving loses nothing"
    assert again.limits == merged.limits


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SYSTEM + 'pin = "1234"\n', ["journal.pin", "secret"]),
        ('[pbx]\nkind = "v20"\nhost = "a"\nclient_secret = "s3cr3t"\n', ["pbx.client_secret", "secret"]),
        ('[user]\nextension = "100"\n', ["user.extension is not known", "region"]),
        (SYSTEM.replace("= 5", "= 0"), ["limits.calls_per_minute", "1 to 1000"]),
        ("= nonsense", ["not TOML"]),
    ],
)
def test_a_fault_in_the_machines_file_names_that_file_and_stops_calls(
    paths: Paths, text: str, words: list[str]
) -> None:
    paths.system.write_text(text)
    with pytest.raises(CallError) as error:
        load_settings(paths)
    assert error.value.code is Code.SETTINGS_INVALID
    for word in (str(paths.system), *words):
        assert word in error.value.message
    assert "1234" not in error.value.message
    assert "s3cr3t" not in error.value.message


@pytest.mark.parametrize("kind", ["writable by a group", "folder writable", "link", "another's"])
def test_a_file_that_a_user_could_have_put_there_is_refused_with_the_reason(
    paths: Paths, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "can be written by others than root"
    match kind:
        case "writable by a group":
            paths.system.chmod(0o664)
        case "folder writable":
            paths.system.parent.chmod(0o777)
        case "link":
            paths.system.rename(paths.system.with_name("real.toml"))
            paths.system.symlink_to("real.toml")
            words = "a link"
        case "another's":
            monkeypatch.setattr("companion.paths.ADMINISTRATOR", os.geteuid() + 1)
            words = "does not belong to root"
    with pytest.raises(CallError, match=words) as refused:
        load_settings(paths)
    assert refused.value.code is Code.SETTINGS_INVALID


@pytest.mark.parametrize(
    ("descriptor", "reason"),
    [
        ("O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)", None),
        ("O:SYG:SYD:PAI(A;;FA;;;SY)(A;OICIIO;GA;;;CO)(A;;FRFX;;;BU)", None),
        ("O:S-1-5-21-1-2-3-1001G:SYD:AI(A;ID;FA;;;SY)", "does not belong to administrators"),
        ("O:BAG:SYD:AI(A;ID;FA;;;BA)(A;ID;0x1301bf;;;AU)", "others than administrators"),
        ("O:BAG:SYD:AI(A;;DCLC;;;BU)", "others than administrators"),
        ("O:BAG:SYD:AI(A;;FA;;;S-1-5-21-1-2-3-1001)", "others than administrators"),
        ("O:BAG:SY", "everybody"),
        ("", "does not belong to administrators"),
    ],
)
def test_on_windows_owner_and_access_list_decide(descriptor: str, reason: str | None) -> None:
    """`0x1301bf` is what Windows calls Modify, `0x1200a9` read and execute."""
    found = untrusted(descriptor)
    assert found is None if reason is None else reason in (found or "")


def test_doctor_and_setup_show_what_the_machine_sets(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALLWITH_HOME", str(paths.config))
    monkeypatch.setattr("companion.folders.system_folder", lambda: str(paths.system.parent))
    paths.settings.write_text(OWN + "[limits]\ncalls_per_minute = 60\n")
    run = CliRunner()
    checks = json.loads(run.invoke(app, ["doctor", "--json", "--home", str(paths.config)]).output)["checks"]
    named = {check["name"]: check for check in checks}
    assert str(paths.system) in named["system_settings"]["says"]
    assert "dial_plan" in named["system_settings"]["says"]
    assert named["overruled"]["health"] == "warn"
    assert "limits.calls_per_minute" in named["overruled"]["says"]

    words = ["setup", "--no-input", "--no-register", "--store", "file"]
    refused = run.invoke(app, [*words, "--host", "other.example", "--extension", "101"])
    assert "set for all users" in str(refused.exception)
    paths.settings.unlink()
    assert run.invoke(app, [*words, "--extension", "101"]).exit_code == 0
    assert tomllib.loads(paths.settings.read_text()) == {
        "user": {"extension": "101"},
        "credentials": {"store": "file"},
    }
