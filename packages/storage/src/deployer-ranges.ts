import { Refusal } from '@iris-azure/foundation';

/**
 * Ranges as the firewall of a storage account takes them: it knows neither /32 nor /31, but single addresses.
 *
 * @throws Refusal when a range is private: its packets never reach the account's public end point.
 * @see https://learn.microsoft.com/azure/storage/common/storage-network-security-limitations
 */
export function firewallRanges(ranges: readonly string[]): string[] {
  return ranges.flatMap((range) => {
    if (/^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(range)) {
      throw new Refusal(
        `deployer range must be public, got ${range}; reach the account by a private end point from private ranges`,
      );
    }
    const [address = range, prefix] = range.split('/');
    if (prefix === '31') {
      return [address, next(address)];
    }
    return prefix === '32' ? [address] : [range];
  });
}

/** The odd address of a /31, whose even one is given. */
function next(address: string): string {
  return address.replace(/\d+$/, (octet) => String(Number(octet) + 1));
}
