# shellcheck shell=bash disable=SC2034
# What steps share, and what iris-setup needs to run them. After common.sh.

# What fails within $(...) fails there, too, and not only at its end.
shopt -s inherit_errexit

# Accounts of the instance: its owner, and the account under which its processes serve users. The numbers are those of
# InterSystems' own images, and the same on every machine, so that disks and shares that change hands agree on them.
readonly IRIS_OWNER=irisowner IRIS_OWNER_ID=51773
readonly IRIS_USER=irisusr IRIS_USER_ID=52773

# Exit code of a step that has to wait for another machine.
readonly TRY_LATER=75

# number NAME DEFAULT: prints a setting that is a whole number; the default where it is not set.
number() {
  local name=$1 value
  value=${!name:-$2}
  [[ $value =~ ^[0-9]+$ ]] || die "$name must be a whole number, got '$value'; set it in $IRIS_AZURE_ETC/guest.env"
  printf '%s' "$((10#$value))"
}

# has_instance: whether an instance of the product runs on this machine.
has_instance() {
  local role
  role=$(setting ROLE) || exit 1
  case $role in
    primary | backup | dr-async | application | print) true ;;
    *) false ;;
  esac
}

# configure NAME FILE COMMAND...: standard input as the file, then the command that makes it count. Neither where the file
# is so already. A run that is killed between the two leaves a note, and the next one runs the command.
configure() {
  local file=$2 note=$IRIS_AZURE_STATE/pending/$1 content
  shift 2
  content=$(cat && printf .)
  content=${content%.}
  if ! [ -e "$note" ] && printf '%s' "$content" | cmp --silent - "$file"; then
    return 0
  fi
  mkdir -p "$IRIS_AZURE_STATE/pending"
  : > "$note"
  info "writes $file"
  printf '%s' "$content" | write_file 644 root:root "$file"
  "$@"
  rm -f "$note"
}

# read_steps: the steps of this machine, in order, into the array STEPS.
read_steps() {
  local file=$IRIS_AZURE_ETC/steps step
  STEPS=()
  [ -r "$file" ] || die "$file is missing: it is written by cloud-init at the first boot"
  while read -r step || [ -n "$step" ]; do
    case $step in '' | '#'*) continue ;; esac
    [[ $step =~ ^[a-z][a-z0-9-]*$ ]] || die "a step must be lower-case letters, digits and dashes, got '$step' in $file"
    [ -x "$IRIS_AZURE_LIB/steps/$step.sh" ] || die "step '$step' of $file has no script $IRIS_AZURE_LIB/steps/$step.sh"
    STEPS+=("$step")
  done < "$file"
  [ "${#STEPS[@]}" -gt 0 ] || die "$file names no step"
}

# step_stamp STEP: file that says that the step is done.
step_stamp() { printf '%s' "$IRIS_AZURE_STATE/steps/$1"; }

# step_done STEP: whether the step is done and what it made is still there.
step_done() {
  [ -e "$(step_stamp "$1")" ] || return 1
  if [ "$1" = volumes ]; then
    volumes_mounted
  fi
}

# volumes_mounted: whether every volume is mounted. The boot goes on without one that is not, so this is where it is noticed.
volumes_mounted() {
  local name luns point rest
  while IFS=$'\t' read -r name luns point rest; do
    case $name in '' | '#'*) continue ;; esac
    if ! mountpoint --quiet "${IRIS_AZURE_ROOT:-}$point"; then
      say err "volume $name (LUN $luns${rest:+, $rest}) is not mounted at $point"
      return 1
    fi
  done < "$IRIS_AZURE_ETC/volumes.tsv"
}

# note_step STEP STATE DETAIL: what --status tells of a step that is not done.
note_step() {
  printf '%s\t%s\t%s\n' "$2" "$(date --utc +%Y-%m-%dT%H:%M:%SZ)" "$3" |
    write_file 644 root:root "$IRIS_AZURE_STATE/setup/$1"
}

# stamp_step STEP: the step is done.
stamp_step() {
  date --utc +%Y-%m-%dT%H:%M:%SZ | write_file 644 root:root "$(step_stamp "$1")"
  rm -f "$IRIS_AZURE_STATE/setup/$1"
}

# uptime_seconds: seconds since the machine started. Unlike the clock, they never jump when time is synchronized.
uptime_seconds() {
  local seconds rest
  read -r seconds rest < /proc/uptime
  : "$rest"
  printf '%s' "${seconds%.*}"
}
