import { z } from 'zod';
import { conflict } from '../../arm/arm-error';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, readOnly } from '../../arm/shape';
import { accountType } from './kind';
import { immutabilityPolicyType } from './immutability-policy';
import { contentName } from './names';
import { accountOf } from './services';

/**
 * A container of blobs. The stand-in keeps none in it, so that one with an immutability policy can be deleted.
 *
 * @see https://learn.microsoft.com/rest/api/storagerp/blob-containers/create
 */
export const blobContainer: ResourceType = {
  type: `${accountType}/blobServices/containers`,
  name: contentName,
  shape: bodyShape({
    properties: {
      defaultEncryptionScope: z.string(),
      deleted: readOnly,
      denyEncryptionScopeOverride: z.boolean(),
      hasImmutabilityPolicy: readOnly,
      hasLegalHold: readOnly,
      immutabilityPolicy: readOnly,
      lastModifiedTime: readOnly,
      leaseState: readOnly,
      leaseStatus: readOnly,
      legalHold: readOnly,
      metadata: z.record(z.string(), z.string()),
      publicAccess: z.enum(['Blob', 'Container', 'None']),
      remainingRetentionDays: readOnly,
    },
  }),
  check(container, azure) {
    const { publicAccess = 'None' } = container.properties;
    if (publicAccess !== 'None' && accountOf(container, azure).properties['allowBlobPublicAccess'] !== true) {
      throw conflict('PublicAccessNotPermitted', 'Public access is not permitted on this storage account.');
    }
  },
  complete: (container) => ({
    ...container,
    properties: {
      defaultEncryptionScope: '$account-encryption-key',
      denyEncryptionScopeOverride: false,
      publicAccess: 'None',
      ...container.properties,
    },
  }),
  show: (container, { store }) => ({
    deleted: false,
    hasImmutabilityPolicy: store.children(container.id, immutabilityPolicyType).length > 0,
    hasLegalHold: false,
    leaseState: 'Available',
    leaseStatus: 'Unlocked',
    remainingRetentionDays: 0,
  }),
};
