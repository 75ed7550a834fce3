import { type JsonObject } from '../../../src/arm/json';
import { addPublicAddress, body, ref, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';

const profile = `${west}/Microsoft.Network/trafficManagerProfiles/traf`;

const zone = `${west}/Microsoft.Network/dnsZones/contoso.example`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

function priority(monitor: JsonObject = {}, relativeName = 'trak'): JsonObject {
  return body(
    {
      trafficRoutingMethod: 'Priority',
      dnsConfig: { relativeName, ttl: 30 },
      monitorConfig: {
        protocol: 'HTTPS',
        port: 443,
        path: '/status',
        intervalInSeconds: 10,
        timeoutInSeconds: 5,
        ...monitor,
      },
    },
    { location: 'global' },
  );
}

async function putEndpoint(name: string, properties: JsonObject) {
  return client.put(`${profile}/azureEndpoints/${name}`, { properties });
}

test('has a name of DNS, and shows its end points', async () => {
  await client.make(profile, priority());
  const address = await addPublicAddress(client, 'pip', { dnsSettings: { domainNameLabel: 'trak' } });
  await putEndpoint('primary', { targetResourceId: fullId(address), priority: 1 });

  const { properties } = await client.get(profile);

  expect(properties['dnsConfig']).toMatchObject({ fqdn: 'trak.trafficmanager.net' });
  expect(properties['endpoints']).toMatchObject([{ properties: { target: 'trak.westeurope.cloudapp.azure.com' } }]);
});

test.each([
  [{ intervalInSeconds: 10, timeoutInSeconds: 10 }, 'BadRequest'],
  [{ intervalInSeconds: 30, timeoutInSeconds: 4 }, 'BadRequest'],
  [{ intervalInSeconds: 20 }, 'InvalidRequestContent'],
  [{ toleratedNumberOfFailures: 10 }, 'InvalidRequestContent'],
])('fails for a monitor with %j', async (monitor, code) => {
  expect(await client.put(profile, priority(monitor))).toMatchObject({ status: 400, code });
});

test('its name is taken for all the world', async () => {
  await client.make(profile, priority());

  expect(await client.put(`${profile}-2`, priority({}, 'TRAK'))).toMatchObject({ status: 409, code: 'Conflict' });
});

test('end points have a target with a name, and a priority each', async () => {
  await client.make(profile, priority());
  const named = await addPublicAddress(client, 'named', { dnsSettings: { domainNameLabel: 'trak' } });
  const other = await addPublicAddress(client, 'other', { dnsSettings: { domainNameLabel: 'other' } });
  const nameless = await addPublicAddress(client, 'nameless');
  await putEndpoint('primary', { targetResourceId: fullId(named), priority: 1 });

  const nowhere = await putEndpoint('two', { targetResourceId: fullId(nameless), priority: 2 });
  expect(JSON.stringify(nowhere.body)).toContain('must have a DNS name');
  expect(await putEndpoint('two', { targetResourceId: fullId(other), priority: 1 })).toMatchObject({ status: 400 });
  expect(await putEndpoint('two', { targetResourceId: fullId(named), priority: 2 })).toMatchObject({ status: 400 });
  expect((await putEndpoint('two', { targetResourceId: fullId(other), priority: 2 })).status).toBe(201);
});

describe('a record', () => {
  beforeEach(async () => {
    await client.make(zone, { location: 'global' });
    await client.make(profile, priority());
  });

  test('leads to a resource or has an address, not both and not none', async () => {
    const alias = { TTL: 300, targetResource: ref(profile) };

    const { properties } = await client.make(`${zone}/CNAME/trakcare`, { properties: alias });
    expect(properties['fqdn']).toBe('trakcare.contoso.example.');
    expect(await client.put(`${zone}/CNAME/none`, { properties: { TTL: 300 } })).toMatchObject({ code: 'BadRequest' });
    expect(
      await client.put(`${zone}/CNAME/both`, { properties: { ...alias, CNAMERecord: { cname: 'a.example' } } }),
    ).toMatchObject({ code: 'BadRequest' });
  });

  test('CNAME is alone at its name, and not at the top', async () => {
    const cname = { properties: { TTL: 300, CNAMERecord: { cname: 'a.example' } } };
    await client.make(`${zone}/A/www`, { properties: { TTL: 300, ARecords: [{ ipv4Address: '198.51.100.1' }] } });

    expect(await client.put(`${zone}/CNAME/www`, cname)).toMatchObject({ status: 409, code: 'Conflict' });
    expect(await client.put(`${zone}/CNAME/@`, cname)).toMatchObject({ status: 400, code: 'BadRequest' });
  });
});
