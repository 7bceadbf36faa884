"""From a number as written to what the PBX is asked to dial, in steps that can be shown. Pure.

    as written → E.164 → national form → outside line

`plan` never raises: a number that is not understood or not allowed gives a plan whose `refusal` names the rule.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from companion import destinations
from companion.errors import Code
from companion.numbers import LETTERS, plain
from companion.settings import DialPlanSettings, Verdict

DIALABLE: Final = re.compile(r"\+?[0-9*#]{1,40}([,;wp]{1,4}[0-9*#]{1,20})?")
"""Everything that ever reaches a PBX. 15 digits are the most of E.164; prefixes and internal codes add to it."""

_EXTENSION: Final = re.compile(
    r"(?:;\s*ext\s*=|,{1,4}|;|#|(?<![a-z])(?:extension|ext|extn|x|durchwahl|dw|доб|poste|interno|int|anexo|ramal)[.:]?)"
    r"\s*([0-9]{1,12})\s*$",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"[\s().\-/·\u2010-\u2015\u2212]")
_CODE: Final = re.compile(r"[0-9]*[*#][*#0-9]*")
_SCHEME: Final = re.compile(r"\s*(?:tel|callto|sips?):(?://)?", re.IGNORECASE)
_LATIN: Final = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the number: the rule's name, and what the number is after it."""

    rule: str
    number: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the number is not dialled: the code, and the rule in words."""

    code: Code
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is dialled, how it came about, or why not."""

    written: str
    steps: tuple[Step, ...]
    dialled: str | None = None
    """None where no call can come of it; set where only the rules stand in the way."""
    e164: str | None = None
    by_hand: str | None = None
    """An extension to dial after the answer, where the PBX cannot."""
    refusal: Refusal | None = None


def plan(
    written: str,
    rules: DialPlanSettings,
    *,
    region: str | None = None,
    page_region: str | None = None,
    extension: str | None = None,
    confirmed: bool = False,
) -> Plan:
    """Plan a call. `region` is the user's own and decides; the page's helps where the user has none.

    `extension` is what the detector set apart; otherwise it is looked for in the number.
    """
    text = _SCHEME.sub("", plain(written), count=1).partition("@")[0].partition("?")[0]
    found = _EXTENSION.search(text)
    if found and sum(letter.isdecimal() for letter in text[: found.start()]) >= _SHORTEST_WITH_EXTENSION:
        extension = extension or found[1]
        text = text[: found.start()].rstrip(" ([")
    draft = Plan(written, (Step("as written", written),), by_hand=extension)
    if extension:
        draft = _step(draft, f"extension {extension} set apart", text)
    if _LATIN.search(text) and any(letter.isdecimal() for letter in text):
        text = text.translate(LETTERS)
        draft = _step(draft, "letters to keypad digits", text)
    compact = _BETWEEN.sub("", text)

    if any(destinations.is_emergency(digits, region or page_region) for digits in _without(compact, rules)):
        return _judged(_step(draft, "emergency number", compact), compact, "ask", "emergency number", confirmed)
    if DIALABLE.fullmatch(compact) and any(re.fullmatch(pattern, compact) for pattern in rules.internal):
        verdict, kind = destinations.judge_short(compact, region, rules.destinations)
        return _judged(_step(draft, "internal number", compact), compact, verdict, kind, confirmed)
    if _CODE.fullmatch(compact):
        return _refused(
            draft, "codes with * and # are dialled only where an internal pattern of the dial plan has them"
        )
    return _outside(draft, text, rules, region=region, page_region=page_region, confirmed=confirmed)


_SHORTEST_WITH_EXTENSION: Final = 5
"""Digits a number has at least for what follows it to be an extension: `#31#…` and `1,2` are none."""


def _outside(
    draft: Plan, text: str, rules: DialPlanSettings, *, region: str | None, page_region: str | None, confirmed: bool
) -> Plan:
    number = destinations.understand(text, region or page_region)
    if isinstance(number, str):
        return _refused(draft, number)
    full = destinations.e164(number)
    draft = replace(_step(draft, "E.164", full), e164=full)
    if destinations.is_own_country(number, region) and rules.own_country == "national":
        dialled = destinations.national_digits(number, rules.national_prefix)
        draft = _step(draft, "national form", dialled)
    else:
        prefix = rules.international_prefix or destinations.international_prefix(region)
        if prefix == "+" and rules.outside_line_prefix:
            return _refused(
                draft, "behind an outside line prefix no + can be dialled: set region or international_prefix"
            )
        dialled = prefix + full[1:]
        draft = _step(draft, f"international prefix {prefix}", dialled)
    for index, rule in enumerate(rules.rewrite, 1):
        if found := re.fullmatch(rule.pattern, dialled):
            try:
                dialled = found.expand(rule.replacement)
            except (re.error, IndexError):
                return _refused(draft, f"rewrite rule {index} names a group that its pattern has not")
            draft = _step(draft, f"rewrite rule {index}", dialled)
    emergency = destinations.is_emergency(dialled, region or page_region)  # a rewrite rule may have made it one
    if rules.outside_line_prefix:
        dialled = rules.outside_line_prefix + dialled
        draft = _step(draft, "outside line", dialled)
    if draft.by_hand and rules.after_answer:
        dialled = f"{dialled}{rules.after_answer}{draft.by_hand}"
        draft = replace(_step(draft, "extension after the answer", dialled), by_hand=None)
    verdict, kind = destinations.judge(number, region, rules.destinations)
    if emergency:
        verdict, kind = "ask", "emergency number"
    return _judged(draft, dialled, verdict, kind, confirmed)


def _without(compact: str, rules: DialPlanSettings) -> list[str]:
    """Return the digits, and what they are behind an outside line prefix that the person wrote too."""
    prefix = rules.outside_line_prefix
    return [compact, compact.removeprefix(prefix)] if prefix else [compact]


def _step(draft: Plan, rule: str, number: str) -> Plan:
    return replace(draft, steps=(*draft.steps, Step(rule, number)))


def _refused(draft: Plan, reason: str) -> Plan:
    return replace(draft, refusal=Refusal(Code.NUMBER_NOT_UNDERSTOOD, reason))


def _judged(draft: Plan, dialled: str, verdict: Verdict, kind: str, confirmed: bool) -> Plan:
    if not DIALABLE.fullmatch(dialled):
        return _refused(draft, "what came of it cannot be dialled")
    if verdict == "bar":
        return replace(draft, dialled=dialled, refusal=Refusal(Code.NUMBER_BARRED, f"rule: {kind}"))
    if verdict == "ask" and not confirmed:
        return replace(draft, dialled=dialled, refusal=Refusal(Code.CONFIRMATION_NEEDED, kind))
    return replace(draft, dialled=dialled)
