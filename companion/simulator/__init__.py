"""A 3CX on this machine, to try, test and measure: its APIs, phones that ring, faults on demand, a live page."""

from companion.simulator.options import ExtensionSetup, Options, extension_from_text, with_file
from companion.simulator.server import Simulator, run, running

__all__ = ["ExtensionSetup", "Options", "Simulator", "extension_from_text", "run", "running", "with_file"]
