"""`callwith call`: goes the same way as a click in the browser, or only shows it, with --dry-run."""

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final
from uuid import uuid4

import typer

from companion.cli.output import USAGE, Problem, console, is_terminal, say, tell_problem, tidy
from companion.errors import CallError, Code, remedy_of, sentence_of
from companion.language import _

if TYPE_CHECKING:
    from companion.dial_plan import Plan
    from companion.gesture import Gesture
    from companion.protocol import Call
    from companion.settings import Settings

REFUSED: Final = 3
NOTHING_SENT: Final = 4
UNKNOWN: Final = 5
ANSWERED: Final = frozenset(
    {Code.PBX_BUSY, Code.PBX_REFUSED, Code.PBX_REPLY_NOT_UNDERSTOOD, Code.LOGIN_REJECTED, Code.NOT_ALLOWED}
)
"""Refusals that the PBX itself gave; with all others nothing was sent."""
LONGEST: Final = 128
"""Characters of a number as written; the contract's limit."""

EPILOG: Final = (
    "Exit codes: 0 the PBX accepted the call; 2 the command was not understood; 3 the PBX refused the call; "
    "4 nothing was sent (dial plan, settings, PIN, network); 5 sent, but no answer came: check your phone first."
)


def call(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="The number, written as you like; quote spaces.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show, step by step, what would be dialled; send nothing.")
    ] = False,
    extension: Annotated[
        str | None, typer.Option(metavar="DIGITS", help="To dial after the answer, such as 55 for 'ext. 55'.")
    ] = None,
    region: Annotated[
        str | None, typer.Option(metavar="XX", help="Country of this number, if it is not the one set up.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Confirm what the dial plan wants confirmed.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON, for programs.")] = False,
) -> None:
    """Call a number: your own phone rings first."""
    from companion.cli import answers, context

    if extension is not None and not (extension.isascii() and extension.isdecimal() and len(extension) <= 20):  # noqa: PLR2004 - as in the contract
        raise Problem(_("--extension: {extension!r} is not digits.").format(extension=extension), exit_code=USAGE)
    try:
        region = answers.read_region(region) if region else None
    except ValueError as error:
        raise Problem(_("--region: {error}.").format(error=error), exit_code=USAGE) from None
    try:
        settings = context.settings()
    except CallError as error:
        raise Problem(sentence_of(error), remedy_of(error), NOTHING_SENT) from None
    if not 0 < len(number) <= LONGEST:
        raise Problem(_("NUMBER: 1 to {longest} characters are wanted.").format(longest=LONGEST), exit_code=USAGE)
    from companion.gesture import Gesture

    gesture = Gesture(uuid4(), number, "cli", extension=extension, region=region, confirmed=yes)
    if dry_run:
        _dry_run(gesture, settings, as_json=as_json)
        return
    ended = _place(gesture, quiet=as_json)
    if ended.code == "confirmation_needed" and is_terminal() and not as_json:
        if not typer.confirm(f"{tidy(ended.message)} Call {ended.dialled}?", err=True):
            say(_("Nothing was sent."))
            raise SystemExit(NOTHING_SENT)
        ended = _place(replace(gesture, id=uuid4(), confirmed=True), quiet=False)
    if as_json:
        say(ended.model_dump_json(indent=2))
    _end(ended, quiet=as_json)


def _place(gesture: "Gesture", *, quiet: bool) -> "Call":
    """Place the call and say each state; a call with live state is followed to its end where somebody watches."""
    from companion.cli import context
    from companion.cli.placing import place

    def tell(call: "Call") -> None:
        if not quiet and call.state not in {"refused", "unknown"}:
            say(call.message, None if call.state == "asked" else "green")

    context.log_to_file()
    call = place(gesture, tell, follow=console().is_terminal and not quiet)
    if call is None:
        raise Problem(_("Stopped; nothing was sent."), exit_code=NOTHING_SENT)
    return call


def _end(call: "Call", *, quiet: bool) -> None:
    """Say why a call was not placed, and turn its state into the exit code."""
    if call.state not in {"refused", "unknown"}:
        return
    if not quiet:
        remedy = call.remedy
        if call.code is Code.CONFIRMATION_NEEDED:
            remedy = _("If you mean it, add: --yes")
        tell_problem(tidy(call.message), remedy)
    if call.state == "unknown":
        raise SystemExit(UNKNOWN)
    raise SystemExit(REFUSED if call.code in ANSWERED else NOTHING_SENT)


def _dry_run(gesture: "Gesture", settings: "Settings", *, as_json: bool) -> None:
    """Print each step from what was written to what would be dialled."""
    from companion.dial_plan import PlanRefused
    from companion.gesture import planned_for

    refusal: CallError | None = None
    planned: Plan | None = None
    try:
        planned = planned_for(gesture, settings)
    except PlanRefused as refused:
        planned, refusal = refused.plan, refused
    except CallError as error:
        refusal = error
    if as_json:
        say(_plan_as_json(gesture, planned, refusal))
    else:
        _show_plan(planned, refusal)
    if refusal and refusal.code is not Code.CONFIRMATION_NEEDED:
        raise SystemExit(NOTHING_SENT)


def _show_plan(planned: "Plan | None", refusal: CallError | None) -> None:
    from companion.cli.listing import printable

    steps = planned.steps if planned else ()
    width = max((len(step.name) for step in steps), default=0)
    for step in steps:
        last = step is steps[-1]
        console().print(f"{step.name:<{width}}  ", end="")
        console().print(printable(step.result), style=("yellow" if refusal else "bold green") if last else None)
    if planned and planned.note:
        say(planned.note)
    if refusal:
        remedy = _("It is called when you confirm it, or with --yes.")
        tell_problem(sentence_of(refusal), remedy if refusal.code is Code.CONFIRMATION_NEEDED else remedy_of(refusal))
    say(_("Nothing was sent."), "dim")


def _plan_as_json(gesture: "Gesture", planned: "Plan | None", refusal: CallError | None) -> str:
    return json.dumps(
        {
            "written": gesture.written,
            "steps": [{"name": step.name, "result": step.result} for step in planned.steps] if planned else [],
            "e164": planned.e164 if planned else None,
            "dialled": planned.dialled if planned else None,
            "extension": planned.extension if planned else None,
            "refusal": {"code": refusal.code, "message": sentence_of(refusal)} if refusal else None,
        },
        indent=2,
        ensure_ascii=False,
    )
