import { CapacityReservationGroup, Server } from '@iris-azure/server';
import {
  synthesized,
  type SynthesizedStack,
  testNetwork,
  testPlacement,
  testResourceGroup,
  testServerEnvironment,
} from '../../../test/support';

/** A server whose capacity is reserved. */
interface Reserved {
  readonly size: string;
  readonly zone?: string;
}

/** Servers that join one group, one after the other. */
function synthesizedServers(...servers: readonly Reserved[]): SynthesizedStack {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    const capacityReservationGroup = new CapacityReservationGroup(stack, 'Group', { resourceGroup });
    servers.forEach(({ size, zone }, number) => {
      new Server(stack, `Server${number}`, {
        ...testServerEnvironment(resourceGroup),
        name: `web-${number}`,
        size,
        subnet: testNetwork(resourceGroup).subnets.web,
        placement: zone ? { kind: 'zone', zone } : testPlacement,
        tags: {},
        capacityReservationGroup,
      });
    });
  });
}

const inZone = (zone: string, size = 'Standard_D4s_v5'): Reserved => ({ size, zone });

test('there is one reservation for each size and zone, as large as the number of its servers', () => {
  const stack = synthesizedServers(inZone('1'), inZone('2'), inZone('1'), inZone('1', 'Standard_E8s_v5'));

  expect(
    stack.resources('azurerm_capacity_reservation').map(({ values }) => [values.name, values.zone, values.sku]),
  ).toEqual([
    ['cr-trakcare-test-weu-standard-d4s-v5-1', '1', { name: 'Standard_D4s_v5', capacity: 2 }],
    ['cr-trakcare-test-weu-standard-d4s-v5-2', '2', { name: 'Standard_D4s_v5', capacity: 1 }],
    ['cr-trakcare-test-weu-standard-e8s-v5-1', '1', { name: 'Standard_E8s_v5', capacity: 1 }],
  ]);
});

test('reservations are in a group of all zones of the region', () => {
  const stack = synthesizedServers(inZone('1'));
  const group = stack.only('azurerm_capacity_reservation_group');

  expect(group.values).toMatchObject({ location: 'westeurope', zones: ['1', '2', '3'] });
  expect(stack.only('azurerm_capacity_reservation').values).toMatchObject({
    capacity_reservation_group_id: group.reference('id'),
  });
});

test('a server joins the group once its capacity is reserved', () => {
  const stack = synthesizedServers(inZone('1'));

  expect(stack.at('Server0').values).toMatchObject({
    capacity_reservation_group_id: stack.only('azurerm_capacity_reservation_group').reference('id'),
    depends_on: [stack.only('azurerm_capacity_reservation').address],
  });
});

test('a server that joins changes no address of what exists', () => {
  const before = synthesizedServers(inZone('2')).all.map(({ address }) => address);
  const after = synthesizedServers(inZone('2'), inZone('1'), inZone('2')).all.map(({ address }) => address);

  expect(after).toEqual(expect.arrayContaining(before));
});

test('fails for a server in an availability set, and names it', () => {
  expect(() => synthesizedServers({ size: 'Standard_D4s_v5' })).toThrow(
    'trakcare-test-unit/Server0: capacity can be reserved for servers in zones, got one in an availability set; ' +
      'set highAvailability to zones, or reserve no capacity',
  );
});

test.each(['Standard_M128ms', 'Standard_ND96asr_v4', 'Standard_HB120rs_v3'])(
  'fails for the size %s, of which Azure reserves none',
  (size) => {
    expect(() => synthesizedServers(inZone('1', size))).toThrow(/capacity can be reserved for .*, got Standard_/);
  },
);

test.each(['Standard_E32ds_v5', 'Standard_M128ms_v2'])('capacity of size %s can be reserved', (size) => {
  expect(synthesizedServers(inZone('1', size)).resources('azurerm_capacity_reservation')).toHaveLength(1);
});
