# shellcheck shell=bash
# The instance of IRIS or of Caché on this machine. Needs common.sh and load_settings.
#
# Settings: PRODUCT, INSTANCE, INSTALL_DIR, OWNER (irisowner), OWNER_GROUP (irisusr).
#
# The instance runs as iris-instance.service, whoever starts it: processes that a step started itself would end with iris-setup's
# control group, and a shutdown of the machine would not stop the instance cleanly.
#
# Functions that say yes or no are asked in conditions, where a failure within does not end a script by itself: so they end it.

readonly INSTANCE_UNIT=iris-instance.service
readonly INSTANCE_RUN=${IRIS_AZURE_ROOT:-}/run/iris-azure

# product: iris or cache.
product() {
  case ${PRODUCT:-} in
    iris | cache) printf '%s' "$PRODUCT" ;;
    *) die "PRODUCT must be iris or cache, got '${PRODUCT:-}' in $IRIS_AZURE_ETC/guest.env" ;;
  esac
}

# instance_command: the product's command for its instances.
instance_command() {
  local product
  product=$(product) || exit
  if [ "$product" = iris ]; then
    echo iris
  else
    echo ccontrol
  fi
}

# instance_control FUNCTION [ARGUMENT...]: `iris FUNCTION ...` or `ccontrol FUNCTION ...`.
instance_control() {
  local command
  command=$(instance_command) || exit
  "$command" "$@"
}

# instance_log: the file in which the product says what happens to it.
instance_log() {
  printf '%s/mgr/%s.log' "$(setting INSTALL_DIR)" "$([ "$(product)" = iris ] && echo messages || echo cconsole)"
}

# instance_owner, instance_group: who owns the instance, and the group of its processes.
instance_owner() { printf '%s' "${OWNER:-irisowner}"; }
instance_group() { printf '%s' "${OWNER_GROUP:-irisusr}"; }

# instance_key_file: where the product looks for its licence.
instance_key_file() { printf '%s/mgr/%s.key' "${IRIS_AZURE_ROOT:-}$(setting INSTALL_DIR)" "$(product)"; }

# instance_line: what the product lists of the instance; nothing where it is not registered. Fields are separated by carets:
# name^folder^version^status, since^configuration file^superserver port^web port^JDBC port^health^product^mirror member^mirror status^data
instance_line() {
  local name command lines
  name=$(setting INSTANCE) || exit
  command=$(instance_command) || exit
  command -v "$command" > /dev/null || return 0
  # Without a name: of one that is not registered the product says so in words.
  lines=$(timeout 60 "$command" qlist) || {
    # Unconfirmed: what the exit code is where no instance is registered at all. It is taken for that where nothing is installed,
    # or half an installation (install.begun), and for a failure elsewhere: an instance must not be overlooked.
    if [ -z "$lines" ] && { [ -e "$IRIS_AZURE_STATE/install.begun" ] || ! [ -d "${IRIS_AZURE_ROOT:-}$(setting INSTALL_DIR)/mgr" ]; }; then
      return 0
    fi
    die "instances cannot be listed: '$command qlist' failed and said '${lines:0:200}'"
  }
  awk -F '^' -v name="${name^^}" 'toupper($1) == name { print; exit }' <<< "$lines"
}

# instance_field NUMBER: one field of instance_line.
instance_field() {
  local line
  line=$(instance_line) || exit
  awk -F '^' -v field="$1" '{ print $field }' <<< "$line"
}

instance_directory() { instance_field 2; }
instance_version() { instance_field 3; }
instance_port() { instance_field 6; }
# instance_health: ok, warn, alert, hung.
instance_health() { instance_field 9; }
# What the product lists of its mirror: such as `Failover^Primary`, `Disaster Recovery^Connected`.
instance_mirror_member() { instance_field 11; }
instance_mirror_status() { instance_field 12; }

# instance_exists: whether the instance is registered.
instance_exists() {
  local line
  line=$(instance_line) || exit
  [ -n "$line" ]
}

# instance_running: whether it is up.
instance_running() {
  local status
  status=$(instance_field 4) || exit
  [ "${status%%,*}" = running ]
}

# instance_start: starts the instance where it is not up. With ISC_CPF_MERGE_FILE=FILE before it, FILE is merged at this start.
instance_start() {
  local merge=${ISC_CPF_MERGE_FILE:-} status=0
  if instance_running; then
    [ -z "$merge" ] || warn "$INSTANCE runs already: $merge is not merged by a start; use iris merge"
    # The unit must be active for a shutdown of the machine to stop the instance.
    systemctl start "$INSTANCE_UNIT"
    return
  fi
  rm -f "$INSTANCE_RUN/instance.env"
  if [ -n "$merge" ]; then
    [[ $merge =~ ^/[A-Za-z0-9._/-]+$ ]] || die "ISC_CPF_MERGE_FILE must be an absolute path of letters, digits and . _ - /, got '$merge'"
    printf 'ISC_CPF_MERGE_FILE=%s\n' "$merge" | write_file 600 "$(id -u):$(id -g)" "$INSTANCE_RUN/instance.env"
  fi
  info "starting $INSTANCE${merge:+ with $merge}"
  # Not `start`: the unit stays active where somebody stopped the instance by hand.
  systemctl restart "$INSTANCE_UNIT" || status=$?
  rm -f "$INSTANCE_RUN/instance.env"
  if [ "$status" -ne 0 ] || ! instance_running; then
    die "$INSTANCE does not start; see journalctl -u $INSTANCE_UNIT and $(instance_log)"
  fi
}

# instance_stop: stops the instance where it is up. A primary hands over to its backup.
instance_stop() {
  info "stopping $(setting INSTANCE)"
  systemctl stop "$INSTANCE_UNIT" || die "$INSTANCE does not stop; see journalctl -u $INSTANCE_UNIT"
  # The unit knows nothing of an instance that was started by hand before it.
  if instance_running; then
    instance_control stop "$INSTANCE" quietly
  fi
  ! instance_running || die "$INSTANCE does not stop"
}

# session NAMESPACE: runs ObjectScript from standard input as the instance's owner, whom the operating system authenticates.
# Its exit code is the one the code gives with `do $system.Process.Terminate($job,N)`: an error in the code alone does not make
# it fail. SESSION_SECONDS limits it; without, it may take as long as it takes.
session() {
  local namespace=$1 product name owner
  name=$(setting INSTANCE) || exit
  product=$(product) || exit
  owner=$(instance_owner)
  [[ $namespace =~ ^%?[A-Za-z0-9_-]+$ ]] || die "namespace must be letters, digits, - and _, got '$namespace'"
  if [ "$product" = iris ]; then
    timeout "${SESSION_SECONDS:-0}" runuser -u "$owner" -- iris session "$name" -U "$namespace"
  else
    timeout "${SESSION_SECONDS:-0}" runuser -u "$owner" -- csession "$name" -U "$namespace"
  fi
}
