#!/usr/bin/env bash
# Certificates: this machine's with its key, and those that it trusts, from the vault; from now on looked after each day.
#
# Settings: those of lib/certificates.sh.
IRIS_AZURE_NAME=${IRIS_AZURE_NAME:-iris-certificates}
# shellcheck source-path=SCRIPTDIR source=../lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
load_settings
# shellcheck source-path=SCRIPTDIR source=../lib/azure.sh
. "$IRIS_AZURE_LIB/lib/azure.sh"
# shellcheck source-path=SCRIPTDIR source=../lib/iris.sh
. "$IRIS_AZURE_LIB/lib/iris.sh"
# shellcheck source-path=SCRIPTDIR source=../lib/certificates.sh
. "$IRIS_AZURE_LIB/lib/certificates.sh"

refresh_certificates
reload_certificates
if ! systemctl is-enabled --quiet iris-renew-certificates.timer; then
  info 'enabling iris-renew-certificates.timer'
  systemctl enable --now iris-renew-certificates.timer
fi
