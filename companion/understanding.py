"""Which number of which country is meant by the digits that were read. Pure."""

from dataclasses import dataclass
from typing import NamedTuple

from companion import numbering
from companion.language import _
from companion.numbers import Entered, digits_of, has_word_between, not_understood, parts_of_several


@dataclass(frozen=True, slots=True)
class Regions:
    """Where a number in national form may be at home."""

    user: str | None
    page: str | None = None
    named: str | None = None
    """Named by the person for this number."""

    @property
    def nearest(self) -> str | None:
        """The region of short numbers: dialled from the user's PBX."""
        return self.user or self.named or self.page

    @property
    def in_order(self) -> list[str]:
        """The regions to try."""
        known = [self.named] if self.named else [self.user, self.page]
        return list(dict.fromkeys(region for region in known if region))


class _Reading(NamedTuple):
    digits: str
    region: str | None
    how: str


def understand(entered: Entered, outside_line: str, regions: Regions) -> tuple[numbering.PublicNumber, str]:
    """Return the number, and how it was read. Raises CallError that says why it is none.

    A number in a known range is preferred; one in none counts only if it was written in full.
    """
    _refuse_several(entered, regions)
    found = [
        (number, reading)
        for reading in _readings(entered, outside_line, regions)
        if (number := numbering.find(reading.digits, reading.region))
    ]
    for number, reading in found:
        if number.valid:
            return number, reading.how
    for number, reading in found:
        if numbering.in_full(reading.digits, reading.region) and not entered.labelled:
            return number, reading.how
    if not (regions.in_order or entered.digits.startswith("+")):
        raise not_understood(_("its country is not known: write it with + and country code, or set your region"))
    if entered.digits.startswith("+"):
        raise not_understood(_("{number} is no number of any country").format(number=entered.text))
    words = _("{number} is no number of {regions}")
    raise not_understood(words.format(number=entered.text, regions=" / ".join(regions.in_order)))


def _readings(entered: Entered, outside_line: str, regions: Regions) -> list[_Reading]:
    digits = entered.digits
    if digits.startswith("+"):
        readings = [_Reading(digits, None, _("International"))]
    else:
        readings = [_Reading(digits, region, _how(region, regions)) for region in regions.in_order]
    if "(0)" in entered.text:  # a trunk prefix shown to foreigners, in a country that has none
        shorter = digits_of(entered.text.replace("(0)", ""))
        readings += [_Reading(shorter, region, _("Without its (0)")) for region in (regions.in_order or (None,))]
    if outside_line and digits.startswith(outside_line):
        behind = digits.removeprefix(outside_line)
        how = _("Behind the outside line {prefix}").format(prefix=outside_line)
        readings += [_Reading(behind, region, how) for region in regions.in_order]
    if digits.startswith("00"):
        readings.append(_Reading("+" + digits[2:], None, _("International, by its 00")))
    if entered.letters and "US" in {*regions.in_order, "US" if digits.startswith("+1") else None}:
        ten = digits.removeprefix("+").removeprefix("1")[:10]
        readings.append(_Reading("+1" + ten, None, _("Without the letters that are too many")))
    return readings


def _how(region: str, regions: Regions) -> str:
    if region == regions.named:
        words = _("A number of {region}, as you said")
    else:
        words = _("A number of {region}") if region == regions.user else _("A number of {region}, as the page says")
    return words.format(region=region)


def _refuse_several(entered: Entered, regions: Regions) -> None:
    """Refuse "030 123456 / 57": put together it could be somebody else's number."""
    parts = parts_of_several(entered.text)
    emergency = [part for part in parts if numbering.is_emergency(digits_of(part), regions.nearest)]
    if len(emergency) > 1 or has_word_between(entered.text):
        raise not_understood(_("there are several numbers in it; select one"))
    for count in range(1, len(parts)):
        before = digits_of("".join(parts[:count]))
        for region in regions.in_order or (None,):
            one = numbering.find(before, region)
            if one and one.valid:
                raise not_understood(_("there are several numbers in it; select one"))
