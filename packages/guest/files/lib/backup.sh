# shellcheck shell=bash
# What scripts of backups share: calls into instances, the member's role, notes of backups. After common.sh, load_settings and
# iris.sh.
#
# Settings: BACKUP_INSTANCES (names of all instances of this machine; INSTANCE alone), and those of iris.sh.

# Where backups note what they know between two boots, and while this boot lasts.
readonly BACKUP_STATE=$IRIS_AZURE_STATE/backup
readonly BACKUP_RUN=${IRIS_AZURE_ROOT:-}/run/iris-azure/backup

# Exit codes of `##class(Backup.General)` methods that are called on the command line: 5 is yes or done, 3 is no or failed.
# Anything else is neither: a session that could not begin, or an error in it (0 among them).
# shellcheck disable=SC2034
readonly CALL_YES=5 CALL_NO=3

# whole NAME DEFAULT: prints a setting that is a whole number from 1.
whole() {
  local value=${!1:-$2}
  [[ $value =~ ^[1-9][0-9]{0,8}$ ]] || die "$1 must be a whole number from 1, got '$value'; set it in $IRIS_AZURE_ETC/guest.env"
  printf '%s' "$value"
}

# uptime_now: seconds since the machine started; they never jump, unlike the clock.
uptime_now() {
  local seconds
  read -r seconds _ < /proc/uptime
  printf '%s' "${seconds%.*}"
}

# backup_instances: names of the instances of this machine, one a line.
backup_instances() {
  local names name
  read -ra names <<< "${BACKUP_INSTANCES:-$(setting INSTANCE)}"
  [ "${#names[@]}" -gt 0 ] || die "INSTANCE is not set in $IRIS_AZURE_ETC/guest.env"
  for name in "${names[@]}"; do
    [[ $name =~ ^[A-Za-z][A-Za-z0-9]{0,31}$ ]] || die "an instance must be a letter and up to 31 letters or digits, got '$name'; set BACKUP_INSTANCES"
    printf '%s\n' "$name"
  done
}

# instance_state NAME: running, down, or what else the product says of it; `absent` where it is not registered.
instance_state() {
  # shellcheck disable=SC2034
  local INSTANCE=$1 line
  line=$(instance_line) || return
  if [ -z "$line" ]; then
    printf absent
  else
    awk -F '^' '{ sub(/,.*/, "", $4); print $4 }' <<< "$line"
  fi
}

# call NAME SECONDS CODE: runs one method in %SYS of an instance, on the command line as InterSystems shows it: a session of its
# own could not begin any more once a freeze has lasted too long, while a thaw on the command line is let in without signing in.
# Its output is left in $BACKUP_RUN/output; its exit code is the method's, 124 or 137 after SECONDS.
#
# The session is one of the instance's owner, whom the operating system authenticates. Not by sudo, which fails without a
# terminal; runuser asks nobody.
call() {
  local name=$1 seconds=$2 code=$3 program owner status=0
  local -a session
  program=$(product) || return
  owner=$(instance_owner)
  if [ "$program" = iris ]; then
    session=(iris session "$name" "-U%SYS" "$code")
  else
    session=(csession "$name" "-U%SYS" "$code")
  fi
  mkdir -p "$BACKUP_RUN"
  timeout --kill-after=5 "$seconds" runuser -u "$owner" -- "${session[@]}" \
    < /dev/null > "$BACKUP_RUN/output" 2>&1 || status=$?
  return "$status"
}

# call_output: what the last call said, on one line.
call_output() { tr -s '[:space:][:cntrl:]' ' ' < "$BACKUP_RUN/output" 2> /dev/null | cut -c 1-300; }

# what_said STATUS SECONDS: an exit code of a call in words.
what_said() {
  local output
  output=$(call_output)
  case $1 in
    124 | 137) printf 'gave no answer within %s s' "$2" ;;
    "$CALL_NO") printf 'answered that it failed (3)' ;;
    *) printf 'ended with exit code %s, which means neither success (5) nor failure (3)' "$1" ;;
  esac
  printf '%s' "${output:+: $output}"
}

# session_code NAMESPACE < CODE: a session whose code ends in Terminate(); prints the exit code. Its output is in $BACKUP_RUN/output.
# Standard output of the session is no part of an answer: Azure takes any for a failure.
session_code() {
  local status=0
  mkdir -p "$BACKUP_RUN"
  session "$1" > "$BACKUP_RUN/output" 2>&1 || status=$?
  printf '%s' "$status"
}

# member_role: which member of its mirror this instance is now: primary, primary-alone (it has no active backup), backup,
# backup-behind (it is not active), async, none (it is in no mirror). Asked each time: roles change by a failover.
member_role() {
  local status
  status=$(
    SESSION_SECONDS=${SESSION_SECONDS:-60}
    session_code %SYS << 'END'
set code=99,this="",other=""
if '##class(%SYSTEM.Mirror).IsMember() { set code=44 }
if code=99,##class(%SYSTEM.Mirror).IsAsyncMember() { set code=43 }
if code=99 { do ##class(SYS.Mirror).GetFailoverMemberStatus(.this,.other) }
if code=99,##class(%SYSTEM.Mirror).IsPrimary() { set code=$select($zconvert($listget(other,4),"L")="active":40,1:41) }
if code=99,##class(%SYSTEM.Mirror).IsBackup() { set code=$select($zconvert($listget(this,4),"L")="active":42,1:45) }
do $system.Process.Terminate($job,code)
END
  )
  case $status in
    40) printf primary ;;
    41) printf primary-alone ;;
    42) printf backup ;;
    43) printf async ;;
    44) printf none ;;
    45) printf backup-behind ;;
    *) die "cannot tell which member of its mirror $(setting INSTANCE) is: the session ended with exit code $status: $(call_output)" ;;
  esac
}

# note_backup KIND: a backup of this machine succeeded now. iris-purge-journals looks for the newest of these notes.
note_backup() { date --utc +%s | write_file 644 "$(id -u):$(id -g)" "$BACKUP_STATE/last/$1"; }

# last_backup: seconds since the epoch of the newest backup that was noted; nothing where there is none.
last_backup() { cat "$BACKUP_STATE"/last/* 2> /dev/null | grep -E '^[0-9]+$' | sort -n | tail -n 1 || true; }

# only_one NAME: lets one script of a kind run at a time, for as long as this process lives.
only_one() {
  mkdir -p "$BACKUP_RUN"
  exec {only_one_lock}>> "$BACKUP_RUN/$1.lock"
  flock --nonblock "$only_one_lock" || die "another $1 runs already; see journalctl --identifier=iris-$1"
}
