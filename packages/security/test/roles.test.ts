import { synthesizedSecurity } from './test-security';

const security = synthesizedSecurity();

/** Roles of an identity, each with what it is given on. */
function rolesOf(identityPath: string) {
  const principal = security.at(identityPath).reference('principal_id');
  return security
    .resources('azurerm_role_assignment')
    .filter((assignment) => assignment.values.principal_id === principal)
    .map(({ values }) => ({ role: values.role_definition_name, scope: values.scope }));
}

const certificateSecret = `${security.only('azurerm_key_vault').reference('id')}/secrets/web`;

test('the disk encryption set may use its own key and nothing else', () => {
  expect(rolesOf('Security/DiskEncryption/Identity')).toEqual([
    {
      role: 'Key Vault Crypto Service Encryption User',
      scope: security.at('Security/DiskEncryption/Key').reference('resource_versionless_id'),
    },
  ]);
});

test('the gateway may read the web certificate and nothing else', () => {
  expect(rolesOf('Security/GatewayIdentity')).toEqual([{ role: 'Key Vault Secrets User', scope: certificateSecret }]);
});

test('web, application and print servers may read the web certificate and nothing else', () => {
  expect(rolesOf('Security/ServerIdentity')).toEqual([{ role: 'Key Vault Secrets User', scope: certificateSecret }]);
});

test('mirror members may use the database key and nothing else', () => {
  expect(rolesOf('Security/MirrorIdentity')).toEqual([
    { role: 'Key Vault Crypto User', scope: security.at('Security/DatabaseKey').reference('resource_versionless_id') },
  ]);
});

test('there is an identity for each of those, and one for arbiters that may nothing', () => {
  expect(security.resources('azurerm_user_assigned_identity')).toHaveLength(5);
});

test('nobody else has a role but whoever deploys', () => {
  expect(security.resources('azurerm_role_assignment')).toHaveLength(5);
});

test('every identity is named as a service principal, so that a new one is found at once', () => {
  const assignments = security
    .resources('azurerm_role_assignment')
    .filter(({ path }) => !path.endsWith('/DeployerRole'));

  expect(new Set(assignments.map(({ values }) => values.principal_type))).toEqual(new Set(['ServicePrincipal']));
});
