# shellcheck shell=bash disable=SC2119,SC2120
# A machine made of a scratch folder and of stand-ins, for the tests of scripts of the guest.
#
#   setup() { load support; fresh_machine; }
#
# fresh_machine makes the machine; after that
#   ROOT       its root folder, IRIS_AZURE_ROOT of the scripts
#   FILES      packages/guest/files
#   CALLS      file of the recorded calls of stand-ins

bats_require_minimum_version 1.5.0

FILES=$(cd "$BATS_TEST_DIRNAME/../../files" && pwd)
STAND_IN=$BATS_TEST_DIRNAME/stand-ins/stand-in
export REAL_PATH=${REAL_PATH:-$PATH}

# fresh_machine: an empty one. A test file that defines `prepare` has it called.
fresh_machine() {
  local machine=$BATS_TEST_TMPDIR/machine
  rm -rf "$machine"
  export ROOT=$machine/root STAND_INS=$machine/stand-ins CALLS=$machine/calls
  export IRIS_AZURE_ROOT=$ROOT IRIS_AZURE_ETC=$ROOT/etc/iris-azure IRIS_AZURE_STATE=$ROOT/var/lib/iris-azure
  export IRIS_AZURE_LIB=$FILES
  export PATH=$machine/bin:$REAL_PATH
  mkdir -p "$IRIS_AZURE_ETC" "$IRIS_AZURE_STATE" "$STAND_INS" "$machine/bin"
  : > "$CALLS"
  # Messages of tests do not go to the journal of the machine that runs them. No call of it counts.
  printf '#!/bin/sh\nprintf "%%s\\n" "$*" >> "%s"\n' "$machine/journal" > "$machine/bin/logger"
  chmod +x "$machine/bin/logger"
  : > "$machine/journal"
  settings
  if declare -F prepare > /dev/null; then
    prepare
  fi
}

# settings NAME=VALUE...: writes guest.env, anew.
settings() {
  local setting
  for setting in "$@"; do
    printf "%s='%s'\n" "${setting%%=*}" "${setting#*=}"
  done > "$IRIS_AZURE_ETC/guest.env"
  chmod 600 "$IRIS_AZURE_ETC/guest.env"
}

# stand_in [--reads[=REGEX]] NAME: a command that is recorded and does what standard input says, in bash. With --reads its
# calls change nothing; with REGEX those whose arguments match it.
stand_in() {
  local reads=
  case $1 in
    --reads) reads=. ;;
    --reads=*) reads=${1#--reads=} ;;
  esac
  if [ -n "$reads" ]; then
    shift
  fi
  ln -sf "$STAND_IN" "${STAND_INS%/*}/bin/$1"
  cat > "$STAND_INS/$1"
  if [ -n "$reads" ]; then
    printf '%s\n' "$reads" > "$STAND_INS/$1.reads"
  fi
}

# recorded [--reads[=REGEX]] NAME...: the real commands, but recorded, and told to fail like stand-ins.
recorded() {
  local name options=()
  if [[ $1 = --reads* ]]; then
    options=("$1")
    shift
  fi
  for name in "$@"; do
    # shellcheck disable=SC2016
    printf '%s "$@"\n' "$(PATH=$REAL_PATH type -P "$name")" | stand_in "${options[@]}" "$name"
  done
}

# calls [NAME]: recorded calls that change something, of one command or of all.
calls() { grep -v '^~ ' "$CALLS" | grep -E "^${1:-}" || true; }

# all_calls [NAME]: those that only read as well.
all_calls() { sed 's/^~ //' "$CALLS" | grep -E "^${1:-}" || true; }

# forget_calls: begins to count anew.
forget_calls() { : > "$CALLS"; }

# journal: messages that were logged.
journal() { cat "${STAND_INS%/*}/journal"; }

# step NAME: runs a step as iris-setup would, in a process group of its own that a stand-in may kill.
step() { IRIS_AZURE_NAME=iris-$1 setsid --wait "$FILES/steps/$1.sh" < /dev/null; }

