#!/usr/bin/env bash
# Kits: downloads them from the storage account, compares their checksums, and unpacks them.
#
# Settings: KIT_URL and KIT_SHA256, GATEWAY_KIT_URL and GATEWAY_KIT_SHA256; a role needs one pair at least.
# A kit is below /var/lib/iris-azure/kit: unpacked/CHECKSUM, to which kit and gateway are links.
IRIS_AZURE_NAME=${IRIS_AZURE_NAME:-iris-kit}
# shellcheck source-path=SCRIPTDIR source=../lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
load_settings
# shellcheck source-path=SCRIPTDIR source=../lib/azure.sh
. "$IRIS_AZURE_LIB/lib/azure.sh"
# shellcheck source-path=SCRIPTDIR source=../lib/kit.sh
. "$IRIS_AZURE_LIB/lib/kit.sh"

# fetch NAME URL SHA256: makes KIT_STATE/NAME the folder of an unpacked kit.
fetch() {
  local name=$1 url=$2 expected=${3,,} archive folder received
  [[ $expected =~ ^[0-9a-f]{64}$ ]] || die "checksum of the $name kit must be 64 hexadecimal digits (SHA-256), got '$3'; set ${name^^}_SHA256 to what sha256sum says"
  archive=$KIT_STATE/$expected.archive
  folder=$KIT_STATE/unpacked/$expected
  if [ -d "$folder" ]; then
    info "$name kit is unpacked in $folder"
  else
    if ! [ -e "$archive" ]; then
      info "downloading ${url%%\?*}"
      azure_blob "$url" "$archive"
    fi
    received=$(sha256sum "$archive")
    received=${received%% *}
    if [ "$received" != "$expected" ]; then
      rm -f "$archive"
      die "$url is not the $name kit that is wanted: SHA-256 expected $expected, received $received; the download is deleted"
    fi
    info "unpacking the $name kit"
    # The product's installer runs parts of itself as the instance's owner, who must get there.
    rm -rf "$folder.draft"
    mkdir -p "$folder.draft"
    # Unpacked as root, files would belong to whoever packed them.
    tar --extract --no-same-owner --file "$archive" --directory "$folder.draft" ||
      die "the $name kit cannot be unpacked into $folder.draft: is it an archive that tar reads, and is there room (df)?"
    mv -T "$folder.draft" "$folder"
  fi
  rm -f "$archive"
  ln -sfn "$folder" "$KIT_STATE/.$name"
  mv -fT "$KIT_STATE/.$name" "$KIT_STATE/$name"
}

umask 022
[ -n "${KIT_URL:-}${GATEWAY_KIT_URL:-}" ] || die "neither KIT_URL nor GATEWAY_KIT_URL is set in $IRIS_AZURE_ETC/guest.env"
mkdir -p "$KIT_STATE/unpacked"
chmod 755 "$IRIS_AZURE_STATE" "$KIT_STATE" "$KIT_STATE/unpacked"
if [ -n "${KIT_URL:-}" ]; then
  fetch kit "$KIT_URL" "$(setting KIT_SHA256)"
fi
if [ -n "${GATEWAY_KIT_URL:-}" ]; then
  fetch gateway "$GATEWAY_KIT_URL" "$(setting GATEWAY_KIT_SHA256)"
fi
# What no setting names any longer, such as the kit before an upgrade and half of a download, only takes room.
for leftover in "$KIT_STATE"/unpacked/* "$KIT_STATE"/*.archive*; do
  case $leftover in
    "$(readlink "$KIT_STATE/kit" || true)" | "$(readlink "$KIT_STATE/gateway" || true)") ;;
    *) rm -rf "$leftover" ;;
  esac
done
