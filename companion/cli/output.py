"""What every command prints through: plain where nobody looks, coloured where somebody does, errors in one form."""

import os
import re
import sys
import textwrap
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import typer

from companion.errors import CallError, remedy_of, sentence_of
from companion.language import _

if TYPE_CHECKING:
    from rich.console import Console

FAILED: Final = 1
"""Exit code of a command that did not do what it was asked to."""
USAGE: Final = 2
"""Exit code for options that are wrong or missing; the same as the option parser's own."""


class Problem(Exception):  # noqa: N818 - what went wrong for the person, not for the program
    """A failure said in one sentence, and what mends it. Neither holds a secret."""

    def __init__(self, sentence: str, remedy: str | None = None, exit_code: int = FAILED) -> None:
        self.sentence = sentence
        self.remedy = remedy
        self.exit_code = exit_code
        super().__init__(sentence)


@cache
def console() -> "Console":
    """Return the console for results. Nothing printed is read as markup: numbers and PBX replies hold brackets."""
    from rich.console import Console

    return Console(markup=False, highlight=False, soft_wrap=True)


@cache
def error_console() -> "Console":
    """Return the console for errors and questions."""
    from rich.console import Console

    return Console(stderr=True, markup=False, highlight=False, soft_wrap=True)


def is_terminal() -> bool:
    """Tell whether somebody can answer a question."""
    return sys.stdin is not None and sys.stdin.isatty()


def say(text: str = "", style: str | None = None) -> None:
    """Print a line of the result."""
    console().print(text, style=style)


def for_eyes(text: str) -> str:
    """Write the home folder as `~` in a terminal; a pipe gets whole paths, for programs."""
    home = str(Path.home())
    return text.replace(f"{home}{os.sep}", f"~{os.sep}") if console().is_terminal and len(home) > 1 else text


def print_wrapped(text: str, *, indent: int, first: int = 0, style: str | None = None) -> None:
    """Print text that goes on below itself in a terminal; elsewhere it is one line, for grep and mail.

    The cursor stands at `indent` already, unless `first` says how many spaces come before the first word.
    """
    target = console()
    text = for_eyes(text)
    if target.is_terminal:
        width = max(target.width - indent, 20)
        text = ("\n" + " " * indent).join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))
    target.print(" " * first + text, style=style)


def tell_problem(sentence: str, remedy: str | None) -> None:
    """Print a failure on stderr: the sentence, and below it what mends it."""
    error_console().print(sentence, style="red")
    if remedy:
        error_console().print(remedy)


def tidy(message: str) -> str:
    """Write a message's detail, which the contract has in brackets, into its sentence."""
    found = re.fullmatch(r"(.*)\. \((.*?)\.?\)", message, re.DOTALL)
    return f"{found[1]}: {found[2]}." if found else message


def fail(problem: Exception) -> NoReturn:
    """Say what went wrong and end with its exit code."""
    if isinstance(problem, Problem):
        tell_problem(problem.sentence, problem.remedy)
        raise SystemExit(problem.exit_code)
    if isinstance(problem, CallError):
        tell_problem(sentence_of(problem), remedy_of(problem))
        raise SystemExit(FAILED)
    frame = problem.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_globals.get('__name__')}:{frame.tb_lineno}" if frame else "unknown place"
    tell_problem(
        _("callwith failed unexpectedly: {name} in {where}.").format(name=type(problem).__name__, where=where),
        _("Run: callwith doctor. If all is well there, please report this line."),
    )
    raise SystemExit(FAILED)


def ask(question: str, default: str | None = None, *, hidden: bool = False) -> str:
    """Ask on stderr, so that a result on stdout stays clean."""
    answer: str = typer.prompt(question, default=default, hide_input=hidden, err=True)
    return answer.strip() if not hidden else answer
