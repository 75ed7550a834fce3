#!/usr/bin/env bash
# Step: volumes of /etc/iris-azure/volumes.tsv: made once, mounted, and grown when their disks are larger than before.
#
# A disk is written to only when it is blank, or when this step began to make its volume and was cut off. Disks that hold a
# volume of an earlier machine are taken as they are. A volume never becomes smaller, and is never made anew.
# shellcheck source=packages/guest/files/lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
# shellcheck source=packages/guest/files/lib/steps.sh
. "$IRIS_AZURE_LIB/lib/steps.sh"
# shellcheck source=packages/guest/files/lib/packages.sh
. "$IRIS_AZURE_LIB/lib/packages.sh"
# shellcheck source=packages/guest/files/lib/disks.sh
. "$IRIS_AZURE_LIB/lib/disks.sh"
# LVM warns of the list of volumes, which is open while it runs.
export LC_ALL=C LVM_SUPPRESS_FD_WARNINGS=1

readonly root=${IRIS_AZURE_ROOT:-}

# The boot goes on without a volume (nofail): a machine in an emergency shell cannot be reached on Azure. What must not run
# without it says so itself: the unit of the instance requires its mounts (RequiresMountsFor), and iris-setup looks for them
# at each boot.
readonly mount_options=noatime,nofail,x-systemd.device-timeout=5min

# Smallest growth that is worth a call, in bytes: XFS does not use less.
readonly least_growth=$((16 * 1024 * 1024))

# Images of Azure have these tools; packages come after volumes, and fill in for other images.
tools() {
  if ! command -v mkfs.xfs > /dev/null; then
    install_packages xfsprogs
  fi
  if volume_on_lvm && ! command -v lvcreate > /dev/null; then
    install_packages lvm2
  fi
}

# set_up_volume: one volume, from its disks to its owner.
set_up_volume() {
  local lun device
  devices=()
  tools
  for lun in "${VOLUME_LUNS[@]}"; do
    device=$(wait_for_disk "$lun")
    rescan_disk "$device"
    devices+=("$device")
  done
  if volume_on_lvm; then
    set_up_group
    device=$root$(logical_volume_path "$VOLUME")
  else
    device=${devices[0]}
  fi
  make_file_system "$device"
  rm -f "$(making_note)"
  mount_volume "$device"
  grow_file_system "$device"
  own_volume
}

# make_file_system DEVICE: on a blank one; on the volume's own, if it is whole, nothing.
make_file_system() {
  local device=$1 content
  content=$(disk_content "$device")
  if [ "$content" = "xfs $(volume_label)" ] && { ! half_made "${devices[0]}" || whole_file_system "$device"; }; then
    return 0
  elif [ "$content" = blank ]; then
    note_making "${devices[0]}"
    info "makes the file system of volume $VOLUME on $device"
    mkfs.xfs -q -L "$(volume_label)" "$device"
  elif half_made "${devices[0]}" && [[ $content = "xfs $(volume_label)" || $content = 'data of an unknown kind' ]]; then
    info "makes the file system of volume $VOLUME on $device once more: the last time it was cut off"
    mkfs.xfs -q -f -L "$(volume_label)" "$device"
  else
    refuse_disk "$device" "${VOLUME_LUNS[*]}" "$content"
  fi
}

# whole_file_system DEVICE: mkfs.xfs marks a file system as in progress until all of it is written.
whole_file_system() { xfs_db -r -c 'sb 0' -c 'print inprogress' "$1" 2> /dev/null | grep -qx 'inprogress = 0'; }

