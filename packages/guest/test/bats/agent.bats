#!/usr/bin/env bats
# The step agent: ISCAgent on members and on the arbiter.

load support-b

setup_file() {
  make_kit "$BATS_FILE_TMPDIR/kit.tar.gz"
  # Something that listens, as the agent would.
  export PORT
  node -e "const s = require('net').createServer((c) => c.end()).listen(0, '127.0.0.1', () => require('fs').writeFileSync('$BATS_FILE_TMPDIR/port', String(s.address().port)))" > /dev/null 2>&1 3>&- &
  echo $! > "$BATS_FILE_TMPDIR/pid"
  for _ in {1..100}; do
    [ -s "$BATS_FILE_TMPDIR/port" ] && break
    sleep 0.05
  done
  PORT=$(cat "$BATS_FILE_TMPDIR/port")
}

teardown_file() { kill "$(cat "$BATS_FILE_TMPDIR/pid")"; }

setup() { prepare; }

prepare() {
  make_root
  write_settings "ROLE='arbiter'" "AGENT_PORT='$PORT'"
  mkdir -p "$IRIS_AZURE_STATE/kit/unpacked/1"
  tar --extract --file "$BATS_FILE_TMPDIR/kit.tar.gz" --directory "$IRIS_AZURE_STATE/kit/unpacked/1"
  ln -s "$IRIS_AZURE_STATE/kit/unpacked/1" "$IRIS_AZURE_STATE/kit/kit"
}

# installed: the agent is there, as the instance's installer leaves it on a member.
installed() {
  mkdir -p "$ROOT/etc/systemd/system"
  echo '[Service]' > "$ROOT/etc/systemd/system/ISCAgent.service"
}

@test "installs the agent on the arbiter, and has it start now and at boot" {
  run step agent

  [ "$status" -eq 0 ]
  [[ $output == *'agent installed'* ]]
  [ "$(cat "$ROOT/etc/iscagent/iscagent.conf")" = "application_server.port=$PORT" ]
  [ "$(stat --format %a "$ROOT/etc/iscagent/iscagent.conf")" = 644 ]
  [ -e "$UNITS/ISCAgent.service.enabled" ]
  [ -e "$UNITS/ISCAgent.service.active" ]
}

@test "takes the agent that came with the instance on a member" {
  installed

  run step agent

  [ "$status" -eq 0 ]
  [[ $output != *'agent installed'* ]]
  [ -e "$UNITS/ISCAgent.service.enabled" ]
}

@test "the port is 2188 where no other is set" {
  write_settings "ROLE='arbiter'"

  AGENT_TRIES=1 run step agent

  grep -qx 'application_server.port=2188' "$ROOT/etc/iscagent/iscagent.conf"
}

@test "other lines of the agent's configuration stay" {
  installed
  mkdir -p "$ROOT/etc/iscagent"
  printf '%s\n' 'application_server.interface_address=10.0.0.4' 'application_server.port=2188' > "$ROOT/etc/iscagent/iscagent.conf"

  step agent

  [ "$(cat "$ROOT/etc/iscagent/iscagent.conf")" = "$(printf '%s\n' 'application_server.interface_address=10.0.0.4' "application_server.port=$PORT")" ]
}

@test "an agent that runs at another port is restarted" {
  installed
  touch "$UNITS/ISCAgent.service.enabled" "$UNITS/ISCAgent.service.active"

  step agent

  grep -qx 'restart ISCAgent.service' "$UNITS/calls"
}

@test "a second run changes nothing and restarts nothing" {
  step agent
  rm "$UNITS/calls"

  assert_unchanged step agent

  run grep -e start -e enable\  "$UNITS/calls"
  [ "$status" -eq 1 ]
}

@test "fails where the installer fails, and completes the next time" {
  AGENT_FAILS=yes run step agent
  [ "$status" -eq 1 ]
  [[ $output == *'agentinstall failed'* ]]

  run step agent
  [ "$status" -eq 0 ]
}

@test "fails where the kit holds no agent" {
  find "$IRIS_AZURE_STATE/kit/" -name agentinstall -delete

  run step agent

  [ "$status" -eq 1 ]
  [[ $output == *'holds no agentinstall'* ]]
}

@test "fails where nobody answers at the port" {
  write_settings "AGENT_PORT='9'"

  AGENT_TRIES=2 run step agent

  [ "$status" -eq 1 ]
  [[ $output == *'does not answer at port 9'* ]]
}

@test "fails on a port that is none" {
  write_settings "AGENT_PORT='x'"

  run step agent

  [ "$status" -eq 1 ]
  [[ $output == *"got 'x'"* ]]
}

@test "a run that fails or is killed at any call completes the next time" {
  assert_survives prepare step agent
}
