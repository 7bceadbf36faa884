"""Run every test of both languages and end with one line: `N passed, N failed`.

    python tests/run.py [pytest|vitest] [-- words for the runner]

A skipped test counts as failed: a check that did not happen proves nothing. So does a runner that ended badly without
naming a failed test (a broken import, a crash).
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
AT_ONCE = ("--numprocesses=2", "--dist=loadscope", "--no-loadscope-reorder")
"""The smallest machine has two cores. What belongs together, `tests/conftest.py` says."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one runner's tests went."""

    passed: int
    failed: list[str]

    def ended_with(self, status: int, runner: str) -> "Outcome":
        """Count a bad ending that no test stands for."""
        if status != 0 and not self.failed:
            return Outcome(self.passed, [f"{runner} ended with status {status}"])
        if not self.passed and not self.failed:
            return Outcome(0, [f"{runner} found no test"])
        return self


def read_junit(report: Path) -> Outcome:
    """Read pytest's report."""
    if not report.exists():
        return Outcome(0, [])
    passed, failed = 0, []
    for case in ET.parse(report).getroot().iter("testcase"):
        faults = [child.tag for child in case if child.tag in {"failure", "error", "skipped"}]
        if faults:
            failed.append(f"{case.get('classname')}::{case.get('name')} ({faults[0]})")
        else:
            passed += 1
    return Outcome(passed, failed)


def read_vitest(report: Path) -> Outcome:
    """Read vitest's report."""
    if not report.exists():
        return Outcome(0, [])
    passed, failed = 0, []
    for file in json.loads(report.read_text(encoding="utf-8"))["testResults"]:
        name = Path(file["name"]).relative_to(ROOT)
        for case in file["assertionResults"]:
            if case["status"] == "passed":
                passed += 1
            else:
                failed.append(f"{name}: {case['fullName']} ({case['status']})")
        if file["status"] != "passed" and not any(case["status"] == "failed" for case in file["assertionResults"]):
            failed.append(f"{name}: {file.get('message') or 'the file could not be run'}")
    return Outcome(passed, failed)


def run_pytest(report: Path, words: list[str]) -> Outcome:
    """Run the companion's tests."""
    command = [sys.executable, "-m", "pytest", *AT_ONCE, f"--junit-xml={report}", *words]
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    return read_junit(report).ended_with(status, "pytest")


def run_vitest(report: Path, words: list[str]) -> Outcome:
    """Run the extension's tests, those in browsers among them."""
    command = ["node", "node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json"]
    status = subprocess.run(
        [*command, f"--outputFile.json={report}", *words], cwd=ROOT / "tests", check=False
    ).returncode
    return read_vitest(report).ended_with(status, "vitest")


def main(arguments: list[str]) -> int:
    """Run what was asked for, or both."""
    runners = {"pytest": run_pytest, "vitest": run_vitest}
    wanted = [arguments[0]] if arguments and arguments[0] in runners else list(runners)
    words = arguments[arguments.index("--") + 1 :] if "--" in arguments else []
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            print(f"\n=== {name}", flush=True)
            outcomes.append(runners[name](Path(folder) / name, words))
    failed = [name for outcome in outcomes for name in outcome.failed]
    for name in failed:
        print(f"FAILED {name}")
    print(f"\n{sum(outcome.passed for outcome in outcomes)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
