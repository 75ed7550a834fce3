#!/usr/bin/env bats
# lib/iris.sh and bin/iris-instance: one set of functions for IRIS and for Caché.

# Code for another shell is quoted from this one.
# shellcheck disable=SC2016

load support-b

setup() {
  make_root
  register
}

# register [STATUS]: an instance that is installed.
register() {
  printf '%s\n' "OTHER^/opt/other^2025.3.0.226.0^running, since today^iris.cpf^1973^0^0^ok^IRIS^^^/opt/other" \
    "IRIS^/iris/install/iris^2025.3.0.226.0^${1:-down}, last used today^iris.cpf^1972^0^62972^ok^IRIS^Failover^Primary^/iris/install/iris" > "$PRODUCT_STATE/registry"
}

# product NAME: settings of IRIS or of Caché.
product() { write_settings "PRODUCT='$1'"; }

# ask CODE: runs CODE in a script that begins as all do.
ask() {
  printf '%s\n' '. "$IRIS_AZURE_LIB/lib/common.sh"' load_settings '. "$IRIS_AZURE_LIB/lib/iris.sh"' "$1" > "$BATS_TEST_TMPDIR/script"
  bash "$BATS_TEST_TMPDIR/script"
}

@test "fields of what both products list" {
  local name
  for name in iris cache; do
    product "$name"

    run ask 'instance_directory; instance_version; instance_port; instance_health; instance_mirror_member; instance_mirror_status'

    [ "$status" -eq 0 ]
    [ "${lines[*]}" = '/iris/install/iris 2025.3.0.226.0 1972 ok Failover Primary' ]
  done
  [ "$(sort -u "$PRODUCT_STATE/calls" | tr '\n' ,)" = 'ccontrol qlist,iris qlist,' ]
}

@test "an instance exists where it is registered, whatever the case of its name" {
  write_settings "INSTANCE='Iris'"
  ask instance_exists

  write_settings "INSTANCE='IRI'"
  run ask instance_exists
  [ "$status" -eq 1 ]
}

@test "no instance exists where nothing is registered, or where the product is not there" {
  : > "$PRODUCT_STATE/registry"
  run ask instance_exists
  [ "$status" -eq 1 ]
  [ -z "$output" ]

  mkdir "$BATS_TEST_TMPDIR/bare"
  ln -s "$(type -P bash)" "$(type -P id)" "$(type -P dirname)" "$(type -P basename)" "$(type -P awk)" "$BATS_TEST_TMPDIR/bare"
  PATH=$BATS_TEST_TMPDIR/bare run ask 'instance_exists && echo exists || echo none'
  [[ $output == *none ]]
}

@test "fails where instances cannot be listed, rather than take that for none" {
  QLIST_FAILS=yes run ask 'if instance_exists; then echo exists; else echo none; fi'

  [ "$status" -eq 1 ]
  [[ $output == *'instances cannot be listed'* ]]
  [[ $output != *none* ]]
}

@test "an instance runs where its status says so" {
  run ask instance_running
  [ "$status" -eq 1 ]

  register running
  run ask instance_running
  [ "$status" -eq 0 ]
}

@test "starts and stops by way of the unit, with the product's own command" {
  local name
  for name in iris cache; do
    product "$name"
    rm -rf "$UNITS"
    register

    ask instance_start
    ask instance_running
    ask instance_stop
    run ask instance_running
    [ "$status" -eq 1 ]
  done
  grep -qx 'iris start IRIS quietly' "$PRODUCT_STATE/calls"
  grep -qx 'ccontrol stop IRIS quietly' "$PRODUCT_STATE/calls"
}

@test "a file to merge is given to this start alone" {
  ask 'ISC_CPF_MERGE_FILE=/etc/iris-azure/merge.cpf instance_start'
  [ "$(grep -c '^ISC_CPF_MERGE_FILE=/etc/iris-azure/merge.cpf$' "$PRODUCT_STATE/calls")" -eq 1 ]

  ask 'instance_stop; instance_start'
  [ "$(grep -c ISC_CPF_MERGE_FILE "$PRODUCT_STATE/calls")" -eq 1 ]
}

