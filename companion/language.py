"""The companion's sentences in the person's language, by gettext. English stands in the code.

`_("…")` and `plural("…", "…", n)` translate at once; `N_("…")` marks a text that is translated where it is shown.
Values are put in behind it: `_("rule {name}").format(name=…)`. Logs and what programs read (codes) stay English.
The catalogues are `locale/<language>/LC_MESSAGES/callwith.po`; `make messages` collects new sentences and compiles.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

DOMAIN: Final = "callwith"
LANGUAGES: Final = ("en", "de", "fr", "es", "it", "nl", "pl", "pt")
"""English, and those that have a catalogue; the same as the extension's."""
CATALOGUES: Final = Path(__file__).parent / "locale"
_FROM_ENVIRONMENT: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""In the order in which gettext asks them."""


class _Texts(Protocol):
    def gettext(self, message: str, /) -> str: ...
    def ngettext(self, one: str, many: str, n: int, /) -> str: ...


class _English:
    """What is read where no catalogue is wanted: starts without importing gettext."""

    @staticmethod
    def gettext(message: str, /) -> str:
        return message

    @staticmethod
    def ngettext(one: str, many: str, n: int, /) -> str:
        return one if n == 1 else many


_texts: _Texts = _English()
_tag = "en"


def _(text: str) -> str:
    """Return the text in the language in use."""
    return _texts.gettext(text)


def plural(one: str, many: str, n: int) -> str:
    """Return the form of the text for n things, in the language in use."""
    return _texts.ngettext(one, many, n)


def N_(text: str) -> str:  # noqa: N802 - gettext's name for it, which the collecting program knows
    """Mark a text that is translated later, where it is shown."""
    return text


def use(*tags: str) -> str:
    """Use the first of these languages that there is, else English, and return it. Tags: BCP 47 or locales."""
    global _texts, _tag  # noqa: PLW0603 - one process talks to one person
    _tag = chosen = choose(tags)
    if chosen == "en":
        _texts = _English()
    else:
        import gettext  # noqa: PLC0415 - takes milliseconds that English does not need

        _texts = gettext.translation(DOMAIN, CATALOGUES, [chosen], fallback=True)
    return chosen


def current() -> str:
    """Return the language in use."""
    return _tag


def use_environment() -> str:
    """Use the language that the terminal's or the system's settings name, and return it."""
    return use(*from_environment())


def choose(tags: "Iterable[str]") -> str:
    """Return the first language named that there is, else English. Pure."""
    for tag in tags:
        language = tag.replace("_", "-").split("-")[0].split(".")[0].lower()
        if language in LANGUAGES:
            return language
        if language in {"c", "posix"}:
            return "en"
    return "en"


def from_environment() -> list[str]:
    """Return the languages wanted, best first: as gettext reads the environment, then as the system is set."""
    for name in _FROM_ENVIRONMENT:
        if value := os.environ.get(name):
            return [each for each in value.split(":") if each]
    if sys.platform == "win32":  # has no such variables
        import ctypes  # noqa: PLC0415 - only there
        import locale  # noqa: PLC0415 - as above

        named = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
        return [named] if named else []
    return []
