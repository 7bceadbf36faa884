"""Commands of the classic API as query strings."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.pbx import MakeCall, SetExtension
from companion.pbx.pbxapi import make_call_query, upd_ext_query
from companion.secret import Secret

BOTH = ("ext_num", "extnum")


def test_make_call_is_written_as_documented() -> None:
    assert (
        make_call_query(MakeCall("0301234567"), extension="100", pin=Secret("1234"))
        == "func=make_call&from=100&to=0301234567&pin=1234"
    )


@pytest.mark.parametrize(
    ("pin", "written"),
    [
        ("a&b", "a%26b"),
        ("a+b", "a%2Bb"),
        ("100%", "100%25"),
        ("%41", "%2541"),
        ("a#b", "a%23b"),
        ("a b", "a%20b"),
        ("käse", "k%C3%A4se"),
        ("a=b;c?/d", "a%3Db%3Bc%3F%2Fd"),
        ("\\\"'<>", "%5C%22%27%3C%3E"),
        ("x\r\nHost: y", "x%0D%0AHost%3A%20y"),
    ],
)
def test_a_pin_is_opaque_and_every_character_of_it_arrives(pin: str, written: str) -> None:
    assert make_call_query(MakeCall("1"), extension="100", pin=Secret(pin)).endswith(f"&pin={written}")


@given(destination=st.text(min_size=1), extension=st.text(min_size=1), pin=st.text(min_size=1))
def test_nothing_in_a_value_reaches_another_parameter(destination: str, extension: str, pin: str) -> None:
    try:
        f"{destination}{extension}{pin}".encode()
    except UnicodeEncodeError:
        return  # a lone surrogate is no text
    query = make_call_query(MakeCall(destination), extension=extension, pin=Secret(pin))
    assert query.isascii()
    assert parse_qsl(query, strict_parsing=True) == [
        ("func", "make_call"),
        ("from", extension),
        ("to", destination),
        ("pin", pin),
    ]


@pytest.mark.parametrize(
    ("setting", "written"),
    [
        ({"enabled": False}, "disable=1"),
        ({"enabled": True}, "disable=0"),
        ({"external_calls": False}, "disable_external=1"),
        ({"external_calls": True}, "disable_external=0"),
        ({"recording": False}, "record_calls=0"),
        ({"recording": True}, "record_calls=1"),
        (
            {"enabled": True, "external_calls": False, "recording": True},
            "disable=0&disable_external=1&record_calls=1",
        ),
    ],
)
def test_each_setting_alone_and_all_in_one_request(setting: dict[str, bool], written: str) -> None:
    query = upd_ext_query(SetExtension("100", **setting), password=Secret("admin"), names=BOTH)
    assert query == f"func=upd_ext&ext_num=100&extnum=100&pwd=admin&{written}"


def test_the_extension_can_be_named_either_way_alone() -> None:
    query = upd_ext_query(SetExtension("100", enabled=True), password=Secret("p&w"), names=("extnum",))
    assert query == "func=upd_ext&extnum=100&pwd=p%26w&disable=0"


def test_a_command_without_a_setting_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        SetExtension("100")
