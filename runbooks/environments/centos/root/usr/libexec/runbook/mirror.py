#!/usr/bin/python3
"""Serves what the runbooks download: files, and for a folder its index.json."""
import functools
import http.server
import os


class Handler(http.server.SimpleHTTPRequestHandler):
    def send_head(self):
        path = self.translate_path(self.path)
        if os.path.isfile(os.path.join(path, "index.json")):
            self.path = self.path.rstrip("/") + "/index.json"
        return super().send_head()

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer.daemon_threads = True
serve = functools.partial(Handler, directory="/usr/share/runbook/mirror")
http.server.ThreadingHTTPServer(("127.0.0.1", 8010), serve).serve_forever()
