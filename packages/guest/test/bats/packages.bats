#!/usr/bin/env bats
# Step packages: on each distribution, by stand-ins of its package manager that keep their books in $ROOT/installed.

setup() {
  load support
  fresh_machine
}

# An Ubuntu image of Azure, with the packages that it brings.
prepare() {
  settings ROLE=primary PACKAGE_WAIT_SECONDS=0 PACKAGE_TRIES=3
  mkdir -p "$ROOT/etc/chrony" "$ROOT/dev"
  : > "$ROOT/dev/ptp_hyperv"
  printf 'pool ntp.ubuntu.com iburst\nmakestep 1 3\n' > "$ROOT/etc/chrony/chrony.conf"
  distribution ubuntu 24.04
  printf '%s\n' ca-certificates curl gzip tar > "$ROOT/installed"
  stand_in --reads dpkg-query <<< 'if grep -qx -- "${!#}" "$ROOT/installed"; then printf installed; else exit 1; fi'
  stand_in --reads rpm <<< 'grep -qx -- "${!#}" "$ROOT/installed"'
  stand_in --reads='^--print' dpkg << 'END'
case $1 in
  --print-architecture) echo amd64 ;;
  --configure) rm -f "$ROOT/half-configured" ;;
esac
END
  cat > "$STAND_INS/install" << 'END'
# All names behind the word install.
while [ "$1" != install ]; do shift; done
shift
for name in "$@"; do
  case $name in -*) ;; *) printf '%s\n' "$name" >> "$ROOT/installed" ;; esac
done
sort -uo "$ROOT/installed" "$ROOT/installed"
END
  stand_in apt-get << 'END'
case $* in
  *' install '*)
    if [ -e "$ROOT/half-configured" ]; then exit 100; fi
    [ "$DEBIAN_FRONTEND" = noninteractive ] || exit 100
    . "$STAND_INS/install"
    ;;
esac
END
  stand_in dnf <<< '. "$STAND_INS/install"'
  stand_in zypper << 'END'
[ "$ZYPP_LOCK_TIMEOUT" = 600 ] || exit 7
. "$STAND_INS/install"
exit "${ZYPPER_STATUS:-0}"
END
  # The name of a file behind --output.
  stand_in curl << 'END'
while [ "$1" != --output ]; do shift; done
echo 'KEY OF MICROSOFT' > "$2"
END
  stand_in --reads='^is-' systemctl << 'END'
case $1 in
  is-enabled | is-active) [ -e "$ROOT/chrony-runs" ] ;;
  enable) : > "$ROOT/chrony-runs" ;;
esac
END
  recorded mv
}

# distribution ID VERSION
distribution() {
  printf '%s\n' "ID=$1" "VERSION_ID=\"$2\"" 'VERSION_CODENAME=noble' "PRETTY_NAME=\"$1 $2\"" > "$ROOT/etc/os-release"
  if [ "$1" != ubuntu ]; then
    printf 'pool pool.ntp.org iburst\nmakestep 1.0 3\n' > "$ROOT/etc/chrony.conf"
  fi
}

# installs: names that were asked for, sorted, in one line.
installs() { all_calls '(apt-get|dnf|zypper) .*install' | sed 's/.* install//' | tr ' ' '\n' | grep -v -e ^- -e '^$' | sort | paste -sd' '; }

@test "installs what a member of a mirror needs and does not have" {
  step packages

  assert_equal "$(installs)" 'apache2 chrony jq lvm2 openssl xfsprogs'
}

@test "installs what the other roles need" {
  for pair in 'arbiter:chrony jq openssl' 'application:chrony jq openssl' 'print:chrony jq openssl' 'web:apache2 chrony jq openssl'; do
    fresh_machine
    settings "ROLE=${pair%%:*}"

    step packages

    assert_equal "$(installs)" "${pair#*:}"
  done
}

@test "the web server is httpd on Red Hat and Oracle, apache2 on SUSE" {
  for id in rhel ol; do
    fresh_machine
    distribution "$id" 9.6
    settings ROLE=web
    step packages
    assert_equal "$(calls dnf)" \
      'dnf --assumeyes --setopt=install_weak_deps=False install chrony jq openssl httpd mod_ssl'
  done
  fresh_machine
  distribution sles 15.6
  settings ROLE=web
  step packages
  assert_equal "$(calls zypper)" \
    'zypper --non-interactive --gpg-auto-import-keys install --no-recommends chrony jq openssl apache2'
}

