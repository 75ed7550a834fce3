#!/usr/bin/env bats
# The step kit: downloads, compares, unpacks.

load support-b

setup_file() {
  start_azure
  make_kit "$AZURE/blobs/kit.tar.gz"
  export SUM
  SUM=$(sha256sum "$AZURE/blobs/kit.tar.gz" | cut -d ' ' -f 1)
  export SIZE
  SIZE=$(stat --format %s "$AZURE/blobs/kit.tar.gz")
}

teardown_file() { stop_azure; }

setup() { prepare; }

prepare() {
  make_root
  fresh_azure
  write_settings "KIT_URL='$IMDS_URL/kits/kit.tar.gz'" "KIT_SHA256='$SUM'"
}

# ready: the kit is where later steps look for it, and its archive is gone.
ready() {
  [ -x "$IRIS_AZURE_STATE/kit/kit/IRIS-2025.3/irisinstall_silent" ]
  [ "$(readlink "$IRIS_AZURE_STATE/kit/kit")" = "$IRIS_AZURE_STATE/kit/unpacked/$SUM" ]
  [ -z "$(find "$IRIS_AZURE_STATE/kit" -name '*.archive*' -o -name '*.draft')" ]
}

@test "downloads the kit with the machine's identity, compares its checksum, unpacks it" {
  run step kit

  [ "$status" -eq 0 ]
  ready
  [ "$(requests resource=https%3a%2f%2fstorage.azure.com%2f)" -eq 1 ]
}

@test "the instance's owner gets to the kit" {
  step kit

  [ "$(stat --format %a "$IRIS_AZURE_STATE" "$IRIS_AZURE_STATE/kit" "$IRIS_AZURE_STATE/kit/unpacked/$SUM" | sort -u)" = 755 ]
  setpriv --reuid nobody --clear-groups test -x "$IRIS_AZURE_STATE/kit/kit/IRIS-2025.3/irisinstall_silent" || skip "the scratch folder itself is closed to others"
}

@test "a second run asks for nothing and changes nothing" {
  step kit
  fresh_azure

  assert_unchanged step kit

  [ ! -e "$AZURE/requests" ]
}

