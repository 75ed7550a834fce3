import { badRequest } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';
import { parseRange, type Range } from './ranges';

/**
 * Address ranges of a virtual network.
 *
 * @throws ArmError when one of them is no range.
 */
export function addressSpaceOf({ id, properties }: Resource): readonly Range[] {
  const { addressPrefixes = [] } = properties['addressSpace'] as { readonly addressPrefixes?: readonly string[] };
  return addressPrefixes.map((prefix) => {
    const range = parseRange(prefix);
    if (!range) {
      throw badRequest(
        'InvalidAddressPrefixFormat',
        `Address prefix ${prefix} of resource ${id} is not formatted correctly.`,
      );
    }
    return range;
  });
}
