"""The [dial_plan] table of the settings: how numbers become what the PBX is asked to dial. Pure.

Each field's description says what is allowed; it is what an error shows. Everything has a default that just works.
"""

from collections import Counter
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from companion.dialling_conflicts import UNIVERSE, never_matching
from companion.dialling_patterns import LONGEST_PATTERN, read_pattern

_BEHIND: Final = "[0-9*#]{1,40}"
Verdict = Literal["allowed", "ask", "barred"]
_VERDICTS: Final = '"allowed", "ask" or "barred"'

INTERNAL: Final = ("[0-9]{2,5}",)
"""Internal numbers where the settings name none: the lengths a PBX of this family gives to its extensions."""


def _pattern(text: str) -> str:
    try:
        read_pattern(text)
    except ValueError as error:
        raise PydanticCustomError("pattern", "{why}", {"why": str(error)}) from None
    return text


Pattern = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_PATTERN, strict=True), AfterValidator(_pattern)
]
Prefix = Annotated[str, StringConstraints(pattern=r"^[0-9*#]{0,12}$", strict=True)]
InternationalPrefix = Annotated[str, StringConstraints(pattern=r"^(?:\+|[0-9*#]{1,12})$", strict=True)]
E164Prefix = Annotated[str, StringConstraints(pattern=r"^\+[1-9][0-9]{0,14}$", strict=True)]


class _Table(BaseModel):
    """A table of the file; a key that is not known is an error, a value is not changed into another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Rewrite(_Table):
    """A rule for whole numbers. The first that matches is used, each kind of rule at most once."""

    pattern: Annotated[
        Pattern,
        Field(description=r"a regular expression for the whole number: digits \* # \+ . \d [ ] ( ) | ? * + { }"),
    ]
    replacement: Annotated[
        str,
        Field(max_length=64, pattern=r"^(?:[0-9*#+]|\\[1-9])*$", description="digits, * # + and \\1 to \\9"),
    ]
    on: Annotated[
        Literal["e164", "dialled"],
        Field(description='"e164" (the number as +442079460958) or "dialled" (what the PBX would be asked to dial)'),
    ] = "dialled"
    """What the pattern is compared with."""

    @model_validator(mode="after")
    def _groups_are_there(self) -> Self:
        groups = read_pattern(self.pattern).groups
        asked = max((int(digit) for digit in self.replacement.split("\\")[1:] for digit in digit[:1]), default=0)
        if asked > groups:
            raise PydanticCustomError(
                "group",
                "replacement asks for \\{asked}, but pattern has {groups} groups",
                {"asked": asked, "groups": groups},
            )
        return self


class Destinations(_Table):
    """What is dialled at once, after a confirmation, or never. The longest prefix decides, then the strictest type."""

    premium: Annotated[Verdict, Field(description=_VERDICTS)] = "ask"
    """Numbers that cost more."""
    shared_cost: Annotated[Verdict, Field(description=_VERDICTS)] = "allowed"
    """Numbers whose cost caller and called share."""
    satellite: Annotated[Verdict, Field(description=_VERDICTS)] = "ask"
    """Satellite telephones."""
    international: Annotated[Verdict, Field(description=_VERDICTS)] = "allowed"
    """Other countries than the own."""
    unlisted: Annotated[Verdict, Field(description=_VERDICTS)] = "allowed"
    """Of a length that exists, in no range that is known: numbering plans change faster than programs."""
    other: Annotated[Verdict, Field(description=_VERDICTS)] = "allowed"
    """Everything else."""
    allowed: Annotated[list[E164Prefix], Field(max_length=500, description='prefixes such as "+4420"')] = []
    """These are dialled at once."""
    ask: Annotated[list[E164Prefix], Field(max_length=500, description='prefixes such as "+7"')] = []
    """These after a confirmation."""
    barred: Annotated[list[E164Prefix], Field(max_length=500, description='prefixes such as "+882"')] = []
    """These never."""


class DialPlan(_Table):
    """How a number becomes what the PBX is asked to dial."""

    outside_line_prefix: Annotated[Prefix, Field(description='digits, * and #, such as "9"')] = ""
    """Dialled in front of every outside number."""
    international_prefix: Annotated[
        InternationalPrefix | None, Field(description='such as "00", "011" or "+"; left out, the region\'s own')
    ] = None
    """Stands for the plus of numbers abroad."""
    national_prefix: Annotated[
        Prefix | None, Field(description='such as "0"; "" for none; left out, the region\'s own')
    ] = None
    """Stands in front of numbers of the own country."""
    own_country: Annotated[Literal["national", "international"], Field(description='"national" or "international"')] = (
        "national"
    )
    """How numbers of the own country are dialled."""
    internal: Annotated[
        list[Pattern] | None,
        Field(max_length=100, description="regular expressions for whole internal numbers; left out, 2 to 5 digits"),
    ] = None
    """Numbers inside the PBX, dialled as they are."""
    extension_dialling: Annotated[
        Literal["note", "pause"],
        Field(description='"note" (shown to you) or "pause" (dialled after ",,", where the PBX can)'),
    ] = "note"
    """What becomes of the extension behind an outside number."""
    rewrite: Annotated[list[Rewrite], Field(max_length=200, description="tables with pattern, replacement and on")] = []
    destinations: Annotated[Destinations, Field(description="a table")] = Destinations()
    enforced: Annotated[Destinations | None, Field(description="filled in from the system-wide settings")] = None
    """Destinations of the system-wide settings: judged beside the user's, and the stricter verdict holds."""

    @model_validator(mode="after")
    def _no_conflicts(self) -> Self:
        if found := problems(self):
            raise PydanticCustomError("conflict", "{why}", {"why": "; ".join(found[:5])})
        return self

    @property
    def internal_patterns(self) -> tuple[str, ...]:
        """The patterns in force."""
        return INTERNAL if self.internal is None else tuple(self.internal)


