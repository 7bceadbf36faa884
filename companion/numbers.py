"""Numbers as people and links write them, read into the characters that are dialled. Pure, and cheap to import.

`read("tel:+44%2020%207946%200958;ext=55")` → digits `+442079460958`, extension `55`. Which country's number that is,
and whether it exists, is the business of `companion.numbering`.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote_to_bytes

from companion.errors import CallError, Code
from companion.language import _

LONGEST_WRITTEN: Final = 128
"""Characters, as in the contract."""
LONGEST_EXTENSION: Final = 20
"""Digits, as in the contract."""
_LONGEST_DIGITS: Final = 32
"""15 digits are the most of E.164; an international prefix and an outside line add to them."""

KEYPAD: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "22233344455566677778889999" * 2)
"""The letters of ITU-T E.161 keypads."""

_SCHEME: Final = re.compile(r"(?:tel|callto|sips?|phone|3cxclicktocall|tcxcallto):(?://)?(?=\S)", re.IGNORECASE)
_EXTENSION_WORDS: Final = (
    "extension|extn?|durchwahl|dw|nebenstelle|nst|apparat|app|klappe|kl|poste|interno|int|anexo|ramal|toestel|tst|wewn|wew|"
    "anknytning|ankn|lokal|lok|mellék|klapka|linka|dahili|добавочный|доб|внутренний|внутр|вн|εσωτ|x|"
    "内線|内线|分机|分機|내선|שלוחה|تحويلة|ต่อ"
)
_WORD: Final = rf"(?:(?<![^\W\d_])(?:{_EXTENSION_WORDS})(?![^\W\d_])[.:]{{0,2}})"
_ENDING: Final = re.compile(
    rf"(?P<number>.*?)[\s,;(\[-]*(?:{_WORD}\s*=?|;\s*ext\s*=|,{{1,4}}|;|\#)\s*"
    r"(?P<extension>[0-9](?:[ -]?[0-9])*)[\s)\].]*",
    re.IGNORECASE | re.DOTALL,
)
_LABEL: Final = re.compile(r"[^\W\d_][^\d+*#(]{0,40}?[\s.:]+(?=[+(*#\d])")
_LABELS_OF_NUMBERS: Final = frozenset({
    "tel", "telefon", "telephone", "téléphone", "teléfono", "telefono", "telefone", "phone", "ph", "call", "number",
    "mobile", "mobil", "mob", "cell", "handy", "fax", "тел", "телефон", "t", "m",
})  # fmt: skip
"""Words before a number that mean nothing but "telephone"."""
_SHORTEST_WITH_EXTENSION: Final = 5
"""Digits before a bare # or ; for what follows to be an extension: *61# and 1;2 have none."""
_AROUND: Final = " \"'<>«»“”„\u2018\u2019`.,;:!|"
"""What stands around a number without being of it."""
_SEPARATORS: Final = frozenset(" .-/()'·•‧")
_DATE: Final = re.compile(
    r"(?:[0-3]?\d([./-])[01]?\d\1(?:19|20)\d\d|[01]?\d([/-])[0-3]?\d\2(?:19|20)\d\d|(?:19|20)\d\d([./-])[01]?\d\3[0-3]?\d)"
)
_OR: Final = re.compile(r"\s(?:or|oder|ou|o|und|and|или)\s", re.IGNORECASE)
_SEVERAL: Final = re.compile(rf"/|{_OR.pattern}|[,;|]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entered:
    """A number as it was meant to be keyed."""

    written: str
    text: str
    """Cleaned, with its separators."""
    digits: str
    """Only 0-9 * # and a leading +."""
    extension: str | None = None
    letters: bool = False
    """Some digits were letters, as in 1-800-FLOWERS."""
    labelled: bool = False
    """A word stood before it that does not mean "telephone", as in "Room 101"."""


def read(written: str) -> Entered:
    """Read a number. Raises CallError `number_not_understood` that says why."""
    if len(written) > LONGEST_WRITTEN:
        raise not_understood(_("it is longer than {n} characters").format(n=LONGEST_WRITTEN))
    text, linked = _from_link(plain(written))
    text = text.strip(_AROUND)
    text, extension = _without_extension(text)
    labelled = False
    if label := _LABEL.match(text):
        if linked:
            raise not_understood(_("the link holds a name, not a number"))
        words = re.findall(r"[^\W\d_]+", label.group().lower())
        labelled = not all(word in _LABELS_OF_NUMBERS for word in words)
        text = text[label.end() :]
    if extension and not text:  # "ext. 101": a colleague's number and no other
        text, extension = extension, None
    if not any(letter.isdigit() for letter in text):
        raise not_understood(_("there are no digits in it"))
    if _DATE.fullmatch(text):
        raise not_understood(_("it is a date"))
    spelled, letters = _keyed(text)
    return Entered(written, text, _dialable(spelled), extension, letters, labelled)


def plain(written: str) -> str:
    """Return the text with digits of every script as 0 to 9, one kind of dash and space, and nothing invisible."""
    kept = []
    for letter in written:
        kind = unicodedata.category(letter)
        if (digit := unicodedata.decimal(letter, None)) is not None:
            kept.append(str(digit))
        elif kind.startswith("Z") or letter in "\t\n\r\v\f\x85":
            kept.append(" ")
        elif kind == "Pd" or letter in "\u2212\u30fc\uff70":  # minus, and the Japanese sign that is typed as a dash
            kept.append("-")
        elif "\uff01" <= letter <= "\uff5e":  # full-width forms of ASCII
            kept.append(chr(ord(letter) - 0xFEE0))
        elif kind in {"Ps", "Pe"} and letter not in "[]":
            kept.append("(" if kind == "Ps" else ")")
        elif kind not in {"Cf", "Mn", "Me"}:  # invisible marks, and the frames of keycap emoji
            kept.append(letter)
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def not_understood(why: str) -> CallError:
    """Make the refusal of something that is no number."""
    return CallError(Code.NUMBER_NOT_UNDERSTOOD, why)


def parts_of_several(text: str) -> list[str]:
    """Return what could be a number by itself, as in "030 123456 / 57"; empty where nothing parts the text."""
    parts = [part for part in _SEVERAL.split(text) if part.strip()]
    return parts if len(parts) > 1 else []


def has_word_between(text: str) -> bool:
    """Say whether a word such as "or" stands between digits: two numbers, not letters on a telephone's keys."""
    parts = _OR.split(text)
    return len(parts) > 1 and all(any(letter.isdigit() for letter in part) for part in parts)


def digits_of(text: str) -> str:
    """Return only what can be dialled."""
    return "".join(letter for letter in text if letter in "0123456789*#+")


def _from_link(text: str) -> tuple[str, bool]:
    scheme = _SCHEME.match(text)
    if not scheme:
        return text, False
    try:
        text = plain(unquote_to_bytes(text[scheme.end() :]).decode("utf-8", "strict"))
    except UnicodeError:
        raise not_understood(_("the link's percent-encoding is wrong")) from None
    if scheme.group().lower().startswith("sip") or "@" in text:
        text = text.partition("@")[0]
    text, *parameters = text.partition("?")[0].split(";")
    named = {name.strip().lower(): value for name, _, value in (each.partition("=") for each in parameters)}
    context = named.get("phone-context", "")
    if context.startswith("+") and not text.lstrip().startswith("+"):
        text = context + text
    return (f"{text};ext={named['ext']}" if named.get("ext") else text), True


def _without_extension(text: str) -> tuple[str, str | None]:
    ending = _ENDING.fullmatch(text)
    if not ending:
        return text, None
    number, extension = ending["number"].strip(), digits_of(ending["extension"])
    own = sum(letter.isdigit() for letter in number)
    marked = text[ending.end("number") : ending.start("extension")].strip(" ([-")
    if (
        len(extension) > LONGEST_EXTENSION
        or (marked in {"#", ";"} and own < _SHORTEST_WITH_EXTENSION)
        or (own and _codes(number))
    ):
        return text, None
    if not own and marked in {"#", ";", ",", ",,", ",,,", ",,,,"}:
        return text, None
    if marked in {",", ";"} and len(extension) > 6:  # noqa: PLR2004 - two numbers side by side, not one and its extension
        raise not_understood(_("there are several numbers in it; select one"))
    return (number if own else ""), extension


def _codes(number: str) -> bool:
    """Say whether this is a feature code, whose # is its own."""
    return "*" in number or "#" in number


def _keyed(text: str) -> tuple[str, bool]:
    """Turn letters into keypad digits where they can be meant so: after the first three digits of a number."""
    first = next((at for at, letter in enumerate(text) if letter.isalpha()), None)
    if first is None:
        return text, False
    foreign = next((letter for letter in text if letter.isalpha() and not letter.isascii()), None)
    if foreign or sum(letter.isdigit() for letter in text[:first]) < 3:  # noqa: PLR2004 - as said
        raise not_understood(_("{letter} does not belong in a number").format(letter=repr(foreign or text[first])))
    return text.translate(KEYPAD), True


def _dialable(text: str) -> str:
    odd = next((letter for letter in text if letter not in _SEPARATORS and letter not in "0123456789*#+,;[]"), None)
    if odd is not None:
        raise not_understood(_("{letter} does not belong in a number").format(letter=repr(odd)))
    digits = digits_of(text)
    if "+" in digits[1:]:
        raise not_understood(_("a + stands within it"))
    if len(digits) > _LONGEST_DIGITS:
        raise not_understood(_("it has more than {n} digits").format(n=_LONGEST_DIGITS))
    return digits
