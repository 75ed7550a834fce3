# shellcheck shell=bash
# The certificate of this machine and those that it trusts. Needs common.sh, azure.sh and, where there is an instance, iris.sh.
#
# Settings: CERTIFICATE, PEER_CERTIFICATES, CERTIFICATE_AUTHORITY, VAULT_URL, ROLE, CERTIFICATE_SETTLE_HOURS (36), CERTIFICATE_WARN_DAYS (21).
#
# /etc/iris-azure/tls is a link to a folder with CertificateFile.pem, PrivateKeyFile.pem and CAFile.pem, the names that a mirror
# asks for; all three are replaced at once, by turning the link.
#
# Where members trust each other's self-signed certificates, a member that used its new one at once would be refused until the
# others have heard of it. So everybody trusts all versions that are enabled in the vault and not expired, each day anew, and uses
# its own new version when that is older than CERTIFICATE_SETTLE_HOURS. A version that is disabled in the vault is trusted no longer.

readonly TLS_LINK=$IRIS_AZURE_ETC/tls
readonly TLS_FOLDERS=$IRIS_AZURE_ETC/tls.d
# There while services have not taken the files that the link names.
readonly TLS_PENDING=$IRIS_AZURE_STATE/certificates.reload

# tls_owner: who may read the private key: the instance, or root alone where there is none.
tls_owner() {
  if [ "$(setting ROLE)" = web ]; then
    printf root:root
  else
    printf '%s:%s' "$(instance_owner)" "$(instance_group)"
  fi
}

# tls_split PEM FOLDER: the private key, the certificate that it belongs to, and after that certificate the others of the file.
tls_split() {
  local pem=$1 folder=$2 key part found=no
  openssl pkey -in "$pem" -out "$folder/PrivateKeyFile.pem" 2> /dev/null || die "certificate '$CERTIFICATE' comes without a private key; its policy must make the key exportable"
  key=$(openssl pkey -in "$folder/PrivateKeyFile.pem" -pubout)
  awk -v folder="$folder" '/-----BEGIN CERTIFICATE-----/ { file = sprintf("%s/part-%02d", folder, ++number) }
    file { print > file } /-----END CERTIFICATE-----/ { close(file); file = "" }' "$pem"
  for part in "$folder"/part-*; do
    [ -e "$part" ] || break
    if [ "$(openssl x509 -in "$part" -noout -pubkey)" = "$key" ]; then
      found=yes
      mv -f "$part" "$folder/CertificateFile.pem"
      break
    fi
  done
  [ "$found" = yes ] || die "certificate '$CERTIFICATE' holds no certificate of its private key"
  for part in "$folder"/part-*; do
    [ -e "$part" ] || break
    cat "$part" >> "$folder/CertificateFile.pem"
    rm -f "$part"
  done
}

# tls_anchors FOLDER: what this machine trusts: the authority's chain, or each version of its own and of its peers' certificates.
tls_anchors() {
  local folder=$1 url version vault
  : > "$folder/CAFile.pem"
  if [ -n "${CERTIFICATE_AUTHORITY:-}" ]; then
    [ -s "${IRIS_AZURE_ROOT:-}$CERTIFICATE_AUTHORITY" ] || die "CERTIFICATE_AUTHORITY must name a file with a chain as PEM, got '$CERTIFICATE_AUTHORITY'"
    cat "${IRIS_AZURE_ROOT:-}$CERTIFICATE_AUTHORITY" > "$folder/CAFile.pem"
    return 0
  fi
  vault=$(setting VAULT_URL)
  for url in "${vault%/}/certificates/$CERTIFICATE" ${PEER_CERTIFICATES:-}; do
    tls_versions "$url" "$AZURE_WORK/anchors"
    while read -r version _; do
      azure_public_certificate "$url" "$version" > "$AZURE_WORK/anchor"
      cat "$AZURE_WORK/anchor" >> "$folder/CAFile.pem"
    done < "$AZURE_WORK/anchors"
  done
}

# tls_versions URL FILE: versions of a certificate into FILE; exit code 75, wait, where there is none yet.
tls_versions() {
  azure_certificate_versions "$1" > "$2"
  if ! [ -s "$2" ]; then
    warn "certificate $1 has no version that is enabled and within its time yet; waiting for one"
    exit 75
  fi
}

# tls_version: the version of this machine's certificate to use: the newest that all peers have heard of.
tls_version() {
  local vault name now settled=$((${CERTIFICATE_SETTLE_HOURS:-36} * 3600)) version created chosen=''
  vault=$(setting VAULT_URL)
  name=$(azure_name certificate "$(setting CERTIFICATE)")
  printf -v now '%(%s)T' -1
  tls_versions "${vault%/}/certificates/$name" "$AZURE_WORK/own"
  if [ -n "${CERTIFICATE_AUTHORITY:-}" ] || [ -z "${PEER_CERTIFICATES:-}" ]; then
    settled=0
  fi
  while read -r version created; do
    if ((created + settled <= now)); then
      chosen=$version
      break
    fi
  done < "$AZURE_WORK/own"
  # None is old enough on a new machine: the oldest is what peers hear of first.
  printf '%s' "${chosen:-$version}"
}

