"""Reading a point in time as people write it after `--since`. Pure."""

import re
from datetime import UTC, datetime, timedelta

_AGO = re.compile(r"(\d{1,5})\s*(m|min|h|d|w)")
_UNITS = {"m": "minutes", "min": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def parse_since(text: str, now: datetime) -> datetime:
    """Read `30m`, `12h`, `7d`, `2w`, `today`, `yesterday`, or ISO 8601 (local time unless it says otherwise).

    `now` carries the local time zone; the answer is UTC. Raises ValueError with a sentence.
    """
    text = text.strip().lower()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if text == "today":
        return midnight.astimezone(UTC)
    if text == "yesterday":
        return (midnight - timedelta(days=1)).astimezone(UTC)
    if ago := _AGO.fullmatch(text):
        try:
            return (now - timedelta(**{_UNITS[ago[2]]: int(ago[1])})).astimezone(UTC)
        except OverflowError:
            raise ValueError("that is before any call") from None
    try:
        moment = datetime.fromisoformat(text.upper())
        return (moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"{text!r} is no point in time; write 30m, 12h, 7d, today, yesterday or 2026-01-31") from None
