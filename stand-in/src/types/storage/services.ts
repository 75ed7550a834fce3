import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly } from '../../arm/shape';
import { type Azure } from '../../azure';
import { accountType, kindOf, skuOf } from './kind';
import { defaultName } from './names';

const retention = object({ allowPermanentDelete: z.boolean(), days: z.int().min(1).max(365), enabled: z.boolean() });

const cors = object({ corsRules: z.array(anything) });

/** Services of an account, there from the start, each with what is so unless it is said. */
export function defaultServices(account: Resource): readonly Resource[] {
  const service = (name: string): Resource => ({
    id: `${account.id}/${name}/default`,
    name: 'default',
    type: `${accountType}/${name}`,
    properties: { cors: { corsRules: [] } },
  });
  return kindOf(account) === 'FileStorage'
    ? [service('fileServices')]
    : [service('blobServices'), service('fileServices')];
}

/** @see https://learn.microsoft.com/rest/api/storagerp/blob-services/set-service-properties */
export const blobService: ResourceType = {
  type: `${accountType}/blobServices`,
  name: defaultName,
  shape: bodyShape({
    beside: { sku: readOnly },
    properties: {
      automaticSnapshotPolicyEnabled: z.boolean(),
      changeFeed: object({ enabled: z.boolean(), retentionInDays: z.int().min(1).max(146000) }),
      containerDeleteRetentionPolicy: retention,
      cors,
      defaultServiceVersion: z.string(),
      deleteRetentionPolicy: retention,
      isVersioningEnabled: z.boolean(),
      lastAccessTimeTrackingPolicy: object(
        {
          blobType: z.array(z.string()),
          enable: z.boolean(),
          name: z.enum(['AccessTimeTracking']),
          trackingGranularityInDays: z.int(),
        },
        ['enable'],
      ),
      restorePolicy: object(
        { days: z.int().min(1), enabled: z.boolean(), lastEnabledTime: readOnly, minRestoreTime: readOnly },
        ['enabled'],
      ),
    },
  }),
  createdStatus: 200,
  check(service, azure) {
    if (kindOf(accountOf(service, azure)) === 'FileStorage') {
      throw badRequest('FeatureNotSupportedForAccount', 'Blob is not supported for the account.');
    }
    checkRestore(service);
  },
};

interface BlobProperties {
  readonly changeFeed?: { readonly enabled?: boolean };
  readonly deleteRetentionPolicy?: { readonly enabled?: boolean; readonly days?: number };
  readonly isVersioningEnabled?: boolean;
  readonly restorePolicy?: { readonly enabled: boolean; readonly days?: number };
}

/** @see https://learn.microsoft.com/azure/storage/blobs/point-in-time-restore-overview#prerequisites-for-point-in-time-restore */
function checkRestore({ properties }: Resource): void {
  const { changeFeed, deleteRetentionPolicy, isVersioningEnabled, restorePolicy } = properties as BlobProperties;
  if (!restorePolicy?.enabled) {
    return;
  }
  const keeps = deleteRetentionPolicy?.enabled === true ? (deleteRetentionPolicy.days ?? 0) : 0;
  if (changeFeed?.enabled !== true || isVersioningEnabled !== true || (restorePolicy.days ?? 0) >= keeps) {
    throw badRequest(
      'InvalidRequestPropertyValue',
      'The restore policy needs change feed, versioning and soft delete of more days than its own.',
    );
  }
}

/** @see https://learn.microsoft.com/rest/api/storagerp/file-services/set-service-properties */
export const fileService: ResourceType = {
  type: `${accountType}/fileServices`,
  name: defaultName,
  shape: bodyShape({
    beside: { sku: readOnly },
    properties: {
      cors,
      protocolSettings: object({
        nfs: object({ encryptionInTransit: object({ required: z.boolean() }) }),
        smb: object({
          authenticationMethods: listOf('NTLMv2', 'Kerberos'),
          channelEncryption: listOf('AES-128-CCM', 'AES-128-GCM', 'AES-256-GCM'),
          encryptionInTransit: object({ required: z.boolean() }),
          kerberosTicketEncryption: listOf('RC4-HMAC', 'AES-256'),
          multichannel: object({ enabled: z.boolean() }),
          versions: listOf('SMB2.1', 'SMB3.0', 'SMB3.1.1'),
        }),
      }),
      shareDeleteRetentionPolicy: retention,
    },
  }),
  createdStatus: 200,
  check(service, azure) {
    const { smb } = (service.properties['protocolSettings'] ?? {}) as {
      readonly smb?: { readonly multichannel?: object };
    };
    if (smb?.multichannel && skuOf(accountOf(service, azure)).tier !== 'Premium') {
      throw badRequest(
        'FeatureNotSupportedForAccount',
        'SMB Multichannel is not supported for the account: it is of premium file shares.',
      );
    }
  },
};

/** Texts joined by semicolons, or none. */
function listOf(...values: readonly string[]) {
  const one = `(${values.map((value) => value.replaceAll('.', '\\.')).join('|')})`;
  return z.string().regex(new RegExp(`^(${one}(;${one})*;?)?$`));
}

/** The account of which a resource is a part, at any depth. */
export function accountOf({ id }: Resource, { store }: Azure): Resource {
  const account = store.find(id.split('/').slice(0, 9).join('/'));
  if (!account) {
    throw new Error(`what is in an account must have one: ${ResourceId.parse(id).text}`);
  }
  return account;
}
