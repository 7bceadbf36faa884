"""What is given to the companion from outside, each as a function of bytes that asserts what must always hold.

Run with inputs that hypothesis invents in the suite (tests/companion/test_fuzz.py), and with those that atheris finds
by looking at which code they reach (`make fuzz`).
"""

import contextlib
import re
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl

from companion.callers import CHROMIUM_ID, GECKO_ID, caller_of, is_ours
from companion.decoding import decode
from companion.dial_plan import PlanRefused, plan
from companion.dialling_rules import DialPlan
from companion.errors import CallError
from companion.framing import HEADER, MAX_FRAME, FrameReader, pack
from companion.journal_ids import SentIds
from companion.pbx import MakeCall, limits
from companion.pbx.address import Endpoint
from companion.pbx.client import Accepted
from companion.pbx.pbxapi import make_call_query
from companion.pbx.redirects import follow
from companion.pbx.replies import reply_from
from companion.pbx.tokens import Token, token_from
from companion.pbx.v20_replies import call_from, devices_from, heard_from, state_from, states_from, user_from
from companion.pbx.wire import Answer, Request
from companion.protocol import Error
from companion.secret import Secret
from companion.settings import Settings, parse_settings

PIN: Final = Secret("geheim&7#%")
_REGIONS: Final = ("GB", "DE", "US", "IT", "BR", "AU", None)
_PLANS: Final = (
    DialPlan(),
    DialPlan(outside_line_prefix="9", extension_dialling="pause"),
    DialPlan(internal=[r"[0-9*#]{1,20}"], own_country="international"),
)


def wire(data: bytes) -> None:
    """Bytes on standard input: cut anywhere, each frame is decoded or named, and every reply fits into a frame."""
    reader, step = FrameReader(), 1 + (data[0] if data else 0)
    for at in range(0, len(data), step):
        for payload in reader.feed(data[at : at + step]):
            assert payload is None or len(payload) <= MAX_FRAME
            message(payload or b"")
    assert len(reader._held) <= MAX_FRAME + HEADER + step


def message(data: bytes) -> None:
    """One payload."""
    read = decode(data)
    if isinstance(read, Error):
        assert len(pack(read.model_dump_json().encode())) < 4096
        assert "geheim" not in read.message


def number(data: bytes) -> None:
    """A number as written on a page, for every region and kind of plan."""
    if not data:
        return
    written = data[1:].decode("utf-8", "surrogateescape" if data[0] & 1 else "replace")
    region, rules = _REGIONS[data[0] % len(_REGIONS)], _PLANS[data[0] % len(_PLANS)]
    try:
        dialled = plan(written, dial_plan=rules, region=region).dialled
    except PlanRefused as refused:
        dialled = refused.plan.dialled
    except CallError as error:
        assert error.detail  # noqa: PT017 - a fuzzer's target, not a test
        return
    assert re.fullmatch(r"\+?[0-9*#]{1,64}(,,[0-9]{1,20})?", dialled)
    query = parse_qsl(make_call_query(MakeCall(dialled), extension="100", pin=PIN), keep_blank_values=True)
    assert query == [("func", "make_call"), ("from", "100"), ("to", dialled), ("pin", PIN.reveal())]


def pbx_answer(data: bytes) -> None:
    """What any PBX answers, read by everything that reads answers."""
    head, _, body = data.partition(b"\n")
    kind = head.decode("latin-1")
    status = 200 + (head[0] if head else 0) * 2
    answer = Answer(status, body, content_type=kind, content_encoding=kind[5:9], complete=len(head) % 2 == 0)
    state_from(answer), states_from(answer)  # their failures are told to nobody
    for found in (
        reply_from(answer, secrets=(PIN,)),
        call_from(answer, (PIN,)),
        devices_from(answer, (PIN,)),
        user_from(answer, "100", (PIN,)),
        token_from(answer, now=0.0, secret=PIN),
    ):
        if isinstance(found, CallError):
            assert PIN.reveal() not in found.message
            assert len(found.message) < 1000
        elif isinstance(found, Accepted):
            assert len(found.excerpt) <= limits.EXCERPT_CHARACTERS
        elif isinstance(found, Token):
            assert found.value.reveal().isascii()


def event(data: bytes) -> None:
    """A text of the event socket."""
    heard = heard_from(data.decode("utf-8", "replace"))
    assert heard is None or heard.participant.isdigit()


