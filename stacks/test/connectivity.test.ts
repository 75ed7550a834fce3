import { addBlueprint, environmentNames, loadEnvironment } from '@iris-azure/stacks';
import { type Environment } from '@iris-azure/foundation';
import { App } from 'cdktf';
import { inTemporaryFolder, SynthesizedStack } from '../../test/support';

/** Resources of all stacks of an environment, by stack and address. */
function resourcesOf(environment: Environment) {
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    addBlueprint(app, environment);
    app.synth();
    return new Map(
      app.node.children.flatMap(({ node: { id } }) =>
        SynthesizedStack.read(outdir, id).all.map((resource) => [`${id} ${resource.address}`, resource]),
      ),
    );
  });
}

const healthShare = loadEnvironment('healthshare-prod');
const production = resourcesOf(healthShare);

function count(environment: string, type: string): number {
  return [...resourcesOf(loadEnvironment(environment)).values()].filter((resource) => resource.type === type).length;
}

test.each([
  ['trakcare-prod', 0],
  ['healthshare-prod', 4],
  ['healthshare-test', 2],
  ['iris-prod', 2],
])('%s has %d gateways', (environment, gateways) => {
  expect(count(environment, 'azurerm_virtual_network_gateway')).toBe(gateways);
});

test('environments for development are reached by the internet alone', () => {
  const connected = environmentNames().filter((name) => loadEnvironment(name).connectivity);

  expect(connected.filter((name) => name.endsWith('-dev'))).toEqual([]);
});

test('the gateway of each region is connected to the circuits of both, its own first', () => {
  const connections = [...production.values()].filter(
    ({ type, values }) => type === 'azurerm_virtual_network_gateway_connection' && values['type'] === 'ExpressRoute',
  );

  expect(
    connections.map(({ values }) => [values['location'], values['name'], values['routing_weight']]).sort(),
  ).toEqual([
    ['centralus', 'con-healthshare-prod-cus-cus-chicago', 100],
    ['centralus', 'con-healthshare-prod-cus-eus2-washington', 10],
    ['eastus2', 'con-healthshare-prod-eus2-cus-chicago', 10],
    ['eastus2', 'con-healthshare-prod-eus2-eus2-washington', 100],
  ]);
});

test('no peering passes a gateway on: each region has its own', () => {
  const peerings = [...production.values()].filter(({ type }) => type === 'azurerm_virtual_network_peering');

  expect(peerings.map(({ values }) => [values['allow_gateway_transit'], values['use_remote_gateways']])).toEqual([
    [false, false],
    [false, false],
  ]);
});

test('a second circuit and another site change no resource that is there', () => {
  const { connectivity } = structuredClone(healthShare);
  const { expressRoute, vpn } = connectivity?.primary ?? {};
  const washington = expressRoute?.circuits?.['washington'];
  const hospital = vpn?.sites['hospital'];
  if (!expressRoute?.circuits || !washington || !vpn || !hospital) {
    throw new Error('healthshare-prod has a circuit and a site');
  }
  expressRoute.circuits = { atlanta: { ...washington, peeringLocation: 'Atlanta' }, washington };
  vpn.sites = { clinic: { ...hospital, address: '203.0.113.40' }, hospital };

  const after = resourcesOf({ ...healthShare, connectivity });

  expect(after.size).toBeGreaterThan(production.size);
  for (const [address, { values }] of production) {
    expect(after.get(address)?.values).toEqual(values);
  }
});
