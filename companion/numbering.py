"""What the numbering plans of the world say about a number: `phonenumbers`, loaded with the first question. Pure."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

Kind = Literal["premium", "shared_cost", "satellite", "other"]

SATELLITE: Final = frozenset({870, 881, 882, 883})
"""Country codes of satellite phones and of international networks, which no country's tariff covers."""
_NANP: Final = 1
_EMERGENCY_WITHOUT_REGION: Final = frozenset({"112", "911", "999", "000"})
"""Asked for where no region is known, or none of its own; others, such as 100, are colleagues' numbers mostly."""


_LONGEST_EMERGENCY: Final = 6
"""Digits; most have three."""


@dataclass(frozen=True, slots=True)
class PublicNumber:
    """A number of a numbering plan."""

    e164: str
    country_code: int
    region: str | None
    """None for numbers of no country, such as +800."""
    kind: Kind
    shown: str
    """International form for people: +44 20 7946 0958."""
    valid: bool


def preload(region: str | None) -> None:
    """Load what the first question needs (30 ms), so that no call waits for it."""
    if is_region(region):
        find("0000000", region)


def is_region(region: str | None) -> bool:
    """Say whether the region has a numbering plan."""
    from phonenumbers import SUPPORTED_REGIONS  # noqa: PLC0415 - loaded with the first question

    return region in SUPPORTED_REGIONS


def find(digits: str, region: str | None) -> PublicNumber | None:
    """Read digits as keyed in this region (None: only with +). A number that is in no known range has valid=False."""
    from phonenumbers import (  # noqa: PLC0415 - as above
        NumberParseException,
        ValidationResult,
        is_possible_number_with_reason,
        is_valid_number,
        parse,
    )

    if "*" in digits or "#" in digits or not (region or digits.startswith("+")):
        return None
    try:
        number = parse(digits, region)
    except NumberParseException:
        return None
    valid = is_valid_number(number)
    if not valid and is_possible_number_with_reason(number) != ValidationResult.IS_POSSIBLE:
        return None
    return _described(number, valid=valid)


def _described(number: "PhoneNumber", *, valid: bool) -> PublicNumber:
    from phonenumbers import (  # noqa: PLC0415 - as above
        PhoneNumberFormat,
        PhoneNumberType,
        format_number,
        number_type,
        region_code_for_number,
    )

    region = region_code_for_number(number)
    kinds: dict[int, Kind] = {PhoneNumberType.PREMIUM_RATE: "premium", PhoneNumberType.SHARED_COST: "shared_cost"}
    code = number.country_code or 0
    return PublicNumber(
        e164=format_number(number, PhoneNumberFormat.E164),
        country_code=code,
        region=None if region == "001" else region,
        kind="satellite" if code in SATELLITE else kinds.get(number_type(number), "other"),
        shown=format_number(number, PhoneNumberFormat.INTERNATIONAL),
        valid=valid,
    )


def is_of(number: PublicNumber, region: str) -> bool:
    """Say whether it is one of the region's own numbers; one in no known range has only its country code to show."""
    from phonenumbers import country_code_for_region  # noqa: PLC0415 - as above

    return number.region == region or (not number.valid and number.country_code == country_code_for_region(region))


def in_full(digits: str, region: str | None) -> bool:
    """Say whether digits are in full: with + or, where it is always written, with the trunk prefix."""
    if digits.startswith("+"):
        return True
    from phonenumbers import ndd_prefix_for_region  # noqa: PLC0415 - as above

    prefix = ndd_prefix_for_region(region or "", strip_non_digits=True)
    return prefix != "0" or digits.startswith("0")


def national(number: PublicNumber, region: str, prefix: str | None) -> tuple[str, str] | None:
    """Return the number as it is keyed within its own country, and as people write that; None where it is not of it.

    `prefix` replaces the region's own trunk prefix. Only what the region reads back as the same number is returned.
    """
    from phonenumbers import (  # noqa: PLC0415 - as above
        PhoneNumberFormat,
        country_code_for_region,
        format_number,
        national_significant_number,
        ndd_prefix_for_region,
        parse,
    )

    if country_code_for_region(region) != number.country_code:
        return None
    parsed = parse(number.e164)
    significant = national_significant_number(parsed)
    shown = format_number(parsed, PhoneNumberFormat.NATIONAL)
    keyed = "".join(letter for letter in shown if letter.isdigit())
    own = ndd_prefix_for_region(region, strip_non_digits=True) or ""
    if number.country_code == _NANP:  # written without the 1, dialled with it from everywhere
        keyed, shown = own + significant, f"{own} {shown}"
    elif not number.valid and keyed == significant and own and _is_written_with_it(number.country_code, own):
        # No format is known for a number in no known range: it comes bare, and bare it is another number or none.
        keyed = shown = own + significant
    if prefix is None or prefix == own:
        again = find(keyed, region)
        return (keyed, shown) if again and again.e164 == number.e164 else None
    if keyed != significant and keyed == own + significant:
        keyed = prefix + significant
        return keyed, f"{prefix} {_spaced(number)}".strip()
    return keyed, shown


