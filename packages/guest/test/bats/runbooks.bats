#!/usr/bin/env bats
# Commands for people: status, promotion, demotion and the way back. They are run on members of a mirror in every state.

load support-c

# second_region STATE: the member for disaster recovery.
second_region() {
  new_machine dr-async drasync
  member_is "$1"
  fact address 10.1.1.4
  fact journal 1
  fact databases 1
}
# first_region MEMBER STATE: primary or backup of the first region.
first_region() {
  new_machine "$1" "$1"
  member_is "$2"
  [ "$1" = primary ] || fact address 10.0.1.5
  fact journal 1
  fact databases 1
}
down() { fact running 0; }
promote() { command_of iris-promote "$@"; }
demote() { command_of iris-demote "$@"; }
return_() { command_of iris-return "$@"; }
nothing_changed() { [ -z "$(known promoted)" ] && [ "$(count_calls '^systemctl ')" = 0 ]; }

@test 'status: exit code and words of each state' {
  local state code
  while read -r state code; do
    second_region "$state"
    run command_of iris-mirror-status
    [ "$status" -eq "$code" ]
    [ "$(wc -l <<< "$output")" -eq 1 ]
  done << 'END'
primary 0
backup 10
joining 11
async-dr 20
async-reporting 21
disconnected 22
none 30
END
  down
  run command_of iris-mirror-status
  [ "$status" -eq 40 ]
  [ "$output" = 'IRIS does not run' ]
}

@test 'status: one line for people' {
  second_region async-dr
  run command_of iris-mirror-status
  [ "$output" = 'IRIS is an async member for disaster recovery of mirror TRAK (CONNECTED), caught up' ]

  fact journal '12 MB behind'
  run command_of iris-mirror-status
  [[ $output == *'not caught up: journals 12 MB behind, databases 1' ]]
}

@test 'status: one object for scripts' {
  second_region backup

  run command_of iris-mirror-status --json

  [ "$status" -eq 10 ]
  [ "$(jq --raw-output '[.instance, .state, .mirror, .code, .caughtUp] | map(tostring) | join(" ")' <<< "$output")" = 'IRIS backup TRAK 10 true' ]
}

@test 'status: unknown where the instance does not answer' {
  second_region backup
  fact session-fails 1

  run command_of iris-mirror-status

  [ "$status" -eq 1 ]
  [[ $output == *'<PROTECT>'* ]]
}

@test 'status: a hang ends' {
  second_region backup
  export SESSION_SECONDS=1 HANG_CALL='iris session *'

  run command_of iris-mirror-status

  [ "$status" -eq 1 ]
  [[ $output == *'exit code 124'* ]]
}

@test 'status: fails when called wrongly' {
  second_region backup

  run command_of iris-mirror-status --yaml

  [ "$status" -eq 2 ]
}

@test 'status: works for Caché' {
  second_region primary
  with_cache

  run command_of iris-mirror-status

  [ "$status" -eq 0 ]
  [ "$(count_calls '^csession CACHE')" = 1 ]
}

@test 'promotion, planned: becomes the backup, and waits for the stop of the primary' {
  second_region async-dr
  fact primary-runs 1
  fact takes-members 1

  run promote --yes

  [ "$status" -eq 75 ]
  [ "$(known promoted)" = 1 ]
  [ "$(known status)" = BACKUP ]
  [[ $output == *'Now stop the primary on its own machine'* ]]

  member_is primary
  run promote --yes
  [ "$status" -eq 0 ]
}

@test 'promotion, planned: not while this member is behind' {
  second_region async-dr
  fact journal '12 MB behind'

  run promote --yes

  [ "$status" -eq 75 ]
  [[ $output == *'behind its primary'* ]]
  nothing_changed
}

@test 'disaster: with the journals of an agent that answers' {
  second_region disconnected
  reachable_is 10.0.1.4:2188

  run promote --yes

  [ "$status" -eq 0 ]
  [ "$(known promoted)" = 1 ]
  [[ $output == *'the agent at 10.0.1.4'* ]]
}

@test 'disaster: without an agent only by force' {
  second_region disconnected
  run promote --yes
  [ "$status" -eq 3 ]
  [[ $output == *'--force'* ]]
  nothing_changed

  run promote --yes --force
  [ "$status" -eq 0 ]
  [ "$(known promoted)" = 0 ]
}

@test 'disaster: never while an instance of another member answers, by force neither' {
  second_region disconnected
  reachable_is 10.0.1.5:1972

  run promote --yes --force

  [ "$status" -eq 3 ]
  [[ $output == *'an instance of another member answers at 10.0.1.5'* ]]
  nothing_changed
}

