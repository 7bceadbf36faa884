"""Which of the user's phones a V20 rings: chosen in `callwith setup`, remembered in the settings."""

from typing import TYPE_CHECKING, Final

from companion.cli.output import USAGE, Problem, ask, error_console, say, tell_problem
from companion.errors import CallError, sentence_of
from companion.language import _, plural

if TYPE_CHECKING:
    from companion.pbx import Device

ANY: Final = "any"
"""Instead of a phone: the PBX decides."""
LONGEST_ID: Final = 256
"""Characters; as long as the settings take."""


def choose_phone(wanted: str | None, *, may_ask: bool, have_secret: bool) -> None:
    """Remember the phone that was named, or ask for one where somebody is there to answer. Raises Problem."""
    from companion.cli import context

    before = context.settings().pbx.device
    if wanted is None and not (may_ask and have_secret):
        return
    if wanted is not None and (not wanted.strip() or len(wanted) > LONGEST_ID):
        raise Problem(_("--device: the id of a phone, part of its name, or any."), exit_code=USAGE)
    if wanted is not None and wanted.strip().lower() == ANY:
        _remember(None)
        return
    phones = _phones(have_secret=have_secret)
    if wanted is not None:
        _remember(wanted.strip() if phones is None else _named(wanted.strip(), phones))
    elif phones is not None and len(phones) > 1:
        _remember(_asked(phones, before))


def matching(text: str, phones: "list[Device]") -> "list[Device]":
    """Return the phone with this id, or those with this text in id or name."""
    exact = [phone for phone in phones if phone.id == text]
    wanted = text.casefold()
    return exact or [phone for phone in phones if wanted in phone.name.casefold() or wanted in phone.id.casefold()]


def _named(text: str, phones: "list[Device]") -> str:
    found = matching(text, phones)
    if len(found) == 1:
        return found[0].id
    listed = "\n".join(f"  {phone.id}  {phone.name}" for phone in found or phones) or _("  none is signed in now")
    why = (
        plural("{count} of your phones is called so", "{count} of your phones are called so", len(found)).format(
            count=len(found)
        )
        if found
        else _("none of your phones is called {text!r}").format(text=text)
    )
    raise Problem(
        _("--device: {why}; the settings keep the one they had.").format(why=why),
        _("There are:\n{listed}").format(listed=listed),
        USAGE,
    )


def _asked(phones: "list[Device]", before: str | None) -> str | None:
    """Ask by number; 0 lets the PBX decide, Enter keeps what is in brackets."""
    console = error_console()
    console.print(_("Your phones:"))
    console.print(_("  0  the PBX decides"))
    for number, phone in enumerate(phones, 1):
        console.print(f"  {number}  {phone.name or phone.id}", markup=False)
    known = [phone.id for phone in phones]
    default = str(known.index(before) + 1) if before in known else "0"
    while True:
        answer = ask(_("Which one rings"), default).strip()
        if answer.isascii() and answer.isdecimal() and int(answer) <= len(phones):
            return known[int(answer) - 1] if int(answer) else None
        tell_problem(_("{answer!r} is none of these numbers.").format(answer=answer), None)


def _remember(device: str | None) -> None:
    from companion.cli import context

    if context.settings().pbx.device == device:
        return
    context.save_device(device)
    say(
        _("The PBX decides which of your phones rings.")
        if device is None
        else _("This phone rings: {device}").format(device=device),
        "green",
    )


def _phones(*, have_secret: bool) -> "list[Device] | None":
    """List the user's phones; None, with the reason on screen, where the PBX cannot be asked now."""
    import asyncio

    if not have_secret:
        tell_problem(_("The PBX was not asked for your phones: no secret is stored yet."), None)
        return None
    try:
        return asyncio.run(_listed())
    except CallError as error:
        tell_problem(
            _("Your phones could not be listed. {why}").format(why=sentence_of(error)),
            _("Later: callwith setup --device PHONE"),
        )
        return None


async def _listed() -> "list[Device]":
    from companion.cli import context
    from companion.credentials import open_credentials
    from companion.pbx import open_client

    found, where = context.settings(), context.paths()
    secret = open_credentials(found.credentials.store, where).get("pin")
    client = open_client(found.pbx.address(), found.user.extension, secret, None, tokens=where.tokens)
    try:
        return await client.devices()
    finally:
        await client.close()
