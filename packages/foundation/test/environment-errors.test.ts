import {
  EnvironmentError,
  type EnvironmentOf,
  parseEnvironment,
  readEnvironment,
  regionNames,
} from '@iris-azure/foundation';
import { environmentText, environmentTextWith, environmentValues } from './environment-text';

/** Online Backup of an environment, as far as it must be said. */
const onlineBackup = {
  schedule: { startsAt: '01:00', windowHours: 6, days: { Sunday: 'full' } },
  databaseGib: 100,
  dailyChangePercent: 2,
  retentionWeeks: 1,
  quotaGib: 1024,
};

/** Message with which a text is refused. */
function refusal(text: string): string {
  try {
    parseEnvironment(text, 'test.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as Error).message;
  }
  throw new Error('the text is accepted');
}

describe('fails on a field that is not allowed, and names file, field, value and what is allowed:', () => {
  test.each<[string, unknown, string]>([
    ['blueprint', 'ensemble', 'must be iris, trakcare or healthshare, got "ensemble"'],
    ['baseline', 'strict', 'must be reference, zonal or nonproduction, got "strict"'],
    ['highAvailability', 'both', 'must be availabilitySet or zones, got "both"'],
    ['diskType', 'Standard_LRS', 'must be Premium_LRS, PremiumV2_LRS or StandardSSD_LRS, got "Standard_LRS"'],
    [
      'workload',
      'trak-care',
      'must be 2 to 12 lower-case letters and digits, beginning with a letter, got "trak-care"',
    ],
    ['workload', 7, 'must be a word of 2 to 12 characters, got 7'],
    [
      'environment',
      'production',
      'must be 2 to 8 lower-case letters and digits, beginning with a letter, got "production"',
    ],
    [
      'organization',
      'Contoso',
      'must be 2 to 12 lower-case letters and digits, beginning with a letter, got "Contoso"',
    ],
    ['tags', { owner: 1 }, 'owner must be text, got 1'],
    ['primary.name', 'mars', `must be one of ${regionNames.join(', ')}, got "mars"`],
    ['primary.addressSpace', '10.20.0.0', 'must be an IPv4 range such as 10.20.0.0/21, got "10.20.0.0"'],
    ['disasterRecovery.capacityPercent', -1, 'must be 0 to 100 percent of the primary region, got -1'],
    ['disasterRecovery.capacityPercent', 101, 'must be 0 to 100 percent of the primary region, got 101'],
    ['disasterRecovery.capacityPercent', 2.5, 'must be a whole percentage from 0 to 100, got 2.5'],
    ['hostName', 'trak care', 'must be a DNS name such as trakcare.example.org, got "trak care"'],
    ['access.clients', 'internet', `must be 'Internet' or a list of IPv4 ranges, got "internet"`],
    ['access.clients', [], 'must name at least one range, got []'],
    ['access.administrators', '10.0.0.0/8', 'must be a list of IPv4 ranges such as 10.20.0.0/21, got "10.0.0.0/8"'],
    [
      'administrator.userName',
      'root',
      'must be a Linux user name of at most 32 characters, and none that Azure reserves (root, admin, administrator), got "root"',
    ],
    ['mirror.name', 'ABCDEFGHIJKLMNOP', 'must be 1 to 15 letters and digits, got "ABCDEFGHIJKLMNOP"'],
    [
      'mirror.size',
      'Basic_A1',
      'must be a virtual machine size of tier Standard, such as Standard_E16ds_v5, got "Basic_A1"',
    ],
    [
      'mirror.statusPath',
      'mirror_status.cxw',
      'must be a path that begins with /, without query, got "mirror_status.cxw"',
    ],
    ['mirror.volumes.wij.sizeGib', 2, 'must be 4 to 32767 GiB, got 2'],
    ['mirror.volumes.database.disks', 1, 'must be at least 2, to be striped, got 1'],
    ['mirror.volumes.database.disks', 17, 'must be at most 16, got 17'],
    ['web.count', 0, 'must be at least 1, got 0'],
    ['web.count', 1, 'must be at least 2: a tier of one server has no availability, got 1'],
    ['web.count', 100, 'must be at most 99, got 100'],
    ['web.count', '3', 'must be a whole number of servers, got "3"'],
    ['web', 3, 'must be a mapping of field names to values, got 3'],
  ])('%s = %j', (field, value, message) => {
    const separator = field === 'tags' ? '.' : ' ';

    expect(refusal(environmentText(field, value))).toBe(`test.yaml: ${field}${separator}${message}`);
  });
});

test('fails on a range in a list, and names its place', () => {
  expect(refusal(environmentText('access.administrators', ['10.0.0.0/8', '10.0.0.0/33']))).toBe(
    'test.yaml: access.administrators.1 must be an IPv4 range such as 10.20.0.0/21, got "10.0.0.0/33"',
  );
});

test('fails on a missing field, and says what it must be', () => {
  expect(refusal(environmentText('web.size', undefined))).toBe(
    'test.yaml: web.size is missing; it must be given, or web.workload',
  );
});

test('fails on a mirror with neither sizes nor a workload', () => {
  expect(refusal(environmentText('mirror.volumes', undefined))).toBe(
    'test.yaml: mirror.volumes is missing; it must be given, or mirror.workload',
  );
  expect(refusal(environmentText('mirror.size', undefined))).toBe(
    'test.yaml: mirror.size is missing; it must be given, or mirror.workload',
  );
});

const workload = { vcpus: 16, memoryGib: 112, capacityGib: 2800, iops: 12000, throughputMbps: 480 };

test.each([
  ['mirror.workload', { ...workload, iops: 0 }, 'mirror.workload.iops must be a whole number of IOPS above 0, got 0'],
  [
    'mirror.workload',
    { ...workload, vcpus: 1.5 },
    'mirror.workload.vcpus must be a whole number of vCPUs above 0, got 1.5',
  ],
  ['web.workload', { vcpus: 4 }, 'web.workload.memoryGib is missing; it must be a number of GiB above 0'],
  ['lastsUntil', '2030', 'lastsUntil must be a day such as 2030-12-31, got "2030"'],
])('fails on %s = %j', (field, value, message) => {
  expect(refusal(environmentText(field, value))).toBe(`test.yaml: ${message}`);
});

test('fails on a workload on Standard SSD, of which nothing is promised', () => {
  const fields = {
    environment: 'dev',
    baseline: 'nonproduction',
    diskType: 'StandardSSD_LRS',
    'mirror.workload': workload,
  };

  expect(refusal(environmentTextWith(fields))).toContain(
    'mirror.workload must be left out: of StandardSSD_LRS Azure promises no figures',
  );
});

test('fails on a missing group of fields', () => {
  expect(refusal(environmentText('mirror', undefined))).toBe(
    'test.yaml: mirror is missing; it must be a mapping of field names to values',
  );
});

test('fails on a field that no environment has', () => {
  expect(refusal(environmentText('web.sise', 'Standard_D4s_v5'))).toBe(
    'test.yaml: web.sise is no field of an environment; remove it or correct its name',
  );
});

test('fails on several wrong fields with all of them in one message', () => {
  expect(refusal(environmentTextWith({ 'mirror.name': 'TRAK-1', 'web.count': 0, region: 'westeurope' }))).toBe(
    [
      'test.yaml: 3 fields are wrong:',
      '  - web.count must be at least 1, got 0',
      '  - mirror.name must be 1 to 15 letters and digits, got "TRAK-1"',
      '  - region is no field of an environment; remove it or correct its name',
    ].join('\n'),
  );
});

test.each(['', '# nothing but a comment', 'null'])('fails on the document %j, which has no fields', (text) => {
  expect(refusal(text)).toBe('test.yaml: the document must be a mapping of field names to values, got null');
});

test('fails on text that is no YAML, with the place of the mistake', () => {
  expect(refusal('mirror: [TRAK')).toMatch(/^test\.yaml: is no valid YAML: .* at line 1, column 14$/);
});

test('fails on a field that is given twice', () => {
  expect(refusal('workload: trakcare\nworkload: iris\n')).toMatch(
    /^test\.yaml: is no valid YAML: .* at line 2, column 1$/,
  );
});

test('fails on an alias of an anchor that does not exist', () => {
  expect(refusal('workload: *unknown')).toMatch(/^test\.yaml: is no valid YAML: .*unknown$/);
});

test('fails on a file that does not exist, and says where environments are', () => {
  expect(() => readEnvironment('/nowhere/test.yaml')).toThrow(EnvironmentError);
  expect(() => readEnvironment('/nowhere/test.yaml')).toThrow(
    /^\/nowhere\/test\.yaml: cannot be read \(.*ENOENT.*\); name an environment file, such as those in stacks\/environments$/,
  );
});

test('fails when the second region is the first', () => {
  expect(refusal(environmentText('disasterRecovery.name', 'westeurope'))).toBe(
    'test.yaml: disasterRecovery.name must be another region than primary.name, got "westeurope"',
  );
});

const inGroup = '/subscriptions/1111/resourceGroups/rg-hub/providers/Microsoft.Network';
const zoneId = (name: string) => `${inGroup}/privateDnsZones/${name}`;
const subnet = { name: 'snet', addressRange: '10.20.8.0/24' };
const secondNetwork = {
  networks: {
    disasterRecovery: {
      id: `${inGroup}/virtualNetworks/vnet-neu`,
      subnets: { gateway: subnet, web: subnet, application: subnet, data: subnet, management: subnet },
    },
  },
};

const appliance = {
  image: { publisher: 'vendor', offer: 'firewall', sku: 'byol', version: 'latest' },
  size: 'Standard_D8s_v5',
  probePort: 8443,
};

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['a way out that is none', { egress: 'proxy' }, 'egress must be natGateway, azureFirewall or appliance, got "proxy"'],
  [
    'a single firewall',
    { egress: 'appliance', appliance: { ...appliance, count: 1 } },
    'appliance.count must be 2 to 8: one alone has no availability, got 1',
  ],
  [
    'a plan that is none',
    { ddosProtectionPlan: 'ddos-tenant' },
    'ddosProtectionPlan must be the resource id of a Microsoft.Network/ddosProtectionPlans, ' +
      'as /subscriptions/SUBSCRIPTION/resourceGroups/NAME/providers/..., got "ddos-tenant"',
  ],
  ['a Bastion of another SKU', { bastion: { sku: 'Basic' } }, 'bastion.sku must be Standard or Premium, got "Basic"'],
  [
    'a rule that leads nowhere',
    { egress: 'azureFirewall', allow: { own: {} } },
    'allow.own must have names (and protocols), or destinations and ports (and protocol), got {}',
  ],
])('fails on %s', (_what, perimeter, message) => {
  expect(refusal(environmentTextWith({ perimeter }))).toBe(`test.yaml: perimeter.${message}`);
});

