"""What tests of the journal ask it."""

from uuid import UUID, uuid4

from companion.errors import Code
from companion.journal import Asked, Journal

NUMBER = "020 7946 0958"


def asked(call: UUID | None = None, *, written: str = NUMBER, code: Code | None = None) -> Asked:
    return Asked(call or uuid4(), written, "02079460958", "click", "https://crm.example", code)


def ask(journal: Journal, call: Asked, limit: int = 1000) -> None:
    journal.ask(call, calls_per_minute=limit)
