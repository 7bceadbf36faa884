"""The window itself: a title, three pages, what just happened, and Save. Draws; decides nothing."""

import queue
import threading
import tkinter as tk
from collections.abc import Callable
from tkinter import ttk
from typing import Final, TypeVar

from companion.language import _
from companion.window import looks
from companion.window.form import kind_titles
from companion.window.model import Model
from companion.window.pages import PbxPage, SecretsPage, TestPage
from companion.window.parts import Wrapped
from companion.window.state import Desk, State

T = TypeVar("T")

LOOK_MS: Final = 30
"""How often the window looks for results of work; unnoticeable, and next to no work itself."""


class Threads:
    """Does work in threads of its own; results come back on the window's thread, in order."""

    def __init__(self, root: tk.Tk) -> None:
        self._root = root
        self._done: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        root.after(LOOK_MS, self._look)

    def work(self, do: Callable[[], T], then: Callable[[T | Exception], None]) -> None:
        """Do it beside the window."""

        def run() -> None:
            outcome: T | Exception
            try:
                outcome = do()
            except Exception as error:  # noqa: BLE001 - whatever it was is shown; the window goes on
                outcome = error
            self._done.put(lambda: then(outcome))

        threading.Thread(target=run, daemon=True).start()

    def soon(self, do: Callable[[], None]) -> None:
        """Do it on the window's thread."""
        self._done.put(do)

    def _look(self) -> None:
        try:
            while True:
                self._done.get_nowait()()
        except queue.Empty:
            pass
        self._root.after(LOOK_MS, self._look)


class Window:
    """Draws `State` and turns gestures into calls of the model."""

    def __init__(self, root: tk.Tk, desk: Desk, language: str) -> None:
        self.root = root
        self._drawing = False
        self._warned = False
        looks.dress(root)
        root.title(_("Call with 3CX: settings"))
        self.model = Model(desk, Threads(root), self._draw)
        outer = ttk.Frame(root, padding="14p")
        outer.pack(fill="both", expand=True)
        outer.columnconfigure(0, weight=1)
        outer.rowconfigure(2, weight=1)
        ttk.Label(outer, text="Call with 3CX", style="Title.TLabel").grid(row=0, column=0, sticky="w")
        self.standing = Wrapped(outer)
        self.standing.grid(row=1, column=0, sticky="ew", pady=("2p", "10p"))
        self.book = ttk.Notebook(outer)
        self.book.grid(row=2, column=0, sticky="nsew")
        self.book.enable_traversal()
        self.pbx = PbxPage(self.book, self.model, language)
        self.secrets = SecretsPage(self.book, self.model)
        self.test = TestPage(self.book, self.model)
        foot = ttk.Frame(outer, padding=("0p", "10p", "0p", "0p"))
        foot.grid(row=3, column=0, sticky="ew")
        foot.columnconfigure(0, weight=1)
        self.notice = Wrapped(foot, width=30)
        self.notice.grid(row=0, column=0, sticky="ew", padx=("0p", "10p"))
        self.close_button = ttk.Button(foot, text=_("Close"), command=self.close)
        self.close_button.grid(row=0, column=1, padx=("0p", "6p"))
        self.save_button = ttk.Button(foot, text=_("Save"), style="Main.TButton", command=self.save)
        self.save_button.grid(row=0, column=2)
        self._bind()
        self._draw(self.model.state)
        self._fit()
        self.model.open()

    def save(self) -> None:
        """Save everything; then go where the next thing is to be done."""
        self._read()
        self.model.save(self.secrets.typed(), self._saved)
        if self.model.state.faults:
            self._go_to_fault()

    def close(self) -> None:
        """End; what was not saved is warned about once."""
        unsaved = self.model.is_changed() and bool(self.model.state.form.host)
        if (unsaved or any(self.secrets.typed().values())) and not self._warned:
            self._warned = True
            self.notice.say(_("Not everything is saved. Close again to leave it so."), "doubt")
            return
        self.root.destroy()

    def _saved(self) -> None:
        self.secrets.forget()
        self._warned = False
        state = self.model.state
        if state.form.wants_secret and not state.stored.get("pin"):
            self._turn_to(1)
            self.secrets.fields["pin"].control.focus_set()
        else:
            self._turn_to(2)
            self.test.start.focus_set()

    def _bind(self) -> None:
        for field in [*self.pbx.fields.values(), *self.secrets.fields.values()]:
            field.control.bind("<Return>", lambda _event: self.save_button.invoke())
            field.value.trace_add("write", self._typed)
        self.secrets.store.trace_add("write", self._typed)
        self.root.bind_class("TButton", "<Return>", _press)
        self.root.bind("<Escape>", lambda _event: self._escape())
        self.root.protocol("WM_DELETE_WINDOW", self.close)

    def _escape(self) -> None:
        if self.model.state.preview is not None:
            self.model.do_not_call()
        else:
            self.close()

    def _typed(self, *_names: str) -> None:
        if not self._drawing:
            self._read()

    def _read(self) -> None:
        self.model.changed_by_hand(self.secrets.form(self.pbx.form(self.model.state.form)))

    def _draw(self, state: State) -> None:
        if self._drawing or not hasattr(self, "notice"):
            return
        self._drawing = True
        try:
            self.standing.say(self._standing(state))
            for each in (self.pbx, self.secrets, self.test):
                each.draw(state)
            self.notice.say(state.busy or state.notice.text, "plain" if state.busy else state.notice.tone)
            self.save_button.state(["disabled" if state.busy else "!disabled"])
        finally:
            self._drawing = False

    @staticmethod
    def _standing(state: State) -> str:
        if state.saved is None:
            return _("Not set up yet: name your PBX, enter the PIN, then test it.")
        words = _("{kind}, extension {extension}")
        return words.format(kind=kind_titles().get(state.saved.kind, ""), extension=state.saved.extension)

    def _go_to_fault(self) -> None:
        every = [(0, *each) for each in self.pbx.fields.items()] + [(1, *each) for each in self.secrets.fields.items()]
        for number, name, field in every:
            if name in self.model.state.faults:
                self._turn_to(number)
                field.control.focus_set()
                return

    def _turn_to(self, page: int) -> None:
        self.book.select(page)  # type: ignore[no-untyped-call] # its stub has no types

    def _fit(self) -> None:
        """Give the window the room that its longest texts need, within the screen."""
        self.root.update_idletasks()
        width = min(
            max(self.root.winfo_reqwidth(), int(self.root.winfo_fpixels("430p"))), self.root.winfo_screenwidth()
        )
        self.root.geometry(f"{width}x{self.root.winfo_reqheight()}")
        self.root.update()
        height = min(self.root.winfo_reqheight(), self.root.winfo_screenheight())
        self.root.geometry(f"{width}x{height}")
        # All texts wrap but those of the choices: the window is never narrower than the longest of them.
        widest = max(choice.winfo_reqwidth() for choice in self.secrets.choices) + int(self.root.winfo_fpixels("60p"))
        least = max(widest, int(self.root.winfo_fpixels("300p")))
        self.root.minsize(min(width, least), min(height, int(self.root.winfo_fpixels("260p"))))
        self.pbx.host.control.focus_set()


def _press(event: "tk.Event[tk.Misc]") -> None:
    if isinstance(event.widget, ttk.Button):
        event.widget.invoke()