test('a perimeter that is left out is a NAT gateway alone', () => {
  expect(parseEnvironment(environmentText(), 'test.yaml').perimeter).toEqual({ egress: 'natGateway', allow: {} });
});

describe('fails on fields that contradict each other:', () => {
  test.each<[Readonly<Record<string, unknown>>, string]>([
    [
      { baseline: 'nonproduction' },
      'baseline must be reference or zonal: only environment dev may be nonproduction, got "nonproduction"',
    ],
    [
      { baseline: 'zonal' },
      'baseline must be reference, or nonproduction, with highAvailability availabilitySet, got "zonal"',
    ],
    [
      { highAvailability: 'zones' },
      'baseline is missing; it must be zonal, or nonproduction, with highAvailability zones',
    ],
    [
      { diskType: 'StandardSSD_LRS' },
      'diskType must be Premium_LRS or PremiumV2_LRS: Standard is for non-production, got "StandardSSD_LRS"',
    ],
    [
      { diskType: 'PremiumV2_LRS' },
      'diskType must be Premium_LRS in availability sets; PremiumV2_LRS is for zones, got "PremiumV2_LRS"',
    ],
    [{ disasterRecovery: undefined }, 'disasterRecovery is missing; it must be a mapping of field names to values'],
    [
      { highAvailability: 'zones', baseline: 'zonal', 'disasterRecovery.name': 'westus' },
      'disasterRecovery.name must be a region with three zones where highAvailability is zones, got "westus"',
    ],
    [
      { 'disasterRecovery.reserveCapacity': true },
      'disasterRecovery.reserveCapacity must be false in availability sets, for which Azure reserves no capacity; ' +
        'it is for zones, got true',
    ],
    [
      { 'disasterRecovery.name': 'usgovvirginia' },
      'disasterRecovery.name must be a region of the same cloud as primary.name, got "usgovvirginia"',
    ],
    [
      { existing: { blobZone: { id: zoneId('privatelink.file.core.windows.net') } } },
      'existing.blobZone.id must be the id of a zone named privatelink.blob.core.windows.net, ' +
        `got "${zoneId('privatelink.file.core.windows.net')}"`,
    ],
    [
      { 'image.publisher': 'RedHat', backup: { online: onlineBackup } },
      'backup.online.signIn is missing; it must be AccountKey: Azure has no client for managed identities on images of RedHat',
    ],
    [
      { existing: { vaultZone: { id: zoneId('privatelink.vaultcore.azure.cn') } } },
      'existing.vaultZone.id must be the id of a zone named privatelink.vaultcore.azure.net, ' +
        `got "${zoneId('privatelink.vaultcore.azure.cn')}"`,
    ],
    [
      { environment: 'dev', baseline: 'nonproduction', disasterRecovery: undefined, existing: secondNetwork },
      'existing.networks.disasterRecovery must be left out where there is no disasterRecovery, ' +
        `got ${JSON.stringify(secondNetwork.networks.disasterRecovery)}`,
    ],
    [
      {
        environment: 'dev',
        baseline: 'nonproduction',
        disasterRecovery: undefined,
        connectivity: { disasterRecovery: {} },
      },
      'connectivity.disasterRecovery must be left out where there is no disasterRecovery, got {}',
    ],
    [
      { existing: secondNetwork, connectivity: { disasterRecovery: { expressRoute: {} } } },
      'connectivity.disasterRecovery must be left out where existing.networks.disasterRecovery is given, ' +
        'got {"expressRoute":{}}',
    ],
    [
      { perimeter: { egress: 'appliance' } },
      'perimeter.appliance is missing; it must say which firewalls stand, where perimeter.egress is appliance',
    ],
    [
      { perimeter: { appliance } },
      'perimeter.egress is missing; it must be appliance where perimeter.appliance says which firewalls stand',
    ],
    [
      { perimeter: { egress: 'natGateway', allow: { registry: { names: ['registry.example'] } } } },
      'perimeter.egress must be azureFirewall, which alone knows perimeter.allow, got "natGateway"',
    ],
    [
      { existing: secondNetwork, perimeter: { bastion: { sku: 'Premium' } } },
      'perimeter.bastion must be left out where networks exist: it is their owner\'s, got {"sku":"Premium"}',
    ],
    [{ 'print.count': 1 }, 'print.count must be at least 2: a tier of one server has no availability, got 1'],
  ])('%j', (fields, message) => {
    expect(refusal(environmentTextWith(fields))).toBe(`test.yaml: ${message}`);
  });
});

