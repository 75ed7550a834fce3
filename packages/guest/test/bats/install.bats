#!/usr/bin/env bats
# The step install: the instance, unattended, stopped, and started at boot.

# Code for another shell is quoted from this one.
# shellcheck disable=SC2016

load support-b

setup_file() {
  start_azure
  make_kit "$BATS_FILE_TMPDIR/kit.tar.gz"
}

teardown_file() { stop_azure; }

setup() { prepare; }

prepare() {
  make_root
  fresh_azure
  mkdir -p "$IRIS_AZURE_STATE/kit/unpacked/1"
  tar --extract --file "$BATS_FILE_TMPDIR/kit.tar.gz" --directory "$IRIS_AZURE_STATE/kit/unpacked/1"
  ln -s "$IRIS_AZURE_STATE/kit/unpacked/1" "$IRIS_AZURE_STATE/kit/kit"
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' installation 0 /iris/install xfs 0 0 databases 1,2 /iris/databases xfs 64 10 > "$IRIS_AZURE_ETC/volumes.tsv"
  echo '{ "gateway": { "1": { "value": "Gateway-Pass.1" } } }' > "$AZURE/secrets.json"
}

# told NAME: what the installer was told.
told() { sed -n "s/^$1=//p" "$PRODUCT_STATE/installed-with"; }

folder() { echo "$ROOT/iris/install/iris"; }

@test "installs IRIS without a question, as its owner's, without starting it" {
  run step install

  [ "$status" -eq 0 ]
  [ "$(told ISC_PACKAGE_INSTANCENAME)" = IRIS ]
  [ "$(told ISC_PACKAGE_INSTALLDIR)" = "$(folder)" ]
  [ "$(told ISC_PACKAGE_MGRUSER) $(told ISC_PACKAGE_MGRGROUP)" = 'nobody nogroup' ]
  [ "$(told ISC_PACKAGE_IRISUSER) $(told ISC_PACKAGE_IRISGROUP)" = 'nogroup nogroup' ]
  [ "$(told ISC_PACKAGE_SUPERSERVER_PORT)" = 1972 ]
  [ "$(told ISC_PACKAGE_INITIAL_SECURITY)" = Normal ]
  [ "$(told ISC_PACKAGE_STARTIRIS) $(told ISC_PACKAGE_WEB_CONFIGURE)" = 'N N' ]
  # HealthShare's kits do not take it.
  [ -z "$(told ISC_PACKAGE_UNICODE)" ]
  grep -qx 'umask 0022' "$PRODUCT_STATE/installed-with"
}

@test "installs Caché by its own installer, its own names, and for Unicode" {
  write_settings "PRODUCT='cache'" "INSTANCE='CACHE'"

  run step install

  [ "$status" -eq 0 ]
  [ "$(told ISC_PACKAGE_CACHEUSER) $(told ISC_PACKAGE_CACHEGROUP)" = 'nogroup nogroup' ]
  [ "$(told ISC_PACKAGE_STARTCACHE) $(told ISC_PACKAGE_CSP_CONFIGURE) $(told ISC_PACKAGE_UNICODE)" = 'N N Y' ]
  [ -z "$(told ISC_PACKAGE_STARTIRIS)" ]
}

@test "passwords are made up, differ, and are nowhere afterwards" {
  interpose

  run step install

  [ "$status" -eq 0 ]
  grep -qx 'user password of 24' "$PRODUCT_STATE/installed-with"
  grep -qx 'another one for CSPSystem' "$PRODUCT_STATE/installed-with"
  local password
  for password in "$(cat "$BATS_TEST_TMPDIR/password")" "$(cat "$BATS_TEST_TMPDIR/gateway-password")"; do
    assert_secret "$password" 777
    [[ $output != *"$password"* ]]
  done
  [ "$(cat "$ROOT/var/log/iris-azure/install.log")" = 'installing with ... and ...' ]
  [ "$(stat --format %a "$(folder)/parameters.isc")" = 600 ]
}

@test "each installation has passwords of its own" {
  step install
  local first
  first=$(cat "$BATS_TEST_TMPDIR/password")
  prepare

  step install

  [ "$first" != "$(cat "$BATS_TEST_TMPDIR/password")" ]
}

@test "the gateway's password comes from the vault" {
  write_settings "GATEWAY_SECRET='gateway'"
  interpose

  run step install

  [ "$status" -eq 0 ]
  [ "$(cat "$BATS_TEST_TMPDIR/gateway-password")" = Gateway-Pass.1 ]
  assert_secret Gateway-Pass.1 777
  assert_secret secret-token
}

@test "fails on a gateway's password that a shell would take apart, without showing it" {
  write_settings "GATEWAY_SECRET='gateway'"
  echo '{ "gateway": { "1": { "value": "a b$(c)defg" } } }' > "$AZURE/secrets.json"

  run step install

  [ "$status" -eq 1 ]
  [[ $output == *"secret 'gateway' must be 8 to 128"* ]]
  [[ $output != *defg* ]]
  [ ! -e "$PRODUCT_STATE/registry" ] || [ ! -s "$PRODUCT_STATE/registry" ]
}

