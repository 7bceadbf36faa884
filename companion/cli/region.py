"""Guessing the region from the system's language setting. Pure but for reading it."""

import locale
import os
import re
import sys
from collections.abc import Mapping

_LOCALE = re.compile(r"[a-zA-Z]{2,3}(?:[_-][A-Z][a-z]{3})?[_-]([A-Z]{2})(?:[.@].*)?")


def region_of(environment: Mapping[str, str]) -> str | None:
    """Read the region out of `de_AT.UTF-8` and the like; None if the settings name none."""
    for variable in ("LC_ALL", "LC_TELEPHONE", "LC_CTYPE", "LANG"):
        if found := _LOCALE.fullmatch(environment.get(variable, "")):
            return found[1]
    return None


def system_region() -> str | None:
    """Guess the region of the person at this machine."""
    if guessed := region_of(os.environ):
        return guessed
    if sys.platform not in {"win32", "darwin"}:
        return None  # there Python makes en_US of a system that names no country
    return region_of({"LANG": locale.getlocale()[0] or ""})
