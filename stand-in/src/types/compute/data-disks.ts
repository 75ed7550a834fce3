import { badRequest, conflict, notFound } from '../../arm/arm-error';
import { regionFacts } from '../../arm/regions';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { type Azure } from '../../azure';
import { isZonal, kindOf, sizeGibOf } from './disk';
import { limitsOf } from './vm-sizes';

/** Largest disk that has a host cache, in GiB. */
const maxCachedGib = 4095;

const machineType = 'Microsoft.Compute/virtualMachines';

interface DataDisk {
  readonly lun: number;
  readonly caching?: 'None' | 'ReadOnly' | 'ReadWrite';
  readonly createOption: string;
  readonly managedDisk?: { readonly id?: string };
}

/**
 * Refuses data disks that the machine cannot have.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/linux/attach-disk-portal
 * @see https://learn.microsoft.com/azure/virtual-machines/premium-storage-performance#disk-caching
 */
export function checkDataDisks(machine: Resource, azure: Azure): void {
  const { dataDisks = [], osDisk } = machine.properties['storageProfile'] as {
    readonly dataDisks?: readonly DataDisk[];
    readonly osDisk?: { readonly managedDisk?: { readonly storageAccountType?: string } };
  };
  const { vmSize } = machine.properties['hardwareProfile'] as { readonly vmSize: string };
  const limits = limitsOf(vmSize);
  const luns = dataDisks.map(({ lun }) => lun);
  const twice = luns.find((lun, index) => luns.indexOf(lun) !== index);
  if (twice !== undefined) {
    throw badRequest('InvalidParameter', `A disk at LUN ${twice} already exists on VM ${machine.name}.`);
  }
  if (limits && dataDisks.length > limits.dataDisks) {
    throw conflict(
      'OperationNotAllowed',
      `The maximum number of data disks allowed to be attached to a VM of this size is ${limits.dataDisks}.`,
    );
  }
  const highest = (limits?.dataDisks ?? 64) - 1;
  const outside = luns.find((lun) => lun < 0 || lun > highest);
  if (outside !== undefined) {
    throw badRequest(
      'InvalidParameter',
      `The value '${outside}' of parameter 'dataDisk.lun' is out of range. The value must be between '0' and '${highest}', inclusive.`,
    );
  }
  if (limits?.premium === false && osDisk?.managedDisk?.storageAccountType?.startsWith('Premium') === true) {
    throw premiumRefused(osDisk.managedDisk.storageAccountType, vmSize);
  }
  for (const { managedDisk, caching } of dataDisks) {
    if (managedDisk?.id !== undefined) {
      checkAttached(machine, managedDisk.id, caching ?? 'None', azure);
    }
  }
}

function checkAttached(machine: Resource, id: string, caching: string, azure: Azure): void {
  const disk = azure.store.find(id);
  if (!disk) {
    throw notFound('ResourceNotFound', `Disk ${id} is not found.`);
  }
  const owner = usersOf(disk, azure, machineType).find((candidate) => candidate.id !== machine.id);
  if (owner) {
    throw conflict(
      'ConflictingUserInput',
      `Disk '${disk.id}' cannot be attached as the disk is already owned by VM '${owner.id}'.`,
    );
  }
  if (disk.zones && String(disk.zones) !== String(machine.zones ?? [])) {
    throw badRequest(
      'BadRequest',
      `Disk ${disk.name} cannot be attached to the VM because it is in zone '${disk.zones.join()}' and the VM is in ${machine.zones ? `zone '${machine.zones.join()}'` : 'none'}.`,
    );
  }
  const kind = kindOf(disk);
  const { vmSize } = machine.properties['hardwareProfile'] as { readonly vmSize: string };
  if (kind.startsWith('Premium') && limitsOf(vmSize)?.premium === false) {
    throw premiumRefused(kind, vmSize);
  }
  if (isZonal(kind) && machine.properties['availabilitySet'] && regionFacts(machine.location ?? '').zones.length > 0) {
    throw badRequest(
      'InvalidParameter',
      `Disk ${disk.name} of storage account type '${kind}' cannot be attached to a VM in an availability set in region ${machine.location ?? ''}.`,
    );
  }
  if (caching !== 'None' && (isZonal(kind) || sizeGibOf(disk) > maxCachedGib)) {
    throw badRequest(
      'InvalidParameter',
      `Disk caching '${caching}' is not supported for disk ${disk.name}: ${isZonal(kind) ? kind : `${sizeGibOf(disk)} GiB`}. Disks of that kind, and those of 4 TiB and more, have none.`,
    );
  }
}

function premiumRefused(kind: string, vmSize: string) {
  return badRequest(
    'InvalidParameter',
    `Requested operation cannot be performed because storage account type '${kind}' is not supported for VM size '${vmSize}'.`,
  );
}
