#!/usr/bin/env bash
# Web Gateway: the gateway of InterSystems, and Apache with a configuration of its own in place of the distribution's. A web server
# leads users to instances; a member of a mirror answers with the mirror's status, and is ready for gateways that speak TLS.
#
# Settings: ROLE, GATEWAY_SECRET, STATUS_PATH; GATEWAY_KIT_SHA256 (web); INSTALL_DIR (members).
# Files below /etc/iris-azure/web: httpd.conf and CSP.ini, without the password; this step writes system.conf beside them.
#
# Apache's unit keeps its name, so that what knows the distribution's Apache knows this one. The password of CSPSystem is in CSP.ini
# in /opt/webgateway/bin, which Apache's user alone can read; the gateway writes to that file itself, so that it is replaced only
# when what goes into it has changed.
IRIS_AZURE_NAME=${IRIS_AZURE_NAME:-iris-web-gateway}
# shellcheck source=packages/guest/files/lib/common.sh
. "${IRIS_AZURE_LIB:-/usr/local/lib/iris-azure}/lib/common.sh"
load_settings
# shellcheck source=/dev/null
. "$IRIS_AZURE_LIB/lib/azure.sh"
# shellcheck source=/dev/null
. "$IRIS_AZURE_LIB/lib/iris.sh"
# shellcheck source=/dev/null
. "$IRIS_AZURE_LIB/lib/kit.sh"
# shellcheck source=/dev/null
. "$IRIS_AZURE_LIB/lib/objectscript.sh"

readonly root=${IRIS_AZURE_ROOT:-}
# InterSystems' own place, apart from an installation that an upgrade replaces.
readonly gateway=/opt/webgateway/bin
readonly web=$IRIS_AZURE_ETC/web
readonly units=$root/etc/systemd/system
# What Apache and the gateway have been started with.
readonly applied=$IRIS_AZURE_STATE/web-gateway.applied
readonly applied_ini=$IRIS_AZURE_STATE/web-gateway.ini
# Which kit or installation the gateway is of.
readonly installed=$IRIS_AZURE_STATE/web-gateway.installed

# distribution: where Apache is, by the system: sets unit, binary, modules, user, group, logs, run.
distribution() {
  local id
  # shellcheck source=/dev/null
  id=$(. "$root/etc/os-release" && printf '%s' "$ID")
  case $id in
    ubuntu | debian)
      unit=apache2.service binary=/usr/sbin/apache2 modules=/usr/lib/apache2/modules
      user=www-data group=www-data logs=/var/log/apache2 run=apache2
      ;;
    rhel | ol)
      unit=httpd.service binary=/usr/sbin/httpd modules=/usr/lib64/httpd/modules
      user=apache group=apache logs=/var/log/httpd run=httpd
      ;;
    sles | sles_sap)
      # Unconfirmed: names of SUSE's files, as its package apache2-prefork has them.
      unit=apache2.service binary=/usr/sbin/httpd-prefork modules=/usr/lib64/apache2-prefork
      user=wwwrun group=www logs=/var/log/apache2 run=apache2
      ;;
    *) die "the distribution must be ubuntu, rhel, ol or sles, got '$id' in /etc/os-release" ;;
  esac
}

# member: whether this is a member of a mirror.
member() { [ "$ROLE" != web ]; }

# own_folder: Apache's user writes there (CSP.ini, CSPRT.ini, CSP.log), but cannot replace what root loads from there.
own_folder() {
  mkdir -p "$root$gateway"
  chown "root:$group" "$root$gateway"
  chmod 1775 "$root$gateway"
  mkdir -p "$root$gateway/temp"
  chown "$user:$group" "$root$gateway/temp"
  chmod 750 "$root$gateway/temp"
}

