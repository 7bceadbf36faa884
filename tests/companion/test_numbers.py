"""Numbers as people and links write them."""

import sys
from contextlib import suppress
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.errors import CallError, Code
from companion.numbers import read


@pytest.mark.parametrize(
    ("written", "digits", "extension"),
    [
        ("020 7946 0958", "02079460958", None),
        ("+44 (0)20 7946\u20110958", "+4402079460958", None),
        ("020\u00a07946\u202f0958", "02079460958", None),
        ("\u202a020 79\u00ad46 0958\u200b", "02079460958", None),
        ("٠٢٠ ٧٩٤٦ ٠٩٥٨", "02079460958", None),
        ("०२० ७९४६ ०९५८", "02079460958", None),
        ("\uff0b\uff14\uff14 \uff12\uff10 7946 0958", "+442079460958", None),
        ("020.7946.0958", "02079460958", None),
        ("03ー1234ー5678", "0312345678", None),
        ("Tel.: 020 7946 0958.", "02079460958", None),
        ("<tel:+44-20-7946-0958>", "+442079460958", None),
        ("tel:+44%2020%207946%200958;ext=55", "+442079460958", "55"),
        ("tel:7946-0958;phone-context=+44-20", "+442079460958", None),
        ("callto://+442079460958", "+442079460958", None),
        ("sip:+442079460958@pbx.example;transport=udp", "+442079460958", None),
        ("sip:101@192.168.1.10", "101", None),
        ("020 7946 0958 ext. 55", "02079460958", "55"),
        ("020 7946 0958 x123", "02079460958", "123"),
        ("020 7946 0958x123", "02079460958", "123"),
        ("020 7946 0958 (ext 55)", "02079460958", "55"),
        ("020 7946 0958,,12", "02079460958", "12"),
        ("020 7946 0958 #12", "02079460958", "12"),
        ("030 901820 Durchwahl 12", "030901820", "12"),
        ("8 495 123-45-67 доб. 12", "84951234567", "12"),
        ("03-1234-5678 内線12", "0312345678", "12"),
        ("ext. 101", "101", None),
        ("*61", "*61", None),
        ("1-800-FLOWERS", "18003569377", None),
    ],
)
def test_a_number_is_read_whatever_its_writing(written: str, digits: str, extension: str | None) -> None:
    found = read(written)
    assert (found.digits, found.extension) == (digits, extension)


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "hello",
        "tel:",
        "tel:%ff%fe",
        "sip:anna@pbx",
        "020 7946 0958²",
        "020+7946",
        "a" * 129,
        "1" * 40,
        "10:30",
    ],
)
def test_what_is_no_number_says_why(written: str) -> None:
    with pytest.raises(CallError) as refused:
        read(written)
    assert refused.value.code is Code.NUMBER_NOT_UNDERSTOOD
    assert refused.value.detail


@settings(max_examples=1000, deadline=200)
@given(st.text(max_size=128))
def test_reading_ends_soon_and_gives_digits_or_a_reason(written: str) -> None:
    try:
        found = read(written)
    except CallError:
        return
    assert set(found.digits) <= set("0123456789*#+")


@pytest.mark.parametrize("piece", [" ", "1", "x", "x1", ", ", "1 ", "(", ";ext=", "a ", "-1"])
@settings(deadline=200, max_examples=5)
@given(tail=st.sampled_from(["", "!", "1", "x"]))
def test_no_repetition_makes_reading_slow(piece: str, tail: str) -> None:
    with suppress(CallError):  # hypothesis's deadline is what is tested
        read((piece * 128)[:127] + tail)


def test_reading_does_not_load_the_numbering_plans() -> None:
    """The host greets before it knows anything about numbers."""
    code = "import companion.dial_plan, sys; print(any(n.startswith('phonenumbers') for n in sys.modules))"
    assert run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
