#!/usr/bin/env bats
# Configurations of Apache, in a real Apache. The module of the Web Gateway is InterSystems': in its place what it would serve is asked
# of a stand-in. All else is as on a machine, but the ports.

bats_require_minimum_version 1.5.0

setup_file() {
  load support-e
  # Not in bats' own folder, which Apache's user cannot enter.
  local ports folder
  folder=$(mktemp -d)
  read -ra ports <<< "$(free_ports 4)"
  export HTTP=${ports[0]} HTTPS=${ports[1]} LOOPBACK=${ports[2]} MEMBERS=${ports[3]} FOLDER=$folder
  write_documents "$folder/rendered" "$HTTP" "$HTTPS" "$LOOPBACK"
  mkdir -p "$folder/etc/web" "$folder/etc/tls" "$folder/logs" "$folder/run" "$folder/members"
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=trakcare.contoso.example \
    -keyout "$folder/etc/tls/PrivateKeyFile.pem" -out "$folder/etc/tls/CertificateFile.pem" 2> /dev/null
  printf 'up\n' > "$folder/etc/web/health"
  chmod 711 "$folder"
  chmod -R a+rX "$folder/etc"
  chmod 600 "$folder/etc/tls/PrivateKeyFile.pem"
  cat > "$folder/etc/web/system.conf" << END
Define MODULES "/usr/lib/apache2/modules"
Define WEB_USER "www-data"
Define WEB_GROUP "www-data"
Define GATEWAY "/opt/webgateway/bin"
Define LOGS "$folder/logs"
Define RUN "$folder/run"
Define ETC "$folder/etc"
END
  node "$BATS_TEST_DIRNAME/stand-ins/members.mjs" "$folder/members" "$MEMBERS" 3>&- &
  export MEMBERS_PID=$!
}

teardown_file() {
  kill "$MEMBERS_PID" 2> /dev/null || true
  rm -rf "$FOLDER"
}

setup() {
  load support-e
  printf 503 > "$FOLDER/members/member-1"
  printf 200 > "$FOLDER/members/member-2"
  printf 200 > "$FOLDER/members/local"
  APACHE=
}

teardown() {
  if [ -n "$APACHE" ]; then
    kill "$APACHE" 2> /dev/null || true
    wait "$APACHE" 2> /dev/null || true
  fi
}

# configuration NAME: the rendered one, with a stand-in for the gateway.
configuration() {
  # shellcheck disable=SC2016
  sed -e '/^LoadModule csp_module_sa/d' -e '/^CSPModulePath/d' -e '/^CSPConfigPath/d' \
    -e 's|^ *CSP Off$|  RewriteEngine off|' \
    -e "s|^ *CSP On\$|  Options FollowSymLinks\n  RewriteEngine on\n  RewriteRule \"^\" \"http://127.0.0.1:$MEMBERS%{REQUEST_URI}\" [proxy]|" \
    -e '/^Include system.conf$/a <IfModule !proxy_module>\nLoadModule proxy_module "${MODULES}/mod_proxy.so"\n</IfModule>\n<IfModule !proxy_http_module>\nLoadModule proxy_http_module "${MODULES}/mod_proxy_http.so"\n</IfModule>' \
    "$FOLDER/rendered/$1.conf" > "$FOLDER/etc/web/httpd.conf"
}

# serve NAME: starts Apache with it.
serve() {
  configuration "$1"
  apache2 -D FOREGROUND -d "$FOLDER/etc/web" -f httpd.conf 3>&- > "$FOLDER/output" 2>&1 &
  APACHE=$!
  eventually 10 http_answers || {
    cat "$FOLDER/output" "$FOLDER/logs/error.log" >&2
    return 1
  }
}

http_answers() { curl --silent --max-time 2 --output /dev/null "http://127.0.0.1:$HTTP/"; }

# ask URL [OPTION...]: prints the status.
ask() {
  local url=$1
  shift
  curl --silent --insecure --path-as-is --max-time 10 --output "$FOLDER/answer" --write-out '%{http_code}' "$@" "$url"
}
https() { ask "https://127.0.0.1:$HTTPS$1" "${@:2}"; }
http() { ask "http://127.0.0.1:$HTTP$1" "${@:2}"; }

# gives STATUS COMMAND...: whether a request has this status.
gives() {
  local expected=$1 received
  shift
  received=$("$@") || received="$received, exit code $?"
  [ "$received" = "$expected" ] || {
    printf '%s: expected %s, received %s\n' "$*" "$expected" "$received" >&2
    return 1
  }
}

page=/csp/bin/mirror_status.cxw

@test 'Apache takes each configuration' {
  local name
  for name in web web-plain web-dr member member-prefix; do
    configuration "$name"
    apache2 -t -d "$FOLDER/etc/web" -f httpd.conf
  done
}

