#!/bin/sh
# Azure Backup's pre-script. The framework runs it by `sh`, whatever its first line says, which is no bash on Ubuntu; it aborts
# on output, and does not read what it collects. So this is all it gets; messages are in the journal, under iris-freeze.
exec "${IRIS_AZURE_SBIN:-/usr/local/sbin}/iris-freeze" --owner azure < /dev/null > /dev/null 2>&1