@test 'promotion: nothing without a terminal and without --yes' {
  second_region disconnected
  reachable_is 10.0.1.4:2188

  run promote

  [ "$status" -eq 3 ]
  [[ $output == *'say --yes'* ]]
  nothing_changed
}

@test 'promotion: asks at a terminal' {
  second_region disconnected
  reachable_is 10.0.1.4:2188
  command -v script > /dev/null || skip 'script is not installed'

  script --quiet --return --command "bash $(guest_folder)/files/bin/iris-promote" /dev/null <<< no > "$LOG" || [ $? -eq 3 ]
  nothing_changed
  script --quiet --return --command "bash $(guest_folder)/files/bin/iris-promote" /dev/null <<< yes > "$LOG"
  [ "$(known promoted)" = 1 ]
}

@test 'promotion: a dry run says what would be done and does nothing' {
  local before
  second_region disconnected
  before=$(sum_of_machine)

  run promote --dry-run --force

  [ "$status" -eq 0 ]
  [[ $output == *'would now: promoting this member without a partner'* ]]
  nothing_changed
  [ "$(sum_of_machine)" = "$before" ]
}

@test 'promotion: the primary is the primary already' {
  second_region primary

  run promote --yes

  [ "$status" -eq 0 ]
  nothing_changed
}

@test 'promotion: goes on where it was cut off' {
  second_region joining
  printf 'member=%s\n' now > "$WORLD/note"

  run promote --yes
  [ "$status" -eq 75 ]
  [[ $output == *'promoted before'* ]]
  member_is primary
  run promote --yes
  [ "$status" -eq 0 ]
}

@test 'promotion: refused for a reporting member, and where there is no mirror' {
  second_region async-reporting
  run promote --yes --force
  [ "$status" -eq 3 ]

  second_region none
  run promote --yes
  [ "$status" -eq 3 ]

  set_setting MIRROR_NAME ''
  run promote --yes
  [ "$status" -eq 3 ]
}

@test 'promotion: tells why it failed' {
  second_region disconnected
  reachable_is 10.0.1.4:2188
  fact promote-fails 1

  run promote --yes

  [ "$status" -eq 1 ]
  [[ $output == *'promotion failed: ERROR #2101: partner is not reached'* ]]
}

@test 'promotion: each step is in the journal' {
  second_region disconnected
  reachable_is 10.0.1.4:2188

  promote --yes

  grep -q -- '--tag iris-promote .*promoting this member to failover member' "$LOG"
}

@test 'promotion: one at a time' {
  second_region disconnected
  mkdir -p "$IRIS_AZURE_STATE/runbook"
  exec 8>> "$IRIS_AZURE_STATE/runbook/.lock"
  flock 8

  run promote --yes --force 8>&-

  [ "$status" -eq 3 ]
  [[ $output == *'another runbook runs'* ]]
}

@test 'promotion: fails when called wrongly' {
  second_region disconnected

  run promote --now

  [ "$status" -eq 2 ]
}

forced() { promote --yes --force; }
cut_off() { second_region disconnected; }
@test 'promotion: completes after a failure of each call, and after it was killed' {
  each_call FAIL_AT cut_off forced
  each_call KILL_AT cut_off forced
}

@test 'demotion: the backup becomes async' {
  second_region backup
  fact takes-members 1

  run demote --yes

  [ "$status" -eq 0 ]
  [ "$(known type)" = 'Disaster Recovery' ]
  run demote --yes
  [ "$status" -eq 0 ]
  [[ $output == *already* ]]
}

@test 'demotion: refused for the primary, and without --yes' {
  second_region primary
  run demote --yes
  [ "$status" -eq 3 ]

  second_region backup
  run demote
  [ "$status" -eq 3 ]
  [ "$(known status)" = BACKUP ]
}

@test 'demotion: waits for the connection to the primary' {
  second_region backup

  run demote --yes

  [ "$status" -eq 75 ]
}

@test 'demotion of the partner: while it is down and its agent answers' {
  second_region primary
  reachable_is 10.0.1.4:2188

  run demote --partner --yes

  [ "$status" -eq 0 ]
  [ "$(known partner-demoted)" = 1 ]
}

@test 'demotion of the partner: refused while it runs, without its agent, and by another than the primary' {
  second_region primary
  reachable_is 10.0.1.4:2188 10.0.1.4:1972
  run demote --partner --yes
  [ "$status" -eq 3 ]

  reachable_is
  run demote --partner --yes
  [ "$status" -eq 3 ]

  second_region backup
  reachable_is 10.0.1.4:2188
  run demote --partner --yes
  [ "$status" -eq 3 ]
  [ -z "$(known partner-demoted)" ]
}

@test 'demotion: a dry run does nothing' {
  second_region backup

  run demote --dry-run

  [ "$status" -eq 0 ]
  [ "$(known status)" = BACKUP ]
}

