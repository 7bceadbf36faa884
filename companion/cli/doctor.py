"""`callwith doctor`: everything a supporter would ask, each with what mends it."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from companion.cli.install import Home, Profiles
from companion.cli.output import FAILED, console, print_wrapped, say
from companion.language import _, plural

if TYPE_CHECKING:
    from companion.checks.result import Check


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print every check as JSON, for programs.")] = False,
    user_data_dir: Profiles = None,
    home: Home = None,
) -> None:
    """Check everything and say what mends it.

    Looks at program, settings, secrets, journal, PBX, surroundings and browsers. Places no call and shows no secret.
    Exit code: 0 if all is well, 1 if something has to be mended.
    """
    from companion.checks import everything
    from companion.checks.result import Health

    checks: list[Check] = []
    part = ""
    for check in everything.run(home, user_data_dir or []):
        checks.append(check)
        if as_json:
            continue
        if check.part != part:
            part = check.part
            say()
            say(part, "bold")
        _show(check)
    failed = [check for check in checks if check.health is Health.FAIL]
    if as_json:
        answer = {"ok": not failed, "checks": [vars_of(check) for check in checks]}
        say(json.dumps(answer, indent=2, ensure_ascii=False))
    else:
        say()
        warned = sum(check.health is Health.WARN for check in checks)
        if failed:
            words = plural("{count} of {all} checks failed.", "{count} of {all} checks failed.", len(failed))
            say(words.format(count=len(failed), all=len(checks)), "bold red")
        else:
            words = plural("All is well, with {count} warning.", "All is well, with {count} warnings.", warned)
            say(words.format(count=warned) if warned else _("All is well."), "bold green")
    if failed:
        raise SystemExit(FAILED)


def vars_of(check: "Check") -> dict[str, str | None]:
    """Return a check as JSON has it."""
    return {
        "part": check.part,
        "name": check.name,
        "health": check.health.name.lower(),
        "says": check.says,
        "remedy": check.remedy,
    }


def _show(check: "Check") -> None:
    from companion.checks.result import Health

    marks = {
        Health.OK: (_("ok"), "green"),
        Health.WARN: (_("warning"), "yellow"),
        Health.FAIL: (_("FAILED"), "bold red"),
    }
    mark, style = marks.get(check.health, ("-", "dim"))
    console().print(f"  {mark:<8}", style=style, end="")
    print_wrapped(check.says, indent=10)
    if check.remedy:
        print_wrapped(check.remedy, indent=10, first=10)
