import { type Resource } from '../arm/resource';
import { type Azure } from '../azure';
import { deployer } from '../sign-in/deployer';
import { mayAct } from '../types/authorization/access';
import { endpointsOf } from '../types/network/private-endpoint';
import { VaultError } from './vault-error';

/**
 * Refuses a request to a vault from where it must not come, or by whom it must not be made. The deployer counts as one inside
 * the network once a private endpoint leads to the vault, and as one at an allowed address if the vault allows any.
 *
 * @see https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 * @see https://learn.microsoft.com/azure/key-vault/general/how-to-azure-key-vault-network-security
 */
export function checkAccess(vault: Resource, objectId: string, action: string, azure: Azure): void {
  checkNetwork(vault, azure);
  if (vault.properties['enableRbacAuthorization'] !== true) {
    throw new VaultError(
      403,
      'Forbidden',
      `The stand-in knows no access policies: vault ${vault.name} must be authorized by roles.`,
      'AccessDenied',
    );
  }
  if (!mayAct(azure, deployer.objectId, objectId, `Microsoft.KeyVault/vaults/${action}`)) {
    throw new VaultError(
      403,
      'Forbidden',
      `Caller is not authorized to perform action on resource. If role assignments, deny assignments or role definitions were changed recently, please observe propagation time. Caller: oid=${deployer.objectId} Action: 'Microsoft.KeyVault/vaults/${action}' Resource: '${objectId}' Vault: ${vault.name}`,
      'ForbiddenByRbac',
    );
  }
}

interface NetworkRules {
  readonly defaultAction?: string;
  readonly ipRules?: readonly unknown[];
}

function checkNetwork({ id, name, properties }: Resource, azure: Azure): void {
  if (endpointsOf(id, azure).length > 0) {
    return;
  }
  if ((properties['publicNetworkAccess'] as string).toLowerCase() === 'disabled') {
    throw new VaultError(
      403,
      'Forbidden',
      `Public network access is disabled and request is not from a trusted service nor via an approved private link. Vault: ${name}`,
      'ForbiddenByConnection',
    );
  }
  const { defaultAction = 'Allow', ipRules = [] } = (properties['networkAcls'] ?? {}) as NetworkRules;
  if (defaultAction === 'Deny' && ipRules.length === 0) {
    throw new VaultError(
      403,
      'Forbidden',
      `Client address is not authorized and caller is not a trusted service. Vault: ${name}`,
      'ForbiddenByFirewall',
    );
  }
}
