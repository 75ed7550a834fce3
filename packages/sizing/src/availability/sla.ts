/** One link of a chain: what it is, and the share of each month in which Azure promises that it answers, 0 to 1. */
export interface PromisedLink {
  /** What it is, for people. */
  readonly name: string;
  /** Share of a month, 0 to 1. */
  readonly availability: number;
}

/**
 * Availability that Azure promises of single services, as public copies of Microsoft's Service Level Agreements had it in
 * November 2026 (docs/availability.md tells which figure was found where), each under the conditions under which this architecture uses it: Standard load balancers with two or more machines,
 * Application Gateway of version 2 with two or more instances.
 *
 * @see https://www.microsoft.com/licensing/docs/view/Service-Level-Agreements-SLA-for-Online-Services
 */
export const promised = {
  expressRouteCircuit: { name: 'ExpressRoute circuit', availability: 0.9995 },
  expressRouteGateway: { name: 'ExpressRoute gateway', availability: 0.9995 },
  vpnGateway: { name: 'VPN gateway', availability: 0.9995 },
  trafficManager: { name: 'Traffic Manager', availability: 0.9999 },
  applicationGateway: { name: 'Application Gateway', availability: 0.9995 },
  loadBalancer: { name: 'load balancer', availability: 0.9999 },
} as const satisfies Record<string, PromisedLink>;

/** Alike machines, of which one must answer. */
export interface Machines {
  /** How many there are. */
  readonly count: number;
  /** How they are kept from failing together. */
  readonly highAvailability: 'availabilitySet' | 'zones';
  /** Type of their disks, which decides on one that is alone. */
  readonly diskType: 'Premium_LRS' | 'PremiumV2_LRS' | 'StandardSSD_LRS';
}

const together = { availabilitySet: 0.9995, zones: 0.9999 } as const;

/** No page that was found counts Premium SSD v2 among the disks of the higher promise. */
const alone = { Premium_LRS: 0.999, PremiumV2_LRS: 0.995, StandardSSD_LRS: 0.995 } as const;

/**
 * Share of a month in which Azure promises that at least one of some machines is reached: by their placement where there are
 * two, by the disks of the one where there is one. An availability set or a zone does nothing for a machine that is alone.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/availability
 */
export function machinesAvailability({ count, highAvailability, diskType }: Machines): number {
  return count >= 2 ? together[highAvailability] : alone[diskType];
}

/** Availability of a chain in which each link is needed: the product of theirs. */
export function compositeAvailability(chain: readonly PromisedLink[]): number {
  return chain.reduce((product, { availability }) => product * availability, 1);
}

/** Minutes of a month of 30 days for which something may be out of service without a promise being broken. */
export function minutesPerMonth(availability: number): number {
  return (1 - availability) * 30 * 24 * 60;
}
