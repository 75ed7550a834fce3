#!/usr/bin/env bats
# Freeze, thaw, and the watchdog between them.

setup() {
  load support
  load support-d
  fresh_machine
}

prepare() { with_instances "${PRODUCT_OF_TEST:-iris}" IRIS HEALTH; }

teardown() { no_guard; }

azure() { setsid --wait sh "$FILES/backup/$1.sh"; }

@test "freezes every instance in order, and thaws every one" {
  azure pre

  assert_frozen IRIS HEALTH
  assert_equal "$(all_calls iris | grep -o 'IRIS.*Freeze(.*\|HEALTH.*Freeze(.*')" \
    $'IRIS -U%SYS ##Class(Backup.General).ExternalFreeze(,,,,,,600,,,480)\nHEALTH -U%SYS ##Class(Backup.General).ExternalFreeze(,,,,,,600,,,480)'
  assert_equal "$(freeze_state azure)" frozen

  azure post

  assert_thawed
  assert_equal "$(freeze_state azure)" ''
}

@test "writes nothing to standard output or standard error, which Azure takes for failures" {
  assert_equal "$(azure pre 2>&1)" ''
  assert_equal "$(azure post 2>&1)" ''
  assert_equal "$(ANSWER_Freeze=3 azure pre 2>&1)" ''
  assert_equal "$(azure post 2>&1)" ''
}

@test "says what happens in the journal" {
  azure pre
  azure post

  assert_has "$(journal)" '--tag iris-freeze --priority daemon.info -- frozen for azure: IRIS HEALTH'
  assert_has "$(journal)" '--tag iris-thaw --priority daemon.info -- thawed after'
}

@test "calls Caché by its own commands, without a limit that it does not know" {
  PRODUCT_OF_TEST=cache fresh_machine

  azure pre

  assert_frozen IRIS HEALTH
  assert_has "$(calls csession)" 'csession IRIS -U%SYS ##Class(Backup.General).ExternalFreeze(,,,,,,600)'
  azure post
  assert_thawed
}

@test "leaves out the product's own limit where its version does not know it" {
  printf "BACKUP_SUSPEND_LIMIT='no'\n" >> "$IRIS_AZURE_ETC/guest.env"

  azure pre

  assert_has "$(calls iris)" 'ExternalFreeze(,,,,,,600)'
}

@test "fails on every exit code of a freeze but 5, and leaves nothing frozen" {
  local status
  for status in 0 1 3 255; do
    run -1 env "ANSWER_Freeze_HEALTH=$status" setsid --wait sh "$FILES/backup/pre.sh"
    assert_thawed
    assert_equal "$(freeze_state azure)" ''
    run -0 azure post
  done
}

@test "fails when a freeze says that it succeeded and did not" {
  # The freeze answers 5, and nothing is suspended.
  run -1 env ANSWER_Freeze=5 setsid --wait sh "$FILES/backup/pre.sh"

  assert_thawed
  assert_has "$(journal)" 'not known to be suspended'
}

@test "fails when a freeze hangs, within the script's own time, and thaws" {
  sed -i '/BACKUP_SCRIPT/d' "$IRIS_AZURE_ETC/guest.env"
  printf "BACKUP_SCRIPT_SECONDS='5'\n" >> "$IRIS_AZURE_ETC/guest.env"
  SECONDS=0

  run -1 env HANG_CODE=Freeze setsid --wait sh "$FILES/backup/pre.sh"

  [ "$SECONDS" -lt 20 ] || fail "took $SECONDS s"
  assert_thawed
  assert_has "$(journal)" 'gave no answer within'
}

@test "freezes nothing when an instance does not tell whether it is suspended" {
  local status
  for status in 0 1 4; do
    run -1 env "ANSWER_Suspended=$status" setsid --wait sh "$FILES/backup/pre.sh"
  done
  run -1 env HANG_CODE=Suspended setsid --wait sh "$FILES/backup/pre.sh"

  assert_equal "$(calls iris)" ''
}

@test "freezes nothing without a watchdog" {
  local files=$BATS_TEST_TMPDIR/files
  cp -a "$FILES" "$files"
  printf '#!/bin/sh\nexit 1\n' > "$files/backup/guard.sh"

  run -1 env GUARD_START_TRIES=10 IRIS_AZURE_LIB="$files" "$FILES/bin/iris-freeze" --owner azure

  assert_equal "$(calls iris | grep Freeze)" ''
  assert_thawed
}

