"""The dial plan: what the PBX is asked to dial, in many countries, and what it is never asked."""

import re
from typing import Any
from urllib.parse import parse_qsl

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from companion.dial_plan import DialPlan, Plan, PlanRefused, plan
from companion.dialling_rules import Destinations, Rewrite, problems
from companion.errors import CallError, Code
from companion.pbx import MakeCall
from companion.pbx.pbxapi import make_call_query
from companion.secret import Secret


def made(written: str, region: str | None = "GB", extension: str | None = None, **more: Any) -> Plan:
    where = {name: more.pop(name) for name in ("page_region", "named_region", "confirmed") if name in more}
    return plan(written, extension, dial_plan=DialPlan(**more), region=region, **where)


def refusal(written: str, region: str | None = "GB", **more: Any) -> CallError:
    with pytest.raises(CallError) as refused:
        made(written, region, **more)
    return refused.value


@pytest.mark.parametrize(
    ("region", "written", "dialled"),
    [
        ("GB", "020 7946 0958", "02079460958"),
        ("GB", "+44 (0)20 7946 0958", "02079460958"),
        ("GB", "0044 20 7946 0958", "02079460958"),
        ("GB", "07700 900123", "07700900123"),
        ("GB", "+33 1 42 68 53 00", "0033142685300"),
        ("DE", "030 901820", "030901820"),
        ("DE", "+49 (0) 30 / 90 18 20", "030901820"),
        ("DE", "+43 1 531150", "00431531150"),
        ("US", "(202) 456-1414", "12024561414"),
        ("US", "+1 613 992 4211", "16139924211"),
        ("US", "+44 20 7946 0958", "011442079460958"),
        ("US", "1-800-FLOWERS", "18003569377"),
        ("US", "1-800-MATTRESS", "18006288737"),
        ("FR", "01 42 68 53 00", "0142685300"),
        ("IT", "06 6982 1234", "0669821234"),
        ("IT", "+39 06 6982 1234", "0669821234"),
        ("IT", "+39 (0)335 123 4567", "3351234567"),
        ("ES", "912 345 678", "912345678"),
        ("RU", "+7 495 123-45-67", "84951234567"),
        ("RU", "8 (495) 123-45-67", "84951234567"),
        ("RU", "+49 30 901820", "8104930901820"),
        ("AU", "(02) 9374 4000", "0293744000"),
        ("AU", "1300 975 707", "1300975707"),
        ("AU", "+44 20 7946 0958", "0011442079460958"),
        ("JP", "03-1234-5678", "0312345678"),
        ("JP", "+1 202 456 1414", "01012024561414"),
        ("BR", "(11) 99999-8888", "11999998888"),
        ("BR", "+1 202 456 1414", "+12024561414"),
        ("AR", "+54 9 11 2345-6789", "0111523456789"),
        ("MX", "55 1234 5678", "5512345678"),
        ("IN", "98765 43210", "09876543210"),
        ("CN", "010 6552 9988", "01065529988"),
        ("HU", "+36 1 441 4000", "0614414000"),
        ("SG", "6345 6789", "63456789"),
        (None, "+44 20 7946 0958", "+442079460958"),
        (None, "00 44 20 7946 0958", "+442079460958"),
        ("DE", "116117", "116117"),
        ("GB", "101", "101"),
    ],
)
def test_numbers_are_dialled_as_their_region_keys_them(region: str | None, written: str, dialled: str) -> None:
    assert made(written, region).dialled == dialled


@pytest.mark.parametrize("region", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_every_region_reads_back_its_own_national_form(region: str) -> None:
    """Whatever is keyed for a number of one's own country is that number, by the region's own rules."""
    number = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.FIXED_LINE)
    number = number or phonenumbers.example_number(region)
    assert number is not None
    full = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    keyed = made(full, region, confirmed=True)
    assert keyed.e164 == full
    read_back = phonenumbers.parse(keyed.dialled, region)
    assert phonenumbers.format_number(read_back, phonenumbers.PhoneNumberFormat.E164) == full


