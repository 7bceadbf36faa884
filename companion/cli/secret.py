"""`callwith secret`: the PIN and the management password, stored, moved and removed, never given as an argument."""

import contextlib
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from companion.cli.output import USAGE, Problem, ask, is_terminal, say
from companion.credentials import title
from companion.errors import CallError
from companion.language import _

if TYPE_CHECKING:
    from companion.credentials import Credentials
    from companion.secret import Secret

app = typer.Typer(no_args_is_help=True, help="Store, move or remove PIN and password.")

StoreName = Literal["keyring", "file"]

LONGEST_INPUT = 4096
"""Characters read from standard input; more than a secret can have, so that an over-long one is refused, not cut."""


class SecretName(StrEnum):
    """The two secrets."""

    PIN = "pin"
    PASSWORD = "password"  # noqa: S105 - a name, not a password


@app.command("set")
def set_(
    name: Annotated[SecretName, typer.Argument(help="pin places calls; password changes extensions.")],
) -> None:
    """Store a secret: asked for without showing it, or read from standard input when that is not a terminal."""
    store, kind = credentials()
    store.set(name.value, read_secret(title(name.value, kind)))
    say(_("{secret}: stored in the {place}").format(secret=title(name.value, kind), place=place(store)), "green")


@app.command("show-where")
def show_where() -> None:
    """Say which secrets are stored, and where; never what they are."""
    from companion.cli.context import settings_or_none
    from companion.credentials import NAMES, KeyringCredentials, open_credentials
    from companion.paths import Paths

    store, kind = credentials()
    unused: StoreName = "file" if store.store == "keyring" else "keyring"
    for name in NAMES:
        words = _("{secret}: in the {place}") if store.get(name) else _("{secret}: not stored")
        say(words.format(secret=title(name, kind), place=place(store)))
    if isinstance(store, KeyringCredentials):
        entries = _("The keyring is {program}; the entries are called {service}.")
        say(entries.format(program=store.backend(), service=store.service), "dim")
    other = open_credentials(unused, Paths.current())
    with contextlib.suppress(CallError):  # a keyring that is not used need not be there
        if settings_or_none() and any(other.get(name) for name in NAMES):
            words = _("Something is left in the {place}. To use it: callwith secret move {store}")
            say(words.format(place=place(other), store=unused), "yellow")


@app.command()
def move(
    to: Annotated[StoreName, typer.Argument(help="The system keyring, or a file only you can read.")],
) -> None:
    """Move the secrets to the other store, and use that from now on.

    What is in the new store can be read back before anything is taken out of the old one.
    """
    from companion.cli.context import paths, settings, use_store
    from companion.credentials import NAMES, copy, open_credentials

    found = settings()
    new = open_credentials(to, paths())
    old = open_credentials("keyring" if to == "file" else "file", paths())
    copied = copy(old, new)
    if found.credentials.store != to:
        use_store(to)
    for name in copied:
        old.remove(name)
        say(_("{secret}: moved to the {place}").format(secret=title(name, found.pbx.kind), place=place(new)), "green")
    if not copied:
        words = _("Nothing is stored in the {old}; from now on the {new} is used.")
        say(words.format(old=place(old), new=place(new)))
    for name in NAMES:
        if name not in copied and new.get(name):
            say(_("{secret}: in the {place}").format(secret=title(name, found.pbx.kind), place=place(new)))


@app.command()
def remove(
    name: Annotated[SecretName | None, typer.Argument(help="Only this one; otherwise both.")] = None,
) -> None:
    """Remove the stored secrets."""
    store, kind = credentials()
    for wanted in [name] if name else list(SecretName):
        removed = store.remove(wanted.value)
        words = _("{secret}: removed from the {place}") if removed else _("{secret}: was not stored in the {place}")
        say(words.format(secret=title(wanted.value, kind), place=place(store)))


def read_secret(asked: str, *, from_stdin: bool = False) -> "Secret":
    """Ask for a secret, or read it from standard input. Raises Problem if it cannot be one."""
    from companion.credentials import usable

    if is_terminal() and not from_stdin:
        typed = ask(asked, hidden=True)
    else:
        typed = sys.stdin.read(LONGEST_INPUT) if sys.stdin else ""
    try:
        return usable(typed)
    except ValueError as error:
        raise Problem(
            _("{asked}: {error}. Nothing was stored.").format(asked=asked, error=error), exit_code=USAGE
        ) from None


def credentials() -> "tuple[Credentials, str | None]":
    """Open the store that the settings name, the keyring where there are none yet, and return the kind of PBX too."""
    from companion.cli.context import settings_or_none
    from companion.credentials import open_credentials
    from companion.paths import Paths

    settings = settings_or_none()
    store = open_credentials(settings.credentials.store if settings else "keyring", Paths.current())
    return store, settings.pbx.kind if settings else None


def place(store: "Credentials") -> str:
    """Name the store for people."""
    from companion.paths import Paths

    if store.store == "keyring":
        return _("system keyring")
    return _("file {file}").format(file=Paths.current().secrets)
