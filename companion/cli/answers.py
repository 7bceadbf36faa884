"""The answers `setup` collects: checked one by one, put over what the settings already say. Pure.

Every reader raises ValueError with a sentence, which a question repeats and an option turns into an error.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal

from companion.cli.address import Scheme, read_address
from companion.cli.output import USAGE, Problem
from companion.language import _
from companion.pbx import KINDS, PbxAddress, kind_named

Store = Literal["keyring", "file"]

_EXTENSION: Final = re.compile(r"[0-9]{1,20}")
_CLIENT_ID: Final = re.compile(r"[\x21-\x7e]{1,128}")
_REGION: Final = re.compile(r"[A-Z]{2}")
_OUTSIDE_LINE: Final = re.compile(r"[0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything but the secrets. None: not answered, or left as is usual for the kind."""

    kind: str | None = None
    host: str | None = None
    port: int | None = None
    scheme: Scheme | None = None
    path: str | None = None
    client_id: str | None = None
    """V20 only: the API client that places calls."""
    admin_client_id: str | None = None
    """V20 only: another API client, for changing extensions."""
    extension: str | None = None
    region: str | None = None
    store: Store | None = None
    outside_line: str | None = None
    """Dialled before numbers outside the house; empty: nothing is."""


def over(new: Answers, old: Answers) -> Answers:
    """Put new answers over old ones. Port, scheme, path and API clients of another PBX are not taken over."""
    moved = (new.host and new.host != old.host) or (new.kind and new.kind != old.kind)
    if moved:
        old = replace(old, port=None, scheme=None, path=None, client_id=None, admin_client_id=None)
    return filled(old, new)


def filled(base: Answers, more: Answers) -> Answers:
    """Put what is answered in `more` over `base`."""
    return replace(base, **{f.name: value for f in fields(more) if (value := getattr(more, f.name)) is not None})


def read_kind(text: str) -> str:
    """Read the kind of PBX."""
    try:
        return kind_named(text.strip().lower()).name
    except ValueError:
        words = _("{text!r} is no kind of PBX; there are {kinds}")
        raise ValueError(words.format(text=text, kinds=", ".join(KINDS))) from None


def read_host(text: str) -> Answers:
    """Read an address, or all that a pasted URL says."""
    pasted = read_address(text)
    try:
        PbxAddress(kind="", host=pasted.host)
    except ValueError:
        words = _("{text!r} is no address; write a name or an IP address, or paste the URL")
        raise ValueError(words.format(text=text)) from None
    return Answers(host=pasted.host, port=pasted.port, scheme=pasted.scheme, path=pasted.path)


def read_client_id(text: str) -> str:
    """Read the id of a V20's API client."""
    text = text.strip()
    if not _CLIENT_ID.fullmatch(text):
        words = _("{text!r} is no id of an API client; see Integrations > API in the PBX's console")
        raise ValueError(words.format(text=text))
    return text


def read_extension(text: str) -> str:
    """Read the person's own extension."""
    text = text.strip()
    if not _EXTENSION.fullmatch(text):
        words = _("{text!r} is not an extension's number; write digits only, for example 100")
        raise ValueError(words.format(text=text))
    return text


def read_outside_line(text: str) -> str:
    """Read what is dialled to get an outside line; empty where nothing is."""
    text = text.strip()
    if text and not _OUTSIDE_LINE.fullmatch(text):
        raise ValueError(_("{text!r} is no outside line; write its digits, for example 9").format(text=text))
    return text


def read_region(text: str) -> str:
    """Read a country by its two letters."""
    from phonenumbers import SUPPORTED_REGIONS

    region = text.strip().upper()
    region = "GB" if region == "UK" else region
    if not _REGION.fullmatch(region) or region not in SUPPORTED_REGIONS:
        words = _("{text!r} is no country; write its two letters, for example GB, DE or US")
        raise ValueError(words.format(text=text))
    return region


def from_options(
    *,
    kind: str | None,
    host: str | None,
    port: int | None,
    scheme: Scheme | None,
    path: str | None,
    client_id: str | None,
    admin_client_id: str | None,
    extension: str | None,
    region: str | None,
    store: Store | None,
    outside_line: str | None,
) -> Answers:
    """Check what was given as options. Raises Problem that names the option."""
    address = _option("--host", read_host, host) or Answers()
    named = Answers(
        kind=_option("--kind", read_kind, kind),
        port=port,
        scheme=scheme,
        path=path,
        client_id=_option("--client-id", read_client_id, client_id),
        admin_client_id=_option("--admin-client-id", read_client_id, admin_client_id),
        extension=_option("--extension", read_extension, extension),
        region=_option("--region", read_region, region),
        store=store,
        outside_line=_option("--outside-line", read_outside_line, outside_line),
    )
    return filled(address, named)


def _option(name: str, reader: Callable[[str], Any], text: str | None) -> Any:
    if text is None:
        return None
    try:
        return reader(text)
    except ValueError as error:
        raise Problem(f"{name}: {error}.", _("See: callwith setup --help"), USAGE) from None


def missing(answers: Answers) -> list[str]:
    """Name the options that still have to be answered, with what each wants."""
    wanted = {
        "--kind": (answers.kind, f"one of {', '.join(KINDS)}"),
        "--host": (answers.host, "name or address of the PBX"),
        "--extension": (answers.extension, "your own extension"),
    }
    return [f"{name} ({what})" for name, (value, what) in wanted.items() if value is None]


def check(answers: Answers) -> None:
    """Check the address as a whole. Raises Problem that names the option."""
    try:
        address = PbxAddress(
            kind=answers.kind or "",
            host=answers.host or "",
            scheme=answers.scheme,
            port=answers.port,
            path=answers.path,
        )
        kind_named(address.kind).endpoint(address)
    except ValueError as error:
        raise Problem(f"--{error}.", _("See: callwith setup --help"), USAGE) from None
