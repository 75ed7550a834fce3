import { type MemberWebSettings, type WebServerSettings } from './settings';

/** Folder of the Web Gateway: InterSystems' own. */
const gatewayFolder = '/opt/webgateway/bin';

/** Certificates that the machine trusts, which users of the web server may read. */
const authorityFile = '/etc/iris-azure/tls/CAFile.pem';

/** A server access profile. */
interface Profile {
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly mirrorAware?: boolean;
  readonly tls?: boolean;
  readonly product: 'iris' | 'cache';
}

/** An application access profile. */
interface Application {
  readonly path: string;
  readonly servers: readonly string[];
  readonly alternatives: 'FailOver' | 'LoadBalancing';
}

/** Prefixes, on the machine alone, below which members answer with their own status pages. */
export function statusPrefix(index: number): string {
  return `/iris-azure-member-${index + 1}`;
}

/**
 * Configuration of the Web Gateway of a web server, without the password: the step `web-gateway` adds it below each `Username`.
 *
 * @see https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GCGI_cspini
 */
export function webCspIni(web: WebServerSettings, product: 'iris' | 'cache'): string {
  const tls = web.superserverTls ?? true;
  const profiles = web.backends.map((backend) =>
    backend.addresses.map((address, index) => ({
      name: `${backend.name}-${index + 1}`,
      address,
      port: backend.superserverPort ?? 1972,
      mirrorAware: backend.kind === 'mirror',
      tls,
      product,
    })),
  );
  const port = web.backends[0]?.superserverPort ?? 1972;
  // Not mirror-aware: each speaks for itself.
  const status = web.statusAddresses.map((address, index) => ({
    name: `status-${index + 1}`,
    address,
    port,
    tls,
    product,
  }));
  return cspIni(
    [...profiles.flat(), ...status],
    [
      ...web.backends.flatMap((backend, index) =>
        backend.paths.map((path) => ({
          path,
          servers: (profiles[index] ?? []).map(({ name }) => name),
          // Each member leads to the primary: others are for when it does not answer.
          alternatives: backend.kind === 'mirror' ? ('FailOver' as const) : ('LoadBalancing' as const),
        })),
      ),
      ...status.map(({ name }, index) => ({
        path: statusPrefix(index),
        servers: [name],
        alternatives: 'FailOver' as const,
      })),
    ],
  );
}

/**
 * Configuration of a mirror member's Web Gateway: its own instance alone, whatever its role. A mirror-aware gateway would let every
 * member answer as the primary, and the Management Portal would be another machine's.
 */
export function memberCspIni({ superserverPort, product }: Omit<MemberWebSettings, 'statusPath' | 'instance'>): string {
  const local = { name: 'local', address: '127.0.0.1', port: superserverPort, product };
  return cspIni(
    [local],
    ['/', '/csp'].map((path) => ({ path, servers: [local.name], alternatives: 'FailOver' as const })),
  );
}

function cspIni(profiles: readonly Profile[], applications: readonly Application[]): string {
  return [
    section('SYSTEM', [
      // Its pages could change what is configured here, and show how.
      'SM_Forms=Disabled',
      'System_Manager=127.0.0.1',
      `IRISCONNECT_LIBRARY_PATH=${gatewayFolder}`,
      'Event_Log_Rotation_Size=8M',
      `Default_Server=${profiles[0]?.name ?? ''}`,
    ]),
    section(
      'SYSTEM_INDEX',
      profiles.map(({ name }) => `${name}=Enabled`),
    ),
    ...profiles.map((profile) => section(profile.name, profileLines(profile))),
    section(
      'APP_PATH_INDEX',
      applications.map(({ path }) => `${path}=Enabled`),
    ),
    ...applications.map(({ path, servers, alternatives }) =>
      section(`APP_PATH:${path}`, [
        `Default_Server=${servers[0] ?? ''}`,
        ...(servers.length > 1 ? [`Alternative_Servers=${alternatives}`] : []),
        ...servers.map((server, index) => `Alternative_Server_${index}=1~~~~~~${server}`),
      ]),
    ),
  ].join('\n');
}

function profileLines({ address, port, mirrorAware, tls, product }: Profile): string[] {
  return [
    `Ip_Address=${address}`,
    `TCP_Port=${port}`,
    ...(mirrorAware ? ['Mirror_Aware=1'] : []),
    `Product=${product === 'iris' ? 2 : 0}`,
    'Username=CSPSystem',
    ...(tls
      ? [
          // 10 in InterSystems' own examples and in drivers; the reference of this file numbers TLS as 4.
          'Connection_Security_Level=10',
          'SSLCC_Protocol_Min=16',
          'SSLCC_Protocol_Max=32',
          'SSLCC_Verify_Peer=1',
          `SSLCC_CA_Certificate_File=${authorityFile}`,
        ]
      : ['Connection_Security_Level=0']),
  ];
}

function section(name: string, lines: readonly string[]): string {
  return `[${name}]\n${lines.join('\n')}\n`;
}
