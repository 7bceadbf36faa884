"""What the settings window shows and does. Knows no Tk: the view draws `State`, and calls the methods on gestures.

Nothing here waits. Work goes to `Runner`, which does it beside the window's thread and comes back with the outcome.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from companion.checks.result import Health
from companion.cli.answers import Answers
from companion.cli.output import Problem
from companion.credentials import Name, title, usable
from companion.errors import CallError, Code, remedy_of, sentence_of
from companion.language import _
from companion.protocol import Call, PreviewReply
from companion.window.form import Form, answers_in, form_of, sentence
from companion.window.state import Desk, Notice, Runner, State

if TYPE_CHECKING:
    from companion.secret import Secret

T = TypeVar("T")


class Model:
    """The window's state, and what changes it."""

    def __init__(self, desk: Desk, runner: Runner, changed: Callable[[State], None]) -> None:
        self._desk = desk
        self._runner = runner
        self._changed = changed
        self._before = Answers()
        self._asked = ""
        """The number that the question on the screen is about, whatever the field says by now."""
        self.state = State()

    def open(self) -> None:
        """Read what is set, at once: a file of ours, and who types before it was read would lose that."""
        try:
            self._loaded(self._desk.load())
        except (CallError, Problem) as error:
            self._went_wrong(error)

    def changed_by_hand(self, form: Form) -> None:
        """Take what stands in the fields now."""
        before = self.state.form
        if form != before:
            mended = {name for name in self.state.faults if getattr(form, name, "") != getattr(before, name, "")}
            mended |= set() if form.wants_client_id else {"client_id"}
            faults = {name: said for name, said in self.state.faults.items() if name not in mended}
            self._set(form=form, faults=faults)

    def is_changed(self) -> bool:
        """Tell whether the fields differ from the settings file."""
        return self.state.form != self.state.saved

    def save(self, typed: Mapping[Name, str], then: Callable[[], None] = lambda: None) -> None:
        """Save fields and secrets together; `then` follows once they are saved."""
        answers, faults = answers_in(self.state.form, self._before)
        secrets: dict[Name, Secret] = {}
        for name, text in typed.items():
            try:
                if text:
                    secrets[name] = usable(text)
            except ValueError as error:
                faults[name] = sentence(error)
        if faults:
            self._set(faults=faults, notice=Notice(_("Please look at the fields marked in red."), "bad"))
            return

        def saved(_done: None) -> None:
            self._before = answers
            form = form_of(answers)
            self._set(form=form, saved=form, faults={}, checks=(), notice=Notice(_("Saved."), "good"))
            self._begin("", self._desk.stored, known)

        def known(stored: Mapping[Name, bool]) -> None:
            self._set(stored=stored, notice=self._what_is_next(stored))
            then()

        self._begin(_("Saving…"), lambda: self._desk.save(answers, secrets), saved)

    def remove(self, name: Name) -> None:
        """Forget a secret."""

        def do() -> Mapping[Name, bool]:
            self._desk.remove(name)
            return self._desk.stored()

        words = _("{secret}: removed.").format(secret=title(name, self.state.form.kind))
        self._begin(_("Removing…"), do, lambda stored: self._set(stored=stored, notice=Notice(words, "good")))

    def look(self) -> None:
        """Find out what answers at the address."""
        host = self.state.form.host
        if not host.strip():
            self._set(faults={"host": _("This is needed.")})
            return
        self._begin(_("Looking what answers there…"), lambda: self._desk.look(host), self._looked)

    def check(self) -> None:
        """Run the checks of store and PBX; each is shown as it comes. Places no call."""

        def do() -> None:
            for each in self._desk.checks():
                self._runner.soon(
                    lambda each=each: self._set(checks=(*self.state.checks, each))  # type: ignore[misc]  # untyped each
                )

        self._set(checks=(), checking=True, notice=Notice())
        self._begin(
            _("Testing the connection…"),
            do,
            lambda _done: self._set(notice=self._how_it_went()),
            ended={"checking": False},
        )

    def ask_to_call(self, written: str) -> None:
        """Show what would be dialled, and ask."""
        if not written.strip():
            self._set(faults={"number": _("Enter a number you may call, such as your mobile phone's.")})
            return
        self._asked = written
        self._set(faults={}, call=None, preview=None, notice=Notice())
        self._begin("", lambda: self._desk.preview(written), self._previewed)

    def do_not_call(self) -> None:
        """Take the question back."""
        self._set(preview=None)

    def call(self) -> None:
        """Place the call that the person said yes to: once, by the same way as a click."""
        preview, written = self.state.preview, self._asked
        if preview is None or self.state.calling:
            return
        confirmed = preview.code is Code.CONFIRMATION_NEEDED

        def hear(call: Call) -> None:
            self._runner.soon(lambda: self._set(call=call))

        self._set(preview=None, calling=True)
        self._begin(
            "",
            lambda: self._desk.call(written, confirmed=confirmed, say=hear),
            lambda _done: None,
            ended={"calling": False},
        )

    def _loaded(self, found: tuple[Answers, bool, str | None]) -> None:
        self._before, is_set, region = found
        form = form_of(self._before, region)
        self._set(form=form, saved=form if is_set else None)
        if is_set:
            self._begin("", self._desk.stored, lambda stored: self._set(stored=stored))

    def _looked(self, found: list[Answers]) -> None:
        if not found:
            self._set(
                notice=Notice(_("Nothing that is known answers there. You can set everything up anyway."), "doubt")
            )
            return
        best = found[0]
        form = replace(form_of(replace(best, client_id=None)), client_id=self.state.form.client_id)
        mine = self.state.form
        self._set(
            form=replace(mine, host=form.host, kind=form.kind),
            faults={},
            notice=Notice(_("A PBX answers there; its kind is chosen."), "good"),
        )

    def _previewed(self, preview: PreviewReply) -> None:
        if preview.dialled is None:
            said = " ".join(filter(None, (preview.message, preview.remedy)))
            self._set(faults={"number": said}, preview=None)
        else:
            self._set(preview=preview)

    def _what_is_next(self, stored: Mapping[Name, bool]) -> Notice:
        form = self.state.form
        if form.wants_secret and not stored.get("pin"):
            words = _("Saved. What is missing: {secret}.")
            return Notice(words.format(secret=title("pin", form.kind)), "doubt")
        return Notice(_("Saved."), "good")

    def _how_it_went(self) -> Notice:
        failed = [each for each in self.state.checks if each.health is Health.FAIL]
        if failed:
            return Notice(_("Something has to be mended; what to do stands below it."), "bad")
        return Notice(_("All is well."), "good")

    def _begin(
        self, what: str, do: Callable[[], T], then: Callable[[T], None], ended: Mapping[str, object] | None = None
    ) -> None:
        def done(outcome: T | Exception) -> None:
            self._set(busy="", **(ended or {}))
            if isinstance(outcome, Exception):
                self._went_wrong(outcome)
            else:
                then(outcome)

        self._set(busy=what)
        self._runner.work(do, done)

    def _went_wrong(self, error: Exception) -> None:
        if isinstance(error, CallError):
            said, remedy = sentence_of(error), remedy_of(error)
        elif isinstance(error, Problem):
            said, remedy = error.sentence, error.remedy
        else:
            said = _("This failed unexpectedly ({error}).").format(error=type(error).__name__)
            remedy = _("Run: callwith doctor")
        self._set(notice=Notice(" ".join(filter(None, (said, remedy))), "bad"))

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type] # the names are checked by every test
        self._changed(self.state)
