#!/usr/bin/env bash
# Configure: the parameters of the instance, before its first start where it has not started yet; then the instance runs. On
# application and print servers also the databases that they use; those of mirror members wait for the step mirror.
#
# Settings: PRODUCT, INSTANCE, INSTALL_DIR, ROLE. Files: merge.cpf; databases.cpf or, for Caché, databases.objectscript.
IRIS_AZURE_NAME=${IRIS_AZURE_NAME:-iris-configure}
# shellcheck source=packages/guest/files/lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
load_settings
# shellcheck source=packages/guest/files/lib/iris.sh
. "$IRIS_AZURE_LIB/lib/iris.sh"
# shellcheck source=packages/guest/files/lib/objectscript.sh
. "$IRIS_AZURE_LIB/lib/objectscript.sh"
# shellcheck source=packages/guest/files/lib/configuration.sh
. "$IRIS_AZURE_LIB/lib/configuration.sh"

file=$IRIS_AZURE_ETC/merge.cpf
stamp=$IRIS_AZURE_STATE/configuration/merge

# started_with_merge: IRIS before its first start, or while it is down: the product merges when it starts.
started_with_merge() {
  ISC_CPF_MERGE_FILE=$file instance_start
}

# written: Caché, which reads its file when it starts.
written() {
  local section name value target
  target=$(parameter_file)
  info "writing parameters of $file into $target"
  while IFS=$'\t' read -r section name value; do
    set_parameter "$target" "$section" "$name" "$value"
  done < <(parameters "$file")
  if instance_running; then
    warn "$INSTANCE runs: it takes the new parameters at its next start"
  fi
}

# check: that the parameters have arrived. A value that the product writes in its own way is told and let be.
check() {
  local missing all
  all=$(parameters "$file" | wc -l)
  missing=$(not_applied "$file")
  [ -n "$missing" ] || return 0
  if [ "$(wc -l <<< "$missing")" -ge "$all" ]; then
    die "nothing of $file is in $(parameter_file); see $(instance_log)"
  fi
  warn "other values than those of $file has the instance for: $(paste -s -d ' ' <<< "$missing")"
}

[ -s "$file" ] || die "$file is missing: it is written by cloud-init at the first boot"
instance_exists || die "$(setting INSTANCE) is not installed; run the step install first"
# The instance's own user reads it.
chmod 644 "$file"

sum=$(sum_of "$file")
if [ "$(cat "$stamp" 2> /dev/null)" != "$sum" ]; then
  if [ "$(product)" = cache ]; then
    written
  elif instance_running; then
    merge "$file"
    [ -z "$MERGE_WHY" ] || die "$MERGE_WHY"
    warn "memory and folders that $file changes count from the next start of $INSTANCE"
  else
    started_with_merge
  fi
  check
  mkdir -p "${stamp%/*}"
  printf '%s\n' "$sum" > "$stamp.new"
  mv -f "$stamp.new" "$stamp"
else
  info "parameters of $file are applied"
fi
instance_running || instance_start

case $(setting ROLE) in
  application | print)
    apply_databases
    [ -z "$DATABASES_WHY" ] || die "$DATABASES_WHY"
    ;;
esac
