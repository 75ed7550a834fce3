# shellcheck shell=bash
# Packages of the distribution: Ubuntu, Red Hat Enterprise Linux, Oracle Linux or SUSE Linux Enterprise Server. After
# common.sh and steps.sh.
#
# Another program may hold the lock of the package manager, unattended-upgrades for minutes after the first boot. apt-get and
# zypper are told to wait for it, dnf does so by itself; and each installation is tried PACKAGE_TRIES times (4), after
# pauses from PACKAGE_WAIT_SECONDS (15) that double.

# Seconds that package managers wait for their lock.
readonly package_lock_seconds=600

# release FIELD: a field of /etc/os-release.
release() {
  # shellcheck source=/dev/null
  (. "${IRIS_AZURE_ROOT:-}/etc/os-release" && printf '%s' "${!1:-}")
}

# package_manager: apt, dnf or zypper, by the distribution.
package_manager() {
  local id
  id=$(release ID)
  case $id in
    ubuntu | debian) printf apt ;;
    rhel | ol) printf dnf ;;
    sles | sles_sap) printf zypper ;;
    *) die "the distribution must be ubuntu, rhel, ol or sles, got '$id' in /etc/os-release" ;;
  esac
}

# missing_packages NAME...: prints those that are not installed.
missing_packages() {
  local manager name
  manager=$(package_manager) || exit 1
  for name in "$@"; do
    if [ "$manager" = apt ]; then
      [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2> /dev/null)" = installed ] || printf '%s\n' "$name"
    else
      rpm --query --quiet "$name" || printf '%s\n' "$name"
    fi
  done
}

# install_packages NAME...: those that are missing.
install_packages() {
  local list missing tries wait
  list=$(missing_packages "$@")
  if [ -z "$list" ]; then
    return 0
  fi
  mapfile -t missing <<< "$list"
  tries=$(number PACKAGE_TRIES 4)
  wait=$(number PACKAGE_WAIT_SECONDS 15)
  info "installs ${missing[*]}"
  if ! retry "$tries" "$wait" try_packages "$(package_manager)" "${missing[@]}"; then
    die "cannot install $(missing_packages "$@" | tr '\n' ' ')from the repositories of $(release PRETTY_NAME); see the output" \
      'above, and that this machine reaches them'
  fi
}

# try_packages MANAGER NAME...: succeeds when all are there, whatever the manager says.
try_packages() {
  local manager=$1 missing
  shift
  "try_$manager" "$@" || true
  missing=$(missing_packages "$@")
  [ -z "$missing" ]
}

try_apt() {
  local options=(--quiet --assume-yes --option "DPkg::Lock::Timeout=$package_lock_seconds")
  export DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1
  apt-get "${options[@]}" update || return
  if ! apt-get "${options[@]}" install --no-install-recommends "$@"; then
    # An installation that was cut off leaves packages half configured, and refuses all others.
    dpkg --configure -a
    apt-get "${options[@]}" install --no-install-recommends "$@"
  fi
}

try_dnf() { dnf --assumeyes --setopt=install_weak_deps=False install "$@"; }

try_zypper() {
  ZYPP_LOCK_TIMEOUT=$package_lock_seconds zypper --non-interactive --gpg-auto-import-keys install --no-recommends "$@"
}
