"""Where PIN and password are kept: the system keyring, or a file only its owner can read, by explicit choice.

Two names: `pin` places calls from the user's extension, `password` is the PBX's management password and absent by
default. What goes wrong is a CallError: `keyring_locked` when the keyring is locked, missing or refuses,
`no_credentials` when nothing is stored, with what to do in the detail.
"""

import contextlib
import json
from collections.abc import Container
from pathlib import Path
from typing import Final, Literal, Protocol

from companion import folders
from companion.errors import CallError, Code
from companion.language import _
from companion.memory_guard import keep_memory_private
from companion.paths import Paths, UnsafeFileError, check_file, overwriting, write_private
from companion.secret import Secret

Name = Literal["pin", "password"]
Store = Literal["keyring", "file"]
NAMES: Final[tuple[Name, ...]] = ("pin", "password")

LONGEST: Final = 128
"""Characters. PINs have 5 to 10; whatever is longer than this was pasted by mistake."""

_COMMAND: Final = {"pin": "callwith secret set pin", "password": "callwith secret set password"}


def title(name: Name, kind: str | None = None) -> str:
    """Name a secret for people; a V20 has API clients where older ones have a PIN and a password."""
    if kind == "v20":
        if name == "password":
            return _("Secret of the API client for changing extensions")
        return _("Secret of the API client")
    return _("PIN of your extension") if name == "pin" else _("Management password of the PBX")


class Credentials(Protocol):
    """A place that keeps secrets by name."""

    store: Store

    def get(self, name: Name) -> Secret | None:
        """Return the secret; None if none is stored. Raises CallError if the store cannot be read."""
        ...

    def set(self, name: Name, secret: Secret) -> None:
        """Store or replace the secret. Raises CallError."""
        ...

    def remove(self, name: Name) -> bool:
        """Forget the secret; tell whether there was one. Raises CallError."""
        ...


def open_credentials(store: Store, paths: Paths) -> Credentials:
    """Return the chosen store. Loads no keyring unless that is the choice, and reads nothing yet."""
    keep_memory_private()
    return FileCredentials(paths.secrets) if store == "file" else KeyringCredentials()


def required(credentials: Credentials, name: Name) -> Secret:
    """Return a secret that has to be there. Raises CallError with what to do."""
    secret = credentials.get(name)
    if not secret:
        raise CallError(Code.NO_CREDENTIALS, _("run: {command}").format(command=_COMMAND[name]))
    return secret


def copy(old: Credentials, new: Credentials, *, but: Container[Name] = ()) -> list[Name]:
    """Store in `new` what `old` holds, and read it back; the names. Raises CallError, and then nothing is lost."""
    copied: list[Name] = []
    for name in NAMES:
        if name not in but and (secret := old.get(name)):
            new.set(name, secret)
            kept = new.get(name)
            if kept is None or kept.reveal() != secret.reveal():
                raise CallError(Code.KEYRING_LOCKED, _("what was stored cannot be read back; nothing was removed"))
            copied.append(name)
    return copied


def usable(text: str) -> Secret:
    """Return what was typed or piped in as a secret. Raises ValueError, without it, if it cannot be one.

    A PIN is letters, digits and punctuation of any kind; only what no PBX could take is refused.
    """
    text = text.rstrip("\r\n")
    if not text:
        raise ValueError(_("it is empty"))
    if len(text) > LONGEST:
        raise ValueError(_("it has more than {count} characters").format(count=LONGEST))
    if not text.isprintable():
        raise ValueError(_("it has characters that cannot be printed, such as a line break or a tab"))
    return Secret(text)


