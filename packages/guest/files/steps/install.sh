#!/usr/bin/env bash
# Instance: installs it from the kit without a question, leaves it stopped, and has it start at boot.
#
# Settings: PRODUCT, INSTANCE, INSTALL_DIR, SUPERSERVER_PORT, OWNER, OWNER_GROUP, INITIAL_SECURITY (Normal or LockedDown),
# GATEWAY_SECRET (the secret with the password of the user CSPSystem, with which the Web Gateway signs in).
#
# The product asks for a password of its predefined users. It gets one made up here, of which nothing is kept: people sign in to
# the machine, and with `sudo -u irisowner iris session INSTANCE` as the instance's owner, whom the operating system
# authenticates and who may do everything; they add users, or a directory, from there.
IRIS_AZURE_NAME=${IRIS_AZURE_NAME:-iris-install}
# shellcheck source-path=SCRIPTDIR source=../lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
load_settings
# shellcheck source-path=SCRIPTDIR source=../lib/azure.sh
. "$IRIS_AZURE_LIB/lib/azure.sh"
# shellcheck source-path=SCRIPTDIR source=../lib/iris.sh
. "$IRIS_AZURE_LIB/lib/iris.sh"
# shellcheck source-path=SCRIPTDIR source=../lib/kit.sh
. "$IRIS_AZURE_LIB/lib/kit.sh"

# There from the start of an installation until it is whole: what stands in INSTALL_DIR meanwhile is half an installation.
begun=$IRIS_AZURE_STATE/install.begun
log=${IRIS_AZURE_ROOT:-}/var/log/iris-azure/install.log
units=${IRIS_AZURE_ROOT:-}/etc/systemd/system

