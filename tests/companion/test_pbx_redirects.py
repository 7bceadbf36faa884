"""Where the session redirect may lead."""

import pytest

from companion.errors import CallError, Code, Phase
from companion.pbx.address import Endpoint
from companion.pbx.redirects import follow
from companion.pbx.wire import Request

QUERY = "func=make_call&from=100&to=%2B44%2020&pin=a%26b%2B"
PBX = Endpoint("http", "pbx.example", 5000, "/ivr/PbxAPI.aspx")
FIRST = Request("GET", PBX.path, QUERY)
SESSION = "/ivr/(S(r0jyhxxdam0ndk5wnhfzay3a))/PbxAPI.aspx"


@pytest.mark.parametrize(
    "location",
    [
        f"{SESSION}?{QUERY}",
        f"http://pbx.example:5000{SESSION}?{QUERY}",
        f"http://PBX.EXAMPLE:5000{SESSION}?{QUERY}",
        f"//pbx.example:5000{SESSION}?{QUERY}",
        f"(S(r0jyhxxdam0ndk5wnhfzay3a))/PbxAPI.aspx?{QUERY}",
        f"{SESSION}?func=make_call&from=100&to=%2b44+20&pin=a%26b%2b",
        f"{SESSION}?{QUERY}#part",
        f"{SESSION}?pin=a%26b%2B&to=%2B44%2020&from=100&func=make_call",
    ],
)
def test_a_session_on_the_same_page_is_followed_with_our_own_bytes(location: str) -> None:
    following = follow(FIRST, location, PBX)
    assert isinstance(following, Request)
    assert (following.method, following.path, following.query) == ("GET", SESSION, QUERY)


def test_the_page_is_compared_without_regard_to_case_as_iis_does() -> None:
    following = follow(FIRST, f"/ivr/(S(x))/pbxapi.ASPX?{QUERY}", PBX)
    assert isinstance(following, Request)


def test_post_stays_post() -> None:
    following = follow(Request("POST", PBX.path, QUERY), f"{SESSION}?{QUERY}", PBX)
    assert isinstance(following, Request)
    assert following.method == "POST"


def test_what_the_redirect_adds_is_kept_behind_our_own() -> None:
    following = follow(FIRST, f"{SESSION}?AspxAutoDetectCookieSupport=1&{QUERY}", PBX)
    assert isinstance(following, Request)
    assert following.query == f"{QUERY}&AspxAutoDetectCookieSupport=1"


@pytest.mark.parametrize(
    "location",
    [
        None,
        "",
        f"http://evil.example:5000{SESSION}?{QUERY}",
        f"//evil.example:5000{SESSION}?{QUERY}",
        f"http://pbx.example.evil.example:5000{SESSION}?{QUERY}",
        f"http://pbx.example@evil.example:5000{SESSION}?{QUERY}",
        f"http://user:word@pbx.example:5000{SESSION}?{QUERY}",
        f"http://pbx.example:5001{SESSION}?{QUERY}",
        f"http://pbx.example{SESSION}?{QUERY}",
        f"https://pbx.example:5000{SESSION}?{QUERY}",
        f"ftp://pbx.example:5000{SESSION}?{QUERY}",
        "javascript:alert(1)",
        "http://[:5000/PbxAPI.aspx",
        "http://pbx.example:99999/PbxAPI.aspx",
        f"/ivr/other.aspx?{QUERY}",
        f"/ivr/EvilPbxAPI.aspx?{QUERY}",
        f"/ivr/PbxAPI.aspx/other?{QUERY}",
        f"/other?page=PbxAPI.aspx&{QUERY}",
        f"{SESSION}\r\nX: y?{QUERY}",
        f"{SESSION}?{QUERY}" + "&a=" + "b" * 9000,
    ],
)
def test_anything_else_is_not_followed_and_the_phase_says_the_pbx_answered(location: str | None) -> None:
    following = follow(FIRST, location, PBX)
    assert isinstance(following, CallError)
    assert following.phase is Phase.ANSWERED
    assert following.code is Code.PBX_REPLY_NOT_UNDERSTOOD


@pytest.mark.parametrize(
    "query",
    [
        "",
        QUERY.replace("from=100", "from=200"),
        QUERY.replace("%2B44%2020", "0900123"),
        QUERY.replace("a%26b%2B", "foreign"),
        QUERY.replace("make_call", "upd_ext"),
        QUERY.replace("&from=100", ""),
        QUERY + "&to=0900123",
        QUERY + "&TO=0900123",
        QUERY + "&disable=1",
        QUERY + "&%74o=0900123",
        QUERY.replace("%2B44%2020", "%FF"),
    ],
)
def test_a_redirect_that_changes_the_command_is_not_followed(query: str) -> None:
    following = follow(FIRST, f"{SESSION}?{query}", PBX)
    assert isinstance(following, CallError)
    assert "different command" in str(following)


def test_a_redirect_to_a_login_page_is_a_rejected_login() -> None:
    following = follow(FIRST, "/login.aspx?ReturnUrl=%2fivr", PBX)
    assert isinstance(following, CallError)
    assert following.code is Code.LOGIN_REJECTED


def test_no_failure_quotes_the_address_it_was_sent_to() -> None:
    following = follow(FIRST, f"http://evil.example{SESSION}?{QUERY}", PBX)
    assert "evil" not in str(following)
    assert "pin" not in str(following)


def test_a_request_does_not_show_its_secret() -> None:
    assert repr(FIRST) == "Request(GET)"