class FileCredentials:
    """A JSON file, 0600, replaced in one step."""

    store: Store = "file"

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: Name) -> Secret | None:
        """Return the secret from the file."""
        value = self._read().get(name)
        return Secret(value) if value else None

    def set(self, name: Name, secret: Secret) -> None:
        """Write the file with this secret in it."""
        self._write({**self._read(), name: secret.reveal()})

    def remove(self, name: Name) -> bool:
        """Write the file without this secret, or remove it with the last one."""
        kept = self._read()
        if kept.pop(name, None) is None:
            return False
        self._write(kept)
        return True

    def _read(self) -> dict[str, str]:
        fault = _("{file} is not a secrets file").format(file=self._path)
        try:
            check_file(self._path, secret=True)
            content: object = json.loads(self._path.read_text("utf-8"))
            if isinstance(content, dict):
                return {str(name): value for name, value in content.items() if isinstance(value, str)}
        except FileNotFoundError:
            return {}
        except UnsafeFileError as unsafe:
            fault = str(unsafe)
        except OSError as error:
            fault = _("{file} cannot be read: {why}").format(file=self._path, why=error.strerror)
        except ValueError:
            pass  # its text holds secrets and is not shown; json's error carries it, so it is not chained either
        words = _("{fault}; mend it, or remove it and run: {command}")
        raise CallError(Code.NO_CREDENTIALS, words.format(fault=fault, command=_COMMAND["pin"]))

    def _write(self, content: dict[str, str]) -> None:
        fault = ""
        try:
            with overwriting(self._path):
                if content:
                    write_private(self._path, json.dumps(content, indent=2) + "\n")
                else:
                    self._path.unlink(missing_ok=True)
        except UnsafeFileError as unsafe:
            fault = str(unsafe)
        except OSError as error:
            fault = _("{file} cannot be written: {why}").format(file=self._path, why=error.strerror)
        if fault:
            raise CallError(Code.NO_CREDENTIALS, fault)


class KeyringCredentials:
    """The system's keyring: Secret Service, macOS Keychain, Windows Credential Locker.

    With `CALLWITH_HOME` set the entries are that home's own, so that a trial never overwrites the real PIN.
    """

    store: Store = "keyring"

    def __init__(self) -> None:
        home = folders.home()
        self.service = f"callwith {home}" if home else "callwith"

    def backend(self) -> str:
        """Name the keyring program. Raises CallError where there is none that can be used."""
        with _Refusals():
            found = _keyring()
            return str(getattr(found, "name", type(found).__name__))

    def get(self, name: Name) -> Secret | None:
        """Ask the keyring; may wait for the person to unlock it."""
        value: str | None = None
        with _Refusals():
            value = _keyring().get_password(self.service, name)
        return Secret(value) if value else None

    def set(self, name: Name, secret: Secret) -> None:
        """Store it in the keyring, in place of the one that is there."""
        with _Refusals():
            backend = _keyring()
            if type(backend).__module__ == "keyring.backends.Windows" and backend.get_password(self.service, name):
                backend.delete_password(self.service, name)  # it would keep the old one under another name
            backend.set_password(self.service, name, secret.reveal())

    def remove(self, name: Name) -> bool:
        """Remove it from the keyring."""
        if self.get(name) is None:
            return False
        with _Refusals():
            _keyring().delete_password(self.service, name)
        return True


class _Backend(Protocol):
    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def _keyring() -> _Backend:
    import keyring  # noqa: PLC0415 - 15 MB and 80 ms that a file store does not need

    backend = keyring.get_keyring()
    if type(backend).__module__.startswith("keyrings.alt"):
        raise CallError(
            Code.KEYRING_LOCKED,
            _("the only keyring here is an unprotected file; use a real one, or run: callwith setup --store file"),
        )
    return backend


class _Refusals(contextlib.AbstractContextManager[None]):
    """Turns whatever a keyring backend raises into a CallError that says what to do, and holds nothing of its text."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _traceback: object) -> None:
        if kind is None or isinstance(error, CallError) or not isinstance(error, Exception):
            return
        from keyring import errors  # noqa: PLC0415 - as above

        if isinstance(error, errors.NoKeyringError):
            detail = _(
                "this system has no keyring; install one (on Linux gnome-keyring), or run: callwith setup --store file"
            )
        elif isinstance(error, errors.KeyringLocked):
            detail = _("unlock the keyring, or answer its question, then try again")
        elif isinstance(error, errors.InitError):
            detail = _("the keyring does not start; check that its service runs, or run: callwith setup --store file")
        else:
            words = _("the keyring refused ({error}); unlock it, or run: callwith setup --store file")
            detail = words.format(error=type(error).__name__)
        raise CallError(Code.KEYRING_LOCKED, detail) from None
