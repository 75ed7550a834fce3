#!/usr/bin/env bats
# shellcheck disable=SC2016
# The step web-gateway, with stand-ins for systemd, the instance, the installer of the Web Gateway and the vault.

bats_require_minimum_version 1.5.0

setup() {
  load support
  fresh_machine
}

# Where the step finds its library: the real one, but for the vault.
prepare() {
  local machine=${ROOT%/*}
  mkdir -p "$machine/files" "$ROOT/etc" "$IRIS_AZURE_ETC/web" "$IRIS_AZURE_ETC/tls" "$ROOT/opt" "$ROOT/run"
  cp -r "$BATS_TEST_DIRNAME/../../files/." "$machine/files"
  FILES=$machine/files
  export IRIS_AZURE_LIB=$FILES
  # shellcheck disable=SC2016
  printf '%s\n' 'azure_secret() { [ "$1" = csp-system ] && [ -z "${NO_SECRET:-}" ] || die "secret $1 cannot be read"; printf %s "${SECRET:-Xw7.kept-in_the+vault}"; }' \
    > "$FILES/lib/azure.sh"
  printf 'ID=%s\n' "${SYSTEM:-ubuntu}" > "$ROOT/etc/os-release"
  printf 'certificate\n' > "$IRIS_AZURE_ETC/tls/CertificateFile.pem"
  printf '# rendered\n' > "$IRIS_AZURE_ETC/web/httpd.conf"
  printf '%s\n' '[SYSTEM]' 'SM_Forms=Disabled' '[one]' 'Username=CSPSystem' 'Connection_Security_Level=10' '[two]' 'Username=CSPSystem' \
    > "$IRIS_AZURE_ETC/web/CSP.ini"
  as_"${AS:-web}"
  stand_in --reads='is-active' systemctl << 'END'
    state=$STAND_INS/state
    case $1 in
      is-active) [ -e "$state" ] ;;
      restart) : > "$state" ;;
    esac
END
  stand_in --reads curl <<< 'exit 0'
  stand_in --reads timeout << 'END'
    # A session of the instance.
    code=$(cat)
    printf '%s\n' "$code" > "$STAND_INS/session"
    printf '%%SYS>\n'
    [[ $code = *"${SESSION_FAILS:-nothing fails}"* ]] && printf 'IRIS-AZURE:failed=ERROR\n' || printf 'IRIS-AZURE:done\n'
END
}

as_web() {
  local kit=$IRIS_AZURE_STATE/kit/gateway/WebGateway-2025.3/install
  settings ROLE=web PRODUCT=iris GATEWAY_SECRET=csp-system GATEWAY_KIT_SHA256="$(printf 'a%.0s' {1..64})" STATUS_PATH=/csp/bin/mirror_status.cxw
  mkdir -p "$kit"
  stand_in GatewayInstall << 'END'
    [ "$ISC_PACKAGE_MODE$ISC_PACKAGE_WEB_CONFIGURE" = unattendedN ] || exit 3
    mkdir -p "$ISC_PACKAGE_WEB_GATEWAY_DIR/bin"
    echo module > "$ISC_PACKAGE_WEB_GATEWAY_DIR/bin/CSPa24.so"
    printf '[SYSTEM]\n' > "$ISC_PACKAGE_WEB_GATEWAY_DIR/bin/CSP.ini"
END
  # The kit's own file: a search by type finds it.
  printf '#!/bin/sh\nexec "%s/bin/GatewayInstall" "$@"\n' "${ROOT%/*}" > "$kit/GatewayInstall"
  chmod +x "$kit/GatewayInstall"
}

as_member() {
  settings ROLE=primary PRODUCT=iris INSTANCE=IRIS INSTALL_DIR=/iris/install/iris GATEWAY_SECRET=csp-system \
    STATUS_PATH=/csp/bin/mirror_status.cxw
  mkdir -p "$ROOT/iris/install/iris/csp/bin"
  printf 'module\n' > "$ROOT/iris/install/iris/csp/bin/CSPa24.so"
  printf 'system\n' > "$ROOT/iris/install/iris/csp/bin/CSPa24Sys.so"
  printf 'library\n' > "$ROOT/iris/install/iris/csp/bin/irisconnect.so"
  printf 'other\n' > "$ROOT/iris/install/iris/csp/bin/nph-CSPcgi"
}

web_gateway() { step web-gateway; }

gateway() { printf '%s' "$ROOT/opt/webgateway/bin/$1"; }

@test 'on a web server the gateway is installed, Apache gets its configuration and is started' {
  web_gateway
  assert_equal "$(calls GatewayInstall)" 'GatewayInstall '
  assert_equal "$(calls systemctl)" "$(printf '%s\n' 'systemctl daemon-reload' 'systemctl enable apache2.service' 'systemctl restart apache2.service')"
  assert_has "$(cat "$IRIS_AZURE_ETC/web/system.conf")" 'Define WEB_USER "www-data"'
  assert_has "$(cat "$ROOT/etc/systemd/system/apache2.service.d/iris-azure.conf")" \
    "ExecStart=/usr/sbin/apache2 -D FOREGROUND -d $IRIS_AZURE_ETC/web -f httpd.conf"
}

@test 'the password is below each user name, in a file that only the user of Apache reads, and nowhere else' {
  web_gateway 2> "$BATS_TEST_TMPDIR/said"
  assert_equal "$(cat "$(gateway CSP.ini)")" "$(printf '%s\n' '[SYSTEM]' 'SM_Forms=Disabled' '[one]' 'Username=CSPSystem' \
    'Password=Xw7.kept-in_the+vault' 'Connection_Security_Level=10' '[two]' 'Username=CSPSystem' 'Password=Xw7.kept-in_the+vault')"
  assert_mode 600 "$(gateway CSP.ini)"
  assert_equal "$(stat --format=%U "$(gateway CSP.ini)")" www-data
  assert_equal "$(grep -rlF 'Xw7.kept' "$ROOT")" "$(gateway CSP.ini)"
  refute_has "$(all_calls)$(journal)$(cat "$BATS_TEST_TMPDIR/said")" Xw7.kept
}

@test 'the user of Apache may write beside the module, but not replace it' {
  web_gateway
  assert_mode 1775 "$(gateway '')"
  assert_equal "$(stat --format=%U:%G "$(gateway '')")" root:www-data
  assert_equal "$(stat --format=%U "$(gateway CSPa24.so)")" root
}

@test 'the unit that comes of it is one that systemd takes' {
  web_gateway
  mkdir -p "$BATS_TEST_TMPDIR/units"
  # Debian's, in short.
  printf '%s\n' '[Unit]' 'Description=Apache' '[Service]' 'Type=forking' 'ExecStart=/bin/true start' 'ExecStop=/bin/true stop' \
    'ExecReload=/bin/true graceful' 'KillMode=mixed' > "$BATS_TEST_TMPDIR/units/apache2.service"
  cp -r "$ROOT/etc/systemd/system/apache2.service.d" "$BATS_TEST_TMPDIR/units"
  sed -i 's|/usr/sbin/apache2|/bin/true|' "$BATS_TEST_TMPDIR/units/apache2.service.d/iris-azure.conf"
  run systemd-analyze verify "$BATS_TEST_TMPDIR/units/apache2.service"
  assert_equal "$(grep apache2 <<< "$output" || true)" ''
  [ "$status" -eq 0 ]
}

@test 'a second run changes nothing' {
  web_gateway
  assert_unchanged web_gateway
}

@test 'what the gateway writes into its file stays, until what goes into it changes' {
  web_gateway
  printf 'Configuration_Modified=today\n' >> "$(gateway CSP.ini)"
  assert_unchanged web_gateway
  SECRET=another.password web_gateway
  assert_has "$(cat "$(gateway CSP.ini)")" 'Password=another.password'
  refute_has "$(cat "$(gateway CSP.ini)")" Configuration_Modified
}

@test 'Apache is started again when its configuration, the password or the kit is another, or it is down' {
  web_gateway
  local change
  for change in 'printf "# more\n" >> "$IRIS_AZURE_ETC/web/httpd.conf"' 'export SECRET=another.password' 'rm "$STAND_INS/state"' \
    'printf "[three]\n" >> "$IRIS_AZURE_ETC/web/CSP.ini"'; do
    eval "$change"
    forget_calls
    web_gateway
    assert_line "$(calls systemctl)" 'systemctl restart apache2.service'
  done
}

@test 'on Red Hat and SUSE it is their Apache' {
  SYSTEM=rhel fresh_machine
  run web_gateway
  assert_has "$output" "user 'apache' is missing: the step packages installs Apache"
  SYSTEM=sles fresh_machine
  run web_gateway
  assert_has "$output" "user 'wwwrun' is missing"
}

@test 'on a member the module of its installation is taken, and the superserver takes TLS' {
  AS=member fresh_machine
  web_gateway
  assert_equal "$(cat "$(gateway CSPa24.so)" "$(gateway irisconnect.so)")" "$(printf 'module\nlibrary')"
  [ ! -e "$(gateway nph-CSPcgi)" ]
  assert_has "$(cat "$STAND_INS/session")" "set folder=\"$IRIS_AZURE_ETC/tls\""
  assert_has "$(cat "$STAND_INS/session")" 'Security.SSLConfigs'
  assert_unchanged web_gateway
}

@test 'on a member whose installation has the module in bin it is taken from there' {
  AS=member fresh_machine
  mv "$ROOT/iris/install/iris/csp/bin" "$ROOT/iris/install/iris/bin"
  web_gateway
  assert_equal "$(cat "$(gateway CSPa24.so)")" module
}

@test 'an upgrade of the installation brings its module to the gateway, and Apache is started again' {
  AS=member fresh_machine
  web_gateway
  printf 'newer\n' > "$ROOT/iris/install/iris/csp/bin/CSPa24.so"
  forget_calls
  web_gateway
  assert_equal "$(cat "$(gateway CSPa24.so)")" newer
  assert_line "$(calls systemctl)" 'systemctl restart apache2.service'
}

@test 'with SELinux, Apache may connect, and files have their types' {
  stand_in --reads selinuxenabled <<< 'exit 0'
  stand_in --reads getsebool <<< 'cat "$STAND_INS/boolean" 2> /dev/null || echo "httpd_can_network_connect --> off"'
  stand_in setsebool <<< 'echo "httpd_can_network_connect --> on" > "$STAND_INS/boolean"'
  stand_in --reads chcon <<< 'exit 0'
  stand_in --reads semanage <<< 'exit 0'
  web_gateway
  assert_line "$(calls)" 'setsebool -P httpd_can_network_connect 1'
  assert_has "$(all_calls chcon)" 'chcon -t httpd_modules_t'
  assert_unchanged web_gateway
}

@test 'fails where something that comes before is missing, and says what' {
  run env NO_SECRET=1 bash -c "'$FILES/steps/web-gateway.sh'"
  [ "$status" -eq 1 ]
  assert_has "$output" 'secret csp-system cannot be read'

  SECRET='a b' run web_gateway
  assert_has "$output" "secret 'csp-system' must be 8 to 128 letters, digits and . _ + = -"
  refute_has "$output" 'a b'

  rm "$IRIS_AZURE_ETC/tls/CertificateFile.pem"
  run web_gateway
  assert_has "$output" 'the step certificates comes first'

  fresh_machine
  rm -r "$IRIS_AZURE_STATE/kit"
  run web_gateway
  assert_has "$output" 'the gateway kit holds no GatewayInstall'

  fresh_machine
  rm "$IRIS_AZURE_ETC/web/CSP.ini"
  run web_gateway
  assert_has "$output" 'CSP.ini is missing'

  AS=member fresh_machine
  rm -r "$ROOT/iris"
  run web_gateway
  assert_has "$output" 'has no CSPa24.so, in csp/bin or in bin'
}

@test 'fails where the instance refuses TLS, before Apache is started' {
  AS=member fresh_machine
  SESSION_FAILS=SSLConfigs run web_gateway
  [ "$status" -eq 1 ]
  assert_has "$output" 'the superserver does not take TLS: ERROR'
  assert_equal "$(calls systemctl)" ''
}

@test 'fails where Apache does not answer, and tries again on the next run' {
  stand_in --reads curl <<< 'exit 7'
  stand_in --reads sleep <<< 'exit 0'
  run web_gateway
  [ "$status" -eq 1 ]
  assert_has "$output" 'nothing answers at port 80'
  stand_in --reads curl <<< 'exit 0'
  forget_calls
  web_gateway
  assert_line "$(calls systemctl)" 'systemctl restart apache2.service'
}

@test 'fails at each command once, and completes on the next run' { completes_after FAIL_AT web_gateway; }

@test 'on a member, fails at each command once, and completes on the next run' { AS=member completes_after FAIL_AT web_gateway; }

@test 'completes after it was killed before each command' { completes_after KILL_AT web_gateway; }

@test 'completes after it was killed after each command' { completes_after KILL_AFTER web_gateway; }

@test 'on a member, completes after it was killed after each command' { AS=member completes_after KILL_AFTER web_gateway; }
