# The first process of a rehearsal, in mount and process namespaces of its own: whatever it mounts or starts is gone with it.
# $1: boot or plain; $2: the name of its cgroups, or empty; the others: the mount points of the file systems to lay over, in order.
# Its input: paths of sockets, each ended by NUL, and an empty one; then nothing, and its end is the rehearsal's.
# Its output: "missing POINT" for what could not be laid over, "started" once the machine inside starts or is there.
set -eu
kind=$1 cgroup=$2
shift 2
exec 3<&0

# nspawn makes control groups where it runs: in a group that can be found and removed.
if [ -n "$cgroup" ]; then
  # Read whole first: the file changes with each move.
  mine=$(cat /proc/self/cgroup)
  while IFS=: read -r _ controllers path; do
    for folder in "/sys/fs/cgroup/systemd$path" "/sys/fs/cgroup/unified$path" "/sys/fs/cgroup$path"; do
      case $controllers:$folder in
        name=systemd:/sys/fs/cgroup/systemd*) ;;
        :/sys/fs/cgroup/unified*) ;;
        :/sys/fs/cgroup*) [ -e /sys/fs/cgroup/cgroup.controllers ] || continue ;;
        *) continue ;;
      esac
      if [ -d "$folder" ] && mkdir "$folder/$cgroup" 2>/dev/null; then
        echo 0 >"$folder/$cgroup/cgroup.procs" || rmdir "$folder/$cgroup"
      fi
    done
  done <<<"$mine"
fi

# Folders that programs expect in /run, without what is in them: their sockets lead outside.
run=$(cd /run && find . -mindepth 1 -xdev \( -path ./systemd -o -path ./user -o -path ./lock -o -path ./docker \
  -o -path ./containerd \) -prune -o -type d -printf '%m %U %G %P\n' 2>/dev/null) || true

mount -t tmpfs -o mode=0755 runbook /run
mkdir /run/root /run/layers
printf '%s\n' "$run" >/run/folders
number=0
for point; do
  layer=/run/layers/$number
  number=$((number + 1))
  mkdir "$layer" "$layer/lower" "$layer/upper" "$layer/work"
  # What lies below an overlay may be named plainly only under a name without colons and commas.
  if [ "$point" = / ] || [ -d "/run/root$point" ]; then
    if mount --bind "$point" "$layer/lower" && mount -o remount,bind,ro "$layer/lower" &&
      chown --reference="$layer/lower" "$layer/upper" && chmod --reference="$layer/lower" "$layer/upper" &&
      mount -t overlay -o "nodev,lowerdir=$layer/lower,upperdir=$layer/upper,workdir=$layer/work,$OVERLAY" \
        overlay "/run/root${point%/}"; then
      continue
    fi
    [ "$point" != / ] || exit 1
  fi
  umount "$layer/lower" 2>/dev/null || true
  rm -r "$layer/upper" "$layer/work"
  printf 'missing %s\n' "$point"
done

# nspawn shows a file of this root inside (os-release): nothing of it may be written there.
mount -o remount,bind,ro /

# A socket on a lower layer would still reach who listens outside. In a root of its own, so that no link leads out of it.
chroot /run/root /bin/bash -c 'while IFS= read -r -d "" path && [ -n "$path" ]; do
  if [ -S "$path" ]; then rm -f -- "$path"; fi
done'

set -- --quiet -D /run/root --register=no --keep-unit --private-network --resolv-conf=off --timezone=off \
  --link-journal=no --drop-capability=CAP_MKNOD
export SYSTEMD_NSPAWN_TMPFS_TMP=0
if [ "$kind" = boot ]; then
  systemd-nspawn "$@" --console=read-only --boot </dev/null >/run/console.log 2>&1 &
  echo started
else
  systemd-nspawn "$@" --console=pipe --as-pid2 /bin/sh -c '
    while read -r mode user group path; do
      [ -z "$path" ] || { mkdir -p "/run/$path" && chmod "$mode" "/run/$path" && chown "$user:$group" "/run/$path"; }
    done
    echo started
    exec sleep infinity' </run/folders &
fi
# Ends with its input, or with the machine inside; and everything with it, since it is the first process.
(while read -r _; do :; done) <&3 >/dev/null 2>&1 &
wait -n || true
