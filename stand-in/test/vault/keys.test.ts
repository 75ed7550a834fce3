import { type Answer, type Client, startClient } from '../support';
import { addVault, ask, giveRole, reasonOf, vault } from './vault-client';

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await giveRole(client, 'Key Vault Administrator', '/resourceGroups/west');
});

afterEach(async () => client.close());

function kidOf({ body }: Answer): string {
  return (body['key'] as { readonly kid: string }).kid;
}

async function create(name = 'disk', wishes: object = { kty: 'RSA', key_size: 3072 }): Promise<Answer> {
  return ask(client, 'POST', `/keys/${name}/create`, { ...wishes });
}

test('a key has the size that was asked for, an address with a version, and the operations that were asked for', async () => {
  await addVault(client);

  const { body } = await create('disk', { kty: 'RSA', key_size: 3072, key_ops: ['wrapKey', 'unwrapKey'] });

  const { kid, n, key_ops: keyOps } = body['key'] as { readonly kid: string; readonly n: string; key_ops: string[] };
  expect(kid).toMatch(/^https:\/\/kv-a\.vault\.azure\.net\/keys\/disk\/[0-9a-f]{32}$/);
  expect(Buffer.from(n, 'base64url')).toHaveLength(3072 / 8);
  expect(keyOps).toEqual(['wrapKey', 'unwrapKey']);
});

test.each([
  ['a type that there is not', { kty: 'oct' }, /kty must be one of RSA/],
  ['a size that there is not', { kty: 'RSA', key_size: 1024 }, /key_size must be one of 2048, 3072, 4096, got 1024/],
  ['a curve that there is not', { kty: 'EC', crv: 'P-192' }, /crv must be one of P-256/],
  ['an operation that there is not', { kty: 'EC', key_ops: ['wrap'] }, /unknown operation 'wrap'/],
])('fails for %s', async (_what, wishes, message) => {
  await addVault(client);

  const answer = await create('disk', wishes);

  expect(answer).toMatchObject({ status: 400, code: 'BadParameter' });
  expect((answer.body['error'] as { readonly message: string }).message).toMatch(message);
});

test('fails for a key in a module of a standard vault, which a premium one has', async () => {
  await addVault(client, { sku: { family: 'A', name: 'standard' } });
  expect(await create('disk', { kty: 'RSA-HSM' })).toMatchObject({ status: 400, code: 'BadParameter' });

  await addVault(client, { sku: { family: 'A', name: 'premium' } });
  expect((await create('disk', { kty: 'RSA-HSM' })).status).toBe(200);
});

test('fails for a name with an underscore', async () => {
  await addVault(client);

  expect(await create('disk_key')).toMatchObject({ status: 400, code: 'BadParameter' });
});

test('rotation makes a new version of the same size; the old one stays at its address', async () => {
  await addVault(client);
  const first = kidOf(await create());

  const second = await ask(client, 'POST', '/keys/disk/rotate', {});

  expect(kidOf(second)).not.toBe(first);
  expect(Buffer.from((second.body['key'] as { readonly n: string }).n, 'base64url')).toHaveLength(3072 / 8);
  expect(kidOf(await ask(client, 'GET', '/keys/disk'))).toBe(kidOf(second));
  expect(kidOf(await ask(client, 'GET', new URL(first).pathname))).toBe(first);
  expect((await ask(client, 'GET', '/keys/disk/versions')).body['value']).toHaveLength(2);
});

test('fails for a version that there is not', async () => {
  await addVault(client);
  await create();

  expect(await ask(client, 'GET', '/keys/disk/0123456789abcdef0123456789abcdef')).toMatchObject({
    status: 404,
    code: 'KeyNotFound',
  });
});

test('an update of an old version leaves the latest as it is', async () => {
  await addVault(client);
  const first = kidOf(await create());
  const second = kidOf(await ask(client, 'POST', '/keys/disk/rotate', {}));

  await ask(client, 'PATCH', new URL(first).pathname, { attributes: { enabled: false } });

  const enabled = async (path: string) =>
    ((await ask(client, 'GET', path)).body['attributes'] as { readonly enabled: boolean }).enabled;
  expect(await enabled(new URL(first).pathname)).toBe(false);
  expect(await enabled('/keys/disk')).toBe(true);
  expect(kidOf(await ask(client, 'GET', '/keys/disk'))).toBe(second);
});

test('the same vault and name give the same version in another run', async () => {
  await addVault(client);
  const first = kidOf(await create());
  await client.close();
  client = await startClient();
  await giveRole(client, 'Key Vault Administrator', '/resourceGroups/west');
  await addVault(client);

  expect(kidOf(await create())).toBe(first);
});

test('a list names keys without their versions', async () => {
  await addVault(client);
  await create('one', { kty: 'EC' });
  await create('two', { kty: 'EC' });

  const { body } = await ask(client, 'GET', '/keys');

  expect(body['value']).toHaveLength(2);
  expect(body['value']).not.toMatchObject([{ key: expect.anything() as unknown }]);
});

