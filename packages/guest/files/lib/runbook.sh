# shellcheck shell=bash disable=SC2034,SC2120
# What commands of a runbook share: how they are called, how they ask, how they tell what they do. Needs common.sh.
#
# Exit codes: 0 done, 1 failed, 2 called wrongly, 3 refused (nothing was changed), 75 not yet: run it again.

readonly REFUSED=3 NOT_YET=75
RUNBOOK_YES=no RUNBOOK_DRY=no RUNBOOK_FORCE=no RUNBOOK_PART=''

# runbook_options USAGE PARTS [OPTION...]: reads --yes, --dry-run, --force, --help and, where PARTS names them, one further option.
runbook_options() {
  local usage=$1 parts=" $2 "
  shift 2
  while [ $# -gt 0 ]; do
    case $1 in
      --yes) RUNBOOK_YES=yes ;;
      --dry-run) RUNBOOK_DRY=yes ;;
      --help | -h)
        printf '%s\n' "$usage"
        exit 0
        ;;
      *)
        if [ "$1" = --force ] && [[ $parts == *' --force '* ]]; then
          RUNBOOK_FORCE=yes
        elif [[ $1 == --* ]] && [[ $parts == *" $1 "* ]]; then
          RUNBOOK_PART=${1#--}
        else
          say err "no such option: '$1'"
          printf '%s\n' "$usage" >&2
          exit 2
        fi
        ;;
    esac
    shift
  done
}

# one_at_a_time: two runs of runbooks would not know of each other.
one_at_a_time() {
  mkdir -p "$IRIS_AZURE_STATE/runbook"
  exec {RUNBOOK_LOCK}>> "$IRIS_AZURE_STATE/runbook/.lock"
  flock --nonblock "$RUNBOOK_LOCK" || refuse 'another runbook runs on this machine; wait for its end'
}

# refuse MESSAGE...: ends before anything is changed.
refuse() {
  say err "$@"
  exit "$REFUSED"
}

# not_yet MESSAGE...: ends where something must happen first.
not_yet() {
  say warning "$@" 'Then run this command again: it goes on from here'
  exit "$NOT_YET"
}

# confirm QUESTION: asks at a terminal, and takes --yes for an answer. Whoever runs a script must say --yes.
confirm() {
  local answer
  if [ "$RUNBOOK_YES" = yes ] || [ "$RUNBOOK_DRY" = yes ]; then
    return 0
  fi
  [ -t 0 ] || refuse "$1 There is no terminal to ask at; say --yes if it shall be done"
  printf '%s Type yes to go on: ' "$1" >&2
  read -r answer || answer=''
  [ "$answer" = yes ] || refuse "not confirmed: nothing was changed"
}

# act TEXT COMMAND...: says what is done and does it; says it alone in a dry run.
act() {
  local text=$1
  shift
  if [ "$RUNBOOK_DRY" = yes ]; then
    info "would now: $text"
    return 0
  fi
  info "$text"
  "$@"
}

# dry_end: ends a dry run where what follows depends on what was not done.
dry_end() {
  [ "$RUNBOOK_DRY" = yes ] || return 0
  info "${1:-all that follows} comes after that; this was a dry run, nothing was changed"
  exit 0
}