# set_up_group: the volume group of all disks, and in it the striped volume, which leaves a share of each disk free.
set_up_group() {
  local group index device content present
  group=$(volume_group "$VOLUME")
  for index in "${!devices[@]}"; do
    device=${devices[$index]}
    content=$(disk_content "$device")
    case $content in
      blank)
        note_making "$device"
        info "gives the disk at LUN ${VOLUME_LUNS[$index]} ($device) to LVM"
        pvcreate --quiet "$device"
        ;;
      lvm) known_to_lvm "$device" ;;
      *) refuse_disk "$device" "${VOLUME_LUNS[$index]}" "$content" ;;
    esac
    join_group "$device" "${VOLUME_LUNS[$index]}" "$group"
  done
  pvs_of "$group" | while read -r device _; do
    [[ " ${devices[*]} " = *" $device "* ]] ||
      warn "volume group $group is also on $device, which is none of volume $VOLUME: disks are never taken out of a volume"
  done
  present=$(volumes_of "$group")
  if [ -n "$present" ] && ! [ -e "$root$(logical_volume_path "$VOLUME")" ]; then
    info "activates volume group $group"
    vgchange --quiet --activate y "$group"
  fi
  for device in "${devices[@]}"; do
    resize_disk "$device"
  done
  extend_volume "$group"
}

# known_to_lvm DEVICE: releases 9 and later of Red Hat and Oracle look at no disk that is not in their list, as those of an
# earlier machine are not.
known_to_lvm() {
  local known
  known=$(pv_report pv_name | tr -d ' ')
  if ! grep -qxF -- "$1" <<< "$known" && [ -e "$root/etc/lvm/devices/system.devices" ]; then
    info "adds $1 to the devices that LVM looks at"
    lvmdevices --adddev "$1"
  fi
}

# Reports of LVM: a line each. The device is given by its own name, whatever link LVM prefers.
pv_report() {
  local device rest
  pvs --noheadings --units b --nosuffix --separator ' ' --options "$@" | while read -r device rest; do
    printf '%s %s\n' "$(readlink --canonicalize "$device")" "$rest"
  done
}
group_of() { pv_report pv_name,vg_name | awk -v device="$1" '$1 == device { print $2 }'; }
pvs_of() { pv_report pv_name,pv_pe_count,pv_pe_alloc_count --select "vg_name=$1"; }
volumes_of() { lvs --noheadings --options lv_name --select "vg_name=$1" | tr -d ' '; }

# join_group DEVICE LUN GROUP
join_group() {
  local device=$1 lun=$2 group=$3 present members
  present=$(group_of "$device")
  members=$(pvs_of "$group")
  if [ "$present" = "$group" ]; then
    return 0
  elif [ -n "$present" ]; then
    refuse_disk "$device" "$lun" "volume group $present"
  elif ! half_made "$device"; then
    refuse_disk "$device" "$lun" 'a disk of LVM without a volume group'
  fi
  if [ -n "$members" ]; then
    info "adds $device to volume group $group"
    vgextend --quiet "$group" "$device"
  else
    info "makes volume group $group"
    vgcreate --quiet --physicalextentsize 4m "$group" "$device"
  fi
}

# resize_disk DEVICE: LVM takes up all of a disk that has grown.
resize_disk() {
  local device=$1 size taken
  size=$(blockdev --getsize64 "$device")
  taken=$(pv_report pv_name,pv_size | awk -v device="$device" '$1 == device { print $2 }')
  # LVM keeps the first MiB, and has no use for less than an extent.
  if ((size - taken >= least_growth)); then
    info "takes up the room that $device has gained"
    pvresize --quiet "$device"
  fi
}

