#!/usr/bin/env bats
# Step backup-scripts, and the units that it enables.

setup() {
  load support
  load support-d
  fresh_machine
}

# The scripts are copies: the step sets their modes.
prepare() {
  with_instances "${PRODUCT_OF_TEST:-iris}" IRIS
  export IRIS_AZURE_LIB=$ROOT/usr/local/lib/iris-azure SYSTEMD=${STAND_INS%/*}/systemd
  mkdir -p "$(dirname "$IRIS_AZURE_LIB")" "$SYSTEMD" "$ROOT/etc/azure" "$ROOT/sys/module/cifs/parameters"
  cp -a "$FILES" "$IRIS_AZURE_LIB"
  chmod 755 "$IRIS_AZURE_LIB"/backup/*.sh
  echo N > "$ROOT/sys/module/cifs/parameters/require_gcm_256"
  printf "%s='%s'\n" BACKUP_SCRIPT_SECONDS 300 BACKUP_INTEGRITY_CALENDAR 'Sun *-*-* 04:00:00 UTC' >> "$IRIS_AZURE_ETC/guest.env"
  plugin '{}'
  stand_in --reads='is-enabled|is-active' systemctl << 'END'
shift_quiet() { [ "$1" = --quiet ] && shift; printf '%s\n' "$@"; }
mapfile -t words < <(shift_quiet "$@")
case ${words[0]} in
  is-enabled | is-active) [ -e "$SYSTEMD/${words[1]}" ] ;;
  enable) : > "$SYSTEMD/${words[2]}" ;;
  disable) rm -f "$SYSTEMD/${words[2]}" ;;
esac
END
  stand_in --reads mount.cifs < /dev/null
  stand_in --reads azfilesauthmanager < /dev/null
}

# plugin CHANGES: configuration of the framework, with changes.
plugin() {
  jq --argjson changes "$1" --arg lib /usr/local/lib/iris-azure/backup --null-input '{
    pluginName: "ScriptRunner", preScriptLocation: ($lib + "/pre.sh"), postScriptLocation: ($lib + "/post.sh"),
    preScriptNoOfRetries: 0, postScriptNoOfRetries: 0, timeoutInSeconds: 300, continueBackupOnFailure: false } + $changes' \
    > "$ROOT/etc/azure/VMSnapshotScriptPluginConfig.json"
}

the_step() { IRIS_AZURE_NAME=iris-backup-scripts setsid --wait "$IRIS_AZURE_LIB/steps/backup-scripts.sh" < /dev/null; }

online() {
  printf "%s='%s'\n" ONLINE_BACKUP_CALENDAR 'Sun,Wed *-*-* 16:00:00 UTC' ONLINE_BACKUP_SOURCE //a/b ONLINE_BACKUP_OPTIONS seal \
    ONLINE_BACKUP_SIGN_IN ManagedIdentity ONLINE_BACKUP_DAYS Sunday=full=1 \
    ONLINE_BACKUP_MODULE_OPTIONS 'options cifs disable_legacy_dialects=1 require_gcm_256=1' >> "$IRIS_AZURE_ETC/guest.env"
}

@test "gives the framework's configuration and scripts to root alone" {
  the_step

  assert_mode 600 "$ROOT/etc/azure/VMSnapshotScriptPluginConfig.json"
  assert_mode 700 "$IRIS_AZURE_LIB/backup/pre.sh"
  assert_mode 700 "$IRIS_AZURE_LIB/backup/post.sh"
  assert_mode 700 "$IRIS_AZURE_LIB/backup/guard.sh"
}

@test "starts the timers that are asked for, at their times" {
  the_step

  assert_equal "$(cat "$ROOT/etc/systemd/system/iris-integrity-check.timer.d/schedule.conf")" \
    $'[Timer]\nOnCalendar=\nOnCalendar=Sun *-*-* 04:00:00 UTC'
  assert_equal "$(ls "$SYSTEMD")" $'iris-integrity-check.timer\niris-purge-journals.timer'
}

@test "stops a timer that is not asked for any more" {
  the_step
  sed -i '/INTEGRITY_CALENDAR/d' "$IRIS_AZURE_ETC/guest.env"

  the_step

  assert_equal "$(ls "$SYSTEMD")" iris-purge-journals.timer
}

@test "prepares the mount of the share where Online Backup is asked for" {
  online

  the_step

  assert_equal "$(cat "$ROOT/etc/modprobe.d/iris-azure-cifs.conf")" 'options cifs disable_legacy_dialects=1 require_gcm_256=1'
  assert_equal "$(cat "$ROOT/sys/module/cifs/parameters/require_gcm_256")" 1
  [ -e "$SYSTEMD/iris-online-backup.timer" ]
}

@test "changes nothing when it runs again" {
  online
  the_step

  assert_unchanged the_step
}

@test "completes after any command failed once" {
  completes_after FAIL_AT the_step
}

@test "completes after it was killed at any command" {
  completes_after KILL_AFTER the_step_killed
}

# Calls below timeout are in a process group of their own: what is killed there is the call alone, and the step fails.
the_step_killed() { the_step; }

@test "fails on a configuration that would not freeze, or go on after a failure" {
  local changes
  for changes in '{"continueBackupOnFailure": true}' '{"timeoutInSeconds": 30}' '{"preScriptLocation": "/tmp/x"}' \
    '{"postScriptNoOfRetries": 1}' '{"pluginName": "other"}'; do
    plugin "$changes"
    run -1 the_step
    assert_has "$output" 'write it anew'
  done
  echo nonsense > "$ROOT/etc/azure/VMSnapshotScriptPluginConfig.json"
  run -1 the_step
  rm "$ROOT/etc/azure/VMSnapshotScriptPluginConfig.json"
  run -1 the_step
}

@test "fails where the scripts could not call the instance" {
  local status
  for status in 0 1 2 255; do
    ANSWER_Suspended=$status run -1 the_step
    assert_has "$output" 'backups cannot call IRIS as root'
  done
}

@test "fails on times that systemd does not read" {
  sed -i "s/Sun \*-\*-\* 04/Someday 04/" "$IRIS_AZURE_ETC/guest.env"

  run -1 the_step
}

@test "units are as systemd wants them" {
  local folder=$BATS_TEST_TMPDIR/units unit
  mkdir -p "$folder"
  for unit in iris-online-backup iris-integrity-check iris-purge-journals; do
    # The commands are not installed where the tests run.
    sed 's|^ExecStart=.*|ExecStart=/bin/true|' "$FILES/systemd/$unit.service" > "$folder/$unit.service"
    cp "$FILES/systemd/$unit.timer" "$folder/"
  done
  PATH=$REAL_PATH run -0 systemd-analyze verify --man=no "$folder"/*.timer "$folder"/*.service
}
