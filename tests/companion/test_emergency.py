"""Emergency numbers of every region: always asked for, never barred, however they are written."""

import re
from typing import Any

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion import numbering
from companion.dial_plan import DialPlan, Plan, PlanRefused, plan
from companion.dialling_rules import Destinations, Rewrite
from companion.errors import CallError, Code

EVERYTHING_BARRED = Destinations(
    premium="barred",
    shared_cost="barred",
    satellite="barred",
    international="barred",
    unlisted="barred",
    other="barred",
    barred=[f"+{digit}" for digit in range(1, 10)],
)
USUAL = [f"{number:03}" for number in range(1000)] + ["1122", "1010"]


def numbers_of(region: str) -> list[str]:
    """The region's emergency numbers by its numbering plan; 112 everywhere."""
    known = phonenumbers.PhoneMetadata.short_metadata_for_region(region)
    pattern = known.emergency.national_number_pattern if known and known.emergency else None
    found = [number for number in USUAL if re.fullmatch(pattern, number)] if pattern else ["911", "999", "000"]
    return sorted({*found, "112"})


REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
ALL = [(region, number) for region in REGIONS for number in numbers_of(region)]


def outcome(written: str, region: str | None, **more: Any) -> CallError | Plan:
    try:
        return plan(written, dial_plan=DialPlan(**more), region=region)
    except CallError as error:
        return error


def asks(written: str, region: str | None, **more: Any) -> str:
    """Claim that this asks for an emergency; returns what is dialled once it is confirmed."""
    refused = outcome(written, region, **more)
    assert isinstance(refused, PlanRefused), (written, region, refused)
    assert refused.code is Code.CONFIRMATION_NEEDED
    assert "emergency" in (refused.detail or "")
    confirmed = plan(written, dial_plan=DialPlan(**more), region=region, confirmed=True)
    assert confirmed.dialled == refused.plan.dialled
    return confirmed.dialled


def test_all_regions_have_some() -> None:
    assert len(ALL) > len(REGIONS) > 240


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"destinations": EVERYTHING_BARRED},
        {"outside_line_prefix": "9", "destinations": EVERYTHING_BARRED},
        {"internal": [r"\d{1,20}"], "international_prefix": "00", "own_country": "international"},
        {"rewrite": [Rewrite(pattern=".*", replacement="55"), Rewrite(pattern=".*", replacement="+4955", on="e164")]},
    ],
    ids=["plain", "everything barred", "outside line", "internal", "rewritten"],
)
def test_each_of_every_region_asks_and_is_dialled_as_it_is(more: dict[str, Any]) -> None:
    for region, number in ALL:
        for written in (number, "-".join(number), f"tel:{number}", f"Call: {number}"):
            assert asks(written, region, **more) == number, (region, written)


def test_each_of_every_region_in_international_form_asks_and_is_dialled_bare() -> None:
    for region, number in ALL:
        country = phonenumbers.country_code_for_region(region)
        prefix = numbering.international_prefix(region)
        for written in (f"+{country} {number}", f"00{country}{number}", f"{prefix}{country} {number}"):
            assert asks(written, region, outside_line_prefix="8", destinations=EVERYTHING_BARRED) == number, written


def test_behind_the_outside_line_it_is_dialled_with_it() -> None:
    for region, number in ALL:
        if not numbering.is_emergency(f"8{number}", region):
            assert asks(f"8 {number}", region, outside_line_prefix="8", destinations=EVERYTHING_BARRED) == f"8{number}"


@pytest.mark.parametrize("written", ["9 999", "0999"])
def test_behind_an_outside_line_that_nobody_told_of_it_asks_too(written: str) -> None:
    """The PBX strips a 9 or 0 whether the settings say so or not."""
    assert asks(written, "GB") == written.replace(" ", "")


@pytest.mark.parametrize(
    ("rule", "written", "outside"),
    [
        (Rewrite(pattern="55", replacement="999"), "55", ""),
        (Rewrite(pattern="55", replacement="999"), "55", "9"),
        (Rewrite(pattern="55", replacement="9999"), "55", ""),
        (Rewrite(pattern="55", replacement="9999"), "55", "9"),
        (Rewrite(pattern="55", replacement="0044999"), "55", ""),
        (Rewrite(pattern=r"020(\d)\d+", replacement=r"9\1\1"), "020 9946 0958", ""),
        (Rewrite(pattern=r"9020\d+", replacement="9999"), "020 7946 0958", "9"),
        (Rewrite(pattern=r"\+4420\d+", replacement="+44999", on="e164"), "020 7946 0958", "9"),
        (Rewrite(pattern=r"\+4420\d+", replacement="112", on="e164"), "020 7946 0958", ""),
        (Rewrite(pattern=r"\+4420\d+", replacement="0044112", on="e164"), "020 7946 0958", ""),
    ],
)
def test_what_a_rule_turns_into_one_asks_and_is_not_barred(rule: Rewrite, written: str, outside: str) -> None:
    asks(written, "GB", destinations=EVERYTHING_BARRED, outside_line_prefix=outside, rewrite=[rule])


def test_two_of_them_are_not_put_together() -> None:
    for written in ("911 or 112", "110/112", "911 oder 112"):
        for region in ("US", "DE", "GB", None):
            found = outcome(written, region)
            assert isinstance(found, CallError), (written, region, found)
            assert found.code in {Code.NUMBER_NOT_UNDERSTOOD, Code.CONFIRMATION_NEEDED}


DIGITS = st.text("0123456789*#", min_size=1, max_size=6)


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(ALL),
    st.lists(st.builds(lambda text: Rewrite(pattern=".*", replacement=text), DIGITS), max_size=1),
    st.sampled_from(["", "0", "9", "00", "*9"]),
    st.sampled_from(["", " ", "-", ".", "(", "\u200b", "\xa0"]),
    st.sampled_from([None, 12]),
)
def test_no_rule_and_no_way_of_writing_lets_one_through_or_bars_it(
    known: tuple[str, str], rules: list[Rewrite], outside: str, between: str, extension: int | None
) -> None:
    region, number = known
    written = between.join(number) + (f" ext {extension}" if extension else "")
    found = outcome(
        written, region, rewrite=rules, outside_line_prefix=outside, destinations=EVERYTHING_BARRED, internal=[r"\d+"]
    )
    assert isinstance(found, PlanRefused), found
    assert found.code is Code.CONFIRMATION_NEEDED
    assert found.plan.dialled == number
