"""From a number as written to what the PBX is asked to dial, in steps that can be shown. Pure.

    as written → E.164 → own country → outside line → rewrite → dialled

`plan` raises CallError and nothing else, each naming its rule: `number_not_understood`, `number_barred`,
`confirmation_needed`; `settings_invalid` where the plan lacks something. Barred and to be confirmed come as
`PlanRefused`, which has the plan for those who want to show it.
"""

from dataclasses import dataclass, replace
from typing import Final

from companion import numbering
from companion.destinations import Judgement, judge, judge_short
from companion.dialling_patterns import matched
from companion.dialling_rules import DialPlan, Rewrite
from companion.errors import CallError, Code
from companion.language import _
from companion.numbers import Entered, not_understood, read
from companion.understanding import Regions, understand

PAUSE: Final = ",,"
"""Two pauses of about two seconds: time for the other side to answer."""
LONGEST_DIALLED: Final = 64
"""Characters. The longest that makes sense has 15 digits, prefixes and an extension."""
_USUAL_OUTSIDE_LINES: Final = frozenset("09")
_DIALABLE: Final = frozenset("0123456789*#+")


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the number: the rule's name, what the number is after it, and both in a sentence."""

    name: str
    result: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is dialled and how it came about."""

    dialled: str
    """Only 0-9 * # +, and `,` before an extension that the PBX dials."""
    steps: tuple[Step, ...]
    e164: str | None = None
    """None for internal, emergency and short numbers."""
    extension: str | None = None
    """An extension to dial after the answer, where the PBX cannot."""
    note: str | None = None
    """What the person has to do, as a sentence."""


class PlanRefused(CallError):  # noqa: N818 - it is what became of the plan
    """A number that is understood but not dialled: barred, or not yet confirmed."""

    def __init__(self, code: Code, rule: str, refused: Plan) -> None:
        super().__init__(code, rule)
        self.plan = refused


@dataclass(frozen=True, slots=True)
class _Way:
    """A number on its way through the plan."""

    digits: str
    steps: tuple[Step, ...]
    verdict: Judgement
    e164: str | None = None

    def then(self, name: str, digits: str, shown: str, sentence: str) -> "_Way":
        return replace(self, digits=digits, steps=(*self.steps, Step(name, shown, sentence)))


def plan(
    written: str,
    extension: str | None = None,
    *,
    dial_plan: DialPlan,
    region: str | None,
    page_region: str | None = None,
    named_region: str | None = None,
    confirmed: bool = False,
) -> Plan:
    """Plan a call from a PBX in `region`, the user's.

    A number in national form is one of `named_region`, if the person named one for it; else of the user's region; else,
    where that has no such number, of `page_region`. `extension` is what the detector set apart.
    """
    steps: tuple[Step, ...] = (Step("as written", written, _("Written: {number}").format(number=written)),)
    regions = Regions(*(each if numbering.is_region(each) else None for each in (region, page_region, named_region)))
    entered = read(written)
    if entered.letters:
        words = _("Letters as on a telephone's keys: {number}")
        steps += (Step("letters", entered.digits, words.format(number=entered.digits)),)
    way = _short(entered, steps, dial_plan, regions.nearest) or _public(entered, steps, dial_plan, regions)
    return _finished(way, extension or entered.extension, dial_plan, confirmed=confirmed)


def _short(entered: Entered, steps: tuple[Step, ...], rules: DialPlan, region: str | None) -> _Way | None:
    """Emergency, internal and public short numbers: dialled as they are."""
    digits = entered.digits
    if entered.letters:
        return None
    if found := _emergency(digits, rules, region):
        called, digits = found
        way = _Way(digits, steps, _asking_for(called))
        words = _("Emergency number, dialled as it is: {number}")
        return way.then("emergency", digits, digits, words.format(number=digits))
    if digits.startswith("+"):
        return None
    if any(matched(pattern, digits) for pattern in rules.internal_patterns) and not entered.labelled:
        return _internal(digits, steps, rules, region)
    if "*" in digits or "#" in digits:
        raise not_understood(_("codes with * or # are dialled where dial_plan.internal has a pattern for them"))
    short = numbering.short_number(digits, region)
    if short is None or entered.labelled:
        return None
    way = _Way(digits, steps, judge_short(short, rules)).then(
        "short number",
        digits,
        digits,
        _("Short number of {region}: {number}").format(region=region, number=digits),
    )
    return _rewritten(_outside(way, rules), rules, "dialled", region)


def _emergency(digits: str, rules: DialPlan, region: str | None) -> tuple[str, str] | None:
    """Return the emergency number that these digits call, and what is dialled for it: bare, or behind the outside line.

    Written in full, +44 999, it is dialled bare: no network takes it so.
    """
    behind = digits.removeprefix(rules.outside_line_prefix)
    for each in (digits, behind):
        if numbering.is_emergency(each, region):
            return each, digits
    for each in (digits, behind):
        if called := numbering.emergency_number(each, region, rules.international_prefix):
            return called, called
    return None


def _behind_a_usual_line(digits: str, rules: DialPlan, region: str | None) -> str | None:
    """Return the emergency number in 9999 or 0112: the PBX may have an outside line that the settings do not name."""
    may_be = not rules.outside_line_prefix and digits[0] in _USUAL_OUTSIDE_LINES
    return digits[1:] if may_be and numbering.is_emergency(digits[1:], region) else None


def _asking_for(emergency: str) -> Judgement:
    return Judgement("ask", _("{number} is an emergency number").format(number=emergency))


