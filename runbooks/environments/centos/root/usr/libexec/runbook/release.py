"""What an update of Mastodon calls: bundle, gem, corepack, yarn, rails. Each leaves behind what the next one needs."""
import hashlib
import os
import re
import shutil

import called
import settings

YARN = "/usr/local/bin/yarn"


def command(name, arguments):
    if name == "corepack":
        called.require(called.user() == "root", f"run as {called.user()}, not as root")
        called.require(arguments == ["enable"], "not `corepack enable`")
        return enable_yarn
    called.by_mastodon_in_live()
    if name == "gem":
        called.require(arguments == ["install", "bundler", "--no-document"], "not `gem install bundler --no-document`")
        return lambda: say("Successfully installed bundler-2.5.22\n1 gem installed")
    called.require(arguments == ["install", "--immutable"], "not `yarn install --immutable`")
    return lambda: installed("yarn.lock", "node_modules/.yarn-state.yml", "Done in 1s 0ms")


def bundle(arguments):
    if arguments[:3] == ["config", "set", "--local"] and len(arguments) == 5:
        return lambda: configure(*arguments[3:])
    if arguments == ["install"]:
        config = configuration()
        called.require(config.get("BUNDLE_DEPLOYMENT") == "true", "`deployment` is not set to true")
        called.require(config.get("BUNDLE_WITHOUT") == "development:test", "`without` is not set to development:test")
        return lambda: installed("Gemfile.lock", "vendor/bundle/installed", "Bundle complete!")
    if arguments == ["check"]:
        return check
    raise called.Refused("not a command of the runbooks")


def rails(arguments):
    if arguments in (["db:migrate"], ["db:migrate:status"]):
        port = settings.load().get("DB_PORT")
        called.require(port == "5432", f"a migration through port {port}: its lock needs a connection of its own")
        bundled()
        return migrate if arguments == ["db:migrate"] else migrate_status
    if arguments == ["assets:precompile"]:
        bundled()
        called.require(same("yarn.lock", "node_modules/.yarn-state.yml"), "`yarn install` has not been run for this release")
        return precompile
    if arguments == ["assets:clobber"]:
        return clobber
    raise called.Refused("not a command of the runbooks")


def say(text):
    print(text, flush=True)
    return 0


def enable_yarn():
    if not os.path.lexists(YARN):
        os.symlink("/usr/libexec/runbook/yarn", YARN)
    return 0


def configuration():
    found = {}
    if os.path.exists(".bundle/config"):
        with open(".bundle/config", encoding="utf-8") as lines:
            for line in lines:
                match = re.fullmatch(r'(BUNDLE_[A-Z_]+): "(.*)"\n', line)
                if match:
                    found[match.group(1)] = match.group(2)
    return found


def configure(name, value):
    found = configuration()
    found[f"BUNDLE_{name.upper()}"] = ":".join(value.split())
    os.makedirs(".bundle", exist_ok=True)
    with open(".bundle/config", "w", encoding="utf-8") as out:
        out.write("---\n" + "".join(f'{key}: "{found[key]}"\n' for key in sorted(found)))
    return 0


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def same(lock, mark):
    """Whether what was installed is what the release asks for."""
    if not os.path.exists(mark):
        return False
    with open(mark, encoding="utf-8") as file:
        return file.read().strip() == digest(lock)


def installed(lock, mark, text):
    os.makedirs(os.path.dirname(mark), exist_ok=True)
    with open(mark, "w", encoding="utf-8") as out:
        out.write(digest(lock) + "\n")
    return say(text)


def check():
    if same("Gemfile.lock", "vendor/bundle/installed"):
        return say("The Gemfile's dependencies are satisfied")
    say("Bundler can't satisfy your Gemfile's dependencies.")
    return 1


def bundled():
    called.require(same("Gemfile.lock", "vendor/bundle/installed"), "`bundle install` has not been run for this release")


def migrations(folder):
    """The versions of a folder's migrations, and their names."""
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    return [(name.split("_")[0], name[:-3].split("_", 1)[1]) for name in names if re.fullmatch(r"\d{14}_\w+\.rb", name)]


def connection():
    database = settings.Database(settings.load())
    database.accounts()
    return database.connection


def migrate():
    wanted = migrations("db/migrate")
    if os.environ.get("SKIP_POST_DEPLOYMENT_MIGRATIONS") != "true":
        wanted += migrations("db/post_migrate")
    with connection().cursor() as cursor:
        for version, name in wanted:
            cursor.execute("INSERT INTO schema_migrations VALUES (%s) ON CONFLICT DO NOTHING RETURNING version", (version,))
            if cursor.fetchone():
                say(f"== {version} {name}: migrated (0.0001s)")
    return 0


def migrate_status():
    with connection().cursor() as cursor:
        cursor.execute("SELECT version FROM schema_migrations")
        done = {row[0] for row in cursor.fetchall()}
    say(" Status   Migration ID    Migration Name\n" + "-" * 50)
    for version, name in sorted(migrations("db/migrate") + migrations("db/post_migrate")):
        say(f"{'up' if version in done else 'down':^8}  {version}  {name.replace('_', ' ').capitalize()}")
    return 0


def precompile():
    os.makedirs("public/packs", exist_ok=True)
    with open("public/packs/manifest.json", "w", encoding="utf-8") as out:
        out.write('{"application.js": "/packs/js/application-%s.js"}\n' % digest("lib/mastodon/version.rb")[:20])
    return say("Compiled all packs in public/packs")


def clobber():
    shutil.rmtree("public/packs", ignore_errors=True)
    return 0
