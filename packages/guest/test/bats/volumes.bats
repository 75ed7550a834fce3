#!/usr/bin/env bats
# Step volumes: single disks, on loop devices, with XFS and mounts that are real.

setup() {
  load support
  fresh_machine
}

teardown() {
  dismantle
}

# A machine with one volume, journal, on the disk at LUN 2.
prepare() {
  settings ROLE=primary DISK_WAIT_SECONDS=1
  printf 'journal\t2\t/iris/journal\txfs\t0\t0\n' > "$IRIS_AZURE_ETC/volumes.tsv"
  printf '# disks of the system\nUUID=0 / ext4 defaults 0 1\n' > "$ROOT/etc/fstab"
  disk 2 400M
  recorded mount chown xfs_growfs mv
  recorded --reads blkid findmnt xfs_db
  stand_in systemctl < /dev/null
  # The same identifier each time, so that machines can be compared; another one for each test, since they run side by side.
  # shellcheck disable=SC2016
  stand_in mkfs.xfs <<< "$(PATH=$REAL_PATH type -P mkfs.xfs)"' -m uuid=00000000-0000-0000-0000-$(printf %012d $((BATS_TEST_NUMBER + ${UUID_OFFSET:-0}))) "$@"'
  export BATS_TEST_NUMBER
}

# disk LUN SIZE: attaches a blank disk.
disk() {
  local file=$BATS_TEST_TMPDIR/disk-$1
  rm -f "$file"
  truncate --size="$2" "$file"
  attach "$1"
}

# attach LUN: the disk that was made for it.
attach() {
  local device
  # Tests side by side may look for the same free device.
  device=$(losetup --find --show "$BATS_TEST_TMPDIR/disk-$1" || losetup --find --show "$BATS_TEST_TMPDIR/disk-$1")
  mkdir -p "$ROOT/dev/disk/azure/scsi1"
  ln -sfn "$device" "$ROOT/dev/disk/azure/scsi1/lun$1"
}

# device LUN: its device.
device() { readlink "$ROOT/dev/disk/azure/scsi1/lun$1"; }

# dismantle: leaves no mount and no loop device.
dismantle() {
  local point file
  while read -r point; do
    umount "$point"
  done < <(findmnt --noheadings --list --output TARGET | grep "^$BATS_TEST_TMPDIR/" | sort --reverse)
  for file in "$BATS_TEST_TMPDIR"/disk-*; do
    losetup --associated "$file" --noheadings --output NAME | xargs -r -n 1 losetup --detach
  done
}

# resize LUN SIZE: the disk is larger from now on.
resize() {
  truncate --size="$2" "$BATS_TEST_TMPDIR/disk-$1"
  losetup --set-capacity "$(device "$1")"
}

@test "makes a file system on a blank disk, mounts it, and gives it to the instance" {
  step volumes

  assert_equal "$(findmnt --noheadings --output SOURCE,FSTYPE "$ROOT/iris/journal" | tr -s ' ')" "$(device 2) xfs"
  assert_equal "$(blkid --probe --match-tag LABEL --output value "$(device 2)")" iris-journal
  assert_has "$(findmnt --noheadings --output OPTIONS "$ROOT/iris/journal")" noatime
  assert_equal "$(stat --format='%u:%g %a' "$ROOT/iris/journal")" '51773:52773 770'
}

@test "is mounted at each boot, by its identifier; a boot without it goes on" {
  step volumes

  assert_equal "$(cat "$ROOT/etc/fstab")" "# disks of the system
UUID=0 / ext4 defaults 0 1
UUID=$(blkid --probe --match-tag UUID --output value "$(device 2)") /iris/journal xfs noatime,nofail,x-systemd.device-timeout=5min 0 0"
  assert_line "$(calls systemctl)" 'systemctl daemon-reload'
}

@test "systemd and mount understand the line in fstab" {
  step volumes

  run findmnt --verify --tab-file "$ROOT/etc/fstab"
  assert_has "$output" '0 parse errors'
  mkdir "$ROOT/units"
  SYSTEMD_FSTAB="$ROOT/etc/fstab" SYSTEMD_SYSROOT_FSTAB=/dev/null \
    /lib/systemd/system-generators/systemd-fstab-generator "$ROOT/units" "$ROOT/units" "$ROOT/units"
  # Mounted without anybody waiting for it: wanted by local-fs.target, which does not require it.
  [ -e "$ROOT/units/local-fs.target.wants/iris-journal.mount" ]
  [ ! -e "$ROOT/units/local-fs.target.requires/iris-journal.mount" ]
}

