#!/usr/bin/env bats
# iris-renew-certificates: new versions, without a day on which members do not trust each other.

load support-b
load support-certificates

setup_file() {
  start_azure
  make_certificates
}

teardown_file() { stop_azure; }

setup() {
  prepare
}

prepare() {
  prepare_member
  echo "IRIS^/iris/install/iris^2025.3.0.226.0^running, since today^iris.cpf^1972^0^0^ok^IRIS^Failover^Primary^" > "$PRODUCT_STATE/registry"
  touch "$UNITS/apache2.service.active"
  # Made once, too.
  if ! [ -d "$BATS_FILE_TMPDIR/member" ]; then
    step certificates 2> /dev/null
    mkdir -p "$ROOT/iris/install/iris/mgr"
    cp -a "$ROOT" "$BATS_FILE_TMPDIR/member"
  fi
  rm -rf "$ROOT"
  cp -a "$BATS_FILE_TMPDIR/member" "$ROOT"
  touch "$UNITS/iris-renew-certificates.timer.enabled" "$UNITS/iris-renew-certificates.timer.active"
  rm -f "$UNITS/calls" "$PRODUCT_STATE/sessions" "$AZURE/requests"
  : > "$CALLS"
  : > "$LOGGED"
}

renew() { script bin/iris-renew-certificates; }

@test "changes nothing where nothing is new" {
  assert_unchanged renew

  [ ! -e "$PRODUCT_STATE/sessions" ]
  [ ! -e "$UNITS/calls" ]
}

@test "a peer's new version is trusted beside the one of before, at once" {
  add two v2 two-2 0

  run renew

  [ "$status" -eq 0 ]
  uses one-1
  [ "$(trusts)" = 'one-1 two-1 two-2 ' ]
}

@test "its own new version is trusted at once, and used when peers have had a day and more to hear of it" {
  add one v2 one-2 35
  renew
  uses one-1
  [ "$(trusts)" = 'one-1 one-2 two-1 ' ]

  add one v2 one-2 37
  renew
  uses one-2
  [ "$(trusts)" = 'one-1 one-2 two-1 ' ]
}

@test "without peers, or with an authority, a new version is used at once" {
  member_settings "PEER_CERTIFICATES=''"
  add one v2 one-2 0

  renew

  uses one-2
}

@test "a version that is disabled in the vault is trusted no longer" {
  add two v2 two-2 100
  add two v1 two-1 200 pfx false

  renew

  [ "$(trusts)" = 'one-1 two-2 ' ]
}

@test "many versions come on several pages" {
  local n
  for n in 2 3 4 5 6; do
    add two "v$n" two-2 "$((100 - n))"
  done

  renew

  [ "$(requests certificates/two/versions)" -eq 3 ]
  [ "$(grep -c BEGIN "$(tls CAFile.pem)")" -eq 7 ]
}

@test "web server and instance take a new version" {
  add one v2 one-2 100
  add one v1 one-1 200

  run renew

  [ "$status" -eq 0 ]
  grep -qx 'reload apache2.service' "$UNITS/calls"
  grep -q MirrorClient "$PRODUCT_STATE/sessions"
  grep -q -- '-U %SYS' "$PRODUCT_STATE/sessions"
}

@test "an instance that is down is left alone: it reads the files at its start" {
  sed -i 's/running/down/' "$PRODUCT_STATE/registry"
  add two v2 two-2 0

  run renew

  [ "$status" -eq 0 ]
  [ ! -e "$PRODUCT_STATE/sessions" ]
}

@test "fails where a service does not take it, and tells it again the next day" {
  add two v2 two-2 0
  SESSION_EXIT=1 run renew
  [ "$status" -eq 1 ]
  [[ $output == *'does not take its TLS configurations'* ]]

  run renew
  [ "$status" -eq 0 ]
  [ "$(grep -c MirrorClient "$PRODUCT_STATE/sessions")" -eq 2 ]

  add two v3 two-1 0
  RELOAD_FAILS=yes run renew
  [ "$status" -ne 0 ]
  run renew
  [ "$status" -eq 0 ]
}

@test "fails where a new version is unfit, and goes on with the one in use" {
  add one v2 server-only 100
  add one v1 one-1 200

  run renew

  [ "$status" -eq 1 ]
  uses one-1
}

@test "says at level err, each day, that the certificate in use expires soon" {
  add one v1 short 100
  rm -r "$IRIS_AZURE_ETC/tls" "$IRIS_AZURE_ETC/tls.d"
  step certificates 2> /dev/null
  : > "$LOGGED"

  run renew

  [ "$status" -eq 0 ]
  grep -q -- "--tag iris-renew-certificates --priority daemon.err -- certificate 'one' expires in less than 21 days" "$LOGGED"
}

@test "says nothing of the kind of one that lasts" {
  renew

  run grep daemon.err "$LOGGED"
  [ "$status" -eq 1 ]
}

@test "the files of before are there until those of today are, all three at once" {
  add one v2 one-2 100
  add one v1 one-1 200
  local before
  before=$(readlink "$IRIS_AZURE_ETC/tls")

  renew

  [ "$(readlink "$IRIS_AZURE_ETC/tls")" != "$before" ]
  [ "$(find "$IRIS_AZURE_ETC/tls.d" -mindepth 1 -maxdepth 1 | wc -l)" -eq 1 ]
}

@test "two runs at once: one after the other" {
  renew &
  run renew
  [ "$status" -eq 0 ]
  wait
  uses one-1
}

@test "fails on arguments" {
  run script bin/iris-renew-certificates now

  [ "$status" -eq 1 ]
  [[ $output == *"got 'now'"* ]]
}

@test "a run that fails or is killed at any call completes the next time, and services have taken it" {
  new_version() {
    prepare
    add one v2 one-2 100
    add one v1 one-1 200
  }
  told() {
    # Calls of the test itself are not the command's.
    renew && PATH=$PATH_OF_TESTS uses one-2 && [ ! -e "$IRIS_AZURE_STATE/certificates.reload" ] && grep -q MirrorClient "$PRODUCT_STATE/sessions"
  }

  POINTS=4 assert_survives new_version told
}
