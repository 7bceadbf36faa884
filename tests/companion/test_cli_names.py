"""Names of commands and options are what scripts and manuals hold on to: a change here is seen before it is made."""

import os
import subprocess
import sys
from typing import Any

import pytest
import typer
from cli_support import CommandLine

from companion import __version__
from companion.cli.main import app

NAMES = {
    "callwith": "--install-completion --show-completion --version",
    "callwith setup": "--admin-client-id --client-id --device --extension --host --kind --no-input --no-register "
    "--outside-line --path --pin-stdin --port --region --register --scheme --store --window",
    "callwith secret": "",
    "callwith secret set": "NAME",
    "callwith secret remove": "NAME",
    "callwith secret move": "TO",
    "callwith secret show-where": "",
    "callwith install": "--browser --home --system --user-data-dir",
    "callwith uninstall": "--browser --everything --home --system --user-data-dir --yes -y",
    "callwith browser-extension": "--browser --to",
    "callwith policy": "--allow-install --browser --extension-id --force-install --install-from --os --output "
    "--settings",
    "callwith call": "NUMBER --dry-run --extension --json --region --yes -y",
    "callwith history": "--csv --json --limit --number --since --site --state --until --via -n",
    "callwith history erase": "--before --yes -y",
    "callwith extension": "",
    "callwith extension set": "NUMBER --disabled --enabled --external-calls --no-external-calls "
    "--no-recording --recording",
    "callwith extension show": "NUMBER",
    "callwith extension apply": "PLAN --at-once --dry-run --failures --resume",
    "callwith doctor": "--home --json --user-data-dir",
    "callwith simulate": "--answer-after --destination-answers-after --extension --file --host --kind --latency "
    "--password --port --redirect --talk-for --token-unit --wrong-pin",
    "callwith demo": "--headless --picture",
}


@pytest.fixture
def command_line(tmp_path: Any, monkeypatch: Any, capsys: Any) -> CommandLine:
    return CommandLine(tmp_path, monkeypatch, capsys)


def names(command: Any, path: str = "callwith") -> dict[str, str]:
    """Every command with its arguments and options."""
    options = sorted(
        name
        for parameter in command.params
        for name in ([*parameter.opts, *parameter.secondary_opts] if parameter.param_type_name == "option" else [])
    )
    arguments = [parameter.name.upper() for parameter in command.params if parameter.param_type_name == "argument"]
    found = {path: " ".join(arguments + options)}
    for name, inner in getattr(command, "commands", {}).items():
        found |= names(inner, f"{path} {name}")
    return found


def test_commands_and_options_are_called_as_ever() -> None:
    assert names(typer.main.get_command(app)) == NAMES


@pytest.mark.parametrize("command", list(NAMES))
def test_every_command_explains_itself_within_80_columns(command_line: CommandLine, command: str) -> None:
    ran = command_line.run(*command.split()[1:], "--help")
    assert ran.exit_code == 0
    assert ran.err == ""
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "\x1b" not in ran.out, "no colours in a pipe"


def test_the_list_of_commands_cuts_no_sentence_off(command_line: CommandLine) -> None:
    commands = command_line.run("--help").out.partition("Commands:")[2]
    assert "setup" in commands
    assert "..." not in commands


def test_the_version_is_said(command_line: CommandLine) -> None:
    assert command_line.run("--version").out == f"callwith {__version__}\n"


def test_an_unknown_command_is_an_error_of_use(command_line: CommandLine) -> None:
    assert command_line.run("cal").exit_code == 2


def test_help_needs_none_of_the_heavy_parts() -> None:
    """`callwith --help` answers at once: no pydantic, aiohttp, keyring or metadata of numbers is loaded for it."""
    code = (
        "import sys; sys.argv = ['callwith', '--help']\n"
        "from companion.cli.main import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'pydantic', 'aiohttp', 'keyring', 'phonenumbers', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == "[]"


def test_a_console_of_windows_old_code_page_does_not_end_the_program() -> None:
    """cp1252 has neither arrows nor most names of numbers' digits."""
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    code = (
        "import sys; sys.argv = ['callwith', '--version']\n"
        "from companion.cli.main import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "from companion.cli import output\n"
        "output.say('٠٢٠ → \\u202f')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True)
    assert b"callwith" in ran.stdout
    assert ran.stderr == b""
