# shellcheck shell=bash disable=SC2034
# Configuration of the instance: its parameter file, and what is merged into it. Needs common.sh, iris.sh and objectscript.sh.
#
# Caché has no configuration merge: parameters are written into its file, actions are ObjectScript.

# parameter_file: the instance's configuration parameter file.
parameter_file() {
  printf '%s/%s.cpf' "${IRIS_AZURE_ROOT:-}$(setting INSTALL_DIR)" "$(product)"
}

# parameters FILE: parameters of a parameter or merge file, one a line: section, name, value, separated by tabs; no actions.
parameters() {
  awk -v OFS='\t' '
    { sub(/\r$/, "") }
    /^\[.*\]$/ { section = substr($0, 2, length($0) - 2); next }
    /^[;#]/ || !/=/ || tolower(section) == "actions" { next }
    { at = index($0, "="); print section, substr($0, 1, at - 1), substr($0, at + 1) }' "$1"
}

# parameter FILE SECTION NAME: prints the value; nothing where it has none.
parameter() {
  parameters "$1" | awk -F '\t' -v section="${2,,}" -v name="${3,,}" \
    'tolower($1) == section && tolower($2) == name { value = $3 } END { print value }'
}

# set_parameter FILE SECTION NAME VALUE: sets a parameter, in its section, which is made where it is missing; whole or not at all.
set_parameter() {
  local file=$1
  [ "$(parameter "$1" "$2" "$3")" != "$4" ] || return 0
  awk -v section="$2" -v name="$3" -v value="$4" '
    function add() { if (inside && !done) { print name "=" value; done = 1 } }
    { line = $0; sub(/\r$/, "", line) }
    line ~ /^\[.*\]$/ { add(); inside = tolower(line) == "[" tolower(section) "]" }
    inside && tolower(substr(line, 1, length(name) + 1)) == tolower(name) "=" { add(); next }
    # Before the empty lines that part sections.
    inside && line == "" { add() }
    { print }
    END { add(); if (!done) printf "\n[%s]\n%s=%s\n", section, name, value }' "$file" > "$file.new"
  chmod --reference="$file" "$file.new"
  chown --reference="$file" "$file.new"
  mv -f "$file.new" "$file"
}

# not_applied FILE: parameters of FILE that the instance's file has not, as `[section]name`, one a line.
not_applied() {
  local section name value now file
  file=$(parameter_file) || exit
  while IFS=$'\t' read -r section name value; do
    now=$(parameter "$file" "$section" "$name")
    # The product writes folders with a slash at the end or without.
    if [ "${now%/}" != "${value%/}" ]; then
      printf '[%s]%s\n' "$section" "$name"
    fi
  done < <(parameters "$1")
}

# merge FILE: merges FILE into the running instance; IRIS alone. MERGE_WHY tells why it did not. What needs a restart to count does
# so from the next one.
MERGE_WHY=''
merge() {
  local name owner said status=0
  name=$(setting INSTANCE)
  owner=$(instance_owner)
  info "merging $1 into $name"
  said=$(timeout 1800 runuser -u "$owner" -- iris merge "$name" "$1" < /dev/null 2>&1) || status=$?
  MERGE_WHY=''
  if [ "$status" -ne 0 ]; then
    said=$(tr '[:cntrl:]' ' ' <<< "$said")
    MERGE_WHY="$name does not merge $1 (exit code $status): ${said:0:300}; see $(instance_log)"
  fi
}

# sum_of FILE: its checksum, and that of a file that does not exist.
sum_of() { sha256sum 2> /dev/null < "$1" || echo none; }

# apply_databases: makes the databases of this machine, and its mirror; nothing where that is done. Where they are not made yet,
# DATABASES_WHY tells why: not its exit code, since a function whose exit code is looked at goes on where a command in it fails.
DATABASES_WHY=''
apply_databases() {
  local file sum stamp=$IRIS_AZURE_STATE/configuration/databases names missing
  DATABASES_WHY=''
  file=$IRIS_AZURE_ETC/databases.cpf
  [ "$(product)" = iris ] || file=$IRIS_AZURE_ETC/databases.objectscript
  [ -s "$file" ] || return 0
  sum=$(sum_of "$file")
  if [ "$(cat "$stamp" 2> /dev/null)" = "$sum" ]; then
    info "databases of $file are made"
    return 0
  fi
  make_folders "$file"
  if [ "$(product)" = iris ]; then
    merge "$file"
    if [ -n "$MERGE_WHY" ]; then
      DATABASES_WHY=$MERGE_WHY
      return 0
    fi
  else
    info "running $file"
    if ! objectscript "$file"; then
      DATABASES_WHY=$(why_not)
      return 0
    fi
  fi
  names=$(database_names "$file")
  if [ -n "$names" ]; then
    objectscript databases names "$names" || die "databases cannot be listed: $(why_not)"
    missing=$(said_all missing | tr '\n' ' ')
    if [ -n "$missing" ]; then
      DATABASES_WHY="these databases do not exist: ${missing% }; see $(instance_log)"
      return 0
    fi
  fi
  mkdir -p "${stamp%/*}"
  printf '%s\n' "$sum" > "$stamp.new"
  mv -f "$stamp.new" "$stamp"
}

# database_names FILE: names of the databases that FILE makes, separated by commas.
database_names() {
  sed -n -e 's/^CreateDatabase:Name=\([^,]*\),.*/\1/p' -e 's/.*##class(Config\.Databases)\.Create("\([^"]*\)".*/\1/p' "$1" | paste -s -d , -
}

# make_folders FILE: folders of the databases that FILE makes, the instance's own.
make_folders() {
  local folder owner
  owner="$(instance_owner):$(instance_group)"
  while read -r folder; do
    folder=${IRIS_AZURE_ROOT:-}${folder%/}
    if ! [ -d "$folder" ]; then
      info "making $folder"
      mkdir -p "$folder"
    fi
    if [ -z "$(ls -A "$folder")" ]; then
      chown "$owner" "$folder"
      chmod 770 "$folder"
    fi
  done < <(sed -n -e 's/^CreateDatabase:.*[,:]Directory=\(\/[^,]*\).*/\1/p' -e 's/.*d\.Directory="\(\/[^"]*\)".*/\1/p' "$1")
}
