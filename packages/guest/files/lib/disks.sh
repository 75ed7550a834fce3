# shellcheck shell=bash
# Disks by their LUN, what is on them, and the volumes made of them. After common.sh and steps.sh.

# each_volume FUNCTION: calls it for each volume of this machine, with VOLUME its name, VOLUME_LUNS the LUNs of its disks,
# VOLUME_POINT its mount point, VOLUME_STRIPE in KiB (0: a single disk), VOLUME_FREE the share of its group that is left free,
# in percent (0 on a single disk: no LVM).
each_volume() {
  local file=$IRIS_AZURE_ETC/volumes.tsv luns system taken=' ' lun
  [ -r "$file" ] || die "$file is missing: it is written by cloud-init at the first boot"
  while IFS=$'\t' read -r VOLUME luns VOLUME_POINT system VOLUME_STRIPE VOLUME_FREE <&3 || [ -n "$VOLUME" ]; do
    case $VOLUME in '' | '#'*) continue ;; esac
    [[ $VOLUME =~ ^[a-z][a-z0-9-]*$ ]] || bad_volume 'name' 'lower-case letters, digits and dashes' "$VOLUME"
    [[ $luns =~ ^[0-9]+(,[0-9]+)*$ ]] || bad_volume 'LUNs' 'numbers with commas between' "$luns"
    [[ $VOLUME_POINT =~ ^/[A-Za-z0-9/._-]+$ ]] || bad_volume 'mount point' 'an absolute path' "$VOLUME_POINT"
    [ "$system" = xfs ] || bad_volume 'file system' xfs "$system"
    [[ $VOLUME_STRIPE =~ ^[0-9]+$ ]] || bad_volume 'stripe' 'a number of KiB' "$VOLUME_STRIPE"
    [[ $VOLUME_FREE =~ ^([0-9]|[1-4][0-9]|50)$ ]] || bad_volume 'free share' '0 to 50 percent' "$VOLUME_FREE"
    IFS=, read -ra VOLUME_LUNS <<< "$luns"
    for lun in "${VOLUME_LUNS[@]}"; do
      [[ $taken != *" $lun "* ]] || die "LUN $lun is in two volumes of $file"
      taken+="$lun "
    done
    [[ $taken != *" $(volume_label) "* ]] ||
      die "volume $VOLUME has the label $(volume_label) like one before it in $file; the first seven letters must differ"
    taken+="$(volume_label) "
    "$1"
  done 3< "$file"
}

# bad_volume FIELD ALLOWED RECEIVED
bad_volume() { die "the $1 of volume '$VOLUME' must be $2, got '$3' in $IRIS_AZURE_ETC/volumes.tsv"; }

# volume_label: label of the volume's file system. XFS keeps 12 characters.
volume_label() { printf '%.12s' "iris-$VOLUME"; }

# volume_on_lvm: whether the volume is a logical one.
volume_on_lvm() { [ "${#VOLUME_LUNS[@]}" -gt 1 ] || [ "$VOLUME_FREE" -gt 0 ]; }

# volume_group NAME, logical_volume NAME: names of the volume's group, and of the volume within it. Dashes would be doubled by
# the device mapper.
volume_group() { printf 'iris_%s' "${1//-/_}"; }
readonly LOGICAL_VOLUME=data
logical_volume_path() { printf '/dev/%s/%s' "$(volume_group "$1")" "$LOGICAL_VOLUME"; }