# install_gateway: the gateway of this machine's kit, on a web server.
install_gateway() {
  local sum folder
  sum=$(setting GATEWAY_KIT_SHA256)
  if [ "$(cat "$installed" 2> /dev/null)" = "$sum" ] && [ -e "$root$gateway/CSPa24.so" ]; then
    return 0
  fi
  folder=$(kit_folder gateway GatewayInstall)
  info "installing the Web Gateway in $gateway"
  mkdir -p "$root${gateway%/*}"
  # Servers, paths and Apache are configured here: nothing is asked for, no password among it.
  (
    cd "$folder"
    umask 022
    ISC_PACKAGE_MODE=unattended ISC_PACKAGE_WEB_CONFIGURE=N ISC_PACKAGE_WEB_GATEWAY_DIR=$root${gateway%/*} \
      ./GatewayInstall < /dev/null >&2
  ) || die 'the installer of the Web Gateway failed; see its words above, and that the kit is for this system'
  [ -e "$root$gateway/CSPa24.so" ] || die "the installer ended well, but there is no $gateway/CSPa24.so; is it the kit of the Web Gateway for Apache 2.4?"
  printf '%s\n' "$sum" | write_file 644 "$(id -u):$(id -g)" "$installed"
}

# copy_gateway: the gateway of the instance's own installation, on a member: module, libraries for TLS, and what encodes passwords.
copy_gateway() {
  local from='' folder file target
  # Unconfirmed for each release: which of the two; both are in InterSystems' guide.
  for folder in "$root$(setting INSTALL_DIR)/csp/bin" "$root$INSTALL_DIR/bin"; do
    if [ -e "$folder/CSPa24.so" ]; then
      from=$folder
      break
    fi
  done
  [ -n "$from" ] || die "$INSTALL_DIR has no CSPa24.so, in csp/bin or in bin: the kit must bring the Web Gateway for Apache 2.4"
  for file in "$from"/CSPa24*.so "$from"/CSPx*.so "$from"/CSPpwd "$from"/irisconnect.so "$from"/libssl*.so* "$from"/libcrypto*.so*; do
    [ -e "$file" ] || continue
    target=$root$gateway/${file##*/}
    if ! cmp -s "$file" "$target"; then
      info "copying ${file##*/} into $gateway"
      write_file 755 "$(id -u):$(id -g)" "$target" < "$file"
    fi
  done
}

# with_password FILE: the gateway's configuration with the password that is in the variable password. Builtins alone handle it.
with_password() {
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    printf '%s\n' "$line"
    if [ "$line" = Username=CSPSystem ]; then
      printf 'Password=%s\n' "$password"
    fi
  done < "$1"
}

# write_ini: CSP.ini, where what goes into it is other than before.
write_ini() {
  local password sum
  password=$(azure_secret "$(setting GATEWAY_SECRET)")
  # Others than these the product's installer, or the gateway itself, takes for something else.
  [[ $password =~ ^[A-Za-z0-9._+=-]{8,128}$ ]] || die "secret '$GATEWAY_SECRET' must be 8 to 128 letters, digits and . _ + = -"
  sum=$(with_password "$web/CSP.ini" | sha256sum)
  if [ "$(cat "$applied_ini" 2> /dev/null)" = "${sum%% *}" ] && [ -e "$root$gateway/CSP.ini" ]; then
    return 0
  fi
  info "writing $gateway/CSP.ini"
  rm -f "$applied" "$applied_ini"
  with_password "$web/CSP.ini" | write_file 600 "$user:$group" "$root$gateway/CSP.ini"
  printf '%s\n' "${sum%% *}" | write_file 600 "$(id -u):$(id -g)" "$applied_ini"
}

# write_system: what differs between distributions, and the unit.
write_system() {
  write_file 644 "$(id -u):$(id -g)" "$web/system.conf" << END
# Written by the step web-gateway.
Define MODULES "$modules"
Define WEB_USER "$user"
Define WEB_GROUP "$group"
Define GATEWAY "$gateway"
Define LOGS "$logs"
Define RUN "/run/$run"
Define ETC "$IRIS_AZURE_ETC"
END
  write_file 644 "$(id -u):$(id -g)" "$units/$unit.d/iris-azure.conf" << END
# Written by the step web-gateway: Apache with the configuration in $web.
[Unit]
Wants=network-online.target
After=network-online.target

[Service]
Type=simple
PIDFile=
RuntimeDirectory=$run
RuntimeDirectoryMode=0755
ExecStartPre=
ExecStartPre=$binary -t -d $web -f httpd.conf
ExecStart=
ExecStart=$binary -D FOREGROUND -d $web -f httpd.conf
ExecReload=
ExecReload=$binary -d $web -f httpd.conf -k graceful
ExecStop=
KillMode=mixed
KillSignal=SIGWINCH
Restart=on-failure
RestartSec=5
END
}

# allow: what SELinux asks of a gateway, where it is on.
allow() {
  if ! command -v selinuxenabled > /dev/null || ! selinuxenabled; then
    return 0
  fi
  if [ "$(getsebool httpd_can_network_connect)" != 'httpd_can_network_connect --> on' ]; then
    info 'SELinux: Apache may connect to superservers'
    setsebool -P httpd_can_network_connect 1
  fi
  chcon -t httpd_modules_t "$root$gateway"/*.so
  chcon -t httpd_sys_rw_content_t "$root$gateway" "$root$gateway/temp" "$root$gateway/CSP.ini"
  # Also after a relabelling of the whole machine.
  if command -v semanage > /dev/null; then
    semanage fcontext --add --type httpd_modules_t "$gateway/.*\\.so" 2> /dev/null || true
    semanage fcontext --add --type httpd_sys_rw_content_t "$gateway(/temp(/.*)?|/CSP.*\\.ini|/.*\\.log)?" 2> /dev/null || true
  else
    warn 'semanage is missing: after a relabelling of the machine, run iris-setup --again web-gateway and iris-setup'
  fi
}

# state: what Apache is to be started with, as a checksum.
state() {
  sha256sum "$web/httpd.conf" "$web/system.conf" "$units/$unit.d/iris-azure.conf" "$applied_ini" "$root$gateway/CSPa24.so" | sha256sum
}

# answers URL: whether Apache answers there, whatever it says.
answers() { curl --silent --insecure --noproxy '*' --max-time 5 --output /dev/null -- "$1"; }

case $(setting ROLE) in
  primary | backup | dr-async | web) ;;
  *) die "ROLE must be one with a web server, got '$ROLE'" ;;
esac
for file in httpd.conf CSP.ini; do
  [ -s "$web/$file" ] || die "$web/$file is missing: it is written by cloud-init at the first boot"
done
[ -s "$IRIS_AZURE_ETC/tls/CertificateFile.pem" ] || die "$IRIS_AZURE_ETC/tls has no certificate: the step certificates comes first"
distribution
id -u "$user" > /dev/null 2>&1 || die "user '$user' is missing: the step packages installs Apache"
mkdir -p "$IRIS_AZURE_STATE"
own_folder
if member; then
  copy_gateway
else
  install_gateway
  own_folder
fi
write_system
write_ini
allow
if member; then
  objectscript superserver-tls folder "$IRIS_AZURE_ETC/tls" || die "the superserver does not take TLS: $(why_not)"
fi
if [ "$(cat "$applied" 2> /dev/null)" != "$(state)" ] || ! systemctl is-active --quiet "$unit"; then
  info "starting $unit with the configuration in $web"
  systemctl daemon-reload
  systemctl enable "$unit"
  systemctl restart "$unit" || die "$unit does not start; see journalctl -u $unit and $logs/error.log"
  retry 5 1 answers "http://127.0.0.1$(setting STATUS_PATH)" || die "$unit is up, but nothing answers at port 80; see $logs/error.log"
  state | write_file 600 "$(id -u):$(id -g)" "$applied"
fi
