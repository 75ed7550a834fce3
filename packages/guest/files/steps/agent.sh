#!/usr/bin/env bash
# Agent: ISCAgent, by which members of a mirror and the arbiter watch each other. On members it came with the instance; on the
# arbiter, which has none, it is installed from the kit.
#
# Settings: AGENT_PORT (2188).
IRIS_AZURE_NAME=${IRIS_AZURE_NAME:-iris-agent}
# shellcheck source-path=SCRIPTDIR source=../lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
load_settings
# shellcheck source-path=SCRIPTDIR source=../lib/kit.sh
. "$IRIS_AZURE_LIB/lib/kit.sh"

unit=ISCAgent.service
port=${AGENT_PORT:-2188}
configuration=${IRIS_AZURE_ROOT:-}/etc/iscagent/iscagent.conf

# installed: whether systemd knows the agent.
installed() { systemctl cat "$unit" > /dev/null 2>&1; }

# answers: whether something takes connections at the agent's port.
answers() { timeout 5 bash -c "exec 3<> /dev/tcp/127.0.0.1/$port" 2> /dev/null; }

[[ $port =~ ^[0-9]{1,5}$ ]] || die "AGENT_PORT must be a port, got '$port'"
if ! installed; then
  folder=$(kit_folder kit agentinstall)
  info "installing the agent from $folder"
  # The installer asks nothing, and reads nothing, in this mode.
  (cd "$folder" && umask 022 && ISC_PACKAGE_MODE=unattended ./agentinstall < /dev/null >&2) ||
    die "agentinstall failed, see above; what it needs of this system is in the product's installation guide"
  systemctl daemon-reload
  installed || die "agentinstall ended well, but systemd knows no $unit"
fi

# One line is ours; others, such as the address that the agent listens at, stay.
lines=''
if [ -e "$configuration" ]; then
  lines=$(sed '/^application_server\.port=/d' "$configuration")
fi
before=$(cat "$configuration" 2> /dev/null || true)
printf '%s\n' ${lines:+"$lines"} "application_server.port=$port" | write_file 644 "$(id -u):$(id -g)" "$configuration"

# The agent starts at boot, before the instance: it answers for a member whose instance is down.
if ! systemctl is-enabled --quiet "$unit"; then
  info 'agent starts at boot'
  systemctl enable "$unit"
fi
if ! systemctl is-active --quiet "$unit"; then
  info 'starting the agent'
  systemctl start "$unit"
elif [ "$before" != "$(cat "$configuration")" ]; then
  info "agent goes to port $port"
  systemctl restart "$unit"
fi
retry "${AGENT_TRIES:-6}" 1 answers || die "agent does not answer at port $port; see journalctl -u $unit"
