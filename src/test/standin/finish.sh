#!/bin/bash
# Takes out of the base what only its making needed, and says what it is.
set -euo pipefail
root=$1

cat >"$root/etc/os-release.new" <<'END'
NAME="Debian stand-in for CentOS Stream"
PRETTY_NAME="Debian stand-in for CentOS Stream 9 (not CentOS)"
ID=debian
END
grep -E '^(VERSION_ID|VERSION|VERSION_CODENAME)=' "$root/etc/os-release" >>"$root/etc/os-release.new"
rm -f "$root/etc/os-release"
mv "$root/etc/os-release.new" "$root/etc/os-release"

rm -rf "$root/tmp/standin" "$root"/etc/apt/sources.list* "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/*.bin \
  "$root"/var/cache/apt/archives/*.deb "$root"/var/cache/dnf/* "$root"/var/log/*.log "$root"/var/log/apt
for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer fstrim.timer; do
  ln -sf /dev/null "$root/etc/systemd/system/$unit"
done
rm -f "$root/etc/machine-id"
: >"$root/etc/machine-id"