@test "the unit starts at boot, and needs the folder and each volume" {
  step install

  [ -e "$UNITS/iris-instance.service.enabled" ]
  [ "$(sed -n 's/^RequiresMountsFor=//p' "$ROOT/etc/systemd/system/iris-instance.service.d/mounts.conf" | tr '\n' ' ')" = '/iris/install/iris /iris/install /iris/databases ' ]
  grep -q '^daemon-reload' "$UNITS/calls"
}

@test "a server without volumes needs its folder alone" {
  rm "$IRIS_AZURE_ETC/volumes.tsv"
  write_settings "INSTALL_DIR='/opt/iris/iris'"

  step install

  [ "$(grep -c RequiresMountsFor "$ROOT/etc/systemd/system/iris-instance.service.d/mounts.conf")" -eq 1 ]
}

@test "a second run changes nothing" {
  step install
  rm "$PRODUCT_STATE/installed-with"

  assert_unchanged step install

  [ ! -e "$PRODUCT_STATE/installed-with" ]
}

@test "a kit that starts the instance all the same: it is stopped" {
  INSTALL_STARTS=yes run step install

  [ "$status" -eq 0 ]
  grep -q '\^down,' "$PRODUCT_STATE/registry"
}

@test "fails where the installer fails, with its last words, and installs anew the next time" {
  INSTALL_FAILS=yes run step install
  [ "$status" -eq 1 ]
  [[ $output == *'this platform is none of ours'*'exit code 3'* ]]

  run step install
  [ "$status" -eq 0 ]
  [ ! -e "$(folder)/mgr/half" ]
  [ "$(wc -l < "$PRODUCT_STATE/registry")" -eq 1 ]
}

@test "half an installation is removed, and begun again" {
  INSTALL_KILLED=yes run step install
  [ "$status" -eq 137 ]
  [ -e "$(folder)/mgr/half" ]

  run step install
  [ "$status" -eq 0 ]
  [ ! -e "$(folder)/mgr/half" ]
  [ -e "$(folder)/mgr/IRIS.DAT" ]
  [ "$(wc -l < "$PRODUCT_STATE/registry")" -eq 1 ]
}

@test "fails where the folder holds files that are of no registered instance, and leaves them alone" {
  mkdir -p "$(folder)/mgr"
  echo data > "$(folder)/mgr/IRIS.DAT"
  echo 'OTHER^/opt/other^2025.3.0.226.0^down^iris.cpf^1973^0^0^^IRIS^^^/opt/other' > "$PRODUCT_STATE/registry"

  run step install

  [ "$status" -eq 1 ]
  [[ $output == *'iris create IRIS directory=/iris/install/iris'* ]]
  [ "$(cat "$(folder)/mgr/IRIS.DAT")" = data ]
}

@test "fails where instances cannot be listed, before anything is installed" {
  QLIST_FAILS=yes run step install

  [ "$status" -eq 1 ]
  [ ! -e "$PRODUCT_STATE/installed-with" ]
  [ ! -e "$IRIS_AZURE_STATE/install.begun" ]
}

@test "fails where the instance listens at another port, or is in another folder, each time" {
  local _
  for _ in 1 2; do
    INSTALL_PORT=51773 run step install
    [ "$status" -eq 1 ]
    [[ $output == *'port 51773, must be 1972'* ]]
  done

  prepare
  step install
  write_settings "INSTALL_DIR='/iris/install/other'"
  run step install
  [ "$status" -eq 1 ]
  [[ $output == *'must be in /iris/install/other'* ]]
}

@test "fails on settings that the installer would take apart" {
  local line
  for line in "INSTANCE='A;B'" "INSTALL_DIR='/'" "INSTALL_DIR='/iris'" "INSTALL_DIR='/iris/my install'" "SUPERSERVER_PORT='x'" "INITIAL_SECURITY='Minimal'" "PRODUCT='x'" "OWNER='missing-user'"; do
    write_settings "$line"

    run step install

    [ "$status" -eq 1 ]
    [[ $output == *must\ be* || $output == *missing* ]]
  done
  [ ! -e "$PRODUCT_STATE/installed-with" ]
}

@test "fails where the kit is none of the product's" {
  find "$IRIS_AZURE_STATE/kit/" -name irisinstall_silent -delete

  run step install

  [ "$status" -eq 1 ]
  [[ $output == *'the kit kit holds no irisinstall_silent'* ]]
  [[ $output != *'exit code'* ]]
}

@test "a run that fails or is killed at any call completes the next time" {
  write_gateway() {
    prepare
    write_settings "GATEWAY_SECRET='gateway'"
  }

  assert_survives write_gateway step install
}
