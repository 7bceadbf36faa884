"""`callwith setup`: asks which PBX, whose extension, its PIN and the region; every answer is also an option."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from companion.cli.output import USAGE, Problem, ask, error_console, is_terminal, say, tell_problem
from companion.language import _

if TYPE_CHECKING:
    from companion.cli.answers import Answers
    from companion.pbx import Found
    from companion.secret import Secret

T = TypeVar("T")

StoreName = Literal["keyring", "file"]
SchemeName = Literal["http", "https"]


def setup(
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="Kind of PBX: v9-iis, v9-abyss, v10 (to V12), v20 or v20-webclient."),
    ] = None,
    host: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Name or IP address of the PBX; a whole URL will do.")
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(min=1, max=65535, metavar="PORT", help="Its port, where it is not the kind's usual one."),
    ] = None,
    scheme: Annotated[
        SchemeName | None, typer.Option(help="How it is spoken to, where not as usual for the kind.")
    ] = None,
    path: Annotated[
        str | None, typer.Option(metavar="PATH", help="Path of PbxAPI.aspx, where not as usual for the kind.")
    ] = None,
    client_id: Annotated[str | None, typer.Option(metavar="ID", help="V20: the API client that places calls.")] = None,
    admin_client_id: Annotated[
        str | None,
        typer.Option(metavar="ID", help="V20: another API client, for changing extensions; its secret: password."),
    ] = None,
    device: Annotated[
        str | None,
        typer.Option(metavar="PHONE", help="V20: which of your phones rings: its id, part of its name, or any."),
    ] = None,
    extension: Annotated[
        str | None, typer.Option(metavar="NUMBER", help="Your own extension, for example 100.")
    ] = None,
    region: Annotated[
        str | None, typer.Option(metavar="XX", help="Country of numbers without country code: GB, DE, US…")
    ] = None,
    store: Annotated[
        StoreName | None, typer.Option(help="Where secrets are kept: the system keyring, or a file only you can read.")
    ] = None,
    outside_line: Annotated[
        str | None,
        typer.Option(metavar="DIGITS", help="Dialled before every number outside your house; none: --outside-line ''."),
    ] = None,
    pin_stdin: Annotated[bool, typer.Option("--pin-stdin", help="Read the PIN from standard input.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing; a missing answer is an error.")] = False,
    window: Annotated[bool, typer.Option("--window", help="Open the settings window instead of asking here.")] = False,
    register: Annotated[
        bool, typer.Option("--register/--no-register", help="Register with the browsers on this machine.")
    ] = True,
) -> None:
    """Name your PBX and extension, store the PIN.

    Asks for whatever is not given as an option, and registers the companion with your browsers at the end. Run again,
    it keeps what you do not change. The PIN is never an option itself: it is asked for, or read with --pin-stdin.
    """
    from companion.cli import answers, context

    if window:
        _show_window()
        return
    given = answers.from_options(
        kind=kind,
        host=host,
        port=port,
        scheme=scheme,
        path=path,
        client_id=client_id,
        admin_client_id=admin_client_id,
        extension=extension,
        region=region,
        store=store,
        outside_line=outside_line,
    )
    before = context.current_answers()
    shared = context.system_answers()
    _not_another_pbx(given, shared)
    chosen = _without_asking(given, before) if no_input else _asked(given, before)
    answers.check(chosen)
    if device is not None and chosen.kind != context.V20:
        raise Problem(_("--device: only a V20 lets you choose a phone."), exit_code=USAGE)
    pin = _pin_from_stdin(chosen) if pin_stdin else None  # one that cannot be used leaves everything as it was
    context.save_answers(chosen)
    say(_("Settings written to {settings}.").format(settings=context.paths().settings), "green")
    may_ask = not no_input and is_terminal()
    have_pin = _store_pin(before, chosen, given=pin, may_ask=may_ask)
    if chosen.kind == context.V20:
        from companion.cli.phones import choose_phone

        choose_phone(device, may_ask=may_ask, have_secret=have_pin)
    if register:
        _register()
    _say_what_is_next(chosen, have_pin=have_pin)


def _not_another_pbx(given: "Answers", shared: "Answers") -> None:
    """Refuse answers that an administrator has given for everybody. Raises Problem."""
    from companion.cli import context

    of_the_pbx = ("kind", "host", "port", "scheme", "path") if shared.host else ()
    of_the_user = [name for name in ("region", "store") if getattr(shared, name) is not None]
    for name in (*of_the_pbx, *of_the_user):
        if getattr(given, name) not in {None, getattr(shared, name)}:
            raise Problem(
                _("--{name}: this is set for all users of this machine in {system}.").format(
                    name=name, system=context.paths().system
                ),
                _("Leave the option out, or ask your administrator."),
                USAGE,
            )


def _show_window() -> None:
    """Show the settings window until it is closed. Raises CallError where it cannot be shown."""
    from companion.window import opening

    opening.check()
    from companion.window import main

    if main.run(None):
        raise opening.no_display()


def _without_asking(given: "Answers", before: "Answers") -> "Answers":
    from companion.cli import answers, region

    chosen = answers.over(given, before)
    if lacking := answers.missing(chosen):
        raise Problem(
            _("Not answered: {names}.").format(names=", ".join(lacking)),
            _(
                "Give these options too; without --no-input you are asked for them. The PIN: --pin-stdin, or "
                "afterwards callwith secret set pin. The country: --region."
            ),
            USAGE,
        )
    return replace(chosen, region=chosen.region or region.system_region(), store=chosen.store or "keyring")


def _asked(given: "Answers", before: "Answers") -> "Answers":
    """Ask for what the options do not say; Enter keeps what is in brackets."""
    from companion.cli import answers, context, region

    if not is_terminal():
        return _without_asking(given, before)  # nobody is there to answer
    shared = context.system_answers()
    address = answers.filled(shared, given)
    if address.host is None:
        address = answers.filled(_question(answers.read_host, before.host, _("Address of the PBX")), given)
    chosen = answers.over(address if address.kind else _with_kind(address, before), before)
    if chosen.kind == context.V20 and given.client_id is None:
        asked = _question(answers.read_client_id, chosen.client_id, _("Id of the PBX's API client"))
        chosen = replace(chosen, client_id=asked)
    if given.extension is None:
        chosen = replace(chosen, extension=_question(answers.read_extension, before.extension, _("Your extension")))
    if given.region is None and shared.region is None:
        guess = before.region or region.system_region()
        asked = _question(answers.read_region, guess, _("Country of your numbers (GB, DE, US…)"))
        chosen = replace(chosen, region=asked)
    return replace(chosen, store=chosen.store or "keyring")


def _with_kind(address: "Answers", before: "Answers") -> "Answers":
    """Find out what answers at the address, without credentials and without placing a call; the person decides."""
    import asyncio

    from companion.cli import answers
    from companion.pbx import KINDS, probe

    found: dict[str, Found] = {}
    default = before.kind if before.host == address.host else None
    if default is None and address.host:
        error_console().print(_("Looking what answers there…"), style="dim")
        for one in asyncio.run(probe(address.host, scheme=address.scheme, port=address.port)):
            found.setdefault(one.kind, one)
        if found:
            default = next(iter(found))
            error_console().print(
                _("It looks like: {kinds}").format(kinds=", ".join(KINDS[name].title for name in found))
            )
        else:
            error_console().print(_("Nothing that is known answers there now."))
    width = max(map(len, KINDS))
    for kind in KINDS.values():
        error_console().print(f"  {kind.name:<{width}}  {kind.title}")
    kind = KINDS[_question(answers.read_kind, default or before.kind or "v10", _("Kind of PBX"))]
    seen = found.get(kind.name)
    if seen is None or (seen.scheme, seen.port) == (kind.scheme, kind.port):
        return replace(address, kind=kind.name)
    return answers.filled(answers.Answers(kind=kind.name, scheme=seen.scheme, port=seen.port), address)


def _question(reader: Callable[[str], T], default: str | None, text: str) -> T:
    """Ask until the answer can be read."""
    while True:
        try:
            return reader(ask(text, default))
        except ValueError as error:
            tell_problem(f"{str(error)[:1].upper()}{str(error)[1:]}.", None)


def _pin_from_stdin(chosen: "Answers") -> "Secret":
    from companion.cli import secret as secrets
    from companion.credentials import title

    return secrets.read_secret(title("pin", chosen.kind), from_stdin=True)


def _store_pin(before: "Answers", chosen: "Answers", *, given: "Secret | None", may_ask: bool) -> bool:
    """Store the PIN that was given, or move what is stored to another store. Tells whether there is one now."""
    from companion.cli import context
    from companion.cli import secret as secrets
    from companion.credentials import NAMES, open_credentials, title, usable

    store = open_credentials(chosen.store or "keyring", context.paths())
    pin = title("pin", chosen.kind)
    if before.store and before.store != store.store:
        old = open_credentials(before.store, context.paths())
        for name in NAMES:
            if kept := old.get(name):
                store.set(name, kept)
                old.remove(name)
                moved = title(name, chosen.kind)
                say(_("{secret}: moved to the {place}").format(secret=moved, place=secrets.place(store)), "green")
    if given:
        store.set("pin", given)
    elif chosen.kind == "v20-webclient":
        return False  # the person is signed in there
    elif may_ask:
        stored = bool(store.get("pin"))
        question = pin + (_(" (Enter keeps the one that is stored)") if stored else "")
        while True:
            typed = ask(question, "" if stored else None, hidden=True)
            if not typed:
                return stored
            try:
                store.set("pin", usable(typed))
                break
            except ValueError as error:
                tell_problem(f"{pin}: {error}.", None)
    else:
        return bool(store.get("pin"))
    say(_("{secret}: stored in the {place}").format(secret=pin, place=secrets.place(store)), "green")
    return True


def _register() -> None:
    """Register with the browsers that are there; setup has succeeded also where that is not possible."""
    from companion.cli import install
    from companion.installing.plan import install as run

    try:
        outcomes = run(install.work(None))
    except Problem as problem:
        tell_problem(problem.sentence, problem.remedy)
        return
    install.show(outcomes)
    if not any(outcome.change for outcome in outcomes):
        tell_problem(_("No browser was found to register with."), _("Name yours: callwith install --browser firefox"))


def _say_what_is_next(chosen: "Answers", *, have_pin: bool) -> None:
    say()
    if not have_pin and chosen.kind != "v20-webclient":
        tell_problem(_("No PIN is stored yet, so no call can be placed."), _("Run: callwith secret set pin"))
    if not chosen.region:
        tell_problem(
            _("No country is set: numbers without a country code cannot be dialled."),
            _("Run: callwith setup --region …"),
        )
    say(_("Next: install the extension in your browser, then click a number on any page."))
    say(_("Is everything well?          callwith doctor"))
    say(_("What would be dialled?       callwith call NUMBER --dry-run"))
