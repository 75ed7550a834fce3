import { type JsonObject } from '../../../src/arm/json';
import { type Client, startClient } from '../../support';
import { account, accountBody } from './storage-client';

const blobs = `${account}/blobServices/default`;

const files = `${account}/fileServices/default`;

const container = `${blobs}/containers/long-term`;

const policy = `${container}/immutabilityPolicies/default`;

const lifecycle = `${account}/managementPolicies/default`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await client.make(account, accountBody());
});

afterEach(async () => client.close());

async function replicate(name: string, beside: JsonObject = {}): Promise<void> {
  await client.delete(account);
  await client.make(account, accountBody({}, { ...beside, sku: { name } }));
}

test('services are there with the account, and are set', async () => {
  expect((await client.get(blobs)).properties).toMatchObject({ cors: { corsRules: [] } });

  const set = await client.put(blobs, { properties: { isVersioningEnabled: true } });
  await client.put(files, { properties: { protocolSettings: { smb: { versions: 'SMB3.1.1' } } } });

  expect(set.status).toBe(200);
  expect((await client.get(blobs)).properties).toMatchObject({ isVersioningEnabled: true });
  expect((await client.get(files)).properties).toMatchObject({ protocolSettings: { smb: { versions: 'SMB3.1.1' } } });
});

test('premium file storage has no service for blobs', async () => {
  await replicate('Premium_LRS', { kind: 'FileStorage' });

  expect((await client.get(blobs)).status).toBe(404);
  expect(await client.put(blobs, { properties: {} })).toMatchObject({ code: 'FeatureNotSupportedForAccount' });
});

test.each([
  ['without versions', { isVersioningEnabled: false }],
  ['without a record of changes', { changeFeed: { enabled: false } }],
  ['of more days than soft delete', { restorePolicy: { enabled: true, days: 30 } }],
])('fails for a restore to any moment %s', async (_what, properties) => {
  const whole = {
    isVersioningEnabled: true,
    changeFeed: { enabled: true },
    deleteRetentionPolicy: { enabled: true, days: 30 },
    restorePolicy: { enabled: true, days: 29 },
  };

  expect((await client.put(blobs, { properties: whole })).status).toBe(200);
  expect(await client.put(blobs, { properties: { ...whole, ...properties } })).toMatchObject({
    status: 400,
    code: 'InvalidRequestPropertyValue',
  });
});

test.each([
  ['a version that there is not', { versions: 'SMB1.0' }, 'InvalidRequestContent'],
  ['a cipher that there is not', { channelEncryption: 'AES-256-GCM;AES-512' }, 'InvalidRequestContent'],
  ['several channels on standard hardware', { multichannel: { enabled: false } }, 'FeatureNotSupportedForAccount'],
])('fails for SMB with %s', async (_what, smb, code) => {
  expect(await client.put(files, { properties: { protocolSettings: { smb } } })).toMatchObject({ status: 400, code });
});

test('a container is private, and says whether its blobs are kept', async () => {
  await client.make(container, { properties: { publicAccess: 'None', metadata: {} } });
  const before = (await client.get(container)).properties;
  await client.make(policy, { properties: { immutabilityPeriodSinceCreationInDays: 30 } });

  expect(before).toMatchObject({ hasImmutabilityPolicy: false, denyEncryptionScopeOverride: false });
  expect((await client.get(container)).properties).toMatchObject({ hasImmutabilityPolicy: true });
  expect((await client.get(policy)).properties).toMatchObject({ state: 'Unlocked' });
});

test('fails for public blobs in an account that permits none', async () => {
  expect(await client.put(container, { properties: { publicAccess: 'Blob' } })).toMatchObject({
    status: 409,
    code: 'PublicAccessNotPermitted',
  });
});

test('fails for a container of a name that Azure does not take', async () => {
  expect(await client.put(container.replace('long-term', 'Long'), { properties: {} })).toMatchObject({
    code: 'InvalidResourceName',
  });
});

test('a policy that is open is changed and deleted', async () => {
  await client.make(container, { properties: {} });
  await client.make(policy, { properties: { immutabilityPeriodSinceCreationInDays: 30 } });

  await client.make(policy, { properties: { immutabilityPeriodSinceCreationInDays: 20 } });

  expect((await client.delete(policy)).status).toBe(200);
  expect((await client.get(policy)).status).toBe(404);
});

