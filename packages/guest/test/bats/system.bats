#!/usr/bin/env bats
# Step system: kernel settings, limits and accounts.

setup() {
  load support
  fresh_machine
}

# A machine of 16 GiB, whose kernel gives all huge pages that it is asked for.
prepare() {
  settings ROLE=primary HUGE_PAGES=2048 SWAPPINESS=5
  mkdir -p "$ROOT"/proc/sys/vm "$ROOT"/proc/sys/kernel "$ROOT"/sys/kernel/mm/transparent_hugepage "$ROOT"/etc
  printf '%s\n' 'MemTotal:       16384000 kB' 'HugePages_Total:       0' 'Hugepagesize:       2048 kB' > "$ROOT/proc/meminfo"
  printf '18446744073692774399\n' > "$ROOT/proc/sys/kernel/shmmax"
  : > "$ROOT/proc/sys/vm/compact_memory"
  printf 'always [madvise] never\n' > "$ROOT/sys/kernel/mm/transparent_hugepage/enabled"
  printf 'always defer defer+madvise [madvise] never\n' > "$ROOT/sys/kernel/mm/transparent_hugepage/defrag"
  printf 'root:x:0:0:root:/root:/bin/bash\n' > "$ROOT/etc/passwd"
  printf 'root:x:0:\n' > "$ROOT/etc/group"
  recorded mv
  stand_in systemctl < /dev/null
  stand_in sysctl << 'END'
file=${2#--load=}
pages=$(sed -n 's/^vm.nr_hugepages = //p' "$file")
if [ -n "$pages" ]; then
  sed -i "s/^HugePages_Total:.*/HugePages_Total:       $((pages < ${MOST_PAGES:-999999} ? pages : MOST_PAGES))/" "$ROOT/proc/meminfo"
fi
most=$(sed -n 's/^kernel.shmmax = //p' "$file")
if [ -n "$most" ]; then
  echo "$most" > "$ROOT/proc/sys/kernel/shmmax"
fi
END
  stand_in --reads getent << 'END'
awk -F: -v key="$2" '$1 == key || $3 == key { print; found = 1 } END { exit found ? 0 : 2 }' "$ROOT/etc/$1"
END
  stand_in groupadd <<< 'echo "$3:x:$2:" >> "$ROOT/etc/group"'
  stand_in useradd <<< 'echo "${*: -1}:x:$2:$2::/:/" >> "$ROOT/etc/passwd"'
  stand_in usermod <<< 'sed -i "s/^$3:.*:/&$4/" "$ROOT/etc/group"'
  # No tuned, unless a test brings it.
  hide tuned-adm
}

# hide NAME: the machine of the tests may have what this one has not.
hide() { ! PATH=$REAL_PATH type -P "$1" > /dev/null || skip "$1 is installed here"; }

@test "sets huge pages and swappiness, now and for the next boots" {
  step system

  assert_equal "$(cat "$ROOT/etc/sysctl.d/90-iris.conf")" $'vm.swappiness = 5\nvm.nr_hugepages = 2048'
  assert_mode 644 "$ROOT/etc/sysctl.d/90-iris.conf"
  assert_equal "$(calls sysctl)" "sysctl --quiet --load=$ROOT/etc/sysctl.d/90-iris.conf"
}

@test "asks for no huge pages where there is no instance" {
  settings ROLE=web SWAPPINESS=5

  step system

  assert_equal "$(cat "$ROOT/etc/sysctl.d/90-iris.conf")" 'vm.swappiness = 5'
}

@test "fails before huge pages take more memory than there is" {
  settings ROLE=primary HUGE_PAGES=8000 SWAPPINESS=5

  run step system

  [ "$status" -eq 1 ]
  assert_has "$output" '8000 huge pages of 2048 KiB take more than 90 %'
  assert_has "$output" 'lower HUGE_PAGES'
  assert_equal "$(calls sysctl)" ''
}

@test "fails when the kernel gives fewer huge pages, after compacting memory" {
  export MOST_PAGES=1000

  run step system

  [ "$status" -eq 1 ]
  assert_has "$output" 'got 1000 of 2048 huge pages'
  assert_equal "$(cat "$ROOT/proc/sys/vm/compact_memory")" 1
  assert_equal "$(calls sysctl | wc -l)" 2
}

@test "takes missing huge pages at the next run" {
  MOST_PAGES=1000 run step system

  step system

  assert_has "$(cat "$ROOT/proc/meminfo")" 'HugePages_Total:       2048'
}

@test "fails on numbers that are none" {
  settings ROLE=primary HUGE_PAGES=many SWAPPINESS=5

  run step system

  [ "$status" -eq 1 ]
  assert_has "$output" "HUGE_PAGES must be a whole number, got 'many'"
}

@test "leaves the kernel's limits of shared memory alone" {
  step system

  [ ! -e "$ROOT/etc/sysctl.d/91-iris-shared-memory.conf" ]
}

@test "raises a limit of shared memory that is too low" {
  printf '33554432\n' > "$ROOT/proc/sys/kernel/shmmax"

  step system

  assert_line "$(cat "$ROOT/etc/sysctl.d/91-iris-shared-memory.conf")" 'kernel.shmmax = 4294967296'
  assert_line "$(cat "$ROOT/etc/sysctl.d/91-iris-shared-memory.conf")" 'kernel.shmall = 1048577'
  assert_unchanged step system
}

@test "turns transparent huge pages off, now and at each boot" {
  step system

  assert_equal "$(cat "$ROOT/sys/kernel/mm/transparent_hugepage/enabled")" never
  assert_equal "$(cat "$ROOT/sys/kernel/mm/transparent_hugepage/defrag")" never
  assert_line "$(cat "$ROOT/etc/tmpfiles.d/iris-transparent-huge-pages.conf")" \
    'w /sys/kernel/mm/transparent_hugepage/enabled - - - - never'
}

@test "what turns transparent huge pages off at boot is understood by systemd" {
  step system

  printf 'always\n' > "$ROOT/sys/kernel/mm/transparent_hugepage/enabled"
  systemd-tmpfiles --root="$ROOT" --create "$ROOT/etc/tmpfiles.d/iris-transparent-huge-pages.conf"

  # systemd writes over the beginning of a plain file.
  assert_has "$(cat "$ROOT/sys/kernel/mm/transparent_hugepage/enabled")" never
}

@test "does without transparent huge pages in the kernel" {
  rm -r "$ROOT/sys/kernel/mm"

  step system

  [ ! -e "$ROOT/etc/tmpfiles.d" ]
}

@test "gives tuned a profile that keeps transparent huge pages off" {
  tuned
  mkdir -p "$ROOT/etc/tuned/profiles"

  step system

  assert_equal "$(cat "$ROOT/tuned")" iris
  assert_line "$(cat "$ROOT/etc/tuned/profiles/iris/tuned.conf")" 'include=virtual-guest,powersave'
  assert_line "$(cat "$ROOT/etc/tuned/profiles/iris/tuned.conf")" 'transparent_hugepages=never'
  assert_unchanged step system
}

@test "puts the profile where older releases of tuned look" {
  tuned

  step system

  [ -e "$ROOT/etc/tuned/iris/tuned.conf" ]
}

@test "leaves tuned alone when it is off" {
  tuned
  printf '' > "$ROOT/tuned"

  step system

  assert_equal "$(calls tuned-adm)" ''
}

# tuned, with a profile of Red Hat's.
tuned() {
  printf 'virtual-guest powersave\n' > "$ROOT/tuned"
  stand_in --reads='^active' tuned-adm << 'END'
if [ "$1" = profile ]; then
  echo "$2" > "$ROOT/tuned"
elif [ -s "$ROOT/tuned" ]; then
  echo "Current active profile: $(cat "$ROOT/tuned")"
else
  echo 'No current active profile.'
  exit 1
fi
END
}

@test "adds the accounts of the instance, with numbers that are the same on all machines" {
  step system

  assert_line "$(calls groupadd)" 'groupadd --gid 51773 irisowner'
  assert_line "$(calls groupadd)" 'groupadd --gid 52773 irisusr'
  assert_has "$(calls useradd)" 'useradd --uid 51773 --gid irisowner --create-home --home-dir /home/irisowner --shell /bin/bash'
  assert_has "$(calls useradd)" 'useradd --uid 52773 --gid irisusr --no-create-home'
  assert_line "$(cat "$ROOT/etc/group")" 'irisusr:x:52773:irisowner'
}

@test "fails when an account has another number already" {
  printf 'irisowner:x:1005:\n' >> "$ROOT/etc/group"

  run step system

  [ "$status" -eq 1 ]
  assert_has "$output" 'group irisowner has the number 1005, but must have 51773'
}

@test "fails when a number is that of another account" {
  printf 'somebody:x:52773:52773::/:/bin/sh\n' >> "$ROOT/etc/passwd"

  run step system

  [ "$status" -eq 1 ]
  assert_has "$output" 'the user number 52773 of irisusr is that of somebody'
}

@test "adds no account, limit or drop-in for an arbiter or a web server" {
  for role in arbiter web; do
    fresh_machine
    settings "ROLE=$role" SWAPPINESS=5

    step system

    assert_equal "$(calls 'groupadd|useradd|systemctl')" ''
    [ ! -e "$ROOT/etc/security" ]
  done
}

@test "lifts the limits of the instance's accounts" {
  step system

  assert_line "$(cat "$ROOT/etc/security/limits.d/90-iris.conf")" 'irisowner - memlock unlimited'
  assert_line "$(cat "$ROOT/etc/security/limits.d/90-iris.conf")" 'irisowner - nofile 65536'
}

@test "keeps shared memory when the owner's last session ends" {
  step system

  assert_equal "$(cat "$ROOT/etc/systemd/logind.conf.d/90-iris.conf")" $'[Login]\nRemoveIPC=no'
  assert_equal "$(calls systemctl)" 'systemctl try-restart systemd-logind.service'
}

@test "changes nothing the second time" {
  step system

  assert_unchanged step system
}

@test "fails without settings" {
  rm "$IRIS_AZURE_ETC/guest.env"

  run step system

  [ "$status" -eq 1 ]
  assert_has "$output" 'guest.env is missing'
}

@test "fails without a role" {
  settings SWAPPINESS=5

  run step system

  [ "$status" -eq 1 ]
  assert_has "$output" 'ROLE is not set'
}

@test "completes after any command has failed once" {
  completes_after FAIL_AT step system
}

@test "completes after it was killed at any command" {
  completes_after KILL_AFTER step system
}
