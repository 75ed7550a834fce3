import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { type IDiskEncryption } from '@iris-azure/security';
import { type LinuxVirtualMachine } from '@cdktf/provider-azurerm/lib/linux-virtual-machine';
import { ManagedDisk } from '@cdktf/provider-azurerm/lib/managed-disk';
import { VirtualMachineDataDiskAttachment } from '@cdktf/provider-azurerm/lib/virtual-machine-data-disk-attachment';
import { Construct } from 'constructs';

/** One data disk of a server, as the guest will find it by its LUN. */
export interface DataDiskSpec {
  /** Name of the disk, unique in its server, for example `journal`. */
  readonly name: string;
  /** What the disk is for, as its tag `iris-volume`. */
  readonly volume: string;
  /** Logical unit number, 0 to 63, unique in its server. */
  readonly lun: number;
  /** Size in GiB, 4 to 32767; with host caching at most 4095. */
  readonly sizeGib: number;
  /** Host caching: `ReadOnly` for what is read again and again, `None` for what is written in sequence. */
  readonly caching: 'None' | 'ReadOnly';
}

/** Properties of {@link DataDisk}. */
export interface DataDiskProps {
  /** Resource group of the disk. */
  readonly resourceGroup: IResourceGroup;
  /** Name of the server, which becomes part of the disk's. */
  readonly serverName: string;
  /** Machine to which the disk is attached. */
  readonly virtualMachine: LinuxVirtualMachine;
  /** What the disk is. */
  readonly disk: DataDiskSpec;
  /** Encryption of the disk. */
  readonly encryption: IDiskEncryption;
}

/** Largest disk that the host can cache, in GiB. @see https://learn.microsoft.com/azure/virtual-machines/premium-storage-performance */
export const maxCachedGib = 4095;

/** Premium SSD, encrypted with a customer-managed key, out of reach of any network, attached by LUN. */
export class DataDisk extends Construct {
  public constructor(scope: Construct, id: string, props: DataDiskProps) {
    super(scope, id);
    const { resourceGroup, disk } = props;
    refusingAt(this, () => {
      assertValid(disk);
    });
    const managedDisk = new ManagedDisk(this, 'Resource', {
      name: resourceGroup.nameOf('dataDisk', props.serverName, disk.name),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      createOption: 'Empty',
      storageAccountType: 'Premium_LRS',
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
