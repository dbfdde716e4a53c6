"""`bundle exec`: Mastodon's web server, its queue and its migrations."""
import itertools
import json
import os
import threading
import time

import called
import servers
import settings


def command(arguments):
    called.by_mastodon_in_live()
    called.with_environment("RAILS_ENV", "production")
    if arguments == ["exec", "puma", "-C", "config/puma.rb"]:
        return web
    if arguments == ["exec", "sidekiq", "-c", "25"]:
        return sidekiq
    if arguments == ["exec", "rails", "db:migrate"]:
        port = settings.load().get("DB_PORT")
        called.require(port == "5432", f"a migration through port {port}: its lock needs a connection of its own")
        return migrate
    raise called.Refused("not one of Mastodon's commands")


def web():
    values = settings.load()
    # Two, in turn, as threads of Puma would: each prepares its statements for itself.
    connections = itertools.cycle([settings.Database(values), settings.Database(values)])
    one_at_a_time = threading.Lock()

    def answer(path):
        if path == "/health":
            return 200, "OK"
        if values.get("SELF_DESTRUCT"):
            return 410, "Gone"
        if path not in ("/", "/about", "/api/v1/instance", "/api/v2/instance"):
            return 404, "Not Found"
        try:
            with one_at_a_time:
                accounts = next(connections).accounts()
        except Exception as e:
            servers.say(f"500 {path}: {e}")
            return 500, "Internal Server Error"
        return 200, json.dumps({"uri": values.get("LOCAL_DOMAIN"), "stats": {"user_count": accounts}})

    # As a browser would soon enough: the connection is there before anybody asks for a page.
    threading.Thread(target=lambda: servers.say(f"first request: {answer('/')[0]}"), daemon=True).start()
    return servers.serve(int(os.environ.get("PORT", "3000")), answer)


QUEUES = ["default", "push", "ingress", "mailers", "pull", "scheduler"]


def sidekiq():
    """Takes each job from its queue and does nothing with it but ask the database; ends where it cannot begin."""
    values = settings.load()
    database = settings.Database(values)
    database.accounts()
    redis = settings.Redis(values)
    while True:
        job = redis.call("BRPOP", *(f"queue:{queue}" for queue in QUEUES), "2")
        if job is None:
            continue
        try:
            database.accounts()
        except Exception as e:
            servers.say(f"retry: {e}")
            redis.call("ZADD", "retry", str(time.time() + 60), job[1])


def migrate():
    settings.Database(settings.load()).accounts()
    return 0