@pytest.mark.parametrize(
    ("more", "written", "dialled"),
    [
        ({"outside_line_prefix": "9"}, "+44 20 7946 0958", "902079460958"),
        ({"outside_line_prefix": "9"}, "9 020 7946 0958", "902079460958"),
        ({"outside_line_prefix": "9"}, "+33 1 42 68 53 00", "90033142685300"),
        ({"outside_line_prefix": "9"}, "101", "101"),
        ({"own_country": "international"}, "020 7946 0958", "00442079460958"),
        ({"international_prefix": "+"}, "+33 1 42 68 53 00", "+33142685300"),
        ({"international_prefix": "000"}, "+33 1 42 68 53 00", "00033142685300"),
        ({"national_prefix": ""}, "020 7946 0958", "2079460958"),
        ({"national_prefix": "8"}, "020 7946 0958", "82079460958"),
        ({"internal": [r"\*\d{2}"]}, "*61", "*61"),
        ({"rewrite": [Rewrite(pattern=r"0(\d+)", replacement=r"7#\1")]}, "020 7946 0958", "7#2079460958"),
        ({"rewrite": [Rewrite(pattern=r"\+44(\d+)", replacement=r"\1", on="e164")]}, "020 7946 0958", "2079460958"),
        (
            {
                "rewrite": [Rewrite(pattern=r"\+44\d+", replacement="+33142685300", on="e164")],
                "outside_line_prefix": "9",
            },
            "020 7946 0958",
            "90033142685300",
        ),
    ],
)
def test_each_option_of_the_plan_shapes_what_is_dialled(more: dict[str, Any], written: str, dialled: str) -> None:
    assert made(written, **more).dialled == dialled


def test_the_first_rule_that_matches_is_the_only_one() -> None:
    rules = [Rewrite(pattern="020.*", replacement="1111"), Rewrite(pattern=r"1111|0\d+", replacement="2222")]
    assert made("020 7946 0958", rewrite=rules).dialled == "1111"


def test_the_steps_lead_from_what_was_written_to_what_is_dialled() -> None:
    steps = made("+44 20 7946 0958", outside_line_prefix="9").steps
    assert [(step.name, step.result) for step in steps] == [
        ("as written", "+44 20 7946 0958"),
        ("E.164", "+44 20 7946 0958"),
        ("own country", "020 7946 0958"),
        ("outside line", "9 020 7946 0958"),
        ("dialled", "902079460958"),
    ]


def test_the_users_region_beats_the_pages_and_the_named_one_beats_both() -> None:
    assert made("030 901820", "DE", page_region="GB").e164 == "+4930901820"
    assert made("(202) 456-1414", "GB", page_region="US").dialled == "0012024561414"
    assert made("(202) 456-1414", None, page_region="US").dialled == "+12024561414"
    assert made("030 901820", "GB", named_region="DE").dialled == "004930901820"


def test_an_extension_is_shown_or_dialled_after_a_pause() -> None:
    shown = made("020 7946 0958 ext. 55")
    assert (shown.dialled, shown.extension) == ("02079460958", "55")
    assert shown.note is not None
    assert "55" in shown.note
    paused = made("020 7946 0958", extension="55", extension_dialling="pause")
    assert (paused.dialled, paused.extension, paused.note) == ("02079460958,,55", None, None)


@pytest.mark.parametrize(
    ("written", "region", "more", "code", "words"),
    [
        ("0906 123 4567", "GB", {}, Code.CONFIRMATION_NEEDED, "premium"),
        ("+882 16 12345678", "GB", {}, Code.CONFIRMATION_NEEDED, "satellite"),
        ("0906 123 4567", "GB", {"destinations": {"premium": "barred"}}, Code.NUMBER_BARRED, "premium"),
        ("0180 5 123456", "DE", {"destinations": {"shared_cost": "ask"}}, Code.CONFIRMATION_NEEDED, "shared-cost"),
        ("+33 1 42 68 53 00", "GB", {"destinations": {"international": "ask"}}, Code.CONFIRMATION_NEEDED, "another"),
        ("+33 1 42 68 53 00", "GB", {"destinations": {"barred": ["+33"]}}, Code.NUMBER_BARRED, "+33"),
        ("10 00", "FR", {}, Code.CONFIRMATION_NEEDED, "premium"),
    ],
)
def test_destinations_are_refused_by_a_rule_that_is_named(
    written: str, region: str, more: dict[str, Any], code: Code, words: str
) -> None:
    refused = refusal(written, region, **more)
    assert refused.code is code
    assert isinstance(refused, PlanRefused)
    assert words in (refused.detail or "")
    assert refused.plan.dialled
    if code is Code.CONFIRMATION_NEEDED:
        assert made(written, region, confirmed=True, **more).dialled == refused.plan.dialled
    else:
        assert refusal(written, region, confirmed=True, **more).code is Code.NUMBER_BARRED


def test_the_longest_prefix_decides_over_types_and_shorter_ones() -> None:
    rules = {"international": "barred", "barred": ["+33"], "allowed": ["+331"]}
    assert made("+33 1 42 68 53 00", destinations=rules).dialled == "0033142685300"
    assert refusal("+33 4 42 68 53 00", destinations=rules).code is Code.NUMBER_BARRED


