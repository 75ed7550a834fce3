import path from 'node:path';
import { environmentNames, synthesize } from '@iris-azure/stacks';
import { cacheFolder } from '../../tools/cache-folder.mjs';
import { type Configuration, type Stack, type Values } from '../../tools/rehearsal/configuration';
import { obtainEngine } from '../../tools/rehearsal/engine';
import { obtainProvider } from '../../tools/rehearsal/provider';
import { readBindings } from '../../tools/rehearsal/schemas/bindings';
import { check, deprecations } from '../../tools/rehearsal/schemas/check';
import { obtainBindings } from '../../tools/rehearsal/schemas/obtain-bindings';
import { readProviderSchema } from '../../tools/rehearsal/schemas/provider-schema';
import { type Schema } from '../../tools/rehearsal/schemas/shape';
import { translateForAzurerm5, translations } from '../../tools/rehearsal/translations';
import { readStacks } from '../../tools/rehearsal/workspace';
import { inTemporaryFolder } from '../support';

/** A stack, and the environment that it is of. */
interface StackOfEnvironment extends Stack {
  readonly environment: string;
}

const stacks: readonly StackOfEnvironment[] = environmentNames().flatMap((environment) =>
  inTemporaryFolder((outdir) => {
    synthesize({ environment, outdir });
    return readStacks(outdir).map((stack) => ({ ...stack, environment }));
  }),
);

const schemas = {
  deployed: readBindings(path.dirname(require.resolve('@cdktf/provider-azurerm/package.json'))),
} as { deployed: Schema; living: Schema; next: Schema };

beforeAll(async () => {
  schemas.living = readBindings(await obtainBindings('@cdktn/provider-azurerm@16.1.0', cacheFolder('bindings')));
  schemas.next = await schemaOfVersion5();
});

/** The schema of azurerm 5.2, of the program that is rehearsed or, where that is an earlier one, of its registry's. */
async function schemaOfVersion5(): Promise<Schema> {
  const engine = await obtainEngine();
  const provider = await obtainProvider(engine);
  const version = '5.2.0';
  return readProviderSchema(engine.program, provider.version === version ? provider : { version });
}

/** What a version of azurerm would refuse, a line each that names environment, stack, address, attribute and version. */
function refused(schema: Schema, change = (configuration: Configuration) => configuration): readonly string[] {
  return stacks.flatMap(({ environment, name, configuration }) =>
    check(change(configuration), schema).map(
      ({ address, attribute, problem }) =>
        `${environment}, ${name}: ${address}: ${attribute} ${problem} in azurerm ${schema.version}`,
    ),
  );
}

function translated(configuration: Configuration): Configuration {
  return translateForAzurerm5(configuration).configuration;
}

test('azurerm 4.55, 4.73 and 5.2 are what environments are compared with', () => {
  const { deployed, living, next } = schemas;

  expect([deployed, living, next].map(({ version }) => version)).toEqual(['4.55.0', '4.73.0', '5.2.0']);
});

test('every environment is right for the version that users deploy', () => {
  expect(refused(schemas.deployed)).toEqual([]);
});

test('every environment is right for the version that the living fork of the bindings binds', () => {
  expect(refused(schemas.living)).toEqual([]);
});

test('every environment is right for azurerm 5 once it is translated', () => {
  expect(refused(schemas.next, translated)).toEqual([]);
});

test('what is translated is just what azurerm 5 would refuse otherwise', () => {
  const addresses = stacks.map(({ name, configuration }) => [
    name,
    [...new Set(check(configuration, schemas.next).map(({ address }) => address))].sort(),
  ]);

  expect(addresses).toEqual(
    stacks.map(({ name, configuration }) => [name, translateForAzurerm5(configuration).translated.toSorted()]),
  );
});

test.each(translations)('$type is in some environment, so that its translation is tried', ({ type }) => {
  expect(stacks.flatMap(({ configuration }) => Object.keys(configuration.resource ?? {}))).toContain(type);
});

test('nothing is used that azurerm 5.2 has deprecated', () => {
  expect(stacks.flatMap(({ configuration }) => deprecations(translated(configuration), schemas.next))).toEqual([]);
});

/** A configuration in which all resources of a type have other values. */
function having(type: string, values: Values) {
  return (configuration: Configuration): Configuration => {
    const { [type]: named = {} } = configuration.resource ?? {};
    const changed = Object.entries(named).map(([name, own]) => [name, { ...own, ...values }] as const);
    return { ...configuration, resource: { ...configuration.resource, [type]: Object.fromEntries(changed) } };
  };
}

describe.each<readonly [type: string, values: Values, problem: string]>([
  ['azurerm_application_gateway', { enable_http2: true }, 'enable_http2 does not exist'],
  ['azurerm_disk_encryption_set', { managed_hsm_key_id: 'key' }, 'managed_hsm_key_id does not exist'],
  ['azurerm_key_vault', { contact: [{ email: 'a@example.org' }] }, 'contact does not exist'],
  ['azurerm_key_vault', { rbac_authorization_enabled: null }, 'rbac_authorization_enabled is required'],
  ['azurerm_lb_rule', { enable_floating_ip: true }, 'enable_floating_ip does not exist'],
  ['azurerm_subnet', { service_endpoints: ['Microsoft.Storage'] }, 'service_endpoints does not exist'],
])('%s with %j', (type, values, problem) => {
  test('is right for azurerm 4.55', () => {
    expect(refused(schemas.deployed, having(type, values))).toEqual([]);
  });

  test(`fails for azurerm 5.2: ${problem}`, () => {
    const change = (configuration: Configuration) => having(type, values)(translated(configuration));

    expect(refused(schemas.next, change)).toContainEqual(expect.stringContaining(`: ${problem}`));
  });
});

test.each(['deployed', 'living', 'next'] as const)(
  'fails for the %s version when a rule within a network security group lacks an attribute, if only as null',
  (version) => {
    const rules = [{ name: 'AllowAll', priority: 100, access: 'Allow', direction: 'Inbound', protocol: '*' }];
    const change = having('azurerm_network_security_group', { security_rule: rules });

    expect(refused(schemas[version], change)).toContainEqual(
      expect.stringContaining('security_rule[0].source_port_ranges must be there, if only as null'),
    );
  },
);