@test "has a watchdog without systemd as well" {
  stand_in systemd-run <<< 'exit 1'

  GUARD_PAUSE=0.1 run -0 azure pre

  assert_equal "$(freeze_state azure)" frozen
  no_guard
  wait_until bash -c "! compgen -G '$ROOT/run/iris-azure/backup/freeze/guard.*'"
}

@test "leaves nothing frozen when it is killed while it freezes" {
  run env KILL_CODE=Freeze setsid --wait sh "$FILES/backup/pre.sh"
  [ "$status" -ne 0 ]

  wait_until assert_thawed
  wait_until state_is azure expired
  assert_has "$(journal)" 'iris-freeze was killed'
  # Azure calls the post-script all the same: that backup must not pass for a good one.
  run -1 azure post
  # The next one begins anew.
  run -0 azure pre
  assert_frozen IRIS HEALTH
}

@test "leaves nothing frozen when it is killed before the first freeze and after the last" {
  run env KILL_CODE=Suspended setsid --wait sh "$FILES/backup/pre.sh"
  wait_until assert_thawed

  azure pre
  assert_frozen IRIS HEALTH
  azure post
  assert_thawed
}

@test "thaws when it is told to end" {
  sed -i '/BACKUP_SCRIPT/d' "$IRIS_AZURE_ETC/guest.env"
  printf "BACKUP_SCRIPT_SECONDS='4'\n" >> "$IRIS_AZURE_ETC/guest.env"
  HANG_CODE=Freeze "$FILES/bin/iris-freeze" --owner azure 2> /dev/null &
  local pid=$!
  wait_until state_is azure freezing
  kill -TERM "$pid"
  run wait "$pid"

  assert_thawed
  wait_until test ! -e "$ROOT/run/iris-azure/backup/freeze/state.azure"
}

@test "the watchdog thaws when the post-script never comes, and the late post-script fails" {
  "$FILES/bin/iris-freeze" --owner azure --thaw-after 1
  assert_frozen IRIS HEALTH

  wait_until assert_thawed
  wait_until state_is azure expired
  assert_has "$(journal)" 'nobody has thawed within 1 s'
  run -1 azure post
  assert_has "$(journal)" 'the freeze ended before this thaw'
  run -0 azure post
}

@test "the watchdog goes on until an instance thaws" {
  "$FILES/bin/iris-freeze" --owner azure --thaw-after 1
  # Neither the thaw nor the last resort works for a while.
  : > "$SIM/stuck"
  sed -i 's|^  \*ExternalThaw\*)|  *ExternalThaw*) [ ! -e "$SIM/stuck" ] \|\| exit 3|; s|^  stat)|  stat) [ ! -e "$SIM/stuck" ] \|\| exit 1|' "$STAND_INS/simulator"
  wait_until grep -q 'may still be frozen' "${STAND_INS%/*}/journal"
  assert_frozen IRIS

  rm "$SIM/stuck"

  wait_until assert_thawed
}

@test "the watchdog thaws when the process that the freeze is for ends" {
  sleep 1000 &
  local pid=$!
  "$FILES/bin/iris-freeze" --owner lvm --while "$pid"
  assert_frozen IRIS

  kill "$pid"
  wait "$pid" || true

  wait_until assert_thawed
}

@test "a second freeze for another waits for nobody and leaves the first alone" {
  azure pre

  run -1 run_script iris-freeze --owner lvm
  run -1 run_script iris-thaw --owner lvm

  assert_frozen IRIS HEALTH
  assert_equal "$(freeze_state azure)" frozen
  run -0 azure post
}

@test "a second freeze for the same thaws what the first has left, and freezes anew" {
  azure pre
  forget_calls

  azure pre

  assert_has "$(calls iris)" ExternalThaw
  assert_frozen IRIS HEALTH
  run -0 azure post
}

@test "freezes nothing that somebody else has suspended" {
  sed -i '/BACKUP_SCRIPT/d' "$IRIS_AZURE_ETC/guest.env"
  printf "BACKUP_SCRIPT_SECONDS='10'\n" >> "$IRIS_AZURE_ETC/guest.env"
  : > "$SIM/HEALTH.frozen"

  run -1 azure pre

  assert_equal "$(calls iris)" ''
  assert_frozen HEALTH
}

