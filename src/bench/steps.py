#!/usr/bin/env python3
"""How long do N trivial steps take: in one bash script, in cram, and with `runbook exec --yes`?

Each round runs all three one after the other, so that a machine that is busy for a while slows all of them; the median
counts. Whole processes: the start of Java, reading and checking the handbook, the record on the disk. Without cram on the
path that column stays empty.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def write(folder: Path, steps: int) -> None:
    handbook = folder / "handbook"
    handbook.mkdir()
    (handbook / "handbook.yml").write_text("title: {ja: 計測, en: Measured}\n")
    blocks = [f"```bash {{#step-{n} .exec}}\ntrue\n```\n" for n in range(1, steps + 1)]
    (handbook / "steps.md").write_text("---\ntitle: 計測\n---\n\n## 手順 {#steps}\n\n" + "\n".join(blocks))
    (folder / "script.sh").write_text("set -e\n" + "true\n" * steps)
    (folder / "steps.t").write_text("".join(f"step {n}\n\n  $ true\n\n" for n in range(1, steps + 1)))


def timed(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    started = time.monotonic()
    done = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    elapsed = time.monotonic() - started
    if done.returncode != 0:
        sys.exit(f"{command} ended with {done.returncode}:\n{done.stdout.decode()}{done.stderr.decode()}")
    return elapsed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, nargs="+", default=[1, 1000], help="how many steps")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run")
    given = parser.parse_args()

    runbook = str(ROOT / "runbook")
    subprocess.run([runbook, "--version"], check=True, stdout=subprocess.DEVNULL)  # builds it where it must
    cram = shutil.which("cram") or shutil.which("cram3")
    print(f"{'steps':>6} {'bash':>8} {'cram':>8} {'runbook':>8} {'- bash':>8} {'a step':>9}")
    empty = None
    for steps in given.steps:
        with tempfile.TemporaryDirectory(prefix="runbook-bench-") as name:
            folder = Path(name)
            write(folder, steps)
            environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state"), "LC_ALL": "C.UTF-8"}
            commands = {
                "bash": ["bash", "script.sh"],
                "cram": [cram, "steps.t"] if cram else None,
                "runbook": [runbook, "exec", "steps", "--yes", "--handbook", "handbook"],
            }
            times: dict[str, list[float]] = {key: [] for key in commands}
            for _ in range(given.rounds):
                for key, command in commands.items():
                    if command:
                        times[key].append(timed(command, folder, environment))
            median = {key: statistics.median(values) for key, values in times.items() if values}
            more = median["runbook"] - median["bash"]
            if empty is None:
                empty = (steps, more)
            share = f"{(more - empty[1]) / (steps - empty[0]) * 1000:6.2f} ms" if steps > empty[0] else ""
            shown = f"{median['cram']:8.3f}" if "cram" in median else " " * 8
            print(f"{steps:6d} {median['bash']:8.3f} {shown} {median['runbook']:8.3f} {more:8.3f} {share:>9}")


if __name__ == "__main__":
    main()
