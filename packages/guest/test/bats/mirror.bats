#!/usr/bin/env bats
# The step mirror: the first member makes it, others join, all in order; and members are taken up by the primary.

load support-c

first() {
  new_machine primary primary
  write_merge primary
  member_is none
  set_setting PEER_MEMBERS 'DB-1 DB-2'
  set_setting PEER_CERTIFICATES 'https://vault.example/certificates/db-1 https://vault.example/certificates/db-2'
}
second() {
  new_machine backup backup
  write_merge backup
  member_is none
  fact address 10.0.1.5
  fact primary-ready 1
  fact takes-members 1
  reachable_is 10.0.1.4:1972 10.0.1.4:2188
}
third() {
  second
  write_merge drasync
  set_setting MIRROR_MEMBER drasync
  fact address 10.1.1.4
}
cache_first() {
  first
  with_cache
  rm "$IRIS_AZURE_ETC/databases.cpf"
  cat > "$IRIS_AZURE_ETC/databases.objectscript" << 'END'
try { if '$system.Mirror.IsMember() { set sc=##class(SYS.Mirror).CreateNewMirrorSet("TRAK","DB-0",.m,.t) } } catch e { }
try { if '##class(SYS.Database).%ExistsId("/iris/databases/trak/") { set d=##class(SYS.Database).%New() set d.Directory="/iris/databases/trak/",d.ResourceName="%DB_TRAK" set sc=d.%Save() } if sc { set sc=##class(Config.Databases).Create("TRAK",.p) } } catch e { }
END
}
run_step() { step mirror; }

# certificate NAME SUBJECT: of another member, in the vault.
certificate() {
  local folder=$WORLD/vault/certificates/$1 der=$BATS_TEST_TMPDIR/$1.der
  mkdir -p "$folder"
  [ -e "$der" ] ||
    openssl req -x509 -newkey rsa:2048 -nodes -keyout /dev/null -subj "$2" -days 30 -outform DER -out "$der" 2> /dev/null
  printf '{"value":[{"id":"https://vault.example/certificates/%s/1","attributes":{"enabled":true,"created":1}}]}' "$1" > "$folder/versions"
  printf '{"cer":"%s"}' "$(base64 --wrap=0 "$der")" > "$folder/1"
}
primary_with_peers() {
  first
  member_is primary
  certificate db-1 '/O=Contoso/CN=db-1'
  certificate db-2 '/O=Contoso/CN=db-2'
  fact subject.DB-1 'CN=db-1,O=Contoso'
  fact subject.DB-2 'CN=db-2, O=Contoso'
  printf 'DB-1\nDB-2\n' > "$WORLD/pending"
}
authorise() { command_of iris-mirror-authorise; }

@test 'the first member makes the mirror and its databases' {
  first

  run run_step

  [ "$status" -eq 0 ]
  [ "$(known status)" = PRIMARY ]
  [ "$(known databases.made)" = TRAK ]
  [[ $output == *'IRIS is primary in mirror TRAK'* ]]
}

@test 'folders of databases are made, for the instance alone' {
  first

  run_step

  [ "$(stat --format %a "$IRIS_AZURE_ROOT/iris/databases/trak")" = 770 ]
  [ "$(calls '^chown irisowner:irisusr .*/iris/databases/trak$')" != '' ]
}

@test 'members that come later are waited for by a timer' {
  first

  run_step

  [ "$(known enabled.iris-mirror-authorise.timer)" = 1 ]
}

@test 'a second run changes nothing' {
  first
  run_step
  assert_second_run_changes_nothing run_step
  second
  run_step
  assert_second_run_changes_nothing run_step
}

@test 'the first member changes nothing where it is the backup after a failover' {
  first
  run_step
  member_is backup

  assert_second_run_changes_nothing run_step
}

@test 'fails where another member is the primary of a mirror of that name' {
  first
  fact primary-elsewhere 10.0.1.5

  run run_step

  [ "$status" -eq 1 ]
  [[ $output == *'10.0.1.5 is the primary of mirror TRAK; this machine must join it instead'* ]]
  [ "$(count_calls '^iris merge')" = 0 ]
}

@test 'the backup joins' {
  second

  run run_step

  [ "$status" -eq 0 ]
  [ "$(known status)" = BACKUP ]
}

@test 'the member for disaster recovery joins' {
  third

  run run_step

  [ "$status" -eq 0 ]
  [[ $output == *'IRIS is async-dr in mirror TRAK'* ]]
}

@test 'others wait until agent and instance of the primary answer' {
  second
  reachable_is 10.0.1.4:1972
  run run_step
  [ "$status" -eq 75 ]
  [[ $output == *'the agent of the primary does not answer yet at 10.0.1.4:2188'* ]]

  reachable_is 10.0.1.4:2188
  run run_step
  [ "$status" -eq 75 ]
  [[ $output == *'the primary does not answer yet at 10.0.1.4:1972'* ]]
  [ "$(count_calls '^iris merge')" = 0 ]
}

@test 'others wait while the primary has no mirror yet' {
  second
  rm "$WORLD/primary-ready"

  run run_step

  [ "$status" -eq 75 ]
  [[ $output == *'has not joined TRAK'*'no primary of that mirror answers'* ]]
}

@test 'others wait until the primary has taken them up, and then go on' {
  second
  rm "$WORLD/takes-members"
  run run_step
  [ "$status" -eq 75 ]
  [[ $output == *'the primary must take it up'* ]]

  member_is backup
  run run_step
  [ "$status" -eq 0 ]
}

@test 'looks for its role until the limit' {
  second
  rm "$WORLD/takes-members"
  run run_step
  looks=$(count_calls '^iris session')
  set_setting MIRROR_SETTLE_SECONDS 3
  : > "$CALLS"

  run run_step

  [ "$status" -eq 75 ]
  [ "$(count_calls '^iris session')" -gt "$looks" ]
}

@test 'a member that is in the mirror does not look for the old primary' {
  second
  run_step
  reachable_is

  run run_step

  [ "$status" -eq 0 ]
}

@test 'a server without a mirror has its databases' {
  first
  set_setting MIRROR_NAME ''
  sed -i -e '/ConfigMirror/d' -e 's/,MirrorSetName=.*//' "$IRIS_AZURE_ETC/databases.cpf"

  run_step

  [ "$(known databases.made)" = TRAK ]
  [ "$(known member)" = 0 ]
}

@test 'fails where a database was not made' {
  first
  fact lost 1

  run run_step

  [ "$status" -eq 1 ]
  [[ $output == *'these databases do not exist: TRAK'* ]]
}

@test 'fails with a role that is none' {
  first
  set_setting MIRROR_MEMBER arbiter

  run run_step

  [ "$status" -eq 1 ]
  [[ $output == *"must be primary, backup or drasync, got 'arbiter'"* ]]
}

@test 'waits while the instance hangs' {
  second
  export SESSION_SECONDS=1 HANG_CALL='iris session *'

  run run_step

  [ "$status" -ne 0 ]
}

@test 'Caché makes the mirror by ObjectScript' {
  cache_first

  run run_step

  [ "$status" -eq 0 ]
  [ "$(known databases.made)" = TRAK ]
  [ -d "$IRIS_AZURE_ROOT/iris/databases/trak" ]
  [ "$(count_calls '^csession CACHE -U %SYS')" -gt 0 ]
  [ "$(count_calls '^iris ')" = 0 ]
}

@test 'completes after a failure of each call' {
  each_call FAIL_AT first run_step
  each_call FAIL_AT second run_step
}

@test 'completes after it was killed at each call' {
  each_call KILL_AT cache_first run_step
}

@test 'the primary takes up the members that it expects' {
  primary_with_peers

  run authorise

  [ "$status" -eq 0 ]
  [ "$(known members)" = $'DB-1\nDB-2' ]
  [[ $output == *'mirror TRAK knows all its members'* ]]
}

@test 'once all are known nothing is asked any more' {
  primary_with_peers
  authorise
  : > "$CALLS"

  run authorise

  [ "$status" -eq 0 ]
  [ ! -s "$CALLS" ]
}

@test 'members that are not expected are not taken up' {
  primary_with_peers
  echo STRANGER >> "$WORLD/pending"

  authorise

  lacks STRANGER "$WORLD/members"
}

@test 'members that are not there yet are waited for' {
  primary_with_peers
  echo DB-1 > "$WORLD/pending"

  run authorise

  [ "$status" -eq 0 ]
  [[ $output == *'expected in mirror TRAK: DB-2'* ]]
  [ ! -e "$IRIS_AZURE_STATE/mirror/authorised" ]
}

@test 'another than the primary takes up nobody' {
  primary_with_peers
  member_is backup

  run authorise

  [ "$status" -eq 0 ]
  [ -z "$(known members)" ]
}

@test 'fails where a member has another certificate than the vault' {
  primary_with_peers
  fact subject.DB-2 'CN=stranger,O=Contoso'

  run authorise

  [ "$status" -eq 1 ]
  [[ $output == *"member DB-2 has a certificate of 'CN=stranger,O=Contoso', the vault's is of 'CN=db-2,O=Contoso'"* ]]
  [ ! -e "$IRIS_AZURE_STATE/mirror/authorised" ]
}

@test 'a certificate that cannot be read now is compared later' {
  primary_with_peers
  rm -r "$WORLD/vault/certificates/db-2"

  run authorise

  [ "$status" -eq 0 ]
  [[ $output == *'compared later'* ]]
  [ ! -e "$IRIS_AZURE_STATE/mirror/authorised" ]
}

@test 'fails where names and certificates are not as many' {
  primary_with_peers
  set_setting PEER_MEMBERS DB-1

  run authorise

  [ "$status" -eq 1 ]
  [[ $output == *'must name as many, got 1 and 2'* ]]
}

@test 'taking up members completes after a failure of each call' {
  each_call FAIL_AT primary_with_peers authorise
}
