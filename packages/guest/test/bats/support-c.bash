# shellcheck shell=bash disable=SC2034
# What tests of configuration, encryption, mirror and runbooks share: a machine in a scratch folder, and a mirror around it.
#
# WORLD is what the stand-ins know: one file a fact. `stand-ins-c/` are commands that record how they are called (CALLS), and fail,
# kill the script at the n-th call (FAIL_AT, KILL_AT), or hang at those that match a pattern (HANG_CALL).

guest_folder() { cd "$BATS_TEST_DIRNAME/../.." && pwd; }

# new_machine ROLE MIRROR_MEMBER: a machine on which the steps before are done and the instance is down; in no mirror.
new_machine() {
  local guest
  guest=$(guest_folder)
  SCRATCH=$BATS_TEST_TMPDIR/machine
  rm -rf "$SCRATCH"
  export IRIS_AZURE_ROOT=$SCRATCH/root IRIS_AZURE_ETC=$SCRATCH/root/etc/iris-azure IRIS_AZURE_STATE=$SCRATCH/root/var/lib/iris-azure
  export IRIS_AZURE_LIB=$SCRATCH/lib WORLD=$SCRATCH/world CALLS=$SCRATCH/calls LOG=$SCRATCH/log
  export PATH=$guest/test/bats/stand-ins-c:$guest/files/bin:${ORIGINAL_PATH:=$PATH}
  export MIRROR_LOOK_SECONDS=0 AZURE_TRIES=1 AZURE_RETRY_SECONDS=0
  INSTALL=$IRIS_AZURE_ROOT/iris/install/iris
  mkdir -p "$IRIS_AZURE_ETC" "$IRIS_AZURE_STATE" "$INSTALL/mgr" "$IRIS_AZURE_ROOT/iris/databases" "$IRIS_AZURE_LIB/lib" "$WORLD/vault"
  : > "$CALLS"
  : > "$LOG"
  ln -s "$guest"/files/lib/*.sh "$IRIS_AZURE_LIB/lib/"
  ln -s "$guest/files/objectscript" "$guest/files/steps" "$IRIS_AZURE_LIB/"
  [ -e "$IRIS_AZURE_LIB/lib/iris.sh" ] || stand_in_iris > "$IRIS_AZURE_LIB/lib/iris.sh"
  [ -e "$IRIS_AZURE_LIB/lib/azure.sh" ] || stand_in_azure > "$IRIS_AZURE_LIB/lib/azure.sh"
  fact product iris
  fact running 0
  fact member 0
  fact address 10.0.1.4
  cat > "$IRIS_AZURE_ETC/guest.env" << END
ROLE='$1'
MIRROR_MEMBER='$2'
PRODUCT='iris'
INSTANCE='IRIS'
INSTALL_DIR='/iris/install/iris'
SUPERSERVER_PORT='1972'
MIRROR_NAME='TRAK'
PRIMARY_ADDRESS='10.0.1.4'
MEMBER_ADDRESSES='10.0.1.4 10.0.1.5 10.1.1.4'
CERTIFICATE='db'
VAULT_URL='https://vault.example/'
VAULT_RESOURCE='https://vault.azure.net'
STATUS_PATH='/csp/bin/mirror_status.cxw'
MIRROR_SETTLE_SECONDS='0'
END
  cat > "$INSTALL/iris.cpf" << 'END'
[ConfigFile]
Product=IRIS

[Journal]
CurrentDirectory=/iris/install/iris/mgr/journal/
FreezeOnError=0

[config]
globals=0,0,0,0,0,0
MaxServerConn=1

[MirrorMember]
JoinMirror=1
END
}

# with_cache: the product is Caché.
with_cache() {
  fact product cache
  mv "$INSTALL/iris.cpf" "$INSTALL/cache.cpf"
  set_setting PRODUCT cache
  set_setting INSTANCE CACHE
}

# set_setting NAME VALUE: in guest.env.
set_setting() { printf "%s='%s'\n" "$1" "$2" >> "$IRIS_AZURE_ETC/guest.env"; }

# fact NAME VALUE: sets a fact of the world. known NAME: prints it.
fact() { printf '%s\n' "$2" > "$WORLD/$1"; }
known() { cat "$WORLD/$1" 2> /dev/null || true; }

# member_is STATE: the instance runs, and is that in the mirror.
member_is() {
  fact running 1
  case $1 in
    primary) facts 1 Failover PRIMARY 1 0 ;;
    backup) facts 1 Failover BACKUP 0 1 ;;
    joining) facts 1 Failover SYNCHRONIZING 0 0 ;;
    async-dr) facts 2 'Disaster Recovery' CONNECTED 0 0 ;;
    async-reporting) facts 2 'Read-Only Reporting' CONNECTED 0 0 ;;
    disconnected) facts 2 'Disaster Recovery' WAITING 0 0 ;;
    none) facts 0 'Not Member' NOTINIT 0 0 ;;
  esac
}
facts() {
  fact member "$1"
  fact type "$2"
  fact status "$3"
  fact primary "$4"
  fact backup "$5"
}

# reachable_is ADDRESS:PORT...: what answers from here.
reachable_is() { printf '%s\n' "$@" > "$WORLD/reachable"; }

# write_merge: merge and databases files as they are rendered for a member of a mirror.
write_merge() {
  local role=${1:-primary}
  cat > "$IRIS_AZURE_ETC/merge.cpf" << 'END'
[config]
globals=0,0,8192,0,0,0
MaxServerConn=16
wijdir=/iris/wij/

[Journal]
CurrentDirectory=/iris/journal/
FreezeOnError=1
END
  cat > "$IRIS_AZURE_ETC/databases.cpf" << END
[Actions]
ModifyService:Name=%service_ecp,Enabled=1
ConfigMirror:Name=TRAK,SystemName=DB-0,Member=$role,Primary=10.0.1.4,ArbiterURL=10.0.1.6:2188,SSLDir=/etc/iris-azure/tls
CreateResource:Name=%DB_TRAK,Description="TRAK database"
CreateDatabase:Name=TRAK,Directory=/iris/databases/trak/,ResourceName=%DB_TRAK,MirrorSetName=TRAK,MirrorDBName=TRAK
CreateNamespace:Name=TRAK,Globals=TRAK
END
}

# step NAME: runs a step as a process group of its own, so that KILL_AT can kill all of it. Its messages go to LOG too.
step() { setsid --wait bash "$IRIS_AZURE_LIB/steps/$1.sh" < /dev/null 2>&1 | tee -a "$LOG"; return "${PIPESTATUS[0]}"; }
# command_of NAME [OPTION...]: the same for a command.
command_of() { setsid --wait bash "$(guest_folder)/files/bin/$1" "${@:2}" < /dev/null 2>&1 | tee -a "$LOG"; return "${PIPESTATUS[0]}"; }

# calls PATTERN: recorded calls that match.
calls() { grep -E -- "$1" "$CALLS" || true; }
count_calls() { grep -E -c -- "$1" "$CALLS" || true; }

# sum_of_machine: checksum of all that there is, without work files.
sum_of_machine() {
  (cd "$SCRATCH" && find root world -type f ! -path '*/run/*' ! -name '.lock' ! -name '*.count' -exec sha256sum {} + | sort | sha256sum)
}

# assert_second_run_changes_nothing COMMAND...: nothing on the machine, and no call that changes something.
assert_second_run_changes_nothing() {
  local before after
  before=$(sum_of_machine)
  : > "$CALLS"
  "$@"
  after=$(sum_of_machine)
  [ "$before" = "$after" ]
  [ -z "$(calls '^(iris|ccontrol) (merge|start|stop)|^systemctl (restart|stop|enable)|^az login|^changed ')" ]
}

# each_call INJECTION PREPARE COMMAND...: on a machine that PREPARE makes, the command is disturbed at its first, second ... call,
# then run again: it must complete, and leave what an undisturbed run leaves.
each_call() {
  local injection=$1 prepare=$2 number wanted
  shift 2
  "$prepare"
  "$@"
  wanted=$(sum_of_machine)
  for ((number = 1; number < 200; number++)); do
    "$prepare"
    (
      export "$injection=$number"
      "$@"
    ) > /dev/null 2>&1 || true
    if [ "$(cat "$WORLD/calls.count")" -lt "$number" ]; then
      [ "$number" -gt 1 ]
      return 0
    fi
    if ! "$@" > "$BATS_TEST_TMPDIR/again" 2>&1 || [ "$(sum_of_machine)" != "$wanted" ]; then
      echo "$injection=$number: the next run does not complete: $(sed -n "${number}p" "$CALLS")"
      cat "$BATS_TEST_TMPDIR/again"
      (cd "$SCRATCH" && find root world -type f ! -path '*/run/*' | sort)
      return 1
    fi
  done
  return 1
}

# no_secret: nothing secret is in messages or arguments, nor in a file that others may read.
no_secret() {
  lacks "$1" "$LOG" && lacks "$1" "$CALLS" &&
    [ -z "$(find "$IRIS_AZURE_ROOT" -type f -perm /077 -exec grep -l -- "$1" {} +)" ]
}

# lacks PATTERN FILE: whether no line of the file matches.
lacks() { [ "$(grep -c -- "$1" "$2")" = 0 ]; }

# What lib/iris.sh and lib/azure.sh offer, for as long as they are not there.
stand_in_iris() {
  cat << 'END'
product() { setting PRODUCT; }
instance_log() { printf '%s/mgr/messages.log' "$(setting INSTALL_DIR)"; }
instance_owner() { printf irisowner; }
instance_group() { printf irisusr; }
control() { if [ "$PRODUCT" = iris ]; then iris "$@"; else ccontrol "$@"; fi; }
line() { control qlist | awk -F '^' -v name="$INSTANCE" '$1 == name'; }
instance_exists() { [ -n "$(line)" ]; }
instance_running() { [[ $(line) == *^running* ]]; }
instance_start() {
  mkdir -p "${IRIS_AZURE_ROOT:-}/run/iris-azure"
  [ -z "${ISC_CPF_MERGE_FILE:-}" ] || echo "ISC_CPF_MERGE_FILE=$ISC_CPF_MERGE_FILE" > "${IRIS_AZURE_ROOT:-}/run/iris-azure/instance.env"
  systemctl restart iris-instance.service || die 'does not start'
  rm -f "${IRIS_AZURE_ROOT:-}/run/iris-azure/instance.env"
  instance_running || die 'does not start'
}
instance_stop() { systemctl stop iris-instance.service || die 'does not stop'; }
session() {
  if [ "$PRODUCT" = iris ]; then
    timeout "${SESSION_SECONDS:-0}" runuser -u irisowner -- iris session "$INSTANCE" -U "$1"
  else
    timeout "${SESSION_SECONDS:-0}" runuser -u irisowner -- csession "$INSTANCE" -U "$1"
  fi
}
END
}
stand_in_azure() {
  cat << 'END'
AZURE_RUN=${IRIS_AZURE_ROOT:-}/run/iris-azure AZURE_WORK=${IRIS_AZURE_ROOT:-}/run/iris-azure/work AZURE_VAULT_API=7.4
mkdir -p "$AZURE_WORK"
chmod 700 "$AZURE_RUN"
azure_answer() { echo "$AZURE_STATUS"; }
azure_authorized() {
  local url=$2 body=$3
  shift 3
  AZURE_OK=no
  AZURE_STATUS=$(curl --silent --max-time 30 --output "$body" --write-out '%{http_code}' "$@" -- "$url") || AZURE_STATUS=000
  [[ $AZURE_STATUS != 2?? ]] || AZURE_OK=yes
}
azure_vault() { azure_authorized "$VAULT_RESOURCE" "$1?api-version=$AZURE_VAULT_API" "$2"; }
azure_certificate_versions() {
  azure_vault "$1/versions" "$AZURE_WORK/list"
  [ "$AZURE_STATUS" != 404 ] || return 0
  [ "$AZURE_OK" = yes ] || die "certificate $1 cannot be read"
  jq --raw-output '.value[] | "\(.id | split("/") | last) 0"' "$AZURE_WORK/list"
}
azure_public_certificate() {
  azure_vault "$1/$2" "$AZURE_WORK/one"
  [ "$AZURE_OK" = yes ] || die "certificate $1 cannot be read"
  jq --raw-output .cer "$AZURE_WORK/one" | base64 --decode | openssl x509 -inform DER
}
END
}