test('fails to change or delete a policy that is locked, or the account around it', async () => {
  await client.make(container, { properties: {} });
  await client.make(policy, { properties: { immutabilityPeriodSinceCreationInDays: 30 } });
  expect((await client.post(`${policy}/lock`)).properties).toMatchObject({ state: 'Locked' });

  const changed = await client.put(policy, { properties: { immutabilityPeriodSinceCreationInDays: 20 } });

  expect(changed).toMatchObject({ status: 409, code: 'OperationNotAllowed' });
  expect(await client.delete(policy)).toMatchObject({ status: 409, code: 'OperationNotAllowed' });
  expect(await client.delete(account)).toMatchObject({ status: 409, code: 'AccountProtectedFromDeletion' });
});

test('fails for a policy of no days, or with both kinds of appended writes', async () => {
  await client.make(container, { properties: {} });

  expect(await client.put(policy, { properties: { immutabilityPeriodSinceCreationInDays: 0 } })).toMatchObject({
    code: 'InvalidRequestContent',
  });
  expect(
    await client.put(policy, {
      properties: { allowProtectedAppendWrites: true, allowProtectedAppendWritesAll: true },
    }),
  ).toMatchObject({ code: 'InvalidValuesForRequestParameters' });
});

function rule(actions: JsonObject, blobTypes = ['blockBlob'], name = 'longTerm'): JsonObject {
  return { name, enabled: true, type: 'Lifecycle', definition: { actions, filters: { blobTypes } } };
}

function rules(...each: readonly JsonObject[]): JsonObject {
  return { properties: { policy: { rules: each } } };
}

const archive = { baseBlob: { tierToArchive: { daysAfterModificationGreaterThan: 90 } } };

test('an account has one lifecycle', async () => {
  expect((await client.put(lifecycle, rules(rule(archive)))).status).toBe(200);
  expect((await client.get(lifecycle)).properties).toMatchObject({ policy: { rules: [{ name: 'longTerm' }] } });
});

test.each([
  ['of no rules', rules(), 'InvalidRequestContent'],
  ['of a rule that does nothing', rules(rule({ baseBlob: {} })), 'InvalidRequestPropertyValue'],
  ['of two rules of one name', rules(rule(archive), rule(archive)), 'InvalidRequestPropertyValue'],
  ['that moves append blobs', rules(rule(archive, ['appendBlob'])), 'InvalidRequestPropertyValue'],
])('fails for a lifecycle %s', async (_what, whole, code) => {
  expect(await client.put(lifecycle, whole)).toMatchObject({ status: 400, code });
});

test('fails to archive in a zone-redundant account', async () => {
  await replicate('Standard_ZRS');

  expect(await client.put(lifecycle, rules(rule(archive)))).toMatchObject({ code: 'InvalidRequestPropertyValue' });
});

const share = `${files}/shares/online-backup`;

test('a share has a tier, a protocol and a quota', async () => {
  await client.make(share, { properties: { shareQuota: 102_400, enabledProtocols: 'SMB', signedIdentifiers: [] } });

  expect((await client.get(share)).properties).toMatchObject({
    accessTier: 'TransactionOptimized',
    enabledProtocols: 'SMB',
    shareQuota: 102_400,
  });
});

test.each([
  [{ shareQuota: 102_401 }, 'InvalidRequestPropertyValue'],
  [{ shareQuota: 0 }, 'InvalidRequestPropertyValue'],
  [{ accessTier: 'Premium' }, 'InvalidRequestPropertyValue'],
  [{ enabledProtocols: 'NFS' }, 'FeatureNotSupportedForAccount'],
])('fails for a share of %j on standard hardware', async (properties, code) => {
  expect(await client.put(share, { properties })).toMatchObject({ status: 400, code });
});

test('fails for a small share on premium hardware', async () => {
  await replicate('Premium_LRS', { kind: 'FileStorage' });

  expect(await client.put(share, { properties: { shareQuota: 99 } })).toMatchObject({
    code: 'InvalidRequestPropertyValue',
  });
});
