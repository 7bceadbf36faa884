"""Rules of a dial plan that conflict, or that can never match. Pure.

Patterns are compared exactly, as sets of numbers: each becomes a small automaton, and a search looks for one number
that a rule matches and no rule before it does.
"""

from collections import deque
from collections.abc import Iterator
from typing import Final

from companion.dialling_patterns import ALPHABET, Chars, Choice, Node, Repeated, read_pattern

_MOST_STATES: Final = 5_000
"""States a comparison looks at before it gives up and reports nothing: about 50 ms."""

_E164: Final = r"\+[1-9]\d{4,14}"
_DIALLED: Final = r"\+?[0-9*#]{1,40}"
UNIVERSE: Final = {"e164": _E164, "dialled": _DIALLED, "internal": r"[0-9*#]{1,32}"}
"""The numbers that each kind of rule is ever shown."""


class _Automaton:
    """States are numbers; 0 is the first. Steps without a character lead on at once."""

    def __init__(self, pattern: str) -> None:
        self._free: list[list[int]] = [[]]
        self._on: list[tuple[frozenset[str], int] | None] = [None]
        self._end = self._add(read_pattern(pattern).root, 0)
        self.start = self._spread({0})

    def step(self, states: frozenset[int], letter: str) -> frozenset[int]:
        return self._spread({way[1] for state in states if (way := self._on[state]) and letter in way[0]})

    def accepts(self, states: frozenset[int]) -> bool:
        return self._end in states

    def _new(self) -> int:
        self._free.append([])
        self._on.append(None)
        return len(self._free) - 1

    def _add(self, node: Node, start: int) -> int:
        match node:
            case Chars(allowed):
                end = self._new()
                inner = self._new()
                self._free[start].append(inner)
                self._on[inner] = (allowed, end)
                return end
            case Repeated(what, least, most):
                at = start
                for _ in range(least):
                    at = self._add(what, at)
                end = self._new()
                self._free[at].append(end)
                if most is None:
                    again = self._add(what, end)
                    self._free[again].append(end)
                    return end
                for _ in range(most - least):
                    at = self._add(what, at)
                    self._free[at].append(end)
                return end
            case Choice(sequences):
                end = self._new()
                for sequence in sequences:
                    at = self._new()
                    self._free[start].append(at)
                    for each in sequence:
                        at = self._add(each, at)
                    self._free[at].append(end)
                return end

    def _spread(self, states: set[int]) -> frozenset[int]:
        waiting = list(states)
        while waiting:
            for following in self._free[waiting.pop()]:
                if following not in states:
                    states.add(following)
                    waiting.append(following)
        return frozenset(states)


def example(pattern: str, within: str, without: tuple[str, ...] = ()) -> str | None:
    """Return a shortest number that the pattern and `within` match and none of `without` does; None: there is none.

    Raises TimeoutError when the patterns are too large to tell.
    """
    wanted = [_Automaton(pattern), _Automaton(within)]
    machines = [*wanted, *(_Automaton(each) for each in without)]
    first = tuple(machine.start for machine in machines)
    seen, waiting = {first}, deque([(first, "")])
    while waiting:
        states, number = waiting.popleft()
        accepted = [machine.accepts(state) for machine, state in zip(machines, states, strict=True)]
        if all(accepted[:2]) and not any(accepted[2:]):
            return number
        for letter in sorted(ALPHABET):
            after = tuple(machine.step(state, letter) for machine, state in zip(machines, states, strict=True))
            if after[0] and after[1] and after not in seen:
                if len(seen) >= _MOST_STATES:
                    raise TimeoutError
                seen.add(after)
                waiting.append((after, number + letter))
    return None


def never_matching(patterns: list[str], within: list[str], keys: list[str]) -> Iterator[str]:
    """Name the patterns that no number reaches; `within` are patterns of the numbers that they are ever shown."""
    for place, pattern in enumerate(patterns):
        try:
            if all(example(pattern, each) is None for each in within):
                yield f"{keys[place]} ({pattern}) can never match: there is no such number"
            elif place and all(example(pattern, each, tuple(patterns[:place])) is None for each in within):
                yield f"{keys[place]} ({pattern}) can never match: rules before it take all its numbers"
        except TimeoutError:
            continue
