"""Numbers as logs, and by choice the journal, hold them. Pure."""


def shortened(number: str | None) -> str:
    """Return enough of a number to recognise it and too little to call it: `+442…58`."""
    if not number:
        return "-"
    digits = "".join(each for each in number if each.isalnum() or each == "+")
    return f"{digits[:4]}…{digits[-2:]}" if len(digits) > 6 else "…"  # noqa: PLR2004 - shorter ones are internal