@test "the installation is readable for all" {
  printf 'installation\t2\t/iris/install\txfs\t0\t0\n' > "$IRIS_AZURE_ETC/volumes.tsv"

  step volumes

  assert_mode 755 "$ROOT/iris/install"
}

@test "changes nothing the second time" {
  step volumes
  echo data > "$ROOT/iris/journal/data"

  assert_unchanged step volumes

  assert_equal "$(cat "$ROOT/iris/journal/data")" data
}

@test "changes no line of fstab the second time, with several volumes" {
  printf 'wij\t1\t/iris/wij\txfs\t0\t0\n' >> "$IRIS_AZURE_ETC/volumes.tsv"
  disk 1 400M
  export UUID_OFFSET=500000
  printf 'wij\t1\t/iris/wij\txfs\t0\t0\n' > "$IRIS_AZURE_ETC/volumes.tsv"
  step volumes
  unset UUID_OFFSET
  printf 'journal\t2\t/iris/journal\txfs\t0\t0\n' >> "$IRIS_AZURE_ETC/volumes.tsv"
  step volumes

  assert_unchanged step volumes

  assert_equal "$(findmnt --noheadings --output SOURCE "$ROOT/iris/wij")" "$(device 1)"
  assert_equal "$(grep -c /iris/ "$ROOT/etc/fstab")" 2
}

@test "mounts again what was unmounted" {
  step volumes
  echo data > "$ROOT/iris/journal/data"
  umount "$ROOT/iris/journal"

  step volumes

  assert_equal "$(cat "$ROOT/iris/journal/data")" data
  assert_equal "$(calls mkfs.xfs | wc -l)" 1
}

@test "takes the disk of an earlier machine as it is" {
  step volumes
  echo data > "$ROOT/iris/journal/data"
  umount "$ROOT/iris/journal"
  losetup --detach "$(device 2)"
  mv "$BATS_TEST_TMPDIR/disk-2" "$BATS_TEST_TMPDIR/kept"
  fresh_machine
  dismantle
  mv "$BATS_TEST_TMPDIR/kept" "$BATS_TEST_TMPDIR/disk-2"
  attach 2

  step volumes

  assert_equal "$(cat "$ROOT/iris/journal/data")" data
  assert_equal "$(calls mkfs.xfs)" ''
}

# refuses CONTENT: fails, names the content, and writes nothing to the disk.
refuses() {
  local before
  before=$(sha256sum < "$(device 2)")
  run step volumes
  [ "$status" -eq 1 ]
  assert_has "$output" "the disk at LUN 2 ($(device 2)) of volume journal holds $1"
  assert_has "$output" 'nothing on it is touched'
  assert_equal "$(calls)" ''
  assert_equal "$(sha256sum < "$(device 2)")" "$before"
}

@test "fails on a disk with another file system" {
  mke2fs -q "$(device 2)"

  refuses 'a file system or the like (ext2)'
}

@test "fails on a disk with the XFS of another volume" {
  mkfs.xfs -q -L iris-wij "$(device 2)"
  forget_calls

  refuses 'xfs iris-wij'
}

@test "fails on a disk with a partition table" {
  echo ',,L' | sfdisk --quiet --no-reread --no-tell-kernel "$(device 2)"

  refuses 'a partition table (dos)'
}

@test "fails on a disk with an empty partition table" {
  echo 'label: gpt' | sfdisk --quiet --no-reread --no-tell-kernel "$(device 2)"

  refuses 'a partition table (gpt)'
}

@test "fails on a disk with data of a kind that nobody knows" {
  printf 'precious' | dd of="$(device 2)" bs=1 seek=70000 conv=notrunc status=none

  refuses 'data of an unknown kind'
}

@test "fails on a disk of LVM" {
  # The label that LVM writes into the second sector.
  printf 'LABELONE\1\0\0\0\0\0\0\0\x52\xb3\x58\x1b\x20\0\0\0LVM2 001' |
    dd of="$(device 2)" bs=512 seek=1 conv=notrunc status=none
  kind=$(blkid --probe --match-tag TYPE --output value "$(device 2)" || true)
  [ "$kind" = LVM2_member ] || skip 'no label that blkid takes'

  refuses 'lvm'
}

@test "what it says to do makes a disk usable" {
  mke2fs -q "$(device 2)"
  run step volumes
  command=$(grep -o 'wipefs --all .*' <<< "$output")
  assert_has "$command" "$(device 2)"
  eval "$command" > /dev/null

  step volumes

  mountpoint --quiet "$ROOT/iris/journal"
}

@test "a disk that cannot be read is not taken for blank" {
  stand_in --reads blkid <<< 'exit 4'

  run step volumes

  [ "$status" -eq 1 ]
  assert_equal "$(calls)" ''
}