# fingerprint: all files of the machine, their content, modes and owners; but drafts that were left behind (.XXXXXXXX), and
# which loop devices are disks.
fingerprint() {
  find "$ROOT" -mindepth 1 -path "$ROOT/dev/disk" -prune -o ! -name '.????????' -printf '%P %y %m %U:%G %l\n' | sort
  find "$ROOT" -xdev -type f -size -2048 ! -name '.????????' -print0 | sort -z | xargs -0r sha256sum
}

# assert_equal RECEIVED EXPECTED
assert_equal() {
  if [ "$1" != "$2" ]; then
    diff <(printf '%s\n' "$2") <(printf '%s\n' "$1") >&2 || true
    fail 'is not what was expected (-)'
  fi
}

# assert_line TEXT LINE: the text has the line.
assert_line() { grep -qxF -- "$2" <<< "$1" || fail "no line '$2' in: $1"; }

# assert_has TEXT PART: the text has the part.
assert_has() { [[ $1 = *"$2"* ]] || fail "no '$2' in: $1"; }

# refute_has TEXT PART
refute_has() { [[ $1 != *"$2"* ]] || fail "'$2' in: $1"; }

# fail MESSAGE
fail() {
  printf '%s\n' "$*" >&2
  return 1
}

# assert_mode MODE FILE
assert_mode() { assert_equal "$(stat --format=%a "$2")" "$1"; }

# assert_unchanged COMMAND...: succeeds, and changes nothing.
assert_unchanged() {
  local before
  before=$(fingerprint)
  forget_calls
  "$@"
  assert_equal "$(calls)" ''
  assert_equal "$(fingerprint)" "$before"
}

# completes_after MODE COMMAND...: on a machine that is fresh yet, the command ends up with the same machine when it is disturbed (MODE is FAIL_AT, KILL_AT or
# KILL_AFTER) at any call of a stand-in and then run again. A call that is killed before it begins leaves what the call before
# it has left: KILL_AFTER covers that.
completes_after() {
  local made mode=$1 number expected disturbed machine=$BATS_TEST_TMPDIR/machine
  shift
  if ! declare -F dismantle > /dev/null; then
    rm -rf "$machine.fresh"
    cp -a "$machine" "$machine.fresh"
  fi
  "$@" > "$BATS_TEST_TMPDIR/output" 2>&1 || fail "fails undisturbed: $(cat "$BATS_TEST_TMPDIR/output")"
  expected=$(fingerprint)
  disturbed=$(wc -l < "$CALLS")
  [ "$disturbed" -gt 0 ] || fail 'no call was recorded'
  mapfile -t made < "$CALLS"
  for ((number = 1; number <= disturbed; number++)); do
    # Killed after a call that only reads, it leaves what it left after the call before.
    if [ "$mode" = KILL_AFTER ] && [[ ${made[number - 1]} = '~ '* ]]; then
      continue
    fi
    if declare -F dismantle > /dev/null; then
      dismantle
      fresh_machine
    else
      rm -rf "$machine"
      cp -a "$machine.fresh" "$machine"
    fi
    if (export "$mode=$number" && "$@") > "$BATS_TEST_TMPDIR/output" 2>&1; then
      # Killed, it cannot have succeeded.
      [ "$mode" = FAIL_AT ] || fail "survives $mode=$number ($(sed -n "${number}p" "$CALLS"))"
      # What says that it is done is done.
      assert_equal "$(fingerprint)" "$expected"
    fi
    "$@" > "$BATS_TEST_TMPDIR/output" 2>&1 ||
      fail "does not complete after $mode=$number ($(sed -n "${number}p" "$CALLS")): $(cat "$BATS_TEST_TMPDIR/output")"
    if [ "$(fingerprint)" != "$expected" ]; then
      diff <(printf '%s\n' "$expected") <(fingerprint) >&2 || true
      fail "differs after $mode=$number ($(sed -n "${number}p" "$CALLS"))"
    fi
  done
}
