"""Settings: written for people, read strictly, and an error names file, key, fault and what is allowed."""

import os
import tomllib
from pathlib import Path

import platformdirs
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from companion import folders
from companion.errors import CallError, Code
from companion.paths import Paths
from companion.settings import load_settings, parse_settings, save_settings
from companion.toml_writer import to_toml

GOOD = '[pbx]\nkind = "v10"\nhost = "pbx.example"\n[user]\nextension = "100"\n'


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    (tmp_path / "home").mkdir(mode=0o700)
    return Paths.under(tmp_path / "home")


def fault(paths: Paths, text: str) -> CallError:
    paths.settings.write_text(text, "utf-8")
    with pytest.raises(CallError) as error:
        load_settings(paths)
    assert str(paths.settings) in error.value.message
    return error.value


def test_what_is_left_out_has_a_default(paths: Paths) -> None:
    paths.settings.write_text(GOOD, "utf-8")
    found = load_settings(paths)
    assert (found.pbx.port, found.user.region, found.credentials.store) == (None, None, "keyring")
    assert found.limits.calls_per_minute == 10


def test_what_is_saved_is_read_back_and_is_one_line_for_each_key(paths: Paths) -> None:
    paths.settings.write_text(GOOD + 'region = "GB"\n[limits]\ncalls_per_minute = 3\n', "utf-8")
    settings = load_settings(paths)
    save_settings(settings, paths)
    assert load_settings(paths) == settings
    assert "calls_per_minute = 3\n" in paths.settings.read_text()
    assert paths.settings.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD.replace('"v10"', '"v11"'), ["pbx.kind", "v9-iis"]),
        (GOOD.replace('"v10"', '"v10"\nport = 70000'), ["pbx.port", "70000", "1 to 65535"]),
        (GOOD.replace('"v10"', '"v10"\nport = "5000"'), ["pbx.port", "1 to 65535"]),
        (GOOD.replace("host", "hots"), ["pbx.host is missing", "pbx.hots is not known", "scheme"]),
        (GOOD.replace('"pbx.example"', '"http://pbx/"'), ["pbx.host", "without scheme"]),
        # The kind's own default is http here.
        (GOOD.replace('"v10"', '"v10"\nproxy = "http://proxy.example:3128"'), ["pbx.proxy", 'scheme = "https"']),
        (GOOD.replace('"100"', "100"), ["user.extension", "digits in quotes"]),
        (GOOD + 'region = "gb"', ["user.region", "two capital letters"]),
        (GOOD + "[nonsense]\na = 1", ["nonsense is not known", "dial_plan"]),
        (GOOD + "[limits]\ncalls_per_minute = 0", ["limits.calls_per_minute", "1 to 1000"]),
        (GOOD + '[[dial_plan.rewrite]]\npattern = "("\nreplacement = ""', ["dial_plan.rewrite[1].pattern"]),
        (GOOD + '[callers]\nchromium = ["abc"]', ["callers.chromium[1]", "32 letters"]),
        ("= nonsense", ["not TOML", "line 1"]),
    ],
)
def test_an_error_names_file_key_fault_and_what_is_allowed(paths: Paths, text: str, words: list[str]) -> None:
    error = fault(paths, text)
    assert error.code is Code.SETTINGS_INVALID
    for word in words:
        assert word in error.message


def test_without_a_file_or_its_tables_nothing_is_configured_rather_than_wrong(paths: Paths) -> None:
    with pytest.raises(CallError) as missing:
        load_settings(paths)
    assert missing.value.code is Code.NOT_CONFIGURED
    assert fault(paths, "[callers]\n").code is Code.NOT_CONFIGURED


def test_a_pin_that_was_put_into_the_settings_is_not_repeated_by_the_error(paths: Paths) -> None:
    for text in (GOOD + 'pin = "s3cr3t!"', GOOD.replace('"100"', '"s3cr3t!"'), GOOD + 'region = "s3cr3t!"'):
        error = fault(paths, text)
        assert "s3cr3t" not in error.message
        assert error.__cause__ is None
        assert error.__context__ is None


