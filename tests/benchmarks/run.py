"""`make bench`: what a person waits for, as ratios to the least it could take, in one run on this machine.

    python tests/benchmarks/run.py [host] [click] [page]

Prints and never fails a test: times belong to a machine. Aims stand beside the figures.
"""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from host_times import measure_greeting, measure_memory

ROOT = Path(__file__).resolve().parents[2]


def show(what: str, ours: float, floor: float, aim: float, unit: str = "ms") -> None:
    """Print one line: ours, the floor, their ratio, and the aim."""
    ratio = ours / floor
    mark = "✓" if ratio <= aim else "✗"
    print(
        f"{mark} {what:<54} {ours:8.1f} {unit}  floor {floor:8.1f} {unit}  {ratio:5.2f} x (aim ≤ {aim:g} x)", flush=True
    )


def bench_host() -> None:
    """Time the host by itself."""
    greeting, bare = measure_greeting()
    show("host start → greeting / bare interpreter", greeting, bare, 2)
    memory = measure_memory()
    print(
        f"{'✓' if memory <= 45 else '✗'} {'memory of the host after its first call':<54} {memory:8.1f} MB (aim ≤ 45 MB)"
    )


def bench_click() -> None:
    """Time a click in both browsers."""
    driver = ["node", str(ROOT / "tests" / "benchmarks" / "click.mjs")]
    with subprocess.Popen(driver, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            times = json.loads(line)
            kind, floor, ours = times["kind"], times["floor"], times["ours"]
            show(f"{kind}: click → request at the PBX, warm / bare host", ours["warm"], floor["warm"], 2)
            show(f"{kind}: the same, cold / bare host + import of aiohttp", ours["cold"], floor["cold"], 1.5)
    if process.returncode:
        print(f"✗ the clicks could not be measured (status {process.returncode})")


def bench_page() -> None:
    """Run the benchmarks that drive a page and the detector by themselves."""
    for script in sorted((ROOT / "tests" / "benchmarks").glob("*.bench.mjs")):
        print(f"\n{script.stem.removesuffix('.bench')}", flush=True)
        subprocess.run(["node", str(script)], cwd=ROOT / "tests", check=False)


BENCHES = {"host": bench_host, "click": bench_click, "page": bench_page}

if __name__ == "__main__":
    for name in sys.argv[1:] or BENCHES:
        BENCHES[name]()
