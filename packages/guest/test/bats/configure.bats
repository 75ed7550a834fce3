#!/usr/bin/env bats
# The step configure: parameters before the first start, and merged while the instance runs.

load support-c

member() {
  new_machine primary primary
  write_merge
}
application() {
  new_machine application ''
  write_merge
  printf '[Actions]\nCreateDatabase:Name=TRAK,Directory=:mirror:TRAK:TRAK,Server=TRAK,LogicalOnly=1\n' > "$IRIS_AZURE_ETC/databases.cpf"
}
cache_member() {
  member
  with_cache
}
run_step() { step configure; }

@test 'the first start merges the parameters' {
  member

  run_step

  [ "$(known running)" = 1 ]
  grep -qx 'globals=0,0,8192,0,0,0' "$INSTALL/iris.cpf"
  grep -qx 'CurrentDirectory=/iris/journal/' "$INSTALL/iris.cpf"
  [ "$(count_calls '^iris merge ')" = 0 ]
}

@test 'a second run changes nothing' {
  member
  run_step

  assert_second_run_changes_nothing run_step
}

@test 'starts the instance where it is down and the parameters are applied' {
  member
  run_step
  fact running 0

  run_step

  [ "$(known running)" = 1 ]
}

@test 'other parameters are merged while the instance runs' {
  member
  run_step
  sed -i 's/MaxServerConn=16/MaxServerConn=24/' "$IRIS_AZURE_ETC/merge.cpf"

  run run_step

  [ "$status" -eq 0 ]
  [[ $output == *'count from the next start'* ]]
  grep -qx 'MaxServerConn=24' "$INSTALL/iris.cpf"
  [ "$(count_calls '^iris merge IRIS ')" = 1 ]
  [ "$(count_calls '^systemctl restart')" = 1 ]
}

@test 'databases of a mirror member wait for the step mirror' {
  member

  run_step

  [ -z "$(known databases.made)" ]
  [ "$(known member)" = 0 ]
}

@test 'an application server knows its databases' {
  application

  run_step

  [ "$(known databases.made)" = TRAK ]
  assert_second_run_changes_nothing run_step
}

@test 'fails where a database was not made' {
  application
  fact lost 1

  run run_step

  [ "$status" -eq 1 ]
  [[ $output == *'these databases do not exist: TRAK'* ]]
}

@test 'fails where nothing of the file has arrived' {
  member
  printf '[config]\nunknown=1\n' > "$IRIS_AZURE_ETC/merge.cpf"
  fact running 1
  mkdir -p "$SCRATCH/commands"
  # shellcheck disable=SC2016
  printf '#!/usr/bin/env bash\ncase $1 in merge) exit 0 ;; esac\nexec "%s/test/bats/stand-ins-c/iris" "$@"\n' "$(guest_folder)" > "$SCRATCH/commands/iris"
  chmod 755 "$SCRATCH/commands/iris"
  PATH=$SCRATCH/commands:$PATH

  run run_step

  [ "$status" -eq 1 ]
  [[ $output == *'nothing of'* ]]
  [ ! -e "$IRIS_AZURE_STATE/configuration/merge" ]
}

@test 'fails without a file, and says who writes it' {
  member
  rm "$IRIS_AZURE_ETC/merge.cpf"

  run run_step

  [ "$status" -eq 1 ]
  [[ $output == *'merge.cpf is missing: it is written by cloud-init'* ]]
}

@test 'fails where the instance does not start' {
  member
  fact does-not-start 1

  run run_step

  [ "$status" -ne 0 ]
}

@test 'Caché: parameters are written into its file before it starts' {
  cache_member

  run_step

  grep -qx 'globals=0,0,8192,0,0,0' "$INSTALL/cache.cpf"
  grep -qx 'Product=IRIS' "$INSTALL/cache.cpf"
  [ "$(grep -c '^MaxServerConn=' "$INSTALL/cache.cpf")" = 1 ]
  [ "$(grep -c '^\[config\]' "$INSTALL/cache.cpf")" = 1 ]
  # In its section, not in the last one.
  [ "$(awk '/^\[/ { section = $0 } /^wijdir=/ { print section }' "$INSTALL/cache.cpf")" = '[config]' ]
  [ "$(known running)" = 1 ]
  assert_second_run_changes_nothing run_step
}

@test 'Caché: a running instance takes them at its next start' {
  cache_member
  fact running 1

  run run_step

  [ "$status" -eq 0 ]
  [[ $output == *'takes the new parameters at its next start'* ]]
}

@test 'completes after a failure of each call' {
  each_call FAIL_AT member run_step
  each_call FAIL_AT cache_member run_step
}

@test 'completes after it was killed at each call' {
  each_call KILL_AT application run_step
}
