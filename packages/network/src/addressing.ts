import { Refusal } from '@iris-azure/foundation';
import { Address4 } from 'ip-address';

/** One subnet's share of an address space. */
export interface SubnetSlot<Name extends string> {
  /** Name under which the range is returned. */
  readonly name: Name;
  /** Length of the subnet's prefix, for example 24 for 256 addresses. */
  readonly prefixLength: number;
}

/**
 * Carves an address space into subnets, one after the other in the order of the slots.
 *
 * A slot's range depends on the slots before it alone: a slot that is appended moves none of those that exist. Order
 * slots from large to small to leave no gap.
 *
 * @returns the range of each slot in CIDR notation, by its name.
 * @throws Refusal when the address space is no IPv4 range, does not begin at its own boundary, or is too small.
 */
export function carve<Name extends string>(
  addressSpace: string,
  slots: readonly SubnetSlot<Name>[],
): Readonly<Record<Name, string>> {
  const space = parseRange(addressSpace);
  const placed: { readonly slot: SubnetSlot<Name>; readonly start: bigint }[] = [];
  let next = space.startAddress().bigInt();
  for (const slot of slots) {
    const size = 2n ** BigInt(32 - slot.prefixLength);
    const start = ((next + size - 1n) / size) * size;
    placed.push({ slot, start });
    next = start + size;
  }
  const needed = next - space.startAddress().bigInt();
  const available = 2n ** BigInt(32 - space.subnetMask);
  if (needed > available) {
    const prefixLength = 32 - (needed - 1n).toString(2).length;
    throw new Refusal(
      `address space must be at least a /${prefixLength} (${needed} addresses for ${slots.length} subnets), ` +
        `got '${addressSpace}' (${available} addresses); set addressSpace to a larger range`,
    );
  }
  return Object.fromEntries(placed.map(({ slot, start }) => [slot.name, range(start, slot.prefixLength)])) as Record<
    Name,
    string
  >;
}

/**
 * Address of a host in a range, counted from the range's first address. Azure keeps the first four and the last.
 *
 * @throws Refusal when the host number is one that Azure reserves or lies outside the range.
 */
export function hostAddress(range: string, host: number): string {
  const parsed = parseRange(range);
  const size = 2 ** (32 - parsed.subnetMask);
  if (!Number.isInteger(host) || host < 4 || host > size - 2) {
    throw new Refusal(`host number in ${range} must be 4 to ${size - 2} (Azure reserves the others), got ${host}`);
  }
  return parsed.startAddress().offset(host).correctForm();
}

/**
 * The last address of a range that a host may have.
 *
 * @throws Refusal when the range has no room for hosts.
 */
export function lastHostAddress(range: string): string {
  return hostAddress(range, 2 ** (32 - parseRange(range).subnetMask) - 2);
}

function range(start: bigint, prefixLength: number): string {
  return `${Address4.fromBigInt(start).correctForm()}/${prefixLength}`;
}

/**
 * Whether two ranges have an address in common.
 *
 * @throws Refusal when one of them is no range.
 */
export function overlap(one: string, other: string): boolean {
  const [first, second] = [parseRange(one), parseRange(other)];
  return first.isInSubnet(second) || second.isInSubnet(first);
}

/**
 * Whether a range lies wholly in another.
 *
 * @throws Refusal when one of them is no range.
 */
export function isWithin(range: string, space: string): boolean {
  return parseRange(range).isInSubnet(parseRange(space));
}

function parseRange(range: string): Address4 {
  if (!range.includes('/') || !Address4.isValid(range)) {
    throw new Refusal(`address range must be an IPv4 range such as 10.20.0.0/21, got '${range}'`);
  }
  const parsed = new Address4(range);
  if (parsed.startAddress().correctForm() !== parsed.correctForm()) {
    throw new Refusal(`address range must begin at its boundary ${parsed.networkForm()}, got '${range}'`);
  }
  return parsed;
}
