"""Regular expressions that people write into the dial plan, held to a form that cannot run away. Pure.

Allowed: digits, `*`, `#`, `+` and `,` (special ones behind a backslash), `.`, `\\d`, `[…]`, groups with `|`, `^`, `$`, and after a
single character `? * + {m,n}`; after a group only `?`. So a match tries no more ways than the product of the choices in it.
"""

import re
from functools import lru_cache
from typing import Final

LONGEST_PATTERN: Final = 100
"""Characters; the longest real rules, lists of area codes, have about 60."""
_LONGEST_NUMBER: Final = 64
"""Characters that a pattern is ever matched against."""
_MOST_WAYS: Final = 100_000
"""Ways a match may try: about 10 ms."""

_ATOM: Final = re.compile(r"\\[d*#+.,]|\\.|\[[0-9*#+,-]+\]|[0-9#,.]|.", re.DOTALL)
_QUANTIFIER: Final = re.compile(r"[?*+]|\{(\d{1,2})(,(\d{0,2}))?\}")


def check_pattern(pattern: str) -> int:
    """Return how many groups the pattern has. Raises ValueError that says what is not allowed in it."""
    ways, groups, depth, at, before = 1, 0, 0, 0, ""
    while at < len(pattern):
        rest = pattern[at:]
        quantifier = _QUANTIFIER.match(rest)
        if quantifier:
            ways *= _choices(quantifier, before)
            at += quantifier.end()
            before = "quantifier"
            continue
        atom = _ATOM.match(rest)
        token = atom.group() if atom else rest[0]
        at += len(token)
        if token == "(":
            if pattern[at : at + 1] == "?":
                if pattern[at : at + 2] != "?:":
                    raise ValueError("only plain groups are allowed: ( ) and (?: )")
                at += 2
            else:
                groups += 1
            depth += 1
        elif token == ")":
            depth -= 1
        elif token == "|":
            ways *= 2
        elif token not in "^$" and not re.fullmatch(r"\\[d*#+.,]|\[.+\]|[0-9#,.]", token):
            raise ValueError(f"{token!r} cannot be in a number; allowed: digits * # + , . \\d [ ] ( ) | ? {{ }} ^ $")
        before = "group" if token == ")" else "start" if token in "(|^$" else "atom"
    _compiled(pattern)
    if depth:
        raise ValueError("the brackets do not match")
    if ways > _MOST_WAYS:
        raise ValueError("it has too many repetitions and alternatives; use fewer of * + {} | ?")
    return groups


def _choices(quantifier: re.Match[str], before: str) -> int:
    """Say between how many ways a repetition chooses."""
    sign = quantifier.group()
    if before == "quantifier":
        raise ValueError(f"a repetition of a repetition is not allowed: {sign}")
    if before not in {"atom", "group"}:
        raise ValueError(f"there is nothing for {sign} to repeat; write \\{sign} for the character itself")
    if sign == "?":
        return 2
    if before == "group":
        raise ValueError(f"a group may not be repeated: {sign}; only ? is allowed after )")
    if sign in "*+":
        return _LONGEST_NUMBER
    least, comma, most = quantifier.groups()
    if not comma:
        return 1
    upper = int(most) if most else _LONGEST_NUMBER
    if upper < int(least):
        raise ValueError(f"{sign} ends before it begins")
    return upper - int(least) + 1


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.ASCII)
    except re.error as error:
        raise ValueError(f"it is not a regular expression: {error}") from None


def matched(pattern: str, number: str) -> re.Match[str] | None:
    """Match the whole number."""
    return _compiled(pattern).fullmatch(number) if len(number) <= _LONGEST_NUMBER else None
