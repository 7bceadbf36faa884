"""`make bench`: what a person waits for, as ratios to the least it could take, in one run on this machine.

    python tests/benchmarks/run.py [host] [click] [page] [popup] [extensions]

Prints and never fails a test: times belong to a machine. Aims stand beside the figures.
"""

import compileall
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from extensions_at_once import measure_apply
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


def bench_extensions() -> None:
    """Set 10,000 extensions with `callwith extension apply`, against one after another."""
    for kind in ("v10", "v20"):
        found = measure_apply(kind)
        ratio = found.one_by_one_seconds / found.apply_seconds
        print(
            f"{'✓' if ratio >= 5 else '✗'} {kind}: {found.extensions} extensions at {found.latency_ms:.0f} ms latency: "
            f"{found.apply_seconds:.1f} s, one after another {found.one_by_one_seconds:.0f} s (scaled from "
            f"{found.sample}): {ratio:.1f} x as fast (aim ≥ 5 x)",
            flush=True,
        )
        growth = found.memory_end_mb / found.memory_early_mb
        print(
            f"{'✓' if growth <= 1.1 else '✗'} {kind}: memory at its end {found.memory_end_mb:.1f} MB, after a tenth "
            f"{found.memory_early_mb:.1f} MB: {growth:.2f} x (aim ≤ 1.1 x)",
            flush=True,
        )


def bench_popup() -> None:
    """Time the popup's opening."""
    subprocess.run(["node", str(ROOT / "tests" / "benchmarks" / "popup.mjs")], cwd=ROOT / "tests", check=False)


BENCHES = {
    "host": bench_host,
    "click": bench_click,
    "page": bench_page,
    "popup": bench_popup,
    "extensions": bench_extensions,
}

if __name__ == "__main__":
    # As pip does when it installs the wheel; from a checkout each start would compile what was changed last.
    compileall.compile_dir(ROOT / "companion", quiet=1)
    for name in sys.argv[1:] or BENCHES:
        BENCHES[name]()
