import { adapt } from '../../../tools/rehearsal/adapt';
import { remoteState, stack } from './stack';

const settings = { azurermVersion: '4.55.0', stateFolder: '/rehearsal/states' };

test('the provider is the one that is rehearsed, by its full source; other providers stay', () => {
  const given = stack('prod-network', {
    terraform: { required_providers: { azurerm: { source: 'azurerm', version: '4.55.0' }, time: { version: '1' } } },
  });

  const { configuration } = adapt(given, { ...settings, azurermVersion: '5.2.0' });

  expect(configuration.terraform['required_providers']).toEqual({
    azurerm: { source: 'registry.terraform.io/hashicorp/azurerm', version: '5.2.0' },
    time: { version: '1' },
  });
});

test('states are in the folder of the rehearsal, those of other stacks too', () => {
  const { configuration } = adapt(stack('prod-mirror', { data: remoteState('prod-network') }), settings);

  expect(configuration.terraform['backend']).toEqual({ local: { path: '/rehearsal/states/prod-mirror.tfstate' } });
  expect(configuration.data).toEqual({
    terraform_remote_state: {
      'cross-stack-reference-input-prod-network': {
        backend: 'local',
        config: { path: '/rehearsal/states/prod-network.tfstate' },
      },
    },
  });
});

test('a state elsewhere than on this machine is in the folder too', () => {
  const given = stack('prod-network', {
    terraform: { required_providers: {}, backend: { azurerm: { storage_account_name: 'states' } } },
  });

  expect(adapt(given, settings).configuration.terraform['backend']).toEqual({
    local: { path: '/rehearsal/states/prod-network.tfstate' },
  });
});

test('a remote state whose name does not tell its stack is refused', () => {
  const data = { terraform_remote_state: { other: { backend: 'local' } } };

  expect(() => adapt(stack('prod-mirror', { data }), settings)).toThrow("got 'other'");
});

test('resources stay as they are for azurerm 4, and what azurerm 5 takes otherwise is translated for it', () => {
  const link = {
    name: 'vnet',
    private_dns_zone_name: '${azurerm_private_dns_zone.vault.name}',
    resource_group_name: 'rg',
    virtual_network_id: '${azurerm_virtual_network.vnet.id}',
  };
  const given = stack('prod-security', {
    resource: {
      azurerm_private_dns_zone: { vault: { name: 'privatelink.vaultcore.azure.net' } },
      azurerm_private_dns_zone_virtual_network_link: { link },
    },
  });

  const for4 = adapt(given, settings);
  const for5 = adapt(given, { ...settings, azurermVersion: '5.2.0' });

  expect(for4.translated).toEqual([]);
  expect(for4.configuration.resource).toEqual(given.configuration.resource);
  expect(for5.translated).toEqual(['azurerm_private_dns_zone_virtual_network_link.link']);
  expect(for5.configuration.resource?.['azurerm_private_dns_zone_virtual_network_link']?.['link']).toEqual({
    name: 'vnet',
    private_dns_zone_id: '${azurerm_private_dns_zone.vault.id}',
    virtual_network_id: '${azurerm_virtual_network.vnet.id}',
  });
});
