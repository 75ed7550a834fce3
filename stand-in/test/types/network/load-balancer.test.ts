import { type JsonObject } from '../../../src/arm/json';
import { addInterface, addNetwork, addPublicAddress, body, networkInterface, ref, subnet, west } from '../../estate';
import { type Client, startClient } from '../../support';

const balancer = `${west}/Microsoft.Network/loadBalancers/lb`;

const standard = { sku: { name: 'Standard' } };

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
});

afterEach(async () => client.close());

const internal = { name: 'front', properties: { subnet: ref(subnet) } };

const probe = {
  name: 'health',
  properties: { protocol: 'Https', port: 443, requestPath: '/health', intervalInSeconds: 5 },
};

function rule(changes: JsonObject = {}, name = 'https'): JsonObject {
  return {
    name,
    properties: {
      frontendIPConfiguration: ref(`${balancer}/frontendIPConfigurations/front`),
      backendAddressPool: ref(`${balancer}/backendAddressPools/pool`),
      probe: ref(`${balancer}/probes/health`),
      protocol: 'Tcp',
      frontendPort: 443,
      backendPort: 443,
      ...changes,
    },
  };
}

function whole(changes: JsonObject = {}): JsonObject {
  return body(
    {
      frontendIPConfigurations: [internal],
      backendAddressPools: [{ name: 'pool' }],
      probes: [probe],
      loadBalancingRules: [rule()],
      ...changes,
    },
    standard,
  );
}

test('shows its parts with ids, and each with who uses it', async () => {
  await client.make(balancer, whole());
  const pool = `${balancer}/backendAddressPools/pool`;
  const nic = await addInterface(client, 'nic', { loadBalancerBackendAddressPools: [ref(pool)] });

  const { properties } = await client.get(balancer);

  expect(properties['frontendIPConfigurations']).toMatchObject([
    { properties: { privateIPAddress: '10.0.1.4', loadBalancingRules: [ref(`${balancer}/loadBalancingRules/https`)] } },
  ]);
  expect((await client.get(pool)).properties['backendIPConfigurations']).toEqual([
    ref(`${nic}/ipConfigurations/primary`),
  ]);
  expect(await client.delete(balancer)).toMatchObject({ code: 'LoadBalancerInUseByNetworkInterface' });
});

test('fails for sku Basic', async () => {
  expect(await client.put(balancer, { ...whole(), sku: { name: 'Basic' } })).toMatchObject({
    code: 'BasicSkuLoadBalancerCreationNotAllowed',
  });
});

test.each([
  ['an interval of 4 seconds', { intervalInSeconds: 4 }, 'InvalidProbeIntervalInSeconds'],
  ['a threshold of 0', { probeThreshold: 0 }, 'InvalidProbeThreshold'],
  ['no path', { requestPath: undefined }, 'LoadBalancerProbeRequestPath'],
  ['a path for TCP', { protocol: 'Tcp' }, 'LoadBalancerProbeRequestPath'],
])('fails for a probe with %s', async (_what, changes, code) => {
  const wrong = { ...probe, properties: { ...probe.properties, ...changes } };

  expect(await client.put(balancer, whole({ probes: [wrong] }))).toMatchObject({ status: 400, code });
});

test.each([
  ['HA ports by TCP', [rule({ frontendPort: 0, backendPort: 0 })], 'LoadBalancingRuleMustHaveValidHaPorts'],
  ['all protocols at one port', [rule({ protocol: 'All' })], 'LoadBalancingRuleMustHaveValidHaPorts'],
  ['one port twice', [rule(), rule({}, 'two')], 'RulesUseSameFrontendPortProtocolAndIPConfig'],
  [
    'one port of the servers twice',
    [rule(), rule({ frontendPort: 8443 }, 'two')],
    'RulesUseSameBackendPortProtocolAndPool',
  ],
  ['a probe that is not there', [rule({ probe: ref(`${balancer}/probes/none`) })], 'InvalidResourceReference'],
])('fails for rules with %s', async (_what, loadBalancingRules, code) => {
  expect(await client.put(balancer, whole({ loadBalancingRules }))).toMatchObject({ status: 400, code });
});

test('takes HA ports on an internal front end', async () => {
  const haPorts = rule({ protocol: 'All', frontendPort: 0, backendPort: 0 });

  expect((await client.put(balancer, whole({ loadBalancingRules: [haPorts] }))).status).toBe(201);
});

test('a front end has a subnet or a public address, and all have the same', async () => {
  const address = await addPublicAddress(client, 'pip');
  const publicEnd = { name: 'public', properties: { publicIPAddress: ref(address) } };
  const both = { name: 'front', properties: { subnet: ref(subnet), publicIPAddress: ref(address) } };

  expect(await client.put(balancer, whole({ frontendIPConfigurations: [both] }))).toMatchObject({
    code: 'LoadBalancerFrontendIPConfigMustHaveExactlyOneReference',
  });
  expect(await client.put(balancer, whole({ frontendIPConfigurations: [internal, publicEnd] }))).toMatchObject({
    code: 'LoadBalancerFrontendIPConfigMustHaveSameType',
  });
});

test('a network interface is behind one internal load balancer', async () => {
  await client.make(balancer, whole());
  await client.make(
    `${balancer}-2`,
    body({ frontendIPConfigurations: [internal], backendAddressPools: [{ name: 'pool' }] }, standard),
  );
  const pools = [`${balancer}/backendAddressPools/pool`, `${balancer}-2/backendAddressPools/pool`].map(ref);

  const answer = await client.put(
    `${west}/Microsoft.Network/networkInterfaces/nic`,
    networkInterface({ loadBalancerBackendAddressPools: pools }),
  );

  expect(answer).toMatchObject({ code: 'NetworkInterfaceUsesMultipleLoadBalancersOfSameType' });
});

test('a rule whose front end has an outbound rule leaves the way out to it', async () => {
  const address = await addPublicAddress(client, 'pip');
  const withOutbound = (disableOutboundSnat: boolean) =>
    whole({
      frontendIPConfigurations: [{ name: 'front', properties: { publicIPAddress: ref(address) } }],
      loadBalancingRules: [rule({ disableOutboundSnat })],
      outboundRules: [
        {
          name: 'internet',
          properties: {
            protocol: 'All',
            backendAddressPool: ref(`${balancer}/backendAddressPools/pool`),
            frontendIPConfigurations: [ref(`${balancer}/frontendIPConfigurations/front`)],
            allocatedOutboundPorts: 8000,
          },
        },
      ],
    });

  expect(await client.put(balancer, withOutbound(false))).toMatchObject({
    code: 'LoadBalancingRuleMustDisableSNATSinceSameFrontendIPConfigurationIsReferencedByOutboundRule',
  });
  expect((await client.put(balancer, withOutbound(true))).status).toBe(201);
});
