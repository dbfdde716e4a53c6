#!/usr/bin/env python3
"""Writes a handbook of N bilingual runbooks into DIR: handbook.py N DIR. The same bytes in every run."""

import pathlib
import random
import sys

SERVICES = "postgresql redis nginx pgbouncer sidekiq puma haproxy postfix chronyd sshd".split()
WORDS = {
    "ja": {
        "things": "設定 接続 ログ 証明書 キュー キャッシュ バックアップ ディスク メモリ 権限".split(),
        "actions": "確かめる 変える 戻す 止める 始める 調べる".split(),
        "title": "{service} の{thing}を{action} {n}",
        "lead": "{service} の{thing}を{action}ための手順です。",
        "heading": "{n}. {service} の{thing}を{action}",
        "sentences": [
            "**「{thing}」**に関わる作業の前には、`/var/lib/{service}` の空き容量を見ておきます。",
            "{service} が応答しない場合でも、あわてて再起動せず、\nまず{thing}の状態を記録してください。",
            "作業のあとは数分のあいだ {service} の応答が遅くなることがあります。",
            "うまくいかないときは、この手順の最初に戻って{thing}を{action}ところからやり直します。",
        ],
    },
    "en": {
        "things": "settings connections logs certificates queues caches backups disks memory permissions".split(),
        "actions": "check change restore stop start inspect".split(),
        "title": "{action} the {thing} of {service} {n}",
        "lead": "This runbook says how to {action} the {thing} of {service}.",
        "heading": "{n}. {action} the {thing} of {service}",
        "sentences": [
            "Before any work on the **{thing}**, look at the free space of `/var/lib/{service}`.",
            "Should {service} not answer, do not restart it in a hurry:\nwrite down the state of the {thing} first.",
            "For a few minutes after the work, {service} may answer slowly.",
            "If it does not work out, go back to the start and {action} the {thing} once more.",
        ],
    },
}
STEP = """```bash {{#step-{n} .exec}}
systemctl reload {service}
journalctl -u {service} --since '-5 min' | tail -n {lines}
for file in /etc/{service}/*.conf; do sha256sum "$file"; done
```"""


def page(number, language):
    # What both languages share is drawn from one generator, the words from another.
    shared, words = random.Random(number), random.Random(f"{number} {language}")
    pool = WORDS[language]

    def fill(text, **more):
        values = {
            "service": words.choice(SERVICES),
            "thing": words.choice(pool["things"]),
            "action": words.choice(pool["actions"]),
            "n": number,
        }
        return text.format(**{**values, **more})

    def prose(count):
        return "\n\n".join(fill(words.choice(pool["sentences"])) for _ in range(count))

    service = shared.choice(SERVICES)
    title = fill(pool["title"], service=service)
    parts = [f'---\ntitle: "{title}"\ntags: [{service}, group-{number % 40}]\n---', fill(pool["lead"], service=service), prose(3)]
    for n in range(1, 6):
        heading = fill(pool["heading"], n=n)
        step = STEP.format(n=n, service=service, lines=shared.randrange(5, 50))
        parts += [f"## {heading} {{#part-{n}}}", prose(3), step]
    rows = "\n".join(f"| {shared.choice(SERVICES)} | {shared.randrange(9999)} |" for _ in range(5))
    parts += [f"| | |\n|---|--:|\n{rows}", "\n".join(f"- {words.choice(pool['things'])}" for _ in range(5))]
    return "\n\n".join(parts) + "\n"


def write(pairs, folder):
    for number in range(pairs):
        section = folder / f"section-{number // 50:03d}"
        section.mkdir(parents=True, exist_ok=True)
        (section / f"page-{number:05d}.md").write_text(page(number, "ja"), encoding="utf-8")
        (section / f"page-{number:05d}.en.md").write_text(page(number, "en"), encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
