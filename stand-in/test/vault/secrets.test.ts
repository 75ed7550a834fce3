import { type Client, startClient } from '../support';
import { addVault, ask, giveRole } from './vault-client';

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await giveRole(client, 'Key Vault Administrator', '/resourceGroups/west');
  await addVault(client);
});

afterEach(async () => client.close());

test('a secret is what was set last; before, at its own address, what was set before', async () => {
  const first = await ask(client, 'PUT', '/secrets/word', { value: 'one' });
  await ask(client, 'PUT', '/secrets/word', { value: 'two', contentType: 'text/plain' });

  expect((await ask(client, 'GET', '/secrets/word')).body).toMatchObject({ value: 'two', contentType: 'text/plain' });
  expect((await ask(client, 'GET', new URL(first.body['id'] as string).pathname)).body['value']).toBe('one');
});

test('an update changes tags and attributes, keeps the value, and does not show it', async () => {
  const { body } = await ask(client, 'PUT', '/secrets/word', { value: 'one' });
  const path = new URL(body['id'] as string).pathname;

  const updated = await ask(client, 'PATCH', path, { tags: { a: 'b' }, attributes: { enabled: false } });

  expect(updated.body).not.toHaveProperty('value');
  expect((await ask(client, 'GET', '/secrets/word')).body).toMatchObject({
    value: 'one',
    tags: { a: 'b' },
    attributes: { enabled: false, recoveryLevel: 'Recoverable+Purgeable' },
  });
});

test('a list shows no values', async () => {
  await ask(client, 'PUT', '/secrets/word', { value: 'one' });

  const { body } = await ask(client, 'GET', '/secrets');

  expect(body['value']).toHaveLength(1);
  expect(JSON.stringify(body)).not.toContain('one');
});

test.each([
  ['no value', {}],
  ['a value of more than 25 KiB', { value: 'x'.repeat(25 * 1024 + 1) }],
])('fails for %s', async (_what, payload) => {
  expect(await ask(client, 'PUT', '/secrets/word', payload)).toMatchObject({ status: 400, code: 'BadParameter' });
});

test('fails for a secret that is not there, as one that was deleted', async () => {
  await ask(client, 'PUT', '/secrets/word', { value: 'one' });
  await ask(client, 'DELETE', '/secrets/word');

  expect(await ask(client, 'GET', '/secrets/word')).toMatchObject({ status: 404, code: 'SecretNotFound' });
  expect(await ask(client, 'GET', '/deletedsecrets/other')).toMatchObject({ status: 404, code: 'SecretNotFound' });
});
