"""`bundle exec`: Mastodon's web server and its queue; the rest is in release.py."""
import itertools
import json
import os
import re
import signal
import sys
import threading
import time

import called
import release
import servers
import settings


def command(arguments):
    called.by_mastodon_in_live()
    if arguments[:1] != ["exec"]:
        return release.bundle(arguments)
    called.with_environment("RAILS_ENV", "production")
    if arguments[:2] == ["exec", "rails"]:
        return release.rails(arguments[2:])
    if arguments == ["exec", "puma", "-C", "config/puma.rb"]:
        return web
    if arguments[:2] == ["exec", "sidekiq"]:
        return sidekiq_with(arguments[2:])
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


QUEUES = ["default", "push", "ingress", "mailers", "pull", "scheduler", "fasp"]


def sidekiq_with(options):
    """-c THREADS, and -q QUEUE[,WEIGHT] for each queue that is served; without one, all are."""
    threads, queues = 5, []
    called.require(len(options) % 2 == 0, "an option without a value")
    for option, value in zip(options[::2], options[1::2]):
        if option == "-c":
            called.require(re.fullmatch("[1-9][0-9]*", value), "-c needs a number")
            threads = int(value)
        elif option == "-q":
            queue = re.fullmatch("([a-z]+)(,[1-9][0-9]*)?", value)
            called.require(queue and queue.group(1) in QUEUES, f"no queue of Mastodon's: {value}")
            queues.append(queue.group(1))
        else:
            raise called.Refused(f"sidekiq with {option}")
    pool = int(os.environ.get("DB_POOL") or "5")
    called.require(pool >= threads, f"{threads} threads share {pool} connections: DB_POOL is too small")
    return lambda: sidekiq(threads, queues or QUEUES)


def sidekiq(threads, queues):
    """Takes each job from its queue and does nothing with it but ask the database; ends where it cannot begin."""
    values = settings.load()
    database = settings.Database(values)
    database.accounts()
    redis = settings.Redis(values)
    info = json.dumps({"hostname": "localhost", "pid": os.getpid(), "concurrency": threads, "queues": queues}, separators=(",", ":"))
    name = f"localhost:{os.getpid()}:stub"
    # Told to end, Sidekiq takes itself off the list.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        work(redis, database, name, info, queues)
    finally:
        last = settings.Redis(values)
        last.call("SREM", "processes", name)
        last.call("DEL", name)


def work(redis, database, name, info, queues):
    while True:
        # As Sidekiq makes itself known to its own web page: forgotten a minute after it was killed.
        redis.call("SADD", "processes", name)
        redis.call("HSET", name, "info", info)
        redis.call("EXPIRE", name, "60")
        job = redis.call("BRPOP", *(f"queue:{queue}" for queue in queues), "2")
        if job is None:
            continue
        try:
            database.accounts()
        except Exception as e:
            servers.say(f"retry: {e}")
            redis.call("ZADD", "retry", str(time.time() + 60), job[1])
