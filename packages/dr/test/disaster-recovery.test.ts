import { capacity, synthesizedDisasterRecovery } from './test-disaster-recovery';

const dr = synthesizedDisasterRecovery();

test('the mirror has one member in the second region, a DR async', () => {
  const roles = dr
    .resources('azurerm_linux_virtual_machine')
    .map(({ values }) => values.tags as Record<string, string>)
    .filter((tags) => tags['iris-tier'] === 'data');

  expect(roles).toEqual([expect.objectContaining({ 'iris-role': 'dr-async', 'iris-mirror': 'TRAK' })]);
});

test('the DR member has the size and the disks of a primary, whatever the share of capacity', () => {
  expect(dr.at('Dr/Mirror/Member').values).toMatchObject({ size: 'Standard_E32ds_v5' });
  expect(
    dr
      .resources('azurerm_managed_disk')
      .map(({ values }) => values.disk_size_gb)
      .sort(),
  ).toEqual([64, 1024, 1024, 1024, 1024, 128, 512, 512].sort());
});

test('the DR member has the number and the address that follow those of the failover members', () => {
  expect(dr.at('Dr/Mirror/Member').values.computer_name).toMatch(/-db-2$/);
  expect(dr.at('Dr/Mirror/Member/NetworkInterface').block('ip_configuration')).toMatchObject({
    private_ip_address: '10.20.11.13',
  });
});

test('the DR member is in an availability set that a second failover member can join', () => {
  expect(dr.at('Dr/Mirror/Member').values).toMatchObject({
    availability_set_id: dr.at('Dr/Mirror/AvailabilitySet').reference('id'),
  });
});

test('the address of the mirror in the second region leads to the DR member, once that answers as primary', () => {
  const pool = dr.at('Dr/Mirror/LoadBalancer/Pool').reference('id');
  const members = dr
    .resources('azurerm_network_interface_backend_address_pool_association')
    .filter(({ values }) => values.backend_address_pool_id === pool);

  expect(members.map(({ values }) => values.network_interface_id)).toEqual([
    dr.at('Dr/Mirror/Member/NetworkInterface').reference('id'),
  ]);
  expect(dr.at('Dr/Mirror/LoadBalancer/Probe').values).toMatchObject({ request_path: '/csp/bin/mirror_status.cxw' });
});

test('all servers of the primary region are there, whatever the share of capacity', () => {
  const count = (tier: string) =>
    dr.resources('azurerm_linux_virtual_machine').filter(({ path }) => path.startsWith(`Dr/Compute/${tier}/`)).length;

  expect({ web: count('Web'), application: count('Application'), print: count('Print') }).toEqual({
    web: 5,
    application: 4,
    print: 8,
  });
});

test('everything new lies in the second region', () => {
  const locations = dr.all
    .filter(({ path }) => path.startsWith('Dr/'))
    .map(({ values }) => values.location)
    .filter((location) => location !== undefined);

  expect(new Set(locations)).toEqual(new Set(['northeurope']));
});

test('the second region has a vault and keys of its own', () => {
  const vault = dr.only('azurerm_key_vault').reference('id');

  expect(dr.resources('azurerm_key_vault_key').map(({ values }) => values.key_vault_id)).toEqual([vault, vault]);
});

test('the data subnet lets in the mirror members of the primary region', () => {
  expect(dr.at('Dr/Network/Data/SecurityGroup').blocks('security_rule')).toContainEqual(
    expect.objectContaining({
      name: 'AllowMirrorFromMembers',
      source_address_prefixes: ['10.20.11.0/24', '10.20.3.0/24'],
    }),
  );
});

/** Names, in a region of a share of capacity, of the servers that are off until needed. */
function onDemand(capacityPercent: number): string[] {
  return synthesizedDisasterRecovery({ capacityPercent })
    .resources('azurerm_linux_virtual_machine')
    .filter(({ values }) => (values.tags as Record<string, string>)['iris-capacity'] === 'on-demand')
    .map(({ values }) => String(values.name).replace('vm-trakcare-test-neu-', ''))
    .sort();
}

test('servers beyond the share of capacity, the last ones of each tier, are off until needed', () => {
  expect(onDemand(50)).toEqual([
    ...['application-2', 'application-3'],
    ...['print-4', 'print-5', 'print-6', 'print-7'],
    ...['web-3', 'web-4'],
  ]);
});

test('at 0 percent every server is off until needed, but the DR member', () => {
  const servers = onDemand(0);

  expect(servers).toHaveLength(17);
  expect(servers.filter((name) => name.includes('db'))).toEqual([]);
});

test('at 100 percent every server runs', () => {
  expect(onDemand(100)).toEqual([]);
});

test('another share of capacity changes no address', () => {
  const addresses = (capacityPercent: number) =>
    synthesizedDisasterRecovery({ capacityPercent }).all.map(({ address }) => address);

  expect(addresses(0)).toEqual(addresses(100));
});

test('one more server changes no address of what exists', () => {
  const larger = { ...capacity, web: { ...capacity.web, count: capacity.web.count + 1 } };
  const addresses = synthesizedDisasterRecovery({ compute: larger }).all.map(({ address }) => address);

  expect(addresses).toEqual(expect.arrayContaining(dr.all.map(({ address }) => address)));
});

test('no capacity is reserved unless it is chosen', () => {
  expect(dr.resources('azurerm_capacity_reservation_group')).toEqual([]);
});

test('reserved capacity is that of every server, by size and zone', () => {
  const reserved = synthesizedDisasterRecovery({
    highAvailability: 'zones',
    capacityPercent: 0,
    reserveCapacity: true,
  });
  const machines = reserved.resources('azurerm_linux_virtual_machine');
  const group = reserved.only('azurerm_capacity_reservation_group');

  expect(machines.map(({ values }) => values.capacity_reservation_group_id)).toEqual(
    machines.map(() => group.reference('id')),
  );
  const places = machines.map(({ values }) => `${String(values.size)} ${String(values.zone)}`);
  expect(
    Object.fromEntries(
      reserved.resources('azurerm_capacity_reservation').map((reservation) => {
        const { name, capacity: servers } = reservation.block('sku');
        return [`${String(name)} ${String(reservation.values.zone)}`, servers];
      }),
    ),
  ).toEqual(Object.fromEntries(places.map((place) => [place, places.filter((other) => other === place).length])));
});

test('fails on reserved capacity in availability sets', () => {
  expect(() => synthesizedDisasterRecovery({ reserveCapacity: true })).toThrow(
    /Dr\/Mirror\/Member: capacity can be reserved for servers in zones, got one in an availability set; set highAvailability/,
  );
});

test.each([-1, 101])('fails on %i percent of capacity', (capacityPercent) => {
  expect(() => synthesizedDisasterRecovery({ capacityPercent })).toThrow(/capacity must be 0 to 100 percent/);
});

test('the gateway waits for the role by which it reads its certificate', () => {
  const gateway = dr.only('azurerm_application_gateway');

  expect(gateway.values).toMatchObject({
    depends_on: expect.arrayContaining([dr.at('Dr/Security/WebCertificate/GatewayRole').address]) as string[],
  });
});

test('a refused share of capacity names the construct', () => {
  expect(() => synthesizedDisasterRecovery({ capacityPercent: -1 })).toThrow(
    /^trakcare-test-\w+\/Dr: capacity must be/,
  );
});