@test "installs what the settings name besides" {
  settings ROLE=arbiter 'PACKAGES=cifs-utils nfs-common'

  step packages

  assert_equal "$(installs)" 'chrony cifs-utils jq nfs-common openssl'
}

@test "waits for the lock of apt, which unattended-upgrades holds after the first boot" {
  step packages

  assert_has "$(calls apt-get | tail -n 1)" '--option DPkg::Lock::Timeout=600 install --no-install-recommends'
}

@test "tries an installation again" {
  stand_in apt-get << 'END'
case $* in
  *' update')
    if [ ! -e "$ROOT/tried" ]; then : > "$ROOT/tried"; exit 100; fi
    ;;
  *) . "$STAND_INS/install" ;;
esac
END

  run step packages

  [ "$status" -eq 0 ]
  assert_has "$output" 'try 1 of 3'
}

@test "repairs an installation that was cut off" {
  : > "$ROOT/half-configured"

  step packages

  assert_line "$(calls dpkg)" 'dpkg --configure -a'
  assert_has "$(cat "$ROOT/installed")" xfsprogs
}

@test "fails when packages are not to be had, and says which" {
  stand_in apt-get < /dev/null

  run step packages

  [ "$status" -eq 1 ]
  assert_has "$output" 'cannot install chrony jq openssl lvm2 xfsprogs apache2 from the repositories of ubuntu 24.04'
}

@test "goes by what is installed, not by what zypper says of the need of a restart" {
  distribution sles 15.6
  export ZYPPER_STATUS=102

  step packages

  assert_has "$(cat "$ROOT/installed")" xfsprogs
}

@test "fails on a distribution that it does not know" {
  distribution gentoo 2

  run step packages

  [ "$status" -eq 1 ]
  assert_has "$output" "must be ubuntu, rhel, ol or sles, got 'gentoo'"
}

@test "brings no Azure command line unless a database key is in a vault" {
  step packages

  refute_has "$(cat "$ROOT/installed")" azure-cli
  assert_equal "$(calls curl)" ''
}

@test "brings the Azure command line from Microsoft's repository on Ubuntu" {
  settings ROLE=primary DATABASE_KEY_URL=https://v.vault.azure.net/keys/k

  step packages

  assert_has "$(calls curl)" 'https://packages.microsoft.com/keys/microsoft.asc'
  assert_equal "$(cat "$ROOT/etc/apt/keyrings/microsoft.asc")" 'KEY OF MICROSOFT'
  assert_equal "$(cat "$ROOT/etc/apt/sources.list.d/iris-azure-cli.sources")" 'Types: deb
URIs: https://packages.microsoft.com/repos/azure-cli/
Suites: noble
Components: main
Architectures: amd64
Signed-By: /etc/apt/keyrings/microsoft.asc'
  assert_has "$(cat "$ROOT/installed")" azure-cli
}

@test "apt understands the repository's description" {
  [ -x /usr/bin/apt-get ] || skip 'no apt here'
  settings ROLE=primary DATABASE_KEY_URL=https://v.vault.azure.net/keys/k
  step packages

  run /usr/bin/apt-get --option Dir::Etc::sourcelist=/dev/null --option "Dir::Etc::sourceparts=$ROOT/etc/apt/sources.list.d" \
    --print-uris update

  [ "$status" -eq 0 ]
  assert_has "$output" 'https://packages.microsoft.com/repos/azure-cli/dists/noble/main/binary-amd64/Packages'
}

