import { badRequest } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';
import { parseRange, type Range } from './ranges';

/** Address ranges of a subnet, of which there must be one. */
export function rangesOf({ name, properties }: Resource): readonly Range[] {
  const { addressPrefix, addressPrefixes } = properties as {
    readonly addressPrefix?: string;
    readonly addressPrefixes?: readonly string[];
  };
  const prefixes = addressPrefixes ?? (addressPrefix === undefined ? [] : [addressPrefix]);
  const ranges = prefixes.map(parseRange);
  if (ranges.length === 0 || ranges.includes(undefined)) {
    throw badRequest(
      'InvalidAddressPrefixFormat',
      `Address prefix ${prefixes.join(', ')} of subnet ${name} is not formatted correctly.`,
    );
  }
  return ranges.filter((range) => range !== undefined);
}
