import { type FastifyInstance } from 'fastify';
import { ArmError, notFound } from '../arm/arm-error';
import { type Resource } from '../arm/resource';
import { checkApiVersion } from '../arm/resource-manager';
import { type Azure } from '../azure';
import { hosts } from '../hosts';
import { deletedVaultKey } from '../types/key-vault/vault';

interface Params {
  readonly location: string;
  readonly name: string;
}

const path = '/subscriptions/:subscription/providers/Microsoft.KeyVault/locations/:location/deletedVaults/:name';

/** Adds what Resource Manager says of deleted vaults, and their end. */
export function addDeletedVaults(app: FastifyInstance, azure: Azure): void {
  const options = { constraints: { host: hosts.resourceManager }, preHandler: checkApiVersion };
  app.get<{ Params: Params }>(path, options, async ({ url, params }, reply) => {
    const vault = findDeleted(params, azure);
    return reply.send({
      id: url.split('?')[0],
      name: vault.name,
      type: 'Microsoft.KeyVault/deletedVaults',
      properties: {
        vaultId: vault.id,
        location: vault.location,
        tags: vault['tags'],
        purgeProtectionEnabled: vault.properties['enablePurgeProtection'] === true,
      },
    });
  });
  app.post<{ Params: Params }>(`${path}/purge`, options, async ({ params }, reply) => {
    const vault = findDeleted(params, azure);
    if (vault.properties['enablePurgeProtection'] === true) {
      throw new ArmError(
        405,
        'MethodNotAllowed',
        'Operation "DeletedVaultPurge" is not allowed because purge protection is enabled for this vault. Key Vault service will automatically purge it after the retention period has passed.',
      );
    }
    azure.softDeleted.delete(deletedVaultKey(vault.name));
    // What was deleted in it before goes with it.
    const within = `${vault.id.toLowerCase()}/`;
    [...azure.softDeleted.keys()]
      .filter((key) => key.startsWith(within))
      .forEach((key) => azure.softDeleted.delete(key));
    return reply.code(200).send();
  });
}

function findDeleted({ location, name }: Params, { softDeleted }: Azure): Resource {
  const [vault] = softDeleted.get(deletedVaultKey(name)) ?? [];
  if (vault?.location !== location.toLowerCase()) {
    throw notFound('DeletedVaultNotFound', `The deleted vault ${name} does not exist in ${location}.`);
  }
  return vault;
}
