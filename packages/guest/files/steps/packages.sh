#!/usr/bin/env bash
# Step: packages that other steps and the product need, and time from Azure's host.
#
# PACKAGES may name further ones, in the distribution's own names. MICROSOFT_PACKAGES_URL is where Microsoft's repositories
# are (https://packages.microsoft.com), or a mirror of theirs.
# shellcheck source=packages/guest/files/lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
# shellcheck source=packages/guest/files/lib/steps.sh
. "$IRIS_AZURE_LIB/lib/steps.sh"
# shellcheck source=packages/guest/files/lib/packages.sh
. "$IRIS_AZURE_LIB/lib/packages.sh"
export LC_ALL=C

readonly root=${IRIS_AZURE_ROOT:-}

# needed: names of the packages of this machine's role.
needed() {
  local manager=$1 role further
  role=$(setting ROLE)
  printf '%s\n' ca-certificates chrony curl gzip jq openssl tar
  case $role in
    primary | backup | dr-async) printf '%s\n' lvm2 xfsprogs ;;
  esac
  # Members of a mirror answer probes by a web server of their own.
  case $role in
    primary | backup | dr-async | web)
      if [ "$manager" = dnf ]; then
        printf '%s\n' httpd mod_ssl
      else
        printf '%s\n' apache2
      fi
      ;;
  esac
  read -ra further <<< "${PACKAGES:-}"
  if [ "${#further[@]}" -gt 0 ]; then
    printf '%s\n' "${further[@]}"
  fi
}

# The Azure command line, by which the product reads its database key from Key Vault. SUSE has it in its own repositories;
# for the others the package is Microsoft's.
azure_cli() {
  local manager=$1 url=${MICROSOFT_PACKAGES_URL:-https://packages.microsoft.com} version name architecture
  if [ -n "$(missing_packages azure-cli)" ]; then
    case $manager in
      apt)
        microsoft_key "$url"
        name=$(release VERSION_CODENAME)
        architecture=$(dpkg --print-architecture)
        write_file 644 root:root "$root/etc/apt/sources.list.d/iris-azure-cli.sources" << END
Types: deb
URIs: $url/repos/azure-cli/
Suites: $name
Components: main
Architectures: $architecture
Signed-By: /etc/apt/keyrings/microsoft.asc
END
        ;;
      dnf)
        # Unconfirmed: the path for release 10; that of release 9 is in Microsoft's guide.
        version=$(release VERSION_ID)
        case $version in
          9 | 9.*) version=9.0 ;;
          *) version=${version%%.*} ;;
        esac
        write_file 644 root:root "$root/etc/yum.repos.d/iris-azure-cli.repo" << END
[iris-azure-cli]
name=Azure CLI, of Microsoft
baseurl=$url/rhel/$version/prod/
enabled=1
gpgcheck=1
gpgkey=$url/keys/microsoft.asc
includepkgs=azure-cli
END
        ;;
    esac
    install_packages azure-cli
  fi
}

# microsoft_key URL: the key by which apt checks Microsoft's packages.
microsoft_key() {
  local file=$root/etc/apt/keyrings/microsoft.asc draft
  if [ -s "$file" ]; then
    return 0
  fi
  draft=$(mktemp)
  if ! retry "$(number PACKAGE_TRIES 4)" "$(number PACKAGE_WAIT_SECONDS 15)" \
    curl --fail --silent --show-error --location --max-time 60 --output "$draft" "$1/keys/microsoft.asc"; then
    rm -f "$draft"
    die "cannot get the key of Microsoft's packages from $1/keys/microsoft.asc; open the way to it, or set" \
      'MICROSOFT_PACKAGES_URL to a mirror'
  fi
  write_file 644 root:root "$file" < "$draft"
  rm -f "$draft"
}

# Time of Azure's host, by the clock that it gives its guests: no network is needed for it. Images of Azure are set up so;
# chrony that was installed here asks servers on the internet, which a closed network does not reach.
time_from_host() {
  local manager=$1 unit file
  case $manager in
    apt) unit=chrony.service file=$root/etc/chrony/chrony.conf ;;
    *) unit=chronyd.service file=$root/etc/chrony.conf ;;
  esac
  if [ -e "$root/dev/ptp_hyperv" ] && { ! grep -qs '^refclock PHC' "$file" || [ -e "$IRIS_AZURE_STATE/pending/chrony" ]; }; then
    {
      grep -v -e '^makestep' -e '^refclock PHC' "$file" || true
      printf 'refclock PHC /dev/ptp_hyperv poll 3 dpoll -2 offset 0 stratum 2\nmakestep 1.0 -1\n'
    } | configure chrony "$file" systemctl restart "$unit"
  fi
  if ! systemctl is-enabled --quiet "$unit" || ! systemctl is-active --quiet "$unit"; then
    info "starts $unit"
    systemctl enable --now "$unit"
  fi
}

main() {
  local manager list names
  load_settings
  manager=$(package_manager)
  list=$(needed "$manager")
  mapfile -t names <<< "$list"
  install_packages "${names[@]}"
  if [ -n "${DATABASE_KEY_URL:-}" ]; then
    azure_cli "$manager"
  fi
  time_from_host "$manager"
}

main "$@"
