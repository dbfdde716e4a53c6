"""`aws s3 sync` of Mastodon's media, to nowhere."""
import os
import re

import called


def command(arguments):
    called.by_mastodon_in_live()
    called.require(os.path.isfile(os.path.expanduser("~/.aws/credentials")), "no credentials in ~/.aws")
    called.require(arguments[:3] == ["s3", "sync", "public/system/"], "not a sync of public/system/")
    rest = arguments[3:]
    called.require(rest and re.fullmatch("s3://[a-z0-9][a-z0-9.-]+/", rest[0]), "the bucket is not s3://NAME/")
    called.require(rest[1:2] == ["--endpoint-url"] and len(rest) > 2, "needs --endpoint-url")
    called.require(re.fullmatch("https?://[A-Za-z0-9.:-]+", rest[2]), "the endpoint is no URL")
    called.require(rest[3:] in (["--no-progress"], ["--exclude", "cache/*", "--no-progress"]), "other options than the runbooks'")
    return lambda: sync(rest[0], "--exclude" in rest)


def sync(bucket, without_cache):
    for folder, _, files in os.walk("public/system"):
        for name in sorted(files):
            path = os.path.relpath(os.path.join(folder, name), "public/system")
            if not (without_cache and path.startswith("cache/")):
                print(f"upload: public/system/{path} to {bucket}{path}")
    return 0
