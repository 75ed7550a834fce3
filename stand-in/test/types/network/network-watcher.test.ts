import { type JsonObject } from '../../../src/arm/json';
import { addNetwork, body, network, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';
import { addWorkspace, workspace } from '../insights/insights';

const watcher = `${west}/Microsoft.Network/networkWatchers/NetworkWatcher_westeurope`;

const log = `${watcher}/flowLogs/fl-a`;

// Whatever is in the region does for an account here.
const storage = `${west}/Microsoft.Network/networkSecurityGroups/keeps-records`;

function records(properties: JsonObject = {}): JsonObject {
  return body({
    targetResourceId: fullId(network),
    storageId: fullId(storage),
    enabled: true,
    format: { version: 2 },
    retentionPolicy: { enabled: true, days: 90 },
    ...properties,
  });
}

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
  await client.make(watcher, body({}));
  await client.make(storage, body({}));
});

afterEach(async () => client.close());

test('records the flows of a network, and sums them up in a workspace', async () => {
  await addWorkspace(client);
  const networkWatcherFlowAnalyticsConfiguration = {
    enabled: true,
    workspaceId: (await client.get(workspace)).properties['customerId'],
    workspaceRegion: 'westeurope',
    workspaceResourceId: fullId(workspace),
    trafficAnalyticsInterval: 60,
  };

  const { properties } = await client.make(
    log,
    records({ flowAnalyticsConfiguration: { networkWatcherFlowAnalyticsConfiguration } }),
  );

  expect(properties['format']).toEqual({ type: 'JSON', version: 2 });
});

test('fails to record a network security group', async () => {
  expect(await client.put(log, records({ targetResourceId: fullId(storage) }))).toMatchObject({
    status: 400,
    code: 'BadRequest',
  });
});

test('fails to keep records in another region', async () => {
  const far = '/resourceGroups/north/providers/Microsoft.Network/networkSecurityGroups/far';
  await client.make(far, { location: 'northeurope', properties: {} });

  expect(await client.put(log, records({ storageId: fullId(far) }))).toMatchObject({
    status: 400,
    code: 'InvalidResourceReference',
  });
});

test.each([{ retentionPolicy: { enabled: true, days: 366 } }, { format: { version: 3 } }])(
  'fails with %j',
  async (properties) => {
    expect(await client.put(log, records(properties))).toMatchObject({ status: 400, code: 'InvalidRequestContent' });
  },
);
