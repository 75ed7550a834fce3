#!/usr/bin/env bats
# Checks of integrity.

setup() {
  load support
  load support-d
  fresh_machine
}

prepare() { with_instances "${PRODUCT_OF_TEST:-iris}" IRIS; }

# SESSION_Mirror: 42 backup, 40 primary, 43 async, 44 none.
check() { SESSION_Mirror=${ROLE_OF_TEST:-42} run_script iris-integrity-check "$@"; }

# passes STATUS...: exit codes of one pass after another.
passes() { printf '%s\n' "$@" > "$SIM/integrity"; }

@test "succeeds where no error is found, by the product's own check in several processes" {
  passes 5

  check

  assert_has "$(cat "$SIM/session")" '$$CheckList^Integrity(,,,,2)'
  assert_has "$(cat "$SIM/session")" 'kill ^IRIS.TempIntegrityOutput(+$job)'
}

@test "calls Caché by its own command and global" {
  PRODUCT_OF_TEST=cache fresh_machine
  passes 5

  check

  assert_has "$(cat "$SIM/session")" 'kill ^CacheTempIntegrityOutput(+$job)'
  assert_has "$(calls csession)" 'csession IRIS -U %SYS'
}

@test "checks again before it believes an error" {
  passes 3 5

  run -0 check

  refute_has "$(journal)" daemon.err
}

@test "logs errors that are found twice at level err, under its name, with what they are" {
  passes 3 3

  run -1 check

  assert_has "$(journal)" '--tag iris-integrity-check --priority daemon.err -- databases of IRIS have errors, found twice'
  assert_has "$(journal)" '--priority daemon.err -- Database /iris/databases/trak/: 1 error'
}

@test "fails on every exit code but that of success" {
  local status
  for status in 0 1 2 4 6 255; do
    passes "$status"
    run -1 check
  done
}

@test "fails when the check hangs" {
  printf "BACKUP_INTEGRITY_HOURS='1'\n" >> "$IRIS_AZURE_ETC/guest.env"
  local files=$BATS_TEST_TMPDIR/files
  cp -a "$FILES" "$files"
  sed -i 's/\* 3600/* 1/' "$files/bin/iris-integrity-check"

  SESSION_Mirror=42 HANG_CODE=Integrity run -1 "$files/bin/iris-integrity-check"

  assert_has "$(journal)" 'took longer than'
}

@test "does nothing on a primary, unless it is told to" {
  ROLE_OF_TEST=40 run -0 check
  [ ! -e "$SIM/integrity" ]
  refute_has "$(cat "$SIM/session")" CheckList

  passes 5
  ROLE_OF_TEST=40 run -0 check --anywhere
  assert_has "$(cat "$SIM/session")" CheckList
}

@test "checks DR members, and instances without a mirror" {
  local role
  for role in 43 44 45; do
    passes 5
    ROLE_OF_TEST=$role run -0 check
    assert_has "$(cat "$SIM/session")" CheckList
  done
}

@test "fails where it cannot tell which member it is" {
  ROLE_OF_TEST=99 run -1 check
  ROLE_OF_TEST=0 run -1 check
}

@test "an instance that is down is not checked, and is no failure" {
  echo down > "$SIM/IRIS.status"

  run -0 check
}

@test "completes after it was killed" {
  passes 5 5
  KILL_CODE=Integrity run check
  [ "$status" -ne 0 ]

  run -0 check
}

@test "does not run twice at a time" {
  mkdir -p "$ROOT/run/iris-azure/backup"
  exec 9>> "$ROOT/run/iris-azure/backup/integrity-check.lock"
  flock 9

  run -1 check

  assert_has "$output" 'another integrity-check runs already'
  exec 9>&-
}
