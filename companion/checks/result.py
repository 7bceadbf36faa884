"""One answer of the doctor."""

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """How a check went. Only `FAIL` makes the doctor's exit code non-zero."""

    OK = "ok"
    WARN = "warning"
    FAIL = "failed"
    SKIP = "not checked"


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, how it is, in one sentence, and what mends it. Never holds a secret."""

    part: str
    """Heading people see: Program, Settings, PBX, a browser's name."""
    name: str
    """Stable, for scripts: `python`, `keyring`, `pbx_tls`…"""
    health: Health
    says: str
    remedy: str | None = None
    elsewhere: str | None = None
    """What is said instead where the PBX's name and address are nobody's business, in the browser."""