# extend_volume GROUP: makes the volume, or grows it, until no disk has more than the free share left. Each round is striped
# over all disks that have room: all of them at first, later those that have grown or come anew.
extend_volume() {
  local group=$1 members volumes device count taken room least before=
  local -a targets stripes
  while true; do
    targets=()
    least=
    members=$(pvs_of "$group")
    volumes=$(volumes_of "$group" | tr '\n' ' ')
    while read -r device count taken; do
      [ -n "$device" ] || continue
      room=$((count * (100 - VOLUME_FREE) / 100 - taken))
      if ((room > 0)); then
        targets+=("$device")
        if [ -z "$least" ] || ((room < least)); then
          least=$room
        fi
      fi
    done <<< "$members"
    if [ "${#targets[@]}" -eq 0 ]; then
      return 0
    fi
    [ "${targets[*]} $least" != "$before" ] || die "volume group $group has room that LVM does not give to volume $VOLUME"
    before="${targets[*]} $least"
    stripes=(--stripes "${#targets[@]}")
    if [ "${#targets[@]}" -gt 1 ] && [ "$VOLUME_STRIPE" -gt 0 ]; then
      stripes+=(--stripesize "${VOLUME_STRIPE}k")
    fi
    case $volumes in
      '')
        info "makes volume $VOLUME of $((least * ${#targets[@]} * 4)) MiB, striped over ${#targets[@]} disks"
        lvcreate --quiet --yes --wipesignatures y --name "$LOGICAL_VOLUME" "${stripes[@]}" \
          --extents "$((least * ${#targets[@]}))" "$group" "${targets[@]}"
        ;;
      "$LOGICAL_VOLUME ")
        info "grows volume $VOLUME by $((least * ${#targets[@]} * 4)) MiB"
        lvextend --quiet --yes "${stripes[@]}" --extents "+$((least * ${#targets[@]}))" \
          "$group/$LOGICAL_VOLUME" "${targets[@]}"
        ;;
      *)
        warn "volume $VOLUME could grow, but has a snapshot ($volumes); remove it, then:" \
          'iris-setup --again volumes && iris-setup'
        return 0
        ;;
    esac
  done
}

# mount_volume DEVICE: now and at each boot.
mount_volume() {
  local device=$1 point=$root$VOLUME_POINT uuid mounted
  uuid=$(signatures "$device" | field UUID)
  [ -n "$uuid" ] || die "the file system on $device has no UUID: it is damaged; see xfs_repair"
  fstab "$uuid" | configure fstab "$root/etc/fstab" systemctl daemon-reload
  mounted=$(findmnt --noheadings --output UUID --mountpoint "$point") || mounted=
  if [ "$mounted" = "$uuid" ]; then
    return 0
  elif [ -n "$mounted" ]; then
    die "another file system ($mounted) is mounted at $VOLUME_POINT; unmount it, then run iris-setup"
  fi
  mkdir -p "$point"
  if [ -n "$(ls -A "$point")" ]; then
    die "$VOLUME_POINT has files of its own, which volume $VOLUME would hide; move them away, then run iris-setup"
  fi
  info "mounts volume $VOLUME at $VOLUME_POINT"
  mount --types xfs --options noatime "$device" "$point" ||
    die "cannot mount volume $VOLUME at $VOLUME_POINT; see the kernel's messages (dmesg), and xfs_repair for a damaged one"
}

# fstab UUID: /etc/fstab with the volume in it, in the place that it has there.
fstab() {
  awk -v point="$VOLUME_POINT" -v line="UUID=$1 $VOLUME_POINT xfs $mount_options 0 0" '
    /^[[:space:]]*#/ || $2 != point { print; next }
    !found { print line; found = 1 }
    END { if (!found) print line }' "$root/etc/fstab"
}

# grow_file_system DEVICE: to all of the device.
grow_file_system() {
  local device=$1 point=$root$VOLUME_POINT size taken
  size=$(blockdev --getsize64 "$device")
  # data     =                       bsize=4096   blocks=76800, imaxpct=25
  taken=$(xfs_info "$point" | sed -n 's/^data .*bsize=\([0-9]*\) *blocks=\([0-9]*\),.*/\1 * \2/p')
  [ -n "$taken" ] || die "cannot read the size of volume $VOLUME from xfs_info"
  if ((size - (taken) >= least_growth)); then
    info "grows the file system of volume $VOLUME to $((size / 1024 / 1024)) MiB"
    xfs_growfs -d "$point" > /dev/null
  fi
}

# own_volume: the root of the volume. Installation is readable for all, data for the instance alone.
own_volume() {
  local point=$root$VOLUME_POINT mode=770
  if [ "$VOLUME" = installation ]; then
    mode=755
  fi
  if [ "$(stat --format='%u:%g %a' "$point")" != "$IRIS_OWNER_ID:$IRIS_USER_ID $mode" ]; then
    chown "$IRIS_OWNER_ID:$IRIS_USER_ID" "$point"
    chmod "$mode" "$point"
    if command -v restorecon > /dev/null; then
      restorecon "$point"
    fi
  fi
}

main() {
  load_settings
  each_volume set_up_volume
}

main "$@"
