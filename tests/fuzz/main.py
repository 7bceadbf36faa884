"""Looks for inputs that break the companion, each target for its share of the time; run by `make fuzz`.

    python tests/fuzz/main.py SECONDS [TARGET…]

An input that breaks something is written to .fuzz/crashes, and the run ends with status 1. What was reached is kept in
.fuzz/corpus, so that the next run goes on from there.
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / ".fuzz"
MEMORY = 512
"""MiB that one target may take."""
LONGEST_RUN = 10
"""Seconds one input may take: anything longer hangs."""


def one(name: str) -> None:
    """Fuzz one target within this process; the rest of the arguments is libFuzzer's."""
    import atheris  # type: ignore[import-not-found] # noqa: PLC0415 - installed by make fuzz alone

    with atheris.instrument_imports(include=["companion", "targets"]):
        import targets  # type: ignore[import-not-found] # noqa: PLC0415 - to be instrumented

    atheris.Setup([sys.argv[0], *sys.argv[3:]], targets.TARGETS[name])
    atheris.Fuzz()


def seeded(name: str, seeds: list[bytes]) -> Path:
    """Return the folder of a target's inputs, with those to begin with."""
    folder = WORK / "corpus" / name
    folder.mkdir(parents=True, exist_ok=True)
    for place, seed in enumerate(seeds):
        (folder / f"seed-{place}").write_bytes(seed)
    return folder


def main(seconds: int, names: list[str]) -> int:
    """Run each target in a process of its own; return how many broke."""
    sys.path.insert(0, str(ROOT))
    import targets  # type: ignore[import-not-found] # noqa: PLC0415 - as above

    broken = []
    (WORK / "crashes").mkdir(parents=True, exist_ok=True)
    names = names or [*targets.TARGETS]
    for name in names:
        begun = time.monotonic()
        words = [
            f"-max_total_time={max(1, seconds // len(names))}",
            f"-rss_limit_mb={MEMORY}",
            f"-timeout={LONGEST_RUN}",
            "-max_len=70000" if name in {"wire", "message"} else "-max_len=4096",
            f"-artifact_prefix={WORK / 'crashes' / name}-",
            "-print_final_stats=1",
            str(seeded(name, targets.SEEDS[name])),
        ]
        ran = subprocess.run(
            [sys.executable, __file__, "--one", name, *words],
            cwd=ROOT,
            env={"PYTHONPATH": f"{ROOT}:{Path(__file__).parent}", "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        count = next((line.split()[-1] for line in ran.stderr.splitlines() if "number_of_executed_units" in line), "?")
        print(f"{name:<11} {count:>9} inputs in {time.monotonic() - begun:4.0f} s", flush=True)
        if ran.returncode != 0:
            broken.append(name)
            print(f"{ran.stdout[-3000:]}\n{ran.stderr[-3000:]}", flush=True)
    print(f"{len(names) - len(broken)} sound, {len(broken)} broken {' '.join(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2])
    else:
        sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
