"""Inputs that hypothesis makes up, for everything that comes from outside, and for the real host over its pipes."""

import json
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))

from fault_support import FaultyPbx, PatientHost, configure
from host_support import ROOT
from targets import SEEDS, TARGETS

from companion.framing import MAX_FRAME
from companion.protocol import Reply

GOOD = [
    each["message"]
    for each in json.loads((ROOT / "native-messaging/golden/good.json").read_text())["to_host"]
    if each["message"]["type"] != "open_settings"  # a window for each would be in somebody's way
]
REPLIES: TypeAdapter[Any] = TypeAdapter(Reply)


def bent(seed: bytes) -> st.SearchStrategy[bytes]:
    """A seed with a piece cut out and something put in."""
    return st.builds(
        lambda at, length, put: seed[:at] + put + seed[at + length :],
        st.integers(0, len(seed)),
        st.integers(0, 12),
        st.one_of(st.binary(max_size=12), st.text(max_size=6).map(lambda text: text.encode("utf-8", "replace"))),
    )


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_what_reads_it(name: str) -> None:
    @settings(max_examples=150, deadline=None)
    @given(st.one_of(st.binary(max_size=300), *map(bent, SEEDS[name])))
    def fed(data: bytes) -> None:
        TARGETS[name](data)

    fed()


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PatientHost]:
    home = tmp_path_factory.mktemp("fuzz") / "home"
    home.mkdir(mode=0o700)
    pbx = FaultyPbx()
    configure(home, f'kind = "v10"\nhost = "127.0.0.1"\nport = {pbx.port}\n')
    started = PatientHost(home, DISPLAY="", WAYLAND_DISPLAY="")
    yield started
    usual = started.peak()
    assert usual < 200 * 1024
    assert started.end()[1] == b""
    assert started.process.returncode == 0
    pbx.close()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=200),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=8,
)
BENT = st.builds(
    lambda good, name, value: {**good, name: value},
    st.sampled_from(GOOD),
    st.sampled_from(sorted({name for good in GOOD for name in good})) | st.text(max_size=10),
    JSON,
)
PAYLOADS = st.one_of(
    st.binary(max_size=2000),
    JSON.map(lambda value: json.dumps(value).encode("utf-8", "replace")),
    BENT.map(lambda value: json.dumps(value).encode("utf-8", "replace")),
    st.sampled_from([b"[" * 60_000, b'{"type":' * 8_000, b"\x00" * MAX_FRAME]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PAYLOADS, max_size=4), st.integers(0, 3))
def test_whatever_a_browser_sends_every_answer_is_a_frame_of_the_contract_and_the_host_goes_on(
    host: PatientHost, payloads: list[bytes], too_long: int
) -> None:
    for payload in payloads:
        host.write(struct.pack("=I", len(payload)) + payload)
    for _ in range(too_long):
        host.write(struct.pack("=I", MAX_FRAME + 1) + bytes(MAX_FRAME + 1))
    host.send({"type": "hang_up", "id": "00000000-0000-4000-8000-000000000000"})
    while True:
        message = host.receive()
        REPLIES.validate_json(json.dumps(message))
        if message.get("id") == "00000000-0000-4000-8000-000000000000":
            return
