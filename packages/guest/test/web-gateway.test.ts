import fc from 'fast-check';
import { memberCspIni, memberHttpdConf, webCspIni, webHttpdConf, type WebServerSettings } from '../src/web-gateway';
import { webServer } from './test-settings';

const { web } = webServer();

/** Sections of a file, by their names. */
function sections(ini: string): Record<string, Record<string, string>> {
  return Object.fromEntries(
    ini
      .split(/^\[/m)
      .slice(1)
      .map((part) => {
        const [name = '', ...lines] = part.split('\n');
        return [
          name.replace(/\]$/, ''),
          Object.fromEntries(lines.filter(Boolean).map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string])),
        ];
      }),
  );
}

test("a web server's gateway finds the primary from each member, and falls back on the next", () => {
  const ini = sections(webCspIni(web, 'iris'));

  expect(ini['TRAK-1']).toEqual({
    Ip_Address: '10.20.2.4',
    TCP_Port: '1972',
    Mirror_Aware: '1',
    Product: '2',
    Username: 'CSPSystem',
    Connection_Security_Level: '10',
    SSLCC_Protocol_Min: '16',
    SSLCC_Protocol_Max: '32',
    SSLCC_Verify_Peer: '1',
    SSLCC_CA_Certificate_File: '/etc/iris-azure/tls/CAFile.pem',
  });
  expect(ini['APP_PATH:/trakcare']).toEqual({
    Default_Server: 'TRAK-1',
    Alternative_Servers: 'FailOver',
    Alternative_Server_0: '1~~~~~~TRAK-1',
    Alternative_Server_1: '1~~~~~~TRAK-2',
    Alternative_Server_2: '1~~~~~~TRAK-3',
  });
});

test('each member of the region is asked for its own status, by a connection that is not mirror-aware', () => {
  const ini = sections(webCspIni(web, 'iris'));

  expect(ini['status-2']).toMatchObject({ Ip_Address: '10.20.2.5' });
  expect(ini['status-2']).not.toHaveProperty('Mirror_Aware');
  expect(ini['APP_PATH:/iris-azure-member-2']).toEqual({
    Default_Server: 'status-2',
    Alternative_Server_0: '1~~~~~~status-2',
  });
  expect(ini).not.toHaveProperty('status-3');
});

test('application servers share sessions, and are not mirror-aware', () => {
  const backends: WebServerSettings['backends'] = [
    { name: 'APP', kind: 'servers', addresses: ['10.20.1.4', '10.20.1.5'], superserverPort: 51773, paths: ['/csp'] },
  ];
  const ini = sections(webCspIni({ ...web, backends }, 'cache'));

  expect(ini['APP-2']).toMatchObject({ Ip_Address: '10.20.1.5', TCP_Port: '51773', Product: '0' });
  expect(ini['APP-2']).not.toHaveProperty('Mirror_Aware');
  expect(ini['APP_PATH:/csp']).toMatchObject({ Alternative_Servers: 'LoadBalancing' });
});

test("a member's gateway knows its own instance alone, and is never mirror-aware", () => {
  const ini = memberCspIni({ superserverPort: 1972, product: 'iris' });

  expect(sections(ini)['local']).toEqual({
    Ip_Address: '127.0.0.1',
    TCP_Port: '1972',
    Product: '2',
    Username: 'CSPSystem',
    Connection_Security_Level: '0',
  });
  expect(ini).not.toContain('Mirror_Aware');
});

test.each([
  ['a web server', webCspIni(web, 'iris')],
  ['a member', memberCspIni({ superserverPort: 1972, product: 'iris' })],
])("%s: the gateway's own pages are off, every profile and path is enabled, and no password is there", (_, ini) => {
  const parts = sections(ini);

  expect(parts['SYSTEM']).toMatchObject({ SM_Forms: 'Disabled', System_Manager: '127.0.0.1' });
  expect(ini).not.toMatch(/password/i);
  for (const name of Object.keys(parts['SYSTEM_INDEX'] ?? {})) {
    expect(parts).toHaveProperty([name]);
  }
  for (const path of Object.keys(parts['APP_PATH_INDEX'] ?? {})) {
    expect(parts).toHaveProperty([`APP_PATH:${path}`, 'Default_Server']);
  }
});

test('without TLS a gateway is told so in a setting of its own', () => {
  expect(sections(webCspIni({ ...web, superserverTls: false }, 'iris'))['TRAK-1']).toMatchObject({
    Connection_Security_Level: '0',
  });
});

test('each path is served by the gateway once, whatever the backends', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), (words) => {
      const backends = words.map((name) => ({
        name,
        kind: 'mirror' as const,
        addresses: ['10.0.0.4'],
        paths: [`/csp/${name}`],
      }));
      const conf = webHttpdConf({ ...web, backends });

      for (const name of words) {
        expect(conf.split(`<Location "/csp/${name}">\n  CSP On\n`)).toHaveLength(2);
      }
    }),
  );
});

test('pages of administrators are denied after all paths are granted, and the status page is granted after that', () => {
  const conf = webHttpdConf(web);

  const places = [
    '<Location "/">',
    '<Location "/csp">',
    '<LocationMatch "(?i)/csp/(bin|sys',
    `<Location "${web.statusPath}">`,
  ];
  expect(places.map((text) => conf.indexOf(text))).toEqual(
    places.map((text) => conf.indexOf(text)).sort((one, other) => one - other),
  );
  expect(conf.indexOf('<Location "/">')).toBeGreaterThan(0);
});

test("a member's status page is all that others may ask", () => {
  const conf = memberHttpdConf({
    statusPath: '/csp/bin/mirror_status.cxw',
    instance: 'IRIS',
    superserverPort: 1972,
    product: 'iris',
  });

  expect(conf.match(/Require all granted/g)).toHaveLength(1);
  expect(conf).toContain('<Location "/csp/bin/mirror_status.cxw">\n  CSP On\n  Require all granted\n');
  expect(conf).toContain('<Location "/iris">\n  CSP On\n');
});
