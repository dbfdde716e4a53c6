#!/bin/bash
# Runs inside of the base that `standin` makes, while apt still works there: turns Debian's packages into RPMs with the
# names and paths of Enterprise Linux 9 (standin.spec), and puts them into two local repositories.
set -euo pipefail
cd "$(dirname "$0")"

# Debian's rpm has a database for each user.
mkdir -p /etc/rpm /var/lib/rpm
echo '%_dbpath /var/lib/rpm' >/etc/rpm/macros.stand-in

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What Enterprise Linux calls one package is several in Debian; `postgresql` there depends on the version's own package.
server=$(apt-cache depends -i postgresql | sed -n 's/.*Depends: \(postgresql-[0-9]*\)$/\1/p')
major=${server#postgresql-}
packages=("$server" "postgresql-client-$major" redis-server redis-tools nginx nginx-common pgbouncer python3-psycopg2
  openssh-server openssh-client openssh-sftp-server certbot python3-certbot python3-certbot-nginx awscli pebble)
java=openjdk-17-jre-headless
apt-cache show "$java" >/dev/null 2>&1 || java=$(apt-cache depends default-jre-headless | sed -n 's/.*Depends: \(openjdk-[0-9]*-jre-headless\)$/\1/p')

# The libraries come from Debian as they are; only what the runbooks name is made into RPMs. JIT needs LLVM, which is
# larger than all the rest together; what Java names beside C's are for printers, sound and fonts.
mapfile -t libraries < <(apt-cache depends -i "${packages[@]}" |
  sed -n 's/^ *\(Pre\)\?Depends: \(\(lib\|python3-\)[a-z0-9.+-]*\)$/\2/p' | grep -v '^libllvm' |
  grep -vxFf <(printf '%s\n' "${packages[@]}") | sort -u)
apt-get install -q -y --no-install-recommends "${libraries[@]}" tzdata

bash building.sh /usr/share/centos-stand-in

(cd "$work" && apt-get download -q -o APT::Sandbox::User=root "${packages[@]}" "$java")
for package in "$work"/*.deb; do
  dpkg-deb --fsys-tarfile "$package" | tar -C "$PWD" --one-top-level="$work/debian" -x
done

version() { # upstream's part of a Debian version, which is what an RPM calls its version
  dpkg-deb -f "$work/$1"_*.deb Version | sed -e 's/^[0-9]*://' -e 's/[-~+].*//'
}
rpmbuild -bb --quiet --nodebuginfo \
  --define "_topdir $work/rpm" --define "debian $work/debian" --define "given $PWD/files" --define "pg_major $major" \
  --define "pg_version $(version "$server")" --define "redis_version $(version redis-server)" \
  --define "nginx_version $(version nginx)" --define "pgbouncer_version $(version pgbouncer)" \
  --define "psycopg2_version $(version python3-psycopg2)" --define "openssh_version $(version openssh-server)" \
  --define "certbot_version $(version certbot)" --define "awscli_version $(version awscli)" \
  --define "pebble_version $(version pebble)" --define "java_version $(version "$java")" \
  standin.spec tools.spec

repositories=/usr/share/centos-stand-in
mkdir -p "$repositories/appstream" "$repositories/epel"
find "$work/rpm/RPMS" \( -name 'pgbouncer-*' -o -name '*certbot-*' -o -name 'awscli-*' \) \
  -exec mv -t "$repositories/epel" {} +
find "$work/rpm/RPMS" -name '*.rpm' -exec mv -t "$repositories/appstream" {} +
for repository in appstream epel; do
  createrepo_c --quiet "$repositories/$repository"
done

# From here on dnf finds what is there already under the names of Enterprise Linux, and the stand-in's repositories.
dnf -y --quiet --repofrompath="appstream,file://$repositories/appstream" --repo=appstream --nogpgcheck \
  install centos-stand-in-release
dnf clean all >/dev/null
