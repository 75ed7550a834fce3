import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { type IDiskEncryption } from '@iris-azure/security';
import {
  type DataDiskSpec,
  type DiskType,
  maxCachedGib,
  performanceRanges,
  type FigureRange,
  provisionedLimits,
} from '@iris-azure/sizing';
import { type LinuxVirtualMachine } from '@cdktf/provider-azurerm/lib/linux-virtual-machine';
import { ManagedDisk } from '@cdktf/provider-azurerm/lib/managed-disk';
import { VirtualMachineDataDiskAttachment } from '@cdktf/provider-azurerm/lib/virtual-machine-data-disk-attachment';
import { Construct } from 'constructs';

/** Properties of {@link DataDisk}. */
export interface DataDiskProps {
  /** Resource group of the disk. */
  readonly resourceGroup: IResourceGroup;
  /** Name of the server, which becomes part of the disk's. */
  readonly serverName: string;
  /** Machine to which the disk is attached. */
  readonly virtualMachine: LinuxVirtualMachine;
  /** Zone of the machine. @default none: the machine is in an availability set */
  readonly zone?: string;
  /** Type of the disk. */
  readonly diskType: DiskType;
  /** What the disk is. */
  readonly disk: DataDiskSpec;
  /** Encryption of the disk. */
  readonly encryption: IDiskEncryption;
}

/**
 * Managed disk, encrypted with a customer-managed key, out of reach of any network, attached by LUN.
 *
 * @seed S1, S2
 */
export class DataDisk extends Construct {
  public constructor(scope: Construct, id: string, props: DataDiskProps) {
    super(scope, id);
    const { resourceGroup, zone, diskType } = props;
    const disk = diskType === 'PremiumV2_LRS' ? { ...props.disk, caching: 'None' as const } : props.disk;
    refusingAt(this, () => {
      assertValid(disk);
      assertPerformance(disk, diskType);
      assertPlaceable(diskType, zone);
    });
    const managedDisk = new ManagedDisk(this, 'Resource', {
      name: resourceGroup.nameOf('dataDisk', props.serverName, disk.name),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      createOption: 'Empty',
      storageAccountType: diskType,
      diskIopsReadWrite: disk.iops,
      diskMbpsReadWrite: disk.throughputMbps,
      zone,
      diskSizeGb: disk.sizeGib,
      diskEncryptionSetId: props.encryption.diskEncryptionSetId,
      publicNetworkAccessEnabled: false,
      networkAccessPolicy: 'DenyAll',
      tags: resourceGroup.tags({ 'iris-volume': disk.volume }),
    });
    new VirtualMachineDataDiskAttachment(this, 'Attachment', {
      managedDiskId: managedDisk.id,
      virtualMachineId: props.virtualMachine.id,
      lun: disk.lun,
      caching: disk.caching,
    });
  }
}

/** @see https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssd-v2-performance */
function assertPerformance({ sizeGib, iops, throughputMbps }: DataDiskSpec, diskType: DiskType): void {
  if (diskType !== 'PremiumV2_LRS') {
    if (iops !== undefined || throughputMbps !== undefined) {
      throw new Refusal(
        `IOPS and throughput of a ${diskType} disk follow from its size, got iops ${iops} and throughputMbps ` +
          `${throughputMbps}; leave them out, or set diskType to PremiumV2_LRS`,
      );
    }
    return;
  }
  const ranges = performanceRanges(provisionedLimits(diskType), { sizeGib, iops });
  assertWithin('iops', iops, ranges.iops);
  assertWithin('throughputMbps', throughputMbps, ranges.throughputMbps);
}

function assertWithin(field: string, value: number | undefined, { least, most }: FigureRange): void {
  if (value !== undefined && (!Number.isInteger(value) || value < least || value > most)) {
    throw new Refusal(`${field} of a Premium SSD v2 disk must be ${least} to ${most}, got ${value}; set ${field}`);
  }
}

function assertPlaceable(diskType: DiskType, zone: string | undefined): void {
  if (diskType === 'PremiumV2_LRS' && zone === undefined) {
    throw new Refusal(
      `disk of type PremiumV2_LRS must be in a zone, got a server in an availability set; ` +
        `set highAvailability to zones, or diskType to Premium_LRS`,
    );
  }
}

function assertValid(disk: DataDiskSpec): void {
  const largest = disk.caching === 'None' ? 32767 : maxCachedGib;
  if (!Number.isInteger(disk.sizeGib) || disk.sizeGib < 4 || disk.sizeGib > largest) {
    throw new Refusal(
      `data disk must be 4 to ${largest} GiB with host caching ${disk.caching}, ` +
        `got ${disk.sizeGib}; set sizeGib, or spread the volume over more disks`,
    );
  }
  if (!Number.isInteger(disk.lun) || disk.lun < 0 || disk.lun > 63) {
    throw new Refusal(`LUN must be a whole number from 0 to 63, got ${disk.lun}; set lun`);
  }
}
