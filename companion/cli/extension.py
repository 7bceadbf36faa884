"""`callwith extension set`: enable, bar and record an extension, in one request to the PBX."""

from typing import TYPE_CHECKING, Annotated

import typer

from companion.cli import extension_apply, extension_show
from companion.cli.output import USAGE, Problem, say
from companion.errors import CallError, Code
from companion.language import _

if TYPE_CHECKING:
    from companion.pbx import Accepted, PbxClient, SetExtension

app = typer.Typer(no_args_is_help=True, help="Change an extension of the PBX.")


app.command("show")(extension_show.show)
app.command("apply")(extension_apply.apply)


@app.command("set")
def set_(
    number: Annotated[str, typer.Argument(metavar="EXTENSION", help="The extension's number, for example 100.")],
    enabled: Annotated[
        bool | None, typer.Option("--enabled/--disabled", help="Let the extension be used, or not at all.")
    ] = None,
    external_calls: Annotated[
        bool | None,
        typer.Option(
            "--external-calls/--no-external-calls", help="Let it call outside numbers, or only internal ones."
        ),
    ] = None,
    recording: Annotated[
        bool | None, typer.Option("--recording/--no-recording", help="Record its calls, or not.")
    ] = None,
) -> None:
    """Change one or several settings of an extension, all in one request. What is not named stays as it is.

    Needs the management password: callwith secret set password
    """
    import asyncio

    from companion.pbx import SetExtension

    extension_show.check_number(number)
    if enabled is None and external_calls is None and recording is None:
        raise Problem(
            _("Nothing to change was named."),
            _(
                "Name at least one: --enabled/--disabled, --external-calls/--no-external-calls, "
                "--recording/--no-recording"
            ),
            USAGE,
        )
    command = SetExtension(number, enabled=enabled, external_calls=external_calls, recording=recording)
    try:
        accepted = asyncio.run(_send(command))
    except CallError as error:
        raise _of_a_change(error) from None
    extension_show.remember(command)
    changes = [
        words[value]
        for value, words in (
            (enabled, {True: _("enabled"), False: _("disabled")}),
            (external_calls, {True: _("external calls allowed"), False: _("external calls barred")}),
            (recording, {True: _("recording on"), False: _("recording off")}),
        )
        if value is not None
    ]
    say(_("The PBX accepted: extension {number} {changes}.").format(number=number, changes=", ".join(changes)), "green")
    if accepted.excerpt:
        say(_("It said: {excerpt}").format(excerpt=accepted.excerpt), "dim")


def _of_a_change(error: CallError) -> Exception:
    """Put into words of a change what the vocabulary says of a call."""
    detail = f": {error.detail.removesuffix('.')}." if error.detail else "."
    if error.code is Code.LOGIN_REJECTED:
        return Problem(
            _("The PBX rejected the management password{detail}").format(detail=detail),
            _("Run: callwith secret set password"),
        )
    if error.code is Code.PBX_REFUSED:
        return Problem(_("The PBX refused the change{detail}").format(detail=detail), error.remedy)
    if error.code is Code.CALL_OUTCOME_UNKNOWN:
        return Problem(
            _("The request was sent, but no answer came; the change may have been made{detail}").format(detail=detail),
            _("Look at the extension in the PBX's console before trying again."),
        )
    return error


async def _send(command: "SetExtension") -> "Accepted":
    from companion.cli import context

    client: PbxClient = context.open_management()
    try:
        return await client.set_extension(command)
    finally:
        await client.close()
