"""Request targets as the page and the log may show them."""

import re
from typing import Final

_SECRETS: Final = re.compile(r"(?i)(^|[?&;])((?:pin|pwd|password|client_secret|token)=)[^&#]*")


def masked_target(target: str) -> str:
    """Mask the values of PIN and password; everything else stays as it came."""
    return _SECRETS.sub(r"\1\2****", target)
