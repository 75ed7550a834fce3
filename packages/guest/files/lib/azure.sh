# shellcheck shell=bash
# What a machine asks of Azure with its managed identity: tokens, secrets, certificates, blobs, and facts about itself.
#
# Needs common.sh. Tokens and secrets pass by file and by standard input: no argument of a command, no message and no file
# that others can read holds one. Work files are in a folder of this process under /run, which is memory.
#
# Settings: IDENTITY_CLIENT_ID, VAULT_URL, VAULT_RESOURCE, STORAGE_RESOURCE.

readonly AZURE_RUN=${IRIS_AZURE_ROOT:-}/run/iris-azure
readonly IMDS_URL=${IMDS_URL:-http://169.254.169.254}
# Protocols that a vault and a storage account may be asked by; a test allows http.
readonly AZURE_PROTOCOLS=${AZURE_PROTOCOLS:-=https}
# Six tries, pauses of 3, 6, 12, 24 and 48 s: an update of the metadata service may last 70 s, and a new role assignment takes
# minutes to be known, which the tries of iris-setup cover.
readonly AZURE_TRIES=${AZURE_TRIES:-6}
readonly AZURE_RETRY_SECONDS=${AZURE_RETRY_SECONDS:-3}
# Limits of one request and of one download, and how long a download may stand still.
readonly AZURE_REQUEST_SECONDS=${AZURE_REQUEST_SECONDS:-30}
readonly AZURE_DOWNLOAD_SECONDS=${AZURE_DOWNLOAD_SECONDS:-7200}
readonly AZURE_STALL_SECONDS=${AZURE_STALL_SECONDS:-60}
readonly AZURE_VAULT_API=7.4

# A token is asked for anew this long before it expires.
readonly AZURE_TOKEN_MARGIN_SECONDS=300

readonly AZURE_WORK=$AZURE_RUN/work.$$

# azure_clean: removes work files: this process's, and those of processes that were killed.
azure_clean() {
  local folder
  for folder in "$AZURE_RUN"/work.*; do
    if [ "$folder" = "$AZURE_WORK" ] || ! kill -0 "${folder##*.}" 2> /dev/null; then
      rm -rf "$folder"
    fi
  done
}

mkdir -p "$AZURE_RUN"
chmod 700 "$AZURE_RUN"
azure_clean
mkdir -m 700 "$AZURE_WORK"
trap azure_clean EXIT

# How the last request ended: yes where it succeeded; its status, 000 where there was no answer; curl's exit code. They are kept
# apart from exit codes, because a function whose exit code is looked at does not stop where a command in it fails.
AZURE_OK=no
AZURE_STATUS=000
AZURE_EXIT=0

# azure_can_wait ALSO: whether the same request may succeed later. ALSO are further codes (|404|410|) of the service asked.
azure_can_wait() {
  case $AZURE_STATUS in
    408 | 429 | 5??) return 0 ;;
    000 | 2??) ;;
    *) [[ $1 == *"|$AZURE_STATUS|"* ]] && return 0 ;;
  esac
  # No answer, or part of one: a name not resolved, a connection refused, cut or silent.
  case $AZURE_EXIT in
    5 | 6 | 7 | 16 | 18 | 28 | 33 | 35 | 52 | 55 | 56 | 92) return 0 ;;
  esac
  return 1
}

# azure_pause WAIT HEAD: seconds to wait: what the service asked for, at most two minutes, or WAIT.
azure_pause() {
  local asked
  asked=$(sed -n 's/^[Rr]etry-[Aa]fter:[[:space:]]*\([0-9]\{1,5\}\)[[:space:]]*$/\1/p' "$2" 2> /dev/null | tail -n 1)
  if [ -z "$asked" ]; then
    echo "$1"
  else
    echo $((asked > 120 ? 120 : asked))
  fi
}

