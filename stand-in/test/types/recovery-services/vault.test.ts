import { type JsonObject } from '../../../src/arm/json';
import { type Client, fullId, startClient } from '../../support';
import {
  addMachine,
  addRecoveryVault,
  addVaultKey,
  encryption,
  identity,
  item,
  itemBody,
  policy,
  policyBody,
  recoveryVault,
  vaultBody,
} from './recovery-services';

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

test('has the settings that clients read of a new vault', async () => {
  await addRecoveryVault(client);

  expect((await client.get(`${recoveryVault}/replicationVaultSettings/default`)).status).toBe(200);
  expect((await client.get(`${recoveryVault}/backupconfig/vaultconfig`)).properties).toMatchObject({
    softDeleteFeatureState: 'Enabled',
  });
});

test.each<[string, JsonObject]>([
  ['cross-region restore in one region', { redundancySettings: redundancy('ZoneRedundant', 'Enabled') }],
  ['cross-region restore without public access', { publicNetworkAccess: 'Disabled' }],
  ['immutability that is locked from the beginning', { securitySettings: immutability('Locked') }],
  ['a redundancy that there is not', { redundancySettings: redundancy('Twice', 'Disabled') }],
  ['a misspelt property', { immutability: 'Locked' }],
])('fails with %s', async (_what, properties) => {
  expect((await client.put(recoveryVault, vaultBody(properties))).status).toBe(400);
});

test('fails without a SKU', async () => {
  expect((await client.put(recoveryVault, vaultBody({}, { sku: undefined }))).status).toBe(400);
});

test('immutability is locked once it was on, and stays locked', async () => {
  await addRecoveryVault(client, { securitySettings: immutability('Unlocked') });

  await client.patch(recoveryVault, { properties: { securitySettings: immutability('Locked') } });
  await client.get(recoveryVault);
  await client.get(recoveryVault);
  const answer = await client.patch(recoveryVault, { properties: { securitySettings: immutability('Disabled') } });

  expect(answer.status).toBe(400);
});

test('fails to take cross-region restore back', async () => {
  await addRecoveryVault(client);

  const redundancySettings = redundancy('GeoRedundant', 'Disabled');
  expect((await client.patch(recoveryVault, { properties: { redundancySettings } })).status).toBe(400);
});

test('encrypts with a key that its identity may use, before and after the identity is assigned', async () => {
  await addVaultKey(client, 'Key Vault Crypto Service Encryption User');

  await client.make(recoveryVault, vaultBody({ encryption }, { identity: { type: 'None' } }));
  const assigned = { type: 'UserAssigned', userAssignedIdentities: { [fullId(identity)]: {} } };
  const answer = await client.patch(recoveryVault, { identity: assigned, properties: {} });
  await client.get(recoveryVault);

  expect(answer.status).toBe(200);
  expect((await client.get(recoveryVault)).body['identity']).toMatchObject({ type: 'UserAssigned' });
});

test.each([undefined, 'Key Vault Reader'])(
  'fails to encrypt with a key on which its identity has role %s',
  async (role) => {
    await addVaultKey(client, role);

    expect(await client.put(recoveryVault, vaultBody({ encryption }))).toMatchObject({
      status: 400,
      code: 'UserErrorCMKKeyVaultAuthFailure',
    });
  },
);

test('fails to encrypt with a key of another region', async () => {
  await addVaultKey(client, 'Key Vault Crypto Service Encryption User');
  const elsewhere = '/resourceGroups/north/providers/Microsoft.RecoveryServices/vaults/rsv';

  expect((await client.put(elsewhere, { ...vaultBody({ encryption }), location: 'northeurope' })).status).toBe(400);
});

test('fails to take encryption back', async () => {
  await addVaultKey(client, 'Key Vault Crypto Service Encryption User');
  await client.make(recoveryVault, vaultBody({ encryption }));

  expect((await client.put(recoveryVault, vaultBody())).status).toBe(400);
});

test('fails to be deleted, or to change its redundancy, while it protects a machine', async () => {
  await addRecoveryVault(client, { redundancySettings: redundancy('GeoRedundant', 'Disabled') });
  await client.make(policy, policyBody());
  await addMachine(client);
  await client.make(item, itemBody());

  const redundancySettings = redundancy('ZoneRedundant', 'Disabled');
  expect((await client.patch(recoveryVault, { properties: { redundancySettings } })).status).toBe(400);
  expect(await client.delete(recoveryVault)).toMatchObject({
    status: 400,
    code: 'ServiceResourceNotEmptyWithContainerDetails',
  });
});

function redundancy(standardTierStorageRedundancy: string, crossRegionRestore: string): JsonObject {
  return { standardTierStorageRedundancy, crossRegionRestore };
}

function immutability(state: string): JsonObject {
  return { immutabilitySettings: { state } };
}