# find_disk LUN: prints the device of a data disk; nothing when there is none yet.
#
# Rules of udev name it on most images: those of azure-vm-utils, or of the Azure agent and of cloud-init (SCSI alone). Where
# no rule knows NVMe, the number of the namespace tells: 1 is the system's disk, data disks follow from 2.
find_disk() {
  local lun=$1 prefix=${IRIS_AZURE_ROOT:-} link device model nsid found=()
  for link in "$prefix/dev/disk/azure/data/by-lun/$lun" "$prefix/dev/disk/azure/scsi1/lun$lun"; do
    if [ -e "$link" ]; then
      readlink --canonicalize "$link"
      return 0
    fi
  done
  for device in "$prefix"/sys/block/nvme*; do
    # Paths of a multipath namespace (nvme0c0n1) are no disks.
    [[ ${device##*/} =~ ^nvme[0-9]+n[0-9]+$ ]] || continue
    model=$(cat "$device/device/model" 2> /dev/null) || continue
    nsid=$(cat "$device/nsid" 2> /dev/null) || continue
    # Local disks are of other models ("Microsoft NVMe Direct Disk"), and each has a namespace 1 of its own.
    if [[ $model = 'MSFT NVMe Accelerator v1.0'* ]] && ((nsid == lun + 2)) && [ -e "$prefix/dev/${device##*/}" ]; then
      found+=("$(readlink --canonicalize "$prefix/dev/${device##*/}")")
    fi
  done
  if [ "${#found[@]}" -gt 1 ]; then
    die "LUN $lun is one of ${found[*]}, and nothing tells which; install azure-vm-utils, whose rules do"
  fi
  if [ "${#found[@]}" -eq 1 ]; then
    printf '%s\n' "${found[0]}"
  fi
}

# wait_for_disk LUN: prints its device once it is there. Disks are attached while the machine already starts.
wait_for_disk() {
  local lun=$1 limit began device
  limit=$(number DISK_WAIT_SECONDS 300)
  began=$(uptime_seconds)
  while true; do
    device=$(find_disk "$lun")
    if [ -n "$device" ]; then
      printf '%s\n' "$device"
      return 0
    fi
    if (($(uptime_seconds) - began >= limit)); then
      die "no disk has LUN $lun, $limit s after the first look; attach it. If it is attached (lsblk), install" \
        'azure-vm-utils, whose rules name disks in /dev/disk/azure'
    fi
    sleep 2
  done
}

# signatures DEVICE: what is on it as NAME=VALUE lines (TYPE, LABEL, UUID, PTTYPE), read from the device and not from a cache.
# TYPE is `several` where it holds traces of more than one kind.
signatures() {
  local status=0 output
  output=$(blkid --probe --output export "$1") || status=$?
  case $status in
    0) printf '%s\n' "$output" ;;
    2) ;;
    8) printf 'TYPE=several\n' ;;
    *) die "cannot read $1: blkid ends with exit code $status" ;;
  esac
}

# field NAME: the value of that line of standard input.
field() { sed -n "s/^$1=//p"; }

# disk_content DEVICE: prints `blank`, `xfs LABEL`, `lvm`, or another kind of content in words.
disk_content() {
  local device=$1 found type table parts status=0
  found=$(signatures "$device")
  parts=$(lsblk --noheadings --list --output NAME "$device")
  type=$(field TYPE <<< "$found")
  table=$(field PTTYPE <<< "$found")
  case $type in
    xfs) printf 'xfs %s\n' "$(field LABEL <<< "$found")" ;;
    LVM2_member) printf 'lvm\n' ;;
    '')
      if [ -n "$table" ]; then
        printf 'a partition table (%s)\n' "$table"
      elif [[ $parts = *$'\n'* ]]; then
        printf 'partitions or volumes\n'
      else
        # Azure's new disks read as zeros. What has anything else in its first MiB may be data of a kind that nobody knows.
        cmp --silent --bytes=1048576 "$device" /dev/zero || status=$?
        case $status in
          0) printf 'blank\n' ;;
          1) printf 'data of an unknown kind\n' ;;
          *) die "cannot read $device" ;;
        esac
      fi
      ;;
    several) printf 'traces of several file systems\n' ;;
    *) printf 'a file system or the like (%s)\n' "$type" ;;
  esac
}

# disk_identity DEVICE: what tells a disk from the next one at the same LUN.
disk_identity() {
  local identity
  identity=$(lsblk --nodeps --noheadings --bytes --output WWN,SERIAL,SIZE "$1") || die "cannot read $1: lsblk fails"
  tr --squeeze-repeats ' ' <<< "$identity"
}

# making_note: file that names the disks of the volume while it is made, all found blank before. A set-up that was cut off
# knows by it that what is on them is its own half-made work.
making_note() { printf '%s' "$IRIS_AZURE_STATE/volumes/$VOLUME.making"; }

# note_making DEVICE: the disk is blank and becomes part of the volume.
note_making() {
  local identity note
  note=$(making_note)
  identity=$(disk_identity "$1")
  if ! half_made "$1"; then
    { cat "$note" 2> /dev/null || true; printf '%s\n' "$identity"; } | write_file 600 root:root "$note"
  fi
}

# half_made DEVICE: whether an earlier run began to make the volume of this disk, and did not end.
half_made() {
  local identity
  identity=$(disk_identity "$1") || exit 1
  grep -qsxF -- "$identity" "$(making_note)"
}

# refuse_disk DEVICE LUN CONTENT
refuse_disk() {
  die "the disk at LUN $2 ($1) of volume $VOLUME holds $3, and nothing on it is touched. If it is the wrong disk, attach the" \
    "right one; if nothing on it is needed: wipefs --all $1 && blkdiscard --zeroout --length 1MiB $1"
}

# rescan_disk DEVICE: lets the kernel see that a disk has grown. NVMe disks tell it by themselves.
rescan_disk() {
  local file=${IRIS_AZURE_ROOT:-}/sys/class/block/${1##*/}/device/rescan
  if [ -e "$file" ]; then
    printf '1\n' > "$file"
  fi
}
