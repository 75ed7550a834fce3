#!/usr/bin/env bash
# Mirror: makes it on the first member, joins it on the others, and makes databases. Ends when the member has its role. Exit code 75
# while it waits: for the primary to be one, or for the primary to take this member up.
#
# Settings: MIRROR_NAME (empty: databases alone), MIRROR_MEMBER, PRIMARY_ADDRESS, SUPERSERVER_PORT, MIRROR_SETTLE_SECONDS,
# PEER_MEMBERS. Files: databases.cpf or, for Caché, databases.objectscript.
IRIS_AZURE_NAME=${IRIS_AZURE_NAME:-iris-mirror}
# shellcheck source=packages/guest/files/lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
load_settings
# shellcheck source=packages/guest/files/lib/iris.sh
. "$IRIS_AZURE_LIB/lib/iris.sh"
# shellcheck source=packages/guest/files/lib/objectscript.sh
. "$IRIS_AZURE_LIB/lib/objectscript.sh"
# shellcheck source=packages/guest/files/lib/configuration.sh
. "$IRIS_AZURE_LIB/lib/configuration.sh"
# shellcheck source=packages/guest/files/lib/mirror.sh
. "$IRIS_AZURE_LIB/lib/mirror.sh"

# later MESSAGE...: another machine has something to do first.
later() {
  say warning "$@"
  exit 75
}

# primary_ready: the instance and the agent of the primary answer. Whether it is the primary already it tells by taking this member.
primary_ready() {
  local address
  address=$(setting PRIMARY_ADDRESS)
  agent_answers "$address" || later "the agent of the primary does not answer yet at $address:$MIRROR_AGENT_PORT"
  superserver_answers "$address" || later "the primary does not answer yet at $address:${SUPERSERVER_PORT:-1972}"
}

# takes_members: members that come later are taken up by whichever member is the primary then.
takes_members() {
  [ -n "${PEER_MEMBERS:-}" ] || return 0
  if ! systemctl is-enabled --quiet iris-mirror-authorise.timer; then
    info 'enabling iris-mirror-authorise.timer'
    systemctl enable --now iris-mirror-authorise.timer
  fi
}

as_first() {
  mirror_state
  if state_in none; then
    # A machine that is made anew while the mirror goes on elsewhere would make a second one of the same name.
    if elsewhere=$(primary_elsewhere); then
      die "$elsewhere is the primary of mirror $MIRROR_NAME; this machine must join it instead: set MIRROR_MEMBER=backup and PRIMARY_ADDRESS=$elsewhere"
    fi
    info "making mirror $MIRROR_NAME"
  fi
  apply_databases
  [ -z "$DATABASES_WHY" ] || die "mirror $MIRROR_NAME and its databases are not made: $DATABASES_WHY"
  takes_members
  # After a failover this member is the backup, after a promotion of the DR member perhaps async: it has a role, that is enough.
  wait_for "$(settle_seconds)" primary backup async-dr ||
    later "$INSTANCE is not the primary of $MIRROR_NAME yet: $MIRROR_STATE, '$MIRROR_STATUS'${MIRROR_WHY:+, $MIRROR_WHY}; see $(instance_log)"
}

as_joining() {
  mirror_state
  if state_in none; then
    primary_ready
    info "joining mirror $MIRROR_NAME as $MIRROR_MEMBER"
  fi
  apply_databases
  takes_members
  [ -z "$DATABASES_WHY" ] || later "$INSTANCE has not joined $MIRROR_NAME: $DATABASES_WHY"
  wait_for "$(settle_seconds)" backup async-dr async-reporting primary ||
    later "$INSTANCE has no role in $MIRROR_NAME yet: $MIRROR_STATE, '$MIRROR_STATUS'${MIRROR_WHY:+, $MIRROR_WHY}; the primary must take it up (iris-mirror-authorise there)"
}

instance_exists || die "$(setting INSTANCE) is not installed; run the step install first"
instance_running || instance_start
if [ -z "${MIRROR_NAME:-}" ]; then
  apply_databases
  [ -z "$DATABASES_WHY" ] || die "$DATABASES_WHY"
  exit 0
fi
case $(setting MIRROR_MEMBER) in
  primary) as_first ;;
  backup | drasync | rorasync | rwrasync) as_joining ;;
  *) die "MIRROR_MEMBER must be primary, backup or drasync, got '$MIRROR_MEMBER'; set it in $IRIS_AZURE_ETC/guest.env" ;;
esac
info "$INSTANCE is $MIRROR_STATE in mirror $MIRROR_NAME"
