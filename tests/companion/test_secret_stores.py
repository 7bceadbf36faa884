"""One contract for every place that keeps secrets: the file, the real Secret Service, and other systems."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import keyring
import pytest
import secretstorage
from keyring.backends import SecretService
from keyring_support import FakeCredentialManager, FakeKeychain, on_macos, on_windows, secret_service

from companion.credentials import Credentials, FileCredentials, KeyringCredentials, copy
from companion.errors import CallError, Code
from companion.paths import Paths
from companion.secret import Secret

PIN = "a&b+c%d#e füß9"
OLD = "0ld-P1N-of-yesterday"

Search = Callable[[], bytes]
"""Everything the store holds, as far as it can be looked at from outside."""


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with secret_service(tmp_path_factory.mktemp("keyring")) as env:
        yield env


@pytest.fixture(params=["file", "secret service", "windows", "macos"])
def store(request: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Credentials, Search]:
    monkeypatch.setenv("CALLWITH_HOME", str(tmp_path / "home"))
    if request.param == "file":
        path = Paths.under(tmp_path / "home").secrets
        return FileCredentials(path), lambda: path.read_bytes() if path.exists() else b""
    if request.param == "secret service":
        for name, value in request.getfixturevalue("service").items():
            monkeypatch.setenv(name, value)
        backend, search = SecretService.Keyring(), stored_secrets
    elif request.param == "windows":
        credential_manager = FakeCredentialManager()
        backend, search = on_windows(monkeypatch, credential_manager), credential_manager.everything
    else:
        keychain = FakeKeychain()
        backend, search = on_macos(monkeypatch, keychain), keychain.everything
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    return KeyringCredentials(), search


def stored_secrets() -> bytes:
    with closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus)
        return b"".join(item.get_secret() for item in collection.get_all_items())


def value(secret: Secret | None) -> str | None:
    return secret.reveal() if secret else None


def test_a_secret_is_kept_replaced_and_removed(store: tuple[Credentials, Search]) -> None:
    kept, _ = store
    assert kept.get("pin") is None
    assert not kept.remove("pin")
    kept.set("pin", Secret(OLD))
    kept.set("password", Secret("other"))
    kept.set("pin", Secret(PIN))
    assert (value(kept.get("pin")), value(kept.get("password"))) == (PIN, "other")
    assert kept.remove("pin")
    assert (value(kept.get("pin")), value(kept.get("password"))) == (None, "other")
    assert kept.remove("password")


def test_nothing_of_a_replaced_or_removed_secret_is_left(store: tuple[Credentials, Search]) -> None:
    """Windows' backend keeps the one before under another name, if it is let."""
    kept, search = store
    kept.set("pin", Secret(OLD))
    assert found(OLD, search()), "a search that finds nothing proves nothing"
    kept.set("pin", Secret(PIN))
    assert not found(OLD, search())
    kept.remove("pin")
    assert not found(PIN, search())


def found(secret: str, content: bytes) -> bool:
    return any(secret.encode(coding) in content for coding in ("utf-8", "utf-16-le"))


def test_another_process_finds_what_this_one_stored(store: tuple[Credentials, Search]) -> None:
    kept, _ = store
    if isinstance(kept, KeyringCredentials) and not isinstance(keyring.get_keyring(), SecretService.Keyring):
        assert KeyringCredentials().get("pin") is None, "the fakes live in this process only"
        return
    kept.set("pin", Secret(PIN))
    program = (
        "import sys; from companion.credentials import open_credentials; from companion.paths import Paths; "
        f"sys.stdout.buffer.write(open_credentials({kept.store!r}, Paths.current()).get('pin').reveal().encode())"
    )
    ran = subprocess.run([sys.executable, "-c", program], env={**os.environ}, capture_output=True, check=False)
    assert ran.stdout.decode() == PIN, ran.stderr.decode()


def test_secrets_move_from_the_file_to_the_keyring_and_back(store: tuple[Credentials, Search], tmp_path: Path) -> None:
    kept, _ = store
    file = FileCredentials(tmp_path / "other" / "secrets.json")
    file.set("pin", Secret(PIN))
    file.set("password", Secret("other"))
    assert copy(file, kept) == ["pin", "password"]
    for name in ("pin", "password"):
        file.remove(name)
    assert list((tmp_path / "other").iterdir()) == []
    assert copy(kept, file) == ["pin", "password"]
    assert (value(file.get("pin")), value(file.get("password"))) == (PIN, "other")


def test_a_replaced_secrets_file_is_blanked_on_the_disk(tmp_path: Path) -> None:
    """Who held the old file open, or reads the disk's blocks, finds spaces."""
    path = tmp_path / "secrets.json"
    file = FileCredentials(path)
    file.set("pin", Secret(OLD))
    with path.open("rb") as held:
        file.set("pin", Secret(PIN))
        assert held.read().strip() == b""
    with path.open("rb") as held:
        file.remove("pin")
        assert held.read().strip() == b""


def test_a_locked_secret_service_says_to_unlock_it(service: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The real daemon, locked, on a screen where nobody can answer its question."""
    for name, text in service.items():
        monkeypatch.setenv(name, text)
    monkeypatch.setattr(keyring, "get_keyring", SecretService.Keyring)
    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()
    with pytest.raises(CallError) as refused:
        KeyringCredentials().get("pin")
    assert refused.value.code is Code.KEYRING_LOCKED
    assert "unlock" in refused.value.message


def test_without_a_secret_service_it_is_said_what_to_install(tmp_path: Path) -> None:
    """No bus at all: keyring finds no backend."""
    env = {**os.environ, "CALLWITH_HOME": str(tmp_path), "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
    ran = subprocess.run(
        [Path(sys.executable).with_name("callwith"), "secret", "set", "pin"],
        input=PIN,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "gnome-keyring" in ran.stderr
    assert "callwith setup --store file" in ran.stderr
    assert PIN not in ran.stdout + ran.stderr


@pytest.mark.parametrize("system", ["windows", "macos"])
def test_a_refusing_system_says_to_unlock_and_not_the_secret(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    access_denied = 5
    backend = (
        on_windows(monkeypatch, FakeCredentialManager(refuses=access_denied))
        if system == "windows"
        else on_macos(monkeypatch, FakeKeychain(refuses=FakeKeychain.KeychainDenied))
    )
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    for attempt in (lambda: KeyringCredentials().get("pin"), lambda: KeyringCredentials().set("pin", Secret(PIN))):
        with pytest.raises(CallError, match="unlock") as refused:
            attempt()
        assert PIN not in refused.value.message
