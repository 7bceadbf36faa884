"""`callwith extension apply`: set many extensions from a CSV file, several at once, and go on after an interruption."""

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from companion.cli.extension_show import TITLES, as_recorded, as_shown, place, record_file
from companion.cli.output import FAILED, USAGE, Problem, console, error_console, say
from companion.errors import sentence_of
from companion.language import _

if TYPE_CHECKING:
    import asyncio

    from companion.extensions.plan import Row
    from companion.extensions.record import Record
    from companion.extensions.running import Outcome
    from companion.pbx import PbxClient, SetExtension

PLAIN_SECONDS = 5.0
"""Between lines of progress where no terminal shows a bar."""
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells expect it."""


def apply(
    plan: Annotated[Path, typer.Argument(metavar="PLAN.csv", help="extension,enabled,external_calls,recording")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change; change nothing.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where the same plan was interrupted.")] = False,
    failures: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where failures go; else PLAN.failures.csv beside the plan.")
    ] = None,
    at_once: Annotated[int, typer.Option(min=1, max=64, metavar="N", help="Requests at the same time.")] = 16,
) -> None:
    """Set many extensions as a CSV file says.

    Its columns are extension, enabled, external_calls and recording; yes or no, and empty leaves a setting alone. The
    file is checked as a whole before anything is sent. What fails goes into a file that can be applied again.
    """
    import asyncio
    import sqlite3

    from companion.cli import context
    from companion.extensions.plan import fingerprint
    from companion.extensions.record import Record

    rows = _read(plan)
    client = context.open_management()
    where = place()
    try:
        with Record(record_file()) as record:
            if dry_run:
                asyncio.run(_show_difference(client, record, where, rows))
                return
            name = fingerprint(rows, where)
            if resume:
                finished = record.finished(name)
                left = [row for row in rows if row.command.extension not in finished]
                say(
                    _("{done} of {all} extensions were set before; going on with {left}.").format(
                        done=len(rows) - len(left), all=len(rows), left=len(left)
                    )
                )
            else:
                record.forget(name)
                left = rows
            run = _Run(record, where, name, len(left))
            asyncio.run(run.go(client, left, at_once))
    except sqlite3.Error as error:
        remedy = _("Look whether the companion's state folder can be written: callwith doctor")
        raise Problem(_("The record of what was set cannot be used: {error}.").format(error=error), remedy) from None
    run.finish(failures or plan.with_suffix(".failures.csv"), plan)


def _read(path: Path) -> "list[Row]":
    from companion.extensions.plan import LONGEST_PLAN, PlanError, read_plan

    try:
        if path.stat().st_size > LONGEST_PLAN:
            raise Problem(
                _("{path} is longer than {count} MiB; nothing was sent.").format(path=path, count=LONGEST_PLAN >> 20),
                _("Split it."),
                USAGE,
            )
        rows = read_plan(path.read_text("utf-8"))
    except OSError as error:
        raise Problem(
            _("{path} cannot be read: {why}.").format(path=path, why=error.strerror), exit_code=USAGE
        ) from None
    except UnicodeDecodeError:
        raise Problem(
            _("{path} is not UTF-8; nothing was sent.").format(path=path), _("Save it as CSV UTF-8."), USAGE
        ) from None
    except PlanError as error:
        raise Problem(
            _("{path} has errors; nothing was sent.").format(path=path), "\n".join(error.faults), USAGE
        ) from None
    if not rows:
        raise Problem(
            _("{path} names nothing to set.").format(path=path),
            _("Its columns: extension,enabled,external_calls,recording"),
            USAGE,
        )
    return rows


class _Run:
    """One run over a plan: counts, records, shows how far it is."""

    def __init__(self, record: "Record", pbx: str, plan: str, total: int) -> None:
        self._record = record
        self._pbx = pbx
        self._plan = plan
        self._total = total
        self._set = 0
        self._failed: list[tuple[SetExtension, str, str]] = []
        self._interrupted = False

    async def go(self, client: "PbxClient", rows: "list[Row]", at_once: int) -> None:
        import asyncio

        from companion.extensions.running import carry_out

        stop = asyncio.Event()
        self._stop_on_interrupt(stop)
        outcomes = carry_out(client, rows, at_once=at_once, stop=stop)
        try:
            async with contextlib.aclosing(outcomes) as each:
                with _progress(self._total) as show:
                    async for outcome in each:
                        self._note(outcome)
                        show(self._set + len(self._failed), len(self._failed))
        except asyncio.CancelledError:  # a second Ctrl-C, or Windows, where the first comes so
            self._interrupted = True
        finally:
            await client.close()

    def _stop_on_interrupt(self, stop: "asyncio.Event") -> None:
        """Let Ctrl-C wait for what is under way; a second one does not."""
        import asyncio
        import signal

        loop = asyncio.get_running_loop()

        def interrupted() -> None:
            self._interrupted = True
            stop.set()
            loop.remove_signal_handler(signal.SIGINT)

        with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):  # Windows, or not the main thread
            loop.add_signal_handler(signal.SIGINT, interrupted)

    def _note(self, outcome: "Outcome") -> None:
        command, error = outcome.row.command, outcome.error
        if error is None:
            self._record.done(self._pbx, command, self._plan)
            self._set += 1
        else:
            self._failed.append((command, str(error.code), sentence_of(error)))

    def finish(self, failures: Path, plan: Path) -> None:
        """Say what came of it. Raises Problem unless all is set."""
        from companion.extensions.plan import failures_csv

        left = self._total - self._set - len(self._failed)
        say(
            _("{done} set, {failed} failed, {left} not tried.").format(
                done=self._set, failed=len(self._failed), left=left
            ),
            "green" if not self._failed else None,
        )
        again = []
        if self._failed:
            failures.write_text(failures_csv(self._failed), "utf-8")
            again.append(_("What failed is in {file}; apply that file again once it is mended.").format(file=failures))
        if left:
            again.append(_("Go on with: callwith extension apply {plan} --resume").format(plan=plan))
        if self._interrupted:
            raise Problem(_("Interrupted."), "\n".join(again), INTERRUPTED)
        if self._failed or left:
            raise Problem(
                _("Not all extensions were set. {why}").format(why=self._failed[-1][2]), "\n".join(again), FAILED
            )


@contextlib.contextmanager
def _progress(total: int) -> Iterator[Callable[[int, int], None]]:
    """Show how far it is, how fast and how long yet: a bar in a terminal, a line now and then elsewhere."""
    started = time.monotonic()
    if error_console().is_terminal:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
        with Progress(*columns, console=error_console()) as bar:
            task = bar.add_task("", total=total, rate="")

            def on_terminal(done: int, failed: int) -> None:
                rate = done / max(time.monotonic() - started, 0.001)
                bar.update(task, completed=done, rate=f"{rate:.0f}/s" + (f", {failed} failed" if failed else ""))

            yield on_terminal
        return
    last = started

    def plain(done: int, failed: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last < PLAIN_SECONDS:
            return
        last = now
        rate = done / (now - started)
        left = (total - done) / rate
        error_console().print(f"{done} of {total}, {rate:.0f} per second, {left:.0f} s left, {failed} failed")

    yield plain


async def _show_difference(client: "PbxClient", record: "Record", pbx: str, rows: "list[Row]") -> None:
    """Print what would change: against the PBX where it can tell, else against what we last set."""
    import asyncio

    from companion.extensions.running import AT_ONCE
    from companion.pbx import Capability

    asks = Capability.SHOW_EXTENSION in client.capabilities
    changes = 0
    try:
        for start in range(0, len(rows), AT_ONCE):
            some = rows[start : start + AT_ONCE]
            now = await asyncio.gather(*(client.show_extension(row.command.extension) for row in some)) if asks else []
            for number, row in enumerate(some):
                before = as_shown(now[number]) if asks else as_recorded(record.last_set(pbx, row.command.extension))
                parts = list(_difference(row.command, before))
                changes += bool(parts)
                if parts:
                    console().print(f"{row.command.extension}: {', '.join(parts)}")
    finally:
        await client.close()
    words = (
        _("{count} of {all} extensions would change, against what the PBX says now. Nothing was sent.")
        if asks
        else _("{count} of {all} extensions would change, against what was last set from here. Nothing was sent.")
    )
    say(words.format(count=changes, all=len(rows)), "dim")


def _difference(command: "SetExtension", before: dict[str, bool | None]) -> Iterator[str]:
    words = {True: _("yes"), False: _("no"), None: "?"}
    for name, title in TITLES.items():
        wanted, now = getattr(command, name), before.get(name)
        if wanted is not None and wanted is not now:
            yield f"{_(title)} {words[now]} → {words[wanted]}"
