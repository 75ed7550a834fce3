import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, readOnly } from '../../arm/shape';
import { accountType, kindOf, skuOf } from './kind';
import { contentName } from './names';
import { accountOf } from './services';

interface ShareProperties {
  readonly accessTier?: string;
  readonly enabledProtocols?: string;
  readonly shareQuota?: number;
}

/** @see https://learn.microsoft.com/rest/api/storagerp/file-shares/create */
export const fileShare: ResourceType = {
  type: `${accountType}/fileServices/shares`,
  name: contentName,
  shape: bodyShape({
    properties: {
      accessTier: z.enum(['Cool', 'Hot', 'Premium', 'TransactionOptimized']),
      accessTierChangeTime: readOnly,
      accessTierStatus: readOnly,
      enabledProtocols: z.enum(['NFS', 'SMB']),
      lastModifiedTime: readOnly,
      leaseState: readOnly,
      leaseStatus: readOnly,
      metadata: z.record(z.string(), z.string()),
      rootSquash: z.enum(['NoRootSquash', 'RootSquash', 'AllSquash']),
      shareQuota: z.int(),
      // Stored access policies, which this architecture has none of.
      signedIdentifiers: z.array(anything),
    },
  }),
  check(share, azure) {
    const account = accountOf(share, azure);
    const isPremium = skuOf(account).tier === 'Premium';
    const { accessTier, enabledProtocols, shareQuota = 5120 } = share.properties as ShareProperties;
    const least = isPremium ? 100 : 1;
    if (shareQuota < least || shareQuota > 102_400) {
      throw badRequest(
        'InvalidRequestPropertyValue',
        `The value '${shareQuota}' is not allowed for property shareQuota: it must be ${least} to 102400 GiB.`,
      );
    }
    if (accessTier !== undefined && (accessTier === 'Premium') !== isPremium) {
      throw badRequest(
        'InvalidRequestPropertyValue',
        `The value '${accessTier}' is not allowed for property accessTier.`,
      );
    }
    if (enabledProtocols === 'NFS' && kindOf(account) !== 'FileStorage') {
      throw badRequest('FeatureNotSupportedForAccount', 'NFS is not supported for the account.');
    }
  },
  complete(share, azure) {
    const isPremium = skuOf(accountOf(share, azure)).tier === 'Premium';
    return {
      ...share,
      properties: {
        accessTier: isPremium ? 'Premium' : 'TransactionOptimized',
        enabledProtocols: 'SMB',
        shareQuota: 5120,
        ...share.properties,
      },
    };
  },
  show: () => ({ leaseState: 'available', leaseStatus: 'unlocked' }),
};
