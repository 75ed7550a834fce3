import { addPublicAddress, body, ref, west } from '../../estate';
import { type Client, startClient } from '../../support';

const address = `${west}/Microsoft.Network/publicIPAddresses/pip`;

const gateway = `${west}/Microsoft.Network/natGateways/nat`;

const standard = { sku: { name: 'Standard' } };

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

function natGateway(beside = {}) {
  return body({ publicIpAddresses: [ref(address)] }, { ...standard, ...beside });
}

test('has an address from the start, and the name that its label gives', async () => {
  await addPublicAddress(client, 'pip', { dnsSettings: { domainNameLabel: 'trak' } });

  const { properties } = await client.get(address);

  expect(properties['ipAddress']).toMatch(/^198\.1[89]\./);
  expect(properties['dnsSettings']).toMatchObject({ fqdn: 'trak.westeurope.cloudapp.azure.com' });
});

test.each([
  ['of sku Basic', body({ publicIPAllocationMethod: 'Static' }), 'BasicSkuPublicIpCreationNotAllowed'],
  [
    'that is dynamic',
    body({ publicIPAllocationMethod: 'Dynamic' }, standard),
    'StandardAndStandardV2SkuPublicIPAddressesMustBeStatic',
  ],
  [
    'with a label that is no name',
    body({ publicIPAllocationMethod: 'Static', dnsSettings: { domainNameLabel: '-x' } }, standard),
    'InvalidDomainNameLabel',
  ],
])('fails for one %s', async (_what, wrong, code) => {
  expect(await client.put(address, wrong)).toMatchObject({ status: 400, code });
});

test('fails for a label that another has in the region', async () => {
  await addPublicAddress(client, 'other', { dnsSettings: { domainNameLabel: 'trak' } });

  const twin = body({ publicIPAllocationMethod: 'Static', dnsSettings: { domainNameLabel: 'trak' } }, standard);

  expect(await client.put(address, twin)).toMatchObject({ code: 'DnsRecordInUse' });
});

test('serves one resource, and cannot be deleted while it does', async () => {
  await addPublicAddress(client, 'pip');
  await client.make(gateway, natGateway());

  expect((await client.get(address)).properties['natGateway']).toEqual(ref(gateway));
  expect(await client.put(`${gateway}-2`, natGateway())).toMatchObject({ code: 'PublicIPAddressInUse' });
  expect(await client.delete(address)).toMatchObject({ code: 'PublicIPAddressCannotBeDeleted' });
});

test('its zone is that of the NAT gateway that uses it', async () => {
  await client.make(address, body({ publicIPAllocationMethod: 'Static' }, { ...standard, zones: ['2'] }));

  expect(await client.put(gateway, natGateway({ zones: ['1'] }))).toMatchObject({
    code: 'NatGatewayAndPublicIpHaveDifferentZones',
  });
  expect((await client.put(gateway, natGateway({ zones: ['2'] }))).status).toBe(201);
});
