import { addNetwork, body, network, ref, subnet, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';
import { addVault, ask, assignment, assignmentId, giveRole, vault, vaultBody } from '../../vault/vault-client';

const deletedVault = '/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/kv-a';

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

test('has an address, and says what is so unless it is said', async () => {
  await addVault(client);

  expect((await client.get(vault)).properties).toMatchObject({
    vaultUri: 'https://kv-a.vault.azure.net/',
    enableSoftDelete: true,
    softDeleteRetentionInDays: 90,
    publicNetworkAccess: 'Enabled',
    privateEndpointConnections: [],
  });
});

test('shows the private endpoints that lead to it', async () => {
  await addVault(client);
  await addNetwork(client);
  const endpoint = `${west}/Microsoft.Network/privateEndpoints/pep`;
  const connection = { name: 'vault', properties: { privateLinkServiceId: fullId(vault), groupIds: ['vault'] } };
  await client.make(endpoint, body({ subnet: ref(subnet), privateLinkServiceConnections: [connection] }));

  expect((await client.get(vault)).properties['privateEndpointConnections']).toMatchObject([
    { properties: { privateEndpoint: ref(endpoint), privateLinkServiceConnectionState: { status: 'Approved' } } },
  ]);
});

test.each(['kv', '1kv', 'kv-', 'kv--a', 'kv_a', 'kv-a-that-is-a-bit-too-long'])(
  'fails for the name %s',
  async (name) => {
    const answer = await client.put(`${west}/Microsoft.KeyVault/vaults/${name}`, vaultBody());

    expect(answer.status).toBe(400);
  },
);

test.each([
  ['another tenant', { tenantId: '11111111-2222-4333-8444-555555555555' }, 'InvalidTenantId'],
  ['too few days of retention', { softDeleteRetentionInDays: 6 }, 'BadRequest'],
  ['too many days of retention', { softDeleteRetentionInDays: 91 }, 'BadRequest'],
  ['no soft delete', { enableSoftDelete: false }, 'BadRequest'],
  ['purge protection that is off', { enablePurgeProtection: false }, 'BadRequest'],
  ['an address that is none', { networkAcls: { ipRules: [{ value: '203.0.113.700' }] } }, 'BadRequest'],
  ['a kind that there is not', { sku: { family: 'A', name: 'basic' } }, 'InvalidRequestContent'],
  ['a misspelt property', { purgeProtection: true }, 'InvalidRequestContent'],
])('fails with %s', async (_what, properties, code) => {
  expect(await client.put(vault, vaultBody(properties))).toMatchObject({ status: 400, code });
});

test('fails to take purge protection back, or to change the days of retention', async () => {
  await addVault(client, { enablePurgeProtection: true, softDeleteRetentionInDays: 30 });

  expect(await client.put(vault, vaultBody({ softDeleteRetentionInDays: 30 }))).toMatchObject({ code: 'BadRequest' });
  expect(
    await client.put(vault, vaultBody({ enablePurgeProtection: true, softDeleteRetentionInDays: 31 })),
  ).toMatchObject({ code: 'BadRequest' });
  expect((await client.get(vault)).properties).toMatchObject({ softDeleteRetentionInDays: 30 });
});

test('fails for a rule on a subnet that has no service endpoint for vaults', async () => {
  await addNetwork(client);
  const rules = (more: object = {}) =>
    vaultBody({ networkAcls: { defaultAction: 'Deny', virtualNetworkRules: [{ ...ref(subnet), ...more }] } });

  expect(await client.put(vault, rules())).toMatchObject({
    status: 400,
    code: 'SubnetsHaveNoServiceEndpointsConfigured',
  });
  await client.make(subnet, {
    properties: { addressPrefix: '10.0.1.0/24', serviceEndpoints: [{ service: 'Microsoft.KeyVault' }] },
  });
  expect((await client.put(vault, rules())).status).toBe(201);
});

test('fails for a rule on a subnet that is not there', async () => {
  const rule = ref(`${network}/subnets/none`);

  expect(await client.put(vault, vaultBody({ networkAcls: { virtualNetworkRules: [rule] } }))).toMatchObject({
    code: 'InvalidResourceReference',
  });
});

test('fails for a name that is taken in another group', async () => {
  await addVault(client);

  expect(
    await client.put('/resourceGroups/north/providers/Microsoft.KeyVault/vaults/KV-A', {
      ...vaultBody(),
      location: 'northeurope',
    }),
  ).toMatchObject({ status: 409, code: 'VaultAlreadyExists' });
});

test('a deleted vault keeps its name until it is recovered, with all that was in it but roles', async () => {
  await addVault(client);
  await giveRole(client, 'Key Vault Administrator', '/resourceGroups/west');
  await ask(client, 'POST', '/keys/disk/create', { kty: 'EC' });
  await client.make(assignmentId(`${vault}/keys/disk`), assignment('Key Vault Crypto User'));

  await client.delete(vault);
  const shown = await client.get(deletedVault);
  const again = await client.put(vault, vaultBody());
  await client.make(vault, vaultBody({ createMode: 'recover' }));

  expect(shown.properties).toMatchObject({ vaultId: fullId(vault), location: 'westeurope' });
  expect(again).toMatchObject({ status: 409, code: 'ConflictError' });
  expect((await ask(client, 'GET', '/keys/disk')).status).toBe(200);
  expect((await client.get(assignmentId(`${vault}/keys/disk`))).status).toBe(404);
  expect((await client.get(deletedVault)).status).toBe(404);
});

test('a vault that is purged is gone with all that was in it, deleted or not', async () => {
  await addVault(client);
  await giveRole(client, 'Key Vault Administrator', '/resourceGroups/west');
  await ask(client, 'POST', '/keys/disk/create', { kty: 'EC' });
  await ask(client, 'POST', '/keys/old/create', { kty: 'EC' });
  await ask(client, 'DELETE', '/keys/old');
  await client.delete(vault);

  const purged = await client.post(`${deletedVault}/purge`);
  await addVault(client);

  expect(purged.status).toBe(200);
  expect((await ask(client, 'GET', '/keys/disk')).status).toBe(404);
  expect((await ask(client, 'POST', '/keys/old/create', { kty: 'EC' })).status).toBe(200);
});

test('fails to purge a vault that is protected', async () => {
  await addVault(client, { enablePurgeProtection: true });
  await client.delete(vault);

  expect(await client.post(`${deletedVault}/purge`)).toMatchObject({ status: 405, code: 'MethodNotAllowed' });
});

test('fails to show a vault that was not deleted, or elsewhere', async () => {
  await addVault(client);
  expect(await client.get(deletedVault)).toMatchObject({ status: 404, code: 'DeletedVaultNotFound' });

  await client.delete(vault);
  expect((await client.get(deletedVault.replace('westeurope', 'northeurope'))).status).toBe(404);
});
