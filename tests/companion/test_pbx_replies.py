"""What an answer means, and that no secret is left in what is kept of it."""

import base64
import html
import time
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.errors import CallError, Code, Phase
from companion.pbx import Accepted, limits
from companion.pbx.masking import excerpt, visible
from companion.pbx.replies import reply_from
from companion.pbx.wire import Answer
from companion.secret import Secret

LOGIN_PAGE = "<html><title>Console</title><form><input name=u><input type='password' name=p></form></html>"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "OK",
        "<html><body>Call placed</body></html>",
        "<?xml version='1.0'?><result>0</result>",
        "no error",
        "Error: 0",
    ],
)
def test_a_success_whose_text_says_nothing_else_is_accepted(body: str) -> None:
    assert isinstance(reply_from(Answer(200, body.encode())), Accepted)


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (200, "Error: wrong PIN", Code.LOGIN_REJECTED),
        (200, "Invalid pin or extension", Code.LOGIN_REJECTED),
        (200, "PIN is incorrect", Code.LOGIN_REJECTED),
        (200, "<p>Authentication failed</p>", Code.LOGIN_REJECTED),
        (200, "Access denied", Code.LOGIN_REJECTED),
        (200, LOGIN_PAGE, Code.LOGIN_REJECTED),
        (500, "Wrong password", Code.LOGIN_REJECTED),
        (401, "", Code.LOGIN_REJECTED),
        (403, "", Code.LOGIN_REJECTED),
        (403, "Extension 100 is disabled", Code.NOT_ALLOWED),
        (200, "Extension 100 is disabled", Code.NOT_ALLOWED),
        (200, "External calls are not allowed", Code.NOT_ALLOWED),
        (200, "Error: unknown function", Code.PBX_REFUSED),
        (200, "Extension 999 not found", Code.PBX_REFUSED),
        (200, "<h1>Server Error in '/ivr' Application</h1>", Code.PBX_REFUSED),
        (400, "Bad Request", Code.PBX_REFUSED),
        (404, "Not Found", Code.PBX_REFUSED),
        (418, "", Code.PBX_REFUSED),
        (500, "boom", Code.PBX_REFUSED),
        (502, "", Code.PBX_REFUSED),
        (503, "Service Unavailable", Code.PBX_BUSY),
        (429, "", Code.PBX_BUSY),
        (304, "", Code.PBX_REPLY_NOT_UNDERSTOOD),
        (101, "", Code.PBX_REPLY_NOT_UNDERSTOOD),
    ],
)
def test_an_answer_has_one_meaning_and_the_pbx_answered(status: int, body: str, code: Code) -> None:
    reply = reply_from(Answer(status, body.encode()))
    assert isinstance(reply, CallError)
    assert (reply.code, reply.phase) == (code, Phase.ANSWERED)


def test_a_success_that_broke_off_leaves_the_outcome_unknown() -> None:
    reply = reply_from(Answer(200, b"O", complete=False))
    assert isinstance(reply, CallError)
    assert (reply.code, reply.phase) == (Code.CALL_OUTCOME_UNKNOWN, Phase.SENT_NO_ANSWER)


def test_a_refusal_that_broke_off_is_decided_by_its_headers() -> None:
    reply = reply_from(Answer(403, b"For", complete=False))
    assert isinstance(reply, CallError)
    assert (reply.code, reply.phase) == (Code.LOGIN_REJECTED, Phase.ANSWERED)


def test_a_compressed_answer_is_not_unpacked() -> None:
    reply = reply_from(Answer(200, b"\x1f\x8b" + b"\0" * 100, content_encoding="gzip"))
    assert isinstance(reply, CallError)
    assert (reply.code, reply.phase) == (Code.PBX_REPLY_NOT_UNDERSTOOD, Phase.ANSWERED)


def test_a_pattern_of_the_settings_makes_an_answer_a_refusal_with_the_pbx_own_words() -> None:
    answer = Answer(200, b"<result>-3 Apparat besetzt</result>")
    assert isinstance(reply_from(answer), Accepted)
    reply = reply_from(answer, failure_pattern=r"<result>-\d")
    assert isinstance(reply, CallError)
    assert reply.code is Code.PBX_REFUSED
    assert "-3 Apparat besetzt" in str(reply)


@given(st.integers(100, 599), st.binary(max_size=300), st.booleans(), st.text(max_size=30), st.text(max_size=30))
def test_no_answer_whatever_its_bytes_is_more_than_a_reply_or_a_failure(
    status: int, body: bytes, complete: bool, content_type: str, encoding: str
) -> None:
    reply = reply_from(Answer(status, body, content_type, encoding, complete=complete))
    text = reply.excerpt if isinstance(reply, Accepted) else str(reply)
    assert len(text) < limits.EXCERPT_CHARACTERS + 150
    assert "\n" not in text


PINS = ["4711", "a&b+c%# ü", "<p>", "\"quoted'", "x y+z", "pässwörd", "100%25", "ab\\c", "ÄÖÜ"]


@pytest.mark.parametrize("pin", PINS)
@pytest.mark.parametrize(
    "spell",
    [
        str,
        lambda p: quote(p, safe=""),
        lambda p: quote(p, safe="").lower(),
        quote,
        quote_plus,
        html.escape,
        lambda p: html.escape(quote(p)),
        lambda p: quote(quote(p, safe=""), safe=""),
        lambda p: base64.b64encode(p.encode()).decode(),
        lambda p: "".join(f"&#{ord(c)};" for c in p),
        lambda p: p.encode().decode("latin-1"),
        lambda p: p.replace("+", " "),
        lambda p: quote(p, safe="", encoding="latin-1", errors="replace"),
    ],
)
def test_the_secret_is_masked_however_the_pbx_quotes_it(pin: str, spell: object) -> None:
    spelled = spell(pin)  # type: ignore[operator]  # cases of several types
    kept = excerpt(f"<p>Bad value: [{spelled}] given</p>", [Secret(pin), None])
    assert pin not in kept
    assert spelled not in kept
    assert html.unescape(spelled) not in kept


@pytest.mark.parametrize("cut", [3, 5, 7])
def test_a_secret_cut_off_by_half_a_body_is_masked(cut: int) -> None:
    assert "Sec"[:cut] not in excerpt("rejected value " + "Secret77"[:cut], [Secret("Secret77")])


def test_a_secret_is_masked_before_the_text_is_shortened() -> None:
    kept = excerpt("x" * (limits.EXCERPT_CHARACTERS - 3) + "Secret77", [Secret("Secret77")])
    assert "S" not in kept


def test_a_pin_in_a_quoted_url_is_masked_even_if_it_is_not_ours() -> None:
    assert "9999" not in excerpt("Object moved to /PbxAPI.aspx?from=1&pin=9999&to=5", [])


def test_scripts_styles_and_tags_do_not_show() -> None:
    page = (
        "<html><style>a{}</style><script>if (1<2) x('</p>')</script><!-- <b> --><b>Not</b> <i>now</i> &amp; here</html>"
    )
    assert visible(page) == "Not now & here"


@pytest.mark.parametrize("piece", ["<script>", "<!--", "<", "<input ", "wrong ", "pin ", "&#", "invalid pin"])
def test_a_hostile_body_costs_no_more_than_its_length(piece: str) -> None:
    body = (piece * limits.BODY_BYTES).encode()[: limits.BODY_BYTES]
    started = time.perf_counter()
    reply_from(Answer(200, body), secrets=[Secret("4711")])
    assert time.perf_counter() - started < 1.5
