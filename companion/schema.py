"""Writes the contract's JSON Schema from the message models: `python -m companion.schema` (`--check` compares only).

Requests declare `type` without a default, so it is required of the extension; replies are described as they are
serialised, every field present.
"""

import json
import sys
from pathlib import Path
from typing import Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from companion.protocol import (
    Call,
    Dial,
    Error,
    Greeting,
    HangUp,
    Language,
    OpenSettings,
    OwnExtension,
    OwnExtensionReply,
    Preview,
    PreviewReply,
    Recent,
    RecentCalls,
    SetOwnExtension,
    SettingsOpened,
    Status,
    StatusReply,
)

REQUESTS: Final[tuple[type[BaseModel], ...]] = (
    *(Dial, Recent, Status, Preview, OpenSettings, Language, HangUp),
    *(OwnExtension, SetOwnExtension),
)
REPLIES: Final[tuple[type[BaseModel], ...]] = (
    *(Greeting, Call, RecentCalls, StatusReply, PreviewReply, SettingsOpened),
    *(OwnExtensionReply, Error),
)
TARGET: Final = Path(__file__).parent.parent / "native-messaging" / "protocol.schema.json"


def schema() -> str:
    """Return the schema as the file holds it."""
    requests = models_json_schema([(each, "validation") for each in REQUESTS])[1]
    replies = models_json_schema([(each, "serialization") for each in REPLIES])[1]
    definitions = {**requests["$defs"], **replies["$defs"]}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Message",
        "oneOf": [{"$ref": f"#/$defs/{each.__name__}"} for each in (*REQUESTS, *REPLIES)],
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the file, or with `--check` tell whether it has drifted (exit status 1)."""
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf-8") == schema():
            return 0
        sys.stderr.write(
            "native-messaging/protocol.schema.json has drifted from companion/protocol.py. Run: make contract\n"
        )
        return 1
    TARGET.write_text(schema(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
