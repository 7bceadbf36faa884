"""Entry point of `callwith`: puts the commands together and turns every failure into a sentence."""

import logging
import sys
from typing import Annotated

import typer

from companion import __version__
from companion.cli import (
    browser_extension,
    call,
    demo,
    doctor,
    extension,
    history,
    install,
    policy,
    secret,
    setup,
    simulate,
)
from companion.cli.output import fail
from companion.language import use_environment

EPILOG = (
    "Start with: callwith setup. CALLWITH_HOME=FOLDER keeps settings, journal and logs in that folder. "
    "NO_COLOR=1 turns colours off."
)

app = typer.Typer(
    name="callwith",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
    help="Call with 3CX: click a telephone number in the browser and your own phone rings.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"callwith {__version__}")
        raise typer.Exit


@app.callback()
def callwith(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Take the options that stand before the command; `--version` has its own callback."""


app.command()(setup.setup)
app.add_typer(secret.app, name="secret")
app.command()(install.install)
app.command()(install.uninstall)
app.command()(browser_extension.browser_extension)
app.command()(policy.policy)
app.command(epilog=call.EPILOG)(call.call)
app.add_typer(history.app, name="history")
app.add_typer(extension.app, name="extension")
app.command()(doctor.doctor)
app.command()(simulate.simulate)
app.command()(demo.demo)


def main() -> None:
    """Run the command line; the exit code is the process's."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may speak cp1252; a number's odd character must not end the program.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")
    logging.getLogger("companion").addHandler(logging.NullHandler())  # what people need to know is said, not logged
    use_environment()
    try:
        app()
    except Exception as error:  # noqa: BLE001 - the one place where a failure becomes a sentence
        fail(error)
