"""The countries to choose from, by their names in the person's language. Pure.

The names come with `phonenumbers`; where a language has none of its own, another's is written `*es` in its data.
"""

from phonenumbers import SUPPORTED_REGIONS
from phonenumbers.geodata.locale import LOCALE_DATA


def region_names(language: str) -> dict[str, str]:
    """Return `{"DE": "Deutschland (DE)", …}` in the order of the names."""
    named = {region: f"{_name(region, language)} ({region})" for region in SUPPORTED_REGIONS if len(region) == 2}  # noqa: PLR2004 - not 001 and its like
    return dict(sorted(named.items(), key=lambda each: each[1].casefold()))


def _name(region: str, language: str) -> str:
    names = LOCALE_DATA.get(region, {})
    for wanted in (language, "en"):
        name = names.get(wanted, "")
        while name.startswith("*"):
            wanted, name = name[1:], names.get(name[1:], "")  # noqa: PLW2901 - follows the reference
        if name:
            return name
    return region
