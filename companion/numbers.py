"""Numbers as people write them: characters, letters on keys, short forms for logs. Pure, and cheap to import."""

import unicodedata
from typing import Final

LETTERS: Final = str.maketrans(
    {
        letter: digit
        for digit, letters in enumerate(("", "", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"))
        for letter in (letters + letters.lower())
        for digit in (str(digit),)
    }
)
"""The letters of ITU-T E.161 keypads."""

_SHOWN: Final = 4
"""Digits that a shortened number keeps at its end: enough to recognise a call one remembers."""


def plain(written: str) -> str:
    """Return the number with digits of every script as 0 to 9, and without characters that show nothing."""
    kept = []
    for letter in unicodedata.normalize("NFKC", written):
        digit = unicodedata.decimal(letter, None)
        if digit is not None:
            kept.append(str(digit))
        elif unicodedata.category(letter) not in {"Cf", "Cc", "Mn"}:
            kept.append(" " if letter.isspace() else letter)
    return "".join(kept).strip()


def shortened(number: str) -> str:
    """Return the number for logs and careful journals: `…0958`; of a short number less."""
    digits = [letter for letter in plain(number) if letter.isdecimal()]
    shown = digits[-_SHOWN:] if len(digits) > 2 * _SHOWN else digits[-1:] if len(digits) > _SHOWN else []
    return "…" + "".join(shown)
