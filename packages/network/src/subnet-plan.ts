import { carve, type SubnetSlot } from './addressing';

/** Tiers of the architecture that have a subnet each. */
export const tierNames = ['gateway', 'web', 'application', 'data', 'management'] as const;

/** One tier of the architecture: Application Gateway, web, application and print servers, mirror members, management. */
export type TierName = (typeof tierNames)[number];

/** Subnets whose names Azure prescribes, created only where their service is used. */
export type PlatformSubnetName = 'AzureFirewallSubnet' | 'AzureBastionSubnet' | 'GatewaySubnet';

/** Subnets of third-party firewalls, created only where the way out is by them. */
export type ApplianceSubnetName = 'applianceUntrust' | 'applianceTrust';

type SubnetName = TierName | PlatformSubnetName | ApplianceSubnetName;

/**
 * Every subnet that a network may have, in the order in which they take their ranges; one that is not used keeps its
 * place. New ones are appended, never inserted. Application Gateway v2 wants a /24, Azure's own subnets a /26.
 */
const slots: readonly SubnetSlot<SubnetName>[] = [
  ...tierNames.map((name) => ({ name, prefixLength: 24 })),
  { name: 'AzureFirewallSubnet', prefixLength: 26 },
  { name: 'AzureBastionSubnet', prefixLength: 26 },
  { name: 'GatewaySubnet', prefixLength: 26 },
  { name: 'applianceUntrust', prefixLength: 26 },
  { name: 'applianceTrust', prefixLength: 26 },
];

/** Ranges of a network's subnets in CIDR notation. */
export type SubnetPlan = Readonly<Record<SubnetName, string>>;

/**
 * Ranges of all subnets in an address space of at least a /21. Pure: the plan of a region can be known before its
 * network exists, for the rules of the other region.
 *
 * @throws Refusal when the address space is too small or no range.
 */
export function planSubnets(addressSpace: string): SubnetPlan {
  return carve(addressSpace, slots);
}