def _internal(digits: str, steps: tuple[Step, ...], rules: DialPlan, region: str | None) -> _Way:
    """Take an internal number. One that no rule names and that may cost money without an outside line is judged."""
    verdict = Judgement("allowed", _("internal number"))
    if rules.internal is None and not rules.outside_line_prefix:
        short = numbering.short_number(digits, region)
        verdict = judge_short(short, rules) if short and short.premium else verdict
        if called := _behind_a_usual_line(digits, rules, region):
            verdict = _asking_for(called)
    way = _Way(digits, steps, verdict)
    way = way.then("internal", digits, digits, _("Internal number: {number}").format(number=digits))
    return _rewritten(way, rules, "dialled", region)


def _public(entered: Entered, steps: tuple[Step, ...], rules: DialPlan, regions: Regions) -> _Way:
    number, how = understand(entered, rules.outside_line_prefix, regions)
    way = _Way(number.e164, steps, judge(number, rules, regions.user), number.e164)
    way = way.then("E.164", number.e164, number.shown, f"{how}: {number.shown}")
    changed = _rewritten(way, rules, "e164", regions.user)
    if changed is not way:
        again = numbering.find(changed.digits, None) if changed.digits.startswith("+") else None
        if again is None:
            return _rewritten(changed, rules, "dialled", regions.user)
        verdict = way.verdict.stricter(judge(again, rules, regions.user))
        number, way = again, replace(changed, verdict=verdict)
    return _rewritten(_outside(_for_the_pbx(way, number, rules, regions.user), rules), rules, "dialled", regions.user)


def _for_the_pbx(way: _Way, number: numbering.PublicNumber, rules: DialPlan, region: str | None) -> _Way:
    """Put the number into the form that is keyed in the user's region."""
    own = numbering.national(number, region, rules.national_prefix) if region else None
    if own and rules.own_country == "national":
        words = _("A number of {region}, in national form: {number}")
        return way.then("own country", own[0], own[1], words.format(region=region, number=own[1]))
    prefix = rules.international_prefix or numbering.international_prefix(region)
    if prefix == "+":
        return replace(way, digits=number.e164)
    shown = f"{prefix} {number.shown.removeprefix('+')}"
    digits = prefix + number.e164.removeprefix("+")
    words = _("With the international prefix {prefix}: {number}")
    return way.then("international", digits, shown, words.format(prefix=prefix, number=shown))


def _outside(way: _Way, rules: DialPlan) -> _Way:
    prefix = rules.outside_line_prefix
    if not prefix:
        return way
    if way.digits.startswith("+"):
        raise CallError(
            Code.SETTINGS_INVALID,
            _("behind an outside line no + can be dialled: set dial_plan.international_prefix, or your region"),
        )
    shown = f"{prefix} {way.steps[-1].result}"
    words = _("With the outside line {prefix}: {number}")
    return way.then("outside line", prefix + way.digits, shown, words.format(prefix=prefix, number=shown))


def _rewritten(way: _Way, rules: DialPlan, on: str, region: str | None) -> _Way:
    """Use the first rewrite rule that matches."""
    for place, rule in enumerate(rules.rewrite, 1):
        if rule.on == on and (found := matched(rule.pattern, way.digits)):
            digits = _replaced(rule, found.groups(default=""), place)
            if _emergency(digits, rules, region) or _behind_a_usual_line(digits, rules, region):
                words = _("rewrite rule {place} makes it {number}, an emergency number")
                way = replace(way, verdict=Judgement("ask", words.format(place=place, number=digits)))
            words = _("Rewrite rule {place} ({pattern}): {number}")
            sentence = words.format(place=place, pattern=rule.pattern, number=digits)
            return way.then(f"rewrite[{place}]", digits, digits, sentence)
    return way


def _replaced(rule: Rewrite, groups: tuple[str, ...], place: int) -> str:
    first, *rest = rule.replacement.split("\\")
    digits = first + "".join(groups[int(each[0]) - 1] + each[1:] for each in rest)
    if not digits or len(digits) > LONGEST_DIALLED or "+" in digits[1:]:
        raise CallError(
            Code.NUMBER_BARRED, _("rewrite rule {place} leaves nothing that can be dialled").format(place=place)
        )
    return digits


def _finished(way: _Way, extension: str | None, rules: DialPlan, *, confirmed: bool) -> Plan:
    dialled, by_hand, note, steps = way.digits, None, None, way.steps
    if extension and not (extension.isascii() and extension.isdigit()):
        raise not_understood(_("the extension has characters other than digits"))
    if extension and rules.extension_dialling == "pause":
        dialled += PAUSE + extension
        words = _("Extension {extension} after a pause: {number}")
        steps += (Step("extension", dialled, words.format(extension=extension, number=dialled)),)
    elif extension:
        by_hand, note = extension, _("When it is answered, dial extension {extension}.").format(extension=extension)
        steps += (Step("extension", extension, note),)
    if len(dialled) > LONGEST_DIALLED or not set(dialled) <= _DIALABLE | {","}:
        raise not_understood(_("it is too long to be dialled"))
    made = Plan(
        dialled,
        (*steps, Step("dialled", dialled, _("Dialled: {number}").format(number=dialled))),
        way.e164,
        by_hand,
        note,
    )
    if way.verdict.verdict == "barred":
        raise PlanRefused(Code.NUMBER_BARRED, way.verdict.rule, made)
    if way.verdict.verdict == "ask" and not confirmed:
        raise PlanRefused(Code.CONFIRMATION_NEEDED, way.verdict.rule, made)
    return made
