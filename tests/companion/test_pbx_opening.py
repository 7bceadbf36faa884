"""Opening a client: kinds, addresses, and what is not imported before it is needed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import companion
from companion.pbx import KINDS, Capability, PbxAddress, kind_named, open_client

PACKAGE = Path(companion.__file__).parent


def test_importing_the_clients_imports_no_aiohttp() -> None:
    code = "import sys, companion.pbx; assert 'aiohttp' not in sys.modules; companion.pbx.preload(); import aiohttp"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_only_the_transport_and_the_simulator_import_aiohttp() -> None:
    importers = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.partition(".")[0] in {"aiohttp", "yarl"} for name in names):
                importers.add(path.relative_to(PACKAGE).as_posix())
    assert {name for name in importers if not name.startswith("simulator/")} == {"pbx/transport.py"}


@pytest.mark.parametrize(
    ("kind", "url"),
    [
        ("v9-iis", "http://pbx.example:5484/PbxAPI.aspx"),
        ("v9-abyss", "http://pbx.example:5481/ivr/PbxAPI.aspx"),
        ("v10", "http://pbx.example:5000/ivr/PbxAPI.aspx"),
    ],
)
def test_each_layout_has_its_own_place(kind: str, url: str) -> None:
    endpoint = kind_named(kind).endpoint(PbxAddress(kind=kind, host="pbx.example"))
    assert f"{endpoint.scheme}://{endpoint.netloc}{endpoint.path}" == url


def test_scheme_host_port_and_path_can_be_overridden() -> None:
    address = PbxAddress(kind="v10", host="[FE80::1]", scheme="https", port=443, path="/a/PbxAPI.aspx")
    endpoint = kind_named("v10").endpoint(address)
    assert (endpoint.scheme, endpoint.netloc, endpoint.path) == ("https", "[fe80::1]:443", "/a/PbxAPI.aspx")


def test_a_name_with_umlauts_is_looked_up_in_its_ascii_form() -> None:
    endpoint = kind_named("v10").endpoint(PbxAddress(kind="v10", host="büro.example"))
    assert endpoint.host == "xn--bro-hoa.example"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("host", "pbx.example/evil"),
        ("host", "user@pbx.example"),
        ("host", "http://pbx.example"),
        ("host", "pbx.example:5000"),
        ("host", "pbx example"),
        ("host", ""),
        ("scheme", "ftp"),
        ("port", 0),
        ("port", 65536),
        ("path", "PbxAPI.aspx"),
        ("path", "/PbxAPI.aspx?func=make_call"),
        ("path", "/a b"),
        ("method", "PUT"),
        ("extension_parameter", "ext"),
        ("failure_pattern", "("),
    ],
)
def test_an_address_that_cannot_be_used_names_its_field(field: str, value: object) -> None:
    given: dict[str, object] = {"kind": "v10", "host": "pbx.example", field: value}
    with pytest.raises(ValueError, match=field):
        PbxAddress(**given)  # type: ignore[arg-type]  # checked by pydantic


def test_an_unknown_kind_lists_the_known_ones() -> None:
    with pytest.raises(ValueError, match="v9-iis, v9-abyss, v10"):
        open_client(PbxAddress(kind="v7", host="pbx"), "100", None, None)


def test_every_kind_can_place_calls() -> None:
    assert all(Capability.MAKE_CALL in kind.capabilities for kind in KINDS.values())
