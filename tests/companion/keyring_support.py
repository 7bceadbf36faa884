"""Keyrings for the tests: a real Secret Service on a bus of its own, and Windows' and macOS' backends over fakes.

The fakes stand in for the functions of the operating system and nothing else: the backends above them are keyring's.
"""

import contextlib
import os
import select
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import keyring.backend
import pytest
import secretstorage
from keyring import errors
from keyring.backends import Windows, macOS
from secretstorage.exceptions import SecretStorageException

PATIENCE = 60.0
"""Seconds for a daemon to start on a machine that has other things to do."""
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""
"""A bus that starts no services: asked too early, the usual one starts a second keyring, which is locked."""
LOGIN = "/org/freedesktop/secrets/collection/login"
"""The keyring that the daemon makes when it is unlocked for the first time."""


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring that works."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise errors.PasswordDeleteError("not found")
        del self.kept[service, username]


@contextlib.contextmanager
def secret_service(home: Path, password: str = "unlock") -> Iterator[dict[str, str]]:
    """gnome-keyring on a D-Bus of its own; yields the environment in which programs find it. Ends both."""
    run = home / "run"
    run.mkdir(mode=0o700, parents=True, exist_ok=True)
    env = {**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(run), "XDG_DATA_HOME": str(home / "data")}
    with contextlib.ExitStack() as ending:
        (run / "bus.conf").write_text(BUS.format(folder=run))
        bus = subprocess.Popen(
            ["dbus-daemon", f"--config-file={run}/bus.conf", "--nofork", "--nopidfile", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=env,
        )
        ending.callback(_ended, bus)
        env["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus)
        daemon = subprocess.Popen(
            [
                "gnome-keyring-daemon",
                "--foreground",
                "--unlock",
                "--components=secrets",
                f"--control-directory={run}",
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=env,
        )
        ending.callback(_ended, daemon)
        assert daemon.stdin
        daemon.stdin.write(f"{password}\n".encode())
        daemon.stdin.close()
        _wait_until_unlocked(env)
        yield env


def _wait_until_unlocked(env: dict[str, str]) -> None:
    """Wait for the daemon to have made and unlocked its keyring: who asks before is asked for a password."""
    until = time.monotonic() + PATIENCE
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", env["DBUS_SESSION_BUS_ADDRESS"])
        while time.monotonic() < until:
            with (
                contextlib.suppress(SecretStorageException),
                contextlib.closing(secretstorage.dbus_init()) as connection,
            ):
                if not secretstorage.Collection(connection, LOGIN).is_locked():
                    return
            time.sleep(0.02)
    raise AssertionError("gnome-keyring does not unlock")


def _first_line(process: "subprocess.Popen[bytes]") -> str:
    assert process.stdout
    ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
    line = process.stdout.readline().decode().strip() if ready else ""
    assert line, f"{process.args!r} does not start"
    return line


def _ended(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(PATIENCE)
    process.kill()
    process.wait()


class WindowsError_(Exception):  # noqa: N801, N818 - stands in for pywintypes.error
    """`pywintypes.error`."""

    def __init__(self, winerror: int, funcname: str) -> None:
        self.winerror, self.funcname = winerror, funcname
        super().__init__(winerror, funcname, "refused")


@dataclass
class FakeCredentialManager:
    """`win32cred`: credentials by target name, texts kept as UTF-16 as Windows does."""

    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    refuses: int | None = None
    CRED_TYPE_GENERIC = 1
    CRED_PERSIST_ENTERPRISE = 3

    def CredRead(self, Type: int, TargetName: str) -> dict[str, Any]:  # noqa: ARG002, N802, N803 - Windows' names
        self._may("CredRead")
        if TargetName not in self.kept:
            raise WindowsError_(1168, "CredRead")
        return self.kept[TargetName]

    def CredWrite(self, credential: dict[str, Any], _flags: int) -> None:  # noqa: N802 - as above
        self._may("CredWrite")
        blob = credential["CredentialBlob"].encode("utf-16-le")
        self.kept[credential["TargetName"]] = {**credential, "CredentialBlob": blob}

    def CredDelete(self, Type: int, TargetName: str) -> None:  # noqa: ARG002, N802, N803 - as above
        self._may("CredDelete")
        if self.kept.pop(TargetName, None) is None:
            raise WindowsError_(1168, "CredDelete")

    def _may(self, what: str) -> None:
        if self.refuses is not None:
            raise WindowsError_(self.refuses, what)

    def everything(self) -> bytes:
        return b"".join(each["CredentialBlob"] for each in self.kept.values())


@dataclass
class FakeKeychain:
    """`keyring.backends.macOS.api`: the Security framework's three calls."""

    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    refuses: type[Exception] | None = None
    Error = type("Error", (Exception,), {})
    NotFound = type("NotFound", (Error,), {})
    KeychainDenied = type("KeychainDenied", (Error,), {})

    def set_generic_password(self, _keychain: object, service: str, username: str, password: str) -> None:
        self._may()
        self.kept[service, username] = password

    def find_generic_password(self, _keychain: object, service: str, username: str) -> str:
        self._may()
        if (service, username) not in self.kept:
            raise self.NotFound(-25300)
        return self.kept[service, username]

    def delete_generic_password(self, _keychain: object, service: str, username: str) -> None:
        self._may()
        if self.kept.pop((service, username), None) is None:
            raise self.NotFound(-25300)

    def _may(self) -> None:
        if self.refuses is not None:
            raise self.refuses(-128)

    def everything(self) -> bytes:
        return "".join(self.kept.values()).encode("utf-16-le")


def on_windows(patch: Any, system: FakeCredentialManager) -> keyring.backend.KeyringBackend:
    """keyring's Windows backend over a fake of Windows."""
    patch.setattr(Windows, "win32cred", system, raising=False)
    patch.setattr(Windows, "pywintypes", SimpleNamespace(error=WindowsError_), raising=False)
    return Windows.WinVaultKeyring()


def on_macos(patch: Any, system: FakeKeychain) -> keyring.backend.KeyringBackend:
    """keyring's macOS backend over a fake of macOS."""
    patch.setattr(macOS, "api", system, raising=False)
    return macOS.Keyring()
