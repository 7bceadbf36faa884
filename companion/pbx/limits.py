"""Every time, size and count that bounds a conversation with a PBX, with unit and reason."""

from typing import Final

CONNECT_SECONDS: Final = 5.0
"""Name, TCP and TLS together. A PBX nearby takes milliseconds; nothing has been sent yet, so giving up is safe."""

ANSWER_SECONDS: Final = 10.0
"""From the request sent to its answer. Longer than a busy PBX takes, shorter than a person waits for a ring."""

BODY_SECONDS: Final = 5.0
"""For the whole body, so that a byte a second cannot hold a call open."""

BODY_BYTES: Final = 64 * 1024
"""The most of a body that is read. A reply to a command is a line; an error page is a few KiB."""

JSON_BYTES: Final = 4 * 1024 * 1024
"""The same for replies that are lists (extensions and calls of a large V20)."""

REDIRECTS: Final = 3
"""The session costs one, a server that tests for cookies first one more."""

LOCATION_CHARACTERS: Final = 8 * 1024
"""Longest redirect that is looked at."""

EXCERPT_CHARACTERS: Final = 200
"""How much of the PBX's own words is kept: enough for its sentence, no place for a page."""
