import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { pseudoUuid } from '../../arm/pseudo-uuid';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly, zones } from '../../arm/shape';
import { type Azure } from '../../azure';
import { computeName } from './names';

const machineType = 'Microsoft.Compute/virtualMachines';

/** Kinds of disks, each with its largest size in GiB and whether it must be in a zone. */
const kinds = {
  Premium_LRS: { maxGib: 32767, zonal: false },
  Premium_ZRS: { maxGib: 32767, zonal: false },
  PremiumV2_LRS: { maxGib: 65536, zonal: true },
  StandardSSD_LRS: { maxGib: 32767, zonal: false },
  StandardSSD_ZRS: { maxGib: 32767, zonal: false },
  Standard_LRS: { maxGib: 32767, zonal: false },
  UltraSSD_LRS: { maxGib: 65536, zonal: true },
} as const;

/** Kind of a disk. */
export type DiskKind = keyof typeof kinds;

/** Names of the kinds. */
export const diskKinds = Object.keys(kinds) as [DiskKind, ...DiskKind[]];

/**
 * A managed disk.
 *
 * @see https://learn.microsoft.com/rest/api/compute/disks/create-or-update
 * @see https://learn.microsoft.com/azure/virtual-machines/disks-types
 */
export const disk: ResourceType = {
  type: 'Microsoft.Compute/disks',
  name: computeName(80),
  shape: bodyShape({
    properties: {
      burstingEnabled: z.boolean(),
      burstingEnabledTime: readOnly,
      completionPercent: readOnly,
      creationData: object(
        {
          createOption: z.enum(['Empty', 'FromImage', 'Copy', 'Restore', 'Import', 'Upload', 'Attach', 'CopyStart']),
          elasticSanResourceId: z.string(),
          galleryImageReference: anything,
          imageReference: anything,
          logicalSectorSize: z.literal([512, 4096]),
          performancePlus: z.boolean(),
          securityDataUri: z.string(),
          sourceResourceId: z.string(),
          sourceUniqueId: readOnly,
          sourceUri: z.string(),
          storageAccountId: z.string(),
          uploadSizeBytes: z.int(),
        },
        ['createOption'],
      ),
      dataAccessAuthMode: z.enum(['AzureActiveDirectory', 'None']),
      diskAccessId: z.string(),
      diskIOPSReadOnly: z.int(),
      diskIOPSReadWrite: z.int(),
      diskMBpsReadOnly: z.int(),
      diskMBpsReadWrite: z.int(),
      diskSizeBytes: readOnly,
      diskSizeGB: z.int(),
      diskState: readOnly,
      encryption: object({
        diskEncryptionSetId: z.string(),
        type: z.enum([
          'EncryptionAtRestWithCustomerKey',
          'EncryptionAtRestWithPlatformAndCustomerKeys',
          'EncryptionAtRestWithPlatformKey',
        ]),
      }),
      encryptionSettingsCollection: anything,
      hyperVGeneration: z.enum(['V1', 'V2']),
      LastOwnershipUpdateTime: readOnly,
      maxShares: z.int(),
      networkAccessPolicy: z.enum(['AllowAll', 'AllowPrivate', 'DenyAll']),
      optimizedForFrequentAttach: z.boolean(),
      osType: z.enum(['Linux', 'Windows', '']),
      propertyUpdatesInProgress: readOnly,
      publicNetworkAccess: z.enum(['Disabled', 'Enabled']),
      purchasePlan: anything,
      securityProfile: anything,
      shareInfo: readOnly,
      supportedCapabilities: anything,
      supportsHibernation: z.boolean(),
      tier: z.string(),
      timeCreated: readOnly,
      uniqueId: readOnly,
    },
    required: ['creationData'],
    beside: {
      sku: object({ name: z.enum(diskKinds), tier: readOnly }),
      zones: zones.max(1),
      managedBy: readOnly,
      managedByExtended: readOnly,
      extendedLocation: anything,
    },
  }),
  createdStatus: 200,
  longRunning: ['put', 'delete'],
  check(resource, azure, previous) {
    checkKind(resource);
    checkChange(resource, previous, azure);
    const { encryption } = resource.properties as unknown as { readonly encryption?: Encryption };
    if (
      encryption?.type !== undefined &&
      (encryption.type !== platformKey) !== (encryption.diskEncryptionSetId !== undefined)
    ) {
      throw badRequest(
        'InvalidParameter',
        `Disk encryption set is required for encryption type ${encryption.type} of disk ${resource.name}, and not allowed for ${platformKey}.`,
      );
    }
  },
  complete: (resource) => ({
    ...resource,
    properties: {
      ...resource.properties,
      diskSizeBytes: sizeGibOf(resource) * 2 ** 30,
      uniqueId: pseudoUuid(`disk ${resource.id.toLowerCase()}`),
      encryption: resource.properties['encryption'] ?? { type: platformKey },
    },
  }),
  show: (resource, azure) => ({ diskState: ownerOf(resource, azure) ? 'Attached' : 'Unattached' }),
  checkDelete(resource, azure) {
    const owner = ownerOf(resource, azure);
    if (owner) {
      throw conflict('OperationNotAllowed', `Disk ${resource.name} is attached to VM ${owner.id}.`);
    }
  },
};