@test "fails on a wrong checksum: says both, deletes the download, unpacks nothing" {
  local wrong=${SUM//[0-9]/0}
  write_settings "KIT_URL='$IMDS_URL/kits/kit.tar.gz'" "KIT_SHA256='$wrong'"

  run step kit

  [ "$status" -eq 1 ]
  [[ $output == *"expected $wrong, received $SUM"* ]]
  [ -z "$(find "$IRIS_AZURE_STATE/kit" -type f)" ]
}

@test "fails where the checksum is none" {
  write_settings "KIT_URL='$IMDS_URL/kits/kit.tar.gz'" "KIT_SHA256='abc'"

  run step kit

  [ "$status" -eq 1 ]
  [[ $output == *"64 hexadecimal digits"*"got 'abc'"* ]]
}

@test "fails where no kit is set" {
  write_settings

  run step kit

  [ "$status" -eq 1 ]
  [[ $output == *'neither KIT_URL nor GATEWAY_KIT_URL'* ]]
}

@test "fails where the address carries a signature, and does not repeat it" {
  write_settings "KIT_URL='$IMDS_URL/kits/kit.tar.gz?sig=abcdef'" "KIT_SHA256='$SUM'"

  run step kit

  [ "$status" -eq 1 ]
  [[ $output == *'without a query'* ]]
  [[ $output != *abcdef* ]]
}

@test "fails where the blob is not there, at once, with Azure's own word" {
  write_settings "KIT_URL='$IMDS_URL/kits/other.tar.gz'" "KIT_SHA256='$SUM'"

  run step kit

  [ "$status" -eq 1 ]
  [[ $output == *'404: BlobNotFound'* ]]
  [ "$(requests kits/other)" -eq 1 ]
}

@test "fails where the identity may not read the blob, after it has waited for the role to be known" {
  touch "$AZURE/denied"

  run step kit

  [ "$status" -eq 1 ]
  [[ $output == *'Storage Blob Data Reader'* ]]
  [ "$(requests kits/kit)" -eq 6 ]
}

@test "an answer that is cut off is continued, not begun again" {
  echo '2 truncate' > "$AZURE/faults"

  run step kit

  [ "$status" -eq 0 ]
  ready
  [ "$(requests kits/kit)" -eq 2 ]
}

@test "begins again where the service gives no part of a blob" {
  echo '2 truncate' > "$AZURE/faults"
  touch "$AZURE/no-ranges"

  run step kit

  [ "$status" -eq 0 ]
  ready
}

@test "half of a download from before a reboot is continued" {
  mkdir -p "$IRIS_AZURE_STATE/kit"
  head -c 1000 "$AZURE/blobs/kit.tar.gz" > "$IRIS_AZURE_STATE/kit/$SUM.archive.part"

  run step kit

  [ "$status" -eq 0 ]
  ready
}

@test "a download that was whole but not yet named so is taken" {
  mkdir -p "$IRIS_AZURE_STATE/kit"
  cp "$AZURE/blobs/kit.tar.gz" "$IRIS_AZURE_STATE/kit/$SUM.archive.part"

  run step kit

  [ "$status" -eq 0 ]
  ready
}

@test "fails once on more than the whole of a download, and starts anew" {
  mkdir -p "$IRIS_AZURE_STATE/kit"
  cat "$AZURE/blobs/kit.tar.gz" "$AZURE/blobs/kit.tar.gz" > "$IRIS_AZURE_STATE/kit/$SUM.archive.part"

  run step kit
  [ "$status" -eq 1 ]

  run step kit
  [ "$status" -eq 0 ]
  ready
}

@test "an error's body does not end up in the kit" {
  echo '2 500' > "$AZURE/faults"

  run step kit

  [ "$status" -eq 0 ]
  ready
}

@test "a service that stands still is asked again" {
  printf '%s\n' '1 hang' '3 hang' > "$AZURE/faults"

  AZURE_REQUEST_SECONDS=1 AZURE_DOWNLOAD_SECONDS=1 run step kit

  [ "$status" -eq 0 ]
  ready
}

@test "fails where the archive is none, and leaves no half of it" {
  echo 'no archive' > "$AZURE/blobs/words"
  write_settings "KIT_URL='$IMDS_URL/kits/words'" "KIT_SHA256='$(sha256sum "$AZURE/blobs/words" | cut -d ' ' -f 1)'"

  run step kit

  [ "$status" -eq 1 ]
  [[ $output == *'cannot be unpacked'* ]]
  [ ! -e "$IRIS_AZURE_STATE/kit/kit" ]
}

@test "a web server takes the gateway's kit alone" {
  write_settings "GATEWAY_KIT_URL='$IMDS_URL/kits/kit.tar.gz'" "GATEWAY_KIT_SHA256='$SUM'"

  run step kit

  [ "$status" -eq 0 ]
  [ -d "$IRIS_AZURE_STATE/kit/gateway/IRIS-2025.3" ]
  [ ! -e "$IRIS_AZURE_STATE/kit/kit" ]
}

@test "another kit replaces the one of before" {
  step kit
  cp "$AZURE/blobs/kit.tar.gz" "$AZURE/blobs/newer.tar.gz"
  printf 'x' | gzip >> "$AZURE/blobs/newer.tar.gz"
  local sum
  sum=$(sha256sum "$AZURE/blobs/newer.tar.gz" | cut -d ' ' -f 1)
  write_settings "KIT_URL='$IMDS_URL/kits/newer.tar.gz'" "KIT_SHA256='$sum'"

  run step kit

  [ "$status" -eq 0 ]
  [ "$(ls "$IRIS_AZURE_STATE/kit/unpacked")" = "$sum" ]
  [ "$(readlink "$IRIS_AZURE_STATE/kit/kit")" = "$IRIS_AZURE_STATE/kit/unpacked/$sum" ]
}

@test "a run that fails or is killed at any call completes the next time" {
  assert_survives prepare step kit
}

@test "no token is seen" {
  interpose

  step kit

  assert_secret secret-token
}
