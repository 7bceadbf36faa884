"""Which destinations are dialled at once, which after a confirmation, and which never. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from companion.dialling_rules import Destinations, DialPlan, Verdict
from companion.language import N_, _
from companion.numbering import PublicNumber, ShortNumber, is_of

_STRICTNESS: Final[tuple[Verdict, ...]] = ("allowed", "ask", "barred")
_WORDS: Final = {
    "premium": N_("{number} is a premium-rate number: {rule}"),
    "shared_cost": N_("{number} is a shared-cost number: {rule}"),
    "satellite": N_("{number} is a satellite or international network's number: {rule}"),
    "international": N_("{number} is a number of another country: {rule}"),
    "unlisted": N_("{number} is in no range that is known: {rule}"),
    "other": N_("{number} is a public number: {rule}"),
}
_SHORT_WORDS: Final = {
    "premium": N_("{number} is a premium-rate number of {region}: {rule}"),
    "other": N_("{number} is a public number of {region}: {rule}"),
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and the rule behind it, in words."""

    verdict: Verdict
    rule: str

    def stricter(self, other: "Judgement") -> "Judgement":
        """Return the stricter of the two, this one when they are alike."""
        return max(self, other, key=lambda each: _STRICTNESS.index(each.verdict))


def judge(number: PublicNumber, plan: DialPlan, region: str | None) -> Judgement:
    """Judge a public number, as called from `region`: by the longest prefix named, else by the strictest type it has.

    Without a region every number counts as another country's.
    """
    return _strictest(plan, lambda rules, named: _judged(number, rules, region, named))


def _strictest(plan: DialPlan, judged: Callable[[Destinations, Callable[[str], str]], Judgement]) -> Judgement:
    """Judge by the plan's destinations, and by those of the system-wide settings where they are stricter."""
    own = judged(plan.destinations, lambda key: f"dial_plan.destinations.{key}")
    if plan.enforced is None:
        return own
    words = _("dial_plan.destinations.{key} of the system-wide settings")
    return judged(plan.enforced, lambda key: words.format(key=key)).stricter(own)


def _judged(number: PublicNumber, rules: Destinations, region: str | None, named: Callable[[str], str]) -> Judgement:
    prefixes: list[tuple[Verdict, str]] = [
        *(("barred", prefix) for prefix in rules.barred),
        *(("ask", prefix) for prefix in rules.ask),
        *(("allowed", prefix) for prefix in rules.allowed),
    ]
    fitting = [(verdict, prefix) for verdict, prefix in prefixes if number.e164.startswith(prefix)]
    if fitting:
        # The strictest stand first, and max keeps the first of several.
        verdict, prefix = max(fitting, key=lambda each: len(each[1]))
        words = _("{number} begins with {prefix}, which {rule} names")
        rule = named(verdict)
        return Judgement(verdict, words.format(number=number.shown, prefix=prefix, rule=rule))
    kinds = [
        number.kind if number.valid else "unlisted",
        *(["international"] if region is None or not is_of(number, region) else []),
    ]
    judgements = [
        Judgement(getattr(rules, kind), _(_WORDS[kind]).format(number=number.shown, rule=named(kind))) for kind in kinds
    ]
    judgement = judgements[0]
    for other in judgements[1:]:
        judgement = judgement.stricter(other)
    return judgement


def judge_short(number: ShortNumber, plan: DialPlan) -> Judgement:
    """Judge a public short number."""
    kind = "premium" if number.premium else "other"

    def judged(rules: Destinations, named: Callable[[str], str]) -> Judgement:
        shown = _(_SHORT_WORDS[kind]).format(number=number.digits, region=number.region, rule=named(kind))
        return Judgement(getattr(rules, kind), shown)

    return _strictest(plan, judged)
