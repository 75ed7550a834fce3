# shellcheck shell=bash disable=SC2119,SC2120
# What the tests of kit, instance and secrets share: a scratch root, stand-ins of Azure and of the product, and runs of a script
# that fail or are killed at one of its calls.

# Tests of a file share a stand-in of Azure, whose requests they count.
export BATS_NO_PARALLELIZE_WITHIN_FILE=true

FILES=$(cd "$BATS_TEST_DIRNAME/../../files" && pwd)
STAND_INS=$BATS_TEST_DIRNAME/stand-ins
export FILES

# start_azure, stop_azure: the stand-in of Azure, once for all tests of a file.
start_azure() {
  export AZURE=$BATS_FILE_TMPDIR/azure
  mkdir -p "$AZURE/blobs"
  # Not to be waited for: bats waits for whoever holds its descriptor 3.
  node "$STAND_INS/azure.mjs" "$AZURE" > "$AZURE/log" 2>&1 3>&- &
  echo $! > "$AZURE/pid"
  for _ in {1..100}; do
    [ -s "$AZURE/port" ] && break
    sleep 0.05
  done
}

stop_azure() { kill "$(cat "$AZURE/pid")"; }

# azure_url: where the stand-in is.
azure_url() { printf 'http://127.0.0.1:%s' "$(cat "$AZURE/port")"; }

# fresh_azure: no requests so far, no faults.
fresh_azure() { rm -f "$AZURE"/{requests,faults,denied,serial,no-ranges}; }

# requests PATTERN: how many requests match.
requests() { grep -ci -- "$1" "$AZURE/requests" 2> /dev/null || true; }

# make_root: an empty machine whose files are below $ROOT. Settings are lines of $SETTINGS.
make_root() {
  # One for all tests of a file: links name it.
  export ROOT=$BATS_FILE_TMPDIR/root
  rm -rf "$ROOT" "$BATS_TEST_TMPDIR/product" "$BATS_TEST_TMPDIR/units"
  mkdir -p "$ROOT"
  export IRIS_AZURE_ROOT=$ROOT IRIS_AZURE_ETC=$ROOT/etc/iris-azure IRIS_AZURE_STATE=$ROOT/var/lib/iris-azure IRIS_AZURE_LIB=$FILES
  export PRODUCT_STATE=$BATS_TEST_TMPDIR/product UNITS=$BATS_TEST_TMPDIR/units LOGGED=$BATS_TEST_TMPDIR/logged
  export CALLS=$BATS_TEST_TMPDIR/calls FIRED=$BATS_TEST_TMPDIR/fired KILL_FILE=$BATS_TEST_TMPDIR/group
  export INTERPOSED=$BATS_TEST_TMPDIR/interposed
  export AZURE_PROTOCOLS='=http' AZURE_RETRY_SECONDS=0 AZURE_REQUEST_SECONDS=10 AZURE_STALL_SECONDS=10
  unset FAIL_AT KILL_AT http_proxy HTTP_PROXY
  mkdir -p "$IRIS_AZURE_ETC" "$PRODUCT_STATE" "$UNITS"
  : > "$CALLS"
  : > "$LOGGED"
  if [ -n "${AZURE:-}" ]; then
    IMDS_URL=$(azure_url)
    export IMDS_URL
  fi
  if [ -z "${PATH_OF_TESTS:-}" ]; then
    export PATH_OF_TESTS=$PATH
  fi
  PATH=$STAND_INS/instance:$PATH_OF_TESTS
  write_settings
}

