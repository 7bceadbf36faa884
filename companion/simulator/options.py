"""How a simulated PBX is set up: its kind, its extensions, how it refuses and how fast its people answer. Pure."""

import tomllib
from dataclasses import dataclass, replace
from ipaddress import ip_address
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from companion.simulator.kinds import LAYOUTS

WrongPin = Literal["text", "403", "login-page", "login-redirect"]
"""The ways a PBX might refuse a PIN; which one a real PBX takes is not documented."""

WRONG_PIN: Final = ("text", "403", "login-page", "login-redirect")
REDIRECTS: Final = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class ExtensionSetup:
    """One extension as the simulator starts with it."""

    number: str
    pin: str
    name: str = ""
    enabled: bool = True
    external_calls: bool = True
    recording: bool = False
    devices: tuple[str, ...] = ("Desk phone",)


EXTENSIONS: Final = (
    ExtensionSetup("100", "1234", "Ada Lovelace", devices=("Desk phone", "Web client")),
    ExtensionSetup("101", "5678", "Grace Hopper"),
    ExtensionSetup("102", "a&b+c%# ü", "Alan Turing"),
    ExtensionSetup("103", "abcd!?", "Edsger Dijkstra", enabled=False),
    ExtensionSetup("104", "2468", "Barbara Liskov", external_calls=False),
)
"""What is there when nothing is said: 102 has an awkward PIN, 103 is disabled, 104 may only call inside."""


@dataclass(frozen=True, slots=True)
class Options:
    """A simulated PBX. Raises ValueError with a sentence that names the option."""

    kind: str = "v10"
    host: str = "127.0.0.1"
    port: int | None = None
    """None: the kind's own port; 0: any free one."""
    extensions: tuple[ExtensionSetup, ...] = EXTENSIONS
    password: str = "admin"  # noqa: S105 - the vendor's own example, of a PBX that is none
    """The management password (classic) and the API client's secret (V20)."""
    client_id: str = "callwith"
    """The API client's name (V20)."""
    redirect: int = 302
    wrong_pin: WrongPin = "text"
    answer_after: float | None = 1.0
    """Seconds until the caller picks up; None: by hand on the page."""
    destination_answers_after: float | None = 1.0
    """Seconds until the destination picks up; None: by hand on the page."""
    talk_for: float | None = 20.0
    """Seconds until the destination hangs up; None: by hand on the page."""
    latency: float = 0.0
    """Seconds every answer of the PBX takes."""
    token_unit: Literal["seconds", "minutes"] = "seconds"  # noqa: S105 - a unit of time
    """What `expires_in` of a V20 token counts: seconds since 20.0.9, minutes before."""

    def __post_init__(self) -> None:
        """Refuse what cannot be simulated, above all an address that others could reach."""
        if self.kind not in LAYOUTS:
            raise ValueError(f"kind: one of {', '.join(LAYOUTS)}")
        if not is_loopback(self.host):
            raise ValueError("host: the simulator listens on loopback only (127.0.0.1 or ::1)")
        if self.redirect not in REDIRECTS:
            raise ValueError(f"redirect: one of {', '.join(map(str, REDIRECTS))}")
        if self.wrong_pin not in WRONG_PIN:
            raise ValueError(f"wrong_pin: one of {', '.join(WRONG_PIN)}")
        numbers = [extension.number for extension in self.extensions]
        if len(set(numbers)) != len(numbers):
            raise ValueError("extensions: a number stands there twice")
        if not all(number.isdecimal() and number.isascii() for number in numbers):
            raise ValueError("extensions: a number has digits only")


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach a server bound to `host`."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def extension_from_text(text: str) -> ExtensionSetup:
    """Read `NUMBER:PIN` or `NUMBER:PIN:NAME`. Raises ValueError."""
    number, pin, name = (*text.split(":", 2), "", "")[:3]
    if not pin:
        raise ValueError("an extension is written NUMBER:PIN or NUMBER:PIN:NAME")
    return ExtensionSetup(number, pin, name)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    number: str = Field(pattern=r"^[0-9]{1,20}$")
    pin: str = Field(min_length=1)
    name: str = ""
    enabled: bool = True
    external_calls: bool = True
    recording: bool = False
    devices: list[str] = ["Desk phone"]

    def setup(self) -> ExtensionSetup:
        given = self.model_dump()
        return ExtensionSetup(**{**given, "devices": tuple(self.devices)})


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    password: str | None = None
    client_id: str | None = None
    extensions: list[_Entry] = []


def with_file(options: Options, path: Path) -> Options:
    """Take extensions and passwords from a TOML file (docs/simulator.md). Raises ValueError, OSError."""
    try:
        read = _File.model_validate(tomllib.loads(path.read_text("utf-8")))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise ValueError(f"{path.name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from None
    return replace(
        options,
        password=read.password or options.password,
        client_id=read.client_id or options.client_id,
        extensions=tuple(entry.setup() for entry in read.extensions) or options.extensions,
    )
