import { type JsonObject } from '../../../src/arm/json';
import { addInterface, addNetwork, body, ref, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';

const compute = `${west}/Microsoft.Compute`;
const group = `${compute}/capacityReservationGroups/crg`;
const reservation = `${group}/capacityReservations/cr-one`;
const machine = `${compute}/virtualMachines/vm-web-0`;

let client: Client;
let nic: string;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
  nic = await addInterface(client, 'nic');
  await client.make(group, { location: 'westeurope', zones: ['1', '2'] });
});

afterEach(async () => client.close());

/** Capacity for machines of one size in a zone. */
function reserved({ zone = '1', size = 'Standard_D4s_v5', capacity = 2 } = {}): JsonObject {
  return { location: 'westeurope', zones: [zone], sku: { name: size, capacity } };
}

/** A machine that names the group, in a zone, with the given differences. */
function vm({ zone = '1', size = 'Standard_D4s_v5', properties = {} } = {}): JsonObject {
  return body(
    {
      hardwareProfile: { vmSize: size },
      networkProfile: { networkInterfaces: [{ id: fullId(nic), properties: { primary: true } }] },
      storageProfile: { osDisk: { createOption: 'FromImage' } },
      osProfile: { adminUsername: 'irisadmin', computerName: 'web-0', adminPassword: 'Not-1-secret' },
      capacityReservation: { capacityReservationGroup: ref(group) },
      ...properties,
    },
    { zones: [zone] },
  );
}

test('a group shows its reservations and the machines that name it', async () => {
  await client.make(reservation, reserved());
  await client.make(machine, vm());

  expect((await client.get(group)).properties).toMatchObject({
    capacityReservations: [{ id: fullId(reservation) }],
    virtualMachinesAssociated: [{ id: fullId(machine) }],
  });
});

test('the number of a reservation can be changed, whatever the number of machines', async () => {
  await client.make(reservation, reserved());
  await client.make(machine, vm());

  expect(await client.patch(reservation, { sku: { name: 'Standard_D4s_v5', capacity: 0 } })).toMatchObject({
    status: 200,
    body: { sku: { name: 'Standard_D4s_v5', capacity: 0 } },
  });
});

test.each([
  ['a zone that the group has not', reserved({ zone: '3' }), 'InvalidParameter'],
  ['no zone in a group with zones', { ...reserved(), zones: [] }, 'InvalidParameter'],
  ['another region', { ...reserved(), location: 'northeurope' }, 'InvalidParameter'],
  ['no number', { location: 'westeurope', zones: ['1'], sku: { name: 'Standard_D4s_v5' } }, 'InvalidRequestContent'],
])('a reservation fails for %s', async (_what, wrong, code) => {
  expect(await client.put(reservation, wrong)).toMatchObject({ status: 400, code });
});

test('a second reservation of one size and zone fails, one of another does not', async () => {
  await client.make(reservation, reserved());
  const second = `${group}/capacityReservations/cr-two`;

  expect(await client.put(second, reserved())).toMatchObject({ status: 409, code: 'OperationNotAllowed' });
  expect((await client.put(second, reserved({ zone: '2' }))).status).toBe(201);
});

test('the size of a reservation cannot be changed', async () => {
  await client.make(reservation, reserved());

  expect(await client.put(reservation, reserved({ size: 'Standard_E8s_v5' }))).toMatchObject({
    code: 'PropertyChangeNotAllowed',
  });
});

test.each([
  ['another size', vm({ size: 'Standard_E8s_v5' })],
  ['another zone', vm({ zone: '2' })],
])('a machine fails when its group has no reservation of its size and zone, but of %s', async (_what, wrong) => {
  await client.make(reservation, reserved());

  expect(await client.put(machine, wrong)).toMatchObject({ status: 400, code: 'InvalidParameter' });
});

test('a machine in an availability set fails', async () => {
  const availabilitySet = `${compute}/availabilitySets/avail`;
  await client.make(availabilitySet, body({ platformFaultDomainCount: 3 }, { sku: { name: 'Aligned' } }));
  await client.make(reservation, reserved());

  const answer = await client.put(machine, {
    ...vm({ properties: { availabilitySet: ref(availabilitySet) } }),
    zones: null,
  });

  expect(answer).toMatchObject({ status: 400, code: 'InvalidParameter' });
  expect(JSON.stringify(answer.body)).toContain("'availabilitySet' cannot use capacity reservation group");
});

test('a reservation and a group that are in use cannot be deleted', async () => {
  await client.make(reservation, reserved());
  await client.make(machine, vm());

  expect(await client.delete(reservation)).toMatchObject({ status: 409, code: 'OperationNotAllowed' });
  expect(await client.delete(group)).toMatchObject({ status: 409, code: 'OperationNotAllowed' });
});

test('without machines both can be deleted, the reservation first', async () => {
  await client.make(reservation, reserved());

  await client.delete(reservation);
  await client.get(reservation);
  await client.get(reservation);
  expect((await client.get(reservation)).status).toBe(404);
  expect((await client.delete(group)).status).toBe(200);
});
