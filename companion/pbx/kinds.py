"""Every kind of PBX there is. A new one is one module with `KINDS`, and one line here."""

from typing import Final

from companion.pbx import pbxapi, v20, webclient
from companion.pbx.kind import Kind

KINDS: Final[dict[str, Kind]] = {kind.name: kind for module in (pbxapi, v20, webclient) for kind in module.KINDS}


def kind_named(name: str) -> Kind:
    """Find a kind. Raises ValueError that lists the ones there are."""
    try:
        return KINDS[name]
    except KeyError:
        raise ValueError(f"kind: one of {', '.join(KINDS)}") from None
