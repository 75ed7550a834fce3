import { type Client, fullId, startClient } from '../support';

const network = '/resourceGroups/west/providers/Microsoft.Network/virtualNetworks/vnet-a';
const body = { location: 'westeurope', properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } } };

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

/** State of the operation that an answer names. */
async function poll(headers: Readonly<Record<string, unknown>>) {
  const { pathname, search } = new URL(String(headers['azure-asyncoperation']));
  const { body: operation } = await client.send({ method: 'GET', url: pathname + search });
  return operation;
}

test('a creation is in progress before it has succeeded', async () => {
  const { headers, properties } = await client.put(network, body);

  expect(properties['provisioningState']).toBe('Creating');
  expect(await poll(headers)).toMatchObject({ status: 'InProgress' });
  expect(await poll(headers)).toMatchObject({ status: 'Succeeded' });
  expect((await client.get(network)).properties['provisioningState']).toBe('Succeeded');
});

test('fails for a write, and for a deletion, while an operation is in progress', async () => {
  await client.put(network, body);

  expect(await client.put(network, body)).toMatchObject({ status: 409, code: 'AnotherOperationInProgress' });
  expect(await client.delete(network)).toMatchObject({ status: 409, code: 'AnotherOperationInProgress' });
});

test('a resource is there until its deletion has succeeded', async () => {
  await client.make(network, body);

  const { status, headers } = await client.delete(network);
  expect(status).toBe(202);
  expect(await poll(headers)).toMatchObject({ status: 'InProgress' });
  expect(client.azure.store.find(fullId(network))).toBeDefined();
  expect(await poll(headers)).toMatchObject({ status: 'Succeeded' });
  expect(client.azure.store.find(fullId(network))).toBeUndefined();
});

test('fails for an operation that is not known', async () => {
  expect(await client.get('/providers/Microsoft.Network/operations/none')).toMatchObject({
    status: 404,
    code: 'OperationNotFound',
  });
});

test('a creation that fails leaves nothing, and an update that fails leaves what was there', async () => {
  client.faults.arm(({ method }) => (method === 'PUT' ? 'OperationFailed' : undefined));
  const creation = await client.put(network, body);
  await poll(creation.headers);
  expect(await poll(creation.headers)).toMatchObject({ status: 'Failed', error: { code: 'InternalExecutionError' } });
  expect((await client.get(network)).status).toBe(404);

  await client.make(network, body);
  client.faults.arm(({ method }) => (method === 'PATCH' ? 'OperationFailed' : undefined));
  const update = await client.patch(network, { tags: { a: 'b' } });
  await poll(update.headers);
  await poll(update.headers);
  expect((await client.get(network)).body['tags']).toBeUndefined();
});

test('where there is no operation, the request fails in its place', async () => {
  client.faults.arm(() => 'OperationFailed');

  const answer = await client.put('/resourceGroups/east', { location: 'westeurope' });

  expect(answer).toMatchObject({ status: 500, code: 'InternalExecutionError' });
  expect(client.azure.store.find(fullId('/resourceGroups/east'))).toBeUndefined();
});
