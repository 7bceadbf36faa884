"""The native messaging host, `callwith-host`: started by a browser, speaks frames on its standard streams.

Only wires, and in an order that matters: guard standard output, look who is calling, greet, and only then import what
takes time. Ends at the end of its input, within a second.
"""

import os
import sys

from companion import callers, framing, greeting


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
    from companion import answering  # noqa: PLC0415 - after the greeting: this is what takes time

    answering.serve(wire)
    return 0


if __name__ == "__main__":
    sys.exit(main())
