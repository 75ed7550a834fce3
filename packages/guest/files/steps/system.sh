#!/usr/bin/env bash
# Step: kernel settings, limits and accounts that an instance needs.
#
# HUGE_PAGES is the number of huge pages for the instance's shared memory (0: none), SWAPPINESS that of the kernel.
# shellcheck source=packages/guest/files/lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
# shellcheck source=packages/guest/files/lib/steps.sh
. "$IRIS_AZURE_LIB/lib/steps.sh"
export LC_ALL=C

readonly root=${IRIS_AZURE_ROOT:-}

# Largest share of memory that huge pages may take, in percent: what is left is the system's and that of all processes.
readonly most_percent=90

# memory_info NAME: a number of /proc/meminfo.
memory_info() { awk -v name="$1:" '$1 == name { print $2 }' "$root/proc/meminfo"; }

# sysctl_now FILE: sets what the file says, as the next boot will.
sysctl_now() { sysctl --quiet --load="$1"; }

# Kernel settings, of this boot and the next ones.
kernel() {
  local pages swappiness page_kib memory_kib file=$root/etc/sysctl.d/90-iris.conf
  pages=$(number HUGE_PAGES 0)
  swappiness=$(number SWAPPINESS 5)
  page_kib=$(memory_info Hugepagesize)
  memory_kib=$(memory_info MemTotal)
  if ((pages * page_kib > memory_kib * most_percent / 100)); then
    die "$pages huge pages of $page_kib KiB take more than $most_percent % of this machine's memory of $memory_kib KiB;" \
      "lower HUGE_PAGES, or choose a larger machine"
  fi
  shared_memory $((pages * page_kib * 1024))
  {
    printf 'vm.swappiness = %s\n' "$swappiness"
    if ((pages > 0)); then
      printf 'vm.nr_hugepages = %s\n' "$pages"
    fi
  } | configure sysctl "$file" sysctl_now "$file"
  huge_pages "$pages" "$file"
}

# huge_pages PAGES FILE: the kernel gives as many as it finds, without a word; the instance would take none at all when they
# are too few, and leave the rest wasted.
huge_pages() {
  local pages=$1 file=$2
  if (($(memory_info HugePages_Total) < pages)); then
    info 'has fewer huge pages than asked for: compacts memory and asks again'
    printf '1\n' > "$root/proc/sys/vm/compact_memory"
    sysctl_now "$file"
  fi
  if (($(memory_info HugePages_Total) < pages)); then
    die "got $(memory_info HugePages_Total) of $pages huge pages: memory is in use or in pieces; restart this machine," \
      'which takes them before anything else runs'
  fi
}

# shared_memory BYTES: kernels since 3.16 set no limit of note. Where somebody has set one that is too low, it is raised.
shared_memory() {
  local bytes=$1 file=$root/etc/sysctl.d/91-iris-shared-memory.conf most
  most=$(cat "$root/proc/sys/kernel/shmmax")
  # As numbers of awk: the kernel's own value does not fit into those of the shell.
  if awk -v most="$most" -v needed="$bytes" 'BEGIN { exit !(most < needed) }'; then
    printf 'kernel.shmmax = %s\nkernel.shmall = %s\n' "$bytes" "$((bytes / 4096 + 1))" |
      configure shared-memory "$file" sysctl_now "$file"
  fi
}

# Transparent huge pages off: now, at each boot, and in the profile of tuned, which would turn them on again after the boot.
transparent_huge_pages() {
  local mm=/sys/kernel/mm/transparent_hugepage name
  if ! [ -e "$root$mm/enabled" ]; then
    return 0
  fi
  configure transparent-huge-pages "$root/etc/tmpfiles.d/iris-transparent-huge-pages.conf" true << END
w $mm/enabled - - - - never
w $mm/defrag - - - - never
END
  for name in enabled defrag; do
    case $(cat "$root$mm/$name") in
      never | *'[never]'*) ;;
      *)
        info "turns transparent huge pages off ($name)"
        printf 'never\n' > "$root$mm/$name"
        ;;
    esac
  done
  if command -v tuned-adm > /dev/null; then
    tuned_profile
  fi
}

