#!/usr/bin/env bash
# Step: backups of this machine. Scripts and configuration of Azure Backup, timers of Online Backup, of integrity checks and of
# the watch over journals, each where the settings ask for it.
#
# Settings: BACKUP_SCRIPT_SECONDS (set: Azure Backup freezes), ONLINE_BACKUP_CALENDAR, BACKUP_INTEGRITY_CALENDAR,
# ONLINE_BACKUP_MODULE_OPTIONS, and those of the scripts.
# shellcheck source=packages/guest/files/lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
load_settings
# shellcheck source=packages/guest/files/lib/iris.sh
. "$IRIS_AZURE_LIB/lib/iris.sh"
# shellcheck source=packages/guest/files/lib/backup.sh
. "$IRIS_AZURE_LIB/lib/backup.sh"

readonly root=${IRIS_AZURE_ROOT:-}
readonly plugin=$root/etc/azure/VMSnapshotScriptPluginConfig.json

# private FILE MODE: root's, and nobody else's. The framework takes a backup that is consistent for file systems alone, and says no word,
# where it finds a configuration that others may read.
private() {
  if [ "$(stat --format=%a:%u:%g "$1")" != "$2:0:0" ]; then
    info "sets mode $2 and owner root of $1"
    chown root:root "$1"
    chmod "$2" "$1"
  fi
}

# azure_backup: what the framework will find.
azure_backup() {
  local script
  for script in pre post guard; do
    [ -f "$IRIS_AZURE_LIB/backup/$script.sh" ] || die "$IRIS_AZURE_LIB/backup/$script.sh is missing: it is written by cloud-init at the first boot"
    private "$IRIS_AZURE_LIB/backup/$script.sh" 700
  done
  if [ -z "${BACKUP_SCRIPT_SECONDS:-}" ]; then
    [ ! -e "$plugin" ] || die "$plugin is there, but BACKUP_SCRIPT_SECONDS is not set in $IRIS_AZURE_ETC/guest.env; remove the one or set the other"
    info 'Azure Backup takes no application-consistent backups of this machine'
    return 0
  fi
  [ -f "$plugin" ] || die "$plugin is missing: it is written by cloud-init at the first boot"
  private "$plugin" 600
  jq --exit-status --argjson seconds "$(whole BACKUP_SCRIPT_SECONDS 300)" --arg lib "${IRIS_AZURE_LIB#"$root"}/backup" '
    .pluginName == "ScriptRunner" and .continueBackupOnFailure == false and .timeoutInSeconds == $seconds and
    .preScriptLocation == $lib + "/pre.sh" and .postScriptLocation == $lib + "/post.sh" and
    .preScriptNoOfRetries == 0 and .postScriptNoOfRetries == 0' "$plugin" > /dev/null ||
    die "$plugin does not call pre.sh and post.sh of $IRIS_AZURE_LIB/backup for $BACKUP_SCRIPT_SECONDS s without retries, or goes on after a failure; write it anew"
}

# probe: whether the scripts may call into each instance: found out now rather than by the first backup.
probe() {
  local name state status=0 names
  names=$(backup_instances)
  while read -r name <&4; do
    state=$(instance_state "$name")
    if [ "$state" != running ]; then
      [ "$state" = down ] || die "$name is '$state'; it must be installed before its backups are set up"
      warn "$name is down: whether backups may call it is not tried"
      continue
    fi
    status=0
    call "$name" 60 '##Class(Backup.General).IsWDSuspendedExt()' || status=$?
    case $status in
      "$CALL_YES" | "$CALL_NO") ;;
      *) die "backups cannot call $name as $(instance_owner): it $(what_said "$status" 60). Let the operating system authenticate that account in %Service_Terminal" ;;
    esac
  done 4<<< "$names"
}

# timer NAME CALENDAR: the timer runs at these times; without any, never.
timer() {
  local unit=$1.timer calendar=$2 folder=$root/etc/systemd/system/$1.timer.d before=''
  if [ -z "$calendar" ]; then
    if systemctl --quiet is-enabled "$unit" 2> /dev/null; then
      info "$unit is not asked for any more"
      systemctl --quiet disable --now "$unit"
    fi
    return 0
  fi
  systemd-analyze calendar "$calendar" > /dev/null 2>&1 || die "'$calendar' are no times of systemd (see systemd.time); set the calendar of $1"
  before=$(cat "$folder/schedule.conf" 2> /dev/null) || true
  # An empty line first: times of drop-ins are added to those of the unit.
  write_file 644 root:root "$folder/schedule.conf" << END
[Timer]
OnCalendar=
OnCalendar=$calendar
END
  if [ "$before" != "$(cat "$folder/schedule.conf")" ]; then
    info "$unit: $calendar"
    : > "$IRIS_AZURE_STATE/backup-reload"
  fi
  if [ -e "$IRIS_AZURE_STATE/backup-reload" ]; then
    systemctl daemon-reload
    if systemctl --quiet is-active "$unit" 2> /dev/null; then
      systemctl restart "$unit"
    fi
    rm -f "$IRIS_AZURE_STATE/backup-reload"
  fi
  if ! systemctl --quiet is-enabled "$unit" 2> /dev/null || ! systemctl --quiet is-active "$unit" 2> /dev/null; then
    systemctl --quiet enable --now "$unit"
  fi
}

# online_backup: what a mount of the share needs.
online_backup() {
  local name value
  [ -n "${ONLINE_BACKUP_CALENDAR:-}" ] || return 0
  for name in SOURCE OPTIONS SIGN_IN DAYS; do
    value=$(setting "ONLINE_BACKUP_$name")
    [ -n "$value" ]
  done
  command -v mount.cifs > /dev/null || die 'mount.cifs is missing: name the package cifs-utils in PACKAGES, then run iris-setup --again packages'
  if [ "$ONLINE_BACKUP_SIGN_IN" = ManagedIdentity ]; then
    command -v azfilesauthmanager > /dev/null || die 'azfilesauthmanager is missing: install the package azfilesauth, or set signIn: AccountKey'
  fi
  if [ -n "${ONLINE_BACKUP_MODULE_OPTIONS:-}" ]; then
    [[ $ONLINE_BACKUP_MODULE_OPTIONS =~ ^options\ cifs(\ [a-z0-9_]+=[0-9]+)+$ ]] ||
      die "ONLINE_BACKUP_MODULE_OPTIONS must be 'options cifs NAME=NUMBER...', got '$ONLINE_BACKUP_MODULE_OPTIONS'"
    write_file 644 root:root "$root/etc/modprobe.d/iris-azure-cifs.conf" <<< "$ONLINE_BACKUP_MODULE_OPTIONS"
    module_parameters
  fi
}

# module_parameters: the same for a module that is loaded already.
module_parameters() {
  local option file
  for option in ${ONLINE_BACKUP_MODULE_OPTIONS#options cifs }; do
    file=$root/sys/module/cifs/parameters/${option%%=*}
    if [ -w "$file" ] && [ "$(tr YN 10 < "$file")" != "${option#*=}" ]; then
      info "sets ${option%%=*} of the module cifs"
      printf '%s\n' "${option#*=}" > "$file"
    fi
  done
}

azure_backup
online_backup
probe
timer iris-online-backup "${ONLINE_BACKUP_CALENDAR:-}"
timer iris-integrity-check "${BACKUP_INTEGRITY_CALENDAR:-}"
timer iris-purge-journals hourly