@pytest.mark.parametrize("kind", ["link", "writable", "folder writable", "not a file", "huge", "latin-1"])
def test_a_file_that_cannot_be_trusted_is_refused_with_the_reason(paths: Paths, kind: str) -> None:
    paths.settings.write_text(GOOD)
    match kind:
        case "link":
            paths.settings.rename(paths.config / "real.toml")
            paths.settings.symlink_to(paths.config / "real.toml")
        case "writable":
            paths.settings.chmod(0o666)
        case "folder writable":
            paths.config.chmod(0o777)
        case "not a file":
            paths.settings.unlink()
            paths.settings.mkdir()
        case "huge":
            paths.settings.write_text(GOOD + "#" * 300_000)
        case "latin-1":
            paths.settings.write_bytes(GOOD.encode() + b"# \xfc")
    with pytest.raises(CallError) as refused:
        load_settings(paths)
    assert refused.value.code is Code.SETTINGS_INVALID
    assert str(paths.config) in refused.value.message


def test_a_folder_of_another_user_is_refused(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    paths.settings.write_text(GOOD)
    owner = paths.settings.stat().st_uid
    monkeypatch.setattr("companion.paths.os.geteuid", lambda: owner + 1)
    if owner == 0:  # what root owns is trusted, so it has to be somebody else's
        os.chown(paths.config, 1234, -1)
    with pytest.raises(CallError, match="another user"):
        load_settings(paths)


def test_a_write_that_fails_leaves_the_old_settings(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    paths.settings.write_text(GOOD)
    settings = load_settings(paths)

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("companion.paths.os.fsync", full)
    with pytest.raises(CallError, match="No space left"):
        save_settings(settings, paths)
    assert paths.settings.read_text() == GOOD
    assert list(paths.config.iterdir()) == [paths.settings]


values = st.recursive(
    st.booleans() | st.integers(-(2**60), 2**60) | st.text(), lambda inner: st.lists(inner, max_size=3), max_leaves=6
)
keys = st.text("abcdefghij_", min_size=1, max_size=8)


# On a busy machine the imports behind the first draw make it seem slow.
@hypothesis_settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        keys,
        values
        | st.dictionaries(keys, values | st.lists(st.dictionaries(keys, values, min_size=1), min_size=1, max_size=2)),
    )
)
def test_whatever_is_written_as_toml_is_read_back_the_same(content: dict[str, object]) -> None:
    assert tomllib.loads(to_toml(content, "a comment")) == content


def test_the_address_for_the_client_is_what_the_file_says() -> None:
    text = GOOD.replace('"v10"', '"v10"\nport = 8080\nscheme = "https"\npath = "/x/PbxAPI.aspx"\nmethod = "POST"')
    address = parse_settings(tomllib.loads(text), Path("settings.toml")).pbx.address()
    assert (address.port, address.scheme, address.path, address.method) == (8080, "https", "/x/PbxAPI.aspx", "POST")


def test_the_folders_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CALLWITH_HOME", raising=False)
    for config in (None, str(tmp_path)):
        if config:
            monkeypatch.setenv("XDG_CONFIG_HOME", config)
            monkeypatch.setenv("XDG_STATE_HOME", config)
        assert folders.config_folder() == platformdirs.user_config_dir("callwith", appauthor=False)
        assert folders.state_folder() == platformdirs.user_state_dir("callwith", appauthor=False)


def test_callwith_home_moves_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CALLWITH_HOME", str(tmp_path / "elsewhere"))
    assert Paths.current() == Paths.under(tmp_path / "elsewhere")


def test_an_error_shows_patterns_as_they_are_and_speaks_of_tables(paths: Paths) -> None:
    """A pattern in small letters would say the opposite of what is allowed."""
    paths.settings.write_text('pbx = "v10"\n[user]\nextension = "100"\nregion = "gb"\n')
    with pytest.raises(CallError) as fault:
        load_settings(paths)
    assert "^[A-Z]{2}$" in fault.value.message
    assert "pbx is wrong: a table is wanted" in fault.value.message


def test_a_region_without_telephone_numbers_is_refused_when_the_settings_are_read(paths: Paths) -> None:
    paths.settings.write_text(GOOD + 'region = "ZZ"\n', "utf-8")
    with pytest.raises(CallError) as caught:
        load_settings(paths)
    assert caught.value.code is Code.SETTINGS_INVALID
    assert "user.region" in caught.value.message
