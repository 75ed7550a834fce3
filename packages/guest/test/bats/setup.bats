#!/usr/bin/env bats
# iris-setup, and the unit that starts it.

setup() {
  load support
  fresh_machine
}

# A machine with three steps. Each notes in $ROOT/did that it ran; $ROOT/NAME.codes holds exit codes of its next runs.
prepare() {
  local step
  export IRIS_AZURE_LIB=$ROOT/lib
  mkdir -p "$IRIS_AZURE_LIB/steps"
  ln -s "$FILES/lib" "$IRIS_AZURE_LIB/lib"
  printf '%s\n' '# steps' first second '' third > "$IRIS_AZURE_ETC/steps"
  for step in first second third; do
    # shellcheck disable=SC2016
    printf '%s\n' '#!/usr/bin/env bash' "step=$step" \
      'code=$(head -n 1 "$ROOT/$step.codes" 2> /dev/null)' \
      'sed -i 1d "$ROOT/$step.codes" 2> /dev/null' \
      'echo $$ > "$ROOT/$step.pid"' \
      'echo "$step" >> "$ROOT/did"' \
      'case $code in hang) exec sleep 300 ;; killed) kill -KILL $$ ;; esac' \
      'exit "${code:-0}"' > "$IRIS_AZURE_LIB/steps/$step.sh"
    chmod 755 "$IRIS_AZURE_LIB/steps/$step.sh"
  done
  settings SETUP_WAIT_SECONDS=0 SETUP_TRIES=3 WAIT_FOR_PRIMARY_SECONDS=2 SETUP_STEP_SECONDS=60
}

# codes STEP CODE...: exit codes of the next runs of a step; afterwards it succeeds.
codes() {
  local step=$1
  shift
  printf '%s\n' "$@" > "$ROOT/$step.codes"
}

iris_setup() { "$FILES/bin/iris-setup" "$@"; }

# did: the steps that ran, in order.
did() { if [ -e "$ROOT/did" ]; then paste -sd' ' "$ROOT/did"; fi; }

# ended PID: the process is gone, or a zombie that nobody has reaped.
ended() { ! [ -e "/proc/$1/status" ] || grep -q '^State:.Z' "/proc/$1/status"; }

# eventually COMMAND...: within half a minute, on a busy machine.
eventually() {
  local try
  for ((try = 0; try < 300; try++)); do
    if "$@" > /dev/null 2>&1; then
      return 0
    fi
    sleep 0.1
  done
  fail "not within half a minute: $*"
}

@test "runs the steps in order and stamps them" {
  iris_setup

  assert_equal "$(did)" 'first second third'
  assert_equal "$(cd "$IRIS_AZURE_STATE/steps" && ls)" $'first\nsecond\nthird'
}

@test "changes nothing once all is done" {
  iris_setup

  assert_unchanged iris_setup

  assert_equal "$(did)" 'first second third'
  assert_has "$(journal)" 'all 3 steps are done already'
}

@test "goes on behind the steps that are done" {
  settings SETUP_TRIES=1 SETUP_WAIT_SECONDS=0
  codes second 1
  run iris_setup

  iris_setup

  assert_equal "$(did)" 'first second second third'
}

@test "tries a failed step again, and only that" {
  codes second 1 2

  iris_setup

  assert_equal "$(did)" 'first second second second third'
}

@test "fails after the last try, says which step, why and what to do" {
  codes second 1 1 7 0

  run iris_setup

  [ "$status" -eq 1 ]
  assert_equal "$(did)" 'first second second second'
  assert_has "$output" 'step second failed 3 times, the last time with exit code 7'
  assert_has "$output" 'journalctl --identifier=iris-second'
  assert_has "$output" 'then run iris-setup'
}

@test "pauses grow" {
  settings SETUP_TRIES=4 SETUP_WAIT_SECONDS=15
  codes first 1 1 1
  # Nobody waits for a minute here.
  stand_in sleep < /dev/null

  iris_setup

  assert_equal "$(calls sleep | paste -sd,)" 'sleep 15,sleep 30,sleep 60'
}

@test "a step that waits for another machine uses up no tries" {
  settings SETUP_TRIES=1 SETUP_WAIT_SECONDS=0
  codes first 75 75 75 75

  iris_setup

  assert_equal "$(did)" 'first first first first first second third'
}

@test "looks for another machine once a minute at the least" {
  settings SETUP_WAIT_SECONDS=15
  codes first 75 75 75 75
  stand_in sleep < /dev/null

  iris_setup

  assert_equal "$(calls sleep | paste -sd,)" 'sleep 15,sleep 30,sleep 60,sleep 60'
}

@test "fails when the other machine does not come" {
  settings SETUP_WAIT_SECONDS=1 WAIT_FOR_PRIMARY_SECONDS=2
  codes first 75 75 75 75 75 75 75 75

  run iris_setup

  [ "$status" -eq 1 ]
  assert_has "$output" 'step first has waited 2 s for another machine'
}

