import { badRequest } from '../../arm/arm-error';
import { identityIds, principalsOf } from '../../arm/identities';
import { type Resource } from '../../arm/resource';
import { type Azure } from '../../azure';
import { findKey } from '../../vault/find-object';
import { mayAct } from '../authorization/access';

/** What the account's identity must be allowed to do with the key. */
const neededActions = [
  'Microsoft.KeyVault/vaults/keys/read',
  'Microsoft.KeyVault/vaults/keys/wrap/action',
  'Microsoft.KeyVault/vaults/keys/unwrap/action',
];

interface Encryption {
  readonly keySource?: string;
  readonly identity?: { readonly userAssignedIdentity?: string };
  readonly keyvaultproperties?: { readonly keyvaulturi?: string; readonly keyname?: string };
}

/**
 * Refuses a customer-managed key that is not there, in a vault that can be purged, or that the account's identity may not
 * use. The vault may be in another region.
 *
 * @see https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview
 */
export function checkAccountKey(account: Resource, azure: Azure): void {
  const { keySource, identity, keyvaultproperties } = (account.properties['encryption'] ?? {}) as Encryption;
  if (keySource !== 'Microsoft.Keyvault') {
    return;
  }
  const url = `${(keyvaultproperties?.keyvaulturi ?? '').replace(/\/$/, '')}/keys/${keyvaultproperties?.keyname ?? ''}`;
  const key = findKey(url, azure);
  if (!key) {
    throw badRequest('KeyVaultKeyNotFound', `The key vault key is not found to unwrap the encryption key: ${url}.`);
  }
  if (key.vault.properties['enablePurgeProtection'] !== true) {
    throw badRequest(
      'KeyVaultPolicyError',
      `Keyvault policy recoverable is not set: ${key.vault.name} must have soft delete and purge protection.`,
    );
  }
  const named = identity?.userAssignedIdentity;
  const principals = named === undefined ? principalsOf(account) : [identityIds(named).principalId];
  const isAssigned = principals.every((principal) => principalsOf(account).includes(principal));
  const may = (principal: string) => neededActions.every((action) => mayAct(azure, principal, key.object.id, action));
  if (!isAssigned || !principals.some(may)) {
    throw badRequest(
      'KeyVaultAuthenticationFailure',
      `Operation on the Key Vault failed because of an authentication failure: the identity of ${account.name} may not use ${url}.`,
    );
  }
}
