#!/usr/bin/env bash
# Licence: puts the key from the vault where the product looks for it, and activates it where the instance runs.
#
# Settings: LICENCE_SECRET, the secret's name; without one the product keeps to what it does without a key.
IRIS_AZURE_NAME=${IRIS_AZURE_NAME:-iris-licence}
# shellcheck source-path=SCRIPTDIR source=../lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
load_settings
# shellcheck source-path=SCRIPTDIR source=../lib/azure.sh
. "$IRIS_AZURE_LIB/lib/azure.sh"
# shellcheck source-path=SCRIPTDIR source=../lib/iris.sh
. "$IRIS_AZURE_LIB/lib/iris.sh"

# There while a key is in its place that the running instance has not taken.
pending=$IRIS_AZURE_STATE/licence.activate

if [ -z "${LICENCE_SECRET:-}" ]; then
  info "LICENCE_SECRET is not set: no key"
  exit 0
fi
file=$(instance_key_file)
[ -d "$(dirname "$file")" ] || die "$(dirname "$file") is missing: the step install comes first"
azure_secret "$LICENCE_SECRET" > "$AZURE_WORK/key"
if cmp -s "$AZURE_WORK/key" "$file"; then
  info "key of '$LICENCE_SECRET' is in $file"
else
  mkdir -p "$IRIS_AZURE_STATE"
  : > "$pending"
  info "putting the key of '$LICENCE_SECRET' into $file"
fi
# Processes of the instance run with its group; whether all of them run as its owner too is unconfirmed.
write_file 640 "$(instance_owner):$(instance_group)" "$file" < "$AZURE_WORK/key"
if [ -e "$pending" ] && instance_running; then
  info "activating the key"
  session %SYS < "$IRIS_AZURE_LIB/objectscript/activate-licence.txt" > /dev/null ||
    die "$INSTANCE does not take the key while it runs: a key of less than the one in use needs a restart of the instance; $(instance_log) says why"
fi
rm -f "$pending"