@test "stops a step that takes too long, and tries it again" {
  settings SETUP_STEP_SECONDS=4 SETUP_WAIT_SECONDS=0
  codes first hang

  run iris_setup

  [ "$status" -eq 0 ]
  assert_has "$output" 'step first failed with a time-out after 4 s'
  assert_equal "$(did)" 'first first second third'
}

@test "tries a step again that was killed" {
  codes second killed

  run iris_setup

  [ "$status" -eq 0 ]
  assert_has "$output" 'step second failed with SIGKILL'
}

@test "steps log under their own name" {
  # shellcheck disable=SC2016
  printf '%s\n' '#!/usr/bin/env bash' '. "$IRIS_AZURE_LIB/lib/common.sh"' 'info hello' > "$IRIS_AZURE_LIB/steps/first.sh"

  iris_setup

  assert_line "$(journal)" '--tag iris-first --priority daemon.info -- hello'
}

@test "fails before the first step when a step has no script" {
  echo fourth >> "$IRIS_AZURE_ETC/steps"

  run iris_setup

  [ "$status" -eq 1 ]
  assert_has "$output" "step 'fourth'"
  assert_equal "$(did)" ''
}

@test "fails on a step that is a path" {
  echo ../bin/iris-setup >> "$IRIS_AZURE_ETC/steps"

  run iris_setup

  [ "$status" -eq 1 ]
  assert_has "$output" "got '../bin/iris-setup'"
  assert_equal "$(did)" ''
}

@test "fails without steps" {
  rm "$IRIS_AZURE_ETC/steps"

  run iris_setup

  [ "$status" -eq 1 ]
  assert_has "$output" 'is missing: it is written by cloud-init'
}

@test "fails on limits that are no numbers" {
  settings SETUP_TRIES=often

  run iris_setup

  [ "$status" -eq 1 ]
  assert_has "$output" "SETUP_TRIES must be a whole number, got 'often'"
}

@test "fails on an option that it does not know" {
  run iris_setup --force

  [ "$status" -eq 1 ]
  assert_has "$output" "got '--force'"
  assert_equal "$(did)" ''
}

@test "two runs do not overlap" {
  codes first hang
  "$FILES/bin/iris-setup" 2> /dev/null &
  eventually test -e "$ROOT/did"

  run iris_setup

  kill -TERM %1
  [ "$status" -eq 1 ]
  assert_has "$output" 'runs already'
  assert_equal "$(did)" first
}

@test "is stopped together with its step" {
  codes first hang
  "$FILES/bin/iris-setup" 2> /dev/null &
  eventually test -e "$ROOT/did"

  kill -TERM %1
  status=0
  wait %1 || status=$?

  [ "$status" -eq 143 ]
  eventually ended "$(cat "$ROOT/first.pid")"
  iris_setup
  assert_equal "$(did)" 'first first second third'
}

@test "is stopped in a pause" {
  settings SETUP_WAIT_SECONDS=300
  codes first 1
  "$FILES/bin/iris-setup" 2> /dev/null &
  eventually grep -q ^failed "$IRIS_AZURE_STATE/setup/first"
  sleep 0.2

  kill -TERM %1
  status=0
  wait %1 || status=$?

  [ "$status" -eq 143 ]
  iris_setup
}

@test "killed, it is followed by a run that waits for the end of the step" {
  # shellcheck disable=SC2016
  printf '%s\n' '#!/usr/bin/env bash' 'echo begins >> "$ROOT/did"' 'sleep 1' 'echo ends >> "$ROOT/did"' \
    > "$IRIS_AZURE_LIB/steps/first.sh"
  "$FILES/bin/iris-setup" 2> /dev/null &
  eventually test -e "$ROOT/did"
  kill -KILL %1
  wait %1 || true

  iris_setup

  assert_equal "$(did)" 'begins ends begins ends second third'
}

@test "completes after it was killed at any step" {
  for step in first second third; do
    fresh_machine
    codes "$step" hang
    "$FILES/bin/iris-setup" 2> /dev/null &
    eventually grep -q "^$step" "$ROOT/did"
    kill -KILL %%
    wait %% || true
    kill -KILL "$(cat "$ROOT/$step.pid")"

    iris_setup

    run iris_setup --status
    [ "$status" -eq 0 ]
  done
}

@test "nothing that a step leaves running holds up the next run" {
  # shellcheck disable=SC2016
  printf '%s\n' '#!/usr/bin/env bash' 'setsid sleep 30 > /dev/null 2>&1 &' 'echo $! > "$ROOT/daemon"' \
    > "$IRIS_AZURE_LIB/steps/first.sh"
  iris_setup
  iris_setup --again first

  iris_setup

  kill "$(cat "$ROOT/daemon")"
}

@test "shows what is done and what is to do" {
  codes second 3 3 3
  run iris_setup

  run iris_setup --status

  [ "$status" -eq 1 ]
  [[ ${lines[0]} =~ ^first\ +done\ +20..-..-..T..:..:..Z$ ]]
  [[ ${lines[1]} =~ ^second\ +failed\ +20..-..-..T..:..:..Z\ exit\ code\ 3,\ try\ 3\ of\ 3$ ]]
  [[ ${lines[2]} =~ ^third\ +to\ do$ ]]
}

