# shellcheck shell=bash disable=SC2034
# What the mirror says of this member, and what of the others can be seen from here. Needs common.sh, iris.sh and objectscript.sh.
#
# Settings: SUPERSERVER_PORT (1972), MEMBER_ADDRESSES, PRIMARY_ADDRESS, STATUS_PATH, MIRROR_SETTLE_SECONDS (300).

readonly MIRROR_AGENT_PORT=2188
# Between two looks at a state that somebody waits for.
readonly MIRROR_LOOK_SECONDS=${MIRROR_LOOK_SECONDS:-5}

# Set by mirror_state: one of
#   primary, backup, joining (a failover member that is neither), async-dr, async-reporting, disconnected (an async member without
#   its primary), none (in no mirror), down (the instance does not run), unknown (it does not answer).
MIRROR_STATE=unknown
# The product's own words, and those of the session where it has no answer.
MIRROR_TYPE='' MIRROR_STATUS='' MIRROR_NAMES='' MIRROR_JOURNAL='' MIRROR_DATABASES='' MIRROR_PARTNER='' MIRROR_WHY=''

# mirror_state: asks the instance.
mirror_state() {
  local member
  MIRROR_TYPE='' MIRROR_STATUS='' MIRROR_NAMES='' MIRROR_JOURNAL='' MIRROR_DATABASES='' MIRROR_PARTNER='' MIRROR_WHY=''
  if ! instance_running; then
    MIRROR_STATE=down
    return 0
  fi
  if ! SESSION_SECONDS=${SESSION_SECONDS:-60} objectscript mirror-status; then
    MIRROR_STATE=unknown
    MIRROR_WHY=$(why_not)
    return 0
  fi
  member=$(said member)
  MIRROR_TYPE=$(said type)
  MIRROR_STATUS=$(said status)
  MIRROR_NAMES=$(said names)
  MIRROR_JOURNAL=$(said journal)
  MIRROR_DATABASES=$(said databases)
  MIRROR_PARTNER=$(said partner)
  MIRROR_STATE=$(state_of "$member" "$(said primary)" "$(said backup)")
}

# state_of MEMBER PRIMARY BACKUP: the state, from what the product says: 0 no member, 1 failover member, 2 async member.
state_of() {
  if [ "$2" = 1 ]; then
    echo primary
  elif [ "$3" = 1 ]; then
    echo backup
  elif [ "$1" = 0 ]; then
    echo none
  elif [ "$1" = 2 ] || [[ ${MIRROR_TYPE,,} != failover ]]; then
    case ${MIRROR_TYPE,,}:${MIRROR_STATUS,,} in
      *reporting*:connected) echo async-reporting ;;
      disaster*:connected) echo async-dr ;;
      *) echo disconnected ;;
    esac
  else
    echo joining
  fi
}

# caught_up: whether this member has all that the primary has written.
# Unconfirmed: that 1 means no delay, as public examples of the product's engineers say; the words are those of the Mirror Monitor.
caught_up() {
  local said
  for said in "$MIRROR_JOURNAL" "$MIRROR_DATABASES"; do
    case ${said,,} in
      1 | 'caught up') ;;
      *) return 1 ;;
    esac
  done
}

# state_in STATE...: whether the member is in one of these states.
state_in() {
  local state
  for state in "$@"; do
    if [ "$state" = "$MIRROR_STATE" ]; then
      return 0
    fi
  done
  return 1
}

# wait_for SECONDS STATE...: looks until the member is in one of these states; fails where it is not in time.
wait_for() {
  local seconds=$1 began=$SECONDS
  shift
  while true; do
    mirror_state
    if state_in "$@"; then
      return 0
    fi
    if ((SECONDS - began >= seconds)); then
      return 1
    fi
    sleep "$MIRROR_LOOK_SECONDS"
  done
}

# settle_seconds: for how long one try waits.
settle_seconds() {
  local seconds=${MIRROR_SETTLE_SECONDS:-300}
  [[ $seconds =~ ^[0-9]+$ ]] || die "MIRROR_SETTLE_SECONDS must be a whole number, got '$seconds'"
  printf '%s' "$seconds"
}

# reachable ADDRESS PORT: whether something answers there.
reachable() {
  # shellcheck disable=SC2016
  timeout 5 bash -c 'exec 3<> "/dev/tcp/$1/$2"' reachable "$1" "$2" 2> /dev/null
}

# superserver_answers ADDRESS, agent_answers ADDRESS: whether an instance, or the agent beside it, is up there.
superserver_answers() { reachable "$1" "${SUPERSERVER_PORT:-1972}"; }
agent_answers() { reachable "$1" "$MIRROR_AGENT_PORT"; }

# other_members: addresses of the other members, one a line.
other_members() {
  local address own
  own=$(hostname --all-ip-addresses 2> /dev/null || true)
  for address in ${MEMBER_ADDRESSES:-}; do
    [[ " $own " == *" $address "* ]] || printf '%s\n' "$address"
  done
}

# primary_elsewhere: prints the address of another member whose status page says that it is the primary; fails where none does.
# The page is that member's own: a certificate of another name than its address is no matter here, and nothing is sent.
primary_elsewhere() {
  local address answer
  while read -r address; do
    answer=$(curl --silent --insecure --noproxy '*' --max-time 5 --output /dev/null --write-out '%{http_code}' -- \
      "https://$address${STATUS_PATH:-/csp/bin/mirror_status.cxw}" 2> /dev/null) || answer=000
    if [ "$answer" = 200 ]; then
      printf '%s' "$address"
      return 0
    fi
  done < <(other_members)
  return 1
}

# instances_elsewhere: addresses of other members at which an instance answers, one a line.
instances_elsewhere() {
  local address
  while read -r address; do
    if superserver_answers "$address"; then
      printf '%s\n' "$address"
    fi
  done < <(other_members)
}
