import { type JsonObject } from '../../src/arm/json';
import { deployer } from '../../src/sign-in/deployer';
import { builtInRoles } from '../../src/types/authorization/built-in-roles';
import { body, west } from '../estate';
import { type Answer, type Client, fullId } from '../support';

/** Id of the vault of {@link addVault}. */
export const vault = `${west}/Microsoft.KeyVault/vaults/kv-a`;

/** Body of a premium vault that roles authorize. */
export function vaultBody(properties: JsonObject = {}): JsonObject {
  return body({
    tenantId: deployer.tenantId,
    sku: { family: 'A', name: 'premium' },
    enableRbacAuthorization: true,
    ...properties,
  });
}

/** Makes a vault. */
export async function addVault(client: Client, properties: JsonObject = {}): Promise<void> {
  await client.make(vault, vaultBody(properties));
}

/** Id of the definition of a role that Azure brings. */
export function roleId(name: string): string {
  const role = builtInRoles.find((candidate) => candidate.name === name);
  return fullId(`/providers/Microsoft.Authorization/roleDefinitions/${role?.id ?? name}`);
}

/** Id of a role assignment on a scope; its name ends with the number. */
export function assignmentId(scope: string, number = 1): string {
  const name = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`;
}

/** Body of a role assignment, to the deployer if nobody is named. */
export function assignment(role: string, principalId: string = deployer.objectId): JsonObject {
  return { properties: { principalId, roleDefinitionId: roleId(role) } };
}

/** Gives the deployer a role on a scope. */
export async function giveRole(client: Client, role: string, scope: string): Promise<void> {
  await client.make(assignmentId(scope), assignment(role));
}

/** A request to the vault's own address. */
export async function ask(
  client: Client,
  method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  payload?: JsonObject,
): Promise<Answer> {
  return client.send({
    method,
    url: `${path}?api-version=7.4`,
    headers: { host: 'kv-a.vault.azure.net', authorization: 'Bearer token' },
    payload: payload && JSON.stringify(payload),
  });
}

/** Reason that a vault gives for a refusal. */
export function reasonOf({ body: { error } }: Answer): unknown {
  return (error as { readonly innererror?: { readonly code: string } } | undefined)?.innererror?.code;
}
