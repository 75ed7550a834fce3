import { findMachineSize, isOffered, retirementOf, seriesOf } from '@iris-azure/sizing';
import { conflict } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';

/** What a virtual machine of a size may have. */
export interface SizeLimits {
  readonly dataDisks: number;
  readonly networkInterfaces: number;
  /** Whether it takes Premium disks. */
  readonly premium: boolean;
}

/** Limits of a size; nothing for one that is not in the catalogue, whose limits are not checked. */
export function limitsOf(name: string): SizeLimits | undefined {
  const size = findMachineSize(name);
  return (
    size && {
      dataDisks: size.dataDisks,
      networkInterfaces: size.nics ?? Infinity,
      premium: seriesOf(size).premiumStorage,
    }
  );
}

/**
 * Refuses a size that is not offered in the region of the machine, or not any more.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-sku-not-available
 */
export function checkOffered({ properties, location = '' }: Resource): void {
  const { vmSize } = properties['hardwareProfile'] as { readonly vmSize: string };
  if (retirementOf(vmSize)?.status === 'retired' || isOffered(vmSize, location) === false) {
    throw conflict(
      'SkuNotAvailable',
      `The requested VM size for resource 'Following SKUs have failed for Capacity Restrictions: ${vmSize}' is currently not available in location '${location}'. Please try another size or deploy to a different location or different zone.`,
    );
  }
}
