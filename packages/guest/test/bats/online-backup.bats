#!/usr/bin/env bats
# Online Backup to a file share.

setup() {
  load support
  load support-d
  fresh_machine
}

# A share that is mounted by a file, $MOUNTED, and has room.
prepare() {
  with_instances "${PRODUCT_OF_TEST:-iris}" IRIS
  export MOUNTED=${STAND_INS%/*}/mounted
  cat >> "$IRIS_AZURE_ETC/guest.env" << END
ONLINE_BACKUP_SOURCE='//account.file.core.windows.net/online-backup'
ONLINE_BACKUP_MOUNT_POINT='/mnt/online-backup'
ONLINE_BACKUP_OPTIONS='vers=3.1.1,seal,sec=krb5'
ONLINE_BACKUP_SIGN_IN='ManagedIdentity'
ONLINE_BACKUP_ACCOUNT_ID='/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/account'
ONLINE_BACKUP_DAYS='$(LC_ALL=C date --utc +%A)=incremental=10'
ONLINE_BACKUP_RETENTION_WEEKS='3'
IDENTITY_CLIENT_ID='client'
END
  mkdir -p "$ROOT"/iris/{journal,alternate-journal,databases/trak} "$ROOT/iris/install/iris/mgr" "$ROOT/etc/apache2"
  echo journal > "$ROOT/iris/journal/20261124.001"
  echo database > "$ROOT/iris/install/iris/mgr/IRIS.DAT"
  echo configuration > "$ROOT/iris/install/iris/iris.cpf"
  echo web > "$ROOT/etc/apache2/apache2.conf"
  OWN=$ROOT/mnt/online-backup/$(uname --nodename)
  stand_in --reads findmnt <<< '[ -e "$MOUNTED" ]'
  stand_in --reads mountpoint <<< '[ -e "$MOUNTED" ]'
  stand_in --reads stat <<< '/usr/bin/stat "$@"'
  stand_in --reads df <<< 'printf "Avail\n%s\n" "${FREE_KIB:-99999999}"'
  stand_in mount <<< ': > "$MOUNTED"; [ -z "${CREDENTIALS_SEEN:-}" ] || cat "$ROOT/run/iris-azure/share/credentials" > "$CREDENTIALS_SEEN"'
  stand_in umount <<< 'rm -f "$MOUNTED"'
  stand_in azfilesauthmanager < /dev/null
}

teardown() { no_guard; }

# SESSION_Mirror: 42 backup, 40 primary, 41 primary alone, 43 async, 44 none, 45 backup that is not active.
backup() { SESSION_Mirror=${ROLE_OF_TEST:-42} run_script iris-online-backup "$@"; }

# files_of KIND: names of what is on the share, with the date left out.
files_of() { (cd "$OWN/$1" && find . -type f | sed 's|^\./||; s/^[0-9TZ-]*Z-/DATE-/' | sort); }

@test "writes a full backup with its checksum to the share, and unmounts it" {
  backup full

  assert_equal "$(files_of databases)" $'DATE-full.cbk\nDATE-full.cbk.sha256'
  (cd "$OWN/databases" && sha256sum --quiet --check ./*.sha256)
  [ ! -e "$MOUNTED" ]
  assert_has "$(cat "$SIM/session")" '$$BACKUP^DBACK("","F","full backup by iris-online-backup","/mnt/online-backup/'
  assert_has "$(cat "$SIM/session")" '"NOINPUT","Y","Y","",300)'
}

@test "mounts by the machine's identity, as the instance's owner" {
  backup full

  assert_equal "$(calls azfilesauthmanager)" 'azfilesauthmanager set https://account.file.core.windows.net --imds-client-id client'
  assert_equal "$(calls mount)" "mount --types cifs --options vers=3.1.1,seal,sec=krb5,uid=0,gid=0,cruid=0 //account.file.core.windows.net/online-backup $ROOT/mnt/online-backup"
}

@test "mounts by the account's key without a trace of it" {
  sed -i "s/'ManagedIdentity'/'AccountKey'/" "$IRIS_AZURE_ETC/guest.env"
  stand_in curl << 'END'
while [ $# -gt 0 ]; do
  case $1 in --output) output=$2 ;; --write-out) : ;; http*) url=$1 ;; esac
  shift
done
case $url in
  *oauth2*) echo '{"access_token":"TOKEN","expires_in":"3600"}' > "$output" ;;
  *listKeys*) echo '{"keys":[{"value":"SECRETKEY=="}]}' > "$output" ;;
esac
printf 200
END
  CREDENTIALS_SEEN=$BATS_TEST_TMPDIR/seen backup full

  assert_equal "$(cat "$BATS_TEST_TMPDIR/seen")" $'username=account\npassword=SECRETKEY=='
  refute_has "$(cat "$CALLS")" SECRETKEY
  refute_has "$(journal)" SECRETKEY
  run grep -r SECRETKEY "$ROOT"
  assert_equal "$output" ''
}

@test "calls Caché by its own command" {
  PRODUCT_OF_TEST=cache fresh_machine

  backup full

  assert_has "$(calls csession)" 'csession IRIS -U %SYS'
  assert_has "$(files_of databases)" DATE-full.cbk
}

@test "goes by a local folder where one is given, and leaves nothing there" {
  printf "ONLINE_BACKUP_STAGING='/iris/staging'\n" >> "$IRIS_AZURE_ETC/guest.env"

  backup full

  assert_has "$(cat "$SIM/session")" '"/iris/staging/'
  (cd "$OWN/databases" && sha256sum --quiet --check ./*.sha256)
  assert_equal "$(ls "$ROOT/iris/staging")" ''
}

@test "a copy that is not the same is no backup" {
  printf "ONLINE_BACKUP_STAGING='/iris/staging'\n" >> "$IRIS_AZURE_ETC/guest.env"
  stand_in dd <<< 'echo damage >> "${1#of=}"'

  run -1 backup full

  assert_equal "$(files_of databases)" ''
  assert_has "$(journal)" 'is not on the share what it was on this machine'
}

@test "follows the plan of the day after a full backup, and begins with a full one" {
  backup
  assert_has "$(files_of databases)" DATE-full.cbk
  assert_has "$(journal)" 'this one is a full backup instead of incremental'
  sleep 1

  backup

  assert_has "$(files_of databases)" DATE-incremental.cbk
}

@test "does nothing on a day without a plan" {
  sed -i '/ONLINE_BACKUP_DAYS/d' "$IRIS_AZURE_ETC/guest.env"
  printf "ONLINE_BACKUP_DAYS='%s=full=10'\n" "$(LC_ALL=C date --utc --date=tomorrow +%A)" >> "$IRIS_AZURE_ETC/guest.env"

  run -0 backup

  assert_equal "$(calls)" ''
}

@test "is full after a run that failed, was killed, or lies long back" {
  backup full
  sleep 1
  SESSION_BACKUP=3 run -1 backup
  sleep 1
  backup
  assert_equal "$(files_of databases | grep -c 'full.cbk$')" 2

  sleep 1
  KILL_CODE=BACKUP run backup
  [ "$status" -ne 0 ]
  sleep 1
  backup
  assert_equal "$(files_of databases | grep -c 'full.cbk$')" 3
  # Nothing half is left.
  refute_has "$(files_of databases)" partial

  date --date='8 days ago' +%s > "$IRIS_AZURE_STATE/online-backup/last-full"
  sleep 1
  backup
  assert_equal "$(files_of databases | grep -c 'full.cbk$')" 4
}

@test "fails on every exit code but that of success, and on a success without output" {
  local status
  for status in 0 1 2 3 4 255; do
    SESSION_BACKUP=$status run -1 backup full
    assert_equal "$(files_of databases)" ''
    [ ! -e "$MOUNTED" ]
  done
  EMPTY_BACKUP=1 run -1 backup full
  assert_has "$(journal)" 'says that it succeeded, but'
}

@test "a backup that hangs is ended with its window" {
  local files=$BATS_TEST_TMPDIR/files
  cp -a "$FILES" "$files"
  sed -i 's/SESSION_SECONDS=$((window \* 3600))/SESSION_SECONDS=1/' "$files/bin/iris-online-backup"

  SESSION_Mirror=42 HANG_CODE=BACKUP run -1 "$files/bin/iris-online-backup" full

  assert_has "$(calls iris)" 'AbortBackup()'
  assert_has "$(journal)" 'was not done within its window'
  [ ! -e "$MOUNTED" ]
}

@test "runs on the backup member, and on a primary only while it is alone" {
  local role
  for role in 40 43 45; do
    ROLE_OF_TEST=$role run -0 backup full
    assert_equal "$(calls mount)" ''
  done
  for role in 41 42 44; do
    sleep 1
    forget_calls
    ROLE_OF_TEST=$role run -0 backup full
    [ -n "$(calls mount)" ]
  done
  ROLE_OF_TEST=99 run -1 backup full
}

@test "copies journals once, and installation and web server without databases" {
  backup full

  assert_equal "$(files_of files)" $'DATE-files.tar.gz\nDATE-files.tar.gz.sha256\njournal/20261124.001'
  local names
  names=$(tar --list --gzip --file "$OWN"/files/*.tar.gz)
  assert_has "$names" iris/install/iris/iris.cpf
  assert_has "$names" etc/apache2/apache2.conf
  refute_has "$names" IRIS.DAT
  refute_has "$names" guest.env
}

@test "copies a journal again once it has grown" {
  backup full
  echo more >> "$ROOT/iris/journal/20261124.001"
  sleep 1

  backup

  assert_equal "$(cat "$OWN/files/journal/20261124.001")" $'journal\nmore'
}

@test "removes chains that are older than what is kept, and no other file" {
  mkdir -p "$OWN/databases" "$OWN/files/journal"
  local day name
  for day in 50 43 36 29 22 15 8 1; do
    name=$(date --utc --date="$day days ago" +%Y-%m-%dT000000Z)
    echo old > "$OWN/databases/$name-full.cbk"
    echo old > "$OWN/databases/$(date --utc --date="$((day - 1)) days ago" +%Y-%m-%dT000000Z)-incremental.cbk"
  done
  echo mine > "$OWN/databases/README"

  backup full

  # Three weeks reach into the chain that began 22 days ago: it stays whole.
  assert_equal "$(files_of databases | grep -c 'full.cbk$')" 5
  [ -e "$OWN/databases/$(date --utc --date='22 days ago' +%Y-%m-%dT000000Z)-full.cbk" ]
  [ ! -e "$OWN/databases/$(date --utc --date='28 days ago' +%Y-%m-%dT000000Z)-incremental.cbk" ]
  [ -e "$OWN/databases/README" ]
}

@test "removes nothing where the backup failed" {
  mkdir -p "$OWN/databases"
  local day
  for day in 50 43; do
    echo old > "$OWN/databases/$(date --utc --date="$day days ago" +%Y-%m-%dT000000Z)-full.cbk"
  done

  SESSION_BACKUP=3 run -1 backup full

  assert_equal "$(files_of databases | grep -c full.cbk)" 2
}

@test "fails before it writes where the share has no room or the file would be too large" {
  sed -i 's/=incremental=10/=full=10/' "$IRIS_AZURE_ETC/guest.env"
  FREE_KIB=1000 run -1 backup full
  assert_has "$output" 'free and must have'

  sed -i 's/=full=10/=full=5000/' "$IRIS_AZURE_ETC/guest.env"
  run -1 backup full
  assert_has "$output" 'a file of the share at most 4096'
  refute_has "$(cat "$SIM/session")" BACKUP
}

@test "mounts anew where a mount does not answer" {
  : > "$MOUNTED"
  # The mount point of a server that is gone: nobody knows whether it is one.
  stand_in --reads mountpoint <<< '[ -e "$MOUNTED.new" ]'
  stand_in mount <<< ': > "$MOUNTED"; : > "$MOUNTED.new"'

  backup full

  assert_equal "$(calls 'umount|mount' | cut -d ' ' -f 1 | head -n 2)" $'umount\nmount'
  assert_has "$(journal)" 'does not answer: mounting it anew'
}

@test "fails where the share cannot be mounted, and is full the next time" {
  stand_in --reads sleep < /dev/null
  FAIL=mount run -1 backup full
  FAIL=azfilesauthmanager run -1 backup full

  [ -e "$IRIS_AZURE_STATE/online-backup/unfinished" ]
  run -0 backup
  assert_has "$(files_of databases)" DATE-full.cbk
}

@test "fails where the instance is down" {
  echo down > "$SIM/IRIS.status"

  run -1 backup full
}

@test "notes the backup for the watch over journals" {
  backup full

  [ -s "$IRIS_AZURE_STATE/backup/last/online" ]
}
