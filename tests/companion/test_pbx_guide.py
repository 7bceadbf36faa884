"""The guide to adding a kind of PBX works as it is printed."""

import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from aioresponses import CallbackResult, aioresponses

from companion.errors import CallError, Code, Phase
from companion.pbx import MakeCall, PbxAddress
from companion.pbx.kind import Account, Kind
from companion.secret import Secret

GUIDE = Path(__file__).parents[2] / "docs" / "adding-a-pbx.md"


@pytest.fixture
def kind(monkeypatch: pytest.MonkeyPatch) -> Kind:
    code = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)[0]
    module = ModuleType("acme")
    monkeypatch.setitem(sys.modules, "acme", module)
    exec(compile(code, str(GUIDE), "exec"), module.__dict__)
    (found,) = module.KINDS
    assert isinstance(found, Kind)
    return found


@pytest.mark.parametrize(("status", "code"), [(200, None), (500, Code.PBX_REFUSED)])
async def test_the_guide_s_client_places_a_call(
    mocked: aioresponses, kind: Kind, status: int, code: Code | None
) -> None:
    bodies: list[bytes] = []

    def reply(_url: object, **request: object) -> CallbackResult:
        bodies.append(request["data"])  # type: ignore[arg-type]  # aioresponses has no types
        return CallbackResult(status=status, body="No: 4711")

    mocked.post("https://acme.example:443/api/call", callback=reply)
    address = PbxAddress(kind=kind.name, host="acme.example")
    client = kind.open(Account(address, kind.endpoint(address), "100", Secret("4711"), None))
    try:
        await client.make_call(MakeCall("0301234567"))
        failed = None
    except CallError as error:
        failed = error
    await client.close()
    assert json.loads(bodies[0]) == {"from": "100", "to": "0301234567", "pin": "4711"}
    assert (failed.code if failed else None) == code
    assert failed is None or (failed.phase is Phase.ANSWERED and "4711" not in failed.message)
