import { addPublicAddress, body, ref, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';
import { actionGroup, addActionGroup, addLoadBalancer, addWorkspace, group, metricAlert, workspace } from './insights';

const alert = `${west}/Microsoft.Insights/metricAlerts/alert-a`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addActionGroup(client);
  await addLoadBalancer(client);
});

afterEach(async () => client.close());

test('an alert on a metric is answered with 200 when it is made', async () => {
  expect((await client.put(alert, metricAlert())).status).toBe(200);
});

test.each([
  [
    'a metric that the type has not',
    {},
    { metricName: 'DipAvailabilty' },
    "Couldn't find a metric named DipAvailabilty",
  ],
  [
    'a dimension that the metric has not',
    {},
    { dimensions: [{ name: 'Backend', operator: 'Include', values: ['*'] }] },
    "Couldn't find a dimension named Backend",
  ],
  ['a window shorter than the frequency', { evaluationFrequency: 'PT15M' }, {}, 'must not be longer'],
  [
    'an action group that is not there',
    { actions: [{ actionGroupId: fullId(`${actionGroup}-2`) }] },
    {},
    'was not found',
  ],
])('an alert fails with %s', async (_what, properties, criterion, message) => {
  const { status, body: answer } = await client.put(alert, metricAlert(properties, criterion));

  expect(status).toBeGreaterThanOrEqual(400);
  expect(JSON.stringify(answer)).toContain(message);
});

test('what an alert watches stays free, and may be deleted', async () => {
  const address = await addPublicAddress(client, 'pip');
  const attack = { metricNamespace: 'Microsoft.Network/publicIPAddresses', metricName: 'IfUnderDDoSAttack' };
  await client.make(alert, metricAlert({ scopes: [fullId(address)] }, attack));
  const gateway = `${west}/Microsoft.Network/natGateways/ng`;

  await client.make(gateway, body({ publicIpAddresses: [ref(address)] }, { sku: { name: 'Standard' } }));
  await client.delete(gateway);
  await client.get(gateway);
  await client.get(gateway);

  expect((await client.delete(address)).status).toBeLessThan(300);
});

test('an alert fails on several resources of a type that is watched one by one', async () => {
  const other = `${west}/Microsoft.Network/loadBalancers/lb-b`;
  await client.make(other, body({}, { sku: { name: 'Standard' } }));
  const scopes = [fullId(`${west}/Microsoft.Network/loadBalancers/lb-a`), fullId(other)];

  expect(await client.put(alert, metricAlert({ scopes }))).toMatchObject({ status: 400, code: 'BadRequest' });
});

test('an action group fails with two receivers of one name, or a long short name', async () => {
  const webhookReceivers = [{ name: 'operations', serviceUri: 'https://on-call.contoso.example' }];

  expect(await client.put(`${actionGroup}-2`, group({ webhookReceivers }))).toMatchObject({ status: 400 });
  expect(await client.put(`${actionGroup}-2`, group({ groupShortName: 'thirteen-long' }))).toMatchObject({
    status: 400,
    code: 'InvalidRequestContent',
  });
});

test('an alert on the activity log names the category', async () => {
  const id = `${west}/Microsoft.Insights/activityLogAlerts/alert-a`;
  const about = (field: string) =>
    body(
      {
        scopes: [fullId('')],
        condition: { allOf: [{ field, equals: 'ServiceHealth' }] },
        actions: { actionGroups: [{ actionGroupId: fullId(actionGroup) }] },
      },
      { location: 'global' },
    );

  expect((await client.put(id, about('category'))).status).toBe(201);
  expect(await client.put(id, about('status'))).toMatchObject({ status: 400, code: 'BadRequest' });
});

test('an alert on logs asks one workspace', async () => {
  await addWorkspace(client);
  const id = `${west}/Microsoft.Insights/scheduledQueryRules/alert-a`;
  const query = (scopes: string[]) =>
    body(
      {
        scopes,
        severity: 1,
        evaluationFrequency: 'PT15M',
        windowSize: 'PT15M',
        criteria: { allOf: [{ query: 'Perf', operator: 'GreaterThan', threshold: 0, timeAggregation: 'Count' }] },
      },
      { kind: 'LogAlert' },
    );

  expect((await client.put(id, query([fullId(workspace)]))).status).toBe(201);
  expect(await client.put(id, query([]))).toMatchObject({ status: 400, code: 'InvalidRequestContent' });
});

test('a rule on alerts adds an action group', async () => {
  const id = `${west}/Microsoft.AlertsManagement/actionRules/rule-a`;
  const actions = [{ actionType: 'AddActionGroups', actionGroupIds: [fullId(actionGroup)] }];
  const rule = (properties: object) =>
    body({ scopes: [fullId('/resourceGroups/west')], ...properties }, { location: 'global' });

  expect((await client.put(id, rule({ actions }))).status).toBe(201);
  expect(await client.put(id, rule({ actions: [] }))).toMatchObject({ status: 400, code: 'InvalidRequestContent' });
});
