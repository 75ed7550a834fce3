#!/usr/bin/env bats
# lib/azure.sh: tokens, secrets and what the metadata service says.

# Code for another shell is quoted from this one.
# shellcheck disable=SC2016

load support-b

setup_file() { start_azure; }

teardown_file() { stop_azure; }

setup() {
  make_root
  fresh_azure
  printf '%s' '{
    "licence": { "v1": { "value": "old" }, "v2": { "value": "line one\nline two\n\n" } },
    "bytes": { "v1": { "value": "AAECAw==", "tags": { "file-encoding": "base64" } } },
    "empty": { "v1": { "value": "" } }
  }' > "$AZURE/secrets.json"
  echo '{ "DocumentIncarnation": 1, "Events": [] }' > "$AZURE/events.json"
}

# ask CODE: runs CODE in a script that begins as all do.
ask() {
  printf '%s\n' '. "$IRIS_AZURE_LIB/lib/common.sh"' load_settings '. "$IRIS_AZURE_LIB/lib/azure.sh"' "$1" > "$BATS_TEST_TMPDIR/script"
  bash "$BATS_TEST_TMPDIR/script"
}

@test "a secret is printed byte by byte, its newest version" {
  ask 'azure_secret licence' > "$BATS_TEST_TMPDIR/got"

  printf 'line one\nline two\n\n' | cmp - "$BATS_TEST_TMPDIR/got"
}

@test "a secret that was put there in base 64 is decoded" {
  ask 'azure_secret bytes' > "$BATS_TEST_TMPDIR/got"

  printf '\000\001\002\003' | cmp - "$BATS_TEST_TMPDIR/got"
}

@test "a secret as a file has the mode and the owner that are asked for" {
  ask 'azure_secret_file licence 640 nobody:nogroup "$IRIS_AZURE_ROOT/somewhere/key"'

  [ "$(stat --format '%a %U:%G' "$ROOT/somewhere/key")" = '640 nobody:nogroup' ]
}

@test "fails on a secret that is not there or empty, and leaves the file as it was" {
  local name
  echo before > "$ROOT/key"
  for name in absent empty; do
    run ask "azure_secret_file $name 600 root:root \"\$IRIS_AZURE_ROOT/key\""

    [ "$status" -eq 1 ]
    [[ $output == *"secret '$name'"* ]]
    [ "$(cat "$ROOT/key")" = before ]
  done
}

@test "fails on a name that is none in a vault" {
  run ask 'azure_secret ../keys'

  [ "$status" -eq 1 ]
  [[ $output == *'1 to 127 letters, digits and hyphens'* ]]
  [ ! -e "$AZURE/requests" ]
}

@test "a token is kept, with its file closed to others, and used again by the next script" {
  ask 'azure_secret licence'
  ask 'azure_secret licence'

  [ "$(requests oauth2/token)" -eq 1 ]
  [ "$(stat --format '%a' "$ROOT"/run/iris-azure/token-*)" = 600 ]
  [ "$(stat --format '%a' "$ROOT/run/iris-azure")" = 700 ]
}

@test "a token that is about to expire is asked for anew" {
  ask 'azure_secret licence'
  sed -i '1s/.*/# until 1000/' "$ROOT"/run/iris-azure/token-*

  ask 'azure_secret licence'

  [ "$(requests oauth2/token)" -eq 2 ]
}

@test "a token that is refused is asked for anew, once" {
  ask 'azure_secret licence'
  echo 2 > "$AZURE/serial"

  run ask 'azure_secret licence'

  [ "$status" -eq 0 ]
  [ "$(requests oauth2/token)" -eq 2 ]
}

@test "half a token file, left by a full disk, is replaced" {
  ask 'azure_secret licence'
  printf '# un' > "$(echo "$ROOT"/run/iris-azure/token-*)"

  run ask 'azure_secret licence'

  [ "$status" -eq 0 ]
}

@test "each resource and identity has a token of its own" {
  ask 'azure_token https://vault.azure.net; azure_token https://storage.azure.com/; IDENTITY_CLIENT_ID=11111111-2222-3333-4444-555555555555 azure_token https://vault.azure.net'

  [ "$(requests oauth2/token)" -eq 3 ]
  [ "$(requests client_id=11111111-2222-3333-4444-555555555555)" -eq 1 ]
}

@test "fails where the machine has not the identity, with what the metadata service says" {
  write_settings "IDENTITY_CLIENT_ID='00000000-0000-0000-0000-000000000000'"

  run ask 'azure_secret licence'

  [ "$status" -eq 1 ]
  [[ $output == *'400: Identity not found'*IDENTITY_CLIENT_ID* ]]
  [ "$(requests oauth2/token)" -eq 1 ]
}

