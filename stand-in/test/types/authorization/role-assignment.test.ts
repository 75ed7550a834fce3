import { type JsonValue } from '../../../src/arm/json';
import { deployer } from '../../../src/sign-in/deployer';
import { west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';
import { assignment, assignmentId, giveRole, roleId } from '../../vault/vault-client';

const group = '/resourceGroups/west';

const identity = `${west}/Microsoft.ManagedIdentity/userAssignedIdentities/id-a`;

let client: Client;

beforeEach(async () => {
  client = await startClient();
});

afterEach(async () => client.close());

/** A list, as the provider asks for one. */
async function list(path: string, filter: string): Promise<readonly { readonly id: string }[]> {
  const query = `api-version=2022-04-01&$filter=${encodeURIComponent(filter)}`;
  const { body } = await client.send({ url: `${fullId(path)}?${query}` });
  return body['value'] as JsonValue as unknown as readonly { readonly id: string }[];
}

test('a role is given to the deployer or to an identity, and shows its scope', async () => {
  const { properties } = await client.make(identity, { location: 'westeurope' });
  await giveRole(client, 'Reader', group);

  const given = await client.make(assignmentId(group, 2), assignment('Reader', properties['principalId'] as string));

  expect(given.properties).toMatchObject({ scope: fullId(group), principalType: 'ServicePrincipal' });
});

test('fails for a principal that is nobody', async () => {
  const nobody = '99999999-9999-4999-8999-999999999999';

  expect(await client.put(assignmentId(group), assignment('Reader', nobody))).toMatchObject({
    status: 400,
    code: 'PrincipalNotFound',
  });
});

test('fails for an identity that was deleted', async () => {
  const { properties } = await client.make(identity, { location: 'westeurope' });
  await client.delete(identity);

  expect(
    await client.put(assignmentId(group), assignment('Reader', properties['principalId'] as string)),
  ).toMatchObject({ code: 'PrincipalNotFound' });
});

test('fails for a principal that is said to be of another type', async () => {
  const properties = { principalId: deployer.objectId, principalType: 'User', roleDefinitionId: roleId('Reader') };

  expect(await client.put(assignmentId(group), { properties })).toMatchObject({
    status: 400,
    code: 'UnmatchedPrincipalType',
  });
});

test('fails for a role that there is not', async () => {
  const unknown = '99999999-9999-4999-8999-999999999999';

  expect((await client.put(assignmentId(group), assignment(unknown))).status).toBe(404);
});

test('fails to give the same role twice on a scope, under whatever name; on another scope it is another', async () => {
  await giveRole(client, 'Reader', group);

  expect(await client.put(assignmentId(group, 2), assignment('Reader'))).toMatchObject({
    status: 409,
    code: 'RoleAssignmentExists',
  });
  expect((await client.put(assignmentId('/resourceGroups/north'), assignment('Reader'))).status).toBe(201);
});

test('fails to change a role assignment', async () => {
  await giveRole(client, 'Reader', group);

  expect(await client.put(assignmentId(group), assignment('Contributor'))).toMatchObject({
    code: 'RoleAssignmentUpdateNotPermitted',
  });
});

test.each(['not-a-guid', '1'])('fails for the name %s', async (name) => {
  const id = `${group}/providers/Microsoft.Authorization/roleAssignments/${name}`;

  expect((await client.put(id, assignment('Reader'))).status).toBe(400);
});

test('fails on a scope that there is not', async () => {
  expect((await client.put(assignmentId(identity), assignment('Reader'))).status).toBe(404);
});

test('a list shows what holds at a scope: what was given above it, and what within it unless only the scope is asked', async () => {
  await client.make(identity, { location: 'westeurope' });
  await client.make(assignmentId(''), assignment('Reader'));
  await client.make(assignmentId(group, 2), assignment('Contributor'));
  await client.make(assignmentId(identity, 3), assignment('Owner'));
  const at = (scope: string) => `${scope}/providers/Microsoft.Authorization/roleAssignments`;

  expect(await list(at(group), '')).toHaveLength(3);
  expect(await list(at(group), 'atScope()')).toHaveLength(2);
  expect(await list(at('/resourceGroups/north'), '')).toHaveLength(1);
  expect(await list(at(group), `principalId eq '${identity}'`)).toHaveLength(0);
});

test('definitions are found by name at any scope, and by id', async () => {
  const found = await list(
    `${group}/providers/Microsoft.Authorization/roleDefinitions`,
    "roleName eq 'Key Vault Secrets User'",
  );

  expect(found).toMatchObject([{ id: roleId('Key Vault Secrets User'), properties: { type: 'BuiltInRole' } }]);
  expect(await list(`${group}/providers/Microsoft.Authorization/roleDefinitions`, "roleName eq 'None'")).toEqual([]);
  const id = '4633458b-17de-408a-b874-0445c86b69e6';
  expect((await client.get(`/providers/Microsoft.Authorization/roleDefinitions/${id}`)).properties['roleName']).toBe(
    'Key Vault Secrets User',
  );
});
