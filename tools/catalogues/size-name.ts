/** Families that database, application and web servers are made of: none with graphics processors or for computing alone. */
export const families = /^(A|B|D|DS|E|F|G|GS|L|M)(?![A-Z])/;

/**
 * Name of the series of a size: its family, the letters of its features, its version. Isolated sizes are of the series of
 * the others, and sizes of M that tell their memory class are too.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions
 */
export function seriesNameOf(size: string): string | undefined {
  const [, family, features = '', version = ''] =
    /^(?:Standard|Basic)_([A-Z]+)\d+(?:-\d+)?([a-z]*)(?:_\d+)?(?:_(v\d+))?$/.exec(size) ?? [];
  return family && `${family}${features.replace('i', '')}${version}`;
}

/** Base size of one of constrained vCPUs, and how many are left; undefined for all other sizes. */
export function constrainedOf(size: string): { readonly base: string; readonly vcpus: number } | undefined {
  const [, before, vcpus, after] = /^(Standard_[A-Z]+\d+)-(\d+)(\w*)$/.exec(size) ?? [];
  return vcpus === undefined ? undefined : { base: `${before}${after}`, vcpus: Number(vcpus) };
}