@test "the metadata service is asked again on 404, 410, 429 and its own failures, and where it says nothing" {
  local fault
  for fault in 404 410 429 500 503 reset truncate hang; do
    fresh_azure
    rm -rf "$ROOT/run"
    echo "1 $fault" > "$AZURE/faults"

    AZURE_REQUEST_SECONDS=2 run ask 'azure_secret licence'

    [ "$status" -eq 0 ]
    [ "$(requests oauth2/token)" -eq 2 ]
  done
}

@test "the vault is asked again on 403, 429 and its own failures, and where it says nothing" {
  local fault
  for fault in 403 408 429 500 503 reset truncate hang; do
    fresh_azure
    rm -rf "$ROOT/run"
    echo "2 $fault" > "$AZURE/faults"

    AZURE_REQUEST_SECONDS=2 run ask 'azure_secret licence'

    [ "$status" -eq 0 ]
    [ "$(requests secrets/licence)" -eq 2 ]
  done
}

@test "a service that asks to wait is waited for" {
  printf '%s\n' '1 429 1' '3 429 2' > "$AZURE/faults"
  local start=$SECONDS

  run ask 'azure_secret licence'

  [ "$status" -eq 0 ]
  [ $((SECONDS - start)) -ge 3 ]
  [[ $output == *'try 2 of 6 in 2 s'* ]]
}

@test "pauses grow, and outlast an update of the metadata service of 70 s" {
  local pauses
  printf '%s\n' '#!/bin/sh' 'echo "$1" >> "$BATS_TEST_TMPDIR/pauses"' > "$BATS_TEST_TMPDIR/sleep"
  chmod +x "$BATS_TEST_TMPDIR/sleep"
  for n in 1 2 3 4 5 6; do echo "$n 410"; done > "$AZURE/faults"

  PATH=$BATS_TEST_TMPDIR:$PATH AZURE_RETRY_SECONDS=3 run ask 'azure_token https://vault.azure.net'

  [ "$status" -eq 1 ]
  pauses=$(paste -sd + "$BATS_TEST_TMPDIR/pauses")
  [ "$pauses" = '3+6+12+24+48' ]
}

@test "fails where a service goes on failing, after six tries" {
  for n in 1 2 3 4 5 6 7; do echo "$n 503"; done > "$AZURE/faults"

  run ask 'azure_secret licence'

  [ "$status" -eq 1 ]
  [[ $output == *'no token for https://vault.azure.net: 503: told to fail'* ]]
  [ "$(requests '')" -eq 6 ]
}

@test "fails where the answer is no token" {
  echo '1 words' > "$AZURE/faults"

  run ask 'azure_secret licence'

  [ "$status" -ne 0 ]
  [ -z "$(find "$ROOT/run" -name 'token-*')" ]
}

@test "fails where nobody is there" {
  AZURE_TRIES=2 IMDS_URL=http://127.0.0.1:9 run ask 'azure_token https://vault.azure.net'

  [ "$status" -eq 1 ]
  [[ $output == *'nothing whole (curl exit 7)'* ]]
}

@test "the metadata service is never asked by way of a proxy" {
  http_proxy=http://127.0.0.1:9 run ask 'azure_region'

  [ "$status" -eq 0 ]
  [ "$output" = westeurope ]
}

@test "region, zone and Scheduled Events of the machine" {
  run ask 'azure_region; azure_zone; azure_metadata scheduledevents 2020-07-01'

  [ "$status" -eq 0 ]
  [ "${lines[0]}" = westeurope ]
  [ "${lines[1]}" = 2 ]
  [[ ${lines[2]} == *DocumentIncarnation* ]]
}

@test "a vault is asked by https alone" {
  AZURE_PROTOCOLS='=https' run ask 'azure_secret licence'

  [ "$status" -eq 1 ]
  [ "$(requests secrets)" -eq 0 ]
}

@test "work files of processes that are gone are removed, those of others stay" {
  mkdir -p "$ROOT/run/iris-azure/work.999999" "$ROOT/run/iris-azure/work.1"

  ask 'azure_secret licence'

  [ "$(cd "$ROOT/run/iris-azure" && ls -d work.*)" = work.1 ]
}

@test "neither token nor secret is seen" {
  interpose

  ask 'azure_secret_file licence 600 nobody:nogroup "$IRIS_AZURE_ROOT/key"' 2> "$BATS_TEST_TMPDIR/messages"

  assert_secret secret-token
  assert_secret 'line two'
  run grep -e secret-token -e 'line two' "$BATS_TEST_TMPDIR/messages"
  [ "$status" -eq 1 ]
}