@lru_cache(maxsize=256)
def _is_written_with_it(country_code: int, prefix: str) -> bool:
    """Say whether a country's ordinary numbers are written with its trunk prefix; in Brazil, say, they are not."""
    from phonenumbers import (  # noqa: PLC0415 - as above
        PhoneNumberFormat,
        example_number,
        format_number,
        national_significant_number,
        region_code_for_country_code,
    )

    example = example_number(region_code_for_country_code(country_code))
    if example is None:
        return False
    shown = format_number(example, PhoneNumberFormat.NATIONAL)
    return "".join(filter(str.isdigit, shown)) == prefix + national_significant_number(example)


def _spaced(number: PublicNumber) -> str:
    """Return the international form without its country code."""
    return number.shown.removeprefix(f"+{number.country_code}").strip(" -")


def international_prefix(region: str | None) -> str:
    """Return what is keyed for + in this region; "+" where that depends on a carrier or no region is known."""
    if not region or not is_region(region):
        return "+"
    from phonenumbers import PhoneMetadata  # noqa: PLC0415 - as above

    metadata = PhoneMetadata.metadata_for_region(region)
    for prefix in (metadata.preferred_international_prefix, metadata.international_prefix) if metadata else ():
        digits = (prefix or "").replace("~", "")  # ~ marks a pause of old exchanges: 8~10
        if digits.isdigit():
            return digits
    return "+"


@lru_cache(maxsize=1024)
def is_emergency(digits: str, region: str | None) -> bool:
    """Say whether exactly these digits call an emergency service in this region."""
    if not digits.isdigit() or len(digits) > _LONGEST_EMERGENCY:
        return False
    if digits == "112":  # every mobile network knows it, whatever the region
        return True
    from phonenumbers import PhoneMetadata, is_emergency_number  # noqa: PLC0415 - as above

    known = PhoneMetadata.short_metadata_for_region(region or "") if is_region(region) else None
    if known is None or known.emergency is None or not known.emergency.national_number_pattern:
        return digits in _EMERGENCY_WITHOUT_REGION
    return is_emergency_number(digits, region or "")


def emergency_number(digits: str, region: str | None, international: str | None) -> str | None:
    """Return the emergency number that people mean by +44 999, 0044 999 or +112 in this region; None: it is none.

    `international` is what the dial plan keys for +; left out, the region's own.
    """
    from phonenumbers import country_code_for_region  # noqa: PLC0415 - as above

    own = country_code_for_region(region or "")
    prefixes = ("+", international or international_prefix(region), "00")
    ways = [*(f"{prefix}{own}" for prefix in prefixes if own), *prefixes]
    rests = [digits.removeprefix(way) for way in ways if digits.startswith(way)]
    return next((rest for rest in rests if is_emergency(rest, region)), None)


@dataclass(frozen=True, slots=True)
class ShortNumber:
    """A short number of the public network, such as 116117."""

    digits: str
    region: str
    premium: bool


def short_number(digits: str, region: str | None) -> ShortNumber | None:
    """Find a public short number of this region."""
    if not digits.isdigit() or not is_region(region):
        return None
    from phonenumbers import (  # noqa: PLC0415 - as above
        PhoneNumber,
        ShortNumberCost,
        country_code_for_region,
        expected_cost_for_region,
        is_valid_short_number_for_region,
    )

    number = PhoneNumber(country_code=country_code_for_region(region or ""), national_number=int(digits))
    number.italian_leading_zero = digits.startswith("0")
    if not is_valid_short_number_for_region(number, region or ""):
        return None
    return ShortNumber(
        digits, region or "", expected_cost_for_region(number, region or "") == ShortNumberCost.PREMIUM_RATE
    )
