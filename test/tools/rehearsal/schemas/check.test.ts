import { type Configuration, type Values } from '../../../../tools/rehearsal/configuration';
import { check, deprecations } from '../../../../tools/rehearsal/schemas/check';
import { type Attribute, type Schema, type Shape } from '../../../../tools/rehearsal/schemas/shape';

const name: Attribute = { presence: 'required', deprecated: false, type: { kind: 'string' } };

const shapes: Readonly<Record<string, Shape>> = {
  'provider azurerm': { tenant_id: { ...name, presence: 'optional' } },
  'resource azurerm_vault': {
    name,
    id: { ...name, presence: 'computed' },
    old: { ...name, presence: 'optional', deprecated: true },
  },
  'data azurerm_client': { tenant_id: { ...name, presence: 'computed' } },
};

const schema: Schema = { version: '5.2.0', find: (kind, type) => shapes[`${kind} ${type}`] };

/** A configuration with one vault. */
function vault(values: Values, rest: Partial<Configuration> = {}): Configuration {
  return { terraform: {}, resource: { azurerm_vault: { Vault: { name: 'one', ...values } } }, ...rest };
}

/** Findings as sentences. */
function findings(configuration: Configuration): readonly string[] {
  return check(configuration, schema).map(({ address, attribute, problem }) => `${address} ${attribute} ${problem}`);
}

test('a configuration of what the version knows is accepted', () => {
  const configuration = vault(
    { lifecycle: { ignore_changes: ['name', 'old[0].part'] } },
    {
      provider: { azurerm: [{ tenant_id: '${data.azurerm_client.Me.tenant_id}' }] },
      data: { azurerm_client: { Me: {} }, terraform_remote_state: { network: { backend: 'local' } } },
      output: { id: { value: '${azurerm_vault.Vault.id}' } },
    },
  );

  expect(findings(configuration)).toEqual([]);
  expect(findings(vault({ lifecycle: { ignore_changes: 'all' } }))).toEqual([]);
});

test.each<readonly [Configuration, string]>([
  [vault({ colour: 'red' }), 'azurerm_vault.Vault colour does not exist'],
  [{ terraform: {}, resource: { azurerm_safe: { A: {} } } }, 'azurerm_safe.A azurerm_safe does not exist'],
  [{ terraform: {}, data: { azurerm_client: { Me: { a: 1 } } } }, 'data.azurerm_client.Me a does not exist'],
  [{ terraform: {}, provider: { azurerm: { colour: 'red' } } }, 'provider.azurerm colour does not exist'],
  [
    vault({}, { output: { uri: { value: '${azurerm_vault.Vault.uri}' } } }),
    'azurerm_vault.Vault uri is referred to, and does not exist',
  ],
  [
    vault({ lifecycle: { ignore_changes: ['colour[0]'] } }),
    'azurerm_vault.Vault colour is in ignore_changes, and does not exist',
  ],
])('fails for %j', (configuration, finding) => {
  expect(findings(configuration)).toEqual([finding]);
});

test('deprecated attributes are told by their type', () => {
  expect(deprecations(vault({ old: 'yes' }), schema)).toEqual(['azurerm_vault.old']);
  expect(deprecations(vault({}), schema)).toEqual([]);
});
