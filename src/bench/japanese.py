#!/usr/bin/env python3
"""Writes Japanese technical texts, as Debian packages them, as a handbook and as plain HTML: japanese.py DIR.

The same converter reads all of them: documentation as HTML, manual pages by way of mandoc's HTML. DIR gets `handbook`
(Markdown for runbook), `html` (the same blocks, for Pagefind) and `pages.json` (what each page says).
"""

import gzip
import html
import html.parser
import json
import pathlib
import re
import subprocess
import sys

PACKAGES = ("debian-reference-ja developers-reference-ja aptitude-doc-ja debian-faq-ja maint-guide-ja debmake-doc "
            "manpages-ja mandoc kakasi kakasi-dic libkakasi2").split()
JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
BREAKS = {"p", "li", "dt", "dd", "td", "th", "div", "tr", "table", "ul", "ol", "dl", "blockquote", "section", "br", "body"}
DROPPED = {"script", "style", "head", "nav", "header", "footer"}


class Reader(html.parser.HTMLParser):
    """Blocks of a page: (kind, text), where kind is a heading's level, `pre` or `p`."""

    def __init__(self):
        super().__init__()
        self.blocks, self.text, self.kind, self.dropped = [], [], "p", 0

    def flush(self):
        text = "".join(self.text)
        text = text.strip("\n") if self.kind == "pre" else joined(text)
        if text.strip():
            self.blocks.append((self.kind, text))
        self.text = []

    def handle_starttag(self, tag, attributes):
        if tag in DROPPED:
            self.dropped += 1
        elif tag in HEADINGS or tag == "pre":
            self.flush()
            self.kind = HEADINGS.get(tag, "pre")
        elif tag in BREAKS and self.kind == "p":
            self.flush()

    def handle_endtag(self, tag):
        if tag in DROPPED:
            self.dropped = max(0, self.dropped - 1)
        elif tag in HEADINGS or tag == "pre":
            self.flush()
            self.kind = "p"
        elif tag in BREAKS and self.kind == "p":
            self.flush()

    def handle_data(self, data):
        if not self.dropped:
            self.text.append(data)


def joined(text):
    """A paragraph on one line: no space where Japanese meets Japanese."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])", "", text)


def unpack(work):
    packages, root = work / "packages", work / "root"
    packages.mkdir(parents=True, exist_ok=True)
    if not list(packages.glob("manpages-ja_*")):
        subprocess.run(["apt-get", "download", "-q", *PACKAGES], cwd=packages, check=True)
    if not root.exists():
        for package in sorted(packages.glob("*.deb")):
            subprocess.run(["dpkg-deb", "-x", package, root], check=True)
    return root


def sources(root):
    """(name, HTML) of each document."""
    for path in sorted(root.rglob("*.html")):
        text = path.read_text(encoding="utf-8", errors="replace")
        if len(JAPANESE.findall(text)) > 300:
            yield "-".join(path.relative_to(root).with_suffix("").parts[-3:]).replace(".", "-"), text
    seen = set()
    for path in sorted((root / "usr/share/man/ja").rglob("*.gz")):
        if path.is_symlink():
            continue
        raw = gzip.decompress(path.read_bytes())
        if raw in seen or len(JAPANESE.findall(raw.decode("utf-8", "replace"))) < 300:
            continue
        seen.add(raw)
        mandoc = [root / "usr/bin/mandoc", "-K", "utf-8", "-T", "html", "-O", "fragment"]
        done = subprocess.run(mandoc, input=raw, capture_output=True)
        yield "man-" + path.name[:-3].replace(".", "-"), f"<h1>{path.name[:-3]}</h1>" + done.stdout.decode("utf-8", "replace")


def markdown(text):
    return re.sub(r"([\\`*_{}\[\]<>#~|&!$:+=-])", r"\\\1", text)


def write(work):
    root = unpack(work)
    pages = []
    for name, source in sources(root):
        reader = Reader()
        reader.feed(source)
        reader.flush()
        blocks = reader.blocks
        title = next((text for kind, text in blocks if kind in (1, 2)), name)
        body = [(kind, text) for kind, text in blocks if (kind, text) not in ((1, title), (2, title))]
        if not any(JAPANESE.search(text) for _, text in body):
            continue
        section = name.split("-")[0]
        md, page = [f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---"], [f"<h1>{html.escape(title)}</h1>"]
        for kind, text in body:
            if kind == "pre":
                fence = "`" * (3 + max([0, *(len(run) for run in re.findall("`{3,}", text))]))
                md.append(f"{fence}text\n{text}\n{fence}")
                page.append(f"<pre>{html.escape(text)}</pre>")
            elif kind == "p":
                md.append(markdown(text))
                page.append(f"<p>{html.escape(text)}</p>")
            else:
                level = max(2, kind)
                md.append(f"{'#' * level} {markdown(text)}")
                page.append(f"<h{level}>{html.escape(text)}</h{level}>")
        path = f"{section}/{name}"
        for folder, suffix, content in (
            ("handbook", "md", "\n\n".join(md) + "\n"),
            ("html", "html", f'<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{html.escape(title)}</title></head>'
                             f'<body><main data-pagefind-body>{"".join(page)}</main></body></html>'),
        ):
            file = work / folder / f"{path}.{suffix}"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        pages.append({"path": path, "title": title, "headings": [t for k, t in body if k not in ("p", "pre")],
                      "texts": [t for k, t in body if k == "p"],
                      "text": "\n".join([title, *(t for _, t in body)])})
    (work / "handbook/handbook.yml").write_text("languages: [ja]\ntitle: {ja: 日本語の技術文書}\n", encoding="utf-8")
    (work / "pages.json").write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")
    return pages


if __name__ == "__main__":
    print(len(write(pathlib.Path(sys.argv[1]))), "pages")
