#!/usr/bin/env python3
"""Measures the search on Japanese texts that it was not made for, beside Pagefind. See README.md beside this file."""

import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

import japanese

HERE = pathlib.Path(__file__).resolve().parent
RUNBOOK = HERE.parent.parent / "runbook"
KANJI, KATAKANA = r"[\u4e00-\u9fff]", r"[\u30a1-\u30fa\u30fc]"
HALF = {unicodedata.normalize("NFKC", chr(c)): chr(c) for c in range(0xFF66, 0xFF9E)}


def half_width(text):
    """In half-width katakana; None where it cannot be."""
    out = []
    for c in unicodedata.normalize("NFD", text):
        mark = {"\u3099": "\uff9e", "\u309a": "\uff9f"}.get(c)
        if not mark and c not in HALF:
            return None
        out.append(mark or HALF[c])
    return "".join(out)


def sampled(pages, count, rng):
    """Queries of each kind, each taken from the text of a page drawn at random."""
    patterns = {
        "kanji": rf"(?<!{KANJI}){KANJI}{{2,6}}(?!{KANJI})",
        "katakana": rf"(?<!{KATAKANA}){KATAKANA}{{3,12}}(?!{KATAKANA})",
        "half-width": rf"(?<!{KATAKANA}){KATAKANA}{{3,12}}(?!{KATAKANA})",
        "mixed": rf"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]{{1,9}} ?[\u3041-\u30ff\u4e00-\u9fff]{{2,6}}",
        "identifiers": r"(?<![\w./=-])(?:--?|/)?[A-Za-z][A-Za-z0-9]*(?:[_./=-][A-Za-z0-9]+)+(?![\w/=-])",
    }
    queries = {}
    for kind, pattern in patterns.items():
        found = []
        while len(found) < count:
            match = [m.group() for t in rng.choice(pages)["texts"] for m in re.finditer(pattern, t)]
            if not match:
                continue
            query = rng.choice(match)
            query = half_width(query) if kind == "half-width" else query
            if query and query not in found:
                found.append(query)
        queries[kind] = found
    return queries


