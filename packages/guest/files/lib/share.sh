# shellcheck shell=bash
# The Azure file share of Online Backup: mounted for a run, and unmounted after it. After common.sh, load_settings, azure.sh and iris.sh.
#
# Settings: ONLINE_BACKUP_SOURCE (//ACCOUNT.file.SUFFIX/SHARE), ONLINE_BACKUP_MOUNT_POINT, ONLINE_BACKUP_OPTIONS (commas between),
# ONLINE_BACKUP_SIGN_IN (ManagedIdentity or AccountKey), IDENTITY_CLIENT_ID, ONLINE_BACKUP_ACCOUNT_ID (resource id, for AccountKey),
# MANAGER_RESOURCE (https://management.azure.com/).

readonly SHARE=${IRIS_AZURE_ROOT:-}${ONLINE_BACKUP_MOUNT_POINT:-/mnt/online-backup}
readonly SHARE_RUN=${IRIS_AZURE_ROOT:-}/run/iris-azure/share

# share_mounted: whether the share is mounted and answers: a mount whose server is gone hangs whoever looks at it.
share_mounted() { timeout --kill-after=5 20 mountpoint --quiet "$SHARE" && timeout --kill-after=5 20 stat --file-system "$SHARE" > /dev/null 2>&1; }

# share_listed: whether the kernel lists it as mounted, without a look at it.
share_listed() { findmnt --noheadings --output TARGET --mountpoint "$SHARE" > /dev/null 2>&1; }

# share_mount: mounts it, in place of a mount that does not answer.
share_mount() {
  local source options
  source=$(setting ONLINE_BACKUP_SOURCE)
  options=$(setting ONLINE_BACKUP_OPTIONS)
  [[ $source =~ ^//[a-z0-9.-]+/[a-z0-9-]+$ ]] || die "ONLINE_BACKUP_SOURCE must be //ACCOUNT.file.SUFFIX/SHARE, got '$source'"
  if share_listed; then
    if share_mounted; then
      return 0
    fi
    warn "the mount at $SHARE does not answer: mounting it anew"
    share_detach
  fi
  mkdir -p "$SHARE"
  # The instance's owner writes the backup, root the rest.
  options+=",uid=$(id -u "$(instance_owner)"),gid=$(id -g "$(instance_owner)")"
  case $(setting ONLINE_BACKUP_SIGN_IN) in
    ManagedIdentity) share_by_identity "$source" "$options" ;;
    AccountKey) share_by_key "$source" "$options" ;;
    *) die "ONLINE_BACKUP_SIGN_IN must be ManagedIdentity or AccountKey, got '$ONLINE_BACKUP_SIGN_IN'" ;;
  esac
  share_mounted || die "$source is mounted at $SHARE, but does not answer"
}

# share_by_identity SOURCE OPTIONS: the client of Microsoft gets a ticket for the machine's identity.
share_by_identity() {
  local endpoint account user
  account=${1#//}
  endpoint=https://${account%%/*}
  command -v azfilesauthmanager > /dev/null || die 'azfilesauthmanager is missing: install the package azfilesauth, or set signIn: AccountKey'
  if [ -n "${IDENTITY_CLIENT_ID:-}" ]; then
    retry 3 5 timeout 60 azfilesauthmanager set "$endpoint" --imds-client-id "$IDENTITY_CLIENT_ID" >&2 || die "no ticket for $endpoint; see that the identity may use the share, and that the account has SMB OAuth on"
  else
    retry 3 5 timeout 60 azfilesauthmanager set "$endpoint" --system >&2 || die "no ticket for $endpoint; see that the identity may use the share, and that the account has SMB OAuth on"
  fi
  # It keeps tickets for a user of its own.
  user=$(sed -n 's/^USER_UID:[[:space:]]*\([0-9]*\).*/\1/p' "${IRIS_AZURE_ROOT:-}/etc/azfilesauth/config.yaml" 2> /dev/null) || true
  retry 3 5 timeout 120 mount --types cifs --options "$2,cruid=${user:-0}" "$1" "$SHARE" >&2 || die "cannot mount $1; see dmesg"
}

# share_by_key SOURCE OPTIONS: with the account's key, which is read now, and passed by a file in memory that is gone after the mount.
share_by_key() {
  local id account body=$SHARE_RUN/keys status=0
  id=$(setting ONLINE_BACKUP_ACCOUNT_ID)
  account=${id##*/}
  [[ $id =~ ^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.Storage/storageAccounts/[a-z0-9]+$ ]] ||
    die "ONLINE_BACKUP_ACCOUNT_ID must be the resource id of a storage account, got '$id'"
  mkdir -p "$SHARE_RUN"
  chmod 700 "$SHARE_RUN"
  # Without data, curl sends no length, which the resource manager asks for.
  azure_authorized "${MANAGER_RESOURCE:-https://management.azure.com/}" \
    "${MANAGER_RESOURCE:-https://management.azure.com/}${id#/}/listKeys?api-version=2023-05-01" "$body" --request POST --data ''
  [ "${AZURE_OK:-no}" = yes ] || {
    rm -f "$body"
    die "the key of $account cannot be read: $(azure_answer "$body"); the identity needs the role Reader and Data Access on it"
  }
  (
    umask 077
    jq --raw-output --arg account "$account" '"username=" + $account, "password=" + .keys[0].value' "$body" > "$SHARE_RUN/credentials"
  ) || status=1
  rm -f "$body"
  [ "$status" -eq 0 ] || die "the answer with the keys of $account is not understood"
  retry 3 5 timeout 120 mount --types cifs --options "$2,credentials=$SHARE_RUN/credentials" "$1" "$SHARE" >&2 || status=1
  rm -f "$SHARE_RUN/credentials"
  [ "$status" -eq 0 ] || die "cannot mount $1; see dmesg"
}

# share_detach: unmounts it, at last without waiting for a server that does not answer.
share_detach() {
  rm -f "$SHARE_RUN/credentials" "$SHARE_RUN/keys"
  if share_listed; then
    timeout --kill-after=5 120 umount "$SHARE" 2> /dev/null || umount --lazy --force "$SHARE" || warn "$SHARE cannot be unmounted"
  fi
}
