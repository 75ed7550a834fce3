# shellcheck shell=bash
# ObjectScript files sent to a session of the instance. Needs common.sh and iris.sh.
#
# A session reads line by line as a terminal does, writes prompts between answers, and goes on after an error. So each line of a
# file is whole in itself, values come before as strings, and what counts is what the code says: lines
# `IRIS-AZURE:name=value`, and as the last `IRIS-AZURE:done`. Without that something failed, whatever the exit code.

# What the last file said.
OBJECTSCRIPT_SAID=''

# objectscript FILE [NAME VALUE]...: sends FILE, or objectscript/FILE.txt, after `set NAME=VALUE`. Fails unless the code says that
# it is done; why_not then tells the reason. Values may be neither secret nor of several lines.
objectscript() {
  local file=$1 status=0 code
  shift
  [[ $file == /* ]] || file=$IRIS_AZURE_LIB/objectscript/$file.txt
  [ -r "$file" ] || die "$file is missing"
  code=$(objectscript_code "$file" "$@") || exit
  # The instance may ask nothing that is not answered: at the end of input a session ends.
  OBJECTSCRIPT_SAID=$(SESSION_SECONDS=${SESSION_SECONDS:-600} session %SYS <<< "$code") || status=$?
  if said_line 'IRIS-AZURE:done$' > /dev/null; then
    return 0
  fi
  OBJECTSCRIPT_EXIT=$status
  return 1
}
OBJECTSCRIPT_EXIT=0

# objectscript_code FILE [NAME VALUE]...: what is sent.
objectscript_code() {
  local file=$1 text
  shift
  while [ $# -gt 0 ]; do
    [[ $2 != *[[:cntrl:]]* ]] || die "$1 for $file must be one line of text"
    text=${2//\"/\"\"}
    printf 'set %s="%s"\n' "$1" "$text"
    shift 2
  done
  # Comments are for readers of the file.
  sed -e '/^;/d' -e '/^[[:space:]]*$/d' "$file"
  printf '%s\n' "if '\$data(irisAzureFailed) write !,\"IRIS-AZURE:done\",!" halt
}

# said_line PATTERN: the last line of the answer that ends with PATTERN, whatever prompt stands before.
said_line() {
  tr -d '\r' <<< "$OBJECTSCRIPT_SAID" | grep -- "$1" | tail -n 1
}

# said NAME: prints what the code said of NAME; nothing where it said nothing.
said() {
  tr -d '\r' <<< "$OBJECTSCRIPT_SAID" | sed -n "s/^.*IRIS-AZURE:$1=//p" | tail -n 1
}

# said_all NAME: all that the code said of NAME, one a line.
said_all() {
  tr -d '\r' <<< "$OBJECTSCRIPT_SAID" | sed -n "s/^.*IRIS-AZURE:$1=//p"
}

# why_not: why the last file is not done.
why_not() {
  local reason
  reason=$(said failed)
  if [ -z "$reason" ]; then
    # Errors of the product are between angle brackets, such as <PROTECT>.
    reason=$(grep -o '<[A-Z][A-Z ]*>.*' <<< "$OBJECTSCRIPT_SAID" | head -n 1) || reason=''
  fi
  printf '%s' "${reason:-the session ended without an answer, with exit code $OBJECTSCRIPT_EXIT}"
}
