"""What kind of number it is and whether it may be dialled, by the public numbering plans. Pure.

`phonenumbers` loads a region's metadata when it is first asked about it.
"""

from typing import Final

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType, ValidationResult
from phonenumbers import shortnumberinfo as short

from companion.settings import Destinations, Verdict

_ANYWHERE: Final = frozenset({"112", "911", "999"})
"""Emergency numbers that networks of most regions know; asked about where no region is known."""
_GSM: Final = "112"
"""Reaches help from every mobile network, whatever the region."""
_GLOBAL_SATELLITE: Final = frozenset({870, 881, 882, 883})
"""Country codes of satellite and international networks, which belong to no country."""
_STRICTER: Final[dict[Verdict, int]] = {"allow": 0, "ask": 1, "bar": 2}
_POSSIBLE: Final = frozenset({ValidationResult.IS_POSSIBLE, ValidationResult.IS_POSSIBLE_LOCAL_ONLY})
_REASONS: Final[dict[int, str]] = {
    NumberParseException.INVALID_COUNTRY_CODE: "it has no country code and no region is known",
    NumberParseException.NOT_A_NUMBER: "it is not a number",
    NumberParseException.TOO_SHORT_AFTER_IDD: "it is too short",
    NumberParseException.TOO_SHORT_NSN: "it is too short",
    NumberParseException.TOO_LONG: "it is too long",
}


def understand(text: str, region: str | None) -> PhoneNumber | str:
    """Return the number, or why it is none."""
    try:
        number = phonenumbers.parse(text, region)
    except NumberParseException as error:
        return _REASONS.get(error.error_type, "it is not a number")
    found = phonenumbers.is_possible_number_with_reason(number)
    if found in _POSSIBLE:
        return number
    if found == ValidationResult.INVALID_COUNTRY_CODE:
        return "its country code does not exist"
    return (
        "it is too long" if found == ValidationResult.TOO_LONG else "it is too short, or of a length that is not used"
    )


def e164(number: PhoneNumber) -> str:
    """`+442079460958`."""
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def national_digits(number: PhoneNumber, prefix: str | None) -> str:
    """Return the number as dialled inside its country: with its trunk prefix, or with the one given."""
    if prefix is not None:
        return prefix + phonenumbers.national_significant_number(number)
    text = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    return "".join(letter for letter in text if letter.isdecimal())


def is_own_country(number: PhoneNumber, region: str | None) -> bool:
    """Tell whether the number belongs to the country code of the region."""
    return region is not None and number.country_code == phonenumbers.country_code_for_region(region)


def international_prefix(region: str | None) -> str:
    """Return what is dialled before a foreign country code: `00`, `011`; `+` where there is no single answer."""
    found = phonenumbers.PhoneMetadata.metadata_for_region(region) if region else None
    prefix = (found.preferred_international_prefix or found.international_prefix or "") if found else ""
    prefix = prefix.replace("~", "")  # a pause for a second dial tone
    return prefix if prefix.isdecimal() else "+"


def is_emergency(digits: str, region: str | None) -> bool:
    """Tell whether these digits, dialled in the region, reach an emergency service."""
    if not digits.isdecimal():
        return False
    if region is None:
        return digits in _ANYWHERE
    if digits == _GSM or short.is_emergency_number(digits, region):
        return True
    return bool(short.connects_to_emergency_number(digits, region)) and isinstance(understand(digits, region), str)


def judge_short(digits: str, region: str | None, rules: Destinations) -> tuple[Verdict, str]:
    """Judge an internal number: allowed, unless the region knows it as an expensive service number."""
    if region is not None and digits.isdecimal():
        cost = short.expected_cost_for_region(
            PhoneNumber(phonenumbers.country_code_for_region(region), int(digits)), region
        )
        if cost == short.ShortNumberCost.PREMIUM_RATE:
            return rules.premium, "premium rate service number"
    return "allow", "internal number"


def judge(number: PhoneNumber, region: str | None, rules: Destinations) -> tuple[Verdict, str]:
    """Return what the rules say and which of them: the longest matching prefix, else the strictest of the types."""
    full = e164(number)
    prefixes: list[tuple[int, int, Verdict, str]] = []
    lists: list[tuple[Verdict, list[str]]] = [("allow", rules.allowed), ("ask", rules.ask), ("bar", rules.barred)]
    for verdict, listed in lists:
        prefixes += [(len(each), _STRICTER[verdict], verdict, each) for each in listed if full.startswith(each)]
    if prefixes:
        _, _, verdict, prefix = max(prefixes)
        return verdict, f"prefix {prefix}"
    kinds: list[tuple[Verdict, str]] = []
    kind = phonenumbers.number_type(number)
    if kind == PhoneNumberType.PREMIUM_RATE:
        kinds.append((rules.premium, "premium rate number"))
    if kind == PhoneNumberType.SHARED_COST:
        kinds.append((rules.shared_cost, "shared cost number"))
    if number.country_code in _GLOBAL_SATELLITE:
        kinds.append((rules.satellite, "satellite number"))
    if region is not None and not is_own_country(number, region):
        kinds.append((rules.international, "international number"))
    return max(kinds or [(rules.other, "other number")], key=lambda found: _STRICTER[found[0]])
