"""`callwith install` and `callwith uninstall`: tell the browsers where the host is, and take it back."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from companion.cli.output import FAILED, USAGE, Problem, console, for_eyes, is_terminal, print_wrapped, say
from companion.language import _

if TYPE_CHECKING:
    from companion.installing.manifests import Callers
    from companion.installing.plan import Outcome, Work

BROWSER_HELP: Final = (
    "Only this browser, also where it was not found: chrome, chrome-beta, chrome-unstable, chromium, edge, edge-beta, "
    "edge-dev, brave, vivaldi, vivaldi-snapshot, firefox, librewolf. Repeatable."
)
Browsers = Annotated[list[str] | None, typer.Option("--browser", metavar="NAME", help=BROWSER_HELP)]
Profiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--user-data-dir",
        metavar="FOLDER",
        help="A Chromium-family browser's own profile folder, as given to the browser under the same name. Repeatable.",
    ),
]
Everybody = Annotated[
    bool,
    typer.Option("--system", help="For all users of this machine and all browsers, also later ones; needs root."),
]
Everything = Annotated[
    bool,
    typer.Option("--everything", help="Also remove settings, secrets, journal and logs, for ever; asks first."),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Home = Annotated[
    Path | None,
    typer.Option("--home", metavar="FOLDER", help="Stands in for your home folder, for tests and portable profiles."),
]


def install(
    browser: Browsers = None, user_data_dir: Profiles = None, home: Home = None, system: Everybody = False
) -> None:
    """Register the companion with your browsers.

    Without options: with every browser found on this machine. Mends what is outdated; run it again after an upgrade.
    """
    from companion.installing.plan import install as run

    wanted = work_for_everybody("install") if system else work(home)
    outcomes = run(wanted, checked_names(browser), _profiles(user_data_dir, home, everybody=system))
    show(outcomes)
    if not outcomes:
        raise Problem(
            _("No browser was found on this machine."),
            _("Name yours, for example: callwith install --browser firefox"),
        )
    if not any(outcome.change for outcome in outcomes):
        raise SystemExit(FAILED)


def uninstall(
    browser: Browsers = None,
    user_data_dir: Profiles = None,
    home: Home = None,
    system: Everybody = False,
    everything: Everything = False,
    yes: Yes = False,
) -> None:
    """Take the registration out of your browsers.

    Without options: everywhere it was registered. Settings, PIN and journal stay, unless --everything is to go.
    """
    if everything:
        _confirm_everything(yes=yes, narrowed=bool(browser or user_data_dir or system))
    from companion.installing.manifests import Callers
    from companion.installing.plan import uninstall as run
    from companion.installing.registering import Change
    from companion.paths import Paths

    wanted = work_for_everybody("uninstall") if system else work(home, Callers(), need_host=False)
    outcomes = run(wanted, checked_names(browser), _profiles(user_data_dir, home, everybody=system))
    told = [outcome for outcome in outcomes if browser or outcome.change is not Change.ABSENT]
    show(told)
    if not told:
        say(_("Nothing was registered."))
    if any(outcome.change is None for outcome in outcomes):
        raise SystemExit(FAILED)
    if everything:
        _forget_everything()
        return
    left = [path for path in {Paths.current().config, Paths.current().state} if path.exists()]
    if left and not (browser or user_data_dir or system):
        say(_("Settings and journal stay in {names}.").format(names=", ".join(map(str, sorted(left)))), "dim")
        say(_("To remove the secrets too: callwith secret remove"), "dim")


def _confirm_everything(*, yes: bool, narrowed: bool) -> None:
    if narrowed:
        raise Problem("--everything goes with no browser, profile or --system.", exit_code=USAGE)
    if yes:
        return
    if not is_terminal():
        raise Problem("Nothing was removed: nobody is there to confirm it.", "Add --yes", USAGE)
    typer.confirm("Remove settings, secrets, journal and logs for ever?", abort=True, err=True)


def _forget_everything() -> None:
    from companion.cli.forgetting import forget_everything, left_in
    from companion.paths import Paths

    troubles = [*forget_everything(Paths.current())]
    for trouble in troubles:
        say(trouble, "yellow")
    for folder in left_in(Paths.current()):
        say(f"Files that are not ours stay in {folder}.", "dim")
    if troubles:
        raise SystemExit(FAILED)
    say("Settings, secrets, journal and logs were removed.", "green")


def work(home: Path | None, further: "Callers | None" = None, *, need_host: bool = True) -> "Work":
    """Put together what registering needs. Raises Problem when the host program is not installed."""
    from companion.cli.context import callers
    from companion.installing import host_program
    from companion.installing.plan import work_here

    if need_host and host_program.find() is None:
        raise Problem(
            _("The program {name} is not installed beside this one.").format(name=host_program.NAME),
            _("Install again: pipx install --force callwith"),
        )
    home = home.expanduser().absolute() if home else None
    if home and not home.is_dir():
        raise Problem(_("--home: there is no folder {home}.").format(home=home), exit_code=USAGE)
    return work_here(home, callers() if further is None else further)


def work_for_everybody(command: str) -> "Work":
    """Put together what registering for all users of the machine needs. Raises Problem without the right to do it."""
    from companion.installing import everybody, host_program
    from companion.installing.machine import this_machine
    from companion.installing.manifests import Callers
    from companion.installing.plan import Work

    if not everybody.is_administrator():
        raise Problem(
            _("callwith {command} --system changes folders that only administrators can.").format(command=command),
            everybody.again_as_administrator(f"{command} --system"),
        )
    os.umask(0o022)  # what is made here is for everybody to read, whatever root is used to
    host = host_program.find()
    if command == "install" and (fault := everybody.fault_of(host)):
        raise Problem(fault, _(everybody.INSTALL_FOR_ALL))
    return Work(
        this_machine(everybody=True),
        everybody.data_folder(),
        host or host_program.candidates()[0],
        everybody.callers() if command == "install" else Callers(),
        everybody=True,
    )


def _profiles(user_data_dir: list[Path] | None, home: Path | None, *, everybody: bool) -> list[Path]:
    """Return the profile folders. Raises Problem where they contradict --system."""
    if everybody and (user_data_dir or home):
        raise Problem(_("--system is for all users; --user-data-dir and --home are one user's."), exit_code=USAGE)
    return user_data_dir or []


def checked_names(names: list[str] | None) -> list[str]:
    """Raise Problem for a browser that is not known."""
    from companion.installing.browsers import all_browsers

    for name in names or []:
        if name not in all_browsers():
            raise Problem(
                _("--browser: {name!r} is not known.").format(name=name),
                _("Known: {names}").format(names=", ".join(all_browsers())),
                USAGE,
            )
    return list(dict.fromkeys(names or []))


def show(outcomes: "list[Outcome]") -> None:
    """Print one line for each browser, and below it what to know."""
    width = max((len(outcome.name) for outcome in outcomes), default=0)
    for outcome in outcomes:
        result, style = (_(outcome.change.value), "green") if outcome.change else (_("not registered"), "yellow")
        line = f"{outcome.name:<{width}}  "
        console().print(line, end="")
        console().print(result, style=style, end="")
        console().print(f"  {for_eyes(outcome.place)}" if outcome.place else "", style="dim")
        if outcome.note:
            print_wrapped(outcome.note, indent=width + 2, first=width + 2)
