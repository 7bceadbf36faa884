"""The layouts the simulator speaks: port and path of each kind."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a kind of PBX listens; `folder` is empty for V20, which has no PbxAPI.aspx."""

    port: int
    folder: str | None


LAYOUTS: Final = {
    "v9-iis": Layout(5484, "/"),
    "v9-abyss": Layout(5481, "/ivr/"),
    "v10": Layout(5000, "/ivr/"),
    "v20": Layout(5001, None),
}
