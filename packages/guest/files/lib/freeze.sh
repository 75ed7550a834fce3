# shellcheck shell=bash
# Freeze and thaw of all instances of this machine, whoever asks (an owner: azure, lvm, manual). After backup.sh.
#
# An owner's freeze is one line of $FREEZE_RUN/state.OWNER:
#   PHASE TOKEN PID SINCE DEADLINE INSTANCE...
# PHASE is freezing (the script PID works on it), frozen, or expired (it ended before its owner asked for it). TOKEN tells one
# freeze from the next; SINCE and DEADLINE are seconds of uptime. /run is gone after a boot, and so is every freeze.
#
# Whoever changes anything holds $FREEZE_RUN/lock. The script that freezes holds it from its beginning to its end, and so do its
# children: once others get it while the phase is still freezing, that script is dead.

readonly FREEZE_RUN=$BACKUP_RUN/freeze

# Seconds for one question (BACKUP_ASK_SECONDS), and for one thaw (BACKUP_THAW_SECONDS).
readonly ASK_SECONDS=${BACKUP_ASK_SECONDS:-20} THAW_SECONDS=${BACKUP_THAW_SECONDS:-30}

# read_state OWNER: sets STATE_PHASE, STATE_TOKEN, STATE_PID, STATE_SINCE, STATE_DEADLINE and the array STATE_INSTANCES; fails where there is none.
# shellcheck disable=SC2034
read_state() {
  local file=$FREEZE_RUN/state.$1 fields
  STATE_PHASE='' STATE_TOKEN='' STATE_PID='' STATE_SINCE='' STATE_DEADLINE='' STATE_INSTANCES=()
  [ -r "$file" ] && read -ra fields < "$file" || return 1
  [ "${#fields[@]}" -ge 6 ] || return 1
  STATE_PHASE=${fields[0]} STATE_TOKEN=${fields[1]} STATE_PID=${fields[2]} STATE_SINCE=${fields[3]} STATE_DEADLINE=${fields[4]}
  STATE_INSTANCES=("${fields[@]:5}")
}

# write_state OWNER PHASE: the state as it was read or set, in another phase.
write_state() {
  printf '%s\n' "$2 $STATE_TOKEN $STATE_PID $STATE_SINCE $STATE_DEADLINE ${STATE_INSTANCES[*]}" |
    write_file 600 "$(id -u):$(id -g)" "$FREEZE_RUN/state.$1"
  # shellcheck disable=SC2034
  STATE_PHASE=$2
}

forget_state() { rm -f "$FREEZE_RUN/state.$1"; }

# other_owner OWNER: prints who else has frozen this machine or is about to.
other_owner() {
  local file phase
  for file in "$FREEZE_RUN"/state.*; do
    if [ -r "$file" ] && [ "${file##*.}" != "$1" ] && read -r phase _ < "$file" && [ "$phase" != expired ]; then
      printf '%s' "${file##*.}"
      return
    fi
  done
}

# lock_freeze SECONDS: the lock, until this process ends; fails after SECONDS.
lock_freeze() {
  mkdir -p "$FREEZE_RUN"
  chmod 700 "$FREEZE_RUN"
  if [ -z "${freeze_lock:-}" ]; then
    exec {freeze_lock}>> "$FREEZE_RUN/lock"
  fi
  flock --wait "$1" "$freeze_lock"
}

# suspended NAME: 0: the write daemon of the instance is suspended, 1: it is not, 2: it gives no answer.
suspended() {
  local status=0
  call "$1" "$ASK_SECONDS" '##Class(Backup.General).IsWDSuspendedExt()' || status=$?
  case $status in
    "$CALL_YES") return 0 ;;
    "$CALL_NO") return 1 ;;
    *) return 2 ;;
  esac
}

