import { X509Certificate } from 'node:crypto';
import { type Answer, type Client, startClient } from '../support';
import { addVault, ask, giveRole, reasonOf } from './vault-client';

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await giveRole(client, 'Key Vault Administrator', '/resourceGroups/west');
  await addVault(client);
});

afterEach(async () => client.close());

const policy = {
  issuer: { name: 'Self' },
  key_props: { exportable: true, kty: 'RSA', key_size: 2048, reuse_key: false },
  secret_props: { contentType: 'application/x-pem-file' },
  x509_props: { subject: 'CN=www.example.org', sans: { dns_names: ['www.example.org'] }, validity_months: 12 },
};

async function create(changes: object = {}, name = 'web'): Promise<Answer> {
  return ask(client, 'POST', `/certificates/${name}/create`, { policy: { ...policy, ...changes } });
}

test('a certificate is made by an operation, and is one for the names that were asked for', async () => {
  const pending = await create();
  const done = await ask(client, 'GET', '/certificates/web/pending');
  const { body } = await ask(client, 'GET', '/certificates/web');

  expect([pending.status, pending.body['status'], done.body['status']]).toEqual([202, 'inProgress', 'completed']);
  const certificate = new X509Certificate(Buffer.from(body['cer'] as string, 'base64'));
  expect(certificate.checkHost('www.example.org')).toBe('www.example.org');
  expect(body['x5t']).toBe(Buffer.from(certificate.fingerprint.replaceAll(':', ''), 'hex').toString('base64url'));
});

test('a certificate has a key and a secret of its name and version, and the secret is the certificate with its key', async () => {
  await create();

  const { body } = await ask(client, 'GET', '/certificates/web');
  const secret = await ask(client, 'GET', new URL(body['sid'] as string).pathname);
  const key = await ask(client, 'GET', new URL(body['kid'] as string).pathname);

  expect(secret.body).toMatchObject({ contentType: 'application/x-pem-file', managed: true, kid: body['kid'] });
  expect(new X509Certificate(secret.body['value'] as string).raw.toString('base64')).toBe(body['cer']);
  expect(secret.body['value']).toMatch(/BEGIN (RSA )?PRIVATE KEY/);
  expect(key.body).toMatchObject({ managed: true, key: { kid: body['kid'] } });
});

test('the same vault and name give the same certificate in another run', async () => {
  await create();
  const first = (await ask(client, 'GET', '/certificates/web')).body['x5t'];
  await client.close();
  client = await startClient();
  await giveRole(client, 'Key Vault Administrator', '/resourceGroups/west');
  await addVault(client);

  await create();

  expect((await ask(client, 'GET', '/certificates/web')).body['x5t']).toBe(first);
});

test('finds the common name among the other names of a subject', async () => {
  await create({ x509_props: { ...policy.x509_props, subject: 'O=Contoso, CN=other.example.org' } });

  const { body } = await ask(client, 'GET', '/certificates/web');

  expect(new X509Certificate(Buffer.from(body['cer'] as string, 'base64')).subject).toBe('CN=other.example.org');
});

test.each([
  ['an issuer that is not here', { issuer: { name: 'DigiCert' } }],
  ['a subject without a common name', { x509_props: { subject: 'www.example.org' } }],
  ['a key that is too small', { key_props: { kty: 'RSA', key_size: 1024 } }],
  ['a key of a kind that the stand-in does not make', { key_props: { kty: 'EC' } }],
])('fails for %s', async (_what, changes) => {
  expect(await create(changes)).toMatchObject({ status: 400, code: 'BadParameter' });
});

test('shows its policy, and takes a change of it', async () => {
  await create();

  await ask(client, 'PATCH', '/certificates/web/policy', {
    lifetime_actions: [{ action: { action_type: 'AutoRenew' } }],
  });

  expect((await ask(client, 'GET', '/certificates/web/policy')).body).toMatchObject({
    issuer: { name: 'Self' },
    lifetime_actions: [{ action: { action_type: 'AutoRenew' } }],
  });
});

test('an update changes tags, and keeps what it does not name', async () => {
  await create();

  await ask(client, 'PATCH', '/certificates/web', { tags: { owner: 'us' } });
  const { body } = await ask(client, 'PATCH', '/certificates/web/', { attributes: { enabled: false } });

  expect(body).toMatchObject({ tags: { owner: 'us' }, attributes: { enabled: false, recoverableDays: 90 } });
});

test('takes its key and its secret along when it is deleted, and brings them back', async () => {
  await create();

  await ask(client, 'DELETE', '/certificates/web');
  const gone = await Promise.all(
    ['certificates', 'keys', 'secrets'].map(async (each) => (await ask(client, 'GET', `/${each}/web`)).status),
  );
  const again = await create();
  await ask(client, 'POST', '/deletedcertificates/web/recover', {});
  const back = await Promise.all(
    ['certificates', 'keys', 'secrets'].map(async (each) => (await ask(client, 'GET', `/${each}/web`)).status),
  );

  expect(gone).toEqual([404, 404, 404]);
  expect(reasonOf(again)).toBe('ObjectIsDeletedButRecoverable');
  expect(back).toEqual([200, 200, 200]);
});

test('fails, and leaves nothing, where a deleted key has the name', async () => {
  await ask(client, 'POST', '/keys/web/create', { kty: 'EC' });
  await ask(client, 'DELETE', '/keys/web');

  expect(reasonOf(await create())).toBe('ObjectIsDeletedButRecoverable');
  expect((await ask(client, 'GET', '/certificates/web')).status).toBe(404);
});

test('a vault has no contacts until some are given', async () => {
  expect((await ask(client, 'GET', '/certificates/contacts')).status).toBe(404);
});
