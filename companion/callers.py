"""Who may talk to the host. The browser names the extension in the arguments; nothing else about a caller is trusted.

Chromium: `chrome-extension://<id>/` (and `--parent-window=…` on Windows).
Firefox: the manifest's path and the gecko id.
"""

TYPE_CHECKING = False  # typing costs 4 ms, and the greeting waits for this module
if TYPE_CHECKING:
    from collections.abc import Sequence

CHROMIUM_ID = "empoikljldlhbeoickfgfnchnhmoddkc"
"""Follows from the `key` in the extension's source manifest; a test computes it again."""
GECKO_ID = "call-with-3cx@callwith.org"

_CHROMIUM = "chrome-extension://"
_LETTERS = frozenset("abcdefghijklmnop")
_LENGTH = 32
"""Of the ids of Chromium's family, in those letters; Firefox's have an @ or stand in braces."""


def caller_of(arguments: "Sequence[str]") -> str | None:
    """Return the id of the extension that a browser names in the arguments; None where it is no id of its family."""
    given = [each for each in arguments if not each.startswith("--parent-window=")]
    if len(given) == 1 and given[0].startswith(_CHROMIUM):
        name = given[0].removeprefix(_CHROMIUM).removesuffix("/")
        return name if len(name) == _LENGTH and _LETTERS.issuperset(name) else None
    if len(given) == 2 and given[0].endswith(".json") and ("@" in given[1] or given[1].startswith("{")):  # noqa: PLR2004 - manifest and id
        return given[1]
    return None


def is_ours(caller: str | None) -> bool:
    """Tell whether this is our extension as we publish it; further ids stand in the settings, under `[callers]`."""
    return caller in (CHROMIUM_ID, GECKO_ID)
