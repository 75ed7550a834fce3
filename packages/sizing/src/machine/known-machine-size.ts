import { Refusal } from '@iris-azure/foundation';
import { findMachineSize, type MachineSize } from '../catalogue/machine-sizes';

/** A size of the catalogue. @throws Refusal when the catalogue has none of that name. */
export function knownMachineSize(name: string): MachineSize {
  const size = findMachineSize(name);
  if (!size) {
    throw new Refusal(
      `size must be in the catalogue of machine sizes, got '${name}'; see data/machine-sizes.json of @iris-azure/sizing`,
    );
  }
  return size;
}
