import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { principalsOf } from '../../arm/identities';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, identity, object, readOnly, reference } from '../../arm/shape';
import { type Azure } from '../../azure';
import { findKey } from '../../vault/find-object';
import { mayAct } from '../authorization/access';
import { computeName } from './names';

const activeKey = object({ keyUrl: z.string(), sourceVault: reference }, ['keyUrl']);

/** What an identity must be allowed to do with the key. */
const neededActions = [
  'Microsoft.KeyVault/vaults/keys/read',
  'Microsoft.KeyVault/vaults/keys/wrap/action',
  'Microsoft.KeyVault/vaults/keys/unwrap/action',
];

/**
 * Key that encrypts disks. The key must be there, in a vault of the region that cannot be purged, and the set's identity must
 * be allowed to wrap with it.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
 */
export const diskEncryptionSet: ResourceType = {
  type: 'Microsoft.Compute/diskEncryptionSets',
  name: computeName(80),
  shape: bodyShape({
    properties: {
      activeKey,
      autoKeyRotationError: readOnly,
      encryptionType: z.enum([
        'ConfidentialVmEncryptedWithCustomerKey',
        'EncryptionAtRestWithCustomerKey',
        'EncryptionAtRestWithPlatformAndCustomerKeys',
      ]),
      federatedClientId: z.string(),
      lastKeyRotationTimestamp: readOnly,
      previousKeys: readOnly,
      rotationToLatestKeyVersionEnabled: z.boolean(),
    },
    required: ['activeKey'],
    beside: { identity },
    requiredBeside: ['identity'],
  }),
  createdStatus: 200,
  longRunning: ['put', 'delete'],
  check: checkKey,
  complete(set, azure) {
    const { keyUrl } = set.properties['activeKey'] as { readonly keyUrl: string };
    const key = findKey(keyUrl, azure);
    const current = key?.object.properties['currentVersion'];
    const rotates = set.properties['rotationToLatestKeyVersionEnabled'] === true;
    return {
      ...set,
      properties: {
        ...set.properties,
        activeKey: {
          keyUrl: rotates && typeof current === 'string' ? current : keyUrl,
          ...(key && { sourceVault: { id: key.vault.id } }),
        },
      },
    };
  },
  checkDelete(set, azure) {
    const [user] = usersOf(set, azure);
    if (user) {
      throw conflict(
        'OperationNotAllowed',
        `Disk encryption set ${set.name} cannot be deleted because it is used by ${user.id}.`,
      );
    }
  },
};

function checkKey(set: Resource, azure: Azure): void {
  const { keyUrl } = set.properties['activeKey'] as { readonly keyUrl: string };
  const key = findKey(keyUrl, azure);
  if (!key) {
    throw badRequest('KeyVaultKeyNotFound', `Key ${keyUrl} of disk encryption set ${set.name} was not found.`);
  }
  if (key.vault.location !== set.location) {
    throw badRequest(
      'InvalidParameter',
      `Key vault ${key.vault.id} must be in the region ${set.location ?? ''} of disk encryption set ${set.name}.`,
    );
  }
  if (key.vault.properties['enablePurgeProtection'] !== true) {
    throw badRequest(
      'KeyVaultNotPurgeProtected',
      `Key vault ${key.vault.id} must have soft delete and purge protection to be used for encryption of disks.`,
    );
  }
  const principals = principalsOf(set);
  const may = (principal: string) => neededActions.every((action) => mayAct(azure, principal, key.object.id, action));
  if (!principals.some(may)) {
    throw badRequest(
      'KeyVaultAccessForbidden',
      `Unable to access key vault resource '${keyUrl}' to enable encryption at rest. Please grant get, wrap and unwrap key permissions to disk encryption set '${set.name}'.`,
    );
  }
}