describe('fails on connectivity that is not allowed, and names field, value and what is allowed:', () => {
  const site = { address: '203.0.113.10', bgp: { asn: 65010, peeringAddress: '10.250.255.1' } };
  const circuit = {
    serviceProvider: 'Equinix',
    peeringLocation: 'Amsterdam',
    bandwidthMbps: 1000,
    provisioned: true,
    privatePeering: { peerAsn: 65010, primaryRange: '192.168.0.0/30', secondaryRange: '192.168.0.4/30', vlanId: 7 },
  };
  const connected = {
    vpn: { sites: { hospital: site } },
    expressRoute: { circuits: { amsterdam: circuit }, existingCircuits: { wan: { id: 'erc' } } },
  };

  test.each<[string, unknown, string]>([
    ['vpn.sku', 'VpnGw1', 'must be VpnGw2AZ, VpnGw3AZ, VpnGw4AZ or VpnGw5AZ, got "VpnGw1"'],
    ['vpn.sites.hospital.address', 'hospital', 'must be the public IPv4 address of the VPN device, got "hospital"'],
    ['vpn.sites.hospital.ipsec', { encryption: 'DES3' }, '.encryption must be GCMAES256 or AES256, got "DES3"'],
    ['vpn.sites.hospital.ipsec', { group: 'DHGroup2' }, '.group must be ECP384 or DHGroup24, got "DHGroup2"'],
    ['expressRoute.sku', 'UltraPerformance', 'must be ErGw1AZ, ErGw2AZ or ErGw3AZ, got "UltraPerformance"'],
    ['expressRoute.circuits.amsterdam.tier', 'Basic', 'must be Local, Standard or Premium, got "Basic"'],
    [
      'expressRoute.circuits.amsterdam.bandwidthMbps',
      300,
      'must be 50, 100, 200, 500, 1000, 2000, 5000 or 10000, got 300',
    ],
    [
      'expressRoute.circuits.amsterdam.provisioned',
      undefined,
      'is missing; it must be true once the provider has provisioned the circuit, false until then',
    ],
    [
      'expressRoute.existingCircuits.wan.id',
      'erc',
      'must be the resource id of a Microsoft.Network/expressRouteCircuits, as ' +
        '/subscriptions/SUBSCRIPTION/resourceGroups/NAME/providers/..., got "erc"',
    ],
    [
      'vpn.sites',
      { Hospital: site },
      '.Hospital must map names of sites (2 to 20 lower-case letters, digits and inner hyphens) to their values, got ' +
        JSON.stringify(site),
    ],
  ])('%s = %j', (field, value, message) => {
    const valid = structuredClone(connected);
    valid.expressRoute.existingCircuits.wan.id =
      '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/erc';
    const text = environmentTextWith({ connectivity: { primary: valid }, [`connectivity.primary.${field}`]: value });
    const separator = message.startsWith('.') ? '' : ' ';

    expect(refusal(text)).toBe(`test.yaml: connectivity.primary.${field}${separator}${message}`);
  });
});

