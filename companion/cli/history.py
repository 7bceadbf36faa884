"""`callwith history`: the calls of the journal, for people, spreadsheets and programs, and forgetting them."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from companion.cli.output import USAGE, Problem, console, is_terminal, say
from companion.language import _, plural

if TYPE_CHECKING:
    from companion.journal import Journal
    from companion.protocol import RecentCall

app = typer.Typer(invoke_without_command=True)

StateName = Literal["asked", "accepted", "ringing", "connected", "ended", "refused", "unknown", "handed_over"]
ViaName = Literal["click", "link", "menu", "shortcut", "popup", "omnibox", "handover", "cli"]
STYLES = {"refused": "red", "unknown": "yellow"}
MOMENT = "30m, 12h, 7d, 2w, today, yesterday or a date such as 2026-01-31"


@app.callback()
def history(
    context: typer.Context,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, max=1_000_000, metavar="N", help="How many, newest first.")
    ] = 20,
    since: Annotated[str | None, typer.Option(metavar="WHEN", help=f"Only from then on: {MOMENT}.")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="Only before then.")] = None,
    state: Annotated[StateName | None, typer.Option(help="Only calls in this state.")] = None,
    number: Annotated[str | None, typer.Option(metavar="DIGITS", help="Only numbers with these digits.")] = None,
    site: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only from sites with this in their address.")
    ] = None,
    via: Annotated[ViaName | None, typer.Option(help="Only calls asked for this way.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV, for spreadsheets.")] = False,
) -> None:
    """Show the latest calls and their outcome."""
    if context.invoked_subcommand:
        return
    from companion.cli import listing

    if as_json and as_csv:
        raise Problem(_("--json and --csv exclude each other."), exit_code=USAGE)
    first, last = _moment("--since", since), _moment("--until", until)
    journal = open_journal()
    try:
        calls = (
            []
            if journal is None
            else journal.recent(
                limit,
                state=state,
                since=first,
                until=last,
                number=number,
                origin=site,
                via=via,
            )
        )
    finally:
        if journal:
            journal.close()
    if as_json:
        say(listing.as_json(calls))
    elif as_csv:
        console().print(listing.as_csv(calls), end="")
    else:
        _show(calls)


@app.command()
def erase(
    before: Annotated[str | None, typer.Option(metavar="WHEN", help=f"Only calls before then: {MOMENT}.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Forget calls, for ever. What was dialled once is still not dialled again."""
    moment = _moment("--before", before)
    if not yes:
        if not is_terminal():
            raise Problem(_("Nothing was erased: nobody is there to confirm it."), _("Add --yes"), USAGE)
        typer.confirm(f"Forget all calls{f' before {before}' if before else ''} for ever?", abort=True, err=True)
    journal = open_journal()
    try:
        count = journal.erase(moment) if journal else 0
    finally:
        if journal:
            journal.close()
    say(plural("{count} call erased.", "{count} calls erased.", count).format(count=count), "green")


def open_journal() -> "Journal | None":
    """Return the journal, also without usable settings; None where no call was recorded yet: looking makes no file."""
    from companion.errors import CallError
    from companion.journal import Journal
    from companion.paths import Paths
    from companion.settings import load_settings

    path = Paths.current().journal
    if not path.exists():
        return None
    try:
        return Journal(path, keep_days=load_settings().journal.keep_days)
    except CallError:
        return Journal(path)


def _moment(option: str, text: str | None) -> datetime | None:
    from companion.cli.since import parse_since

    if text is None:
        return None
    try:
        return parse_since(text, datetime.now().astimezone())
    except ValueError as error:
        raise Problem(f"{option}: {error}.", exit_code=USAGE) from None


def _show(calls: "list[RecentCall]") -> None:
    """Print a table; in a pipe without colours and with each call on one line."""
    from companion.cli import listing

    if not calls:
        say(_("No calls."))
    elif not console().is_terminal:
        say(listing.as_text(calls))
    else:
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", show_edge=False)
        for heading in listing.HEADINGS:
            table.add_column(_(heading), overflow="fold", no_wrap=heading == "When")
        for call in calls:
            when, written, dialled, state, place = listing.row(call)
            table.add_row(when, written, dialled, Text(state, STYLES.get(call.state, "")), place)
        console().print(table)
