import { addNetwork, body, ref, subnet, west } from '../estate';
import { type Client, fullId, startClient } from '../support';
import { addVault, ask, assignment, assignmentId, giveRole, reasonOf, vault } from './vault-client';

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

const key = { kty: 'EC' };

async function addEndpoint(): Promise<void> {
  await addNetwork(client);
  const connection = { name: 'vault', properties: { privateLinkServiceId: fullId(vault), groupIds: ['vault'] } };
  await client.make(
    `${west}/Microsoft.Network/privateEndpoints/pep`,
    body({ subnet: ref(subnet), privateLinkServiceConnections: [connection] }),
  );
}

test('fails without a role, with one that lacks the data action, and with one on something else', async () => {
  await addVault(client);
  const other = '/resourceGroups/north';

  const without = await ask(client, 'POST', '/keys/a/create', key);
  await client.make(assignmentId(vault), assignment('Key Vault Crypto User'));
  await client.make(assignmentId(other), assignment('Key Vault Administrator'));
  const lacking = await ask(client, 'POST', '/keys/a/create', key);

  expect([without.status, without.code, reasonOf(without)]).toEqual([403, 'Forbidden', 'ForbiddenByRbac']);
  expect(reasonOf(lacking)).toBe('ForbiddenByRbac');
});

test.each(['', '/resourceGroups/west', vault])('a role on "%s" allows what its definition says', async (scope) => {
  await addVault(client);
  await giveRole(client, 'Key Vault Crypto Officer', scope);

  expect((await ask(client, 'POST', '/keys/a/create', key)).status).toBe(200);
  expect(reasonOf(await ask(client, 'PUT', '/secrets/a', { value: 'b' }))).toBe('ForbiddenByRbac');
});

test('a role of our own allows what its definition says, and not what it takes away', async () => {
  const definition = '11111111-0000-4000-8000-000000000001';
  const scope = '/resourceGroups/west';
  await addVault(client);
  await client.make(`${scope}/providers/Microsoft.Authorization/roleDefinitions/${definition}`, {
    properties: {
      roleName: 'Keys, but no rotation',
      assignableScopes: [fullId(scope)],
      permissions: [
        {
          dataActions: ['Microsoft.KeyVault/vaults/keys/*'],
          notDataActions: ['Microsoft.KeyVault/*/rotate/action'],
        },
      ],
    },
  });
  const { properties } = assignment('Owner') as { readonly properties: object };
  const roleDefinitionId = fullId(`${scope}/providers/Microsoft.Authorization/roleDefinitions/${definition}`);
  await client.make(assignmentId(vault), { properties: { ...properties, roleDefinitionId } });

  expect((await ask(client, 'POST', '/keys/a/create', key)).status).toBe(200);
  expect(reasonOf(await ask(client, 'POST', '/keys/a/rotate', {}))).toBe('ForbiddenByRbac');
});

test('fails in a vault that roles do not authorize', async () => {
  await addVault(client, { enableRbacAuthorization: false });
  await giveRole(client, 'Key Vault Administrator', vault);

  expect(reasonOf(await ask(client, 'GET', '/keys'))).toBe('AccessDenied');
});

test.each([
  ['ForbiddenByConnection', { publicNetworkAccess: 'Disabled' }],
  ['ForbiddenByFirewall', { networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [] } }],
])('fails by %s until a private endpoint leads to the vault', async (reason, properties) => {
  await addVault(client, properties);
  await giveRole(client, 'Key Vault Administrator', vault);

  const before = await ask(client, 'GET', '/keys');
  await addEndpoint();
  const after = await ask(client, 'GET', '/keys');

  expect([before.status, reasonOf(before)]).toEqual([403, reason]);
  expect(after.status).toBe(200);
});

test('a vault with an allowed address lets the deployer in', async () => {
  await addVault(client, { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.7/32' }] } });
  await giveRole(client, 'Key Vault Administrator', vault);

  expect((await ask(client, 'GET', '/keys')).status).toBe(200);
});

test('fails for a host without a vault, and without api-version', async () => {
  await addVault(client);
  const headers = { host: 'kv-a.vault.azure.net', authorization: 'Bearer token' };

  expect(
    await client.send({ url: '/keys/a?api-version=7.4', headers: { ...headers, host: 'kv-b.vault.azure.net' } }),
  ).toMatchObject({
    status: 404,
    code: 'VaultNotFound',
  });
  expect(await client.send({ url: '/keys/a', headers })).toMatchObject({
    status: 400,
    code: 'MissingApiVersionParameter',
  });
});

test('does nothing without a token, and says where to get one', async () => {
  await addVault(client);
  await giveRole(client, 'Key Vault Administrator', vault);
  await ask(client, 'PUT', '/secrets/word', { value: 'one' });

  const answer = await client.send({
    method: 'DELETE',
    url: '/secrets/word?api-version=7.4',
    headers: { host: 'kv-a.vault.azure.net', authorization: '' },
  });

  expect(answer).toMatchObject({ status: 401, code: 'Unauthorized' });
  expect(answer.headers['www-authenticate']).toMatch(
    /^Bearer authorization="https:\/\/login\.microsoftonline\.com\/.+", resource="https:\/\/vault\.azure\.net"$/,
  );
  expect((await ask(client, 'GET', '/secrets/word')).status).toBe(200);
});
