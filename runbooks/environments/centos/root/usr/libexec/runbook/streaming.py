"""`node ./streaming/index.js`: what sends timelines to browsers."""
import os

import called
import servers
import settings


def command(arguments):
    called.by_mastodon_in_live()
    called.with_environment("NODE_ENV", "production")
    called.require(arguments == ["./streaming/index.js"], "not Mastodon's streaming server")
    return run


def run():
    values = settings.load()
    settings.Redis(values).call("PING")
    database = settings.Database({**values, "PREPARED_STATEMENTS": "false"})

    def answer(path):
        if path == "/api/v1/streaming/health":
            return 200, "OK"
        try:
            database.accounts()
        except Exception as e:
            servers.say(f"500 {path}: {e}")
            return 500, "Internal Server Error"
        return 401, '{"error": "Missing access token"}'

    return servers.serve(int(os.environ.get("PORT", "4000")), answer)
