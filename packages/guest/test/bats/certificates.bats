#!/usr/bin/env bats
# The step certificates: this machine's, and those that it trusts.

load support-b
load support-certificates

setup_file() {
  start_azure
  make_certificates
}

teardown_file() { stop_azure; }

setup() { prepare_member; }

@test "puts certificate, key and anchors where a mirror looks for them" {
  run step certificates

  [ "$status" -eq 0 ]
  uses one-1
  [ "$(trusts)" = 'one-1 two-1 ' ]
}

@test "the key is for the instance's owner alone, who gets there" {
  step certificates

  [ "$(stat --format '%a %U:%G' "$(tls PrivateKeyFile.pem)")" = '600 nobody:nogroup' ]
  [ "$(stat --format '%a' "$(tls CertificateFile.pem)" "$(tls CAFile.pem)" "$(tls .)/" "$IRIS_AZURE_ETC/tls.d" "$IRIS_AZURE_ETC" | tr '\n' ' ')" = '644 644 755 755 755 ' ]
}

@test "on a web server the key is root's" {
  member_settings "ROLE='web'" "PEER_CERTIFICATES=''"

  step certificates

  [ "$(stat --format '%a %U:%G' "$(tls PrivateKeyFile.pem)")" = '600 root:root' ]
  uses one-1
}

@test "takes PEM, and PKCS #12 of old tools" {
  local kind
  for kind in pem legacy; do
    prepare_member
    add one v1 one-1 100 "$kind"

    step certificates

    uses one-1
  done
}

@test "trusts an authority in place of peers where one is given; sends the chain" {
  cat "$PKI/root.pem" > "$ROOT/authority.pem"
  member_settings "CERTIFICATE_AUTHORITY='/authority.pem'"
  add one v2 leaf 0 chain

  step certificates

  uses leaf
  [ "$(trusts)" = 'root ' ]
  [ "$(grep -c BEGIN "$(tls CertificateFile.pem)")" -eq 2 ]
  [ "$(requests certificates/two)" -eq 0 ]
}

@test "fails where the authority's file is not there" {
  member_settings "CERTIFICATE_AUTHORITY='/authority.pem'"

  run step certificates

  [ "$status" -eq 1 ]
  [[ $output == *"CERTIFICATE_AUTHORITY must name a file"* ]]
}

@test "waits for a peer's certificate, and for its own" {
  fresh_vault
  run step certificates
  [ "$status" -eq 75 ]

  add one v1 one-1 100
  run step certificates
  [ "$status" -eq 75 ]
  [[ $output == *'certificates/two has no version'* ]]
  [ ! -e "$IRIS_AZURE_ETC/tls" ]

  add two v1 two-1 0
  run step certificates
  [ "$status" -eq 0 ]
}

@test "has certificates looked after each day" {
  step certificates

  [ -e "$UNITS/iris-renew-certificates.timer.enabled" ]
  [ -e "$UNITS/iris-renew-certificates.timer.active" ]
}

@test "a second run changes nothing and reloads nothing" {
  step certificates
  touch "$UNITS/apache2.service.active"
  : > "$UNITS/calls"

  assert_unchanged step certificates

  run grep -e '^reload' -e '^enable' "$UNITS/calls"
  [ "$status" -eq 1 ]
}

@test "fails on a certificate that no peer would accept, and puts nothing in its place" {
  step certificates
  add one v2 server-only 50

  run step certificates

  [ "$status" -eq 1 ]
  [[ $output == *'not valid for sslclient'* ]]
  uses one-1
}

@test "fails on a key that is not of the certificate, and on none" {
  add one v1 one-1 100 keyless
  run step certificates
  [ "$status" -eq 1 ]
  [[ $output == *'without a private key'* ]]

  cp "$PKI/one-1.key" "$PKI/kept"
  cp "$PKI/two-1.key" "$PKI/one-1.key"
  add one v1 one-1 100 pem
  cp "$PKI/kept" "$PKI/one-1.key"
  rm "$PKI/kept"
  run step certificates
  [ "$status" -eq 1 ]
  [[ $output == *'no certificate of its private key'* ]]
}

@test "fails on an expired certificate" {
  printf '%s\n' '#!/bin/sh' 'case "$*" in *-checkend*) exit 1 ;; esac' "exec $(type -P openssl) \"\$@\"" > "$BATS_TEST_TMPDIR/openssl"
  chmod +x "$BATS_TEST_TMPDIR/openssl"

  PATH=$BATS_TEST_TMPDIR:$PATH run step certificates

  [ "$status" -eq 1 ]
  [[ $output == *"certificate 'one' has expired"* ]]
}

@test "fails where the vault names versions of another place" {
  # A vault of another's could ask for the token so.
  jq '.two.v2 = .two.v1 | .two.v3 = .two.v1' "$AZURE/certificates.json" > "$AZURE/new"
  mv "$AZURE/new" "$AZURE/certificates.json"
  printf '%s\n' '#!/bin/sh' "$(type -P jq) \"\$@\" | sed 's|^http://[0-9.:]*/certificates/two/versions|http://elsewhere/certificates/two/versions|'" > "$BATS_TEST_TMPDIR/jq"
  chmod +x "$BATS_TEST_TMPDIR/jq"

  PATH=$BATS_TEST_TMPDIR:$PATH run step certificates

  [ "$status" -eq 1 ]
  [[ $output == *'names versions elsewhere'* ]]
}

@test "fails on a refusal, with Azure's own words" {
  touch "$AZURE/denied"

  run step certificates

  [ "$status" -eq 1 ]
  [[ $output == *'403: Caller is not authorized'* ]]
}

@test "requests may fail, each once" {
  step certificates
  local total n
  total=$(requests '')
  for n in 2 3; do
    prepare_member
    # Every second or third one; what is asked again is counted too.
    seq "$n" "$n" $((2 * total)) | sed 's/$/ 503/' > "$AZURE/faults"

    run step certificates

    [ "$status" -eq 0 ]
    uses one-1
  done
}

@test "a run that fails or is killed at any call completes the next time" {
  POINTS=4 assert_survives prepare_member step certificates
}

@test "neither key nor token is seen" {
  interpose

  run step certificates

  [ "$status" -eq 0 ]
  assert_secret secret-token
  assert_secret "$(sed -n 2p "$PKI/one-1.key")"
  assert_secret "$(openssl pkey -in "$PKI/one-1.key" | sed -n 2p)"
  [ -z "$(find "$ROOT/run" -type f -exec grep -l PRIVATE {} +)" ]
}
