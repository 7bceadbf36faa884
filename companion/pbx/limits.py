"""Every time, size and count that bounds a conversation with a PBX, with unit and reason."""

from typing import Final

CONNECT_SECONDS: Final = 5.0
"""Name, TCP and TLS together. A PBX nearby takes milliseconds; nothing has been sent yet, so giving up is safe."""

ANSWER_SECONDS: Final = 10.0
"""For an answer, besides what connecting left over. Longer than a busy PBX takes, shorter than a person waits."""

BODY_SECONDS: Final = 5.0
"""For the whole body, so that a byte a second cannot hold a call open."""

BODY_BYTES: Final = 64 * 1024
"""The most of a body that is read. A reply to a command is a line; an error page is a few KiB."""

JSON_BYTES: Final = 4 * 1024 * 1024
"""The same for replies that are lists (extensions and calls of a large V20)."""

REDIRECTS: Final = 3
"""The session costs one, a server that tests for cookies first one more."""

FOLLOW_SECONDS: Final = 15.0
"""Past this no redirect is followed any more: with one request's own limits a call is decided within 35 seconds."""

LOCATION_CHARACTERS: Final = 8 * 1024
"""Longest redirect that is looked at."""

EXCERPT_CHARACTERS: Final = 200
"""How much of the PBX's own words is kept: enough for its sentence, no place for a page."""

SIGN_IN_SPARE_SECONDS: Final = 30.0
"""A token that ends within this time is renewed first, so that it does not end on the way."""

MINUTES_BELOW: Final = 300
"""`expires_in` counts minutes before build 20.0.9 and seconds since; no token lives as short as 300 seconds."""

STORE_SECONDS: Final = 20.0
"""How long a process waits for another that is signing in: longer than a sign-in takes."""

RING_SECONDS: Final = 30
"""How long V20 rings the user's own phone; the request may last as long."""

EVENT_BYTES: Final = 64 * 1024
"""Longest event; a usual one has 100 bytes."""

PING_SECONDS: Final = 15.0
"""A dead event socket is noticed within about twice this."""

EVENTS_READY_SECONDS: Final = 1.5
"""How long a call waits for the event socket; without it the call is placed all the same and followed later."""

RECONNECT_FIRST_SECONDS: Final = 5.0
RECONNECT_LONGEST_SECONDS: Final = 120.0
"""Between attempts to open the event socket again, doubling."""

EVENTS_IDLE_SECONDS: Final = 60.0
"""The event socket is closed this long after the last call that was followed."""
