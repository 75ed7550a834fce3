import { west } from '../../estate';
import { type Client, startClient } from '../../support';

const identity = `${west}/Microsoft.ManagedIdentity/userAssignedIdentities/id-a`;

const lock = '/resourceGroups/west/providers/Microsoft.Authorization/locks/keep';

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await client.make(identity, { location: 'westeurope' });
});

afterEach(async () => client.close());

test('fails to delete what a lock holds, until the lock is gone', async () => {
  await client.make(lock, { properties: { level: 'CanNotDelete', notes: 'in use' } });

  const held = await client.delete(identity);
  const written = await client.put(identity, { location: 'westeurope', tags: { a: 'b' } });
  await client.delete(lock);

  expect(held).toMatchObject({ status: 409, code: 'ScopeLocked' });
  expect(written.status).toBe(200);
  expect((await client.delete(identity)).status).toBe(200);
});

test('fails to write what a lock leaves to be read only', async () => {
  await client.make(lock, { properties: { level: 'ReadOnly' } });

  expect(await client.put(identity, { location: 'westeurope' })).toMatchObject({ status: 409, code: 'ScopeLocked' });
});

test.each([
  ['without a level', {}],
  ['of a level that there is not', { level: 'CannotDelete' }],
  ['with notes of more than 512 characters', { level: 'ReadOnly', notes: 'x'.repeat(513) }],
])('fails for a lock %s', async (_what, properties) => {
  expect(await client.put(lock, { properties })).toMatchObject({ status: 400, code: 'InvalidRequestContent' });
});
