import { type JsonObject } from '../../../src/arm/json';
import { addInterface, addNetwork, body, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';
import { addWorkspace, workspace } from './insights';

const rule = `${west}/Microsoft.Insights/dataCollectionRules/dcr-a`;

function collects(properties: JsonObject = {}): JsonObject {
  return body(
    {
      dataSources: {
        syslog: [{ name: 'system', streams: ['Microsoft-Syslog'], facilityNames: ['daemon'], logLevels: ['Error'] }],
      },
      destinations: { logAnalytics: [{ name: 'workspace', workspaceResourceId: fullId(workspace) }] },
      dataFlows: [{ streams: ['Microsoft-Syslog'], destinations: ['workspace'] }],
      ...properties,
    },
    { kind: 'Linux' },
  );
}

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addWorkspace(client);
});

afterEach(async () => client.close());

test('has an id that stays', async () => {
  expect((await client.make(rule, collects())).properties['immutableId']).toMatch(/^dcr-[0-9a-f]{32}$/);
});

test.each([
  [
    'a destination that it does not know',
    { dataFlows: [{ streams: ['Microsoft-Syslog'], destinations: ['other'] }] },
    'InvalidPayload',
  ],
  [
    'a facility that syslog has not',
    {
      dataSources: {
        syslog: [{ name: 's', streams: ['Microsoft-Syslog'], facilityNames: ['iris'], logLevels: ['*'] }],
      },
    },
    'InvalidRequestContent',
  ],
  [
    'a counter without its object',
    {
      dataSources: {
        performanceCounters: [
          { name: 'p', streams: ['Microsoft-Perf'], samplingFrequencyInSeconds: 60, counterSpecifiers: ['Load5'] },
        ],
      },
    },
    'InvalidRequestContent',
  ],
])('fails with %s', async (_what, properties, code) => {
  expect(await client.put(rule, collects(properties))).toMatchObject({ status: 400, code });
});

describe('its association', () => {
  test('extends what follows the rule', async () => {
    await addNetwork(client);
    const follower = await addInterface(client, 'nic');
    await client.make(rule, collects());
    const id = `${follower}/providers/Microsoft.Insights/dataCollectionRuleAssociations/iris`;

    expect((await client.put(id, { properties: { dataCollectionRuleId: fullId(rule) } })).status).toBe(201);
    expect(await client.put(id, { properties: {} })).toMatchObject({ status: 400, code: 'InvalidPayload' });
  });

  test('fails across regions', async () => {
    await client.make(rule, collects());
    const far = '/resourceGroups/north/providers/Microsoft.Network/networkSecurityGroups/nsg';
    await client.make(far, { location: 'northeurope', properties: {} });
    const id = `${far}/providers/Microsoft.Insights/dataCollectionRuleAssociations/iris`;

    expect(await client.put(id, { properties: { dataCollectionRuleId: fullId(rule) } })).toMatchObject({
      status: 400,
      code: 'InvalidResourceReference',
    });
  });
});
