"""What the window has done for it: settings, stores, PBX, and a call by the same way as a click."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from uuid import uuid4

from companion import explaining
from companion.checks import everything
from companion.checks.result import Check
from companion.cli import answers as reading
from companion.cli import context
from companion.cli.address import Scheme
from companion.cli.answers import Answers
from companion.cli.placing import place
from companion.cli.region import system_region
from companion.credentials import NAMES, Name, copy, open_credentials
from companion.errors import CallError, Code
from companion.gesture import Gesture
from companion.pbx import kind_named, probe
from companion.protocol import Call, Preview, PreviewReply
from companion.secret import Secret


class Work:
    """`companion.window.model.Desk` over the real things."""

    def load(self) -> tuple[Answers, bool, str | None]:
        """Read the settings; a file with an error is said, not overwritten."""
        return context.current_answers(), context.settings_or_none() is not None, system_region()

    def save(self, answers: Answers, secrets: Mapping[Name, Secret]) -> None:
        """Store secrets first: where the store refuses, settings stay. Another store than before gets that one's."""
        new = open_credentials(answers.store or "keyring", context.paths())
        before = context.settings_or_none()
        for name, secret in secrets.items():
            new.set(name, secret)
        if before is None or before.credentials.store == new.store:
            context.save_answers(answers)
            return
        old = open_credentials(before.credentials.store, context.paths())
        copy(old, new, but=secrets)
        context.save_answers(answers)
        for name in NAMES:
            old.remove(name)

    def stored(self) -> Mapping[Name, bool]:
        """Tell which secrets there are."""
        store = open_credentials(context.settings().credentials.store, context.paths())
        return {name: bool(store.get(name)) for name in NAMES}

    def remove(self, name: Name) -> None:
        """Forget one."""
        open_credentials(context.settings().credentials.store, context.paths()).remove(name)

    def look(self, host: str) -> list[Answers]:
        """Ask what answers at an address, without credentials."""
        try:
            given = reading.read_host(host)
            found = asyncio.run(probe(given.host or "", scheme=given.scheme, port=given.port))
        except ValueError as error:
            raise CallError(Code.PBX_UNREACHABLE, str(error)) from None
        return [_as_answers(given, each.kind, each.scheme, each.port) for each in found]

    def checks(self) -> Iterator[Check]:
        """Run the doctor's checks of store and PBX."""
        yield from everything.connection(context.settings())

    def preview(self, written: str) -> PreviewReply:
        """Plan, and place nothing."""
        return explaining.preview(Preview(type="preview", id=uuid4(), written=written[:128]), context.settings())

    def call(self, written: str, *, confirmed: bool, say: Callable[[Call], None]) -> None:
        """Place the call as the host does, with a line in the journal."""
        place(Gesture(uuid4(), written[:128], "cli", confirmed=confirmed), say, follow=True)


def _as_answers(given: Answers, kind: str, scheme: Scheme, port: int) -> Answers:
    usual = kind_named(kind)
    if (scheme, port) == (usual.scheme, usual.port):
        return replace(given, kind=kind, scheme=None, port=None)
    return replace(given, kind=kind, scheme=scheme, port=port)
