"""nvm, as far as the runbooks use it: real releases of Node.js from the mirror, in the places where nvm keeps them.

What only a shell can do to itself, the function in nvm.sh does with what this prints.
"""
import hashlib
import os
import re
import shutil
import subprocess
import sys
import urllib.request

import called


def command(arguments):
    called.require(called.user() == "mastodon", f"run as {called.user()}, not as mastodon")
    home = os.path.expanduser("~/.nvm")
    called.require(os.environ.get("NVM_DIR") == home, f"NVM_DIR is not {home}")
    verb, rest = arguments[:1], arguments[1:]
    if arguments == ["ls-remote", "--lts"]:
        return ls_remote
    if verb == ["install"] and len(rest) == 1:
        return lambda: install(rest[0])
    if verb == ["which"] and len(rest) == 1:
        return lambda: which(rest[0])
    if arguments[:2] == ["alias", "default"] and len(rest) == 2:
        return lambda: alias(rest[1])
    if verb == ["uninstall"] and len(rest) == 1:
        return lambda: uninstall(rest[0])
    raise called.Refused("not a command of the runbooks")


def mirror():
    return os.environ.get("NVM_NODEJS_ORG_MIRROR") or "https://nodejs.org/dist"


def get(path):
    with urllib.request.urlopen(f"{mirror()}/{path}", timeout=60) as answer:
        return answer.read()


def releases():
    lines = get("index.tab").decode().splitlines()[1:]
    return [(fields[0], fields[9]) for fields in (line.split("\t") for line in lines)]


def folder(version):
    return os.path.join(os.environ["NVM_DIR"], "versions/node", version)


def ls_remote():
    found = [(version, name) for version, name in releases() if name != "-"]
    for i, (version, name) in enumerate(reversed(found)):
        print(f"{version:>15}   ({'Latest LTS' if i == len(found) - 1 else 'LTS'}: {name})")
    return 0


def resolve(wanted, among):
    """The newest of some versions that a number, whole or in part, stands for."""
    wanted = wanted.lstrip("v")
    if not re.fullmatch(r"\d+(\.\d+){0,2}", wanted):
        return None
    fit = [v for v in among if v[1:] == wanted or v[1:].startswith(wanted + ".")]
    return max(fit, key=lambda v: [int(n) for n in v[1:].split(".")], default=None)


def have():
    root = os.path.join(os.environ["NVM_DIR"], "versions/node")
    return os.listdir(root) if os.path.isdir(root) else []


def install(wanted):
    version = resolve(wanted, [version for version, _ in releases()])
    if version is None:
        return fail(f"Version '{wanted}' not found - try `nvm ls-remote` to browse available versions.")
    if not os.path.isdir(folder(version)):
        arch = "arm64" if os.uname().machine == "aarch64" else "x64"
        name = f"node-{version}-linux-{arch}.tar.xz"
        sums = dict(reversed(line.split()) for line in get(f"{version}/SHASUMS256.txt").decode().splitlines())
        package = get(f"{version}/{name}")
        if hashlib.sha256(package).hexdigest() != sums[name]:
            return fail("Checksums do not match")
        os.makedirs(folder(version))
        subprocess.run(["tar", "-xJ", "-C", folder(version), "--strip-components=1"], input=package, check=True)
    if not os.path.exists(default()):
        alias(version)
    return 0


def default():
    return os.path.join(os.environ["NVM_DIR"], "alias/default")


def which(wanted):
    """Prints the folder of programs that a name stands for; an empty line for the system's own."""
    if wanted == "default" and os.path.exists(default()):
        with open(default(), encoding="utf-8") as file:
            wanted = file.read().strip()
    if wanted == "system":
        print()
        return 0
    version = resolve(wanted, have())
    if version is None:
        return fail(f"N/A: version \"{wanted}\" is not yet installed.")
    print(folder(version) + "/bin")
    return 0


def alias(wanted):
    version = "system" if wanted == "system" else resolve(wanted, have())
    if version is None:
        return fail(f"N/A: version \"{wanted}\" is not yet installed.")
    os.makedirs(os.path.dirname(default()), exist_ok=True)
    with open(default(), "w", encoding="utf-8") as out:
        out.write(version + "\n")
    print(f"default -> {version}")
    return 0


def uninstall(wanted):
    version = resolve(wanted, have())
    if version is None:
        return fail(f"{wanted} version is not installed...")
    shutil.rmtree(folder(version))
    print(f"Uninstalled node {version}")
    return 0


def fail(text):
    print(text, file=sys.stderr)
    return 3
