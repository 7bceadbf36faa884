"""The least a native host can be: read a frame, ask for its address, answer. What ours is measured against."""

import http.client
import json
import struct
import sys

if "aiohttp" in sys.argv[0]:
    import aiohttp  # noqa: F401 - the cold floor pays for this import, as ours has to
wire_in, wire_out = sys.stdin.buffer, sys.stdout.buffer
connection = None
while head := wire_in.read(4):
    message = json.loads(wire_in.read(struct.unpack("=I", head)[0]))
    if "port" in message:
        connection = connection or http.client.HTTPConnection("127.0.0.1", message["port"])
        connection.request("GET", "/floor")
        connection.getresponse().read()
    reply = json.dumps({"id": message["id"]}).encode()
    wire_out.write(struct.pack("=I", len(reply)) + reply)
    wire_out.flush()
