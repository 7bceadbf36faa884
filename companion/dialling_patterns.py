r"""Regular expressions that people write into the dial plan, held to a form that cannot run away. Pure.

Allowed: digits, `*`, `#`, `+` (special ones behind a backslash), `.`, `\d`, `[…]`, groups with `|`; behind a single
character `? * + {m,n}`, behind a group only `?`; `^` and `$` at the ends. A match tries no more ways than the product
of all choices in the pattern, and that is bounded.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

LONGEST_PATTERN: Final = 100
"""Characters; the longest real rules, lists of area codes, have about 60."""
LONGEST_NUMBER: Final = 64
"""Characters that a pattern is ever matched against."""
_MOST_WAYS: Final = 100_000
"""Ways a match may try: about 10 ms."""

ALPHABET: Final = frozenset("0123456789*#+")
"""What a number consists of."""

_CLASS: Final = re.compile(r"\[([0-9*#+]|[0-9]-[0-9])+\]")
_REPETITION: Final = re.compile(r"[?*+]|\{(\d{1,2})(?:(,)(\d{0,2}))?\}")


@dataclass(frozen=True, slots=True)
class Chars:
    """One character out of several."""

    allowed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Repeated:
    """Something so many times; `most` None: any number."""

    what: "Node"
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences."""

    sequences: tuple[tuple["Node", ...], ...]


Node = Chars | Repeated | Choice


@dataclass(frozen=True, slots=True)
class Pattern:
    """What was read."""

    root: Choice
    groups: int
    """How many groups a replacement may use."""


@lru_cache(maxsize=512)
def read_pattern(text: str) -> Pattern:
    """Read a pattern. Raises ValueError that says what is not allowed in it."""
    if len(text) > LONGEST_PATTERN:
        raise ValueError(f"it is longer than {LONGEST_PATTERN} characters")
    body = text.removeprefix("^")
    body = body.removesuffix("$")
    reader = _Reader(body)
    root = reader.choice()
    if reader.rest():
        raise ValueError("a ) closes nothing; write \\) nowhere, numbers have none")
    if _ways(root) > _MOST_WAYS:
        raise ValueError("it has too many repetitions and alternatives; use fewer of * + {} | ?")
    return Pattern(root, reader.groups)


class _Reader:
    """Reads from the left to the right, each character once."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self.groups = text, 0, 0

    def rest(self) -> str:
        return self._text[self._at :]

    def _take(self, wanted: str) -> bool:
        found = self._text.startswith(wanted, self._at)
        self._at += len(wanted) if found else 0
        return found

    def choice(self) -> Choice:
        sequences = [self._sequence()]
        while self._take("|"):
            sequences.append(self._sequence())
        return Choice(tuple(sequences))

    def _sequence(self) -> tuple[Node, ...]:
        nodes: list[Node] = []
        while self.rest() and self.rest()[0] not in "|)":
            nodes.append(self._repeated(self._single()))
        return tuple(nodes)

    def _single(self) -> Node:
        if self._take("("):
            if not self._take("?:"):
                if self._take("?"):
                    raise ValueError("of groups only ( ) and (?: ) are allowed")
                self.groups += 1
            inner = self.choice()
            if not self._take(")"):
                raise ValueError("a ( is not closed")
            return inner
        if found := _CLASS.match(self._text, self._at):
            self._at = found.end()
            return Chars(_members(found.group()))
        sign = self._text[self._at : self._at + (2 if self.rest()[0] == "\\" else 1)]
        self._at += len(sign)
        if sign in {"?", "*", "+", "{"}:
            raise ValueError(f"there is nothing for {sign} to repeat; for the character itself write \\{sign}")
        allowed = _SINGLE.get(sign)
        if allowed is None:
            raise ValueError(f"no number has {sign!r}; allowed: digits \\* # \\+ . \\d [ ] ( ) | ? * + {{ }}")
        return Chars(allowed)

    def _repeated(self, node: Node) -> Node:
        found = _REPETITION.match(self._text, self._at)
        if not found:
            return node
        self._at = found.end()
        sign, (least, comma, most) = found.group(), found.groups()
        if isinstance(node, Choice) and sign != "?":
            raise ValueError(f"a group may not be repeated with {sign}; only ? is allowed behind )")
        if _REPETITION.match(self._text, self._at):
            raise ValueError("a repetition of a repetition is not allowed")
        if least is None:
            return Repeated(node, int(sign == "+"), 1 if sign == "?" else None)
        upper = None if comma and not most else int(most or least)
        if upper is not None and upper < int(least):
            raise ValueError(f"{sign} ends before it begins")
        return Repeated(node, int(least), upper)


_SINGLE: Final[dict[str, frozenset[str]]] = {
    **{digit: frozenset(digit) for digit in "0123456789#"},
    **{f"\\{sign}": frozenset(sign) for sign in "*#+"},
    ".": ALPHABET,
    "\\d": frozenset("0123456789"),
}


def _members(group: str) -> frozenset[str]:
    inner, members = group[1:-1], set[str]()
    for first, last in re.findall(r"([0-9*#+])(?:-([0-9]))?", inner):
        if last and last < first:
            raise ValueError(f"{group} has a range that ends before it begins")
        members.update(chr(code) for code in range(ord(first), ord(last or first) + 1))
    return frozenset(members)


def _ways(node: Node) -> int:
    """Count the ways a match may try at most."""
    match node:
        case Chars():
            return 1
        case Repeated(what, least, most):
            return ((LONGEST_NUMBER if most is None else most) - min(least, LONGEST_NUMBER) + 1) * _ways(what)
        case Choice(sequences):
            total = 0
            for sequence in sequences:
                ways = 1
                for each in sequence:
                    ways = min(ways * _ways(each), _MOST_WAYS + 1)
                total += ways
            return total


def matched(pattern: str, number: str) -> re.Match[str] | None:
    """Match the whole number against a pattern that was checked."""
    return re.compile(pattern, re.ASCII).fullmatch(number) if len(number) <= LONGEST_NUMBER else None
