import { subscriptionProvider } from '@iris-azure/foundation';
import { PrivateDnsZone } from '@iris-azure/network';
import { Identity, KeyVault, Security } from '@iris-azure/security';
import { App, TerraformStack } from 'cdktf';
import { synthesized, testNetwork, testResourceGroup } from '../../../test/support';

const hub = '22222222-2222-2222-2222-222222222222';
const group = `/subscriptions/${hub}/resourceGroups/rg-hub`;
const vaultId = `${group}/providers/Microsoft.KeyVault/vaults/kv-hub`;
const zoneId = `${group}/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net`;

test('keys, certificate and roles are made in a vault that exists, by the provider of its subscription', () => {
  const stack = synthesized((scope) => {
    const resourceGroup = testResourceGroup(scope);
    const provider = subscriptionProvider(scope, hub, 'public');
    new Security(scope, 'Security', {
      resourceGroup,
      network: testNetwork(resourceGroup),
      hostName: 'trakcare.contoso.example',
      keyVault: KeyVault.fromKeyVaultId(scope, 'Vault', vaultId, { provider }),
    });
  });
  const written = [...stack.resources('azurerm_key_vault_key'), stack.only('azurerm_key_vault_certificate')];

  expect(stack.resources('azurerm_key_vault')).toEqual([]);
  expect(stack.resources('azurerm_private_endpoint')).toEqual([]);
  expect(written.map(({ values }) => [values.key_vault_id, values.provider])).toEqual(
    written.map(() => [vaultId, `azurerm.subscription-${hub}`]),
  );
  expect(stack.at('Security/WebCertificate/GatewayRole').values.scope).toBe(`${vaultId}/secrets/web`);
});

test('a vault is registered in a zone that exists, which the network resolves already', () => {
  const stack = synthesized((scope) => {
    const resourceGroup = testResourceGroup(scope);
    new KeyVault(scope, 'KeyVault', {
      resourceGroup,
      network: testNetwork(resourceGroup),
      privateDnsZone: PrivateDnsZone.fromPrivateDnsZoneId(scope, 'Zone', zoneId),
    });
  });

  expect(stack.resources('azurerm_private_dns_zone')).toEqual([]);
  expect(stack.resources('azurerm_private_dns_zone_virtual_network_link')).toEqual([]);
  expect(stack.only('azurerm_private_endpoint').block('private_dns_zone_group')).toMatchObject({
    private_dns_zone_ids: [zoneId],
  });
});

test('fails on ids of another type', () => {
  const stack = new TerraformStack(new App(), 'unit');

  expect(() => KeyVault.fromKeyVaultId(stack, 'Vault', zoneId)).toThrow(/^unit\/Vault: .*Microsoft\.KeyVault\/vaults/);
  expect(() => PrivateDnsZone.fromPrivateDnsZoneId(stack, 'Zone', vaultId)).toThrow(/^unit\/Zone: .*privateDnsZones/);
  expect(() => Identity.fromIdentityId(stack, 'Identity', vaultId, 'principal')).toThrow(
    /^unit\/Identity: .*Microsoft\.ManagedIdentity\/userAssignedIdentities/,
  );
});
