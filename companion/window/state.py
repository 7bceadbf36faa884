"""What the window draws, what it asks of the rest of the companion, and who does the asking. No I/O."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeVar

from companion.checks.result import Check
from companion.cli.answers import Answers
from companion.credentials import Name
from companion.protocol import Call, PreviewReply
from companion.secret import Secret
from companion.window.form import Form

T = TypeVar("T")
Tone = Literal["plain", "good", "doubt", "bad"]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence about what just happened."""

    text: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class State:
    """Everything that is drawn."""

    form: Form = field(default_factory=Form)
    saved: Form | None = None
    """What the settings file says; None while there is none."""
    faults: Mapping[str, str] = field(default_factory=dict)
    stored: Mapping[Name, bool] = field(default_factory=dict)
    notice: Notice = Notice()
    busy: str = ""
    """What is being done, in words; meanwhile buttons that begin something wait."""
    checks: tuple[Check, ...] = ()
    checking: bool = False
    preview: PreviewReply | None = None
    """The call that waits for the person's yes."""
    call: Call | None = None
    calling: bool = False


class Desk(Protocol):
    """What the window asks of settings, stores and PBX. Each may take its time and raises CallError or Problem."""

    def load(self) -> tuple[Answers, bool, str | None]:
        """Return what is set, whether it is in a file already, and a guess of the region."""
        ...

    def save(self, answers: Answers, secrets: Mapping[Name, Secret]) -> None:
        """Store the secrets and write the settings."""
        ...

    def stored(self) -> Mapping[Name, bool]:
        """Tell which secrets there are."""
        ...

    def remove(self, name: Name) -> None:
        """Forget a secret."""
        ...

    def look(self, host: str) -> list[Answers]:
        """Return what answers at an address, likeliest first."""
        ...

    def checks(self) -> Iterator[Check]:
        """Check store and PBX; places no call."""
        ...

    def preview(self, written: str) -> PreviewReply:
        """Return what a call would come to."""
        ...

    def call(self, written: str, *, confirmed: bool, say: Callable[[Call], None]) -> None:
        """Place the call, and say each state as it comes."""
        ...


class Runner(Protocol):
    """Does work beside the window's thread."""

    def work(self, do: Callable[[], T], then: Callable[[T | Exception], None]) -> None:
        """Do it, and come back on the window's thread with the result, or with what it raised."""
        ...

    def soon(self, do: Callable[[], None]) -> None:
        """Do it on the window's thread; called from work."""
        ...
