# Puts standard input into a file, whole or not at all. $1: path; $2: owner, or empty; $3: mode, or empty; $4: the SHA-256 that
# the file must have now, or empty. Ends with 10 where it is so already; else prints the path of the old file's copy, if any.
set -eu
LC_ALL=C
path=$1 owner=$2 mode=$3 digest=$4
# A link's target is what is meant; the link stays one.
target=$(realpath -m -- "$path")
folder=$(dirname -- "$target")
[ -d "$folder" ] || { echo "no folder $folder" >&2; exit 1; }
[ ! -d "$target" ] || { echo "$target is a folder" >&2; exit 1; }
new=$(mktemp -- "$folder/.runbook.XXXXXXXX")
trap 'rm -f -- "$new"' EXIT
cat >"$new"

sum() { sha256sum <"$1" | cut -d ' ' -f 1; }
if [ -n "$digest" ] && [ "$(sum "$target")" != "$digest" ]; then
  echo "$target was changed in the meantime" >&2
  exit 1
fi
if [ -e "$target" ]; then
  wanted_owner=${owner:-$(stat -c %U:%G -- "$target")}
  case $wanted_owner in *:*) format=%U:%G ;; *) format=%U ;; esac
  wanted_mode=${mode:-$(stat -c %a -- "$target")}
  if cmp -s -- "$new" "$target" && [ "$(stat -c "$format" -- "$target")" = "$wanted_owner" ] &&
    [ "$((8#$(stat -c %a -- "$target")))" -eq "$((8#$wanted_mode))" ]; then
    exit 10
  fi
  copy=$target.$(date +%Y%m%dT%H%M%S)~
  number=1
  while [ -e "$copy" ]; do
    number=$((number + 1))
    copy=$target.$(date +%Y%m%dT%H%M%S).$number~
  done
  cp --preserve=all -- "$target" "$copy" 2>/dev/null || cp -p -- "$target" "$copy"
  # Owner, mode, access lists and the security context of the file that was there.
  cp --attributes-only --preserve=all -- "$target" "$new" 2>/dev/null || {
    chown --reference="$target" -- "$new"
    chmod --reference="$target" -- "$new"
  }
  touch -- "$new"
else
  chmod 0644 -- "$new"
fi
[ -z "$owner" ] || chown -- "$owner" "$new"
[ -z "$mode" ] || chmod -- "$mode" "$new"
sync -- "$new" 2>/dev/null || sync
# A file that is a mount point of its own, as in containers, cannot be replaced.
mv -fT -- "$new" "$target" 2>/dev/null || cat <"$new" >"$target"
sync -- "$folder" 2>/dev/null || :
if command -v restorecon >/dev/null && [ -z "${copy-}" ]; then restorecon -- "$target" 2>/dev/null || :; fi
printf '%s' "${copy-}"
