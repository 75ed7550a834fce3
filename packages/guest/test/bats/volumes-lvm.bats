#!/usr/bin/env bats
# Step volumes: several disks, by LVM. Disks are files, and LVM is a stand-in that keeps its books in $ROOT/lvm; the file
# system in the volume is real.

setup() {
  load support
  fresh_machine
}

# A machine with a database on four disks of 1 GiB at LUN 8 to 11, striped by 64 KiB, 20 percent of the group free.
prepare() {
  local lun
  settings ROLE=primary DISK_WAIT_SECONDS=0
  volume 8,9,10,11 64 20
  mkdir -p "$ROOT/lvm" "$ROOT/etc"
  : > "$ROOT/etc/fstab"
  : > "$ROOT/lvm/pvs"
  : > "$ROOT/lvm/lvs"
  : > "$ROOT/mounts"
  for lun in 8 9 10 11; do
    disk "$lun"
  done
  lvm
  stand_in systemctl < /dev/null
  stand_in --reads lsblk << 'END'
case $* in
  *WWN*) echo "naa.${!#} $(basename "${!#}") $(stat --format=%s "${!#}")" ;;
  *) basename "${!#}" ;;
esac
END
  stand_in --reads blkid << 'END'
if grep -q "^${!#} " "$ROOT/lvm/pvs"; then
  printf 'TYPE=LVM2_member\nUUID=lvm\n'
else
  /usr/sbin/blkid "$@"
fi
END
  stand_in --reads blockdev <<< 'stat --format=%s "${!#}"'
  stand_in --reads findmnt <<< 'awk -v point="${!#}" "\$2 == point { print \$1; found = 1 } END { exit !found }" "$ROOT/mounts"'
  stand_in mount << 'END'
echo "$(/usr/sbin/blkid --probe --match-tag UUID --output value "$5") $6 $5 $(stat --format=%s "$5")" >> "$ROOT/mounts"
END
  stand_in --reads xfs_info << 'END'
size=$(awk -v point="$1" '$2 == point { print $4 }' "$ROOT/mounts")
echo "meta-data=/dev/x               isize=512    agcount=4, agsize=1 blks"
echo "data     =                       bsize=4096   blocks=$((size / 4096)), imaxpct=25"
END
  stand_in xfs_growfs << 'END'
device=$(awk -v point="$2" '$2 == point { print $3 }' "$ROOT/mounts")
awk -v point="$2" -v size="$(stat --format=%s "$device")" '$2 == point { $4 = size } { print }' "$ROOT/mounts" > "$ROOT/mounts.new"
mv "$ROOT/mounts.new" "$ROOT/mounts"
END
  # The same identifier each time, so that machines can be compared.
  stand_in mkfs.xfs <<< '/usr/sbin/mkfs.xfs -m uuid=00000000-0000-0000-0000-000000000001 "$@"'
}