def problems(plan: DialPlan) -> list[str]:
    """Name the rules that conflict or can never match, each with its key as in the settings file."""
    lists = plan.destinations
    found = [
        f"destinations: {prefix} is in {one} and in {other}"
        for one, other in (("allowed", "ask"), ("allowed", "barred"), ("ask", "barred"))
        for prefix in getattr(lists, one)
        if prefix in getattr(lists, other)
    ]
    found += [
        f"destinations.{name}: {prefix} stands there twice"
        for name in ("allowed", "ask", "barred")
        for prefix, times in Counter(getattr(lists, name)).items()
        if times > 1
    ]
    for on in ("e164", "dialled"):
        places = [place for place, rule in enumerate(plan.rewrite, 1) if rule.on == on]
        patterns = [plan.rewrite[place - 1].pattern for place in places]
        found += never_matching(patterns, _shown(plan, on), [f"rewrite[{place}].pattern" for place in places])
    if plan.internal is not None:
        found += never_matching(
            plan.internal, [UNIVERSE["internal"]], [f"internal[{place}]" for place in range(1, len(plan.internal) + 1)]
        )
    if plan.own_country == "international" and plan.national_prefix is not None:
        found.append('national_prefix is never used while own_country is "international"')
    if plan.outside_line_prefix and plan.international_prefix == "+":
        found.append('outside_line_prefix conflicts with international_prefix "+": behind digits no + can be dialled')
    return found


def _shown(plan: DialPlan, on: str) -> list[str]:
    """Return patterns of the numbers that rules of this kind are ever shown."""
    prefix = plan.outside_line_prefix
    if on == "e164" or not prefix or any(rule.on == "e164" for rule in plan.rewrite):
        return [UNIVERSE[on]]
    # Behind an outside line everything begins with it, but for internal numbers
    return ["".join(f"\\{each}" if each in "*#" else each for each in prefix) + _BEHIND, *plan.internal_patterns]
