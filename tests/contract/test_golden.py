"""The golden messages mean to Python what they mean to TypeScript (`tests/extension/golden.test.ts` reads the same)."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from companion.decoding import decode
from companion.protocol import Error, Reply

GOLDEN = Path(__file__).parents[2] / "native-messaging" / "golden"
REPLIES: TypeAdapter[Any] = TypeAdapter(Reply)


def cases(file: str, direction: str) -> list[Any]:
    content = json.loads((GOLDEN / f"{file}.json").read_text("utf-8"))[direction]
    return [pytest.param(case, id=case["claim"]) for case in content]


def payload(case: dict[str, Any]) -> bytes:
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    if "text" in case:
        return str(case["text"]).encode()
    return json.dumps(case["message"]).encode()


@pytest.mark.parametrize("case", cases("good", "to_host"))
def test_a_good_request_is_decoded_to_what_it_says(case: dict[str, Any]) -> None:
    request = decode(payload(case))
    assert not isinstance(request, Error)
    said = json.loads(request.model_dump_json())
    assert {key: said[key] for key in case["message"]} == case["message"]


@pytest.mark.parametrize("case", cases("bad", "to_host"))
def test_a_bad_request_is_answered_by_the_code_that_names_its_fault(case: dict[str, Any]) -> None:
    answer = decode(payload(case))
    assert isinstance(answer, Error)
    assert answer.code == case["code"]
    assert answer.remedy


@pytest.mark.parametrize("case", cases("good", "to_extension"))
def test_a_good_reply_survives_encoding_unchanged(case: dict[str, Any]) -> None:
    reply = REPLIES.validate_json(json.dumps(case["message"]))
    assert json.loads(reply.model_dump_json()) == case["message"]


@pytest.mark.parametrize("case", cases("bad", "to_extension"))
def test_the_models_refuse_a_bad_reply(case: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        REPLIES.validate_json(json.dumps(case["message"]))


def test_a_frame_that_was_too_long_has_a_code_of_its_own() -> None:
    answer = decode(None)
    assert isinstance(answer, Error)
    assert answer.code == "frame_too_long"


def test_an_error_names_field_and_message_but_never_repeats_the_value() -> None:
    answer = decode(b'{"type":"dial","id":"7","written":"1","via":"click","pin\\n":"geheim"}')
    assert isinstance(answer, Error)
    assert "pin?" in answer.message or "id" in answer.message
    assert "geheim" not in answer.model_dump_json()
    assert answer.id == "7"
