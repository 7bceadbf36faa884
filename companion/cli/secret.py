"""`callwith secret set` and `callwith secret remove`: the PIN and the management password, never as an argument."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from companion.cli.output import USAGE, Problem, ask, is_terminal, say
from companion.credentials import title

if TYPE_CHECKING:
    from companion.credentials import Credentials
    from companion.secret import Secret

app = typer.Typer(no_args_is_help=True, help="Store or remove PIN and password.")

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
    say(f"{title(name.value, kind)} stored in the {place(store)}.", "green")


@app.command()
def remove(
    name: Annotated[SecretName | None, typer.Argument(help="Only this one; otherwise both.")] = None,
) -> None:
    """Remove the stored secrets."""
    store, kind = credentials()
    for wanted in [name] if name else list(SecretName):
        removed = store.remove(wanted.value)
        say(f"{title(wanted.value, kind)} {'removed from' if removed else 'was not stored in'} the {place(store)}.")


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
        raise Problem(f"{asked}: {error}. Nothing was stored.", exit_code=USAGE) from None


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

    return "system keyring" if store.store == "keyring" else f"file {Paths.current().secrets}"
