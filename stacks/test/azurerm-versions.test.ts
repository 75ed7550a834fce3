import { type Attributes } from '../../test/support';
import { synthesizedProduction } from './production';

const resources = Object.values(synthesizedProduction().stacks).flatMap((stack) => stack.all);

/** Inputs of azurerm 4 that azurerm 5 lacks or has renamed. */
const goneInVersion5: readonly (readonly [type: string, input: string])[] = [
  ['azurerm_application_gateway', 'enable_http2'],
  ['azurerm_disk_encryption_set', 'managed_hsm_key_id'],
  ['azurerm_key_vault', 'contact'],
  ['azurerm_key_vault', 'enable_rbac_authorization'],
  ['azurerm_lb_rule', 'enable_floating_ip'],
  ['azurerm_lb_rule', 'enable_tcp_reset'],
  ['azurerm_linux_virtual_machine', 'vm_agent_platform_updates_enabled'],
  ['azurerm_network_interface', 'enable_accelerated_networking'],
  ['azurerm_network_interface', 'enable_ip_forwarding'],
  ['azurerm_subnet', 'service_endpoints'],
];

/** Names of a resource's attributes and blocks, at every depth. */
function inputsOf(values: unknown): readonly string[] {
  if (Array.isArray(values)) {
    return values.flatMap(inputsOf);
  }
  if (typeof values !== 'object' || values === null) {
    return [];
  }
  return Object.entries(values as Attributes).flatMap(([name, value]) => [name, ...inputsOf(value)]);
}

test.each(goneInVersion5)('%s is used without %s, which azurerm 5 lacks', (type, input) => {
  const ofType = resources.filter((resource) => resource.type === type);

  expect(ofType.length).toBeGreaterThan(0);
  expect(ofType.flatMap(({ values }) => inputsOf(values))).not.toContain(input);
});

test('every vault says that roles govern it, as azurerm 5 requires', () => {
  for (const vault of resources.filter(({ type }) => type === 'azurerm_key_vault')) {
    expect(vault.values).toHaveProperty('rbac_authorization_enabled', true);
  }
});

test('every inline security rule carries each of its attributes, the empty ones as null', () => {
  const groups = resources.filter(({ type }) => type === 'azurerm_network_security_group');
  const shapes = groups
    .flatMap((group) => group.blocks('security_rule'))
    .map((rule) => Object.keys(rule).sort().join(' '));

  expect(groups.length).toBeGreaterThan(0);
  expect(new Set(shapes).size).toBe(1);
  expect(shapes[0]?.split(' ')).toHaveLength(16);
});
