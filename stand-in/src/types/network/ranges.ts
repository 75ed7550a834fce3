import { Address4 } from 'ip-address';

/** A range of IPv4 addresses in CIDR notation. */
export type Range = Address4;

/** The range that a text holds: its first address and a prefix length; nothing when it holds none. */
export function parseRange(text: string): Range | undefined {
  if (!/\/\d+$/.test(text) || !Address4.isValid(text)) {
    return undefined;
  }
  const range = new Address4(text);
  return range.startAddress().correctForm() === range.correctForm() ? range : undefined;
}

/** Whether a range lies in another. */
export function liesIn(inner: Range, outer: Range): boolean {
  return inner.isInSubnet(outer);
}

/** Whether two ranges have an address in common. */
export function overlaps(one: Range, other: Range): boolean {
  return one.isInSubnet(other) || other.isInSubnet(one);
}

/** The address at a distance from the first of a range. */
export function addressAt(range: Range, offset: number): string {
  return Address4.fromBigInt(range.startAddress().bigInt() + BigInt(offset)).correctForm();
}

/** How many addresses a range has. */
export function sizeOf(range: Range): number {
  return 2 ** (32 - range.subnetMask);
}

/** Distance of an address from the first of a range; nothing when it is not in the range. */
export function offsetIn(range: Range, address: string): number | undefined {
  if (!Address4.isValid(address)) {
    return undefined;
  }
  const offset = new Address4(address).bigInt() - range.startAddress().bigInt();
  return offset >= 0n && offset < BigInt(sizeOf(range)) ? Number(offset) : undefined;
}
