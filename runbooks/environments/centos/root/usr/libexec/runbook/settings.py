"""What Mastodon would read from .env.production, and its connections. The process's environment takes precedence."""
import os
import re
import socket

import called

_LINE = re.compile(r"^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$")


def load():
    found = {}
    with open(f"{called.LIVE}/.env.production", encoding="utf-8") as lines:
        for line in lines:
            match = _LINE.match(line)
            if match:
                found[match.group(1)] = _value(match.group(2), found)
    found.update(os.environ)
    return found


def _value(text, earlier):
    """As dotenv reads it: only between single quotes does a value stand as it is."""
    quoted = re.match(r"^'([^']*)'", text)
    if quoted:
        return quoted.group(1)
    quoted = re.match(r'^"((?:[^"\\]|\\.)*)"', text)
    text = re.sub(r"\\(.)", r"\1", quoted.group(1)) if quoted else text.split("#")[0].strip()
    return re.sub(r"\$\{?([A-Za-z_]\w*)\}?", lambda m: os.environ.get(m.group(1), earlier.get(m.group(1), "")), text)


class Database:
    """One connection that is kept, as Rails keeps its own: prepared, unless the settings say not to."""

    def __init__(self, settings):
        self.settings = settings
        self.connection = None

    def accounts(self):
        """How many accounts there are. Raises psycopg2.Error where the database does not answer."""
        import psycopg2

        try:
            if self.connection is None:
                self.connection = self._connect()
            with self.connection.cursor() as cursor:
                cursor.execute(self._count)
                return cursor.fetchone()[0]
        except psycopg2.Error:
            self.close()
            raise

    def _connect(self):
        import psycopg2

        s = self.settings
        connection = psycopg2.connect(
            host=s.get("DB_HOST") or "/var/run/postgresql",
            port=s.get("DB_PORT") or "5432",
            dbname=s.get("DB_NAME") or "mastodon_production",
            user=s.get("DB_USER") or "mastodon",
            password=s.get("DB_PASS") or None,
            connect_timeout=5,
            application_name=f"mastodon-{os.environ.get('PORT') or 'stub'}",
        )
        connection.autocommit = True
        self._count = "SELECT count(*) FROM accounts"
        if s.get("PREPARED_STATEMENTS") != "false":
            # A transaction pooler gives the next transaction another connection, or another's statement of that name.
            with connection.cursor() as cursor:
                cursor.execute(f"PREPARE a1 AS {self._count}")
            self._count = "EXECUTE a1"
        return connection

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None


class Redis:
    """As much of Redis's protocol as a queue needs."""

    def __init__(self, settings):
        address = (settings.get("REDIS_HOST") or "127.0.0.1", int(settings.get("REDIS_PORT") or "6379"))
        self.socket = socket.create_connection(address, timeout=10)
        self.reader = self.socket.makefile("rb")

    def call(self, *words):
        words = [word.encode() for word in words]
        request = b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(w), w) for w in words)
        self.socket.sendall(request)
        return self._answer()

    def _answer(self):
        line = self.reader.readline()
        kind, rest = line[:1], line[1:].strip()
        if kind == b"$":
            return None if rest == b"-1" else self.reader.read(int(rest) + 2)[:-2].decode()
        if kind == b"*":
            return None if rest == b"-1" else [self._answer() for _ in range(int(rest))]
        if kind == b":":
            return int(rest)
        if kind == b"+":
            return rest.decode()
        raise OSError(rest.decode() or "Redis has closed the connection")
