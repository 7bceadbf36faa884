"""The window's pages: the PBX, the secrets, and the test. Each draws `State` and hands gestures to the model."""

import tkinter as tk
from collections.abc import Callable, Mapping
from dataclasses import replace
from tkinter import ttk

from companion.checks.result import Health
from companion.credentials import NAMES, Name, title
from companion.language import _
from companion.window import looks
from companion.window.form import Form, kind_titles
from companion.window.model import Model
from companion.window.parts import Field, Wrapped, page
from companion.window.regions import region_names
from companion.window.state import State

MARKS = {Health.OK: ("✓", "good"), Health.WARN: ("!", "doubt"), Health.FAIL: ("✗", "bad"), Health.SKIP: ("-", "plain")}


class PbxPage:
    """Which PBX, whose extension, which country."""

    def __init__(self, book: ttk.Notebook, model: Model, language: str) -> None:
        self._model = model
        self._kinds = kind_titles()
        self._regions = {"": "", **region_names(language)}
        frame = page(book, _("Your PBX"))
        hint = _("Name or IP address, as your administrator gave it to you; a pasted link will do.")
        self.host = Field(frame, 0, _("Address of the PBX"), hint).entry()
        self.look = self.host.button(_("Find out its kind"), model.look)
        self.kind = Field(frame, 1, _("Kind of PBX")).choice([*self._kinds.values()])
        self.client_id = Field(
            frame, 2, _("Id of the PBX's API client"), _("In the PBX's console under Integrations > API.")
        ).entry()
        self.extension = Field(
            frame, 3, _("Your extension"), _("The number of your own phone, for example 100.")
        ).entry()
        hint = _("Numbers without a country code are taken to be of this country.")
        self.region = Field(frame, 4, _("Country of your numbers"), hint).choice([*self._regions.values()])
        hint = _("What you dial first to call outside your house, for example 9. Empty if there is no such digit.")
        self.outside_line = Field(frame, 5, _("Outside line"), hint).entry()
        self.fields = {"host": self.host, "kind": self.kind, "client_id": self.client_id, "extension": self.extension}
        self.fields |= {"region": self.region, "outside_line": self.outside_line}

    def form(self, before: Form) -> Form:
        """Read the fields."""
        return replace(
            before,
            host=self.host.value.get(),
            kind=_key(self._kinds, self.kind.value.get()) or before.kind,
            client_id=self.client_id.value.get(),
            extension=self.extension.value.get(),
            region=_key(self._regions, self.region.value.get()) or "",
            outside_line=self.outside_line.value.get(),
        )

    def draw(self, state: State) -> None:
        """Show the fields and what is wrong with them."""
        form = state.form
        shown = {**{name: getattr(form, name) for name in self.fields}, "kind": self._kinds.get(form.kind, "")}
        shown["region"] = self._regions.get(form.region, form.region)
        for name, field in self.fields.items():
            if field.value.get() != shown[name]:
                field.value.set(shown[name])
            field.say(state.faults.get(name))
        self.client_id.show(wanted=form.wants_client_id)
        self.look.state(["disabled" if state.busy else "!disabled"])


class SecretsPage:
    """PIN and password, and where they are kept."""

    def __init__(self, book: ttk.Notebook, model: Model) -> None:
        frame = page(book, _("Secrets"))
        words = _("Secrets are typed here and nowhere else: neither the browser nor any web page ever sees them.")
        Wrapped(frame, text=words, style="Page.TLabel").grid(row=0, column=0, sticky="ew", pady=("0p", "10p"))
        self.fields: dict[Name, Field] = {
            name: Field(frame, row, title(name)).entry(secret=True) for row, name in enumerate(NAMES, 1)
        }
        self.removing = {
            name: field.button(_("Remove"), lambda name=name: model.remove(name))  # type: ignore[misc]  # untyped name
            for name, field in self.fields.items()
        }
        self.store = tk.StringVar(frame)
        Wrapped(frame, text=_("Where they are kept"), style="Field.TLabel", background=looks.PAPER).grid(
            row=3, column=0, sticky="ew", pady=("4p", "2p")
        )
        choices = {"keyring": _("In the system's keyring (recommended)"), "file": _("In a file that only you can read")}
        self.choices: list[ttk.Radiobutton] = []
        for row, (value, text) in enumerate(choices.items(), 4):
            choice = ttk.Radiobutton(frame, text=text, value=value, variable=self.store)
            choice.grid(row=row, column=0, sticky="w", pady="1p")
            self.choices.append(choice)

    def typed(self) -> Mapping[Name, str]:
        """Return what was typed; it goes to the store and stays nowhere here."""
        return {name: field.value.get() for name, field in self.fields.items()}

    def forget(self) -> None:
        """Empty the fields."""
        for field in self.fields.values():
            field.value.set("")

    def form(self, before: Form) -> Form:
        """Read the store chosen."""
        return replace(before, store="file" if self.store.get() == "file" else "keyring")

    def draw(self, state: State) -> None:
        """Show what is stored, never what it is."""
        if self.store.get() != state.form.store:
            self.store.set(state.form.store)
        for name, field in self.fields.items():
            stored = state.stored.get(name)
            field.label.configure(text=title(name, state.form.kind))
            if stored:
                note = _("Stored. What you type here replaces it.")
            elif name == "password":
                note = _("Only administrators need it, to change extensions.")
            else:
                note = _("Not stored yet; your administrator or the PBX's welcome mail tells it.")
            field.say(state.faults.get(name), note)
            field.show(wanted=state.form.wants_secret)
            self.removing[name].state(["!disabled" if stored and not state.busy else "disabled"])


