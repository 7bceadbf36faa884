"""Takes secrets out of what a PBX says, in every spelling a server might quote them in. Pure."""

import base64
import html
import json
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, quote_plus

from companion.pbx import limits
from companion.secret import Secret

_MASK: Final = "****"
_QUOTED: Final = re.compile(
    r"\b(pin|pwd|password|client_secret|access_token)(\s{0,3}[=:]\s{0,3})[^\s&\"'<>,;]+", re.IGNORECASE
)
_SHORTEST_PIECE: Final = 3
"""A cut-off secret at the end of a text is masked from this many characters on."""


def _spellings(value: str) -> Iterable[str]:
    percent = quote(value, safe="")
    yield value
    yield percent
    yield quote(value)
    yield quote_plus(value)
    yield quote(percent, safe="")
    yield quote(value, safe="", encoding="latin-1", errors="replace")
    yield "".join(f"%{byte:02X}" for byte in value.encode())
    yield html.escape(value)
    yield html.escape(value).replace("&#x27;", "&#39;")
    yield "".join(f"&#{ord(character)};" for character in value)
    yield json.dumps(value)[1:-1]
    yield json.dumps(value, ensure_ascii=False)[1:-1]
    yield value.encode().decode("latin-1")
    yield value.encode().decode("cp1252", "replace")
    yield value.encode("latin-1", "replace").decode("utf-8", "replace")
    yield value.replace("+", " ")
    yield base64.b64encode(value.encode()).decode().rstrip("=")


def mask(text: str, secrets: Iterable[Secret | None]) -> str:
    """Replace every secret, however it is spelled, whole or cut off at the end."""
    for secret in secrets:
        if not secret:
            continue
        spellings = sorted({spelling for spelling in _spellings(secret.reveal()) if spelling}, key=len, reverse=True)
        text = re.sub("|".join(map(re.escape, spellings)), _MASK, text, flags=re.IGNORECASE)
        for spelling in spellings:
            for length in range(len(spelling) - 1, _SHORTEST_PIECE - 1, -1):
                if text.lower().endswith(spelling[:length].lower()):
                    text = text[:-length] + _MASK
                    break
    return _QUOTED.sub(rf"\1\2{_MASK}", text)


def visible(text: str) -> str:
    """Text of a page as a person sees it: no tags, scripts, styles or comments. Linear in its length."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when lowered; positions must agree
        lowered = text
    pieces: list[str] = []
    at = 0
    while (tag := text.find("<", at)) >= 0:
        pieces += (text[at:tag], " ")
        close = ">"
        if lowered.startswith("<!--", tag):
            close = "-->"
        for element in ("script", "style"):
            if lowered.startswith(f"<{element}", tag):
                close = f"</{element}>"
        end = lowered.find(close, tag)
        if end < 0:
            at = len(text)
            break
        at = end + len(close)
    pieces.append(text[at:])
    shown = html.unescape("".join(pieces))
    return " ".join("".join(character if character.isprintable() else " " for character in shown).split())


def excerpt(text: str, secrets: Iterable[Secret | None]) -> str:
    """Make a short, secret-free piece of a reply. Masked before and after the tags go, and only then shortened."""
    secrets = tuple(secrets)
    clean = mask(visible(mask(text[: limits.BODY_BYTES], secrets)), secrets)
    return clean if len(clean) <= limits.EXCERPT_CHARACTERS else clean[: limits.EXCERPT_CHARACTERS - 1] + "…"