const policy = (expiryTime: string | undefined, type: string, trigger: object) => ({
  lifetimeActions: [{ action: { type }, trigger: { ...trigger } }],
  attributes: { ...(expiryTime !== undefined && { expiryTime }) },
});

test('keeps a rotation policy, through rotation too', async () => {
  await addVault(client);
  await create();
  const before = await ask(client, 'GET', '/keys/disk/rotationpolicy');

  const put = await ask(
    client,
    'PUT',
    '/keys/disk/rotationpolicy',
    policy('P2Y', 'Rotate', { timeBeforeExpiry: 'P90D' }),
  );
  await ask(client, 'POST', '/keys/disk/rotate', {});

  expect(before.body).toMatchObject({ lifetimeActions: [{ action: { type: 'Notify' } }] });
  expect(put.status).toBe(200);
  expect((await ask(client, 'GET', '/keys/disk/rotationpolicy')).body).toMatchObject({
    lifetimeActions: [{ action: { type: 'Rotate' }, trigger: { timeBeforeExpiry: 'P90D' } }],
    attributes: { expiryTime: 'P2Y' },
  });
});

test.each([
  ['keys that live too short', policy('P27D', 'Rotate', { timeAfterCreate: 'P7D' })],
  ['an expiry that is no duration', policy('two years', 'Rotate', { timeAfterCreate: 'P7D' })],
  ['a rotation in the first seven days', policy('P2Y', 'Rotate', { timeAfterCreate: 'P6D' })],
  ['a rotation in the last seven days', policy('P30D', 'Rotate', { timeAfterCreate: 'P24D' })],
  ['a rotation before the key is there', policy('P30D', 'Rotate', { timeBeforeExpiry: 'P24D' })],
  ['a notice after creation', policy('P2Y', 'Notify', { timeAfterCreate: 'P30D' })],
  ['two triggers at once', policy('P2Y', 'Rotate', { timeAfterCreate: 'P30D', timeBeforeExpiry: 'P30D' })],
  ['an action that there is not', policy('P2Y', 'Renew', { timeAfterCreate: 'P30D' })],
])('fails for a rotation policy with %s', async (_what, wrong) => {
  await addVault(client);
  await create('disk', { kty: 'EC' });

  expect(await ask(client, 'PUT', '/keys/disk/rotationpolicy', wrong)).toMatchObject({
    status: 400,
    code: 'BadParameter',
  });
});

test('a deleted key keeps its name until it is recovered, with all its versions', async () => {
  await addVault(client);
  const first = kidOf(await create());
  await ask(client, 'POST', '/keys/disk/rotate', {});

  expect((await ask(client, 'DELETE', '/keys/disk')).body['recoveryId']).toBe(
    'https://kv-a.vault.azure.net/deletedkeys/disk',
  );
  expect((await ask(client, 'GET', '/keys/disk')).status).toBe(404);
  expect((await ask(client, 'GET', '/deletedkeys/disk')).status).toBe(200);
  expect(reasonOf(await create())).toBe('ObjectIsDeletedButRecoverable');
  await ask(client, 'POST', '/deletedkeys/disk/recover', {});

  expect((await ask(client, 'GET', new URL(first).pathname)).status).toBe(200);
  expect((await ask(client, 'GET', '/deletedkeys/disk')).status).toBe(404);
});

test('purges a deleted key, and fails to under purge protection', async () => {
  await addVault(client);
  await create();
  await ask(client, 'DELETE', '/keys/disk');
  expect((await ask(client, 'DELETE', '/deletedkeys/disk')).status).toBe(204);
  expect((await create()).status).toBe(200);

  await addVault(client, { enablePurgeProtection: true });
  await ask(client, 'DELETE', '/keys/disk');
  const refused = await ask(client, 'DELETE', '/deletedkeys/disk');

  expect([refused.status, reasonOf(refused)]).toEqual([403, 'PurgeProtected']);
});

test.each([
  ['Recoverable', 90, true],
  ['Recoverable+Purgeable', 90, undefined],
  ['CustomizedRecoverable', 7, true],
  ['CustomizedRecoverable+Purgeable', 7, undefined],
])('says %s for %i days of retention, purge protection %s', async (recoveryLevel, days, enablePurgeProtection) => {
  await addVault(client, {
    softDeleteRetentionInDays: days,
    ...(enablePurgeProtection && { enablePurgeProtection }),
  });

  expect((await create('disk', { kty: 'EC' })).body['attributes']).toMatchObject({
    recoveryLevel,
    recoverableDays: days,
  });
});

test('lies in the vault as a resource, on which a role can be given', async () => {
  await addVault(client);
  await create();

  expect((await client.get(`${vault}/keys/disk`)).status).toBe(200);
});
