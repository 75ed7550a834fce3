import { type JsonObject } from '../../../src/arm/json';
import { addNetwork, body, ref, subnet, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';
import { addVault, ask, assignment, assignmentId, giveRole, vault } from '../../vault/vault-client';
import { account, accountBody } from './storage-client';

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

test('is made by an answer of 200, which clients expect, and has addresses of its own', async () => {
  expect((await client.put(account, accountBody())).status).toBe(200);

  const { properties, body: whole } = await client.get(account);
  expect(properties).toMatchObject({
    primaryEndpoints: { blob: 'https://stcontoso.blob.core.windows.net/' },
    primaryLocation: 'westeurope',
    minimumTlsVersion: 'TLS1_0',
    encryption: { services: { blob: { enabled: true } } },
  });
  expect(whole['sku']).toEqual({ name: 'Standard_LRS', tier: 'Standard' });
  expect(properties).not.toHaveProperty('secondaryLocation');
});

test('is readable in the paired region when it is replicated so', async () => {
  await client.make(account, accountBody({}, { sku: { name: 'Standard_RAGRS' } }));

  expect((await client.get(account)).properties).toMatchObject({
    secondaryLocation: 'northeurope',
    secondaryEndpoints: { blob: 'https://stcontoso-secondary.blob.core.windows.net/' },
  });
});

test('is in the paired region, but not readable there, when it is replicated without', async () => {
  await client.make(account, accountBody({}, { sku: { name: 'Standard_GRS' } }));

  const { properties } = await client.get(account);
  expect(properties).toMatchObject({ secondaryLocation: 'northeurope' });
  expect(properties).not.toHaveProperty('secondaryEndpoints');
});

test('has two keys, the same each time', async () => {
  await client.make(account, accountBody());

  const first = await client.post(`${account}/listKeys`);
  const again = await client.post(`${account}/listKeys`);

  expect(first.body['keys']).toMatchObject([{ keyName: 'key1' }, { keyName: 'key2' }]);
  expect(again.body).toEqual(first.body);
});

test('shows the private endpoints that lead to it, by service', async () => {
  await client.make(account, accountBody());
  await addNetwork(client);
  const endpoint = `${west}/Microsoft.Network/privateEndpoints/pep`;
  const connection = { name: 'blob', properties: { privateLinkServiceId: fullId(account), groupIds: ['blob'] } };
  await client.make(endpoint, body({ subnet: ref(subnet), privateLinkServiceConnections: [connection] }));

  expect((await client.get(account)).properties['privateEndpointConnections']).toMatchObject([
    { properties: { privateEndpoint: ref(endpoint) } },
  ]);
  expect((await client.get(endpoint)).properties['customDnsConfigs']).toMatchObject([
    { fqdn: 'stcontoso.blob.core.windows.net' },
  ]);
});

test.each(['st', 'St', 'st-contoso', 'stcontosowithanamethatistoolong'])('fails for the name %s', async (name) => {
  const answer = await client.put(`${west}/Microsoft.Storage/storageAccounts/${name}`, accountBody());

  expect(answer).toMatchObject({ status: 400, code: 'InvalidResourceName' });
});

test('fails for a name that is taken in another group', async () => {
  await client.make(account, accountBody());

  expect(
    await client.put(account.replace('/west/', '/north/'), { ...accountBody(), location: 'northeurope' }),
  ).toMatchObject({ status: 409, code: 'StorageAccountAlreadyTaken' });
});

const ipRules = (value: string) => ({ networkAcls: { defaultAction: 'Deny', ipRules: [{ value }] } });

test.each<[string, JsonObject, JsonObject, string]>([
  [
    'premium file shares in another region',
    {},
    { kind: 'FileStorage', sku: { name: 'Premium_GRS' } },
    'InvalidRequestContent',
  ],
  [
    'standard file storage',
    {},
    { kind: 'FileStorage', sku: { name: 'Standard_LRS' } },
    'InvalidValuesForRequestParameters',
  ],
  ['premium blobs in zones', {}, { sku: { name: 'Premium_ZRS' } }, 'InvalidValuesForRequestParameters'],
  ['a single address with a prefix', ipRules('203.0.113.7/32'), {}, 'InvalidValuesForRequestParameters'],
  ['a private range', ipRules('172.20.0.0/16'), {}, 'InvalidValuesForRequestParameters'],
  ['an address that is none', ipRules('203.0.113.700'), {}, 'InvalidValuesForRequestParameters'],
  ['a misspelt property', { allowBlobPublic: false }, {}, 'InvalidRequestContent'],
  [
    'a lifetime of signatures without days',
    { sasPolicy: { expirationAction: 'Log', sasExpirationPeriod: '01:00:00' } },
    {},
    'InvalidRequestContent',
  ],
])('fails with %s', async (_what, properties, beside, code) => {
  expect(await client.put(account, accountBody(properties, beside))).toMatchObject({ status: 400, code });
});

test('fails to encrypt twice what was not so from the start, or to leave its zones', async () => {
  await client.make(account, accountBody({}, { sku: { name: 'Standard_ZRS' } }));

  expect(
    await client.put(
      account,
      accountBody({ encryption: { requireInfrastructureEncryption: true } }, { sku: { name: 'Standard_ZRS' } }),
    ),
  ).toMatchObject({ status: 400, code: 'InvalidRequestPropertyValue' });
  expect(await client.put(account, accountBody({}, { sku: { name: 'Standard_GRS' } }))).toMatchObject({
    status: 400,
    code: 'StorageAccountTypeConversionNotAllowed',
  });
});

test('fails for a rule on a subnet that has no service endpoint for storage', async () => {
  await addNetwork(client);

  expect(
    await client.put(
      account,
      accountBody({ networkAcls: { defaultAction: 'Deny', virtualNetworkRules: [ref(subnet)] } }),
    ),
  ).toMatchObject({ status: 400, code: 'NetworkAclsValidationFailure' });
});

describe('with a key of its owner', () => {
  const identity = `${west}/Microsoft.ManagedIdentity/userAssignedIdentities/id-a`;
  const encrypted = () =>
    accountBody(
      {
        encryption: {
          keySource: 'Microsoft.Keyvault',
          identity: { userAssignedIdentity: fullId(identity) },
          keyvaultproperties: { keyname: 'backup', keyvaulturi: 'https://kv-a.vault.azure.net' },
        },
      },
      { identity: { type: 'UserAssigned', userAssignedIdentities: { [fullId(identity)]: {} } } },
    );

  beforeEach(async () => {
    await client.make(identity, { location: 'westeurope' });
    await addVault(client, { enablePurgeProtection: true });
    await giveRole(client, 'Key Vault Administrator', '/resourceGroups/west');
  });

  test('fails without the key, and without a role on it', async () => {
    expect(await client.put(account, encrypted())).toMatchObject({ status: 400, code: 'KeyVaultKeyNotFound' });

    await ask(client, 'POST', '/keys/backup/create', { kty: 'RSA' });
    expect(await client.put(account, encrypted())).toMatchObject({
      status: 400,
      code: 'KeyVaultAuthenticationFailure',
    });
  });

  test('uses it once its identity may', async () => {
    await ask(client, 'POST', '/keys/backup/create', { kty: 'RSA' });
    const { principalId } = (await client.get(identity)).properties as { readonly principalId: string };
    const role = assignment('Key Vault Crypto Service Encryption User', principalId);
    await client.make(assignmentId(`${vault}/keys/backup`), role);

    expect((await client.put(account, encrypted())).status).toBe(200);
  });
});
