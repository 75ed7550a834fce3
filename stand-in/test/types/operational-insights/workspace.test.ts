import { body, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';

const workspace = `${west}/Microsoft.OperationalInsights/workspaces/log-a`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

test('has an id of its own, keys, and what Azure takes for granted', async () => {
  const { properties } = await client.make(workspace, body({ sku: { name: 'PerGB2018' }, retentionInDays: 365 }));

  expect(properties).toMatchObject({
    customerId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    retentionInDays: 365,
    workspaceCapping: { dailyQuotaGb: -1 },
    publicNetworkAccessForIngestion: 'Enabled',
  });
  expect((await client.post(`${workspace}/sharedKeys`)).status).toBe(200);
});

test('is among the deleted ones until it is made again', async () => {
  const deleted = '/providers/Microsoft.OperationalInsights/deletedWorkspaces';
  await client.make(workspace, body({}));
  await client.delete(workspace);
  await client.get(workspace);
  await client.get(workspace);

  expect((await client.get(deleted)).body['value']).toMatchObject([{ id: fullId(workspace) }]);

  await client.make(workspace, body({}));

  expect((await client.get(deleted)).body['value']).toEqual([]);
});

test.each([
  [{ retentionInDays: 29 }, 'InvalidParameter'],
  [{ retentionInDays: 731 }, 'InvalidParameter'],
  [{ sku: { name: 'Premium' } }, 'InvalidRequestContent'],
  [{ sku: {}, retentionDays: 30 }, 'InvalidRequestContent'],
])('fails with %j', async (properties, code) => {
  expect(await client.put(workspace, body(properties))).toMatchObject({ status: 400, code });
});
