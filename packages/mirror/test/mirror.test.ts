import { findRegion, ResourceGroup } from '@iris-azure/foundation';
import { mirrorAddresses } from '@iris-azure/mirror';
import { synthesized, testDeployment, testDiskEncryption, testIdentity } from '../../../test/support';
import { addMirror, synthesizedMirror, volumes } from './test-mirror';

const mirror = synthesizedMirror();
const members = ['Mirror/Primary', 'Mirror/Backup'];
const machines = [...members, 'Mirror/Arbiter'];

/** Disks of one machine. */
const disksOf = (machine: string) =>
  mirror.resources('azurerm_managed_disk').filter((disk) => disk.path.startsWith(`${machine}/`));

test('a mirror has a primary, a backup and an arbiter', () => {
  const roles = mirror
    .resources('azurerm_linux_virtual_machine')
    .map(({ path, values }) => [path, (values.tags as Record<string, string>)['iris-role']]);

  expect(Object.fromEntries(roles)).toEqual({
    'Mirror/Primary/Resource': 'primary',
    'Mirror/Backup/Resource': 'backup',
    'Mirror/Arbiter/Resource': 'arbiter',
  });
});

test.each(machines)('%s is tagged with its tier and, in upper case, with the name of the mirror', (path) => {
  expect(mirror.at(path).values).toMatchObject({ tags: { 'iris-tier': 'data', 'iris-mirror': 'TRAK' } });
});

test('all three are in one availability set with three fault domains', () => {
  const set = mirror.only('azurerm_availability_set');

  expect(set.values).toMatchObject({ platform_fault_domain_count: 3 });
  expect(machines.map((path) => mirror.at(path).values.availability_set_id)).toEqual(
    machines.map(() => set.reference('id')),
  );
});

test.each(members)('%s has the size of a primary and the identity of a member', (path) => {
  expect(mirror.at(path).values).toMatchObject({ size: 'Standard_E32ds_v5' });
  expect(mirror.at(path).block('identity')).toMatchObject({ identity_ids: [testIdentity.id] });
});

test.each(members)('%s has eight disks of its own, all encrypted with the customer-managed key', (path) => {
  const keys = disksOf(path).map((disk) => disk.values.disk_encryption_set_id);

  expect(keys).toEqual(Array(8).fill(testDiskEncryption.diskEncryptionSetId));
});

test('primary and backup have alike disks by LUN', () => {
  const attachments = (machine: string) =>
    mirror
      .resources('azurerm_virtual_machine_data_disk_attachment')
      .filter((attachment) => attachment.path.startsWith(`${machine}/`))
      .map(({ path, values }) => ({ path: path.replace(machine, ''), lun: values.lun, caching: values.caching }));

  expect(attachments('Mirror/Primary')).toHaveLength(8);
  expect(attachments('Mirror/Backup')).toEqual(attachments('Mirror/Primary'));
});

test('the arbiter has a size of its own, no data disk and no identity', () => {
  expect(mirror.at('Mirror/Arbiter').values).toMatchObject({ size: 'Standard_D2s_v5' });
  expect(disksOf('Mirror/Arbiter')).toEqual([]);
  expect(mirror.at('Mirror/Arbiter').blocks('identity')).toEqual([]);
});

test.each([
  ['Mirror/Primary', '10.20.3.11'],
  ['Mirror/Backup', '10.20.3.12'],
  ['Mirror/Arbiter', '10.20.3.20'],
])("%s has the fixed address %s, which the mirror's configuration names", (path, address) => {
  expect(mirror.at(`${path}/NetworkInterface`).block('ip_configuration')).toMatchObject({
    private_ip_address_allocation: 'Static',
    private_ip_address: address,
  });
});

test.each([
  ['Mirror/Primary', /-db-0$/],
  ['Mirror/Backup', /-db-1$/],
])('the host name of %s ends in its number in a configuration merge', (path, ending) => {
  expect(mirror.at(path).values.computer_name).toMatch(ending);
});

test.each(['', 'ABCDEFGHIJKLMNOP', 'TRAK-1', 'ÜBER'])(
  'fails on the mirror name %j, and names the construct',
  (mirrorName) => {
    expect(() => synthesizedMirror({ mirrorName })).toThrow(
      `trakcare-test-unit/Mirror: mirror name must be 1 to 15 letters and digits, got '${mirrorName}' ` +
        `(${mirrorName.length} characters); set mirrorName`,
    );
  },
);

