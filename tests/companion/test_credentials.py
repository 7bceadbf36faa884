"""Secrets: kept where the person chose, and a store that cannot be used says what to do without saying the secret."""

import json
import os
import pickle
import stat
from pathlib import Path
from typing import Never

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring import errors
from keyring_support import MemoryKeyring

from companion.credentials import FileCredentials, KeyringCredentials, required, usable
from companion.errors import CallError, Code
from companion.secret import Secret

PIN = "a&b+c%d#e fü"


def test_a_missing_secret_says_which_command_stores_it(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="callwith secret set pin") as missing:
        required(FileCredentials(tmp_path / "secrets.json"), "pin")
    assert missing.value.code is Code.NO_CREDENTIALS


def test_the_file_is_readable_by_its_owner_only_and_goes_with_its_last_secret(tmp_path: Path) -> None:
    path = tmp_path / "home" / "secrets.json"
    store = FileCredentials(path)
    old = os.umask(0)
    try:
        store.set("pin", Secret(PIN))
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    store.remove("pin")
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("kind", ["readable", "writable", "link", "no JSON", "folder"])
def test_a_secrets_file_that_others_could_read_or_write_is_not_used(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "secrets.json"
    path.write_text(json.dumps({"pin": PIN}))
    path.chmod({"readable": 0o644, "writable": 0o602}.get(kind, 0o600))
    if kind == "link":
        path.rename(tmp_path / "real")
        path.symlink_to(tmp_path / "real")
    elif kind == "no JSON":
        path.write_text(f'{{"pin": "{PIN}"')
    elif kind == "folder":
        path.unlink()
        path.mkdir()
    with pytest.raises(CallError) as refused:
        FileCredentials(path).get("pin")
    assert refused.value.code is Code.NO_CREDENTIALS
    assert str(path) in refused.value.message
    assert PIN not in f"{refused.value!r}{refused.value.message}"
    assert refused.value.__context__ is None


class RefusingKeyring(MemoryKeyring):
    """A keyring that fails in one way."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def _fail(self, *_arguments: str) -> Never:
        raise self.error

    get_password = set_password = delete_password = _fail  # type: ignore[assignment]  # they take anything


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (errors.NoKeyringError("no backend"), "--store file"),
        (errors.KeyringLocked(f"locked {PIN}"), "unlock the keyring"),
        (errors.InitError("no D-Bus"), "does not start"),
        (errors.PasswordSetError(PIN), "refused"),
        (RuntimeError(f"backend broke on {PIN}"), "refused"),
    ],
)
def test_a_keyring_that_cannot_be_used_says_what_to_do_and_not_the_secret(
    monkeypatch: pytest.MonkeyPatch, error: Exception, advice: str
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: RefusingKeyring(error))
    store = KeyringCredentials()
    for attempt in (lambda: store.get("pin"), lambda: store.set("pin", Secret(PIN)), lambda: store.remove("pin")):
        with pytest.raises(CallError, match=advice) as refused:
            attempt()
        assert refused.value.code is Code.KEYRING_LOCKED
        assert PIN not in refused.value.message
        assert refused.value.__cause__ is None


def test_an_unprotected_file_that_poses_as_a_keyring_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})()
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    with pytest.raises(CallError, match="unprotected"):
        KeyringCredentials().set("pin", Secret(PIN))


def test_another_home_has_entries_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CALLWITH_HOME", raising=False)
    usual = KeyringCredentials().service
    monkeypatch.setenv("CALLWITH_HOME", str(tmp_path))
    assert KeyringCredentials().service != usual


@given(st.text(min_size=1, max_size=50))
def test_a_secret_shows_in_no_form_but_the_one_asked_for(text: str) -> None:
    secret = Secret("§" + text + "§")
    for shown in (str(secret), repr(secret), f"{secret}", f"{secret:>40}", "%s" % secret, repr({"pin": secret})):  # noqa: UP031 - one of the ways
        assert "§" not in shown
    with pytest.raises(TypeError):
        pickle.dumps(secret)


@pytest.mark.parametrize("text", ["", "\n", "x" * 129, "a\tb", "a\nb", "a\x00b"])
def test_what_no_pbx_could_take_is_not_stored_and_not_repeated(text: str) -> None:
    with pytest.raises(ValueError, match="it ") as refused:
        usable(text)
    assert "a\t" not in str(refused.value)


def test_the_line_break_of_a_pipe_is_not_part_of_the_pin() -> None:
    assert usable(PIN + "\r\n").reveal() == PIN
