"""`callwith simulate`: a PBX on this machine, with phones that ring, to try everything without telephoning."""

import errno
from pathlib import Path
from typing import Annotated, Literal

import typer

from companion.cli.output import FAILED, USAGE, Problem, console, say

WrongPin = Literal["text", "403", "login-page", "login-redirect"]


def _by_hand(seconds: float) -> float | None:
    return None if seconds < 0 else seconds


def simulate(
    kind: Annotated[str, typer.Option(metavar="KIND", help="Which PBX: v9-iis, v9-abyss, v10 or v20.")] = "v10",
    port: Annotated[
        int | None,
        typer.Option(
            min=0, max=65535, metavar="PORT", help="Port to listen on; 0 takes a free one. Without it, the kind's own."
        ),
    ] = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Loopback address to listen on.")] = "127.0.0.1",
    extension: Annotated[
        list[str] | None,
        typer.Option(metavar="NUMBER:PIN[:NAME]", help="An extension of this PBX instead of 100 to 104. Repeatable."),
    ] = None,
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Extensions and passwords from a TOML file.")
    ] = None,
    password: Annotated[str, typer.Option(metavar="WORD", help="The simulated management password.")] = "admin",  # noqa: S107 - of no real PBX
    redirect: Annotated[
        int, typer.Option(metavar="STATUS", help="Status of the session redirect: 301, 302, 303, 307 or 308.")
    ] = 302,
    wrong_pin: Annotated[
        WrongPin, typer.Option(metavar="HOW", help="A wrong PIN gets: text, 403, login-page or login-redirect.")
    ] = "text",
    answer_after: Annotated[
        float, typer.Option(metavar="SECONDS", help="The caller's phone is picked up after; -1: by hand on the page.")
    ] = 1.0,
    destination_answers_after: Annotated[
        float, typer.Option(metavar="SECONDS", help="The destination picks up after; -1: by hand.")
    ] = 1.0,
    talk_for: Annotated[
        float, typer.Option(metavar="SECONDS", help="The destination hangs up after; -1: by hand.")
    ] = 20.0,
    token_unit: Annotated[
        Literal["seconds", "minutes"],
        typer.Option(help="V20: what a token's expires_in counts; minutes before 20.0.9, seconds since."),
    ] = "seconds",  # noqa: S107 - a unit of time
    latency: Annotated[float, typer.Option(min=0, metavar="SECONDS", help="Every answer takes this long.")] = 0.0,
) -> None:
    """Run a PBX with phones, all simulated.

    It listens on this machine only. Its page shows the phones ringing and every request. Extension 100 has the PIN
    1234. Stop it with Ctrl-C.
    """
    from companion.simulator import Options, extension_from_text, run, with_file

    try:
        options = Options(
            kind=kind,
            host=host,
            port=port,
            password=password,
            redirect=redirect,
            wrong_pin=wrong_pin,
            answer_after=_by_hand(answer_after),
            destination_answers_after=_by_hand(destination_answers_after),
            talk_for=_by_hand(talk_for),
            latency=latency,
            token_unit=token_unit,
        )
        if file:
            options = with_file(options, file)
        if extension:
            from dataclasses import replace

            options = replace(options, extensions=tuple(map(extension_from_text, extension)))
    except ValueError as error:
        raise Problem(f"--{str(error).replace('_', '-', 1)}.", "See: callwith simulate --help", USAGE) from None
    except OSError as error:
        raise Problem(f"--file: {error.filename} cannot be read: {error.strerror}.", exit_code=USAGE) from None

    def announce(url: str) -> None:
        say(url)
        say(f"Simulating a 3CX ({options.kind}). Open this address to see its phones. Stop with Ctrl-C.", "dim")
        console().file.flush()

    try:
        run(options, announce)
    except OSError as error:
        why = "it is in use already" if error.errno == errno.EADDRINUSE else error.strerror or error
        sentence = f"The port {'of this kind' if port is None else port} cannot be used: {why}."
        raise Problem(sentence, "Choose another one: callwith simulate --port 0", FAILED) from None
