import { oneRoot } from '../../../tools/rehearsal/one-root';
import { outputOf, remoteState, stack } from './stack';

const key = { type: 'string', nullable: false };

const network = stack('prod-network', {
  resource: { azurerm_subnet: { web: { name: 'snet-web' } } },
  output: { 'cross-stack-output-web': { value: '${azurerm_subnet.web.id}', sensitive: true } },
});

const servers = stack(
  'prod-servers',
  {
    data: { ...remoteState('prod-network'), azurerm_client_config: { me: {} } },
    variable: { key },
    resource: {
      azurerm_network_interface: {
        one: { ip: [{ subnet_id: outputOf('prod-network', 'cross-stack-output-web') }], key: '${var.key}' },
      },
    },
  },
  ['prod-network'],
);

const { root, modules } = oneRoot([network, servers]);

function moduleOf(name: string) {
  return modules.find((module) => module.name === name)?.configuration;
}

test('a stack becomes a module of its name, without what belongs to a root', () => {
  expect(root['module']).toMatchObject({ 'prod-network': { source: './modules/prod-network' } });
  expect(moduleOf('prod-network')).toMatchObject({ resource: network.configuration.resource });
  expect(moduleOf('prod-network')).not.toHaveProperty('provider');
  expect(moduleOf('prod-network')?.terraform).not.toHaveProperty('backend');
  expect(root.provider).toEqual(network.configuration.provider);
});

test('what a stack reads from the state of another is handed from module to module', () => {
  expect(root['module']).toMatchObject({
    'prod-servers': { 'prod-network-cross-stack-output-web': '${module.prod-network.cross-stack-output-web}' },
  });
  expect(moduleOf('prod-servers')?.variable).toHaveProperty('prod-network-cross-stack-output-web');
  expect(moduleOf('prod-servers')?.resource?.['azurerm_network_interface']?.['one']).toMatchObject({
    ip: [{ subnet_id: '${var.prod-network-cross-stack-output-web}' }],
  });
  expect(moduleOf('prod-servers')?.data).toEqual({ azurerm_client_config: { me: {} } });
});

test('outputs are handed on in the open: what is sensitive would be hidden from the gate', () => {
  expect(moduleOf('prod-network')?.output).toEqual({
    'cross-stack-output-web': { value: '${azurerm_subnet.web.id}' },
  });
});

test('variables of stacks are those of the root', () => {
  expect(root.variable).toEqual({ key });
  expect(root['module']).toMatchObject({ 'prod-servers': { key: '${var.key}' } });
  expect(moduleOf('prod-servers')?.variable).toMatchObject({ key });
});
