import { statusPrefix } from './csp-ini';
import { loadModules } from './modules';
import { type MemberWebSettings, type WebPorts, webPorts, type WebServerSettings } from './settings';

/**
 * All of a web server's Apache configuration. What differs between distributions (`MODULES`, `WEB_USER`, `WEB_GROUP`, `GATEWAY`, `LOGS`,
 * `RUN`, `ETC`) is in `system.conf` beside it, which the step `web-gateway` writes.
 *
 * The gateway's directives stand outside of virtual hosts: it refuses them within.
 *
 * @see https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GCGI
 */
export function webHttpdConf(web: WebServerSettings, ports: WebPorts = webPorts): string {
  const { hostName, healthPath, statusPath, statusAddresses, plainHttp = false } = web;
  const paths = [...new Set(web.backends.flatMap((backend) => backend.paths))].sort();
  const granted = plainHttp ? 'Require all granted' : `Require expr "%{HTTPS} == 'on'"`;
  const members = statusAddresses
    .map(
      (_, index) =>
        `  BalancerMember "http://127.0.0.1:${ports.loopback}${statusPrefix(index)}" hcmethod=GET hcuri=${statusPath} ` +
        'hcexpr=primary hcinterval=5 hcpasses=1 hcfails=1 retry=0 timeout=4\n',
    )
    .join('');
  const proxyStatus = `  ProxyPass "${statusPath}" "balancer://members${statusPath}"\n`;
  return `${head(hostName, ports, { proxy: true })}
Listen 127.0.0.1:${ports.loopback}

${gateway}
# Nothing is served but what follows.
<Location "/">
  Require all denied
</Location>
${paths.map((path) => `<Location "${path}">\n  CSP On\n  ${granted}\n</Location>\n`).join('')}
# Pages of administrators, of the gateway and of an instance: a mirror-aware gateway would open another machine's.
<LocationMatch "(?i)/csp/(bin|sys|documatic)(/|$)">
  Require all denied
</LocationMatch>
${statusAddresses
  .map((_, index) => `<Location "${statusPrefix(index)}${statusPath}">\n  CSP On\n  Require local\n</Location>\n`)
  .join('')}
# 200 while the file is there.
Alias "${healthPath}" "\${ETC}/web/health"
<Directory "\${ETC}/web">
  <Files "health">
    Require all granted
  </Files>
</Directory>
<Location "${healthPath}">
  CSP Off
  Require all granted
</Location>

# The status of this region's members: who answers 200 is asked; where none does, whoever is asked answers 503.
ProxyHCExpr primary {%{REQUEST_STATUS} =~ /^200$/}
<Proxy "balancer://members">
${members}</Proxy>
<Location "${statusPath}">
  CSP Off
  ${granted}
</Location>

<VirtualHost *:${ports.https}>
  ServerName ${hostName}
${tls}${proxyStatus}${accessLog(healthPath, statusPath)}</VirtualHost>
<VirtualHost *:${ports.http}>
  ServerName ${hostName}
${plainHttp ? proxyStatus : toHttps(hostName, [healthPath])}${accessLog(healthPath, statusPath)}</VirtualHost>
<VirtualHost 127.0.0.1:${ports.loopback}>
  ServerName ${hostName}
</VirtualHost>
`;
}

/**
 * Apache configuration of a mirror member: the status page for everybody, by HTTP as load balancers ask and by HTTPS; all applications
 * of the instance, its Management Portal among them, for who is on the machine, such as by a tunnel of SSH.
 */
export function memberHttpdConf({ statusPath, instance }: MemberWebSettings, ports: WebPorts = webPorts): string {
  const paths = ['/api', '/csp', '/isc', '/oauth2', '/ui', `/${instance.toLowerCase()}`];
  return `${head('localhost', ports, { proxy: false })}

${gateway}
# Who is on the machine.
<Location "/">
  Require local
</Location>
${paths.map((path) => `<Location "${path}">\n  CSP On\n</Location>\n`).join('')}
# Who asks for the mirror's status. Of the instance it tells nothing else.
<Location "${statusPath}">
  CSP On
  Require all granted
</Location>

<VirtualHost *:${ports.https}>
  ServerName localhost
${tls}${accessLog(statusPath)}</VirtualHost>
<VirtualHost *:${ports.http}>
  ServerName localhost
${toHttps('localhost', [statusPath])}${accessLog(statusPath)}</VirtualHost>
`;
}

function head(hostName: string, { http, https }: WebPorts, modules: { readonly proxy: boolean }): string {
  return `# All of Apache's configuration on this machine. Written at the machine's first boot.
Include system.conf

ServerName ${hostName}
User \${WEB_USER}
Group \${WEB_GROUP}
PidFile "\${RUN}/httpd.pid"
DefaultRuntimeDir "\${RUN}"
ErrorLog "\${LOGS}/error.log"
LogLevel warn
ServerTokens Prod
ServerSignature Off
TraceEnable Off
FileETag None

${loadModules(modules)}
RequestReadTimeout header=20-40,MinRate=500 body=20,MinRate=500
SSLSessionCache "shmcb:\${RUN}/ssl-cache(512000)"
# Without queries, which may tell of patients.
LogFormat "%h %l %u %t \\"%m %U %H\\" %>s %b %D" path

Listen ${http}
Listen ${https}`;
}

/** The module of the Web Gateway, and its folder, from which nothing is served. */
const gateway = `LoadModule csp_module_sa "\${GATEWAY}/CSPa24.so"
CSPModulePath "\${GATEWAY}/"
CSPConfigPath "\${GATEWAY}/"
<Directory "/">
  Options None
  AllowOverride None
  Require all denied
</Directory>
`;

const tls = `  SSLEngine on
  SSLCertificateFile "\${ETC}/tls/CertificateFile.pem"
  SSLCertificateKeyFile "\${ETC}/tls/PrivateKeyFile.pem"
  SSLProtocol -all +TLSv1.2 +TLSv1.3
  SSLCipherSuite ECDHE+AESGCM:ECDHE+CHACHA20
  SSLHonorCipherOrder on
  SSLSessionTickets off
  Header always set Strict-Transport-Security "max-age=31536000"
`;

function toHttps(hostName: string, others: readonly string[]): string {
  return `  RewriteEngine on
${others.map((path) => `  RewriteCond "%{REQUEST_URI}" "!=${path}"\n`).join('')}  RewriteRule "^" "https://${hostName}%{REQUEST_URI}" [redirect=301,last]
`;
}

/** Requests, but those of probes, which come each second. */
function accessLog(...probes: readonly string[]): string {
  const others = probes.map((path) => `%{REQUEST_URI} != '${path}'`).join(' && ');
  return `  CustomLog "\${LOGS}/access.log" path "expr=${others}"\n`;
}