@test "fails where the mount point has files that the volume would hide" {
  mkdir -p "$ROOT/iris/journal"
  echo data > "$ROOT/iris/journal/20260101.001"

  run step volumes

  [ "$status" -eq 1 ]
  assert_has "$output" '/iris/journal has files of its own'
  ! mountpoint --quiet "$ROOT/iris/journal"
}

@test "fails where something else is mounted" {
  mkdir -p "$ROOT/iris/journal"
  disk 9 400M
  /usr/sbin/mkfs.xfs -q "$(device 9)"
  mount "$(device 9)" "$ROOT/iris/journal"

  run step volumes

  [ "$status" -eq 1 ]
  assert_has "$output" 'is mounted at /iris/journal; unmount it'
}

@test "grows with its disk" {
  step volumes
  echo data > "$ROOT/iris/journal/data"
  resize 2 600M

  step volumes

  (($(stat --file-system --format='%b * %S' "$ROOT/iris/journal") > 500 * 1024 * 1024))
  assert_equal "$(cat "$ROOT/iris/journal/data")" data
  assert_unchanged step volumes
}

@test "grows nothing where the disk has the size it had" {
  step volumes

  assert_equal "$(calls xfs_growfs)" ''
}

@test "lets the kernel look at the size of SCSI disks" {
  name=$(basename "$(device 2)")
  mkdir -p "$ROOT/sys/class/block/$name/device"
  : > "$ROOT/sys/class/block/$name/device/rescan"

  step volumes

  assert_equal "$(cat "$ROOT/sys/class/block/$name/device/rescan")" 1
}

@test "waits for a disk that is attached late" {
  link=$ROOT/dev/disk/azure/scsi1/lun2
  mv "$link" "$link.later"
  settings ROLE=primary DISK_WAIT_SECONDS=20
  (sleep 1 && mv "$link.later" "$link") 3>&- &

  step volumes

  mountpoint --quiet "$ROOT/iris/journal"
}

@test "fails when a disk does not come, and says which" {
  rm "$ROOT/dev/disk/azure/scsi1/lun2"

  run step volumes

  [ "$status" -eq 1 ]
  assert_has "$output" 'no disk has LUN 2, 1 s after the first look; attach it'
}

@test "finds a disk by the rules of azure-vm-utils" {
  mkdir -p "$ROOT/dev/disk/azure/data/by-lun"
  mv "$ROOT/dev/disk/azure/scsi1/lun2" "$ROOT/dev/disk/azure/data/by-lun/2"

  step volumes

  mountpoint --quiet "$ROOT/iris/journal"
}

# namespace NAME NSID MODEL [DEVICE]: an NVMe namespace that no rule knows.
namespace() {
  mkdir -p "$ROOT/sys/block/$1/device"
  echo "$2" > "$ROOT/sys/block/$1/nsid"
  printf '%-40s\n' "$3" > "$ROOT/sys/block/$1/device/model"
  ln -sf "${4:-/dev/null}" "$ROOT/dev/$1"
}

@test "finds an NVMe disk by its namespace where no rule knows it" {
  disk2=$(device 2)
  rm "$ROOT/dev/disk/azure/scsi1/lun2"
  namespace nvme0n1 1 'MSFT NVMe Accelerator v1.0'
  namespace nvme0n2 2 'MSFT NVMe Accelerator v1.0'
  namespace nvme0n3 4 'MSFT NVMe Accelerator v1.0' "$disk2"
  namespace nvme0c0n3 4 'MSFT NVMe Accelerator v1.0'
  namespace nvme1n1 4 'Microsoft NVMe Direct Disk v2'

  step volumes

  assert_equal "$(findmnt --noheadings --output SOURCE "$ROOT/iris/journal")" "$disk2"
}

@test "fails where two NVMe disks could have the LUN" {
  rm "$ROOT/dev/disk/azure/scsi1/lun2"
  namespace nvme0n4 4 'MSFT NVMe Accelerator v1.0'
  namespace nvme1n4 4 'MSFT NVMe Accelerator v1.0'

  run step volumes

  [ "$status" -eq 1 ]
  assert_has "$output" 'nothing tells which; install azure-vm-utils'
}

@test "makes a file system once more that was cut off before it had a superblock" {
  # shellcheck disable=SC2016
  stand_in mkfs.xfs <<< 'printf half | dd of="${!#}" bs=1 seek=4096 conv=notrunc status=none; kill -KILL 0'
  run step volumes
  [ "$status" -ne 0 ]
  prepare_mkfs

  step volumes

  mountpoint --quiet "$ROOT/iris/journal"
  assert_has "$(journal)" 'once more: the last time it was cut off'
}