# freeze_instance NAME SECONDS FREEZE_SECONDS LIMIT: suspends its write daemon; fails where it is not certain that it is.
#
# LIMIT is the product's own watchdog (WDSuspendLimit): should everything of this machine's fail, the write daemon resumes by
# itself. Caché does not know it. Where the version of IRIS does not either, set BACKUP_SUSPEND_LIMIT='no'.
freeze_instance() {
  local name=$1 seconds=$2 last='' status=0
  if [ "$(product)" = iris ] && [ "${BACKUP_SUSPEND_LIMIT:-yes}" = yes ]; then
    last=",,,$4"
  fi
  call "$name" "$seconds" "##Class(Backup.General).ExternalFreeze(,,,,,,$3$last)" || status=$?
  if [ "$status" -ne "$CALL_YES" ]; then
    say err "freeze of $name $(what_said "$status" "$seconds")"
    return 1
  fi
  status=0
  suspended "$name" || status=$?
  if [ "$status" -ne 0 ]; then
    say err "$name says that it is frozen, but its write daemon is not known to be suspended"
    return 1
  fi
}

# thaw_instance NAME: resumes its write daemon, by the product's last resort where the first way fails. Succeeds only once the
# instance itself says that it is not suspended, or where it is down.
thaw_instance() {
  local name=$1 status=0
  call "$name" "$THAW_SECONDS" '##Class(Backup.General).ExternalThaw()' || status=$?
  if [ "$status" -ne "$CALL_YES" ]; then
    say err "thaw of $name $(what_said "$status" "$THAW_SECONDS")"
  fi
  if thawed "$name"; then
    return 0
  fi
  # `irisstat -W` resumes what a backup has suspended, and nothing else.
  timeout --kill-after=5 "$THAW_SECONDS" runuser -u "$(instance_owner)" -- \
    "$([ "$(product)" = iris ] && echo iris || echo ccontrol)" stat "$name" -W < /dev/null > "$BACKUP_RUN/output" 2>&1 || true
  if thawed "$name"; then
    warn "$name was thawed by stat -W, since ExternalThaw did not"
    return 0
  fi
  say err "$name may still be frozen; run as root: iris-thaw --force"
  return 1
}

# thawed NAME: whether it is certain that it is not suspended.
thawed() {
  local status=0 state
  suspended "$1" || status=$?
  if [ "$status" -eq 1 ]; then
    return 0
  fi
  if [ "$status" -eq 2 ]; then
    state=$(instance_state "$1") || return 1
    [ "$state" = down ]
    return
  fi
  return 1
}

# thaw_all NAME...: each, whatever becomes of the others; fails where one is not thawed.
thaw_all() {
  local name failed=0
  for name in "$@"; do
    if thaw_instance "$name"; then
      info "$name is thawed"
    else
      failed=1
    fi
  done
  return "$failed"
}

# start_guard OWNER WHILE: the watchdog, a process that outlives this one and the one that started it. It thaws at the deadline,
# at once when the script that freezes is killed, or when the process WHILE (0: none) ends.
start_guard() {
  local guard=$IRIS_AZURE_LIB/backup/guard.sh
  local -a arguments=("$1" "$STATE_TOKEN" "$2")
  if command -v systemd-run > /dev/null && timeout 20 systemd-run --quiet --collect --unit="iris-freeze-guard-$STATE_TOKEN" \
    --description='Thaws frozen instances whatever becomes of the backup' --setenv=IRIS_AZURE_ROOT="${IRIS_AZURE_ROOT:-}" \
    --setenv=IRIS_AZURE_ETC="$IRIS_AZURE_ETC" --setenv=IRIS_AZURE_LIB="$IRIS_AZURE_LIB" \
    --setenv=IRIS_AZURE_STATE="$IRIS_AZURE_STATE" -- "$guard" "${arguments[@]}" > /dev/null 2>&1 < /dev/null {freeze_lock}>&-; then
    :
  else
    # Without systemd: in a session of its own, with no file of this process, the lock among them.
    setsid --fork "$guard" "${arguments[@]}" > /dev/null 2>&1 < /dev/null {freeze_lock}>&- || return 1
  fi
  # It says that it watches.
  local try
  for ((try = 0; try < ${GUARD_START_TRIES:-100}; try++)); do
    if [ -e "$FREEZE_RUN/guard.$STATE_TOKEN" ]; then
      return 0
    fi
    sleep 0.1
  done
  return 1
}