# A profile of tuned that is the present one without transparent huge pages.
tuned_profile() {
  local active profiles=$root/etc/tuned
  # "Current active profile: virtual-guest"; without one, nothing to correct.
  active=$(tuned-adm active 2> /dev/null | sed -n 's/^Current active profile: //p') || active=
  if [ -z "$active" ] || [ "$active" = iris ]; then
    return 0
  fi
  # Newer releases keep profiles in a folder of their own.
  if [ -d "$profiles/profiles" ]; then
    profiles=$profiles/profiles
  fi
  info "tuned takes the profile iris: $active without transparent huge pages"
  write_file 644 root:root "$profiles/iris/tuned.conf" << END
[main]
summary=Server of InterSystems products: $active without transparent huge pages
include=${active// /,}

[vm]
transparent_hugepages=never
END
  tuned-adm profile iris
}

# ensure_group NAME ID
ensure_group() {
  local name=$1 id=$2 entry
  if entry=$(getent group "$name"); then
    same_id "group $name" "$(cut -d: -f3 <<< "$entry")" "$id"
  elif entry=$(getent group "$id"); then
    die "the group number $id of $name is that of ${entry%%:*}; give that group another one"
  else
    info "adds group $name ($id)"
    groupadd --gid "$id" "$name"
  fi
}

# ensure_user NAME ID OPTION...: in the group of the same name.
ensure_user() {
  local name=$1 id=$2 entry
  shift 2
  if entry=$(getent passwd "$name"); then
    same_id "user $name" "$(cut -d: -f3 <<< "$entry")" "$id"
  elif entry=$(getent passwd "$id"); then
    die "the user number $id of $name is that of ${entry%%:*}; give that user another one"
  else
    info "adds user $name ($id)"
    useradd --uid "$id" --gid "$name" "$@" "$name"
  fi
}

# same_id WHAT RECEIVED EXPECTED: disks and shares of other machines go by numbers.
same_id() {
  [ "$2" = "$3" ] || die "$1 has the number $2, but must have $3, as on all machines; remove it and what it owns"
}

# The accounts of the instance. Nobody signs in to them: they have no password.
accounts() {
  ensure_group "$IRIS_OWNER" "$IRIS_OWNER_ID"
  ensure_group "$IRIS_USER" "$IRIS_USER_ID"
  ensure_user "$IRIS_OWNER" "$IRIS_OWNER_ID" --create-home --home-dir "/home/$IRIS_OWNER" --shell /bin/bash \
    --comment 'Owner of the InterSystems instance'
  ensure_user "$IRIS_USER" "$IRIS_USER_ID" --no-create-home --home-dir / --shell /sbin/nologin \
    --comment 'Processes of the InterSystems instance'
  if ! getent group "$IRIS_USER" | cut -d: -f4 | tr ',' '\n' | grep -qx "$IRIS_OWNER"; then
    info "puts $IRIS_OWNER into group $IRIS_USER"
    usermod --append --groups "$IRIS_USER" "$IRIS_OWNER"
  fi
}

# Limits of sessions of both accounts; units of systemd have limits of their own. Huge pages are locked into memory without a
# limit; the limit counts where the instance falls back to small pages and memlock asks it to lock those.
# Unconfirmed: that 65,536 open files are enough; InterSystems gives no number, and a process opens a file per database.
limits() {
  configure limits "$root/etc/security/limits.d/90-iris.conf" true << END
$IRIS_OWNER - nofile 65536
$IRIS_OWNER - memlock unlimited
$IRIS_USER - nofile 65536
$IRIS_USER - memlock unlimited
END
}

# When the last session of a user ends, logind removes the user's shared memory, that of a running instance too. It spares
# system accounts, by their numbers below 1000, which those of the instance are not.
keep_shared_memory() {
  configure logind "$root/etc/systemd/logind.conf.d/90-iris.conf" \
    systemctl try-restart systemd-logind.service << 'END'
[Login]
RemoveIPC=no
END
}

main() {
  load_settings
  kernel
  transparent_huge_pages
  if has_instance; then
    accounts
    limits
    keep_shared_memory
  fi
}

main "$@"