@test "fails on a file to merge whose name a unit would take apart" {
  run ask 'ISC_CPF_MERGE_FILE="/tmp/a b" instance_start'

  [ "$status" -eq 1 ]
  [[ $output == *"got '/tmp/a b'"* ]]
}

@test "one that runs is not started again, but its unit becomes active" {
  register running

  ask instance_start

  [ -e "$UNITS/iris-instance.service.active" ]
  run grep start "$PRODUCT_STATE/calls"
  [ "$status" -eq 1 ]
}

@test "one that was stopped by hand starts though its unit is active" {
  ask instance_start
  register down

  ask instance_start

  ask instance_running
}

@test "one that was started by hand stops though its unit is not active" {
  register running

  ask instance_stop

  run ask instance_running
  [ "$status" -eq 1 ]
}

@test "fails where the instance does not start or stop, and says where to look" {
  START_FAILS=yes run ask instance_start
  [ "$status" -eq 1 ]
  [[ $output == *'/iris/install/iris/mgr/messages.log'* ]]

  product cache
  START_FAILS=yes run ask instance_start
  [[ $output == *'/iris/install/iris/mgr/cconsole.log'* ]]

  register running
  STOP_FAILS=yes run ask instance_stop
  [ "$status" -eq 1 ]
}

@test "a session runs as the owner, reads code, and gives its exit code" {
  run ask "echo 'write 1' | session %SYS"
  [ "$status" -eq 0 ]
  [ "$(cat "$PRODUCT_STATE/sessions")" = "$(printf '%s\n' '--- session IRIS -U %SYS' 'write 1')" ]
  grep -qx 'runuser nobody' "$PRODUCT_STATE/calls"

  SESSION_EXIT=5 run ask "echo 'write 1' | session %SYS"
  [ "$status" -eq 5 ]

  product cache
  SESSION_EXIT=3 run ask "echo 'write 1' | session TRAK"
  [ "$status" -eq 3 ]
  grep -qx 'csession session IRIS -U TRAK' "$PRODUCT_STATE/calls"
}

@test "fails on a namespace that is none, and on a product that is none" {
  run ask 'session "%SYS;rm" < /dev/null'
  [ "$status" -eq 1 ]

  product ensemble
  run ask instance_exists
  [ "$status" -eq 1 ]
  [[ $output == *"must be iris or cache, got 'ensemble'"* ]]
}

@test "iris-instance takes start and stop alone, and one that is up or down already" {
  run script bin/iris-instance restart
  [ "$status" -eq 1 ]
  [[ $output == *usage* ]]

  script bin/iris-instance stop
  script bin/iris-instance start
  script bin/iris-instance start
  [ "$(grep -c start "$PRODUCT_STATE/calls")" -eq 1 ]
}

@test "iris-instance fails where nothing is installed" {
  : > "$PRODUCT_STATE/registry"

  run script bin/iris-instance start

  [ "$status" -eq 1 ]
  [[ $output == *'not installed'* ]]
}

@test "units are what systemd takes" {
  mkdir -p "$ROOT/units/iris-instance.service.d" "$ROOT/usr/local/sbin"
  cp "$FILES"/systemd/iris-{instance,renew-certificates}.* "$ROOT/units"
  # The commands are not installed here.
  sed -i 's|^\(Exec[A-Za-z]*=\)/usr/local/sbin/[a-z-]*|\1/bin/true|' "$ROOT"/units/*.service
  printf '[Unit]\nRequiresMountsFor=/iris/install/iris\nRequiresMountsFor=/iris/databases\n' > "$ROOT/units/iris-instance.service.d/mounts.conf"

  run systemd-analyze verify --man=no "$ROOT"/units/iris-instance.service "$ROOT"/units/iris-renew-certificates.{service,timer}

  [ "$status" -eq 0 ]
  [[ $output != *iris-* ]]
}

@test "fails where the list fails without a word though something is installed" {
  mkdir -p "$ROOT/iris/install/iris/mgr"
  : > "$PRODUCT_STATE/registry"

  run ask 'if instance_exists; then echo exists; else echo none; fi'

  [ "$status" -eq 1 ]
  [[ $output != *none* ]]
}
