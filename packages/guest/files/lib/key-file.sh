# shellcheck shell=bash
# The file with the key of databases, and its way to all members. Needs common.sh, azure.sh, iris.sh and objectscript.sh.
#
# The file holds a key that the RSA key in the vault encrypts: it opens nothing without that, and yet is nobody's to read but the
# instance's. A member that is made anew must get the same file, for its databases are encrypted by that key.

# key_file: path of the key file.
key_file() {
  local install
  install=$(setting INSTALL_DIR)
  printf '%s' "${DATABASE_KEY_FILE:-${install%/*}/keys/database.key}"
}

# provide_key_file: the key file is there; exit code 75 where another member has to make it first.
provide_key_file() {
  local file target owner folder
  file=$(key_file)
  target=${IRIS_AZURE_ROOT:-}$file
  folder=${target%/*}
  owner="$(instance_owner):$(instance_group)"
  if ! [ -d "$folder" ]; then
    mkdir -p "$folder"
    chown "$owner" "$folder"
    chmod 700 "$folder"
  fi
  # Drafts of a run that was killed hold what the key file holds.
  rm -f "$folder"/.[!.]*
  if [ -s "$target" ]; then
    chown "$owner" "$target"
    chmod 600 "$target"
    return 0
  fi
  if fetch_key_file "$target" "$owner"; then
    return 0
  fi
  if [ "$(setting ROLE)" != primary ]; then
    warn "the key file is not here yet: ${DATABASE_KEY_FILE_SECRET:-copy $file of the primary to this machine}; waiting for it"
    exit 75
  fi
  make_key_file "$file" "$target" "$owner"
}

# fetch_key_file TARGET OWNER: from the vault; fails where it is not there.
fetch_key_file() {
  local target=$1 owner=$2 body=$AZURE_WORK/key-file
  [ -n "${DATABASE_KEY_FILE_SECRET:-}" ] || return 1
  azure_vault "${DATABASE_KEY_FILE_SECRET%/}" "$body"
  if [ "$AZURE_STATUS" = 404 ]; then
    return 1
  fi
  [ "$AZURE_OK" = yes ] ||
    die "key file cannot be read from $DATABASE_KEY_FILE_SECRET: $(azure_answer "$body"); the machine's identity needs Key Vault Secrets User on it"
  if ! jq --exit-status --raw-output .value "$body" | base64 --decode > "$body.key" || ! [ -s "$body.key" ]; then
    die "$DATABASE_KEY_FILE_SECRET holds no key file in base 64"
  fi
  info "taking the key file from $DATABASE_KEY_FILE_SECRET"
  write_file 600 "$owner" "$target" < "$body.key" || die "the key file cannot be written to $target"
  rm -f "$body" "$body.key"
}

# make_key_file FILE TARGET OWNER: a new key, in the vault before it is used, so that it is lost with no machine.
make_key_file() {
  local file=$1 target=$2 owner=$3
  # What a run that was killed left has encrypted nothing.
  rm -f "$target.new"
  info "making a key of 256 bits in $file, encrypted by $DATABASE_KEY_URL"
  objectscript encryption-create file "$file.new" url "$DATABASE_KEY_URL" ||
    die "no key file is made: $(why_not); the machine's identity needs Key Vault Crypto User on the key, and the user of the instance az"
  [ -s "$target.new" ] || die "the instance says that $file.new is made, but it is not there"
  chown "$owner" "$target.new"
  chmod 600 "$target.new"
  store_key_file "$target.new"
  mv -f "$target.new" "$target"
  if [ -z "${DATABASE_KEY_FILE_SECRET:-}" ]; then
    warn "copy $file to the other members and to a safe place: without it no database can be read again"
  fi
}

# store_key_file FILE: into the vault.
store_key_file() {
  local body=$AZURE_WORK/key-file answer=$AZURE_WORK/answer resource
  [ -n "${DATABASE_KEY_FILE_SECRET:-}" ] || return 0
  resource=$(setting VAULT_RESOURCE)
  base64 --wrap=0 "$1" > "$body.base64"
  jq --null-input --rawfile value "$body.base64" \
    '{value: $value, contentType: "application/octet-stream", tags: {"file-encoding": "base64"}}' > "$body.json"
  info "putting the key file into $DATABASE_KEY_FILE_SECRET"
  azure_authorized "$resource" "${DATABASE_KEY_FILE_SECRET%/}?api-version=$AZURE_VAULT_API" "$answer" \
    --request PUT --header 'Content-Type: application/json' --data-binary "@$body.json"
  rm -f "$body.base64" "$body.json"
  [ "$AZURE_OK" = yes ] ||
    die "key file cannot be put into $DATABASE_KEY_FILE_SECRET: $(azure_answer "$answer"); the first member's identity needs Key Vault Secrets Officer on this secret"
  rm -f "$answer"
}