# shellcheck disable=SC2016
@test 'return: a first member that is down asks for its role and starts' {
  first_region primary primary
  down
  fact primary-elsewhere 10.1.1.4
  cat > "$WORLD/on-start" <<< 'fact member 2; fact type "Disaster Recovery"; fact status CONNECTED; fact primary 0; fact backup 0; echo "10 MB" > "$WORLD/journal"'

  run return_ --yes

  [ "$status" -eq 75 ]
  [ "$(awk '/^\[/ { section = $0 } /^ValidatedMember=0/ { print section }' "$INSTALL/iris.cpf")" = '[MirrorMember]' ]
  [ "$(known running)" = 1 ]
  [[ $output == *'behind the primary'* ]]
}

@test 'return: a first member does not start where no primary can be asked' {
  first_region primary primary
  down

  run return_ --yes

  [ "$status" -eq 3 ]
  lacks ValidatedMember "$INSTALL/iris.cpf"
  [ "$(known running)" = 0 ]
}

@test 'return: the member that was primary becomes the backup, and waits for the hand-over' {
  first_region primary async-dr
  fact primary-elsewhere 10.1.1.4
  fact primary-runs 1
  fact takes-members 1

  run return_ --yes
  [ "$status" -eq 75 ]
  [ "$(known status)" = BACKUP ]
  [[ $output == *'run iris-return there'* ]]

  member_is primary
  run return_ --yes
  [ "$status" -eq 0 ]
  [[ $output == *'as at first'* ]]
}

@test 'return: the other first member waits until the first one is the primary' {
  first_region backup async-dr
  fact primary-elsewhere 10.1.1.4
  run return_ --yes
  [ "$status" -eq 75 ]
  [[ $output == *'first 10.0.1.4 must be the primary again'* ]]
  nothing_changed

  fact primary-elsewhere 10.0.1.4
  fact primary-runs 1
  fact takes-members 1
  run return_ --yes
  [ "$status" -eq 0 ]
  [ "$(known status)" = BACKUP ]
}

handing_over() {
  second_region primary
  fact partner 'DB-0^Backup^Active'
  fact takes-members 1
  cat > "$WORLD/on-stop" <<< 'fact primary-elsewhere 10.0.1.4'
  cat > "$WORLD/on-start" <<< 'fact member 1; fact type Failover; fact status BACKUP; fact primary 0; fact backup 1'
}
yes_return() { return_ --yes; }

@test 'return: the second region hands over, comes back and is async again' {
  handing_over

  run yes_return

  [ "$status" -eq 0 ]
  [ "$(known type)" = 'Disaster Recovery' ]
  [ "$(known running)" = 1 ]
  : > "$CALLS"
  run yes_return
  [ "$status" -eq 0 ]
  [ "$(count_calls '^systemctl ')" = 0 ]
}

@test 'return: the second region hands over to nobody but a backup that is seen, or by force' {
  handing_over
  fact partner 'DB-0^Down'
  run yes_return
  [ "$status" -eq 3 ]
  [ "$(known running)" = 1 ]

  run return_ --yes --force
  [ "$status" -eq 0 ]
}

@test 'return: the second region starts again where nobody takes over' {
  handing_over
  rm "$WORLD/on-stop"

  run yes_return

  [ "$status" -eq 1 ]
  [ "$(known running)" = 1 ]
  [[ $output == *'starts again, so that somebody is'* ]]
}

@test 'return: completes after it was killed at each call' {
  each_call KILL_AT handing_over yes_return
}

@test 'return: completes after a failure of each call' {
  each_call FAIL_AT handing_over yes_return
}

@test 'return: a dry run does nothing' {
  handing_over
  run return_ --dry-run
  [ "$status" -eq 0 ]
  [ "$(count_calls '^systemctl ')" = 0 ]

  first_region primary primary
  down
  fact primary-elsewhere 10.1.1.4
  run return_ --dry-run
  [ "$status" -eq 0 ]
  lacks ValidatedMember "$INSTALL/iris.cpf"
}

@test 'return: the guard lets an instance ask for its role only where another is the primary' {
  first_region primary primary
  down
  run return_ --guard
  [ "$status" -eq 0 ]
  lacks ValidatedMember "$INSTALL/iris.cpf"

  fact primary-elsewhere 10.1.1.4
  run return_ --guard
  [ "$status" -eq 0 ]
  grep -qx 'ValidatedMember=0' "$INSTALL/iris.cpf"
  [ "$(known running)" = 0 ]
}

@test 'return: refused for a reporting member' {
  first_region primary primary
  set_setting MIRROR_MEMBER rorasync

  run return_ --yes

  [ "$status" -eq 3 ]
}