@test "a stopped instance is no failure; one that hangs is" {
  echo down > "$SIM/HEALTH.status"
  run -0 azure pre
  assert_frozen IRIS
  refute_has "$(calls iris)" HEALTH
  run -0 azure post

  echo down > "$SIM/IRIS.status"
  run -0 azure pre
  run -0 azure post

  echo 'sign-on inhibited' > "$SIM/IRIS.status"
  run -1 azure pre
}

@test "a post-script without a freeze changes nothing and succeeds" {
  run -0 azure post

  assert_equal "$(calls)" ''
}

@test "a thaw fails where an instance resumed before it, and thaws the others" {
  azure pre
  rm "$SIM/IRIS.frozen"

  run -1 azure post

  assert_thawed
  assert_has "$(journal)" 'the write daemon of IRIS resumed before this thaw'
}

@test "a thaw fails on any answer that is none, and thaws nonetheless" {
  local status
  for status in 0 1 4; do
    azure pre
    run -1 env "ANSWER_Suspended=$status" setsid --wait sh "$FILES/backup/post.sh"
    no_guard
    rm -f "$SIM"/*.frozen
  done
}

@test "a thaw that fails or hangs is followed by the product's last resort" {
  azure pre

  ANSWER_Thaw=3 azure post

  assert_thawed
  assert_has "$(calls iris)" 'iris stat IRIS -W'
  azure pre
  HANG_CODE=Thaw azure post
  assert_thawed
}

@test "a thaw that is killed is made up for by the watchdog" {
  "$FILES/bin/iris-freeze" --owner azure --thaw-after 2

  run env KILL_CODE=Thaw setsid --wait sh "$FILES/backup/post.sh"

  [ "$status" -ne 0 ]
  wait_until assert_thawed
}

@test "a freeze that outlasts its framework is ended by the post-script" {
  HANG_CODE=Freeze setsid "$FILES/bin/iris-freeze" --owner azure 2> /dev/null &
  wait_until state_is azure freezing
  SECONDS=0

  run azure post

  [ "$SECONDS" -lt 20 ] || fail "took $SECONDS s"
  assert_thawed
  wait_until test ! -e "$ROOT/run/iris-azure/backup/freeze/state.azure"
  # The call that hung is gone: nothing freezes later.
  run pgrep -f "$STAND_INS/../bin/iris session IRIS -U%SYS ##Class.Backup.General..ExternalFreeze"
  assert_equal "$output" ''
}

@test "a backup is recorded in the history, unless journals are purged by the number of backups" {
  azure pre
  azure post

  assert_has "$(cat "$SIM/session")" 'ExternalSetHistory("","Azure Backup")'
  assert_has "$(cat "$SIM/session")" 'BackupsBeforePurge'
  [ -s "$IRIS_AZURE_STATE/backup/last/azure" ]

  azure pre
  SESSION_SetHistory=3 run -0 azure post
  assert_has "$(journal)" 'is not recorded in the history of HEALTH'
}

@test "people can thaw whatever is frozen; the backup it was for then fails" {
  azure pre

  run -0 run_script iris-thaw --force

  assert_thawed
  run -1 azure post
}

@test "fails on time-outs that do not hold each other" {
  local setting
  for setting in BACKUP_SCRIPT_SECONDS=1801 BACKUP_SCRIPT_SECONDS=480 BACKUP_THAW_AFTER_SECONDS=600 BACKUP_FREEZE_SECONDS=1201 \
    BACKUP_FREEZE_SECONDS=x; do
    prepare
    printf "%s='%s'\n" "${setting%%=*}" "${setting#*=}" >> "$IRIS_AZURE_ETC/guest.env"
    run -1 run_script iris-freeze
    sed -i "/^${setting%%=*}/d" "$IRIS_AZURE_ETC/guest.env"
  done
  assert_equal "$(calls iris)" ''
}

@test "fails on arguments that it does not know" {
  run -1 run_script iris-freeze --owner nobody
  run -1 run_script iris-freeze --thaw-after 481
  run -1 run_script iris-freeze --while
  run -1 run_script iris-thaw --record 'a"b'
}
