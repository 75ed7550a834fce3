#!/usr/bin/env bash
# Encryption: the key of databases, journals and audit, active now and at each start by nobody's hand. Before the step mirror, since
# whoever receives encrypted journals must have the key that encrypted them.
#
# The data-encryption key is in a key file that the RSA key DATABASE_KEY_URL in Key Vault encrypts. The first member makes it; the
# others get that same file: by the secret DATABASE_KEY_FILE_SECRET, which opens nothing without the RSA key, or by hand.
#
# Settings: DATABASE_KEY_URL (empty: nothing to do), DATABASE_KEY_FILE_SECRET, DATABASE_KEY_FILE, IDENTITY_CLIENT_ID, ROLE,
# MIRROR_NAME, CERTIFICATE.
IRIS_AZURE_NAME=${IRIS_AZURE_NAME:-iris-encryption}
# shellcheck source=packages/guest/files/lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
load_settings
if [ -z "${DATABASE_KEY_URL:-}" ]; then
  info 'DATABASE_KEY_URL is not set: databases are not encrypted by the product'
  exit 0
fi
# shellcheck source=packages/guest/files/lib/azure.sh
. "$IRIS_AZURE_LIB/lib/azure.sh"
# shellcheck source=packages/guest/files/lib/iris.sh
. "$IRIS_AZURE_LIB/lib/iris.sh"
# shellcheck source=packages/guest/files/lib/objectscript.sh
. "$IRIS_AZURE_LIB/lib/objectscript.sh"
# shellcheck source=packages/guest/files/lib/mirror.sh
. "$IRIS_AZURE_LIB/lib/mirror.sh"
# shellcheck source=packages/guest/files/lib/key-file.sh
. "$IRIS_AZURE_LIB/lib/key-file.sh"

[ "$(product)" = iris ] ||
  die 'DATABASE_KEY_URL is set, but Caché knows no key management service; leave it empty and encrypt by a key file of your own'
[[ $DATABASE_KEY_URL =~ ^https://[A-Za-z0-9.-]+/keys/[0-9A-Za-z-]+/[0-9a-f]{32}$ ]] ||
  die "DATABASE_KEY_URL must be https://VAULT/keys/NAME/VERSION, got '$DATABASE_KEY_URL': what one version encrypts no other decrypts"
if [ -n "${MIRROR_NAME:-}" ] && [ -z "${CERTIFICATE:-}" ]; then
  die 'journals of a mirror can be encrypted only where it uses TLS; set CERTIFICATE'
fi

# signed_in: whether the instance's user may use the key: `az` asks for it in the machine's name.
signed_in() {
  as_owner az account show --output none > /dev/null 2>&1
}

as_owner() {
  local owner
  owner=$(instance_owner)
  # Its own folder, where az keeps what it knows of the identity.
  timeout 300 runuser -u "$owner" -- env HOME="/home/$owner" "$@" < /dev/null
}

sign_in() {
  local client=${IDENTITY_CLIENT_ID:-}
  if signed_in; then
    return 0
  fi
  info 'signing the user of the instance in under the identity of the machine'
  if [ -z "$client" ]; then
    as_owner az login --identity --allow-no-subscriptions --output none > /dev/null
  else
    # Older releases of az name the option otherwise.
    as_owner az login --identity --client-id "$client" --allow-no-subscriptions --output none > /dev/null 2>&1 ||
      as_owner az login --identity --username "$client" --allow-no-subscriptions --output none > /dev/null
  fi || die 'az does not sign in under the identity of the machine; see that the machine has one, and IDENTITY_CLIENT_ID'
}

# status: KEYS, the identifiers of active keys, and START, whether the next start does all that is wanted.
status() {
  objectscript encryption-status file "$file" || die "the instance does not tell of its keys: $(why_not)"
  KEYS=$(said keys)
  START=$(said start)
}

activate() {
  status
  if [ -n "$KEYS" ] && [ "$START" = 1 ]; then
    info "key $KEYS is active, and will be at each start"
    return 0
  fi
  info "activating the key of $file, now and at each start"
  # Before: a run that is killed in between must not forget it.
  : > "$restart"
  objectscript encryption-activate file "$file" || die "the key of $file cannot be activated: $(why_not)"
  status
  [ -n "$KEYS" ] || die "no key is active though $file was activated; see $(instance_log)"
  [ "$START" = 1 ] || die "the next start of $INSTANCE would not activate $file; set it by ^EncryptionKey"
}

# restart_once: journals, audit and IRISTEMP are encrypted from a start on. A member of a mirror is not restarted: users would notice.
restart_once() {
  [ -e "$restart" ] || return 0
  mirror_state
  if ! state_in none down; then
    warn "$INSTANCE is a member of a mirror: journals and audit are encrypted from its next start on"
    rm -f "$restart"
    return 0
  fi
  instance_stop
  instance_start
  status
  [ -n "$KEYS" ] || die "no key is active after a start of $INSTANCE; see $(instance_log)"
  info "journals and audit are encrypted; key $KEYS"
  rm -f "$restart"
}

file=$(key_file)
# There while a start is to come.
restart=$IRIS_AZURE_STATE/encryption/restart
mkdir -p "${restart%/*}"
instance_exists || die "$(setting INSTANCE) is not installed; run the step install first"
instance_running || instance_start
sign_in
provide_key_file
activate
restart_once
