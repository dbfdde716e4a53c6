#!/usr/bin/env python3
"""How long verifying the handbook again takes where nothing has changed, and where the last of ten steps has. See README.md."""

import argparse
import os
import pathlib
import re
import resource
import shutil
import signal
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUNBOOK = str(ROOT / "runbook")


def unchanged(rounds, results):
    command = [RUNBOOK, "verify", "--quiet", "--results", results]
    subprocess.run(command, cwd=ROOT, check=True)
    walls, cpus = [], []
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        subprocess.run(command, cwd=ROOT, check=True)
        walls.append(time.monotonic() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    print(f"unchanged       wall median {statistics.median(walls):.2f} s, best {min(walls):.2f} s;"
          f" CPU median {statistics.median(cpus):.2f} s")


def write(page, last):
    steps = "".join(f"\n```bash {{#s{i} .exec}}\nsleep 1\n```\n" for i in range(1, 10))
    page.write_text(f"---\ntitle: Ten\nuser: root\n---\n\n## Do {{#do}}\n{steps}\n```bash {{#s10 .exec}}\n{last}\n```\n")


def edited(rounds, folder):
    handbook = folder / "runbooks"
    shutil.copytree(ROOT / "runbooks/environments/centos", handbook / "environments/centos", symlinks=True)
    (handbook / "handbook.yml").write_text("languages: [en]\n")
    page = handbook / "ten.md"
    write(page, "true")
    log = folder / "log"
    with log.open("w") as out:
        watch = subprocess.Popen([RUNBOOK, "verify", "--watch", "--lang", "en"], cwd=folder, stdout=out, stderr=out)
        try:
            for edit in range(rounds + 2):
                while log.read_text().count("Waiting for changes") <= edit:
                    if watch.poll() is not None:
                        raise SystemExit(log.read_text())
                    time.sleep(0.05)
                write(page, f"true # {edit}")
        finally:
            watch.send_signal(signal.SIGINT)
            watch.wait()
    times = [float(t) for t in re.findall(r"passed  ten  ([0-9.]+) s", log.read_text())]
    print(f"ten steps whole {times[0]:.1f} s; the last edited: first {times[1]:.1f} s,"
          f" then from the snapshot median {statistics.median(times[2:]):.1f} s {times[2:]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        unchanged(rounds, os.path.join(folder, "results"))
        edited(rounds, pathlib.Path(folder))


if __name__ == "__main__":
    main()
