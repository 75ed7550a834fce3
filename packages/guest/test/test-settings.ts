import { layOutVolumes } from '@iris-azure/sizing';
import {
  type ArbiterSettings,
  type GuestSettings,
  type MemberRole,
  type MemberSettings,
  packageFiles,
  type Role,
  roles,
  type ServerSettings,
  type StaticFiles,
  stepsOf,
  type WebSettings,
} from '../src';

const sha256 = 'a'.repeat(64);
const vault = { vaultUrl: 'https://kv-trakcare-prod.vault.azure.net/', certificate: 'db-0' };
const kit = { url: 'https://stkits.blob.core.windows.net/kits/IRIS-2025.3-lnxubuntu2404x64.tar.gz', sha256 };
const instance = {
  product: 'iris' as const,
  kit,
  instance: 'IRIS',
  licenceSecret: 'iris-licence',
  gatewaySecret: 'csp-system',
  memory: { hugePages: 60000, swappiness: 1 as const },
};

/** A member of TrakCare's mirror. */
export function member(role: MemberRole = 'primary', changes: Partial<MemberSettings> = {}): MemberSettings {
  return {
    ...instance,
    ...vault,
    role,
    peerCertificates: ['db-1', 'db-2'].map((name) => `https://kv-trakcare-prod.vault.azure.net/certificates/${name}`),
    mirror: {
      name: 'TRAK',
      memberName: 'DB0',
      peerNames: ['DB1', 'DB2'],
      primaryAddress: '10.20.2.4',
      arbiterAddress: '10.20.2.6',
      memberAddresses: ['10.20.2.4', '10.20.2.5', '10.60.2.4'],
    },
    disks: layOutVolumes({
      installation: { sizeGib: 64 },
      database: { sizeGib: 1024, disks: 4 },
      wij: { sizeGib: 128 },
      journal: { sizeGib: 512 },
      alternateJournal: { sizeGib: 256 },
    }),
    statusPath: '/csp/bin/mirror_status.cxw',
    ...changes,
  };
}

/** A web server that serves TrakCare. */
export function webServer(changes: Partial<WebSettings['web']> = {}): WebSettings {
  return {
    ...vault,
    role: 'web',
    product: 'iris',
    certificate: 'web',
    gatewayKit: { url: 'https://stkits.blob.core.windows.net/kits/WebGateway-2025.3-lnxubuntu2404x64.tar.gz', sha256 },
    gatewaySecret: 'csp-system',
    web: {
      hostName: 'trakcare.contoso.example',
      healthPath: '/health',
      statusPath: '/csp/bin/mirror_status.cxw',
      statusAddresses: ['10.20.2.4', '10.20.2.5'],
      backends: [
        {
          name: 'TRAK',
          kind: 'mirror',
          addresses: ['10.20.2.4', '10.20.2.5', '10.60.2.4'],
          paths: ['/csp', '/trakcare'],
        },
      ],
      ...changes,
    },
  };
}

/** A machine of each role. */
export function settingsOf(role: Role): GuestSettings {
  switch (role) {
    case 'arbiter':
      return { role, product: 'iris', kit } satisfies ArbiterSettings;
    case 'application':
    case 'print':
      return { ...instance, ...vault, role } satisfies ServerSettings;
    case 'web':
      return webServer();
    default:
      return member(role);
  }
}

/** The package's files; a script that says so in place of one that is missing. */
export function files(): StaticFiles {
  const own = packageFiles();
  const steps = roles.flatMap((role) => stepsOf(role).map((step) => `steps/${step}.sh`));
  const needed = [
    ...steps,
    ...['azure', 'iris', 'kit', 'objectscript', 'steps'].map((name) => `lib/${name}.sh`),
    'bin/iris-setup',
    'systemd/iris-setup.service',
  ];
  const missing = needed.filter((name) => !own.has(name));
  return new Map([...missing.map((name) => [name, '#!/bin/sh\necho missing >&2\nexit 1\n'] as const), ...own]);
}
