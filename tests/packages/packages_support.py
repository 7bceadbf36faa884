"""What the tests of the packages share."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXTENSION_ID = "empoikljldlhbeoickfgfnchnhmoddkc"
GECKO_ID = "call-with-3cx@callwith.org"


def run(*command: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None, stdin: str = "") -> str:
    """Run a program and return its output; its own words are the failure."""
    ran = subprocess.run(command, cwd=cwd, env=env, input=stdin, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{command} ended with {ran.returncode}:\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout


@dataclass(frozen=True, slots=True)
class Built:
    """A clean copy, and what `python -m build` made of it."""

    checkout: Path
    wheel: Path
    sdist: Path