@test "brings the Azure command line from Microsoft's repository on Red Hat, and nothing else from there" {
  for pair in 9.6:9.0 10.1:10; do
    fresh_machine
    distribution rhel "${pair%%:*}"
    settings ROLE=primary DATABASE_KEY_URL=https://v.vault.azure.net/keys/k

    step packages

    assert_line "$(cat "$ROOT/etc/yum.repos.d/iris-azure-cli.repo")" "baseurl=https://packages.microsoft.com/rhel/${pair#*:}/prod/"
    assert_line "$(cat "$ROOT/etc/yum.repos.d/iris-azure-cli.repo")" 'gpgcheck=1'
    assert_line "$(cat "$ROOT/etc/yum.repos.d/iris-azure-cli.repo")" 'includepkgs=azure-cli'
    assert_has "$(cat "$ROOT/installed")" azure-cli
  done
}

@test "brings the Azure command line from SUSE's own repository" {
  distribution sles 15.6
  settings ROLE=primary DATABASE_KEY_URL=https://v.vault.azure.net/keys/k

  step packages

  assert_has "$(cat "$ROOT/installed")" azure-cli
  assert_equal "$(calls curl)" ''
}

@test "takes Microsoft's packages from a mirror where one is set" {
  settings ROLE=primary DATABASE_KEY_URL=https://v.vault.azure.net/keys/k MICROSOFT_PACKAGES_URL=https://mirror.example

  step packages

  assert_has "$(calls curl)" 'https://mirror.example/keys/microsoft.asc'
  assert_has "$(cat "$ROOT/etc/apt/sources.list.d/iris-azure-cli.sources")" 'URIs: https://mirror.example/repos/azure-cli/'
}

@test "fails when Microsoft's key is not to be had" {
  settings ROLE=primary DATABASE_KEY_URL=https://v.vault.azure.net/keys/k PACKAGE_TRIES=2 PACKAGE_WAIT_SECONDS=0
  stand_in curl <<< 'exit 28'

  run step packages

  [ "$status" -eq 1 ]
  assert_equal "$(calls curl | wc -l)" 2
  assert_has "$output" 'set MICROSOFT_PACKAGES_URL to a mirror'
  [ ! -e "$ROOT/etc/apt/keyrings/microsoft.asc" ]
}

@test "takes time from Azure's host, and starts chrony" {
  step packages

  assert_equal "$(cat "$ROOT/etc/chrony/chrony.conf")" 'pool ntp.ubuntu.com iburst
refclock PHC /dev/ptp_hyperv poll 3 dpoll -2 offset 0 stratum 2
makestep 1.0 -1'
  assert_equal "$(calls systemctl)" $'systemctl restart chrony.service\nsystemctl enable --now chrony.service'
}

@test "leaves an image alone that takes time from Azure's host already" {
  printf 'refclock PHC /dev/ptp_hyperv poll 3 dpoll -2 offset 0\nmakestep 1.0 3\n' > "$ROOT/etc/chrony/chrony.conf"
  before=$(cat "$ROOT/etc/chrony/chrony.conf")

  step packages

  assert_equal "$(cat "$ROOT/etc/chrony/chrony.conf")" "$before"
  assert_equal "$(calls 'systemctl restart')" ''
}

@test "leaves chrony's servers where the host gives no clock" {
  rm "$ROOT/dev/ptp_hyperv"

  step packages

  refute_has "$(cat "$ROOT/etc/chrony/chrony.conf")" refclock
}

@test "knows chrony by its other name on Red Hat and SUSE" {
  distribution rhel 9.6

  step packages

  assert_has "$(cat "$ROOT/etc/chrony.conf")" 'refclock PHC /dev/ptp_hyperv'
  assert_line "$(calls systemctl)" 'systemctl enable --now chronyd.service'
}

@test "changes nothing the second time, and asks no repository" {
  settings ROLE=primary DATABASE_KEY_URL=https://v.vault.azure.net/keys/k
  step packages

  assert_unchanged step packages
}

# with_key: a machine whose database key is in a vault; what fails is not tried again at once.
with_key() {
  local changed
  changed=$(declare -f prepare | sed '1s/prepare/prepare_without/')
  eval "$changed"
  prepare() {
    prepare_without
    settings ROLE=arbiter DATABASE_KEY_URL=https://v.vault.azure.net/keys/k PACKAGE_TRIES=1
  }
  fresh_machine
}

@test "completes after any command has failed once" {
  with_key

  completes_after FAIL_AT step packages
}

@test "completes after it was killed at any command" {
  with_key

  completes_after KILL_AFTER step packages
}
