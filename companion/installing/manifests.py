"""What a host manifest contains, and what may be wrong with one that is there. Pure."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from companion.installing import datafiles
from companion.installing.browsers import HOST_NAME, Family

CHROMIUM_ID: Final = re.compile(r"[a-p]{32}")
GECKO_ID: Final = re.compile(
    r"(\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}|[A-Za-z0-9._-]*@[A-Za-z0-9._-]+)"
)
_CALLERS: Final = {Family.CHROMIUM: "allowed_origins", Family.FIREFOX: "allowed_extensions"}
LONGEST_MANIFEST: Final = 64 * 1024
"""Bytes read of a manifest somebody else may have written; ours has under 1 KiB."""


@dataclass(frozen=True, slots=True)
class Callers:
    """Ids of extensions allowed besides ours, e.g. that of another store, as the settings name them."""

    chromium: tuple[str, ...] = ()
    firefox: tuple[str, ...] = ()


def _entries(family: Family, callers: Callers) -> list[str]:
    """Further callers as the manifest writes them. A malformed id is left out: one would void the whole file."""
    if family is Family.CHROMIUM:
        return [f"chrome-extension://{name}/" for name in callers.chromium if CHROMIUM_ID.fullmatch(name)]
    return [name for name in callers.firefox if GECKO_ID.fullmatch(name)]


def manifest(family: Family, host: Path, callers: Callers) -> dict[str, Any]:
    """Fill in the template of this family. `host` is the absolute path of the installed `callwith-host`."""
    filled: dict[str, Any] = json.loads(datafiles.read(f"{family}-host.json"))
    key = _CALLERS[family]
    filled["path"] = str(host)
    filled[key] = list(dict.fromkeys([*filled[key], *_entries(family, callers)]))
    return filled


def rendered(content: dict[str, Any]) -> bytes:
    """Write a manifest as the file holds it."""
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def faults(found: bytes, wanted: dict[str, Any], family: Family) -> list[str]:
    """Name what keeps the browser from starting our host with this manifest, or lets strangers in; empty if right."""
    try:
        content = json.loads(found)
    except (ValueError, RecursionError):
        return ["it is not JSON"]
    if not isinstance(content, dict):
        return ["it is not a JSON object"]
    key, foreign = _CALLERS[family], _CALLERS[Family.FIREFOX if family is Family.CHROMIUM else Family.CHROMIUM]
    wrong = []
    if content.get("name") != HOST_NAME:
        wrong.append(f"its name is {content.get('name')!r} instead of {HOST_NAME!r}")
    if content.get("type") != "stdio":
        wrong.append("its type is not stdio")
    if content.get("path") != wanted["path"]:
        wrong.append(f"it starts {content.get('path')!r} instead of {wanted['path']!r}")
    if family is Family.FIREFOX and foreign in content:
        wrong.append(f"it holds {foreign}, for which Firefox rejects the whole file")
    listed = content.get(key)
    present = {entry for entry in listed if isinstance(entry, str)} if isinstance(listed, list) else set()
    if missing := [entry for entry in wanted[key] if entry not in present]:
        wrong.append(f"{key} lacks {', '.join(missing)}")
    if unwanted := sorted(present - set(wanted[key])):
        wrong.append(f"{key} also lets in {', '.join(unwanted)}")
    return wrong
