#!/usr/bin/env python3
"""Builds handbooks of growing size with runbook and with Hugo, side by side. See README.md beside this file."""

import argparse
import os
import pathlib
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import handbook

HERE = pathlib.Path(__file__).resolve().parent
RUNBOOK = HERE.parent.parent / "runbook"


def measure(command, cwd):
    """Runs a command and returns wall seconds, CPU seconds and peak memory in MiB."""
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=cwd, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            sys.exit(f"{command} failed:\n{output.read().decode(errors='replace')[-4000:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def hugo_site(pages, site):
    """The same pages as Hugo names them: NAME.ja.md beside NAME.en.md."""
    shutil.copytree(HERE / "hugo", site)
    for source in pages.rglob("*.md"):
        target = site / "content" / source.relative_to(pages)
        target.parent.mkdir(parents=True, exist_ok=True)
        name = source.name if source.name.endswith(".en.md") else source.name[:-3] + ".ja.md"
        shutil.copyfile(source, target.with_name(name))


def compare(pages, rounds, work, pagefind):
    count = sum(1 for _ in pages.rglob("*.md"))
    runs = {"runbook": [str(RUNBOOK), "build", "--quiet", "--handbook", str(pages), "--out", str(work / "site")]}
    if shutil.which("hugo"):
        hugo_site(pages, work / "hugo")
        runs["hugo"] = ["hugo", "--quiet", "--source", str(work / "hugo"), "--destination", str(work / "public")]
        if pagefind:
            hugo = " ".join(shlex.quote(word) for word in runs["hugo"])
            runs["hugo"] = ["sh", "-c", f"{hugo} && exec npx --yes pagefind@1.6.0 --site {shlex.quote(str(work / 'public'))}"]
    results = {name: [] for name in runs}
    for _ in range(rounds):
        for name, command in runs.items():
            shutil.rmtree(work / "public", ignore_errors=True)
            results[name].append(measure(command, work))
    return count, {name: [statistics.median(column) for column in zip(*rows)] for name, rows in results.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 3000, 10000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--corpus", type=pathlib.Path, help="pages to build instead of generated ones")
    parser.add_argument("--pagefind", action="store_true", help="let Pagefind 1.6 index what Hugo wrote")
    options = parser.parse_args()
    subprocess.run([str(RUNBOOK), "--version"], check=True)

    print(f"{'pages':>6} {'':8} {'wall':>7} {'CPU':>7} {'MiB':>6} {'growth':>7} {'hugo/runbook':>13}")
    first = {}
    for size in [0] if options.corpus else options.pages:
        with tempfile.TemporaryDirectory() as folder:
            work = pathlib.Path(folder)
            pages = options.corpus.resolve() if options.corpus else work / "handbook"
            if not options.corpus:
                handbook.write(size // 2, pages)
            count, medians = compare(pages, options.rounds, work, options.pagefind)
        for name, (wall, cpu, memory) in medians.items():
            growth = wall / count / first.setdefault(name, wall / count)
            ratio = f"{medians['hugo'][0] / wall:13.2f}" if name == "runbook" and "hugo" in medians else ""
            print(f"{count:6} {name:8} {wall:7.2f} {cpu:7.2f} {memory:6.0f} {growth:7.2f} {ratio}")


if __name__ == "__main__":
    main()
