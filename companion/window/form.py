"""The fields of the settings window, as they are typed, and the answers in them. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from companion.cli import answers as reading
from companion.cli.answers import Answers, Store
from companion.language import _
from companion.pbx import KINDS, PbxAddress, kind_named

V20: Final = "v20"
WEB_CLIENT: Final = "v20-webclient"


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the fields. Secrets are not among it: they go from their field into the store."""

    host: str = ""
    kind: str = "v10"
    client_id: str = ""
    extension: str = ""
    region: str = ""
    outside_line: str = ""
    store: Store = "keyring"

    @property
    def wants_client_id(self) -> bool:
        """A V20's calls are placed by an API client."""
        return self.kind == V20

    @property
    def wants_secret(self) -> bool:
        """Where the web client calls, the person is signed in there."""
        return self.kind != WEB_CLIENT


def form_of(answers: Answers, region: str | None = None) -> Form:
    """Fill the fields with what is known; `region` is a guess for where nothing is."""
    return Form(
        host=shown_address(answers),
        kind=answers.kind or "v10",
        client_id=answers.client_id or "",
        extension=answers.extension or "",
        region=answers.region or region or "",
        outside_line=answers.outside_line or "",
        store=answers.store or "keyring",
    )


def shown_address(answers: Answers) -> str:
    """Write the address as short as it can be read again: `pbx.example.com`, `http://10.0.0.5:5000`."""
    if not answers.host:
        return ""
    host = f"[{answers.host}]" if ":" in answers.host else answers.host
    port = f":{answers.port}" if answers.port else ""
    if not (answers.scheme or port):
        return answers.host
    return f"{answers.scheme}://{host}{port}" if answers.scheme else f"{host}{port}"


def answers_in(form: Form, before: Answers) -> tuple[Answers, dict[str, str]]:
    """Read the fields; the second are the faults, by field, as sentences. What is not asked for here stays."""
    faults: dict[str, str] = {}

    def read(field: str, reader: Callable[[str], Any], *, may_be_empty: bool = False) -> Any:
        text = getattr(form, field).strip()
        if not text:
            if not may_be_empty:
                faults[field] = _("This is needed.")
            return None
        try:
            return reader(text)
        except ValueError as error:
            faults[field] = sentence(error)
            return None

    kind = kind_named(form.kind).name
    address: Answers = read("host", reading.read_host) or Answers()
    found = Answers(
        kind=kind,
        host=address.host,
        port=address.port,
        scheme=address.scheme,
        path=address.path,
        client_id=read("client_id", reading.read_client_id) if form.wants_client_id else None,
        extension=read("extension", reading.read_extension),
        region=read("region", reading.read_region),
        store=form.store,
        outside_line=read("outside_line", reading.read_outside_line, may_be_empty=True) or "",
    )
    if (found.host, kind) == (before.host, before.kind):
        found = replace(found, path=found.path or before.path, admin_client_id=before.admin_client_id)
    if "host" not in faults:
        try:
            whole = PbxAddress(kind=kind, host=found.host or "", scheme=found.scheme, port=found.port, path=found.path)
            kind_named(kind).endpoint(whole)
        except ValueError as error:
            faults["host"] = sentence(error)
    return found, faults


def sentence(error: ValueError) -> str:
    """Write a reader's words as a sentence of their own."""
    words = str(error)
    return f"{words[:1].upper()}{words[1:]}."


def kind_titles() -> dict[str, str]:
    """Name the kinds of PBX for people, newest first."""
    return {kind.name: kind.title for kind in reversed(KINDS.values())}
