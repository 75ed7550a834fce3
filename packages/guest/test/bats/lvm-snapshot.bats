#!/usr/bin/env bats
# Snapshots of volumes for agents.

setup() {
  load support
  load support-d
  fresh_machine
}

# LVM of one volume group: $LVM/snapshot is the snapshot, $LVM/mounted what is mounted of it.
prepare() {
  with_instances iris IRIS
  export LVM=${STAND_INS%/*}/lvm
  mkdir -p "$LVM"
  printf '%s\n' 'database	0,1	/iris/databases	xfs	64	20' 'journal	2	/iris/journal	xfs	0	0' > "$IRIS_AZURE_ETC/volumes.tsv"
  stand_in --reads findmnt <<< 'echo /dev/mapper/iris_database-data'
  stand_in --reads lvs << 'END'
case "$*" in
  *iris_backup*)
    [ -e "$LVM/snapshot" ] || exit 5
    cat "$LVM/attributes" 2> /dev/null || echo '  swi-aos---'
    ;;
  *lv_size*) echo '  4000.00 4.00' ;;
  *) echo '  iris_database data' ;;
esac
END
  stand_in --reads vgs <<< 'echo "  ${FREE_EXTENTS:-200}"'
  stand_in lvcreate <<< ': > "$LVM/snapshot"; [ -e "$SIM/IRIS.frozen" ] && : > "$LVM/consistent"; true'
  stand_in lvremove <<< 'rm -f "$LVM/snapshot" "$LVM/consistent"'
  stand_in mount <<< ': > "$LVM/mounted"'
  stand_in umount <<< 'rm -f "$LVM/mounted"'
  stand_in --reads mountpoint <<< '[ -e "$LVM/mounted" ]'
}

teardown() { no_guard; }

@test "takes the snapshot while frozen, thaws before it is mounted, and mounts it read-only at a stable path" {
  run_script iris-lvm-snapshot create

  [ -e "$LVM/consistent" ]
  assert_thawed
  assert_equal "$(calls 'lvcreate|mount' | cut -d ' ' -f 1-40)" "lvcreate --quiet --yes --snapshot --extents 100%FREE --name iris_backup iris_database/data
mount --types xfs --options ro,nouuid,noatime,nodev,nosuid,noexec /dev/iris_database/iris_backup $ROOT/mnt/iris-backup/database"
  assert_equal "$(calls | grep -E 'ExternalThaw|^mount' | head -n 1)" 'iris session IRIS -U%SYS ##Class(Backup.General).ExternalThaw()'
}

@test "removes the snapshot after the copy, and notes the backup" {
  run_script iris-lvm-snapshot create
  run_script iris-lvm-snapshot remove

  [ ! -e "$LVM/snapshot" ]
  [ ! -e "$LVM/mounted" ]
  [ -s "$IRIS_AZURE_STATE/backup/last/lvm" ]
}

@test "fails without freezing where extents are too few" {
  local free
  for free in 0 49; do
    FREE_EXTENTS=$free run -1 run_script iris-lvm-snapshot create
    assert_equal "$(calls)" ''
  done
  FREE_EXTENTS=50 run -0 run_script iris-lvm-snapshot create
}

@test "thaws first where the snapshot cannot be taken or mounted, and leaves none" {
  FAIL=lvcreate run -1 run_script iris-lvm-snapshot create
  assert_thawed
  [ ! -e "$LVM/snapshot" ]
  refute_has "$(calls)" 'mount --types'

  FAIL=mount run -1 run_script iris-lvm-snapshot create
  assert_thawed
  [ ! -e "$LVM/snapshot" ]
}

@test "takes no snapshot where the freeze fails" {
  ANSWER_Freeze=3 run -1 run_script iris-lvm-snapshot create

  assert_equal "$(calls lvcreate)" ''
  assert_thawed
}

@test "keeps no snapshot of a freeze that ended too early" {
  stand_in lvcreate <<< ': > "$LVM/snapshot"; rm "$SIM/IRIS.frozen"'

  run -1 run_script iris-lvm-snapshot create

  [ ! -e "$LVM/snapshot" ]
}

@test "is thawed when it is killed between freeze and thaw, and begins anew" {
  stand_in lvcreate << 'END'
: > "$LVM/snapshot"
if [ ! -e "$LVM/killed" ]; then
  : > "$LVM/killed"
  kill -KILL "$PPID"
fi
END
  run run_script iris-lvm-snapshot create
  [ "$status" -ne 0 ]

  wait_until assert_thawed
  run -0 run_script iris-lvm-snapshot create
  [ -e "$LVM/mounted" ]
}

@test "ends when it is told to, and thaws" {
  stand_in lvcreate <<< ': > "$LVM/snapshot"; kill -TERM "$PPID"'

  run run_script iris-lvm-snapshot create

  [ "$status" -ne 0 ]
  assert_thawed
  [ ! -e "$LVM/snapshot" ]
}

@test "the agent learns that a snapshot was dropped because it was full" {
  run_script iris-lvm-snapshot create
  echo '  Swi-I-s---' > "$LVM/attributes"

  run -1 run_script iris-lvm-snapshot remove

  [ ! -e "$LVM/snapshot" ]
  [ ! -e "$IRIS_AZURE_STATE/backup/last/lvm" ]
  assert_has "$output" 'is not good'
  run -1 run_script iris-lvm-snapshot remove
}

@test "begins anew over a snapshot that was left" {
  run_script iris-lvm-snapshot create
  forget_calls

  run_script iris-lvm-snapshot create

  assert_has "$(calls)" "umount $ROOT/mnt/iris-backup/database"
  assert_has "$(calls)" 'lvremove --quiet --yes iris_database/iris_backup'
}

@test "fails at every command once and completes on the next run" {
  local number total
  run_script iris-lvm-snapshot create
  total=$(grep -c . "$CALLS")
  for ((number = 1; number <= total; number++)); do
    no_guard
    fresh_machine
    FAIL_AT=$number run run_script iris-lvm-snapshot create
    wait_until assert_thawed
    run -0 run_script iris-lvm-snapshot create
    [ -e "$LVM/consistent" ] || fail "not consistent after $number"
  done
}

@test "fails where no volume has room for snapshots" {
  sed -i 1d "$IRIS_AZURE_ETC/volumes.tsv"

  run -1 run_script iris-lvm-snapshot create

  assert_has "$output" 'no volume of this machine has room for snapshots'
}
