#!/usr/bin/env bats
# iris-scheduled-events, against a stand-in of Azure's metadata service on loopback; the instance is one too.
# shellcheck disable=SC2016

bats_require_minimum_version 1.5.0

setup() {
  load support
  load support-e
  fresh_machine
}

teardown() {
  local pid
  for pid in "${AZURE:-}" "${SERVICE:-}"; do
    if [ -n "$pid" ]; then
      kill "$pid" 2> /dev/null || true
      wait "$pid" 2> /dev/null || true
    fi
  done
}

prepare() {
  export IMDS=${ROOT%/*}/imds
  mkdir -p "$IMDS" "$IRIS_AZURE_STATE/steps"
  : > "$IRIS_AZURE_STATE/steps/mirror"
  settings ROLE=primary PRODUCT=iris INSTANCE=IRIS INSTALL_DIR=/iris/install/iris
  printf 'running' > "$STAND_INS/instance"
  role primary
  announce
  stand_in --reads iris << 'END'
    printf 'IRIS^/iris/install/iris^2025.3^%s, since today^iris.cpf^1972^0^0^ok^IRIS^Failover^Primary^\n' "$(cat "$STAND_INS/instance")"
END
  stand_in systemctl << 'END'
    case $1 in
      stop)
        sleep "$(cat "$STAND_INS/slow" 2> /dev/null || echo 0)"
        [ ! -e "$STAND_INS/stuck" ] || exit 1
        printf down > "$STAND_INS/instance"
        ;;
      start | restart) printf running > "$STAND_INS/instance" ;;
    esac
END
  stand_in --reads iris-mirror-status << 'END'
    cat "$STAND_INS/role"
    exit "$(cat "$STAND_INS/role.code")"
END
  node "$BATS_TEST_DIRNAME/stand-ins/scheduled-events.mjs" "$IMDS" "$CALLS" 3>&- &
  AZURE=$!
  eventually 10 test -s "$IMDS/port"
  IMDS_URL=http://127.0.0.1:$(cat "$IMDS/port")
  export IMDS_URL
}

# role ROLE: what the member says of itself.
role() {
  local code=0 json=
  case $1 in
    primary) json='{"state":"primary","partner":"DB1^10.20.2.5^Backup^Active^10.20.2.5"}' ;;
    lone) json='{"state":"primary","partner":""}' ;;
    catching-up) json='{"state":"primary","partner":"DB1^10.20.2.5^Backup^Catchup^10.20.2.5"}' ;;
    backup) json='{"state":"backup","partner":"DB1^10.20.2.5^Primary^Active^10.20.2.5"}' code=10 ;;
    async) json='{"state":"async-dr","partner":""}' code=20 ;;
    silent) json='' code=1 ;;
  esac
  printf '%s\n' "$json" > "$STAND_INS/role"
  printf '%s' "$code" > "$STAND_INS/role.code"
}

# event ID [NAME=VALUE...]: an event for this machine alone, a restart unless told otherwise.
event() {
  local id=$1 type=Reboot status=Scheduled duration=-1 resources='["vm-trakcare-prod-db-0"]' pair
  shift
  for pair in "$@"; do
    local "${pair?}"
  done
  printf '{"EventId":"%s","EventType":"%s","ResourceType":"VirtualMachine","Resources":%s,"EventStatus":"%s","NotBefore":"","Description":"x","EventSource":"Platform","DurationInSeconds":%s}' \
    "$id" "$type" "$resources" "$status" "$duration"
}

# announce EVENT...: what Azure announces from now on.
announce() {
  local IFS=,
  printf '{"DocumentIncarnation":%s,"Events":[%s]}\n' "$RANDOM" "$*" > "$IMDS/events.new"
  mv "$IMDS/events.new" "$IMDS/events.json"
}

look() { "$FILES/bin/iris-scheduled-events" --once; }

# did: what was done to the instance and told Azure, in order.
did() { grep -E '^(systemctl|told)' "$CALLS" || true; }

readonly switchover='systemctl stop iris-instance.service
systemctl restart iris-instance.service
told e-1'

@test 'a primary hands over to its backup, comes back, and then Azure may begin' {
  local type
  for type in Reboot Redeploy Freeze; do
    announce "$(event "$type" type="$type")"
    forget_calls
    look
    assert_equal "$(did)" "${switchover/e-1/$type}"
  done
}

@test 'before a machine is deleted its instance hands over and stays down' {
  local type
  for type in Preempt Terminate; do
    printf running > "$STAND_INS/instance"
    announce "$(event "$type" type="$type")"
    forget_calls
    look
    assert_equal "$(did)" "$(printf 'systemctl stop iris-instance.service\ntold %s' "$type")"
  done
}

@test 'an event is acted on once, however long Azure announces it, and the next one again' {
  announce "$(event e-1)"
  look
  forget_calls
  look
  look
  announce "$(event e-1 status=Started)"
  look
  assert_equal "$(did)" ''
  announce "$(event e-2)"
  look
  assert_equal "$(did)" "${switchover/e-1/e-2}"
}

@test 'a backup and an async member hand nothing over, and Azure may begin' {
  local role
  for role in backup async; do
    role "$role"
    announce "$(event "$role")"
    forget_calls
    look
    assert_equal "$(did)" "told $role"
  done
}

@test 'a primary without an active backup does nothing, and leaves Azure its time' {
  local role
  for role in lone catching-up; do
    role "$role"
    announce "$(event "$role")"
    run look
    assert_has "$output" 'err: event '"$role"' (Reboot): this primary has no active backup'
  done
  assert_equal "$(did)" ''
}

@test 'a primary whose backup becomes active in time hands over' {
  role lone
  announce "$(event e-1)"
  look
  role primary
  look
  assert_equal "$(did)" "$switchover"
}

@test 'a member that does not say what it is does nothing, and leaves Azure its time' {
  role silent
  announce "$(event e-1)"
  run look
  assert_has "$output" 'does not say what it is in its mirror'
  assert_equal "$(did)" ''
}

@test 'a short pause, and what does not interrupt, is let be; a long one, or of unknown length, is not' {
  announce "$(event short type=Freeze duration=5)" "$(event none type=Reboot duration=0)"
  look
  assert_equal "$(did)" "$(printf 'told short\ntold none')"
  forget_calls
  announce "$(event long type=Freeze duration=6)"
  look
  assert_equal "$(did)" "${switchover/e-1/long}"
}

@test 'which pause is short, is a setting' {
  settings ROLE=primary PRODUCT=iris INSTANCE=IRIS SCHEDULED_EVENTS_FREEZE_SECONDS=0
  announce "$(event e-1 type=Freeze duration=1)"
  look
  assert_equal "$(did)" "$switchover"
}

@test 'an event that is for other machines too is left to begin by itself' {
  announce "$(event e-1 resources='["vm-trakcare-prod-db-0","vm-trakcare-prod-db-1"]')"
  look
  assert_equal "$(did)" "$(printf 'systemctl stop iris-instance.service\nsystemctl restart iris-instance.service')"
}

@test 'an event of another machine is nothing to this one' {
  announce "$(event e-1 resources='["vm-trakcare-prod-db-1"]')"
  look
  assert_equal "$(all_calls 'systemctl|told|iris-mirror-status')" ''
}

@test 'nothing is handed over while the other machine is under maintenance' {
  announce "$(event e-1)" "$(event e-2 status=Started resources='["vm-trakcare-prod-db-1"]')"
  run look
  assert_has "$output" 'waits: another machine has an event that has begun'
  assert_equal "$(did)" ''
  announce "$(event e-1)"
  look
  assert_equal "$(did)" "$switchover"
}

@test 'the name of the machine counts in any case' {
  announce "$(event e-1 resources='["VM-TrakCare-Prod-DB-0"]')"
  look
  assert_equal "$(did)" "$switchover"
}

@test 'an event that has begun without a word is noted, and nothing is done' {
  announce "$(event e-1 status=Started)"
  look
  announce "$(event e-1)"
  look
  assert_equal "$(did)" ''
}

@test 'killed while it hands over, it goes on where it was and stops nothing again' {
  announce "$(event e-1)"
  # Calls before the stop: iris-mirror-status. The stop is done, what was to come is not.
  KILL_AFTER=2 run setsid --wait "$FILES/bin/iris-scheduled-events" --once
  [ "$status" -ne 0 ]
  assert_equal "$(cat "$STAND_INS/instance")" down
  forget_calls
  look
  assert_equal "$(did)" "$(printf 'systemctl restart iris-instance.service\ntold e-1')"
  forget_calls
  look
  assert_equal "$(did)" ''
}

@test 'killed at any time, it stops the instance once and leaves it running, and Azure may begin' {
  local number
  for number in 1 2 3 4 5 6 7; do
    rm -rf "$IRIS_AZURE_STATE/events"
    printf running > "$STAND_INS/instance"
    announce "$(event "e-$number")"
    forget_calls
    KILL_AT=$number run setsid --wait "$FILES/bin/iris-scheduled-events" --once
    # What was noted as called was not done where it was killed before.
    look
    assert_equal "$(cat "$STAND_INS/instance")" running
    assert_line "$(did)" "told e-$number"
    [ "$(did | grep -c 'systemctl stop')" -le 1 ]
  done
}

@test 'the machine restarts in the middle: the instance is started, and nothing is stopped again' {
  announce "$(event e-1)"
  KILL_AFTER=2 run setsid --wait "$FILES/bin/iris-scheduled-events" --once
  announce "$(event e-1 status=Started)"
  forget_calls
  look
  assert_equal "$(did)" 'systemctl restart iris-instance.service'
}

@test 'an event that is called off in the middle: the instance is started' {
  announce "$(event e-1 type=Preempt)"
  KILL_AFTER=2 run setsid --wait "$FILES/bin/iris-scheduled-events" --once
  announce
  forget_calls
  look
  assert_equal "$(did)" 'systemctl restart iris-instance.service'
  forget_calls
  look
  assert_equal "$(did)" ''
}

@test 'an instance that does not stop in time does not hold Azure up, and is started later' {
  settings ROLE=primary PRODUCT=iris INSTANCE=IRIS INSTALL_DIR=/iris/install/iris SCHEDULED_EVENTS_SWITCHOVER_SECONDS=1
  printf 4 > "$STAND_INS/slow"
  announce "$(event e-1)"
  run look
  assert_has "$output" 'IRIS did not stop within 1 s'
  assert_equal "$(did)" "$(printf 'systemctl stop iris-instance.service\ntold e-1')"
  eventually 10 grep -q down "$STAND_INS/instance"
  forget_calls
  look
  assert_equal "$(did)" 'systemctl restart iris-instance.service'
}

@test 'an instance that cannot be stopped does not hold Azure up' {
  : > "$STAND_INS/stuck"
  announce "$(event e-1)"
  run look
  assert_has "$output" 'err:'
  assert_equal "$(did)" "$(printf 'systemctl stop iris-instance.service\ntold e-1')"
  rm "$STAND_INS/stuck"
  forget_calls
  look
  refute_has "$(did)" 'systemctl stop'
}

@test 'Azure that does not listen is told three times, and then begins by itself' {
  printf 500 > "$IMDS/post-status"
  announce "$(event e-1)"
  run look
  assert_has "$output" 'Azure cannot be told to begin; it begins by itself'
  rm "$IMDS/post-status"
  forget_calls
  look
  assert_equal "$(did)" ''
}

@test 'fails where the metadata service does, and does nothing' {
  local answer
  for answer in 429 500 404; do
    printf '%s' "$answer" > "$IMDS/status"
    run look
    [ "$status" -eq 1 ]
  done
  rm "$IMDS/status"
  printf 'no JSON' > "$IMDS/events.json"
  run look
  [ "$status" -eq 1 ]
  printf '{"DocumentIncarnation":1}' > "$IMDS/events.json"
  run look
  [ "$status" -eq 1 ]
  assert_equal "$(did)" ''
}

@test 'an event whose id could name a file elsewhere, or of a kind that is unknown, is let be' {
  announce "$(event ../../etc/passwd)" "$(event e-1 type=Holiday)"
  look
  assert_equal "$(did)" ''
  [ ! -e "$IRIS_AZURE_STATE/events/../../etc/passwd" ]
}

@test 'fails before the machine is set up, and for settings that are none' {
  rm "$IRIS_AZURE_STATE/steps/mirror"
  run look
  assert_has "$output" 'this machine is not set up yet'
  settings ROLE=primary INSTANCE=IRIS SCHEDULED_EVENTS_SECONDS=often
  run look
  assert_has "$output" "SCHEDULED_EVENTS_SECONDS must be a whole number, got 'often'"
  run "$FILES/bin/iris-scheduled-events" --twice
  assert_has "$output" "takes --once or nothing, got '--twice'"
}

@test 'as a service it listens, acts on what comes, and ends when it is told to' {
  settings ROLE=primary PRODUCT=iris INSTANCE=IRIS INSTALL_DIR=/iris/install/iris SCHEDULED_EVENTS_SECONDS=3
  "$FILES/bin/iris-scheduled-events" 3>&- 2> /dev/null &
  SERVICE=$!
  printf 500 > "$IMDS/status"
  sleep 1.5
  rm "$IMDS/status"
  announce "$(event e-1)"
  eventually 15 grep -q 'told e-1' "$CALLS"
  assert_equal "$(did)" "$switchover"
  kill "$SERVICE"
  run wait "$SERVICE"
  SERVICE=
}

@test 'the unit is one that systemd takes' {
  sed 's|/usr/local/sbin/iris-scheduled-events|/bin/true|' "$FILES/systemd/iris-scheduled-events.service" \
    > "$BATS_TEST_TMPDIR/iris-scheduled-events.service"
  run systemd-analyze verify "$BATS_TEST_TMPDIR/iris-scheduled-events.service"
  assert_equal "$(grep iris-scheduled-events <<< "$output" || true)" ''
}
