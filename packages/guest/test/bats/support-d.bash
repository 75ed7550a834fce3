# shellcheck shell=bash disable=SC2016,SC2154
# Instances that can be frozen, and what else tests of backups need. Load support first.

# with_instances PRODUCT NAME...: instances that run, listed and called by the product's own commands. Tests steer them:
#   $SIM/NAME.frozen     its write daemon is suspended
#   $SIM/NAME.status     what the list says of it (running)
#   ANSWER_<CODE>        exit code of a call, instead of what it does: CODE is Freeze, Thaw, Suspended, Session; ANSWER_<CODE>_NAME for
#                        one instance
#   HANG_CODE=CODE       the call never ends (CODE may be such a WORD too);  KILL_CODE=CODE  it kills the script that made it, after its work
#   SESSION_<WORD>       exit code of a session whose code has the WORD (BACKUP, Integrity, Mirror, Task, Journal)
with_instances() {
  local product=$1 name
  shift
  export SIM=${STAND_INS%/*}/sim
  mkdir -p "$SIM"
  for name in "$@"; do
    echo running > "$SIM/$name.status"
  done
  stand_in --reads runuser <<< 'while [ "$1" != -- ]; do shift; done; shift; command=$1; shift; exec "${STAND_INS%/*}/bin/$command" "$@"'
  simulator > "$STAND_INS/simulator"
  if [ "$product" = iris ]; then
    stand_in --reads='^qlist|IsWDSuspendedExt' iris <<< '. "$STAND_INS/simulator"'
    printf "%s='%s'\n" PRODUCT iris INSTANCE "$1" INSTALL_DIR /iris/install/iris BACKUP_INSTANCES "$*" OWNER root >> "$IRIS_AZURE_ETC/guest.env"
  else
    stand_in --reads='^qlist' ccontrol <<< '. "$STAND_INS/simulator"'
    stand_in --reads='IsWDSuspendedExt' csession <<< 'set -- session "$@"; . "$STAND_INS/simulator"'
    printf "%s='%s'\n" PRODUCT cache INSTANCE "$1" INSTALL_DIR /iris/install/cache BACKUP_INSTANCES "$*" OWNER root >> "$IRIS_AZURE_ETC/guest.env"
  fi
  # In a session of its own, like a unit of systemd.
  stand_in systemd-run << 'END'
while [ "$1" != -- ]; do
  case $1 in --setenv=*) export "${1#--setenv=}" ;; esac
  shift
done
shift
PATH=${STAND_INS%/*}/bin:$REAL_PATH GUARD_PAUSE=0.1 setsid --fork "$@" < /dev/null > /dev/null 2>> "${STAND_INS%/*}/guard"
END
  export IRIS_AZURE_SBIN=$FILES/bin BACKUP_ASK_SECONDS=2 BACKUP_THAW_SECONDS=2
}

simulator() {
  cat << 'END'
answer() {
  local own="ANSWER_$1_$name" all="ANSWER_$1"
  if [ "${HANG_CODE:-}" = "$1" ]; then
    sleep 1000
  fi
  if [ -n "${!own:-${!all:-}}" ]; then
    exit "${!own:-${!all}}"
  fi
}
finish() {
  if [ "${KILL_CODE:-}" = "$1" ] && [ ! -e "$SIM/killed" ]; then
    : > "$SIM/killed"
    parent=$PPID
    until tr '\0' ' ' < "/proc/$parent/cmdline" | grep -qE 'bin/iris-(freeze|thaw|lvm-snapshot|online-backup|integrity-check|purge-journals)'; do
      parent=$(awk '{ print $4 }' "/proc/$parent/stat")
    done
    kill -KILL "$parent"
  fi
  exit "$2"
}
case $1 in
  qlist)
    for file in "$SIM"/*.status; do
      name=${file##*/}
      name=${name%.status}
      printf '%s^/iris/install/iris^2025.3^%s, since Wed^iris.cpf^1972^0^0^ok^IRIS^Failover^Backup^/data\n' "$name" "$(cat "$file")"
    done
    exit 0
    ;;
  stat)
    rm -f "$SIM/$2.frozen"
    exit 0
    ;;
esac
name=$2
if [ "$3" = -U ]; then
  code=$(cat)
  printf '%s\n' "$code" > "$SIM/session"
  answer Session
  for word in BACKUP Integrity Mirror Task SetHistory; do
    if [[ $code = *"$word"* ]]; then
      variable=SESSION_$word
      if [ "${HANG_CODE:-}" = "$word" ]; then
        sleep 1000
      fi
      if [ "$word" = Integrity ] && [ -e "$SIM/integrity" ]; then
        # One exit code for each pass.
        status=$(head -n 1 "$SIM/integrity")
        sed -i 1d "$SIM/integrity"
        echo 'Database /iris/databases/trak/: 1 error'
        finish "$word" "$status"
      fi
      if [ "$word" = BACKUP ] && [ "${SESSION_BACKUP:-5}" = 5 ]; then
        file=$(sed -n 's/^set ok=.*BACKUP^DBACK("","[A-Z]","[^"]*","\([^"]*\)".*/\1/p' <<< "$code")
        if [ -z "${EMPTY_BACKUP:-}" ]; then
          echo "content of $file" > "$ROOT$file"
        fi
      fi
      finish "$word" "${!variable:-5}"
    fi
  done
  finish Session 0
fi
case $4 in
  *ExternalFreeze*)
    answer Freeze
    : > "$SIM/$name.frozen"
    finish Freeze 5
    ;;
  *ExternalThaw*)
    answer Thaw
    rm -f "$SIM/$name.frozen"
    finish Thaw 5
    ;;
  *IsWDSuspendedExt*)
    answer Suspended
    if [ -e "$SIM/$name.frozen" ]; then
      finish Suspended 5
    fi
    finish Suspended 3
    ;;
  *AbortBackup*) exit 5 ;;
  *) exit 1 ;;
esac
END
}

# run_script NAME ARGUMENT...: a command of files/bin, in a process group of its own.
run_script() {
  local name=$1
  shift
  setsid --wait "$FILES/bin/$name" "$@" < /dev/null
}

assert_frozen() {
  local name
  for name in "$@"; do
    [ -e "$SIM/$name.frozen" ] || fail "$name is not frozen"
  done
}

assert_thawed() {
  local found
  found=$(compgen -G "$SIM/*.frozen") || true
  assert_equal "$found" ''
}

# wait_until COMMAND...: for at most ten seconds.
wait_until() {
  local try
  for ((try = 0; try < 100; try++)); do
    if "$@" > /dev/null 2>&1; then
      return 0
    fi
    sleep 0.1
  done
  fail "never: $*"
}

# freeze_state OWNER: phase of a freeze.
freeze_state() { cut -d ' ' -f 1 "$ROOT/run/iris-azure/backup/freeze/state.$1" 2> /dev/null; }

state_is() { [ "$(freeze_state "$1")" = "$2" ]; }

# no_guard: ends the watchdogs of a test.
no_guard() { rm -f "$ROOT"/run/iris-azure/backup/freeze/state.*; }