# azure_get ALSO CONFIGURATION URL BODY [CURL_OPTION...]: asks until there is an answer of success, or one that waiting does not
# change; sets AZURE_OK, AZURE_STATUS and AZURE_EXIT. CONFIGURATION is a file of curl options, such as the header with the token.
azure_get() {
  local also=$1 configuration=$2 url=$3 body=$4 head=$AZURE_WORK/head wait=$AZURE_RETRY_SECONDS pause try
  shift 4
  AZURE_OK=no
  for ((try = 1; ; try++)); do
    AZURE_EXIT=0
    : > "$head"
    AZURE_STATUS=$(curl --silent --show-error --connect-timeout 10 --max-time "$AZURE_REQUEST_SECONDS" \
      --config "$configuration" --dump-header "$head" --output "$body" --write-out '%{http_code}' "$@" -- "$url") ||
      AZURE_EXIT=$?
    AZURE_STATUS=${AZURE_STATUS:-000}
    if [ "$AZURE_EXIT" -eq 0 ] && [[ $AZURE_STATUS == 2?? ]]; then
      AZURE_OK=yes
      return 0
    fi
    if ((try >= AZURE_TRIES)) || ! azure_can_wait "$also"; then
      return 0
    fi
    pause=$(azure_pause "$wait" "$head")
    warn "${url%%\?*} answered $(azure_answer "$body"); try $((try + 1)) of $AZURE_TRIES in $pause s"
    # A download of which the service gives no further part begins again.
    if [ "$AZURE_EXIT" -eq 33 ]; then
      rm -f "$body"
    fi
    sleep "$pause"
    wait=$((wait * 2))
  done
}

# azure_answer BODY: how the last request ended, in a few words, with Azure's own where it refused.
azure_answer() {
  local words=''
  if [ "$AZURE_STATUS" = 000 ] || [[ $AZURE_STATUS == 2?? ]]; then
    echo "nothing whole (curl exit $AZURE_EXIT)"
    return 0
  fi
  if [ -s "$1" ]; then
    words=$(jq --raw-output '.error as $e | if ($e | type) == "object" then $e.message else (.error_description // $e) end // empty' \
      "$1" 2> /dev/null | tr '[:cntrl:]' ' ' | cut -c 1-300) || words=''
  fi
  if [ -z "$words" ]; then
    words=$(sed -n 's/^x-ms-error-code:[[:space:]]*\([A-Za-z]*\).*$/\1/ip' "$AZURE_WORK/head" | tail -n 1)
  fi
  echo "$AZURE_STATUS${words:+: $words}"
}

# azure_imds PATH BODY [CURL_OPTION...]: asks the metadata service of the machine, never by way of a proxy.
azure_imds() {
  local path=$1 body=$2
  shift 2
  printf '%s\n' 'header = "Metadata: true"' 'noproxy = "*"' > "$AZURE_WORK/imds"
  azure_get '|404|410|' "$AZURE_WORK/imds" "$IMDS_URL/metadata/$path" "$body" --proto '=http' --get "$@"
}

# azure_metadata PATH VERSION: prints what the metadata service says, such as `azure_metadata scheduledevents 2020-07-01`.
azure_metadata() {
  local body=$AZURE_WORK/metadata
  azure_imds "$1" "$body" --data-urlencode "api-version=$2"
  [ "$AZURE_OK" = yes ] ||
    die "metadata service gives no $1: $(azure_answer "$body"); nothing but the machine itself must answer at $IMDS_URL"
  cat "$body"
}

# azure_region, azure_zone: where the machine is; the zone is empty where it is in none.
azure_region() { azure_metadata instance/compute 2021-02-01 | jq --exit-status --raw-output .location; }
azure_zone() { azure_metadata instance/compute 2021-02-01 | jq --raw-output '.zone // empty'; }

# azure_token RESOURCE: sets AZURE_TOKEN to a file of curl options (600) with a token for RESOURCE that lasts some minutes yet.
azure_token() {
  local resource=$1 client=${IDENTITY_CLIENT_ID:-} body=$AZURE_WORK/token name token seconds until now
  local -a identity=()
  name=$(printf '%s %s' "$resource" "$client" | sha256sum)
  AZURE_TOKEN=$AZURE_RUN/token-${name:0:16}
  printf -v now '%(%s)T' -1
  # Its first line is: # until SECONDS.
  if [ -r "$AZURE_TOKEN" ] && read -r _ _ until < "$AZURE_TOKEN" && [[ $until =~ ^[0-9]+$ ]] && ((until > now)); then
    return 0
  fi
  if [ -n "$client" ]; then
    identity=(--data-urlencode "client_id=$client")
  fi
  azure_imds identity/oauth2/token "$body" --data-urlencode api-version=2018-02-01 --data-urlencode "resource=$resource" \
    "${identity[@]}"
  [ "$AZURE_OK" = yes ] ||
    die "no token for $resource: $(azure_answer "$body"); the machine needs a managed identity, and IDENTITY_CLIENT_ID where it has several"
  token=$(jq --raw-output .access_token "$body")
  seconds=$(jq --raw-output .expires_in "$body")
  rm -f "$body"
  if ! [[ $token =~ ^[A-Za-z0-9._~+/=-]+$ && $seconds =~ ^[0-9]+$ ]]; then
    die "no token for $resource: the metadata service's answer is not one of a token"
  fi
  write_file 600 "$(id -u):$(id -g)" "$AZURE_TOKEN" << END
# until $((now + seconds - AZURE_TOKEN_MARGIN_SECONDS))
header = "Authorization: Bearer $token"
END
}

