"""`bin/tootctl`, as far as the runbooks use it."""
import os
import re
import sys

import called
import settings


def command(arguments):
    called.by_mastodon_in_live()
    called.with_environment("RAILS_ENV", "production")
    if arguments == ["version"]:
        return version
    if arguments == ["media", "usage"]:
        return with_database(media_usage)
    if arguments[:2] == ["media", "remove"]:
        rest = arguments[2:]
        dry_run = rest[-1:] == ["--dry-run"]
        rest = rest[:-1] if dry_run else rest
        called.require(len(rest) == 2 and rest[0] == "--days" and re.fullmatch("[1-9][0-9]*", rest[1]), "needs --days N")
        return with_database(lambda database: media_remove(database, dry_run))
    if arguments[:2] == ["accounts", "modify"]:
        name, rest = arguments[2:3], arguments[3:]
        called.require(name and re.fullmatch("[A-Za-z0-9_]+", name[0]), "needs a user name")
        called.require(rest == ["--remove-role"] or (len(rest) == 2 and rest[0] == "--role"), "needs --role or --remove-role")
        return with_database(lambda database: modify(database, name[0], rest[1] if len(rest) == 2 else None))
    if arguments[:2] == ["accounts", "refresh"]:
        rest = arguments[2:]
        every = rest[:1] == ["--all"]
        called.require(not every or re.fullmatch("--all( --concurrency [1-9])?", " ".join(rest)), "not options of --all")
        called.require(every or len(rest) == 1 and re.fullmatch("[A-Za-z0-9_.-]+@[a-z0-9.-]+", rest[0]), "needs NAME@DOMAIN")
        return with_database(lambda database: refresh(database, None if every else rest[0].split("@")))
    if arguments[:2] in (["accounts", "cull"], ["accounts", "prune"]):
        return remove_accounts(arguments[1], arguments[2:])
    if arguments == ["self-destruct"]:
        return with_database(self_destruct)
    raise called.Refused("not a command of the runbooks")


def with_database(work):
    def run():
        import psycopg2

        database = settings.Database(settings.load())
        try:
            database.accounts()
            return work(database)
        except psycopg2.Error as e:
            print(f"PG::ConnectionBad: {e}", file=sys.stderr)
            return 1

    return run


def query(database, statement, values=()):
    with database.connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def version():
    with open("lib/mastodon/version.rb", encoding="utf-8") as file:
        print(re.search("'([0-9.]+)'", file.read()).group(1))
    return 0


def media_usage(database):
    count = query(database, "SELECT count(*) FROM media_attachments")[0][0]
    print(f"Attachments:\t{count} KB (1 KB local)")
    for kind in ("Custom emoji", "Avatars", "Headers", "Backups", "Imports", "Settings"):
        print(f"{kind}:\t0 Bytes (0 Bytes local)")
    return 0


def media_remove(database, dry_run):
    count = query(database, "SELECT count(*) FROM media_attachments")[0][0]
    if not dry_run:
        query(database, "DELETE FROM media_attachments RETURNING id")
    print(f"Removed {count} media attachments (approx. {count} KB){' (DRY RUN)' if dry_run else ''}")
    return 0


def modify(database, name, role):
    user = query(database, "SELECT u.id FROM users u JOIN accounts a ON a.id = u.account_id WHERE a.username = %s", (name,))
    if not user:
        print("No user with such username", file=sys.stderr)
        return 1
    found = query(database, "SELECT id FROM user_roles WHERE name = %s", (role,)) if role else [(None,)]
    if not found:
        print("Cannot find user role with that name", file=sys.stderr)
        return 1
    query(database, "UPDATE users SET role_id = %s WHERE id = %s RETURNING id", (found[0][0], user[0][0]))
    print("OK")
    return 0


def refresh(database, one):
    remote = query(database, "SELECT username, domain FROM accounts WHERE domain IS NOT NULL")
    if one and tuple(one) not in remote:
        print("No such account", file=sys.stderr)
        return 1
    print("OK" if one else f"Refreshed {len(remote)} accounts")
    return 0


# What other servers would answer, and what Mastodon knows of its dealings with an account.
GONE = "domain = 'gone.example'"
STRANGER = "domain IS NOT NULL AND NOT EXISTS (SELECT FROM statuses s WHERE s.account_id = a.id)"


def remove_accounts(verb, rest):
    dry_run = rest[-1:] == ["--dry-run"]
    rest = rest[:-1] if dry_run else rest
    if rest[:1] == ["--concurrency"]:
        called.require(len(rest) > 1 and re.fullmatch("[1-9][0-9]*", rest[1]), "--concurrency needs a number")
        rest = rest[2:]
    domains = rest if verb == "cull" else []
    called.require(verb == "cull" or not rest, "prune takes no domain")
    called.require(all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain) for domain in domains), "not a domain")
    return with_database(lambda database: (cull if verb == "cull" else prune)(database, domains, dry_run))


def cull(database, domains, dry_run):
    where = "domain IS NOT NULL" + (" AND domain = ANY(%s)" if domains else "")
    values = (domains,) if domains else ()
    visited = query(database, f"SELECT count(*) FROM accounts a WHERE {where}", values)[0][0]
    removed = take_away(database, f"{where} AND {GONE}", values, dry_run)
    print(f"Visited {visited} accounts, removed {removed}{' (DRY RUN)' if dry_run else ''}")
    return 0


def prune(database, _domains, dry_run):
    removed = take_away(database, STRANGER, (), dry_run)
    print(f"OK, pruned {removed} accounts{' (DRY RUN)' if dry_run else ''}")
    return 0


def take_away(database, where, values, dry_run):
    if dry_run:
        return query(database, f"SELECT count(*) FROM accounts a WHERE {where}", values)[0][0]
    return len(query(database, f"DELETE FROM accounts a WHERE {where} RETURNING id", values))


def self_destruct(_database):
    values = settings.load()
    if values.get("SELF_DESTRUCT"):
        print("Self-destruct mode is already enabled for this Mastodon server")
        redis = settings.Redis(values)
        if any(redis.call("LLEN", f"queue:{queue}") for queue in ("default", "push")):
            print("Deletion notices are still being processed")
        else:
            print("Every deletion notice has been sent!")
        return 0
    print("Type in the domain of the server to confirm: ", end="", flush=True)
    if sys.stdin.readline().strip() != values.get("LOCAL_DOMAIN"):
        return 1
    print("Are you sure you want to proceed? (y/N) ", end="", flush=True)
    if sys.stdin.readline().strip() != "y":
        return 1
    print(f"SELF_DESTRUCT={os.urandom(12).hex()}")
    return 0
