import { synthesizedSecurity } from './test-security';

const security = synthesizedSecurity();
const vault = security.only('azurerm_key_vault');

test('the vault is of the HSM tier, with roles instead of access policies', () => {
  expect(vault.values).toMatchObject({ sku_name: 'premium', rbac_authorization_enabled: true });
  expect(vault.values).not.toHaveProperty('access_policy');
});

test('what is deleted from the vault can be recovered for 90 days and purged by nobody', () => {
  expect(vault.values).toMatchObject({ purge_protection_enabled: true, soft_delete_retention_days: 90 });
});

test("the vault's name is unique in all of Azure, and short enough", () => {
  expect(vault.values.name).toMatch(/^kv-contoso-trakcare[0-9a-f]{5}$/);
});

test('without deployer ranges the vault has no public access', () => {
  expect(vault.values).toMatchObject({
    public_network_access_enabled: false,
    network_acls: { default_action: 'Deny', ip_rules: [] },
  });
});

test('with deployer ranges the vault is open to those alone', () => {
  const first = synthesizedSecurity({ deployerRanges: ['203.0.113.0/29'] });

  expect(first.only('azurerm_key_vault').values).toMatchObject({
    public_network_access_enabled: true,
    network_acls: { default_action: 'Deny', ip_rules: ['203.0.113.0/29'] },
  });
});

test('the vault has a private end point in the management subnet', () => {
  const endpoint = security.only('azurerm_private_endpoint');
  expect(endpoint.values.subnet_id).toMatch(/\/subnets\/snet-management$/);
  expect(endpoint.block('private_service_connection')).toMatchObject({
    private_connection_resource_id: vault.reference('id'),
    subresource_names: ['vault'],
    is_manual_connection: false,
  });
});

test("the network resolves the vault's name to its private end point", () => {
  const zone = security.only('azurerm_private_dns_zone');

  expect(zone.values).toMatchObject({ name: 'privatelink.vaultcore.azure.net' });
  expect(security.only('azurerm_private_endpoint').block('private_dns_zone_group')).toMatchObject({
    private_dns_zone_ids: [zone.reference('id')],
  });
  expect(security.only('azurerm_private_dns_zone_virtual_network_link').values).toMatchObject({
    private_dns_zone_name: zone.reference('name'),
    virtual_network_id: expect.stringMatching(/\/virtualNetworks\/vnet-stand-in$/) as string,
  });
});

test('whoever deploys may write to the vault, by a role on its resource group', () => {
  expect(security.at('Security/KeyVault/DeployerRole').values).toMatchObject({
    role_definition_name: 'Key Vault Administrator',
    scope: security.only('azurerm_resource_group').reference('id'),
    principal_id: expect.stringMatching(/^\$\{data\.azurerm_client_config\..+\.object_id\}$/) as string,
  });
});

test('a second deployer takes no role from the first', () => {
  expect(security.at('Security/KeyVault/DeployerRole').values).toMatchObject({
    lifecycle: { ignore_changes: ['principal_id'] },
  });
});

test.each(['Security/DiskEncryption/Key', 'Security/DatabaseKey', 'Security/WebCertificate'])(
  '%s is written once the deployer has its role and its way in',
  (path) => {
    const needed = ['DeployerRole', 'PrivateEndpoint', 'PrivateZoneLink'].map(
      (id) => security.at(`Security/KeyVault/${id}`).address,
    );

    expect(security.at(path).values.depends_on).toEqual(expect.arrayContaining(needed));
  },
);