# azure_authorized RESOURCE URL BODY [CURL_OPTION...]: asks with a token; once more with a new one where the token is refused.
# 403 is asked again too: a role assignment takes minutes to be known everywhere.
azure_authorized() {
  local resource=$1 url=$2 body=$3
  shift 3
  azure_token "$resource"
  azure_get '|403|' "$AZURE_TOKEN" "$url" "$body" --proto "$AZURE_PROTOCOLS" "$@"
  if [ "$AZURE_STATUS" = 401 ]; then
    rm -f "$AZURE_TOKEN"
    azure_token "$resource"
    azure_get '|403|' "$AZURE_TOKEN" "$url" "$body" --proto "$AZURE_PROTOCOLS" "$@"
  fi
}

# azure_vault URL BODY: asks Key Vault for what URL names.
azure_vault() {
  local resource
  resource=$(setting VAULT_RESOURCE)
  azure_authorized "$resource" "$1?api-version=$AZURE_VAULT_API" "$2"
}

# azure_name KIND NAME: prints NAME where it can be one of a vault's.
azure_name() {
  [[ $2 =~ ^[0-9A-Za-z-]{1,127}$ ]] || die "$1 '$2' is no name in a vault: 1 to 127 letters, digits and hyphens"
  printf '%s' "$2"
}

# azure_secret_answer NAME [VERSION]: leaves the vault's answer with the secret in AZURE_SECRET, a work file.
azure_secret_answer() {
  local name url vault
  name=$(azure_name secret "$1")
  vault=$(setting VAULT_URL)
  url=${vault%/}/secrets/$name${2:+/$2}
  AZURE_SECRET=$AZURE_WORK/secret
  azure_vault "$url" "$AZURE_SECRET"
  [ "$AZURE_OK" = yes ] ||
    die "secret '$name' cannot be read from $vault: $(azure_answer "$AZURE_SECRET"); the machine's identity needs Key Vault Secrets User on it"
  jq --exit-status '(.value | type) == "string" and .value != ""' "$AZURE_SECRET" > /dev/null || die "secret '$name' in $vault is empty"
}

# azure_secret NAME: prints the newest version of a secret, byte by byte. One that was put there from a file in base 64 is decoded.
# For a file use azure_secret_file: what stands behind a pipe does not see that this failed.
azure_secret() {
  azure_secret_answer "$1"
  if jq --exit-status '.tags["file-encoding"] == "base64"' "$AZURE_SECRET" > /dev/null; then
    jq --raw-output --join-output .value "$AZURE_SECRET" | base64 --decode
  else
    jq --raw-output --join-output .value "$AZURE_SECRET"
  fi
  rm -f "$AZURE_SECRET"
}

# azure_secret_file NAME MODE OWNER FILE: a secret as a file, whole or not at all.
azure_secret_file() {
  azure_secret "$1" > "$AZURE_WORK/value"
  write_file "$2" "$3" "$4" < "$AZURE_WORK/value"
  rm -f "$AZURE_WORK/value"
}