def kana(texts, root, romaji):
    """How kakasi, which is not what the index uses, reads texts."""
    options = ["-Ja", "-Ha", "-Ka", "-Ea"] if romaji else ["-JH", "-KH"]
    environment = {"LD_LIBRARY_PATH": str(next(root.rglob("libkakasi.so*")).parent),
                   "KANWADICTPATH": str(next(root.rglob("kanwadict"))), "ITAIJIDICTPATH": str(next(root.rglob("itaijidict")))}
    done = subprocess.run([root / "usr/bin/kakasi", "-i", "utf8", "-o", "utf8", *options], env=environment,
                          input="\n".join(texts).encode(), capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace").split("\n")


def squeezed(text):
    """As a reader sees it: one width, one case, no spaces, and サーバー is サーバ."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()
    return re.sub(rf"({KATAKANA}{{2,}}?)ー+(?!{KATAKANA})", r"\1", text)


def find(engine, folder, queries):
    done = subprocess.run(["node", HERE / "find.mjs", engine, folder], input=json.dumps(queries).encode(), capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode())
    return json.loads(done.stdout)


def contained(results, queries, texts):
    held = [bool(r["pages"]) and squeezed(q) in texts.get(r["pages"][0], "") for r, q in zip(results, queries)]
    return sum(held) / len(held), [q for h, q in zip(held, queries) if not h]


def reciprocal(results, wanted):
    ranks = [1 / (1 + r["pages"].index(w)) if w in r["pages"] else 0 for r, w in zip(results, wanted)]
    return sum(ranks) / len(ranks)


def size(folder, pattern):
    return sum(f.stat().st_size for f in folder.rglob(pattern) if f.is_file())


def named(pages, rng, count):
    """Titles, headings that no other page has, and headings that begin with kanji, each with its page."""
    owners = {}
    for page in pages:
        for name in {page["title"], *page["headings"]}:
            owners.setdefault(name, set()).add(page["path"])
    titles = [(p["title"], p["path"]) for p in pages if owners[p["title"]] == {p["path"]}]
    headings = [(h, p["path"]) for p in pages for h in p["headings"] if owners[h] == {p["path"]} and 3 <= len(h) <= 30]
    pure = [(h, p) for h, p in headings if re.fullmatch(rf"(?:{KANJI}|{KATAKANA}|[\u3041-\u3096])+", h) and re.search(KANJI, h)]
    return [rng.sample(some, min(count, len(some))) for some in (titles, headings, pure)]


def evaluate(work, options):
    japanese.write(work)
    pages = json.loads((work / "pages.json").read_text(encoding="utf-8"))
    subprocess.run([RUNBOOK, "build", "--quiet", "--handbook", work / "handbook", "--out", work / "site"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    engines = {"runbook": work / "site"}
    if not options.no_pagefind:
        subprocess.run(["npx", "--yes", "pagefind@1.6.0", "--site", work / "html"], check=True, stdout=subprocess.DEVNULL)
        engines["pagefind"] = work / "html"
    texts = {p["path"]: squeezed(p["text"]) for p in pages}
    rng = random.Random(options.seed)
    queries = sampled(pages, options.queries, rng)
    titles, headings, pure = named(pages, rng, options.queries)
    read = kana([h for h, _ in pure], work / "root", False)
    romaji = [re.sub(r"[^a-z'-]", "", r.replace("^", "-")) for r in kana([h for h, _ in pure], work / "root", True)]
    print(f"{len(pages)} pages, {sum(len(t) for t in texts.values())} characters\n")
    print(f"{'':34}" + "".join(f"{name:>12}" for name in engines))
    for kind, some in queries.items():
        shares = {name: contained(find(name, folder, some), some, texts) for name, folder in engines.items()}
        print(f"{'top page contains: ' + kind:34}" + "".join(f"{share:12.3f}" for share, _ in shares.values()))
        if options.verbose:
            print("   missed:", shares["runbook"][1])
    for kind, pairs in (("titles", titles), ("headings", headings),
                        ("readings of headings", list(zip(read, (p for _, p in pure)))),
                        ("romaji of headings", list(zip(romaji, (p for _, p in pure))))):
        words, wanted = [w for w, _ in pairs], [p for _, p in pairs]
        results = {name: find(name, folder, words) for name, folder in engines.items()}
        print(f"{'mean reciprocal rank: ' + kind:34}" + "".join(f"{reciprocal(r, wanted):12.3f}" for r in results.values()))
        if options.verbose:
            print("   missed:", [(w, p) for w, p, r in zip(words, wanted, results["runbook"]) if p not in r["pages"][:1]][:12])
    index = {"runbook": size(work / "site/search", "[itw]*.js"), "pagefind": size(work / "html/pagefind", "*.pf_index") + size(work / "html/pagefind", "*.pf_meta")}
    whole = {"runbook": size(work / "site/search", "*.js") + (work / "site/assets/search.js").stat().st_size,
             "pagefind": size(work / "html/pagefind", "*.pf_*") + size(work / "html/pagefind", "*.pagefind") + size(work / "html/pagefind", "pagefind.js")}
    for label, sizes in (("kB of terms", index), ("kB with texts and engine", whole)):
        print(f"{label:34}" + "".join(f"{sizes[name] / 1000:12.0f}" for name in engines))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=150, help="of each kind")
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--work", type=pathlib.Path, help="a folder to keep; without it, a temporary one")
    parser.add_argument("--no-pagefind", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    if options.work:
        options.work.mkdir(parents=True, exist_ok=True)
        evaluate(options.work.resolve(), options)
        return
    with tempfile.TemporaryDirectory() as folder:
        evaluate(pathlib.Path(folder), options)


if __name__ == "__main__":
    main()