@test "shows before the first run that all is to do" {
  run iris_setup --status

  [ "$status" -eq 75 ]
  [[ ${lines[0]} =~ ^first\ +to\ do$ ]]
}

@test "shows after the last run that all is done" {
  iris_setup

  run iris_setup --status

  [ "$status" -eq 0 ]
}

@test "shows the step that runs" {
  codes second hang
  "$FILES/bin/iris-setup" 2> /dev/null &
  eventually grep -q second "$ROOT/did"

  run iris_setup --status

  kill -TERM %1
  [ "$status" -eq 75 ]
  [[ ${lines[1]} =~ ^second\ +running ]]
}

@test "shows that a killed run no longer runs" {
  codes second hang
  "$FILES/bin/iris-setup" 2> /dev/null &
  eventually grep -q second "$ROOT/did"
  kill -KILL %1
  wait %1 || true
  kill -KILL "$(cat "$ROOT/second.pid")"

  run iris_setup --status

  [[ ${lines[1]} =~ ^second\ +stopped ]]
}

@test "runs a step again when asked to, and only that" {
  iris_setup
  iris_setup --again second

  iris_setup

  assert_equal "$(did)" 'first second third second'
}

@test "fails to run a step again that the machine has not" {
  iris_setup

  run iris_setup --again fourth

  [ "$status" -eq 1 ]
  assert_has "$output" "no step 'fourth', only: first second third"
}

@test "fails to forget a step while steps run" {
  codes second hang
  "$FILES/bin/iris-setup" 2> /dev/null &
  eventually grep -q second "$ROOT/did"

  run iris_setup --again first

  kill -TERM %1
  [ "$status" -eq 1 ]
  [ -e "$IRIS_AZURE_STATE/steps/first" ]
}

# A machine whose volumes are done; NAME is mounted according to the file $ROOT/mounted.
with_volumes() {
  printf 'volumes\nfirst\n' > "$IRIS_AZURE_ETC/steps"
  # shellcheck disable=SC2016
  printf '%s\n' '#!/usr/bin/env bash' 'echo volumes >> "$ROOT/did"' ': > "$ROOT/mounted"' > "$IRIS_AZURE_LIB/steps/volumes.sh"
  chmod 755 "$IRIS_AZURE_LIB/steps/volumes.sh"
  printf 'journal\t2\t/iris/journal\txfs\t0\t0\n' > "$IRIS_AZURE_ETC/volumes.tsv"
  stand_in --reads mountpoint <<< '[ -e "$ROOT/mounted" ]'
  iris_setup
}

@test "at a boot without one of the volumes, says so and mounts it" {
  with_volumes
  rm "$ROOT/mounted"

  run iris_setup

  [ "$status" -eq 0 ]
  assert_has "$output" 'volume journal (LUN 2, xfs'
  assert_has "$output" 'is not mounted at /iris/journal'
  assert_equal "$(did)" 'volumes first volumes'
}

@test "at a boot with all volumes, changes nothing" {
  with_volumes

  assert_unchanged iris_setup

  assert_equal "$(did)" 'volumes first'
}

# verify UNIT...: what systemd says of the units of this machine, with iris-setup among those that multi-user.target wants.
verify() {
  local units=$ROOT/units
  mkdir -p "$units/multi-user.target.wants"
  sed -e "s|/usr/local/sbin/iris-setup|$FILES/bin/iris-setup|" "${1:-$FILES/systemd/iris-setup.service}" > "$units/iris-setup.service"
  ln -sf ../iris-setup.service "$units/multi-user.target.wants/iris-setup.service"
  SYSTEMD_UNIT_PATH="$units:" systemd-analyze verify --man=no "$units/iris-setup.service" multi-user.target cloud-init.target 2>&1
}

@test "systemd finds nothing wrong with the unit" {
  run verify

  refute_has "$output" iris-setup
  refute_has "$output" cycle
}

@test "the unit would deadlock or be dropped, were it behind cloud-final with the default dependencies" {
  # Debian's cloud-init puts its last stage behind multi-user.target, as Ubuntu's does.
  sed -e '/^DefaultDependencies/d' -e 's/cloud-config.service/cloud-final.service/' \
    "$FILES/systemd/iris-setup.service" > "$BATS_TEST_TMPDIR/cyclic.service"
  grep -q '^After=multi-user.target' /lib/systemd/system/cloud-final.service || skip 'cloud-init of another distribution'

  run verify "$BATS_TEST_TMPDIR/cyclic.service"

  assert_has "$output" cycle
}

@test "the last stage of cloud-init waits for no set-up" {
  assert_line "$(cat "$FILES/systemd/iris-setup.service")" DefaultDependencies=no
  refute_has "$(sed -n '/^After=/p' "$FILES/systemd/iris-setup.service")" cloud-final
}
