import path from 'node:path';
import { type Environment, type EnvironmentOf, readEnvironment } from '@iris-azure/foundation';
import { addBlueprint, environmentsFolder } from '@iris-azure/stacks';
import { App, TerraformStack } from 'cdktf';
import { inTemporaryFolder, type SynthesizedResource, SynthesizedStack } from '../../test/support';

/** An environment, and what is added to it. */
interface Addition {
  readonly what: string;
  readonly before: Environment;
  readonly after: Environment;
  /** Paths of constructs that exist and take the addition in, in place. */
  readonly changes?: readonly string[];
}

const read = <Name extends Environment['blueprint']>(name: string) =>
  readEnvironment(path.join(environmentsFolder, `${name}.yaml`)) as EnvironmentOf<Name>;
const trakcare = read<'trakcare'>('trakcare-prod');
const healthshare = read<'healthshare'>('healthshare-prod');

const { web, mirror } = trakcare;
const withoutIndex = { ...healthshare.products, patientIndex: undefined };
const { primary: ways } = healthshare.connectivity ?? {};
const withWays = (changes: Partial<NonNullable<typeof ways>>): Environment => ({
  ...healthshare,
  connectivity: { ...healthshare.connectivity, primary: { ...ways, ...changes } },
});

const additions: readonly Addition[] = [
  {
    what: 'a web server',
    before: trakcare,
    after: { ...trakcare, web: { ...web, count: web.count + 2 } },
    changes: [
      'trakcare-prod-compute/Compute/ApplicationGateway/Resource',
      'trakcare-prod-dr/DisasterRecovery/Compute/ApplicationGateway/Resource',
      // By its tag, one of those there that wait is one that runs: the share is of more.
      'trakcare-prod-dr/DisasterRecovery/Compute/Web/Server2/Resource',
    ],
  },
  {
    what: 'a print server',
    before: trakcare,
    after: { ...trakcare, print: { ...trakcare.print, count: trakcare.print.count + 2 } },
    changes: ['trakcare-prod-dr/DisasterRecovery/Compute/Print/Server1/Resource'],
  },
  {
    what: 'a disk for the databases',
    before: trakcare,
    after: {
      ...trakcare,
      mirror: {
        ...mirror,
        volumes: mirror.volumes && {
          ...mirror.volumes,
          database: { ...mirror.volumes.database, disks: mirror.volumes.database.disks + 1 },
        },
      },
    },
  },
  {
    what: 'a HealthShare product',
    before: { ...healthshare, products: withoutIndex },
    after: healthshare,
  },
  {
    what: 'an ExpressRoute circuit',
    before: healthshare,
    after: withWays({
      expressRoute: {
        ...ways?.expressRoute,
        circuits: {
          // Before the other in the file, and in the alphabet.
          ashburn: {
            serviceProvider: 'Megaport',
            peeringLocation: 'Washington DC',
            bandwidthMbps: 1000,
            tier: 'Standard',
            provisioned: true,
            privatePeering: {
              peerAsn: 65010,
              primaryRange: '192.168.61.0/30',
              secondaryRange: '192.168.61.4/30',
              vlanId: 700,
            },
          },
          ...ways?.expressRoute?.circuits,
        },
      },
    }),
  },
  {
    what: 'a VPN site',
    before: healthshare,
    after: withWays({
      vpn: {
        ...ways?.vpn,
        sites: {
          clinic: { address: '203.0.113.20', bgp: { asn: 65020, peeringAddress: '10.251.255.1' } },
          ...ways?.vpn?.sites,
        },
      },
    }),
  },
  {
    what: 'a second region',
    before: { ...trakcare, baseline: 'nonproduction', environment: 'dev', disasterRecovery: undefined },
    after: { ...trakcare, baseline: 'nonproduction', environment: 'dev' },
    // The members there are let in.
    changes: ['trakcare-dev-network/Network/Data/SecurityGroup'],
  },
];

/** Resources by stack and path of their construct. */
type Resources = ReadonlyMap<string, SynthesizedResource>;

const known = new Map<Environment, Resources>();

function resourcesOf(environment: Environment): Resources {
  const resources = known.get(environment) ?? synthesizedResources(environment);
  known.set(environment, resources);
  return resources;
}

function synthesizedResources(environment: Environment): Resources {
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    addBlueprint(app, environment);
    app.synth();
    return new Map(
      app.node.children
        .filter((child) => TerraformStack.isStack(child))
        .map((stack) => SynthesizedStack.read(outdir, stack.node.id))
        .flatMap((stack) => stack.all.map((resource) => [`${stack.name}/${resource.path}`, resource])),
    );
  });
}

/**
 * Whether a resource becomes another in Azure. The order in which Terraform makes things is not of the resource, and an
 * alert that watches more than it did is the same alert.
 */
function isChanged(before: SynthesizedResource, after: SynthesizedResource | undefined): boolean {
  const { scopes: watched = [], ...values } = withoutOrder(before);
  const { scopes: watches = [], ...now } = after ? withoutOrder(after) : {};
  const stillWatched = (watched as string[]).every((scope) => (watches as string[]).includes(scope));
  return !stillWatched || JSON.stringify(now) !== JSON.stringify(values);
}

function withoutOrder({ values }: SynthesizedResource): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([attribute]) => attribute !== 'depends_on'));
}

test.each(additions)(
  'adding $what changes no address and no resource of what exists',
  ({ before, after, changes = [] }) => {
    const existing = resourcesOf(before);
    const resources = resourcesOf(after);

    expect(resources.size).toBeGreaterThan(existing.size);
    const moved = [...existing].filter(([place, resource]) => resources.get(place)?.address !== resource.address);
    const changed = [...existing].filter(([place, resource]) => isChanged(resource, resources.get(place)));
    expect(moved.map(([place]) => place)).toEqual([]);
    expect(changed.map(([place]) => place)).toEqual(changes);
  },
);

test('the order of products in the file changes nothing at all', () => {
  const products = Object.fromEntries(Object.entries(healthshare.products).reverse());

  expect([...resourcesOf({ ...healthshare, products })]).toEqual([...resourcesOf(healthshare)]);
});
