#!/usr/bin/env bats
# The step licence: the key where the product looks for it.

load support-b

setup_file() { start_azure; }

teardown_file() { stop_azure; }

setup() { prepare; }

prepare() {
  make_root
  fresh_azure
  write_settings "LICENCE_SECRET='licence'"
  mkdir -p "$ROOT/iris/install/iris/mgr"
  register down
  key KEY-ONE
}

# register STATUS: an instance that is installed.
register() { echo "IRIS^/iris/install/iris^2025.3.0.226.0^$1, since today^iris.cpf^1972^0^0^ok^IRIS^^^" > "$PRODUCT_STATE/registry"; }

# key TEXT: the key that is in the vault.
key() { jq --null-input --arg text "$1" '{ licence: { "1": { value: "[ConfigFile]\n\($text)\n" } } }' > "$AZURE/secrets.json"; }

@test "puts the key where the product looks for it, for its owner and its processes" {
  run step licence

  [ "$status" -eq 0 ]
  [ "$(stat --format '%a %U:%G' "$ROOT/iris/install/iris/mgr/iris.key")" = '640 nobody:nogroup' ]
  [ "$(cat "$ROOT/iris/install/iris/mgr/iris.key")" = "$(printf '[ConfigFile]\nKEY-ONE')" ]
  [ ! -e "$PRODUCT_STATE/sessions" ]
}

@test "Caché looks for another name" {
  write_settings "LICENCE_SECRET='licence'" "PRODUCT='cache'"

  step licence

  [ -e "$ROOT/iris/install/iris/mgr/cache.key" ]
}

@test "activates the key where the instance runs" {
  register running

  run step licence

  [ "$status" -eq 0 ]
  grep -q 'License.Upgrade()' "$PRODUCT_STATE/sessions"
}

@test "a second run changes nothing and activates nothing" {
  register running
  step licence
  rm "$PRODUCT_STATE/sessions"

  assert_unchanged step licence

  [ ! -e "$PRODUCT_STATE/sessions" ]
}

@test "fails where the running instance does not take the key, and tries that again" {
  register running

  SESSION_EXIT=1 run step licence
  [ "$status" -eq 1 ]
  [[ $output == *'needs a restart of the instance'* ]]

  run step licence
  [ "$status" -eq 0 ]
  [ "$(grep -c License.Upgrade "$PRODUCT_STATE/sessions")" -eq 2 ]
}

@test "a new key replaces the old one" {
  step licence
  key KEY-TWO
  register running

  run step licence

  [ "$status" -eq 0 ]
  grep -q KEY-TWO "$ROOT/iris/install/iris/mgr/iris.key"
  grep -q License.Upgrade "$PRODUCT_STATE/sessions"
}

@test "without a secret there is no key and no request" {
  write_settings

  run step licence

  [ "$status" -eq 0 ]
  [ ! -e "$AZURE/requests" ]
}

@test "fails where nothing is installed yet" {
  rm -r "$ROOT/iris"

  run step licence

  [ "$status" -eq 1 ]
  [[ $output == *'the step install comes first'* ]]
}

@test "fails where the vault has no such secret, and leaves the key in its place" {
  step licence
  write_settings "LICENCE_SECRET='other'"

  run step licence

  [ "$status" -eq 1 ]
  [[ $output == *"secret 'other' cannot be read"* ]]
  grep -q KEY-ONE "$ROOT/iris/install/iris/mgr/iris.key"
}

@test "a run that fails or is killed at any call completes the next time, with the key activated" {
  prepare_running() {
    prepare
    register running
  }
  activated() {
    step licence && [ ! -e "$IRIS_AZURE_STATE/licence.activate" ]
  }

  assert_survives prepare_running activated
}

@test "the key is not seen" {
  register running
  interpose

  run step licence

  [ "$status" -eq 0 ]
  assert_secret KEY-ONE 007
  assert_secret secret-token
  [[ $output != *KEY-ONE* ]]
}
