"""How the settings of the machine and those of a user become one: a user's can only narrow. Pure.

Only what the machine's file names is bound; the rest is the user's own. With a table `[dial_plan]` it binds the whole
dial plan, because rewriting a number or calling it internal would get round its destinations.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from companion.dialling_rules import Destinations

Content = dict[str, Any]

PERSONAL: Final = ("device", "client_id", "admin_client_id")
"""Keys of [pbx] that are each user's own where the machine's file leaves them out: a phone, an API client."""
SECRETS: Final = re.compile(r"(^|_)(pin|pwd|passw(or)?d|secret|token|api_key)s?$", re.IGNORECASE)
_STRICTNESS: Final = ("allowed", "ask", "barred")
_LISTS: Final = _STRICTNESS
"""The lists of prefixes are called as what they decide."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The settings in force, unchecked, and the keys of the user's file that are not used, such as `limits.x`."""

    content: Content
    overruled: list[str]


def secret_in(content: Content, above: str = "") -> str | None:
    """Return the key of something that looks like a secret, at any depth."""
    for key, value in content.items():
        if SECRETS.search(key):
            return f"{above}{key}"
        if isinstance(value, dict) and (found := secret_in(value, f"{above}{key}.")):
            return found
    return None


def merge(system: Content, own: Content) -> Merged:
    """Put a user's settings under those of the machine. Neither is changed; a user's faults stay to be found."""
    content, overruled = dict(own), list[str]()
    for section, bound in system.items():
        theirs = own.get(section, {})
        if isinstance(bound, dict) and isinstance(theirs, dict):
            content[section], lost = _MERGERS.get(section, _key_by_key)(bound, theirs)
            overruled += [f"{section}.{key}" for key in lost]
    return Merged(content, overruled)


def own_part(system: Content, settings: Content, shortest: Content) -> Content:
    """Return what a user's file has to say so that, merged, it gives `settings`.

    `system` and `settings` come with all defaults, `shortest` without: it is used where the machine says nothing.
    """
    content = dict(shortest)
    for section, bound in system.items():
        if bound is None:
            continue
        full = settings[section]
        keys = {"pbx": PERSONAL, "dial_plan": ("destinations",)}.get(section, tuple(full))
        told = {key: full[key] for key in keys if full[key] is not None and full[key] != bound.get(key)}
        if "destinations" in told:
            told["destinations"] = {k: v for k, v in full["destinations"].items() if v != bound["destinations"][k]}
        content[section] = told
    return {section: told for section, told in content.items() if told != {}}


def _key_by_key(bound: Content, theirs: Content) -> tuple[Content, list[str]]:
    """Take the narrower value of each key that both name."""
    merged, lost = {**bound, **theirs}, []
    for key in bound.keys() & theirs.keys():
        merged[key] = _NARROWER.get(key, _fixed)(bound[key], theirs[key])
        if merged[key] != theirs[key]:
            lost.append(key)
    return merged, sorted(lost)


def _fixed(bound: Any, _theirs: Any) -> Any:
    return bound


def _lower(bound: Any, theirs: Any) -> Any:
    return min(bound, theirs) if type(theirs) is int else theirs


def _both(bound: Any, theirs: Any) -> Any:
    return bound and theirs if isinstance(theirs, bool) else theirs


def _either(bound: Any, theirs: Any) -> Any:
    return bound or theirs if isinstance(theirs, bool) else theirs


def _common(bound: Any, theirs: Any) -> Any:
    return [each for each in theirs if each in bound] if isinstance(theirs, list) else theirs


def _theirs(_bound: Any, theirs: Any) -> Any:
    return theirs


_NARROWER: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "calls_per_minute": _lower,
    "keep_days": _lower,
    "shorten_numbers": _either,
    "recording": _both,
    "external_calls": _both,
    "chromium": _common,
    "firefox": _common,
    "level": _theirs,  # a default, so that a supporter can ask for more
}


def _pbx(bound: Content, theirs: Content) -> tuple[Content, list[str]]:
    """Take the machine's PBX as a whole: a port or an authority of the user's would make it another one."""
    personal = {key: theirs[key] for key in PERSONAL if key in theirs}
    merged = personal | bound
    return merged, [key for key in theirs if key not in merged or merged[key] != theirs[key]]


def _dial_plan(bound: Content, theirs: Content) -> tuple[Content, list[str]]:
    """Take the machine's plan as a whole; a user's destinations are judged beside it, and the stricter holds."""
    lost = [key for key, value in theirs.items() if key != "destinations" and bound.get(key) != value]
    floor, wanted = bound.get("destinations", {}), theirs.get("destinations", {})
    merged = {**bound, "enforced": floor, "destinations": wanted}
    if isinstance(wanted, dict) and isinstance(floor, dict):
        merged["destinations"] = _inherited(floor, wanted)
        lost += [f"destinations.{key}" for key, value in wanted.items() if _permits_more(floor, key, value)]
    return merged, lost


def _inherited(floor: Content, wanted: Content) -> Content:
    """Fill a user's destinations with the machine's; a prefix the user names is taken out of the inherited lists."""
    named = {prefix for key in _LISTS for prefix in _list(wanted, key)}
    kept = {
        key: [prefix for prefix in value if prefix not in named] if key in _LISTS and isinstance(value, list) else value
        for key, value in floor.items()
    }
    inherited: Content = {**kept, **wanted}
    return inherited


def _permits_more(floor: Content, key: str, value: Any) -> bool:
    if key == "allowed":
        return not set(_list({key: value}, key)) <= set(_list(floor, key))
    field = Destinations.model_fields.get(key)
    if field is None or key in _LISTS or value not in _STRICTNESS:
        return False
    return _STRICTNESS.index(value) < _STRICTNESS.index(floor.get(key, field.default))


def _list(table: Content, key: str) -> list[str]:
    value = table.get(key, [])
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


_Merger = Callable[[Content, Content], tuple[Content, list[str]]]
_MERGERS: Final[dict[str, _Merger]] = {"pbx": _pbx, "dial_plan": _dial_plan}
