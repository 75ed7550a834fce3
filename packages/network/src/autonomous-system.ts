import { Refusal } from '@iris-azure/foundation';

/** Number that Azure's gateways have unless they are given another; ExpressRoute gateways always have it. */
export const azureGatewayAsn = 65515;

/** Numbers that Azure keeps for itself. */
const keptByAzure: readonly (readonly [number, number])[] = [
  [8074, 8075],
  [12076, 12076],
  [65515, 65515],
  [65517, 65520],
];

/** Numbers that IANA keeps, which Azure refuses too. */
const keptByIana: readonly (readonly [number, number])[] = [
  [23456, 23456],
  [64496, 64511],
  [65535, 65551],
];

const largest = 4_294_967_294;

/**
 * Checks the autonomous system number of a router that speaks BGP with Azure.
 *
 * @throws Refusal when it is none, or one that Azure or IANA keeps.
 * @see https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq#bgp
 */
export function assertAsn(asn: number, what: string): void {
  const isKept = [...keptByAzure, ...keptByIana].some(([first, last]) => first <= asn && asn <= last);
  if (!Number.isInteger(asn) || asn < 1 || asn > largest || isKept) {
    throw new Refusal(
      `autonomous system number of ${what} must be 1 to ${largest} and none that Azure (${listed(keptByAzure)}) or IANA ` +
        `(${listed(keptByIana)}) keeps, got ${asn}; set asn, for example to 65010`,
    );
  }
}

function listed(ranges: readonly (readonly [number, number])[]): string {
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`)).join(', ');
}