# password: prints one that nobody knows: 24 letters and digits.
password() {
  local characters=''
  while ((${#characters} < 24)); do
    characters+=$(head -c 64 /dev/urandom | base64 --wrap 0 | tr -dc 'A-Za-z0-9')
  done
  printf '%s' "${characters:0:24}"
}

# discard: removes half an installation. Databases are not in it yet: they come with the step configure.
discard() {
  warn "an installation of $INSTANCE was cut off; it begins again"
  if instance_exists; then
    if instance_running; then
      instance_control stop "$INSTANCE" quietly < /dev/null >&2
    fi
    # Unconfirmed for each release: that `delete` takes the instance out of the registry without a question.
    instance_control delete "$INSTANCE" < /dev/null >&2
    ! instance_exists || die "$INSTANCE is still registered; take it out with: $(instance_command) delete $INSTANCE"
  fi
  # The folder itself may be a mount point.
  if [ -d "$folder" ]; then
    find "$folder" -mindepth 1 -maxdepth 1 -exec rm -rf -- {} +
  fi
}

# run_installer: runs the product's installer. Passwords are in the environment of it alone; its words go to a log without them.
run_installer() (
  local installer=$1 kit secret gateway status=0 line
  kit=$(kit_folder kit "$installer")
  secret=$(password)
  gateway=$(password)
  if [ -n "${GATEWAY_SECRET:-}" ]; then
    gateway=$(azure_secret "$GATEWAY_SECRET")
    # The kit's scripts are of the Bourne shell: what they would take apart is refused.
    [[ $gateway =~ ^[A-Za-z0-9._+=-]{8,128}$ ]] || die "secret '$GATEWAY_SECRET' must be 8 to 128 letters, digits and . _ + = -"
  fi
  cd "$kit"
  # The product sets its own permissions from this one.
  umask 022
  export ISC_PACKAGE_INSTANCENAME=$INSTANCE ISC_PACKAGE_INSTALLDIR=$folder
  export ISC_PACKAGE_INITIAL_SECURITY=${INITIAL_SECURITY:-Normal}
  export ISC_PACKAGE_USER_PASSWORD=$secret ISC_PACKAGE_CSPSYSTEM_PASSWORD=$gateway
  export ISC_PACKAGE_MGRUSER ISC_PACKAGE_MGRGROUP ISC_PACKAGE_CLIENT_COMPONENTS=''
  ISC_PACKAGE_MGRUSER=$(instance_owner)
  ISC_PACKAGE_MGRGROUP=$(instance_group)
  # Unconfirmed for Caché: that its installer knows the port too; it is looked at afterwards.
  export ISC_PACKAGE_SUPERSERVER_PORT=$SUPERSERVER_PORT
  if [ "$PRODUCT" = iris ]; then
    # Web servers are the step web-gateway's.
    export ISC_PACKAGE_IRISUSER=$ISC_PACKAGE_MGRGROUP ISC_PACKAGE_IRISGROUP=$ISC_PACKAGE_MGRGROUP
    export ISC_PACKAGE_WEB_CONFIGURE=N ISC_PACKAGE_STARTIRIS=N
  else
    # Caché would be an 8-bit one without a word.
    export ISC_PACKAGE_CACHEUSER=$ISC_PACKAGE_MGRGROUP ISC_PACKAGE_CACHEGROUP=$ISC_PACKAGE_MGRGROUP
    export ISC_PACKAGE_CSP_CONFIGURE=N ISC_PACKAGE_STARTCACHE=N ISC_PACKAGE_UNICODE=Y
  fi
  "./$installer" < /dev/null 2>&1 | while IFS= read -r line || [ -n "$line" ]; do
    line=${line//"$secret"/...}
    printf '%s\n' "${line//"$gateway"/...}"
  done > "$log" || status=$?
  if [ "$status" -ne 0 ]; then
    tail -n 15 "$log" >&2
    die "$installer failed with exit code $status; see $log, and what the product's installation guide requires of this system"
  fi
)

# check: refuses an installation that is not what the settings say.
check() {
  local found
  instance_exists || die "the installer ended well, but registered no $INSTANCE; see $log"
  found=$(instance_directory)
  [ "${found%/}" = "${folder%/}" ] || die "$INSTANCE is installed in $found, must be in $INSTALL_DIR; INSTALL_DIR cannot be changed after an installation"
  found=$(instance_port)
  [ "$found" = "$SUPERSERVER_PORT" ] || die "$INSTANCE listens at port $found, must be $SUPERSERVER_PORT (SUPERSERVER_PORT): set DefaultPort in its configuration file, or free the port and install again"
}

# mounts: what the unit of the instance needs: its folder, and each volume.
mounts() {
  local volumes=$IRIS_AZURE_ETC/volumes.tsv
  printf '# Written by the step install.\n[Unit]\nRequiresMountsFor=%s\n' "$INSTALL_DIR"
  if [ -e "$volumes" ]; then
    awk -F '\t' '$3 ~ /^\// { print "RequiresMountsFor=" $3 }' "$volumes"
  fi
}

product > /dev/null
[[ $(setting INSTANCE) =~ ^[A-Za-z][A-Za-z0-9_-]{0,30}$ ]] || die "INSTANCE must be a letter and up to 30 letters, digits, - and _, got '$INSTANCE'"
[[ $(setting INSTALL_DIR) =~ ^(/[A-Za-z0-9._-]+){2,}$ ]] || die "INSTALL_DIR must be an absolute path of two folders or more, without spaces, got '$INSTALL_DIR'"
[[ $(setting SUPERSERVER_PORT) =~ ^[0-9]{1,5}$ ]] || die "SUPERSERVER_PORT must be a port, got '$SUPERSERVER_PORT'"
case ${INITIAL_SECURITY:-Normal} in
  Normal | LockedDown) ;;
  *) die "INITIAL_SECURITY must be Normal or LockedDown, got '$INITIAL_SECURITY'" ;;
esac
folder=${IRIS_AZURE_ROOT:-}$INSTALL_DIR
id -u "$(instance_owner)" > /dev/null 2>&1 || die "user '$(instance_owner)' is missing: the step system comes first"

if [ -e "$begun" ]; then
  discard
elif ! instance_exists && [ -n "$(ls -A "$folder" 2> /dev/null)" ]; then
  die "$INSTALL_DIR holds files, but $INSTANCE is not registered: nothing is installed over them. Where they are of an instance of before, register it with: $(instance_command) create $INSTANCE directory=$INSTALL_DIR; else empty the folder"
fi
if instance_exists; then
  info "$INSTANCE is installed"
else
  info "installing $INSTANCE in $INSTALL_DIR"
  mkdir -p "$IRIS_AZURE_STATE" "$(dirname "$log")"
  chmod 700 "$(dirname "$log")"
  # The installer takes a folder that is there; what is above it must let the instance's processes pass.
  (
    umask 022
    mkdir -p "$folder"
  )
  : > "$begun"
  if [ "$PRODUCT" = iris ]; then
    run_installer irisinstall_silent
  else
    run_installer cinstall_silent
  fi
  # Kits exist that start the instance whatever they are told.
  if instance_running; then
    instance_control stop "$INSTANCE" quietly < /dev/null >&2
  fi
  instance_exists || die "the installer ended well, but registered no $INSTANCE; see $log"
  # Answers to the installer are kept there by the product.
  if [ -e "$folder/parameters.isc" ]; then
    chmod 600 "$folder/parameters.isc"
  fi
  rm -f "$begun"
fi
check

needs=$units/$INSTANCE_UNIT.d/mounts.conf
before=$(cat "$needs" 2> /dev/null || true)
mounts | write_file 644 "$(id -u):$(id -g)" "$needs"
if [ "$before" != "$(cat "$needs")" ]; then
  info "$INSTANCE_UNIT needs $(sed -n 's/^RequiresMountsFor=//p' "$needs" | tr '\n' ' ')"
  systemctl daemon-reload
fi
if ! systemctl is-enabled --quiet "$INSTANCE_UNIT"; then
  info "$INSTANCE starts at boot, by $INSTANCE_UNIT"
  systemctl daemon-reload
  systemctl enable "$INSTANCE_UNIT"
fi