@pytest.mark.parametrize(
    ("written", "region"),
    [("999", "GB"), ("112", "GB"), ("911", "US"), ("110", "DE"), ("000", "AU"), ("112", None), ("112", "JP")],
)
@pytest.mark.parametrize("more", [{}, {"outside_line_prefix": "0"}, {"destinations": {"other": "barred"}}])
def test_emergency_numbers_always_ask_and_are_never_barred(
    written: str, region: str | None, more: dict[str, Any]
) -> None:
    refused = refusal(written, region, **more, internal=[r"\d{3}"])
    assert refused.code is Code.CONFIRMATION_NEEDED
    assert "emergency" in (refused.detail or "")
    assert made(written, region, confirmed=True, **more).dialled == written


def test_an_emergency_number_behind_the_outside_line_or_made_by_a_rule_asks_too() -> None:
    assert "emergency" in (refusal("0112", "DE", outside_line_prefix="0").detail or "")
    rules = [Rewrite(pattern="55", replacement="112")]
    assert "emergency" in (refusal("55", "DE", rewrite=rules).detail or "")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("hello", "digits"),
        ("12/03/2024", "date"),
        ("2026-11-24", "date"),
        ("020 7946 0958 / 020 7946 0959", "several"),
        ("020 7946 0958²", "²"),
        ("+44 20 7946", "no number"),
        ("+999 1234567", "no number"),
        ("Room 101", "no number"),
        ("*21*0906123#", "codes"),
        ("sip:anna@pbx.example", "digits"),
        ("1" * 129, "longer"),
        ("020 7946 0958 & to=0906", "'&'"),
    ],
)
def test_what_is_no_number_is_refused_with_the_reason(written: str, words: str) -> None:
    refused = refusal(written)
    assert refused.code is Code.NUMBER_NOT_UNDERSTOOD
    assert words in (refused.detail or "")


def test_a_national_number_of_no_known_region_says_what_to_do() -> None:
    assert "set your region" in (refusal("020 7946 0958", None).detail or "")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"rewrite": [{"pattern": r"(\d+)+", "replacement": "9"}]}, "may not be repeated"),
        ({"rewrite": [{"pattern": r"\d++", "replacement": "9"}]}, "repetition of a repetition"),
        ({"rewrite": [{"pattern": r"(?=1)1", "replacement": "9"}]}, "only ( )"),
        ({"rewrite": [{"pattern": "1", "replacement": r"\1"}]}, "0 groups"),
        ({"rewrite": [{"pattern": "1", "replacement": "a"}]}, "replacement"),
        ({"rewrite": [{"pattern": ".*.*.*.*.*", "replacement": "9"}]}, "too many"),
        ({"rewrite": [{"pattern": "0.*", "replacement": "9"}, {"pattern": "00.*", "replacement": "8"}]}, "rewrite[2]"),
        ({"rewrite": [{"pattern": "020", "replacement": "9", "on": "e164"}]}, "can never match"),
        ({"internal": ["1[0-9]{2}", "12[0-9]"]}, "internal[2]"),
        ({"internal": ["abc"]}, "'a'"),
        ({"destinations": {"ask": ["+7"], "barred": ["+7"]}}, "+7"),
        ({"outside_line_prefix": "9", "international_prefix": "+"}, "outside_line_prefix"),
        ({"own_country": "international", "national_prefix": "0"}, "national_prefix"),
        ({"outside_line": "9"}, "outside_line"),
        ({"destinations": {"ask": ["+7", "+7"]}}, "twice"),
        ({"outside_line_prefix": "9", "rewrite": [{"pattern": r"0\d{6,}", "replacement": "1"}]}, "can never match"),
        ({"outside_line_prefix": "*9", "rewrite": [{"pattern": r"9\d{6,}", "replacement": "1"}]}, "can never match"),
    ],
)
def test_rules_that_conflict_or_never_match_are_reported(more: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError) as found:
        DialPlan.model_validate(more)
    assert words in str(found.value)


@pytest.mark.parametrize(
    "more",
    [
        {"outside_line_prefix": "9", "rewrite": [{"pattern": r"90\d{6,}", "replacement": "1"}]},
        {"outside_line_prefix": "*9", "rewrite": [{"pattern": r"\*90\d{6,}", "replacement": "1"}]},
        {"outside_line_prefix": "9", "internal": ["7.."], "rewrite": [{"pattern": "7(..)", "replacement": r"8\1"}]},
    ],
)
def test_rules_for_what_is_dialled_behind_an_outside_line_are_accepted(more: dict[str, Any]) -> None:
    assert problems(DialPlan.model_validate(more)) == []


