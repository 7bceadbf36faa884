"""Works the settings window with real key presses, in the window's own process so that it can wait for what is shown.

    python window_driver.py SCENE WORDS…

A scene fails by an assertion; what it finds it prints as JSON.
"""

import json
import subprocess
import sys
import time
import tkinter as tk
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tkinter import font, ttk

from companion import language
from companion.checks.result import Check, Health
from companion.cli.answers import Answers
from companion.protocol import PreviewReply, Step
from companion.window import looks
from companion.window.view import Window
from companion.window.work import Work

PATIENCE = 60.0


class Person:
    """Somebody at the keyboard, who waits for what is shown."""

    def __init__(self, window: Window) -> None:
        self.window, self.root = window, window.root
        self.root.deiconify()
        self.root.lift()
        self.sees("the window", self.root.winfo_viewable)
        self.sees("the focus", lambda: self.root.focus_get() is window.pbx.host.control)

    def sees(self, what: str, shown: Callable[[], object]) -> None:
        until = time.monotonic() + PATIENCE
        while not shown():
            assert time.monotonic() < until, f"waited in vain for {what}: {self.window.model.state!r}"
            self.root.update()
            time.sleep(0.005)

    def presses(self, *keys: str) -> None:
        for key in keys:
            self._does("key", key)

    def types(self, text: str) -> None:
        for letter in text:
            self._does("type", letter)

    def at(self, widget: tk.Misc) -> None:
        """Tab to it, as somebody without a mouse does."""
        for _ in range(40):
            if self.root.focus_get() is widget:
                return
            self.presses("Tab")
        raise AssertionError(f"{widget} is not reached by Tab")

    def _does(self, *words: str) -> None:
        """One key; wait until the window has had it, as a person sees the letter before typing the next."""
        had: list[object] = []
        binding = self.root.bind_all("<KeyRelease>", had.append, add="+")
        subprocess.run(["xdotool", *words], check=True)
        self.sees(f"the key {words}", lambda: had)
        self.root.unbind_all("<KeyRelease>")
        self.root.deletecommand(binding)  # type: ignore[no-untyped-call]  # no types in Tk's stub


def set_up(port: str, pin: str) -> None:
    """From nothing to a call, by keyboard alone."""
    root = looks.new_root()
    window = Window(root, Work(), language.use("en"))
    person = Person(window)
    state = lambda: window.model.state  # noqa: E731 - it changes all the time
    person.types(f"127.0.0.1:{port}")
    person.presses("Tab", "space")
    person.sees("what answers", lambda: state().notice.tone == "good")
    person.at(window.pbx.extension.control)
    person.types("10a")
    person.at(window.pbx.region.control)
    person.types("unite")
    while "GB" not in window.pbx.region.value.get():
        person.types("u")
    person.at(window.pbx.outside_line.control)
    person.types("9")
    person.presses("Return")
    person.sees("the fault", lambda: "extension" in state().faults)
    assert root.focus_get() is window.pbx.extension.control, "the focus goes where something is wrong"
    assert state().saved is None
    person.presses("BackSpace")
    person.types("0")
    person.presses("Return")
    person.sees("that it is saved", lambda: state().saved is not None)
    person.sees("the PIN's field", lambda: root.focus_get() is window.secrets.fields["pin"].control)
    person.types(pin)
    assert window.secrets.fields["pin"].control.cget("show") == "•"
    person.presses("Return")
    person.sees("that the PIN is stored", lambda: state().stored.get("pin"))
    assert window.secrets.fields["pin"].value.get() == ""
    person.sees("the test", lambda: root.focus_get() is window.test.start)
    person.presses("Return")
    person.sees("the checks", lambda: state().notice.text == "All is well.")
    person.at(window.test.number.control)
    person.types("020 7946 0958")
    person.presses("Return")
    person.sees("the question", lambda: state().preview is not None and root.focus_get() is window.test.question.no)
    assert "9 020 7946 0958" in window.test.question.text.cget("text")
    person.presses("Return")
    person.sees("that nothing was called", lambda: state().preview is None)
    assert state().call is None
    person.presses("Return")
    person.sees("the question again", lambda: root.focus_get() is window.test.question.no)
    person.presses("Tab", "Return")
    person.sees("the call", lambda: not state().calling and state().call is not None)
    call = state().call
    assert call is not None
    print(json.dumps({"call": call.model_dump(mode="json"), "checks": [check.name for check in state().checks]}))


class Still:
    """Everything is set up, nothing changes: for looking at texts."""

    def load(self) -> tuple[Answers, bool, str | None]:
        answers = Answers(kind="v20", host="pbx.example.com", client_id="callwith", extension="100", region="GB")
        return answers, True, None

    def stored(self) -> Mapping[str, bool]:
        return {"pin": False, "password": True}

    def checks(self) -> Iterator[Check]:
        yield Check("PBX", "pbx_tcp", Health.OK, "Port 5001 answers (3 ms).")

    def preview(self, _written: str) -> PreviewReply:
        steps = [Step(name="outside line", result="9 020 7946 0958", sentence="")] * 2
        return PreviewReply.model_validate(
            {"id": "00000000-0000-4000-8000-000000000000", "steps": steps, "dialled": "902079460958"}, strict=False
        )


def texts(width: str, *tags: str) -> None:
    """Every page in each language, also narrow: prints by language what is cut off, and every text."""
    print(json.dumps({tag: texts_in(tag, width) for tag in tags}))


def texts_in(tag: str, width: str) -> dict[str, list[str]]:
    root = looks.new_root()
    window = Window(root, Still(), language.use(tag))  # type: ignore[arg-type]  # stands in for the companion
    person = Person(window)
    person.sees("what is stored", lambda: window.model.state.stored)
    if width != "as it is":
        root.geometry(f"{root.minsize()[0]}x{root.winfo_screenheight()}")
    cut, said = [], []
    space = font.nametofont("TkDefaultFont").measure(" ") + 1
    for page in range(3):
        window._turn_to(page)
        if page == 2:
            window.model.ask_to_call("020 7946 0958")
            person.sees("the question", window.test.question.frame.winfo_viewable)
        for _ in range(5):  # wrapping changes heights, and heights what is seen
            root.update()
            time.sleep(0.01)
        for each in below(root):
            if each.winfo_viewable() and isinstance(each, (ttk.Label, ttk.Button, ttk.Radiobutton)):
                text = str(each.cget("text"))
                said.append(text)
                inside = each.winfo_rootx() + each.winfo_width() <= root.winfo_rootx() + root.winfo_width()
                low = each.winfo_rooty() + each.winfo_height() <= root.winfo_rooty() + root.winfo_height()
                wide = each.winfo_reqwidth() <= each.winfo_width() + space  # the one at which the line breaks
                high = each.winfo_reqheight() <= each.winfo_height() + 1
                if text and not (inside and low and wide and high):
                    cut.append(text)
        said += [window.book.tab(page, "text")]
    root.destroy()
    return {"cut": cut, "said": said}


def below(widget: tk.Misc) -> Iterator[tk.Misc]:
    for child in widget.winfo_children():
        yield child
        yield from below(child)


if __name__ == "__main__":
    assert Path(sys.argv[0]).name == "window_driver.py"
    {"set_up": set_up, "texts": texts}[sys.argv[1]](*sys.argv[2:])
