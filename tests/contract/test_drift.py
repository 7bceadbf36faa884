"""What is generated or written twice agrees with its source."""

import base64
import hashlib
import json
from pathlib import Path

from companion import callers, framing, greeting, protocol, schema
from companion.errors import TEXTS, Code
from companion.pbx import KINDS

ROOT = Path(__file__).parents[2]


def test_the_checked_in_schema_is_the_one_the_models_give() -> None:
    assert schema.TARGET.read_text("utf-8") == schema.schema(), "run: make contract"


def test_the_extension_id_follows_from_the_pinned_key() -> None:
    pinned = json.loads((ROOT / "extension" / "extension-key.json").read_text("utf-8"))
    digest = hashlib.sha256(base64.b64decode(pinned["key"])).hexdigest()[:32]
    derived = "".join(chr(ord("a") + int(digit, 16)) for digit in digest)
    assert derived == callers.CHROMIUM_ID == pinned["chromium_id"]
    assert pinned["gecko_id"] == callers.GECKO_ID


def test_the_greeting_offers_what_each_kind_of_pbx_declares() -> None:
    declared = {name: set(kind.capabilities) for name, kind in KINDS.items()}
    assert {name: set(offered) for name, offered in greeting.CAPABILITIES.items()} == declared


def test_both_statements_of_the_longest_frame_agree() -> None:
    assert framing.MAX_FRAME == protocol.MAX_FRAME


def test_every_code_has_a_sentence_and_a_remedy() -> None:
    assert set(TEXTS) == set(Code)
    assert all(sentence.endswith(".") and remedy for sentence, remedy in TEXTS.values())