def test_rules_that_overlap_but_each_have_numbers_of_their_own_are_accepted() -> None:
    rules = [Rewrite(pattern=r"00(\d+)", replacement=r"011\1"), Rewrite(pattern=r"0(\d+)", replacement=r"1\1")]
    assert problems(DialPlan(rewrite=rules, internal=[r"[2-7]\d{2}", r"\*\d{2}", r"8\d{2,3}"])) == []


VERDICTS = st.sampled_from(["allowed", "ask", "barred"])
PLANS = st.builds(
    DialPlan,
    outside_line_prefix=st.sampled_from(["", "0", "9", "*9", "00"]),
    international_prefix=st.sampled_from([None, "00", "011"]),
    national_prefix=st.sampled_from([None, "", "0", "1"]),
    extension_dialling=st.sampled_from(["note", "pause"]),
    internal=st.sampled_from([None, [], [r"\d{3}", r"\*\d{2}"], ["[0-9*#]{1,20}"]]),
    rewrite=st.sampled_from([[], [Rewrite(pattern=r"(.*)", replacement=r"#\1*\1")]]),
    destinations=st.builds(Destinations, premium=VERDICTS, international=VERDICTS, other=VERDICTS),
)
PIECES = st.one_of(
    st.sampled_from(["+", "44", "20", "7946", "0958", "112", "00", "800", "FLOWERS", "(0)", "x12", "ext", "доб."]),
    st.sampled_from(["tel:", "sip:", "%2B", "%26to=", "&", "=", "#", ";ext=", ",", "-", "/", "*", "@", "?", "%", " "]),
    st.sampled_from(["٠١٢", "é", "\n", "\x00", "\u202a", "\uff19", "\ud800"]),
)
WRITTEN = st.one_of(st.text(max_size=140), st.lists(PIECES, max_size=14).map("".join))


WHERE = st.fixed_dictionaries(
    {"region": st.sampled_from([None, "GB", "US", "IT", "RU", "BR", "ZZ"])},
    optional={
        "page_region": st.sampled_from([None, "DE", "001"]),
        "named_region": st.sampled_from(["FR", ""]),
        "confirmed": st.booleans(),
    },
)


def planned(written: str, extension: str | None, rules: DialPlan, where: dict[str, Any]) -> Plan | CallError:
    try:
        return plan(written, extension, dial_plan=rules, **where)
    except PlanRefused as refused:
        return refused.plan
    except CallError as error:
        return error


@settings(max_examples=1500, deadline=None)
@given(WRITTEN, st.one_of(st.none(), st.text(max_size=22)), PLANS, WHERE)
def test_a_plan_holds_nothing_but_dialable_characters_and_raises_nothing_but_ours(
    written: str, extension: str | None, rules: DialPlan, where: dict[str, Any]
) -> None:
    """So nothing in a number can reach another parameter of the PBX's query."""
    found = planned(written, extension, rules, where)
    if isinstance(found, CallError):
        assert found.code in {Code.NUMBER_NOT_UNDERSTOOD, Code.NUMBER_BARRED, Code.SETTINGS_INVALID}
        assert found.detail
        return
    assert re.fullmatch(r"\+?[0-9*#]{1,64}(,,[0-9]{1,20})?", found.dialled)
    assert len(found.dialled) <= 64
    assert ("," in found.dialled) <= (rules.extension_dialling == "pause")
    query = make_call_query(MakeCall(found.dialled), extension="100", pin=Secret("1&to=2"))
    assert parse_qsl(query) == [("func", "make_call"), ("from", "100"), ("to", found.dialled), ("pin", "1&to=2")]


@pytest.mark.parametrize(
    ("region", "written", "dialled"),
    [
        ("GB", "0900 123456", "0900123456"),
        ("GB", "+44 900 123456", "0900123456"),
        ("NZ", "09 123 4567", "091234567"),
        ("AE", "+971 81 685 8783", "0816858783"),
        ("BR", "+55 18 4355 2146 5", "18435521465"),
    ],
)
def test_an_unlisted_number_keeps_the_trunk_prefix_its_country_dials(region: str, written: str, dialled: str) -> None:
    """A number in no known range is dialled with the 0 that its neighbours are dialled with, however it was written."""
    assert made(written, region).dialled == dialled


def test_another_trunk_prefix_also_stands_before_unlisted_numbers() -> None:
    """`national_prefix` replaces the region's own for these too."""
    assert made("0900 123456", "GB", national_prefix="7").dialled == "7900123456"
