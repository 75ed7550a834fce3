#!/usr/bin/env bash
# Watchdog of one freeze, started by iris-freeze: thaws at the deadline, at once when iris-freeze is killed before it has
# finished, or when the process that the freeze is for ends. Goes on until the instances say that they are thawed.
#
#   guard.sh OWNER TOKEN PID   (PID 0: the freeze is for nobody in particular)
IRIS_AZURE_NAME=iris-freeze-guard
# shellcheck source=packages/guest/files/lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
load_settings
# shellcheck source=packages/guest/files/lib/iris.sh
. "$IRIS_AZURE_LIB/lib/iris.sh"
# shellcheck source=packages/guest/files/lib/backup.sh
. "$IRIS_AZURE_LIB/lib/backup.sh"
# shellcheck source=packages/guest/files/lib/freeze.sh
. "$IRIS_AZURE_LIB/lib/freeze.sh"

[ $# -eq 3 ] || die "takes an owner, a token and a process, got '$*'"
owner=$1 token=$2 holder=$3
trap 'rm -f "$FREEZE_RUN/guard.$token"' EXIT
trap '' TERM INT HUP
: > "$FREEZE_RUN/guard.$token"

# mine: whether the freeze is still there.
mine() { read_state "$owner" && [ "$STATE_TOKEN" = "$token" ] && [ "$STATE_PHASE" != expired ]; }

# killed: whether the script that freezes is gone before it has finished. The lock is only tried.
killed() {
  [ "$STATE_PHASE" = freezing ] && flock --nonblock "$FREEZE_RUN/lock" true && mine && [ "$STATE_PHASE" = freezing ]
}

reason=
while mine; do
  if (($(uptime_now) >= STATE_DEADLINE)); then
    reason="nobody has thawed within $((STATE_DEADLINE - STATE_SINCE)) s"
  elif [ "$holder" -gt 0 ] && [ "$STATE_PHASE" = frozen ] && ! kill -0 "$holder" 2> /dev/null; then
    reason="process $holder, for which they were frozen, is gone"
  elif killed; then
    reason='iris-freeze was killed'
  else
    sleep "${GUARD_PAUSE:-1}"
    continue
  fi
  break
done

if [ -n "$reason" ]; then
  say err "thaws ${STATE_INSTANCES[*]}: $reason; the backup is not consistent"
  instances=("${STATE_INSTANCES[@]}")
  locked=yes
  lock_freeze 5 || locked=no
  while mine; do
    if thaw_all "${instances[@]}"; then
      write_state "$owner" expired
      break
    fi
    # Others may thaw meanwhile.
    flock --unlock "${freeze_lock:?}"
    sleep "${GUARD_PAUSE:-5}"
    flock --wait 5 "$freeze_lock" || true
  done
  # A call that is still under way could freeze once more: each is limited in time, and holds the lock.
  if [ "$locked" = no ]; then
    lock_freeze 1800 || say err 'iris-freeze does not end; run iris-thaw --force once it has'
    thaw_all "${instances[@]}" || true
  fi
fi
