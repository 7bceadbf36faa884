"""What an answer of the classic API means. Pure: (status, body) in, `Accepted` or `CallError` out.

The PBX's answer is undocumented and every known client ignores it. So a 2xx at the end of the redirects means
"accepted" unless its text says otherwise in words that can hardly mean anything else; a pattern in the settings can add
to these.
"""

import re
from collections.abc import Iterable
from typing import Final

from companion.errors import CallError, Code, Phase
from companion.language import _
from companion.pbx.client import Accepted
from companion.pbx.masking import excerpt, visible
from companion.pbx.wire import Answer
from companion.secret import Secret

_SECRET_WORD: Final = r"(?:pin|pwd|pass\s?word|passcode|credentials?|log-?in|user\s?name)"  # noqa: S105 - words, no secret
_WRONG: Final = r"(?:wrong|invalid|incorrect|bad|not\s(?:valid|correct|accepted)|rejected|mismatch|fail(?:ed|ure)?)"
_LOGIN: Final = re.compile(
    rf"\b{_WRONG}\b.{{0,30}}\b{_SECRET_WORD}\b|\b{_SECRET_WORD}\b.{{0,30}}\b{_WRONG}\b"
    r"|\bauthenti\w+ (?:failed|error|required)|\bnot authenticated\b|\bun-?authori[sz]ed\b|\baccess (?:is )?denied\b",
    re.IGNORECASE,
)
_BARRED: Final = re.compile(
    r"\b(?:is|are|been|currently) (?:disabled|barred|blocked|locked)\b|\bnot (?:allowed|permitted|authori[sz]ed)\b"
    r"|\b(?:forbidden|barred)\b|\bpermission denied\b",
    re.IGNORECASE,
)
_REFUSED: Final = re.compile(
    r"(?:(?<!no )(?<!without )\berror\b(?!s?\s?[:=]?\s?(?:0|none)\b))|\bfail(?:ed|ure)\b|\bexception\b"
    r"|\b(?:unknown|invalid|no such)\b.{0,20}\b(?:extension|function|parameter|number|destination)\b"
    r"|\bextension\b.{0,30}\b(?:not found|does not exist|unknown)\b",
    re.IGNORECASE,
)
_LOGIN_PAGE: Final = re.compile(r"<input\b[^<>]{0,400}\btype\s{0,3}=\s{0,3}[\"']?password\b", re.IGNORECASE)
_CHARSET: Final = re.compile(r"charset\s{0,3}=\s{0,3}\"?([\w.:-]{1,40})", re.IGNORECASE)
_KNOWN_CHARSET: Final = re.compile(r"utf-?8|us-ascii|(?:iso-8859|windows|cp|koi8)[-_]?\w{1,4}", re.IGNORECASE)
"""Of those that Python decodes some raise ("undefined"), and some take for ever ("punycode")."""

_LOWEST_SUCCESS, _LOWEST_REDIRECT = 200, 300
_LOGIN_STATUSES: Final = frozenset({401, 403, 407})
_BUSY_STATUSES: Final = frozenset({408, 429, 503})
_LOWEST_ERROR: Final = 400
_NOT_FOUND: Final = 404


def text_of(answer: Answer) -> str:
    """Decode a body by the character set it claims; what does not fit becomes U+FFFD."""
    claimed = _CHARSET.search(answer.content_type)
    named = claimed[1] if claimed and _KNOWN_CHARSET.fullmatch(claimed[1]) else "utf-8"
    try:
        return answer.body.decode(named, "replace")
    except LookupError:
        return answer.body.decode("utf-8", "replace")


def _by_words(page: str, shown: str, failure_pattern: str | None) -> Code | None:
    if _LOGIN_PAGE.search(page) or _LOGIN.search(shown):
        return Code.LOGIN_REJECTED
    if _BARRED.search(shown):
        return Code.NOT_ALLOWED
    if (failure_pattern and re.search(failure_pattern, page)) or _REFUSED.search(shown):
        return Code.PBX_REFUSED
    return None


def _by_status(status: int) -> Code:
    if status in _LOGIN_STATUSES:
        return Code.LOGIN_REJECTED
    if status in _BUSY_STATUSES:
        return Code.PBX_BUSY
    return Code.PBX_REFUSED if status >= _LOWEST_ERROR else Code.PBX_REPLY_NOT_UNDERSTOOD


def reply_from(
    answer: Answer, *, secrets: Iterable[Secret | None] = (), failure_pattern: str | None = None
) -> Accepted | CallError:
    """Read the last answer of a command.

    The excerpt and every detail are bounded and free of `secrets`. Whatever is returned, an answer has come, so the
    phase is `answered`, with one exception: a success whose body broke off could have ended in a refusal.
    """
    succeeded = _LOWEST_SUCCESS <= answer.status < _LOWEST_REDIRECT
    if succeeded and not answer.complete:
        return CallError(Code.CALL_OUTCOME_UNKNOWN, _("the answer broke off"), phase=Phase.SENT_NO_ANSWER)
    if answer.content_encoding.lower() not in {"", "identity"}:
        code = Code.PBX_REPLY_NOT_UNDERSTOOD if succeeded else _by_status(answer.status)
        return CallError(
            code,
            _("status {status}, a compressed answer nobody asked for").format(status=answer.status),
            phase=Phase.ANSWERED,
        )
    page = text_of(answer)
    words = _by_words(page, visible(page), failure_pattern)
    said = excerpt(page, secrets)
    if succeeded and words is None:
        return Accepted(said)
    if succeeded or words is Code.LOGIN_REJECTED:
        code = words or Code.PBX_REFUSED
    else:
        code = _by_status(answer.status)
        if code is Code.LOGIN_REJECTED and words is Code.NOT_ALLOWED and answer.status != 401:  # noqa: PLR2004 - Unauthorized
            code = Code.NOT_ALLOWED
    hint = "; check layout and path" if answer.status == _NOT_FOUND else ""
    status = "" if succeeded else f"status {answer.status}{hint}"
    detail = ": ".join(part for part in (status, said) if part)
    return CallError(code, detail or None, phase=Phase.ANSWERED)