describe('HealthShare', () => {
  const { mirror } = environmentValues();
  const healthshare = (products: unknown) =>
    environmentTextWith({
      blueprint: 'healthshare',
      mirror: undefined,
      application: undefined,
      print: undefined,
      products,
    });

  test('may have any of its products', () => {
    const { products } = parseEnvironment(
      healthshare({ patientIndex: mirror }),
      'test.yaml',
    ) as EnvironmentOf<'healthshare'>;

    expect(products.patientIndex).toMatchObject({ name: 'TRAK', statusPath: '/csp/bin/mirror_status.cxw' });
  });

  test.each<[unknown, string]>([
    [{}, 'products must have at least one product, got {}'],
    [{ ensemble: mirror }, 'products.ensemble is no field of an environment; remove it or correct its name'],
    [
      { patientIndex: mirror, healthConnect: { ...mirror, name: 'trak' } },
      'products.healthConnect.name must be another name than that of patientIndex, got "trak"',
    ],
  ])('fails on the products %j', (products, message) => {
    expect(refusal(healthshare(products))).toBe(`test.yaml: ${message}`);
  });
});

test('fails on what is said to exist by anything but its resource id', () => {
  const text = environmentTextWith({ existing: { vaultZone: { id: 'privatelink.vaultcore.azure.net' } } });

  expect(refusal(text)).toBe(
    'test.yaml: existing.vaultZone.id must be the resource id of a Microsoft.Network/privateDnsZones, as ' +
      '/subscriptions/SUBSCRIPTION/resourceGroups/NAME/providers/..., got "privatelink.vaultcore.azure.net"',
  );
});

test('non-production may do with single servers, Standard SSD and one region', () => {
  const text = environmentTextWith({
    environment: 'dev',
    baseline: 'nonproduction',
    diskType: 'StandardSSD_LRS',
    disasterRecovery: undefined,
    'web.count': 1,
  });

  expect(parseEnvironment(text, 'test.yaml')).toMatchObject({ baseline: 'nonproduction', web: { count: 1 } });
});
