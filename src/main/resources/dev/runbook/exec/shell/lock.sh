# Holds a lock for one runbook on this host until its input says "free", or a while longer than the input is open. $1: the lock's name; $2: who holds it, on one line.
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

held=''
flock -n 9 && held=1
# Empty: its holder is about to write, or was killed, and what it was running is being ended.
for ((i = 0; i < 50; i++)); do
  if [ -n "$held" ] || [ -s "$file" ]; then break; fi
  sleep 0.1
  flock -n 9 && held=1
done
if [ -z "$held" ]; then
  echo held
  head -c 1000 <&9
  exit 0
fi

write() { dd of="$file" conv=nocreat oflag=nofollow 2>/dev/null || true; }
printf '%s\n' "$who" | write
echo locked
freed=''
while read -r line; do [ "$line" != free ] || freed=1; done
: | write
# The holder was killed, or the connection broke: its guards now end what was running, which others have to wait for.
[ -n "$freed" ] || sleep 3