@test "makes a file system once more that was cut off before it was whole" {
  # shellcheck disable=SC2016
  stand_in mkfs.xfs <<< '/usr/sbin/mkfs.xfs "$@"; xfs_db -x -c "sb 0" -c "write -d inprogress 1" "${!#}" > /dev/null; kill -KILL 0'
  run step volumes
  [ "$status" -ne 0 ]
  assert_equal "$(xfs_db -r -c 'sb 0' -c 'print inprogress' "$(device 2)")" 'inprogress = 1'
  prepare_mkfs

  step volumes

  mountpoint --quiet "$ROOT/iris/journal"
}

# The real mkfs.xfs again.
prepare_mkfs() { recorded mkfs.xfs; }

@test "does not make a file system anew on another disk than the one that was cut off" {
  # shellcheck disable=SC2016
  stand_in mkfs.xfs <<< 'kill -KILL 0'
  run step volumes
  losetup --detach "$(device 2)"
  disk 2 500M
  printf 'precious' | dd of="$(device 2)" bs=1 seek=70000 conv=notrunc status=none
  prepare_mkfs

  run step volumes

  [ "$status" -eq 1 ]
  assert_has "$output" 'data of an unknown kind'
}

# bad FIELD-NUMBER VALUE: a volume of which a field is wrong.
bad() {
  printf 'journal\t2\t/iris/journal\txfs\t0\t0\n' |
    awk -F '\t' -v OFS='\t' -v field="$1" -v value="$2" '{ $field = value; print }' > "$IRIS_AZURE_ETC/volumes.tsv"
  run step volumes
  [ "$status" -eq 1 ] || fail "takes $2"
  assert_has "$output" "got '$2'"
  assert_equal "$(calls)" ''
}

@test "fails on a volume that is not written right" {
  bad 1 'Journal!'
  bad 2 two
  bad 3 iris/journal
  bad 3 '/iris/a b'
  bad 4 ext4
  bad 5 64k
  bad 6 51
}

@test "fails on a disk that is in two volumes" {
  printf 'wij\t2\t/iris/wij\txfs\t0\t0\n' >> "$IRIS_AZURE_ETC/volumes.tsv"

  run step volumes

  [ "$status" -eq 1 ]
  assert_has "$output" 'LUN 2 is in two volumes'
}

@test "fails on two volumes that cannot be told apart on disk" {
  printf 'journal-two\t3\t/iris/two\txfs\t0\t0\n' >> "$IRIS_AZURE_ETC/volumes.tsv"

  run step volumes

  [ "$status" -eq 1 ]
  assert_has "$output" 'volume journal-two has the label iris-journal like one before it'
}

@test "fails without a list of volumes" {
  rm "$IRIS_AZURE_ETC/volumes.tsv"

  run step volumes

  [ "$status" -eq 1 ]
  assert_has "$output" 'volumes.tsv is missing'
}

@test "real LVM takes the calls and gives the reports that the step reads, up to the volume itself" {
  # No volume: that takes a device mapper, which a kernel for tests may lack.
  stand_in lvcreate <<< 'exit 1'
  recorded pvcreate vgcreate vgextend pvresize
  disk 3 500M
  export LVM_SYSTEM_DIR=$BATS_TEST_TMPDIR/lvm DM_DISABLE_UDEV=1
  mkdir "$LVM_SYSTEM_DIR"
  printf '%s\n' "devices { use_devicesfile=0 filter=[\"a|^$(device 2)$|\", \"a|^$(device 3)$|\", \"r|.*|\"] }" \
    'backup { backup=0 archive=0 }' > "$LVM_SYSTEM_DIR/lvm.conf"
  printf 'bats-%s\t2,3\t/iris/databases\txfs\t64\t20\n' "$BATS_TEST_NUMBER" > "$IRIS_AZURE_ETC/volumes.tsv"
  group=iris_bats_$BATS_TEST_NUMBER

  run step volumes

  [ "$status" -ne 0 ]
  # 99 and 124 extents; 20 percent of each stay free, and stripes are as long as the smaller one has room for. LVM reports
  # devices by their names.
  assert_equal "$(calls lvcreate)" "lvcreate --quiet --yes --wipesignatures y --name data --stripes 2 --stripesize 64k \
--extents 158 $group $(printf '%s\n' "$(device 2)" "$(device 3)" | sort | paste -sd ' ')"
  forget_calls
  resize 2 500M

  run step volumes

  assert_equal "$(calls 'pv|vg')" "pvresize --quiet $(device 2)"
  assert_has "$(calls lvcreate)" '--extents 198'
}

@test "completes after any command has failed once" {
  completes_after FAIL_AT step volumes
}

@test "completes after it was killed at any command" {
  completes_after KILL_AFTER step volumes
}
