/** What a virtual machine of a size may have. */
export interface SizeLimits {
  readonly dataDisks: number;
  readonly networkInterfaces: number;
  /** Whether it takes Premium disks. */
  readonly premium: boolean;
}

/**
 * Families whose limits follow from the number of vCPUs alone: D, E (also with local disk, AMD processors, or remote
 * storage performance) of the fifth generation, and burstable ones of the second. As of November 2026.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/dsv5-series
 * @see https://learn.microsoft.com/azure/virtual-machines/sizes/memory-optimized/esv5-series
 * @see https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/bsv2-series
 */
const families = /^Standard_(?:[DE](\d+)[abd]*(s?)_v5|B(\d+)a?(s)_v2)$/;

const byVcpus: Readonly<Record<number, Omit<SizeLimits, 'premium'>>> = {
  2: { dataDisks: 4, networkInterfaces: 2 },
  4: { dataDisks: 8, networkInterfaces: 2 },
  8: { dataDisks: 16, networkInterfaces: 4 },
  16: { dataDisks: 32, networkInterfaces: 8 },
  20: { dataDisks: 32, networkInterfaces: 8 },
  32: { dataDisks: 32, networkInterfaces: 8 },
  48: { dataDisks: 32, networkInterfaces: 8 },
  64: { dataDisks: 32, networkInterfaces: 8 },
  96: { dataDisks: 32, networkInterfaces: 8 },
  104: { dataDisks: 32, networkInterfaces: 8 },
};

/** Limits of a size; nothing for one that is not known, whose limits are not checked. */
export function limitsOf(size: string): SizeLimits | undefined {
  const [, vcpus, letter, burstable, burstableLetter] = families.exec(size) ?? [];
  const limits = byVcpus[Number(vcpus ?? burstable)];
  return limits && { ...limits, premium: (letter ?? burstableLetter) === 's' };
}
