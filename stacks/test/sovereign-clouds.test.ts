import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { clouds, type Environment, readEnvironment } from '@iris-azure/foundation';
import { addBlueprint, environmentNames, environmentsFolder } from '@iris-azure/stacks';
import { App } from 'cdktf';
import { inTemporaryFolder } from '../../test/support';

/** Host names of Azure's public cloud, beside those that the catalogue of clouds knows. */
const publicHosts = [
  ...Object.values(clouds.public).filter((value) => value.includes('.')),
  'vaultcore.azure.net',
  'azure.com',
  'windows.net',
  'azure.net',
  'azure-automation.net',
];

const regions = {
  usgovernment: ['usgovvirginia', 'usgovtexas'],
  china: ['chinanorth3', 'chinaeast3'],
} as const;

/**
 * Every environment in each of the clouds, as it is but for its regions. Circuits are of peering locations of their cloud;
 * what has Premium SSD v2 cannot move, since other clouds have no customer-managed keys for it.
 */
const placed = Object.entries(regions).flatMap(([cloud, [primary, second]]) =>
  environmentNames()
    .map((name) => ({ name, environment: readEnvironment(path.join(environmentsFolder, `${name}.yaml`)) }))
    .filter(({ environment }) => environment.diskType !== 'PremiumV2_LRS')
    .map(({ name, environment }): [string, string, Environment] => [
      name,
      cloud,
      {
        ...environment,
        connectivity: withoutCircuits(environment.connectivity),
        primary: { ...environment.primary, name: primary },
        disasterRecovery: environment.disasterRecovery && { ...environment.disasterRecovery, name: second },
      },
    ]),
);

function withoutCircuits(connectivity: Environment['connectivity']): Environment['connectivity'] {
  return (
    connectivity && {
      primary: connectivity.primary && { vpn: connectivity.primary.vpn },
      disasterRecovery: connectivity.disasterRecovery && { vpn: connectivity.disasterRecovery.vpn },
    }
  );
}

/** All that is synthesized. */
function textOf(environment: Environment): string {
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    addBlueprint(app, environment);
    app.synth();
    return readdirSync(outdir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name === 'cdk.tf.json')
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
  });
}

test.each(placed)('%s in the cloud %s names no host of the public cloud', (_name, cloud, environment) => {
  const text = textOf(environment);

  expect(text.length).toBeGreaterThan(1000);
  expect(publicHosts.filter((host) => text.includes(host))).toEqual([]);
  expect(new Set([...text.matchAll(/"environment": "(\w+)",\s+"features"/g)].map(([, name]) => name))).toEqual(
    new Set([cloud]),
  );
});

const packages = path.resolve(__dirname, '..', '..', 'packages');

/** The only file that writes suffixes of clouds. */
const catalogue = path.join('foundation', 'src', 'cloud.ts');

test('suffixes of clouds are written in the catalogue of clouds alone', () => {
  const suffixes = Object.values(clouds).flatMap((cloud) =>
    Object.values(cloud).filter((value) => value.includes('.')),
  );
  const sources = readdirSync(packages)
    .filter((name) => !['estate', 'gate', 'diagram'].includes(name))
    .flatMap((name) =>
      readdirSync(path.join(packages, name, 'src'), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(name, 'src', file),
      ),
    )
    .filter((file) => /\.(ts|ps1|sh)$/.test(file) && file !== catalogue);
  const offenders = sources.filter((file) => {
    const text = readFileSync(path.join(packages, file), 'utf8');
    return suffixes.some((suffix) => text.includes(suffix));
  });

  expect(sources.length).toBeGreaterThan(50);
  expect(offenders).toEqual([]);
});