# azure_certificate_versions URL: of the certificate that URL names, a line `VERSION CREATED` for each version that is enabled and
# within its time, newest first; nothing where there is no such certificate.
azure_certificate_versions() {
  local url=${1%/} body=$AZURE_WORK/versions next resource now
  printf -v now '%(%s)T' -1
  resource=$(setting VAULT_RESOURCE)
  next="$url/versions?api-version=$AZURE_VAULT_API"
  : > "$AZURE_WORK/versions.all"
  while [ -n "$next" ]; do
    # The next page must be of the same vault: the token goes there.
    [[ $next == "$url/versions?"* ]] || die "certificate $url: the vault names versions elsewhere, at ${next%%\?*}"
    azure_authorized "$resource" "$next" "$body"
    if [ "$AZURE_STATUS" = 404 ]; then
      return 0
    fi
    if [ "$AZURE_OK" != yes ]; then
      die "certificate $url cannot be read: $(azure_answer "$body"); the machine's identity needs Key Vault Certificate User or Key Vault Reader on it"
    fi
    jq --raw-output --argjson now "$now" '.value[] | .attributes as $a
      | select($a.enabled and ($a.exp // ($now + 1)) > $now and ($a.nbf // 0) <= $now)
      | "\(.id | split("/") | last) \($a.created // 0)"' "$body" >> "$AZURE_WORK/versions.all" ||
      die "certificate $url: the vault's answer is not a list of versions"
    next=$(jq --raw-output '.nextLink // empty' "$body")
  done
  sort -k 2,2nr -k 1,1 "$AZURE_WORK/versions.all"
}

# azure_public_certificate URL VERSION: prints one version of a certificate, without its key, as PEM.
azure_public_certificate() {
  local url=${1%/}/$2 body=$AZURE_WORK/certificate
  azure_vault "$url" "$body"
  [ "$AZURE_OK" = yes ] || die "certificate $url cannot be read: $(azure_answer "$body")"
  jq --exit-status --raw-output .cer "$body" > "$body.cer" || die "certificate $url: the vault's answer holds none"
  base64 --decode "$body.cer" | openssl x509 -inform DER -outform PEM || die "certificate $url is none that openssl reads"
}

# azure_certificate NAME VERSION FILE: one version of a certificate with its private key, as the vault keeps it (PKCS #12 or PEM),
# as PEM into FILE (600).
azure_certificate() {
  local name=$1 version=$2 file=$3 kind
  azure_secret_answer "$name" "$version"
  kind=$(jq --raw-output '.contentType // empty' "$AZURE_SECRET")
  : > "$file"
  chmod 600 "$file"
  case $kind in
    application/x-pem-file)
      jq --raw-output .value "$AZURE_SECRET" > "$file"
      ;;
    application/x-pkcs12)
      jq --raw-output .value "$AZURE_SECRET" | base64 --decode > "$AZURE_WORK/pkcs12" || die "certificate '$name': PKCS #12 is not in base 64"
      # A vault's PKCS #12 has no password. Those imported from old tools are encrypted by what OpenSSL 3 calls legacy.
      if ! openssl pkcs12 -in "$AZURE_WORK/pkcs12" -passin pass: -nodes -out "$file" 2> /dev/null &&
        ! openssl pkcs12 -legacy -in "$AZURE_WORK/pkcs12" -passin pass: -nodes -out "$file" 2> /dev/null; then
        die "certificate '$name': PKCS #12 is none that openssl reads"
      fi
      rm -f "$AZURE_WORK/pkcs12"
      ;;
    *) die "certificate '$name' is of type '$kind', must be application/x-pkcs12 or application/x-pem-file; its key must be exportable" ;;
  esac
  rm -f "$AZURE_SECRET"
}

# azure_blob URL FILE: downloads a blob. What came of it before the connection or the machine broke down is kept beside FILE and not
# asked for again; whether the whole is right is for the caller to say, by a checksum.
azure_blob() {
  local url=$1 file=$2 part=$2.part resource size whole
  [[ $url != *\?* ]] || die "address of a blob must be without a query (such as a SAS token), got ${url%%\?*}?...; the machine reads it with its identity"
  resource=$(setting STORAGE_RESOURCE)
  mkdir -p "$(dirname "$file")"
  # --fail: what the service says of a failure must not end up in the file.
  azure_authorized "$resource" "$url" "$part" --fail --continue-at - --header 'x-ms-version: 2021-12-02' \
    --max-time "$AZURE_DOWNLOAD_SECONDS" --speed-limit 1024 --speed-time "$AZURE_STALL_SECONDS"
  if [ "$AZURE_OK" != yes ]; then
    # Nothing lies beyond what is here: it is whole, or it is of another blob.
    size=$(stat --format %s "$part" 2> /dev/null || echo 0)
    whole=$(sed -n 's/^content-range:[[:space:]]*bytes \*\/\([0-9]*\).*$/\1/ip' "$AZURE_WORK/head" | tail -n 1)
    if [ "$AZURE_STATUS" != 416 ] || [ "$size" = 0 ]; then
      die "$url cannot be downloaded: $(azure_answer /dev/null); the machine's identity needs Storage Blob Data Reader on it, and the network a way to it"
    fi
    if [ "$size" != "$whole" ]; then
      rm -f "$part"
      die "$url: what was downloaded before is of another blob; it is deleted, run again"
    fi
  fi
  mv -f "$part" "$file"
}
