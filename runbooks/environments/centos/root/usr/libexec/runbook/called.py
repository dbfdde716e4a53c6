"""How a stub was called: by whom, where, with which environment."""
import json
import os
import pwd

LOG = "/run/runbook/stubs.log"
LIVE = "/home/mastodon/live"


class Refused(Exception):
    """The real program would not have been called like this, or would have failed."""


def user():
    return pwd.getpwuid(os.geteuid()).pw_name


def by_a_unit():
    return "RUNBOOK_STUB_STARTED" in os.environ  # from the unit's stub.conf


def require(condition, what):
    if not condition:
        raise Refused(what)


def by_mastodon_in_live():
    require(user() == "mastodon", f"run as {user()}, not as mastodon")
    require(os.getcwd() == LIVE, f"run in {os.getcwd()}, not in {LIVE}")


def with_environment(name, value):
    found = os.environ.get(name, "")
    require(found == value, f"{name} is '{found}', not '{value}'")


def mark(name, arguments, verdict):
    """One line of JSON a call. A call that cannot be written down must not go unnoticed: it fails."""
    line = json.dumps(
        {
            "stub": name,
            "verdict": verdict,
            "user": user(),
            "directory": os.getcwd(),
            "arguments": arguments,
        }
    )
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(line + "\n")
