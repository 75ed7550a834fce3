#!/bin/sh
# Azure Backup's post-script, which it runs after the snapshots, and also after a pre-script that failed. See pre.sh; messages are
# in the journal, under iris-thaw.
exec "${IRIS_AZURE_SBIN:-/usr/local/sbin}/iris-thaw" --owner azure --record 'Azure Backup' < /dev/null > /dev/null 2>&1
