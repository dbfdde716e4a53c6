"""The small HTTP servers behind the stubs."""
import http.server
import sys


def serve(port, answer):
    """Answers each GET with what `answer(path)` gives: a status and a text."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            status, text = answer(self.path.split("?")[0])
            body = (text + "\n").encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json" if text.startswith("{") else "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    http.server.ThreadingHTTPServer.daemon_threads = True
    http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
    return 0


def say(text):
    print(text, file=sys.stderr, flush=True)
