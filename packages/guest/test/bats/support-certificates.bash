# shellcheck shell=bash disable=SC2119,SC2120
# Certificates of two members, in the vault of the stand-in.

# make_certificates: once for all tests of a file, into $BATS_FILE_TMPDIR/pki: NAME.pem and NAME.key.
make_certificates() {
  export PKI=$BATS_FILE_TMPDIR/pki
  mkdir -p "$PKI"
  local name
  for name in one-1 one-2 two-1 two-2; do
    signed "$name" "CN=${name%-*}" 400 'serverAuth,clientAuth'
  done
  signed short 'CN=one' 5 'serverAuth,clientAuth'
  signed server-only 'CN=one' 400 serverAuth
  # An authority, an intermediate one and a certificate of it.
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$PKI/root.key" -out "$PKI/root.pem" -subj /CN=root -days 400 \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=keyCertSign 2> /dev/null
  issued between root /CN=between 'basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign'
  issued leaf between /CN=one 'basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth,clientAuth'
}

# signed NAME SUBJECT DAYS USAGE: as Key Vault signs itself.
signed() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$PKI/$1.key" -out "$PKI/$1.pem" -subj "/$2" -days "$3" \
    -addext basicConstraints=CA:FALSE -addext keyUsage=digitalSignature,keyEncipherment -addext "extendedKeyUsage=$4" 2> /dev/null
}

# issued NAME ISSUER SUBJECT EXTENSIONS
issued() {
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$PKI/$1.key" -subj "$3" -out "$PKI/$1.csr" 2> /dev/null
  openssl x509 -req -in "$PKI/$1.csr" -CA "$PKI/$2.pem" -CAkey "$PKI/$2.key" -CAcreateserial -days 400 -out "$PKI/$1.pem" \
    -extfile <(printf '%b\n' "$4") 2> /dev/null
}

# fresh_vault: no certificates.
fresh_vault() {
  echo '{}' > "$AZURE/certificates.json"
  echo '{}' > "$AZURE/secrets.json"
}

# add CERTIFICATE VERSION FILE HOURS [pem|pfx|legacy] [ENABLED]: a version that is HOURS old.
add() {
  local name=$1 version=$2 file=$3 created kind=application/x-pkcs12 value attributes
  created=$(($(date +%s) - $4 * 3600))
  case ${5:-pfx} in
    pem)
      kind=application/x-pem-file
      value=$(cat "$PKI/$file.key" "$PKI/$file.pem")
      ;;
    chain)
      # An authority before the certificate itself: order is not to be relied on.
      kind=application/x-pem-file
      value=$(cat "$PKI/between.pem" "$PKI/$file.pem" "$PKI/$file.key")
      ;;
    legacy) value=$(openssl pkcs12 -export -legacy -inkey "$PKI/$file.key" -in "$PKI/$file.pem" -passout pass: | base64 --wrap 0) ;;
    pfx) value=$(openssl pkcs12 -export -inkey "$PKI/$file.key" -in "$PKI/$file.pem" -passout pass: | base64 --wrap 0) ;;
    keyless)
      kind=application/x-pem-file
      value=$(cat "$PKI/$file.pem")
      ;;
  esac
  attributes="{\"enabled\": ${6:-true}, \"created\": $created, \"nbf\": $((created - 600)), \"exp\": $((created + 31536000))}"
  jq --arg name "$name" --arg version "$version" --arg cer "$(openssl x509 -in "$PKI/$file.pem" -outform DER | base64 --wrap 0)" \
    --argjson attributes "$attributes" '.[$name][$version] = { cer: $cer, attributes: $attributes }' "$AZURE/certificates.json" > "$AZURE/new"
  mv "$AZURE/new" "$AZURE/certificates.json"
  jq --arg name "$name" --arg version "$version" --arg value "$value" --arg kind "$kind" \
    '.[$name][$version] = { value: $value, contentType: $kind }' "$AZURE/secrets.json" > "$AZURE/new"
  mv "$AZURE/new" "$AZURE/secrets.json"
}

# prepare_member: member one, whose peer is two.
prepare_member() {
  make_root
  fresh_azure
  member_settings
  # Made once: each version takes some ten commands.
  if ! [ -d "$BATS_FILE_TMPDIR/vault" ]; then
    fresh_vault
    add one v1 one-1 100
    add two v1 two-1 100
    mkdir "$BATS_FILE_TMPDIR/vault"
    cp "$AZURE"/{certificates,secrets}.json "$BATS_FILE_TMPDIR/vault"
  fi
  cp "$BATS_FILE_TMPDIR"/vault/*.json "$AZURE"
}

# member_settings [LINE...]
member_settings() { write_settings "CERTIFICATE='one'" "PEER_CERTIFICATES='$IMDS_URL/certificates/two'" "$@"; }

# tls FILE: where a file is.
tls() { echo "$IRIS_AZURE_ETC/tls/$1"; }

# uses FILE: whether the machine uses this certificate, with its key.
uses() {
  [ "$(openssl x509 -in "$(tls CertificateFile.pem)" -noout -fingerprint)" = "$(openssl x509 -in "$PKI/$1.pem" -noout -fingerprint)" ] &&
    [ "$(openssl pkey -in "$(tls PrivateKeyFile.pem)")" = "$(openssl pkey -in "$PKI/$1.key")" ]
}

# trusts: fingerprints that the machine trusts, as names of files.
trusts() {
  local part name
  csplit --quiet --elide-empty-files --prefix "$BATS_TEST_TMPDIR/anchor-" "$(tls CAFile.pem)" '/BEGIN/' '{*}'
  for part in "$BATS_TEST_TMPDIR"/anchor-*; do
    for name in "$PKI"/*.pem; do
      if [ "$(openssl x509 -in "$part" -noout -fingerprint)" = "$(openssl x509 -in "$name" -noout -fingerprint)" ]; then
        basename "$name" .pem
      fi
    done
    rm "$part"
  done | sort | tr '\n' ' '
}