class TestPage:
    """The checks, live, and a call that says what it will do before it does."""

    def __init__(self, book: ttk.Notebook, model: Model) -> None:
        self._model = model
        frame = page(book, _("Test"))
        frame.rowconfigure(2, weight=1)
        words = _("Looks at the stored secrets and asks the PBX. No call is placed.")
        Wrapped(frame, text=words, style="Page.TLabel").grid(row=0, column=0, sticky="ew")
        self.start = ttk.Button(frame, text=_("Test the connection"), command=model.check)
        self.start.grid(row=1, column=0, sticky="w", pady="6p")
        self.results = tk.Text(
            frame, height=9, width=58, wrap="word", relief="flat", state="disabled", cursor="arrow", takefocus=True
        )
        self.results.configure(background=looks.SHEET, foreground=looks.INK, padx="6p", pady="4p", font="TkDefaultFont")
        self.results.configure(highlightthickness=1, highlightbackground=looks.LINE, highlightcolor=looks.ACCENT)
        self.results.grid(row=2, column=0, sticky="nsew", pady=("0p", "12p"))
        self.results.bind("<Tab>", lambda event: _to(event.widget.tk_focusNext()))
        self.results.bind("<Shift-Tab>", lambda event: _to(event.widget.tk_focusPrev()))
        for tone, colour in looks.TONES.items():
            self.results.tag_configure(tone, foreground=colour)
        hint = _("For example your mobile phone. Your own phone rings first.")
        self.number = Field(frame, 3, _("Test call to"), hint).entry()
        self.ask = self.number.button(_("Call…"), lambda: model.ask_to_call(self.number.value.get()))
        self.number.control.bind("<Return>", lambda _event: self.ask.invoke())
        self.question = Question(frame, 4, yes=model.call, no=model.do_not_call, back_to=self.number.control)
        self.outcome = Wrapped(frame, background=looks.PAPER)
        self.outcome.grid(row=5, column=0, sticky="ew")

    def draw(self, state: State) -> None:
        """Show checks, question and call."""
        ready = state.saved is not None and not state.busy and not state.checking
        self.start.state(["!disabled" if ready else "disabled"])
        self.ask.state(["!disabled" if ready and not state.calling and not state.preview else "disabled"])
        self._draw_checks(state)
        self.number.say(state.faults.get("number"))
        self.question.draw(state)
        if state.call is None:
            self.outcome.say(_("Asking the PBX…") if state.calling else "")
        else:
            bad = state.call.state in {"refused", "unknown"}
            said = " ".join(filter(None, (state.call.message, state.call.remedy)))
            self.outcome.say(said, "bad" if bad else "good")

    def _draw_checks(self, state: State) -> None:
        lines = [(*MARKS[each.health], each.says, each.remedy) for each in state.checks]
        if not lines:
            words = _("Save your settings first.") if state.saved is None else _("Not tested yet.")
            lines = [("…" if state.checking else "", "plain", _("Asking the PBX…") if state.checking else words, None)]
        text = self.results
        text.configure(state="normal")
        text.delete("1.0", "end")
        for mark, tone, says, remedy in lines:
            text.insert("end", f"{mark} ".lstrip(), tone)
            text.insert("end", says + "\n")
            if remedy:
                text.insert("end", f"    {remedy}\n", "plain")
        text.configure(state="disabled")
        text.see("end")


class Question:
    """The step between a number and a real call."""

    def __init__(
        self, parent: ttk.Frame, row: int, *, yes: Callable[[], None], no: Callable[[], None], back_to: tk.Widget
    ) -> None:
        self._back_to = back_to
        self.frame = ttk.Frame(parent, style="Ask.TFrame", padding="10p")
        self.frame.grid(row=row, column=0, sticky="ew", pady=("0p", "8p"))
        self.frame.columnconfigure(0, weight=1)
        self.text = Wrapped(self.frame, background=looks.ACCENT_SHEET)
        self.text.grid(row=0, column=0, columnspan=2, sticky="ew", pady=("0p", "8p"))
        self.no = ttk.Button(self.frame, text=_("Do not call"), command=no)
        self.no.grid(row=1, column=0, sticky="e")
        self.yes = ttk.Button(self.frame, text=_("Call now"), style="Main.TButton", command=yes)
        self.yes.grid(row=1, column=1, padx=("6p", "0p"))
        self.frame.grid_remove()

    def draw(self, state: State) -> None:
        """Ask, or be away. The focus starts on the answer that does nothing."""
        preview = state.preview
        if preview is None:
            if self.frame.winfo_manager():
                self.frame.grid_remove()
                self._back_to.focus_set()
            return
        words = _("This is a real call: your phone rings, and when you pick it up the PBX dials {number}.")
        said = [words.format(number=preview.steps[-2].result if len(preview.steps) > 1 else preview.dialled)]
        said += [each for each in (preview.note, preview.message) if each]
        self.text.say(" ".join(said), "doubt" if preview.code else "plain")
        if not self.frame.winfo_manager():
            self.frame.grid()
            self.no.focus_set()


def _key(titles: Mapping[str, str], shown: str) -> str | None:
    return next((key for key, text in titles.items() if text == shown), None)


def _to(other: "tk.Misc | None") -> str:
    """Leave a text by Tab, which would be written into it."""
    if other is not None:
        other.focus_set()
    return "break"
