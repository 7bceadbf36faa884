"""The host's first frame, made without importing anything: it is on the wire before pydantic or aiohttp are looked for.

What it says of the PBX comes from a glance at the settings' text. Whether those settings are right is the business of
`status`; a wrong kind here means no more than that nothing is offered yet.
"""

from companion import PROTOCOL, __version__, folders

CAPABILITIES: dict[str, tuple[str, ...]] = {
    "v9-iis": ("make_call", "set_extension"),
    "v9-abyss": ("make_call", "set_extension"),
    "v10": ("make_call", "set_extension"),
    "v20": ("make_call", "live_state", "hang_up", "set_extension", "show_extension", "choose_device"),
    "v20-webclient": ("make_call",),
}
"""What each kind of PBX can do, as `companion.pbx.kinds` declares it; a test holds both against each other."""

_GLANCE = 16 * 1024
"""Bytes of the settings that are looked at; `[pbx]` is their first section."""


def greeting() -> bytes:
    """Return the greeting's payload."""
    capabilities = ",".join(f'"{each}"' for each in CAPABILITIES.get(_kind(), ()))
    return (
        f'{{"type":"greeting","version":"{__version__}","protocol":{PROTOCOL},"capabilities":[{capabilities}]}}'
    ).encode()


def _kind() -> str:
    """Return the kind that the settings name under `[pbx]`, or an empty text."""
    try:
        with open(f"{folders.config_folder()}/settings.toml", "rb") as file:  # noqa: PTH123 - pathlib costs 4 ms
            text = file.read(_GLANCE).decode(errors="replace")
    except OSError:
        return ""
    section = ""
    for line in text.splitlines():
        key, _, value = line.partition("=")
        if line.lstrip().startswith("["):
            section = line.strip(" \t[]")
        elif section == "pbx" and key.strip() == "kind":
            return value.partition("#")[0].strip(" \t\"'")
    return ""
