# Holds a lock for one runbook on this host while its input is open. $1: the lock's name; $2: who holds it, on one line.
# Says "locked"; or "held" and who holds it.
name=$1 who=$2
umask 0

# One folder for all users, whoever asks: one that not everybody may write would part them.
folder=/tmp
case $(ls -ldL /run/lock/ 2>/dev/null) in drwxrwxrwt*) folder=/run/lock ;; esac
file=$folder/runbook.$name.lock

# Made so that a link that is there already is an error, and written without being made anew: in such a folder anybody may
# put a link in the way, and the kernel refuses to open another's file with the right to make it.
if [ ! -e "$file" ] && [ ! -L "$file" ]; then
  (set -C && : >"$file") 2>/dev/null
fi
if [ -L "$file" ] || [ ! -f "$file" ]; then
  echo "$file: not a plain file" >&2
  exit 1
fi
exec 9<"$file" || exit 1
command -v flock >/dev/null || { echo 'flock: not found' >&2; exit 1; }

if ! flock -n 9; then
  # The holder may be about to write.
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -s "$file" ] && break
    sleep 0.1
  done
  echo held
  head -c 1000 <&9
  exit 0
fi

write() { dd of="$file" conv=nocreat oflag=nofollow 2>/dev/null || true; }
printf '%s\n' "$who" | write
echo locked
while read -r _; do :; done
: | write