# tls_check FOLDER: refuses files that no peer would accept.
tls_check() {
  local folder=$1 purpose said
  openssl x509 -in "$folder/CertificateFile.pem" -noout -checkend 0 > /dev/null ||
    die "certificate '$CERTIFICATE' has expired: $(openssl x509 -in "$folder/CertificateFile.pem" -noout -enddate); renew it in the vault"
  [ "$(openssl x509 -in "$folder/CertificateFile.pem" -noout -pubkey)" = "$(openssl pkey -in "$folder/PrivateKeyFile.pem" -pubout)" ] ||
    die "certificate '$CERTIFICATE' does not belong to its private key"
  for purpose in sslclient sslserver; do
    said=$(openssl verify -purpose "$purpose" -CAfile "$folder/CAFile.pem" -untrusted "$folder/CertificateFile.pem" \
      "$folder/CertificateFile.pem" 2>&1) ||
      die "certificate '$CERTIFICATE' is not valid for $purpose: $(tail -n 2 <<< "$said" | tr '\n' ' '); a mirror needs extended key usage of client and of server, and an authority that all members trust"
  done
}

# tls_warn: says in time that the certificate in use expires.
tls_warn() {
  local days=${CERTIFICATE_WARN_DAYS:-21}
  openssl x509 -in "$TLS_LINK/CertificateFile.pem" -noout -checkend $((days * 86400)) > /dev/null ||
    say err "certificate '$CERTIFICATE' expires in less than $days days ($(openssl x509 -in "$TLS_LINK/CertificateFile.pem" -noout -enddate)); renew it in the vault"
}

# refresh_certificates: fetches, checks, and replaces what has changed.
refresh_certificates() {
  local version draft=$TLS_FOLDERS/.draft owner name folder
  exec 9> "$AZURE_RUN/certificates.lock"
  flock --timeout 600 9 || die "another run holds $AZURE_RUN/certificates.lock for ten minutes"
  owner=$(tls_owner)
  # Services that are not root pass through here; what is secret has a mode of its own.
  mkdir -p "$TLS_FOLDERS"
  chmod 755 "$IRIS_AZURE_ETC" "$TLS_FOLDERS"
  rm -rf "$draft"
  mkdir -m 700 "$draft"
  version=$(tls_version)
  azure_certificate "$CERTIFICATE" "$version" "$AZURE_WORK/pem"
  (
    umask 077
    tls_split "$AZURE_WORK/pem" "$draft"
  )
  rm -f "$AZURE_WORK/pem"
  tls_anchors "$draft"
  tls_check "$draft"
  chown "$owner" "$draft" "$draft"/*
  chmod 600 "$draft/PrivateKeyFile.pem"
  chmod 644 "$draft/CertificateFile.pem" "$draft/CAFile.pem"
  chmod 755 "$draft"
  name=$(cat "$draft/CertificateFile.pem" "$draft/PrivateKeyFile.pem" "$draft/CAFile.pem" | sha256sum)
  folder=$TLS_FOLDERS/${name:0:16}
  if [ "$(readlink "$TLS_LINK" 2> /dev/null)" = "$folder" ] && [ -d "$folder" ]; then
    chown "$owner" "$folder" "$folder"/*
    rm -rf "$draft"
    info "certificate '$CERTIFICATE' is as before"
  else
    rm -rf "$folder"
    mv -T "$draft" "$folder"
    mkdir -p "$IRIS_AZURE_STATE"
    : > "$TLS_PENDING"
    ln -sfn "$folder" "$TLS_LINK.draft"
    mv -fT "$TLS_LINK.draft" "$TLS_LINK"
    info "certificate '$CERTIFICATE', version $version, is in use; $(grep -c BEGIN "$TLS_LINK/CAFile.pem") certificates are trusted"
  fi
  for name in "$TLS_FOLDERS"/*; do
    [ "$name" = "$folder" ] || rm -rf "$name"
  done
  exec 9>&-
}

# reload_certificates: tells services of files that they have not taken yet. What begins later reads them anyway.
reload_certificates() {
  local unit
  [ -e "$TLS_PENDING" ] || return 0
  for unit in apache2.service httpd.service; do
    if systemctl is-active --quiet "$unit"; then
      info "reloading $unit"
      systemctl reload "$unit"
    fi
  done
  if [ "$(setting ROLE)" != web ] && instance_running; then
    info "activating the TLS configurations of $INSTANCE again"
    # Unconfirmed: that saving a configuration as it is makes new connections of the mirror and of the superserver use the files
    # of today. Connections that are up stay as they are. A start of the instance reads the files in any case.
    session %SYS < "$IRIS_AZURE_LIB/objectscript/activate-tls.txt" > /dev/null ||
      die "$INSTANCE does not take its TLS configurations again; it goes on with the certificate it has, until its next start. See ^%ETN and messages.log"
  fi
  rm -f "$TLS_PENDING"
}
