import { addInterface, addNetwork, body, networkInterface, ref, subnet, west } from '../../estate';
import { type Client, startClient } from '../../support';

const nic = `${west}/Microsoft.Network/networkInterfaces/nic`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
});

afterEach(async () => client.close());

/** Address of the first IP configuration. */
async function addressOf(id: string) {
  const [configuration] = (await client.get(id)).properties['ipConfigurations'] as { properties: object }[];
  return (configuration?.properties as { privateIPAddress?: string } | undefined)?.privateIPAddress;
}

test('without a stated address gets the first that is free, and keeps it', async () => {
  await addInterface(client, 'one', { privateIPAllocationMethod: 'Static', privateIPAddress: '10.0.1.4' });
  const two = await addInterface(client, 'two');

  expect(await addressOf(two)).toBe('10.0.1.5');
  await client.make(two, networkInterface());
  expect(await addressOf(two)).toBe('10.0.1.5');
});

test.each([
  ['outside of its subnet', '10.0.2.4', 'PrivateIPAddressNotInSubnet'],
  ['that Azure keeps, at the beginning', '10.0.1.3', 'PrivateIPAddressInReservedRange'],
  ['that Azure keeps, at the end', '10.0.1.255', 'PrivateIPAddressInReservedRange'],
  ['that is none', '10.0.1', 'PrivateIPAddressNotInSubnet'],
])('fails for an address %s', async (_what, privateIPAddress, code) => {
  const answer = await client.put(nic, networkInterface({ privateIPAllocationMethod: 'Static', privateIPAddress }));

  expect(answer).toMatchObject({ status: 400, code });
});

test('fails for an address that another has', async () => {
  const fixed = { privateIPAllocationMethod: 'Static', privateIPAddress: '10.0.1.10' };
  await addInterface(client, 'one', fixed);

  expect(await client.put(nic, networkInterface(fixed))).toMatchObject({ code: 'PrivateIPAddressIsAllocated' });
});

test('fails without an IP configuration, and without a primary one of several', async () => {
  const configuration = (name: string) => ({ name, properties: { subnet: ref(subnet) } });

  expect(await client.put(nic, body({ ipConfigurations: [] }))).toMatchObject({
    code: 'NetworkInterfaceMustHaveAtLeastOneIpConfiguration',
  });
  expect(await client.put(nic, body({ ipConfigurations: [configuration('one'), configuration('two')] }))).toMatchObject(
    { code: 'IpConfigurationPrimaryConflict' },
  );
});

test('fails in another region than its subnet', async () => {
  const answer = await client.put(nic.replace('/west/', '/north/'), { ...networkInterface(), location: 'northeurope' });

  expect(answer).toMatchObject({ status: 400, code: 'InvalidResourceReference' });
});

test('a subnet cannot be deleted while it has one', async () => {
  await addInterface(client, 'one');

  expect(await client.delete(subnet)).toMatchObject({ code: 'InUseSubnetCannotBeDeleted' });
});
