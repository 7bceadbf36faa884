"""The native messaging host, `callwith-host`: started by a browser, speaks frames on its standard streams.

Only wires, and in an order that matters: guard standard output, look who is calling, greet, and only then import what
takes time. Ends at the end of its input, within a second.
"""

import os
import sys

from companion import callers, framing, greeting

TYPE_CHECKING = False  # typing costs 4 ms, and the greeting waits for this module
if TYPE_CHECKING:
    from collections.abc import Callable


def _take_the_wire() -> int:
    """Keep standard output for frames alone: one stray byte on it and the browser closes the port.

    Whatever prints from now on, C code included, prints to standard error.
    """
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - is there on Windows only

        for stream in (0, 1):
            msvcrt.setmode(stream, os.O_BINARY)  # or each newline in a length would become two bytes
    wire = os.dup(1)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return wire


def _first_input() -> "Callable[[], bytes]":
    """Wait for the first input beside the imports; returns what waits for it, and gives it back.

    A browser that closes the port meanwhile need not wait for them: nothing was asked, nothing is to be written down.
    """
    import threading  # noqa: PLC0415 - after the greeting

    arrived: list[bytes] = []
    serving = threading.Event()

    def read() -> None:
        try:
            data = os.read(0, framing.READ_SIZE)
        except OSError:
            data = b""
        if not data and not serving.is_set():
            os._exit(0)
        arrived.append(data)

    thread = threading.Thread(target=read, name="first input", daemon=True)
    thread.start()

    def given() -> bytes:
        serving.set()
        thread.join()
        return arrived[0]

    return given


def main() -> int:
    """Serve one browser until it closes the port. Returns the exit status; 2 for a caller that was turned away."""
    wire = _take_the_wire()
    caller = callers.caller_of(sys.argv[1:])
    if not callers.is_ours(caller):
        from companion import answering  # noqa: PLC0415 - reads the settings, where further ids stand

        if not answering.is_allowed(caller):
            answering.turn_away(wire, caller)
            return 2
    try:
        os.write(wire, framing.pack(greeting.greeting()))
    except OSError:
        return 0  # the browser has gone already
    first = _first_input()
    from companion import answering  # noqa: PLC0415 - after the greeting: this is what takes time

    answering.serve(wire, first)
    return 0


if __name__ == "__main__":
    sys.exit(main())
