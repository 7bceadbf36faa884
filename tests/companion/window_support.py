"""A screen nobody sits at, a Python that has Tk, and what runs the settings window there."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DRIVER = Path(__file__).with_name("window_driver.py")
PATIENCE = 90.0
"""Seconds for what takes two on a machine that has nothing else to do."""


def tk_python() -> Path:
    """The Python of the tests, or the one that was prepared beside it because this has no Tk."""
    for python in (Path(sys.executable), ROOT / ".venv-window" / "bin" / "python"):
        if python.exists() and subprocess.run([python, "-c", "import tkinter"], check=False, stderr=-3).returncode == 0:
            return python
    raise AssertionError("no Python with Tk is here. Run: .ci/prepare window")


@contextlib.contextmanager
def screen(dpi: int = 96) -> Iterator[dict[str, str]]:
    """Xvfb and a window manager; yields the environment in which programs find them."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1200x24", "-dpi", str(dpi), "-nolisten", "tcp"]
    x = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        env = {**os.environ, "DISPLAY": f":{number.readline().strip()}"}
    manager = subprocess.Popen(["openbox"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield env
    finally:
        for process in (manager, x):
            process.terminate()
            process.wait(PATIENCE)


def drive(scene: str, env: dict[str, str], *words: str) -> str:
    """Run a scene of the driver and return what it found."""
    command = [tk_python(), DRIVER, scene, *words]
    ran = subprocess.run(command, env=env, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout
