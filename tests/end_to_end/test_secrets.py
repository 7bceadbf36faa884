"""PIN and password appear nowhere, whatever goes wrong: everything that is written, said or shown is searched."""

import base64
import contextlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

PIN = "Pn&7+z%Q# ü9"
PASSWORD = "Mgmt/9$k?=ß x"
NUMBER = "020 7946 0958"


def spellings(secret: str) -> set[bytes]:
    """Every form in which a secret could stand somewhere by accident."""
    texts = {
        secret,
        quote(secret, safe=""),
        quote(secret),
        quote_plus(secret),
        quote(quote(secret, safe=""), safe=""),
        json.dumps(secret)[1:-1],
        repr(secret)[1:-1],
        secret.encode("utf-8").hex(),
        base64.b64encode(secret.encode()).decode(),
    }
    found = {text.encode("utf-8") for text in texts} | {secret.encode("latin-1"), secret.encode("utf-16-le")}
    # Half of it gives most of it away.
    return found | {secret[:6].encode(), quote(secret[:6], safe="").encode(), secret[-6:].encode()}


FORBIDDEN = spellings(PIN) | spellings(PASSWORD)

Failure = Callable[[Any, Any], None]


def redirect_with_foreign_pin(pbx: Any, _home: Any) -> None:
    # The PBX's own Location holds the PIN and leads away: what is said about it must not.
    pbx.fault(kind="redirect", location="http://127.0.0.2:1/steal", keep_query=True)


FAILURES: dict[str, Failure] = {
    "none": lambda _pbx, _home: None,
    "hang": lambda pbx, _home: pbx.fault(kind="hang"),
    "hang in the session": lambda pbx, _home: pbx.fault(kind="hang", on="session"),
    "reset": lambda pbx, _home: pbx.fault(kind="reset"),
    "half a body": lambda pbx, _home: pbx.fault(kind="half_body", on="session"),
    "no HTTP": lambda pbx, _home: pbx.fault(kind="not_http"),
    "status 500 that repeats the request": lambda pbx, _home: pbx.fault(
        kind="status", status=500, body=f"error in ?pin={quote(PIN, safe='')} ({PIN})"
    ),
    "status 200 that repeats the PIN": lambda pbx, _home: pbx.fault(
        kind="status", status=200, body=f"Invalid PIN {PIN}", content_type="text/plain", on="session"
    ),
    "redirect elsewhere": redirect_with_foreign_pin,
    "redirect loop": lambda pbx, _home: pbx.fault(kind="redirect_loop"),
    "PBX down": lambda pbx, _home: pbx.stop(),
    "settings broken": lambda _pbx, home: append(home.folder / "settings.toml", "\nnonsense = [\n"),
    "settings with an unknown key": lambda _pbx, home: append(home.folder / "settings.toml", "\n[nonsense]\na = 1\n"),
    "journal is a folder": lambda _pbx, home: block(home.folder / "journal.sqlite3"),
}


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def block(path: Path) -> None:
    for found in path.parent.glob("journal*"):
        found.unlink()
    path.mkdir()


def everything(home: Any) -> Iterator[tuple[str, bytes]]:
    """All that was written, except the secrets file itself, which is there to hold them."""
    for path in Path(home.env["HOME"]).rglob("*"):
        if path.is_file() and path.name != "secrets.json":
            yield str(path), path.read_bytes()
    for index, text in enumerate(home.printed):
        yield f"output {index}", text.encode()


@pytest.mark.parametrize("failure", list(FAILURES))
def test_no_secret_shows_after(home: Any, simulate: Any, failure: str) -> None:
    pbx = simulate("v10", "--extension", f"100:{PIN}:Ada", "--password", PASSWORD)
    home.set_up("v10", pbx.port, pin=PIN)
    home.callwith("secret", "set", "password", stdin=PASSWORD)
    home.env |= {"PYTHONASYNCIODEBUG": "1", "PYTHONWARNINGS": "always", "PYTHONDEVMODE": "1"}
    append(home.folder / "settings.toml", '\n[logs]\nlevel = "debug"\n')
    FAILURES[failure](pbx, home)

    shown: dict[str, bytes] = {}
    host = home.host()
    call_id = host.dial(NUMBER)
    shown |= looked_at_from_outside("while calling", host.process.pid)
    with contextlib.suppress(TimeoutError, EOFError):
        host.outcome(call_id)
    for request in ({"type": "status"}, {"type": "recent", "limit": 20}):
        host.send(request)
        with contextlib.suppress(TimeoutError, EOFError):
            host.receive()
    shown |= looked_at_from_outside("after the call", host.process.pid)
    shown["replies"] = json.dumps(host.received, ensure_ascii=False).encode() + json.dumps(host.received).encode()
    shown["stderr"] = host.close().encode()

    home.callwith("call", NUMBER, check=False)
    if pbx.process.poll() is None:
        pbx.fault(kind="status", status=500, body=f"pwd={quote(PASSWORD, safe='')} ({PASSWORD})", times=2)
    home.callwith("extension", "set", "101", "--disabled", check=False)
    for words in (["doctor"], ["doctor", "--json"], ["history"], ["history", "--json"], ["call", NUMBER, "--dry-run"]):
        home.callwith(*words, check=False)

    shown |= dict(everything(home))
    assert any(name.endswith(".log") for name in shown), "nothing was logged, so nothing was searched"
    for name, content in shown.items():
        assert not [secret for secret in FORBIDDEN if secret in content], f"{name} holds a secret"


def looked_at_from_outside(when: str, pid: int) -> dict[str, bytes]:
    """What any program of the same user can read about the process."""
    found = {}
    for name in ("cmdline", "environ"):
        with contextlib.suppress(OSError):
            found[f"{name} {when}"] = Path(f"/proc/{pid}/{name}").read_bytes()
    return found


def test_the_search_finds_a_secret_in_any_spelling(tmp_path: Path) -> None:
    # The search above would pass on anything if it could not find what it looks for.
    for text in (
        f"pin={quote(PIN, safe='')}&x",
        f"{{'pin': {PIN!r}}}",
        json.dumps({"p": PASSWORD}),
        os.fsdecode(PIN.encode()),
    ):
        (tmp_path / "log").write_text(text, "utf-8")
        assert any(secret in (tmp_path / "log").read_bytes() for secret in FORBIDDEN), text
