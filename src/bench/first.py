#!/usr/bin/env python3
"""Measures in Chromium how long the search of a site takes for a first query, once what it loads is there.

    first.py SITE [QUERIES.json] [--rounds 3] [--chromium NAME]

Each query runs in a document of its own, in which nothing has run before: neither the index nor the engine is warm.
"""

import argparse
import functools
import http.server
import json
import pathlib
import statistics
import subprocess
import tempfile
import threading

QUERIES = ["再起動", "pg_hba.conf", "saikidou", "せっていへんこう", "データベースの復元", "nginx", "no such word",
           "PgBouncer の設定を変更する", "ﾊﾞｯｸｱｯﾌﾟ", "設定", "サーバー", "restart", "/etc/nginx", "systemctl restart", "確認",
           "証明書の更新", "権限", "ディスク 不足"]
PAGE = """<!doctype html><meta charset=utf-8><script>
const run = async (query, names) => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inside = frame.contentDocument;
  const add = (src) => new Promise((done, failed) => {
    const script = inside.createElement('script');
    script.onload = done;
    script.onerror = failed;
    script.src = src;
    inside.head.append(script);
  });
  await add('/assets/search.js');
  const script = inside.createElement('script');
  script.textContent = 'window.search = runbookSearch';
  inside.head.append(script);
  const {search} = frame.contentWindow;
  search.from('/search/');
  for (const name of names) await add(`/search/${name}.js`);
  const loaded = [];
  const load = search.load;
  search.load = (name) => { loaded.push(name); return load(name); };
  const begun = performance.now();
  const {hits} = await search.find(query, {language: 'ja', limit: 14});
  const took = performance.now() - begun;
  frame.remove();
  return {query, took, loaded, hits: hits.length};
};
addEventListener('load', async () => {
  const {queries, rounds} = await (await fetch('/-/queries')).json();
  const out = [];
  for (const query of queries) {
    const {loaded} = await run(query, []);
    const times = [];
    let last;
    for (let i = 0; i < rounds; i++) times.push((last = await run(query, loaded)).took);
    out.push({query, times, hits: last.hits, files: loaded.length, late: last.loaded});
  }
  await fetch('/-/times', {method: 'POST', body: JSON.stringify(out)});
});
</script><body>"""


class Handler(http.server.SimpleHTTPRequestHandler):
    given, answer, answered = "", [], threading.Event()

    def do_GET(self):
        text = {"/-/": PAGE, "/-/queries": self.given}.get(self.path)
        if text is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(text.encode())

    def do_POST(self):
        self.answer.extend(json.loads(self.rfile.read(int(self.headers["content-length"]))))
        self.send_response(204)
        self.end_headers()
        self.answered.set()

    def log_message(self, *arguments):
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("queries", type=pathlib.Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--chromium", default="chromium")
    options = parser.parse_args()
    queries = json.loads(options.queries.read_text(encoding="utf-8")) if options.queries else QUERIES
    Handler.given = json.dumps({"queries": queries, "rounds": options.rounds})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=options.site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as profile:
        browser = subprocess.Popen([options.chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                                    f"--user-data-dir={profile}", "--remote-debugging-port=0",
                                    f"http://127.0.0.1:{server.server_port}/-/"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            Handler.answered.wait(600)
        finally:
            browser.terminate()
            browser.wait()
            server.shutdown()
    for one in Handler.answer:
        print(f"{statistics.median(one['times']):8.1f} ms  {one['files']:3} files  {one['hits']:3} hits  {one['query']}"
              + (f"  not there: {one['late']}" if one["late"] else ""))
    times = [statistics.median(one["times"]) for one in Handler.answer]
    print(f"{statistics.median(times):8.1f} ms median, {max(times):.1f} ms at most")


if __name__ == "__main__":
    main()
