"""Places calls that are killed by SIGKILL at a given line of our own code; run by test_journal_killed.py.

    python killed_calls.py HOME POINT…

For each point a child of this process places one call and is killed when it has run that many lines of the companion
(those that only think left out: settings, numbers, dial plan). Then another child asks for the same id again. Prints
the id and number of each call, and how many lines the child had left when it came to its end; 0: it was killed.
"""

import asyncio
import os
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any
from uuid import UUID, uuid4

from companion import numbering
from companion.calling import Calling
from companion.gesture import Gesture
from companion.paths import Paths
from companion.pbx import preload

OURS = str(Path(sys.modules[Calling.__module__].__file__ or "").parent)
PURE = ("settings", "number", "dial", "destinations", "understanding", "language", "address", "protocol", "schema")
FAR = 1_000_000
left = FAR


def killing_after(lines: int) -> None:
    """Kill this process at its so many-th line within the companion, in whichever thread that is run."""
    global left  # noqa: PLW0603 - counted down by whatever runs
    left = lines

    def trace(frame: FrameType, event: str, _argument: Any) -> Any:
        global left  # noqa: PLW0603 - as above
        file = frame.f_code.co_filename
        if not file.startswith(OURS) or Path(file).stem.startswith(PURE):
            return None
        if event == "line":
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    threading.settrace(trace)
    sys.settrace(trace)


async def place(home: Path, call: UUID, number: str, point: int) -> None:
    calling = Calling(Paths.under(home))
    calling.settings()
    killing_after(point)
    await calling.place(
        Gesture(call, number, "cli"), lambda told: print(told.state, told.code, told.message, file=sys.stderr)
    )
    sys.settrace(None)
    threading.settrace(None)  # type: ignore[arg-type]  # its stub knows no None
    await calling.close()


def in_child(home: Path, call: UUID, number: str, point: int) -> int:
    """Return how many lines the child had left at its end, 0 for one that was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        asyncio.run(place(home, call, number, point))
        os.write(writing, str(left).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        said = told.read()
    os.waitpid(child, 0)
    return int(said or 0)


def main(home: Path, points: list[int]) -> None:
    preload()
    numbering.preload("GB")
    for place_in_row, point in enumerate(points):
        call, number = uuid4(), f"0207946{place_in_row:04}"
        left_over = in_child(home, call, number, point)
        in_child(home, call, number, FAR)
        print(point, call, number, left_over, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(each) for each in sys.argv[2:]])