test('a mirror name of 15 characters is taken', () => {
  const named = synthesizedMirror({ mirrorName: 'ABCDEFGHIJKLMNO' });

  expect(named.at('Mirror/Primary').values).toMatchObject({ tags: { 'iris-mirror': 'ABCDEFGHIJKLMNO' } });
});

test('where sets have two fault domains, the arbiter is in a set of its own', () => {
  const region = { ...findRegion('westeurope'), faultDomains: 2 } as const;
  const apart = synthesized((stack) => {
    addMirror(stack, new ResourceGroup(stack, 'ResourceGroup', { deployment: testDeployment, region, part: 'unit' }));
  });

  const [arbiters, members] = [apart.at('Mirror/ArbiterAvailabilitySet'), apart.at('Mirror/AvailabilitySet')];
  expect(members.values).toMatchObject({ platform_fault_domain_count: 2 });
  expect(arbiters.values).toMatchObject({ platform_fault_domain_count: 2, name: 'avail-trakcare-test-weu-arbiter' });
  expect(machines.map((path) => apart.at(path).values.availability_set_id)).toEqual(
    [members, members, arbiters].map((set) => set.reference('id')),
  );
});

test('databases that are not striped are refused where the mirror is made', () => {
  const build = () => synthesizedMirror({ volumes: { ...volumes, database: { sizeGib: 512, disks: 1 } } });

  expect(build).toThrow(/^trakcare-test-unit\/Mirror: databases must be striped over 2 to 16 disks, got 1/);
});

test('in zones, primary, backup and arbiter are in a zone each, and in no availability set', () => {
  const zonal = synthesizedMirror({ highAvailability: 'zones' });

  expect(machines.map((path) => zonal.at(path).values.zone)).toEqual(['1', '2', '3']);
  expect(zonal.resources('azurerm_availability_set')).toEqual([]);
});

test('fails in zones where the region has none', () => {
  const region = findRegion('westus');
  const build = () =>
    synthesized((stack) => {
      const group = new ResourceGroup(stack, 'ResourceGroup', { deployment: testDeployment, region, part: 'unit' });
      addMirror(stack, group, { highAvailability: 'zones' });
    });

  expect(build).toThrow(/Mirror: region must have availability zones .* got 'westus'/);
});

describe('the second of several mirrors in a network', () => {
  const second = synthesizedMirror({ place: { label: 'index', slot: 1 } });

  test.each([
    ['Mirror/Primary', '10.20.3.27', /-index-db-0$/],
    ['Mirror/Backup', '10.20.3.28', /-index-db-1$/],
    ['Mirror/Arbiter', '10.20.3.36', /-index-arbiter-0$/],
  ])('has names and addresses of its own: %s %s', (path, address, name) => {
    expect(second.at(`${path}/NetworkInterface`).block('ip_configuration')).toMatchObject({
      private_ip_address: address,
    });
    expect(second.at(path).values.computer_name).toMatch(name);
  });

  test('has a load balancer and an availability set of its own', () => {
    expect(second.at('Mirror/LoadBalancer').values).toMatchObject({ name: 'lbi-trakcare-test-weu-mirror-index' });
    expect(second.at('Mirror/LoadBalancer').block('frontend_ip_configuration')).toMatchObject({
      private_ip_address: '10.20.3.26',
    });
    expect(second.at('Mirror/AvailabilitySet').values).toMatchObject({ name: 'avail-trakcare-test-weu-mirror-index' });
  });
});

test('fifteen mirrors share a data subnet, and no address of it', () => {
  const addresses = Array.from({ length: 15 }, (_, slot) => mirrorAddresses('10.20.3.0/24', { slot })).flatMap(
    ({ loadBalancer, members: byRole, arbiter }) => [loadBalancer, arbiter, ...Object.values(byRole)],
  );

  expect(new Set(addresses).size).toBe(75);
});

test('fails on a sixteenth mirror', () => {
  expect(() => mirrorAddresses('10.20.3.0/24', { slot: 15 })).toThrow(
    /host number in 10\.20\.3\.0\/24 must be 4 to 254/,
  );
});