@test 'fails for a configuration that Apache does not know: it is looked at' {
  configuration web
  printf 'Nonsense on\n' >> "$FOLDER/etc/web/httpd.conf"
  run ! apache2 -t -d "$FOLDER/etc/web" -f httpd.conf
}

@test 'the directives of the gateway stand where it takes them, outside of virtual hosts' {
  local name
  for name in web web-plain member; do
    run awk '/<VirtualHost/ { inside = 1 } /<\/VirtualHost/ { inside = 0 } inside && /CSP/' "$FOLDER/rendered/$name.conf"
    [ -z "$output" ]
  done
}

@test 'a web server serves applications by HTTPS, and nothing that belongs to administrators' {
  serve web
  gives 200 https /csp/trak/login.csp
  gives 200 https /trakcare/web/page.csp
  local path
  for path in / /api/mgmnt /csp/sys/UtilHome.csp /csp/sys /CSP/Sys/x /csp/bin/Systems/Module.cxw /csp/bin/RunTime/Module.cxw \
    //csp//sys/UtilHome.csp /csp/./sys/UtilHome.csp /csp/x/../sys/UtilHome.csp /csp/%73ys/UtilHome.csp /trakcare/csp/sys/x \
    /cspx /etc/passwd /../../etc/passwd; do
    run https "$path"
    [[ $output = 40[034] ]] || {
      echo "$path gives $output" >&2
      return 1
    }
  done
}

@test 'who comes by HTTP is sent to HTTPS, under the name of the server whatever the request says' {
  serve web
  gives 301 http '/csp/trak/login.csp?a=1' --header 'Host: evil.example' --dump-header "$FOLDER/head"
  grep -qi '^location: https://trakcare.contoso.example/csp/trak/login.csp?a=1' "$FOLDER/head"
}

@test 'old protocols are refused, and browsers are told to come by HTTPS' {
  serve web
  run ! curl --silent --insecure --tls-max 1.1 "https://127.0.0.1:$HTTPS/health"
  https /health --dump-header "$FOLDER/head"
  grep -qi '^strict-transport-security: max-age=' "$FOLDER/head"
}

@test 'health is up while its file is there' {
  serve web
  gives 200 https /health
  gives 200 http /health
  mv "$FOLDER/etc/web/health" "$FOLDER/etc/web/health.away"
  run https /health
  mv "$FOLDER/etc/web/health.away" "$FOLDER/etc/web/health"
  [ "$output" = 404 ]
}

# steady: whether the status is 200 time after time. Until each member has been asked for its health once, requests take turns.
steady() {
  for _ in 1 2 3 4; do
    gives 200 https "$page" 2> /dev/null || return 1
  done
}

@test 'the status of the region is that of the member that is primary, whichever it is' {
  serve web
  eventually 15 steady
  # A failover.
  printf 200 > "$FOLDER/members/member-1"
  printf 503 > "$FOLDER/members/member-2"
  eventually 20 steady
  grep -q SUCCESS "$FOLDER/answer"
}

@test 'a region without a primary is not up, not even for a moment' {
  printf 503 > "$FOLDER/members/member-2"
  serve web
  local end=$((SECONDS + 13))
  while ((SECONDS < end)); do
    gives 503 https "$page"
    sleep 0.5
  done
}

@test 'the second region is up once its member is promoted' {
  serve web-dr
  gives 503 https "$page"
  printf 200 > "$FOLDER/members/member-1"
  eventually 20 gives 200 https "$page"
}

@test 'behind a gateway that takes TLS off, applications and status are served by HTTP' {
  serve web-plain
  gives 200 http /csp/trak/login.csp
  gives 403 http /csp/sys/UtilHome.csp
  eventually 15 gives 200 http "$page"
}

@test 'a member tells its own status by HTTP and by HTTPS' {
  serve member
  gives 200 http "$page"
  gives 200 https "$page"
  printf 503 > "$FOLDER/members/local"
  gives 503 http "$page"
  gives 503 https "$page"
}

@test 'a member serves its portal by HTTPS to who is on the machine' {
  serve member
  gives 200 https /csp/sys/UtilHome.csp
  gives 301 http /csp/sys/UtilHome.csp
  gives 403 https /etc/passwd || gives 404 https /etc/passwd
}

@test 'a status page behind the prefix of the instance is told too' {
  serve member-prefix
  gives 200 http /iris/csp/bin/mirror_status.cxw
}

@test 'what users ask for is logged without its query' {
  serve web
  gives 200 https '/csp/trak/login.csp?patient=4711'
  eventually 5 grep -q '/csp/trak/login.csp' "$FOLDER/logs/access.log"
  run ! grep -q 4711 "$FOLDER/logs/access.log"
}
