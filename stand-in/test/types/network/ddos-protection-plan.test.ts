import { body, ref, west } from '../../estate';
import { type Client, startClient } from '../../support';

const plan = `${west}/Microsoft.Network/ddosProtectionPlans/ddos`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

test('protects networks of any region, and is not deleted while it does', async () => {
  const network = '/resourceGroups/north/providers/Microsoft.Network/virtualNetworks/vnet';
  await client.make(plan, { location: 'westeurope' });
  await client.make(network, {
    location: 'northeurope',
    properties: {
      addressSpace: { addressPrefixes: ['10.1.0.0/16'] },
      enableDdosProtection: true,
      ddosProtectionPlan: ref(plan),
    },
  });

  expect((await client.get(plan)).properties['virtualNetworks']).toEqual([ref(network)]);
  expect(await client.delete(plan)).toMatchObject({ code: 'DdosProtectionPlanInUse' });
});

test('a network without a plan has no protection to enable', async () => {
  const properties = { addressSpace: { addressPrefixes: ['10.1.0.0/16'] }, enableDdosProtection: true };

  expect(await client.put(`${west}/Microsoft.Network/virtualNetworks/vnet`, body(properties))).toMatchObject({
    code: 'DdosProtectionPlanIdNotProvided',
  });
});
