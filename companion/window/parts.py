"""The few pieces the window's pages are made of: a field with its label and what is said below it, and wrapped text."""

import tkinter as tk
from collections.abc import Callable, Sequence
from tkinter import ttk
from typing import Any

from companion.window import looks


class Wrapped(ttk.Label):
    """A text that breaks into lines at the width it is given."""

    def __init__(self, parent: tk.Misc, **options: Any) -> None:
        super().__init__(parent, justify="left", **options)
        self.bind("<Configure>", lambda event: self.configure(wraplength=max(event.width, 1)))

    def say(self, text: str, tone: str = "plain") -> None:
        """Show a text in a tone; an empty one takes no room."""
        self.configure(text=text, foreground=looks.TONES[tone])
        (self.grid if text else self.grid_remove)()


class Field:
    """A label above a control, and below it a hint or, in red, what is wrong."""

    def __init__(self, parent: ttk.Frame, row: int, label: str, hint: str = "") -> None:
        self._hint = hint
        self.frame = ttk.Frame(parent, style="Page.TFrame")
        self.frame.grid(row=row, column=0, sticky="ew", pady=("0p", "9p"))
        self.frame.columnconfigure(0, weight=1)
        self.label = Wrapped(self.frame, text=label, style="Field.TLabel", background=_behind(self.frame))
        self.label.grid(row=0, column=0, columnspan=2, sticky="ew", pady=("0p", "2p"))
        self.below = Wrapped(self.frame, background=_behind(self.frame))
        self.below.grid(row=2, column=0, columnspan=2, sticky="ew", pady=("2p", "0p"))
        self.control: ttk.Entry | ttk.Combobox
        self.value = tk.StringVar(parent)
        self.say(None)

    def entry(self, *, secret: bool = False, width: int = 40) -> "Field":
        """Put a line to type in there; what is secret shows as dots."""
        self.control = ttk.Entry(self.frame, textvariable=self.value, width=width, show="•" if secret else "")
        self.control.grid(row=1, column=0, sticky="ew")
        return self

    def choice(self, values: Sequence[str]) -> "Field":
        """Put a list to choose from there; typing a letter goes to the next entry that begins with it."""
        control = ttk.Combobox(self.frame, textvariable=self.value, values=list(values), state="readonly")
        control.grid(row=1, column=0, sticky="ew")

        def jump(event: "tk.Event[tk.Misc]") -> None:
            letter = event.char.casefold()
            if letter.strip():
                here = control.current()
                after = [*range(here + 1, len(values)), *range(here + 1)]
                found = next((each for each in after if values[each].casefold().startswith(letter)), None)
                if found is not None:
                    control.current(found)
                    control.event_generate("<<ComboboxSelected>>")

        control.bind("<Key>", jump)
        self.control = control
        return self

    def button(self, text: str, command: Callable[[], None]) -> ttk.Button:
        """Put a button beside the control."""
        button = ttk.Button(self.frame, text=text, command=command)
        button.grid(row=1, column=1, padx=("6p", "0p"), sticky="e")
        return button

    def say(self, fault: str | None, note: str | None = None) -> None:
        """Show what is wrong, or a note, or the hint."""
        self.below.say(fault or note or self._hint, "bad" if fault else "plain")
        if hasattr(self, "control"):
            self.control.state(["invalid" if fault else "!invalid"])

    def show(self, *, wanted: bool) -> None:
        """Take the field away where it has no meaning, and back."""
        (self.frame.grid if wanted else self.frame.grid_remove)()


def _behind(frame: ttk.Frame) -> str:
    return ttk.Style(frame).lookup(frame.cget("style") or "TFrame", "background") or ""


def page(book: ttk.Notebook, title: str) -> ttk.Frame:
    """Add a page to the book."""
    frame = ttk.Frame(book, style="Page.TFrame", padding="14p")
    frame.columnconfigure(0, weight=1)
    book.add(frame, text=title)
    return frame