# LVM. Books: pvs "DEVICE GROUP EXTENTS TAKEN BYTES" (GROUP - for none), lvs "GROUP VOLUME".
lvm() {
  cat > "$STAND_INS/books" << 'END'
# extents BYTES: of 4 MiB, behind the first MiB.
extents() { echo $((($1 / 1048576 - 1) / 4)); }
# change DEVICE FIELD VALUE
change() {
  awk -v device="$1" -v field="$2" -v value="$3" '$1 == device { $field = value } { print }' "$ROOT/lvm/pvs" > "$ROOT/lvm/pvs.new"
  mv "$ROOT/lvm/pvs.new" "$ROOT/lvm/pvs"
}
value() { awk -v device="$1" -v field="$2" '$1 == device { print $field }' "$ROOT/lvm/pvs"; }
option() { local want=$1; shift; while [ $# -gt 0 ]; do if [ "$1" = "$want" ]; then echo "$2"; fi; shift; done; }
# take EXTENTS PATH DEVICE...: extents of a volume, from all of these disks alike.
take() {
  local each=$(($1 / ($# - 2))) path=$2 device
  [ $((each * ($# - 2))) -eq "$1" ] || exit 5
  shift 2
  for device in "$@"; do
    [ $(($(value "$device" 4) + each)) -le "$(value "$device" 3)" ] || exit 5
    change "$device" 4 $(($(value "$device" 4) + each))
  done
  truncate --size="+$((each * $# * 4))M" "$path"
}
END
  stand_in pvcreate << 'END'
echo "${!#} - 0 0 $(stat --format=%s "${!#}")" >> "$ROOT/lvm/pvs"
END
  stand_in vgcreate << 'END'
. "$STAND_INS/books"
change "$5" 2 "$4"
change "$5" 3 "$(extents "$(value "$5" 5)")"
END
  stand_in vgextend << 'END'
. "$STAND_INS/books"
change "$3" 2 "$2"
change "$3" 3 "$(extents "$(value "$3" 5)")"
END
  stand_in pvresize << 'END'
. "$STAND_INS/books"
change "$2" 5 "$(stat --format=%s "$2")"
change "$2" 3 "$(extents "$(value "$2" 5)")"
END
  stand_in lvcreate << 'END'
. "$STAND_INS/books"
mapfile -t devices < <(printf '%s\n' "$@" | grep "^$ROOT")
group=$(printf '%s\n' "$@" | grep -x 'iris_[a-z]*')
mkdir -p "$ROOT/dev/$group"
take "$(option --extents "$@")" "$ROOT/dev/$group/data" "${devices[@]}"
echo "$group $(option --name "$@")" >> "$ROOT/lvm/lvs"
END
  stand_in lvextend << 'END'
. "$STAND_INS/books"
mapfile -t devices < <(printf '%s\n' "$@" | grep "^$ROOT")
group=$(printf '%s\n' "$@" | grep -x 'iris_[a-z]*/data')
take "$(option --extents "$@" | tr -d +)" "$ROOT/dev/$group" "${devices[@]}"
END
  stand_in vgchange <<< 'mv "$ROOT/dev/${!#}.off" "$ROOT/dev/${!#}"'
  stand_in --reads pvs << 'END'
. "$STAND_INS/books"
group=$(option --select "$@" | sed 's/^vg_name=//')
awk -v group="$group" -v fields="$(option --options "$@")" '
  group == "" || $2 == group {
    count = split(fields, names, ",")
    value["pv_name"] = $1; value["vg_name"] = $2 == "-" ? "" : $2
    value["pv_pe_count"] = $3; value["pv_pe_alloc_count"] = $4
    value["pv_size"] = $2 == "-" ? $5 : $3 * 4194304
    line = "  " value[names[1]]
    for (i = 2; i <= count; i++) line = line " " value[names[i]]
    print line
  }' "$ROOT/lvm/pvs"
END
  stand_in --reads lvs << 'END'
. "$STAND_INS/books"
awk -v group="$(option --select "$@" | sed 's/^vg_name=//')" '$1 == group { print "  " $2 }' "$ROOT/lvm/lvs"
END
}

# volume LUNS STRIPE FREE
volume() { printf 'database\t%s\t/iris/databases\txfs\t%s\t%s\n' "$@" > "$IRIS_AZURE_ETC/volumes.tsv"; }

# disk LUN: attaches a blank disk of 1 GiB.
disk() {
  mkdir -p "$ROOT/disks" "$ROOT/dev/disk/azure/scsi1"
  truncate --size=1G "$ROOT/disks/lun$1"
  ln -s "$ROOT/disks/lun$1" "$ROOT/dev/disk/azure/scsi1/lun$1"
}

# lvm_calls: calls of LVM that change something, with names of disks alone.
lvm_calls() { calls '(pv|vg|lv)[a-z]+ ' | sed -e "s|$ROOT/disks/||g"; }

@test "stripes a database over its disks, and leaves a share of each free for snapshots" {
  step volumes

  assert_equal "$(lvm_calls)" 'pvcreate --quiet lun8
vgcreate --quiet --physicalextentsize 4m iris_database lun8
pvcreate --quiet lun9
vgextend --quiet iris_database lun9
pvcreate --quiet lun10
vgextend --quiet iris_database lun10
pvcreate --quiet lun11
vgextend --quiet iris_database lun11
lvcreate --quiet --yes --wipesignatures y --name data --stripes 4 --stripesize 64k --extents 816 iris_database lun8 lun9 lun10 lun11'
}

@test "makes the file system in the volume, and mounts it" {
  step volumes

  assert_equal "$(/usr/sbin/blkid --probe --match-tag LABEL --output value "$ROOT/dev/iris_database/data")" iris-databas
  assert_has "$(calls mount)" "mount --types xfs --options noatime $ROOT/dev/iris_database/data $ROOT/iris/databases"
  assert_has "$(cat "$ROOT/etc/fstab")" 'UUID=00000000-0000-0000-0000-000000000001 /iris/databases xfs noatime,nofail'
}

@test "takes all extents where nothing is to stay free" {
  volume 8,9,10,11 64 0

  step volumes

  assert_has "$(lvm_calls)" '--extents 1020 iris_database'
}

@test "a single disk that leaves room for snapshots is of LVM, too, without stripes" {
  volume 8 0 20

  step volumes

  assert_has "$(lvm_calls)" '--name data --stripes 1 --extents 204 iris_database lun8'
}

@test "changes nothing the second time" {
  step volumes

  assert_unchanged step volumes
}

@test "grows, striped, when its disks are larger than before" {
  step volumes
  forget_calls
  truncate --size=2G "$ROOT"/disks/lun{8,9,10,11}

  step volumes

  assert_equal "$(lvm_calls)" 'pvresize --quiet lun8
pvresize --quiet lun9
pvresize --quiet lun10
pvresize --quiet lun11
lvextend --quiet --yes --stripes 4 --stripesize 64k --extents +816 iris_database/data lun8 lun9 lun10 lun11'
  assert_equal "$(calls xfs_growfs)" "xfs_growfs -d $ROOT/iris/databases"
  assert_equal "$(calls mkfs.xfs)" ''
  assert_unchanged step volumes
}

@test "grows by disks that come anew, striped over those" {
  step volumes
  forget_calls
  disk 12
  disk 13
  volume 8,9,10,11,12,13 64 20

  step volumes

  assert_equal "$(lvm_calls)" 'pvcreate --quiet lun12
vgextend --quiet iris_database lun12
pvcreate --quiet lun13
vgextend --quiet iris_database lun13
lvextend --quiet --yes --stripes 2 --stripesize 64k --extents +408 iris_database/data lun12 lun13'
  assert_equal "$(calls mkfs.xfs)" ''
  assert_unchanged step volumes
}

@test "never becomes smaller: a larger free share and a disk less change nothing" {
  step volumes
  forget_calls
  volume 8,9,10 64 40

  run step volumes

  [ "$status" -eq 0 ]
  assert_equal "$(lvm_calls)" ''
  assert_has "$output" "is also on $ROOT/disks/lun11, which is none of volume database"
}

@test "does not grow under a snapshot, and says so" {
  step volumes
  forget_calls
  echo 'iris_database snapshot' >> "$ROOT/lvm/lvs"
  truncate --size=2G "$ROOT"/disks/lun{8,9,10,11}

  run step volumes

  [ "$status" -eq 0 ]
  assert_equal "$(calls lvextend)" ''
  assert_has "$output" 'could grow, but has a snapshot (data snapshot )'
}

@test "takes the group of an earlier machine as it is, and activates it" {
  step volumes
  rm -r "$IRIS_AZURE_STATE"
  mv "$ROOT/dev/iris_database" "$ROOT/dev/iris_database.off"
  : > "$ROOT/mounts"
  forget_calls

  step volumes

  assert_equal "$(lvm_calls)" 'vgchange --quiet --activate y iris_database'
  assert_equal "$(calls mkfs.xfs)" ''
  assert_has "$(cat "$ROOT/mounts")" /iris/databases
}

@test "lets LVM know disks of an earlier machine where it looks at listed ones alone" {
  step volumes
  cp "$ROOT/lvm/pvs" "$ROOT/lvm/all"
  mkdir -p "$ROOT/etc/lvm/devices"
  : > "$ROOT/etc/lvm/devices/system.devices"
  sed -i '/lun9 /d' "$ROOT/lvm/pvs"
  # The label is still on the disk.
  stand_in --reads blkid <<< 'case ${!#} in *lun*) echo TYPE=LVM2_member ;; *) /usr/sbin/blkid "$@" ;; esac'
  stand_in lvmdevices <<< 'cp "$ROOT/lvm/all" "$ROOT/lvm/pvs"'
  forget_calls

  step volumes

  assert_equal "$(lvm_calls)" "lvmdevices --adddev lun9"
}

@test "fails on a disk that is of another group" {
  echo "$ROOT/disks/lun9 backup 255 0 1073741824" >> "$ROOT/lvm/pvs"

  run step volumes

  [ "$status" -eq 1 ]
  assert_has "$output" "the disk at LUN 9 ($ROOT/disks/lun9) of volume database holds volume group backup"
}

@test "fails on a disk of LVM that is in no group, and that it did not make" {
  echo "$ROOT/disks/lun9 - 0 0 1073741824" >> "$ROOT/lvm/pvs"

  run step volumes

  [ "$status" -eq 1 ]
  assert_has "$output" 'holds a disk of LVM without a volume group'
}

@test "fails on a disk with a file system of its own" {
  mke2fs -q -F "$ROOT/disks/lun10"
  before=$(head --bytes=1M "$ROOT/disks/lun10" | sha256sum)

  run step volumes

  [ "$status" -eq 1 ]
  assert_has "$output" 'the disk at LUN 10'
  assert_equal "$(head --bytes=1M "$ROOT/disks/lun10" | sha256sum)" "$before"
}

@test "fails on a volume that has become another file system" {
  step volumes
  mke2fs -q -F "$ROOT/dev/iris_database/data"
  : > "$ROOT/mounts"
  forget_calls

  run step volumes

  [ "$status" -eq 1 ]
  assert_equal "$(calls mkfs.xfs)" ''
  assert_has "$output" 'a file system or the like (ext2)'
}

# with_disks LUNS STRIPE FREE: fewer of them are enough to be disturbed, and sooner done.
with_disks() {
  local changed
  DISKS=("$@")
  changed=$(declare -f prepare | sed '1s/prepare/prepare_four/')
  eval "$changed"
  prepare() {
    prepare_four
    volume "${DISKS[@]}"
  }
  fresh_machine
}

@test "completes after any command has failed once" {
  with_disks 8 0 20

  completes_after FAIL_AT step volumes
}

@test "completes after it was killed at any command" {
  with_disks 8,9 64 20

  completes_after KILL_AFTER step volumes
}

@test "completes after it was killed at any command while it grows" {
  with_disks 8,9 64 20
  prepare() {
    prepare_four
    volume 8,9 64 20
    step volumes 2> /dev/null
    truncate --size=2G "$ROOT"/disks/lun{8,9}
    disk 12
    volume 8,9,12 64 20
    forget_calls
  }
  fresh_machine

  completes_after KILL_AFTER step volumes
}
