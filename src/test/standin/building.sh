#!/bin/bash
# building.sh FOLDER: what a server builds programs with, and what it builds: compiler, git, Node.js with npm, and in FOLDER
# the packages of npm's registry and the sources that the environment serves. Runs inside of the base that `standin` makes.
set -euo pipefail
folder=$1

apt-get install -q -y --no-install-recommends g++ gcc git libc6-dev libjpeg62-turbo-dev libwebp-dev make nodejs \
  pkgconf wget xz-utils zlib1g-dev

# Debian's npm is 350 packages. Its place and its prefix are Enterprise Linux's.
npm=/usr/lib/node_modules/npm
mkdir -p "$npm"
tar -xzf npm/npm-*.tgz -C "$npm" --strip-components=1 --no-same-owner
echo 'prefix=/usr/local' >"$npm/npmrc"
ln -s "../lib/node_modules/npm/bin/npm-cli.js" /usr/bin/npm
ln -s "../lib/node_modules/npm/bin/npx-cli.js" /usr/bin/npx
mkdir -p "$folder"
cp -r npm "$folder/npm"

# ImageMagick 7 is in no Debian before this one.
release=trixie
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
  sed -n "s/^deb \\(.*debian\\/*\\) [^ ]* main\$/deb-src \\1 $release main/p" | head -n 1 >/tmp/building.list || true
mkdir -p /etc/apt/sources.list.d
mv /tmp/building.list /etc/apt/sources.list.d/building.list
[[ -s /etc/apt/sources.list.d/building.list ]]
apt-get update -q -o Dir::Etc::sourcelist=sources.list.d/building.list -o Dir::Etc::sourceparts=- -o APT::Get::List-Cleanup=0
mkdir -p "$folder/sources"
(cd "$folder/sources" && apt-get source -q --download-only --tar-only -o APT::Sandbox::User=root \
  "imagemagick/$release" "libpng1.6/$release")
rm -f "$folder"/sources/*.dsc "$folder"/sources/*.asc /etc/apt/sources.list.d/building.list
