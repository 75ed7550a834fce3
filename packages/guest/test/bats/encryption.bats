#!/usr/bin/env bats
# The step encryption: the key file, its way to all members, and the key that is active.

load support-c

readonly KEY_URL=https://vault.example/keys/database-encryption/0123456789abcdef0123456789abcdef

first() {
  new_machine primary primary
  member_is none
  set_setting DATABASE_KEY_URL "$KEY_URL"
  set_setting DATABASE_KEY_FILE_SECRET https://vault.example/secrets/database-key-file
  KEY=$IRIS_AZURE_ROOT/iris/install/keys/database.key
}
first_without_secret() {
  first
  set_setting DATABASE_KEY_FILE_SECRET ''
}
second() {
  first
  set_setting ROLE backup
  store_secret
}
# store_secret: what the first member has put into the vault.
store_secret() {
  mkdir -p "$WORLD/vault/secrets"
  printf '{"value":"%s"}' "$(echo 'wrapped by the first member' | base64 --wrap=0)" > "$WORLD/vault/secrets/database-key-file"
}
run_step() { step encryption; }

@test 'does nothing without a key' {
  new_machine primary primary

  run run_step

  [ "$status" -eq 0 ]
  [ ! -s "$CALLS" ]
}

@test 'the first member makes a key file, and puts it into the vault' {
  first

  run_step

  [ "$(cat "$KEY")" = "wrapped by $KEY_URL" ]
  [ "$(stat --format %a "$KEY")" = 600 ]
  [ "$(stat --format %a "${KEY%/*}")" = 700 ]
  [ "$(jq --raw-output .value "$WORLD/vault/secrets/database-key-file" | base64 --decode)" = "wrapped by $KEY_URL" ]
  [ "$(jq --raw-output '.tags["file-encoding"]' "$WORLD/vault/secrets/database-key-file")" = base64 ]
}

@test 'activates the key, also at each start, and starts anew for journals and audit' {
  first

  run run_step

  [ "$status" -eq 0 ]
  [ "$(known start)" = 1 ]
  [[ $output == *'journals and audit are encrypted; key 5A2F-0001'* ]]
  [ "$(count_calls '^systemctl stop iris-instance')" = 1 ]
  [ "$(count_calls '^systemctl restart iris-instance')" = 1 ]
}

@test 'a second run changes nothing' {
  first
  run_step

  assert_second_run_changes_nothing run_step
}

@test 'another member takes the same key file' {
  second

  run_step

  [ "$(cat "$KEY")" = 'wrapped by the first member' ]
  [ "$(known start)" = 1 ]
}

@test 'a first member that is made anew takes the key file that there is' {
  first
  store_secret

  run_step

  [ "$(cat "$KEY")" = 'wrapped by the first member' ]
  lacks KMSCreateEncryptionKey "$SCRATCH/sent"
}

@test 'another member waits until there is a key file' {
  second
  rm -r "$WORLD/vault/secrets"

  run run_step

  [ "$status" -eq 75 ]
  [ "$(known start)" = '' ]
}

@test 'another member waits for a copy by hand where no secret is named' {
  second
  set_setting DATABASE_KEY_FILE_SECRET ''

  run run_step

  [ "$status" -eq 75 ]
  [[ $output == *'copy /iris/install/keys/database.key of the primary to this machine'* ]]
}

@test 'without a secret the first member says what to copy' {
  first_without_secret

  run run_step

  [ "$status" -eq 0 ]
  [[ $output == *'copy /iris/install/keys/database.key to the other members and to a safe place'* ]]
}

@test 'a member of a mirror is not restarted' {
  first
  member_is backup

  run run_step

  [ "$status" -eq 0 ]
  [[ $output == *'from its next start on'* ]]
  [ "$(count_calls '^systemctl (stop|restart)')" = 0 ]
}

@test 'signs in under the identity that is named, with old releases of az too' {
  first
  set_setting IDENTITY_CLIENT_ID 00000000-0000-0000-0000-000000000001
  fact old-az 1

  run_step

  [ "$(calls '^az login' | tail -n 1)" = 'az login --identity --username 00000000-0000-0000-0000-000000000001 --allow-no-subscriptions --output none' ]
}

@test 'fails where the key has no version' {
  first
  set_setting DATABASE_KEY_URL https://vault.example/keys/database-encryption

  run run_step

  [ "$status" -eq 1 ]
  [[ $output == *'must be https://VAULT/keys/NAME/VERSION'* ]]
}

@test 'fails for a mirror without TLS' {
  first
  set_setting CERTIFICATE ''

  run run_step

  [ "$status" -eq 1 ]
  [[ $output == *'only where it uses TLS; set CERTIFICATE'* ]]
}

@test 'fails for Caché' {
  first
  with_cache

  run run_step

  [ "$status" -eq 1 ]
  [[ $output == *'Caché knows no key management service'* ]]
}

@test 'fails where the vault refuses, and makes no second key' {
  first
  fact vault-refuses 1

  run run_step

  [ "$status" -eq 1 ]
  [[ $output == *'Key Vault Secrets User'* ]]
  [ ! -e "$KEY" ]
}

@test 'fails where the instance does not answer' {
  first
  fact session-fails 1

  run run_step

  [ "$status" -eq 1 ]
  [[ $output == *'<PROTECT>'* ]]
}

@test 'tells no key and no token' {
  first
  run_step

  no_secret 'wrapped by'
  no_secret secret-token
  no_secret "$(echo "wrapped by $KEY_URL" | base64 --wrap=0 | cut -c 1-20)"
}

@test 'completes after a failure of each call' {
  each_call FAIL_AT first run_step
}

@test 'completes after it was killed at each call' {
  each_call KILL_AT second run_step
}