def redirect(data: bytes) -> None:
    """A Location: followed only to our own origin and page, with our own command."""
    endpoint = Endpoint("http", "127.0.0.1", 5000, "/ivr/PbxAPI.aspx")
    request = Request("GET", endpoint.path, make_call_query(MakeCall("123"), extension="100", pin=PIN))
    following = follow(request, data.decode("latin-1"), endpoint)
    if isinstance(following, CallError):
        assert "geheim" not in following.message
        return
    assert following.path.startswith("/")
    assert following.path.rpartition("/")[2].lower() == "pbxapi.aspx"
    assert following.query.startswith(request.query)
    assert (following.path + following.query).isascii()
    assert not re.search(r"[\s\x00-\x1f]", following.path + following.query)
    parameters = [name.lower() for name, _ in parse_qsl(following.query, keep_blank_values=True)]
    assert parameters.count("pin") == parameters.count("to") == parameters.count("func") == 1


def settings(data: bytes) -> None:
    """A settings file: understood, or refused in a sentence that holds no value of it."""
    try:
        content = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return
    try:
        assert isinstance(parse_settings(content, Path("settings.toml")), Settings)
    except CallError as error:
        assert "geheim" not in error.message  # noqa: PT017 - as above


def arguments(data: bytes) -> None:
    """The host's arguments: ours only when they are exactly ours."""
    words = data.decode("utf-8", "replace").split("\n")
    if is_ours(caller_of(words)):
        *before, last = [word for word in words if not word.startswith("--parent-window=")]
        chromium = last in {f"chrome-extension://{CHROMIUM_ID}/", f"chrome-extension://{CHROMIUM_ID}"} and not before
        assert chromium or (last == GECKO_ID and len(before) == 1)


def ids(data: bytes) -> None:
    """The file of ids that were sent, however it was damaged."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.ids"
        path.write_bytes(data)
        path.chmod(0o600)
        found = SentIds(path)
        found.last()
        found.add(b"0123456789abcdef")
        assert found.last() == b"0123456789abcdef"
        assert b"0123456789abcdef" in {*found.all()}
        with contextlib.suppress(StopIteration):
            assert len(next(found.all())) == 16


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    each.__name__: each for each in (wire, message, number, pbx_answer, event, redirect, settings, arguments, ids)
}

SEEDS: Final[dict[str, list[bytes]]] = {
    "wire": [pack(b'{"type":"status"}') * 2, b"\xff\xff\xff\xff" + b"x" * 100],
    "message": [
        b'{"type":"dial","id":"6f1f5e0a-3c55-4f0e-9d0c-2f5a1c7b9e10","written":"020 7946 0958","via":"click"}',
        b'{"type":"hang_up","id":"6f1f5e0a-3c55-4f0e-9d0c-2f5a1c7b9e10"}',
        b'{"type":"recent","limit":10}',
    ],
    "number": [
        b"\x00tel:+44%2020%207946%200958;ext=55",
        b"\x01+49 (0) 30 / 90 18 20",
        b"\x021-800-FLOWERS",
        b"\x03112",
    ],
    "pbx_answer": [
        b"\x00text/html; charset=utf-8\n<html>OK</html>",
        b"\x00\n" + b'{"finalstatus":"Success","result":{"id":7,"status":"Dialing"}}',
        b"\x00\n" + b'{"access_token":"t","expires_in":60}',
        b'\x00\n{"value":[{"Id":1,"Number":"100","DisplayName":"A","Enabled":true,"Internal":false,"RecordCalls":true}]}',
        b"\x64\nwrong pin geheim&amp;7#%",
    ],
    "event": [b'{"sequence":1,"event":{"event_type":0,"entity":"/callcontrol/100/participants/7"}}'],
    "redirect": [
        b"/ivr/(S(abc))/PbxAPI.aspx?func=make_call&from=100&to=123&pin=geheim%267%23%25",
        b"//evil/PbxAPI.aspx",
    ],
    "settings": [
        b'[pbx]\nkind="v10"\nhost="pbx"\n[user]\nextension="100"\nregion="GB"\n[dial_plan]\noutside_line_prefix="9"',
        b"[dial_plan]\nrewrite=[{pattern='0(\\d+)', replacement='9\\1'}]\n[dial_plan.destinations]\nbarred=['+882']",
    ],
    "arguments": [f"chrome-extension://{CHROMIUM_ID}/\n--parent-window=0".encode(), b"/x/m.json\n" + GECKO_ID.encode()],
    "ids": [b"\n0123456789abcdef0123456789abcdef\n"],
}
"""Inputs that reach far; others are made from them."""