const platformKey = 'EncryptionAtRestWithPlatformKey';

interface Encryption {
  readonly type?: string;
  readonly diskEncryptionSetId?: string;
}

/** Kind of a disk, as its sku says. */
export function kindOf(resource: Resource): DiskKind {
  const { name = 'Standard_LRS' } = (resource['sku'] ?? {}) as { readonly name?: DiskKind };
  return name;
}

/** Size of a disk in GiB. */
export function sizeGibOf({ properties }: Resource): number {
  return Number(properties['diskSizeGB'] ?? 0);
}

/** Whether disks of a kind exist in zones alone. */
export function isZonal(kind: DiskKind): boolean {
  return kinds[kind].zonal;
}

function ownerOf(resource: Resource, azure: Azure): Resource | undefined {
  return usersOf(resource, azure, machineType)[0];
}

function checkKind(resource: Resource): void {
  const kind = kindOf(resource);
  const { createOption } = resource.properties['creationData'] as { readonly createOption: string };
  const size = sizeGibOf(resource);
  if (createOption === 'Empty' && (size < 1 || size > kinds[kind].maxGib)) {
    throw badRequest(
      'InvalidParameter',
      `The value '${size}' of parameter 'disk.diskSizeGb' is out of range. The value must be between '1' and '${kinds[kind].maxGib}', inclusive.`,
    );
  }
  if (kinds[kind].zonal && !resource.zones) {
    throw badRequest(
      'InvalidParameter',
      `Disk ${resource.name} of storage account type '${kind}' must be in an availability zone.`,
    );
  }
  if (kind.endsWith('_ZRS') && resource.zones) {
    throw badRequest(
      'InvalidParameter',
      `Disk ${resource.name} of storage account type '${kind}' is in all zones and must not name one.`,
    );
  }
}

function checkChange(resource: Resource, previous: Resource | undefined, azure: Azure): void {
  if (!previous) {
    return;
  }
  if (sizeGibOf(resource) < sizeGibOf(previous)) {
    throw badRequest(
      'ResizeDiskError',
      `Disk ${resource.name}: new size ${sizeGibOf(resource)} GB must be greater than or equal to the existing size ${sizeGibOf(previous)} GB. Shrinking disks is not allowed.`,
    );
  }
  if (String(previous.zones ?? []) !== String(resource.zones ?? [])) {
    throw badRequest(
      'ResourceAvailabilityZonesCannotBeModified',
      `Disk ${resource.name} has an existing availability zone constraint and cannot be changed.`,
    );
  }
  const owner = ownerOf(previous, azure);
  if (owner && kindOf(resource) !== kindOf(previous)) {
    throw conflict(
      'OperationNotAllowed',
      `Cannot change the storage account type of disk ${resource.name} while it is attached to running VM ${owner.id}.`,
    );
  }
}
