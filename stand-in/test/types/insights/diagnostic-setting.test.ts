import { type JsonObject } from '../../../src/arm/json';
import { body } from '../../estate';
import { type Client, fullId, startClient } from '../../support';
import { addLoadBalancer, addWorkspace, balancer, workspace } from './insights';

const setting = `${balancer}/providers/Microsoft.Insights/diagnosticSettings/iris`;

const allLogs = [{ categoryGroup: 'allLogs', enabled: true }];

function sends(logs: JsonObject[], beside: JsonObject = {}): JsonObject {
  return { properties: { workspaceId: fullId(workspace), logs, metrics: [], ...beside } };
}

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addWorkspace(client);
  await addLoadBalancer(client);
});

afterEach(async () => client.close());

test('extends the resource, and is answered with 200 when it is made', async () => {
  expect((await client.put(setting, sends(allLogs))).status).toBe(200);
  expect((await client.get(setting)).properties['logs']).toEqual(allLogs);
});

test('is made while its resource is busy, since another service makes it', async () => {
  await client.put(balancer, body({}, { sku: { name: 'Standard' }, tags: { owner: 'unit' } }));

  expect((await client.put(setting, sends(allLogs))).status).toBe(200);
});

test('goes with its resource', async () => {
  await client.make(setting, sends(allLogs));
  await client.delete(balancer);
  await client.get(balancer);

  expect((await client.get(setting)).status).toBe(404);
});

test.each([
  ['a category that the type has not', sends([{ category: 'AuditEvent', enabled: true }])],
  ['a group that is none', sends([{ categoryGroup: 'everything', enabled: true }])],
  [
    'both a category and a group',
    sends([{ category: 'LoadBalancerHealthEvent', categoryGroup: 'allLogs', enabled: true }]),
  ],
  ['nothing that is enabled', sends([{ categoryGroup: 'allLogs', enabled: false }])],
  ['no place to send to', { properties: { logs: allLogs } }],
])('fails with %s', async (_what, wrong) => {
  expect(await client.put(setting, wrong)).toMatchObject({ status: 400, code: 'BadRequest' });
});

test('fails beside another that sends the same logs to the same workspace', async () => {
  await client.make(setting, sends(allLogs));

  expect(await client.put(`${setting}-2`, sends(allLogs))).toMatchObject({ status: 409, code: 'Conflict' });
});

test('fails when the workspace is not there', async () => {
  expect(await client.put(setting, sends(allLogs, { workspaceId: fullId(`${workspace}-2`) }))).toMatchObject({
    status: 404,
    code: 'NotFound',
  });
});
