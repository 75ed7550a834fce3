# shellcheck shell=bash
# What every script of the guest begins with: settings, messages, and commands that are tried again.
#
# Messages go to the journal under the script's name (iris-...) and to standard error, never to standard output, which Azure
# Backup's framework takes for a failure. No message holds a secret: what is secret is passed by file or by standard input.

set -euo pipefail

# Where settings and state are; a test points them elsewhere.
readonly IRIS_AZURE_ETC=${IRIS_AZURE_ETC:-/etc/iris-azure}
readonly IRIS_AZURE_LIB=${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}
readonly IRIS_AZURE_STATE=${IRIS_AZURE_STATE:-/var/lib/iris-azure}

# Name under which the script logs.
IRIS_AZURE_NAME=${IRIS_AZURE_NAME:-$(basename "$0")}

# say LEVEL MESSAGE...: LEVEL is one of info, warning, err.
say() {
  local level=$1
  shift
  printf '%s: %s: %s\n' "$IRIS_AZURE_NAME" "$level" "$*" >&2
  if command -v logger > /dev/null; then
    logger --tag "$IRIS_AZURE_NAME" --priority "daemon.$level" -- "$*" || true
  fi
}

info() { say info "$@"; }
warn() { say warning "$@"; }

# die MESSAGE...: what went wrong, and what to do.
die() {
  say err "$@"
  exit 1
}

# load_settings: reads the settings of this machine. They are KEY='value' lines, written by cloud-init.
load_settings() {
  local file=$IRIS_AZURE_ETC/guest.env
  [ -r "$file" ] || die "$file is missing: it is written by cloud-init at the first boot"
  # shellcheck source=/dev/null
  . "$file"
}

# setting NAME: prints a setting; fails where it is not set.
setting() {
  local name=$1
  [ -n "${!name:-}" ] || die "$name is not set in $IRIS_AZURE_ETC/guest.env"
  printf '%s' "${!name}"
}

# retry TIMES SECONDS COMMAND...: until the command succeeds; waits SECONDS before the second try, twice as long before each further.
retry() {
  local times=$1 wait=$2 try
  shift 2
  for ((try = 1; ; try++)); do
    if "$@"; then
      return 0
    fi
    if ((try >= times)); then
      return 1
    fi
    warn "'$1' failed, try $try of $times; again in $wait s"
    sleep "$wait"
    wait=$((wait * 2))
  done
}

# write_file MODE OWNER FILE: standard input as a file, whole or not at all; untouched where it is the same already.
write_file() {
  local mode=$1 owner=$2 file=$3 draft
  mkdir -p "$(dirname "$file")"
  draft=$(mktemp "$(dirname "$file")/.XXXXXXXX")
  cat > "$draft"
  chmod "$mode" "$draft"
  chown "$owner" "$draft"
  if cmp -s "$draft" "$file" 2> /dev/null; then
    rm -f "$draft"
    # Mode and owner may still be another's.
    chmod "$mode" "$file"
    chown "$owner" "$file"
  else
    mv -f "$draft" "$file"
  fi
}