# write_settings [LINE...]: settings of a member, LINEs after them.
write_settings() {
  {
    printf '%s\n' "ROLE='primary'" "PRODUCT='iris'" "INSTANCE='IRIS'" "INSTALL_DIR='/iris/install/iris'" "SUPERSERVER_PORT='1972'" \
      "OWNER='nobody'" "OWNER_GROUP='nogroup'" "VAULT_RESOURCE='https://vault.azure.net'" "STORAGE_RESOURCE='https://storage.azure.com/'" \
      "IDENTITY_CLIENT_ID=''" "VAULT_URL='${IMDS_URL:-}/'"
    if [ $# -gt 0 ]; then
      printf '%s\n' "$@"
    fi
  } > "$IRIS_AZURE_ETC/guest.env"
}

# interpose: commands that do something are called by way of the stand-in that notes, fails and kills.
interpose() {
  local name
  mkdir -p "$INTERPOSED"
  for name in curl jq openssl tar sha256sum base64 mv ln mkdir mktemp chmod chown rm sort find flock systemctl runuser iris ccontrol; do
    ln -sf "$STAND_INS/interpose" "$INTERPOSED/$name"
  done
  PATH=$INTERPOSED:$STAND_INS/instance:$PATH_OF_TESTS
}

# step NAME, script FILE: runs one as a process group of its own.
step() { script "steps/$1.sh"; }
script() {
  # shellcheck disable=SC2016 # the inner shell's own number
  setsid --wait bash -c 'echo $$ > "$KILL_FILE"; exec bash "$0" "$@"' "$FILES/$1" "${@:2}" < /dev/null
}

# print_of FOLDER: names, owners, modes and contents below a folder. What is in /run is not of the machine's state, nor are drafts
# (.XXXXXXXX), which a killed process leaves beside a file.
print_of() {
  (
    cd "$1" || exit
    find . -path ./run -prune -o -name '.????????' -o -printf '%p %y %m %U:%G %l\n' | sort
    find . -path ./run -prune -o -name '.????????' -o -type f -print0 | sort -z | xargs -0 -r sha256sum
  )
}

# assert_unchanged COMMAND...: succeeds, and leaves root, units and product as they were.
assert_unchanged() {
  local before after
  before=$(print_of "$ROOT"; cat "$PRODUCT_STATE/registry" 2> /dev/null; find "$UNITS" -name "*.service.*" -o -name "*.timer.*")
  run "$@"
  [ "$status" -eq 0 ]
  after=$(print_of "$ROOT"; cat "$PRODUCT_STATE/registry" 2> /dev/null; find "$UNITS" -name "*.service.*" -o -name "*.timer.*")
  diff <(echo "$before") <(echo "$after")
}

# assert_survives PREPARE COMMAND...: at calls all over its run COMMAND fails once, or is killed, and completes the next time, with
# the same outcome as an undisturbed run. EVERY_CALL=yes tries each call.
assert_survives() {
  local prepare=$1 total stride n kind wanted status
  shift
  "$prepare"
  interpose
  "$@" || return
  total=$(wc -l < "$CALLS")
  wanted=$(print_of "$ROOT")
  stride=$(((total + ${POINTS:-6} - 1) / ${POINTS:-6}))
  [ "${EVERY_CALL:-no}" = no ] || stride=1
  for kind in FAIL_AT KILL_AT; do
    for ((n = 1; n <= total; n += stride)); do
      "$prepare"
      interpose
      rm -rf "$FIRED"
      export "$kind=$n"
      status=0
      "$@" > "$BATS_TEST_TMPDIR/first" 2>&1 || status=$?
      unset "$kind"
      [ -d "$FIRED" ] || { echo "$kind=$n: did not come to that call"; return 1; }
      if [ "$kind" = KILL_AT ] && [ "$status" -ne 137 ]; then
        echo "KILL_AT=$n: exit code $status"
        return 1
      fi
      : > "$CALLS"
      "$@" > "$BATS_TEST_TMPDIR/second" 2>&1 || {
        echo "$kind=$n: fails the next time too"
        cat "$BATS_TEST_TMPDIR/first" "$BATS_TEST_TMPDIR/second"
        return 1
      }
      diff <(echo "$wanted") <(print_of "$ROOT") || {
        echo "$kind=$n ($(sed -n "${n}p" "$CALLS")): another outcome"
        return 1
      }
    done
  done
}

# assert_secret SECRET [MODE]: it is in no argument of a command, in no message, and in no file that others may read.
# MODE is what is open, 077 where it is not given.
assert_secret() {
  local PATH=$PATH_OF_TESTS
  if grep -rF -- "$1" "$CALLS" "$LOGGED" "$PRODUCT_STATE" "${AZURE:-$UNITS}/requests" 2> /dev/null; then
    return 1
  fi
  [ -z "$(find "$ROOT" -type f -perm "/${2:-077}" -exec grep -lF -- "$1" {} +)" ]
}

# make_kit FILE [ARCHIVE_NAME]: the archive of a kit with stand-ins of the product's installers.
make_kit() {
  local folder=$BATS_FILE_TMPDIR/making
  rm -rf "$folder"
  mkdir -p "$folder/IRIS-2025.3/dist/ISCAgent"
  cp "$STAND_INS/kit/install_silent" "$folder/IRIS-2025.3/irisinstall_silent"
  cp "$STAND_INS/kit/install_silent" "$folder/IRIS-2025.3/cinstall_silent"
  cp "$STAND_INS/kit/agentinstall" "$folder/IRIS-2025.3/dist/ISCAgent/agentinstall"
  chmod 755 "$folder"/IRIS-2025.3/*_silent "$folder/IRIS-2025.3/dist/ISCAgent/agentinstall"
  # Bytes that do not shrink, so that half of a download is none.
  head -c 200000 /dev/urandom > "$folder/IRIS-2025.3/dist/data"
  tar --create --gzip --file "$1" --directory "$folder" IRIS-2025.3
}
