import { type SynthesizedResource } from '../../test/support';
import { synthesizedProduction } from './production';

const { stacks } = synthesizedProduction();
const resources = Object.values(stacks).flatMap((stack) => stack.all);
const ofType = (type: string) => resources.filter((resource) => resource.type === type);

/** Objects in a vault: the versions that rotation and import add to them carry no tags of a deployment. */
const vaultObjects = ['azurerm_key_vault_key', 'azurerm_key_vault_certificate'];

/** Whether the provider has tags for a type, as its bindings tell. */
function isTaggable({ type }: SynthesizedResource): boolean {
  const folder = type.replace('azurerm_', '').replaceAll('_', '-');
  const bindings = jest.requireActual<Record<string, { readonly tfResourceType?: string; readonly prototype: object }>>(
    `@cdktf/provider-azurerm/lib/${folder}`,
  );
  return Object.values(bindings).some((binding) => binding.tfResourceType === type && 'tagsInput' in binding.prototype);
}

test('every resource that takes tags carries those of its workload and environment', () => {
  const untagged = resources
    .filter((resource) => isTaggable(resource) && !vaultObjects.includes(resource.type))
    .filter(({ values }) => {
      const tags = values.tags as Record<string, string> | undefined;
      return (
        tags?.['iris-workload'] !== 'trakcare' ||
        tags['iris-environment'] !== 'prod' ||
        tags.owner !== 'clinical-platform'
      );
    });

  expect(untagged.map(({ path }) => path)).toEqual([]);
});

test('no virtual machine has a public address', () => {
  const configurations = ofType('azurerm_network_interface').flatMap((card) => card.blocks('ip_configuration'));

  expect(configurations.length).toBeGreaterThan(0);
  expect(configurations.filter((configuration) => 'public_ip_address_id' in configuration)).toEqual([]);
});

test('every virtual machine is in an availability set', () => {
  const machines = ofType('azurerm_linux_virtual_machine');

  expect(machines.length).toBeGreaterThan(0);
  expect(machines.filter(({ values }) => values.availability_set_id === undefined)).toEqual([]);
});

test('every host name ends in a number and is given once', () => {
  const names = ofType('azurerm_linux_virtual_machine').map(({ values }) => String(values.computer_name));

  expect(names.filter((name) => !/^[a-z0-9-]{1,64}-[0-9]+$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('no two resources of a type share the name under which Azure knows them in a resource group', () => {
  const names = Object.values(stacks).flatMap((stack) =>
    stack.all
      .filter(({ values }) => 'resource_group_name' in values && 'name' in values)
      .map(({ type, values }) => [stack.name, type, values.resource_group_name, values.name].join(' ')),
  );

  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ['azurerm_key_vault', 'name'],
  ['azurerm_public_ip', 'domain_name_label'],
])('both regions have their own %s, whose %s is unique in all of Azure', (type, attribute) => {
  const names = ofType(type)
    .map(({ values }) => values[attribute])
    .filter((name) => name !== undefined);

  expect(names).toHaveLength(2);
  expect(new Set(names).size).toBe(2);
});
