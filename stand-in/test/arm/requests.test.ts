import { type Client, fullId, startClient } from '../support';

const network = '/resourceGroups/west/providers/Microsoft.Network/virtualNetworks/vnet-a';

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

function body(changes: object = {}) {
  return { location: 'westeurope', properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } }, ...changes };
}

test('fails for a request that names no version of the interface', async () => {
  const answer = await client.send({ method: 'GET', url: fullId('/resourceGroups/west') });

  expect(answer).toMatchObject({ status: 400, code: 'MissingApiVersionParameter' });
});

test('fails for a version that is not a date', async () => {
  const answer = await client.send({ method: 'GET', url: `${fullId('/resourceGroups/west')}?api-version=latest` });

  expect(answer).toMatchObject({ status: 400, code: 'InvalidApiVersionParameter' });
});

test('fails for a type that it does not know, and says where to add it', async () => {
  const answer = await client.get('/resourceGroups/west/providers/Microsoft.Unknown/things/one');

  expect(answer).toMatchObject({ status: 404, code: 'InvalidResourceType' });
  expect(JSON.stringify(answer.body)).toContain('stand-in/src/types');
});

test('fails for a body that is not JSON', async () => {
  const answer = await client.send({
    method: 'PUT',
    url: `${fullId(network)}?api-version=2025-01-01`,
    payload: '{',
  });

  expect(answer).toMatchObject({ status: 400, code: 'InvalidRequestContent' });
});

test('fails for a property that the type does not have, and names it', async () => {
  const answer = await client.put(network, body({ properties: { adressSpace: {} } }));

  expect(answer).toMatchObject({ status: 400, code: 'InvalidRequestContent' });
  expect(JSON.stringify(answer.body)).toContain("'adressSpace'");
});

test('fails for a group that is not there', async () => {
  const answer = await client.put(network.replace('/west/', '/east/'), body());

  expect(answer).toMatchObject({ status: 404, code: 'ResourceGroupNotFound' });
});

test('fails for a part of what is not there', async () => {
  const answer = await client.put(`${network}/subnets/one`, { properties: { addressPrefix: '10.0.1.0/24' } });

  expect(answer).toMatchObject({ status: 404, code: 'ParentResourceNotFound' });
});

test('fails for a name that breaks the rule of its type', async () => {
  const answer = await client.put(`${network}-`, body());

  expect(answer).toMatchObject({ status: 400, code: 'InvalidResourceName' });
});

test('fails without a location, for a region that is none, and for another than that in which it is', async () => {
  expect(await client.put(network, body({ location: undefined }))).toMatchObject({ code: 'LocationRequired' });
  expect(await client.put(network, body({ location: 'atlantis' }))).toMatchObject({
    code: 'LocationNotAvailableForResourceType',
  });
  await client.make(network, body());
  expect(await client.put(network, body({ location: 'northeurope' }))).toMatchObject({
    status: 409,
    code: 'InvalidResourceLocation',
  });
});

test.each([
  ['too many', Object.fromEntries(Array.from({ length: 51 }, (_tag, index) => [`tag${index}`, ''])), 'TooManyTags'],
  ['of a name with a slash', { 'a/b': '' }, 'InvalidTagNameCharacters'],
  ['of too long a value', { a: 'x'.repeat(257) }, 'InvalidTagValueLength'],
])('fails for tags that are %s', async (_what, tags, code) => {
  expect(await client.put(network, body({ tags }))).toMatchObject({ status: 400, code });
});

test('takes ids in any casing, and keeps the one in which a resource was created', async () => {
  await client.make(network, body());

  const answer = await client.get(network.toUpperCase());

  expect(answer.body['id']).toBe(fullId(network));
});

test('a PATCH changes what it names', async () => {
  await client.make(network, body({ tags: { kept: 'yes' } }));

  await client.patch(network, { tags: { added: 'yes' } });

  const { body: after, properties } = await client.get(network);
  expect(after['tags']).toEqual({ kept: 'yes', added: 'yes' });
  expect(properties['addressSpace']).toEqual({ addressPrefixes: ['10.0.0.0/16'] });
});

test('deletes what is not there without an error, as Azure does', async () => {
  expect((await client.delete(network)).status).toBe(204);
});

test('lists the resources of a group', async () => {
  await client.make(network, body());

  const { body: list } = await client.get('/resourceGroups/west/resources');

  expect(list['value']).toMatchObject([{ id: fullId(network), location: 'westeurope' }]);
});

test.each([
  ['management.azure.com', fullId('/resourceGroups/west?api-version=2025-01-01')],
  ['example.vault.azure.net', '/keys/one?api-version=7.4'],
])('a request to %s without a token is told where to get one', async (host, url) => {
  const answer = await client.send({ method: 'DELETE', url, headers: { host, authorization: '' } });

  expect(answer.status).toBe(401);
  expect(answer.headers['www-authenticate']).toContain('https://login.microsoftonline.com/');
  expect(client.azure.store.find(fullId('/resourceGroups/west'))).toBeDefined();
});
