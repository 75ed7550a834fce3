import { createHash } from 'node:crypto';
import { Refusal } from './refusal';

/** Abbreviation, length limit and character set that Azure gives to names of one resource type. */
interface NameRule {
  readonly abbreviation: string;
  readonly maxLength: number;
  /** Whether hyphens separate the parts; without them the parts are joined. */
  readonly hyphens: boolean;
}

/**
 * Abbreviations of the Cloud Adoption Framework and limits of Azure Resource Manager.
 *
 * @see https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-abbreviations
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
const nameRules = {
  applicationGateway: { abbreviation: 'agw', maxLength: 80, hyphens: true },
  automationAccount: { abbreviation: 'aa', maxLength: 50, hyphens: true },
  availabilitySet: { abbreviation: 'avail', maxLength: 80, hyphens: true },
  bastion: { abbreviation: 'bas', maxLength: 80, hyphens: true },
  backupPolicy: { abbreviation: 'bkpol', maxLength: 150, hyphens: true },
  capacityReservation: { abbreviation: 'cr', maxLength: 80, hyphens: true },
  capacityReservationGroup: { abbreviation: 'crg', maxLength: 64, hyphens: true },
  connection: { abbreviation: 'con', maxLength: 80, hyphens: true },
  dataDisk: { abbreviation: 'disk', maxLength: 80, hyphens: true },
  ddosProtectionPlan: { abbreviation: 'ddos', maxLength: 80, hyphens: true },
  diskEncryptionSet: { abbreviation: 'des', maxLength: 80, hyphens: true },
  expressRouteCircuit: { abbreviation: 'erc', maxLength: 80, hyphens: true },
  expressRouteGateway: { abbreviation: 'ergw', maxLength: 80, hyphens: true },
  externalLoadBalancer: { abbreviation: 'lbe', maxLength: 80, hyphens: true },
  firewall: { abbreviation: 'afw', maxLength: 80, hyphens: true },
  firewallPolicy: { abbreviation: 'afwp', maxLength: 80, hyphens: true },
  identity: { abbreviation: 'id', maxLength: 128, hyphens: true },
  internalLoadBalancer: { abbreviation: 'lbi', maxLength: 80, hyphens: true },
  keyVault: { abbreviation: 'kv', maxLength: 24, hyphens: true },
  localNetworkGateway: { abbreviation: 'lgw', maxLength: 80, hyphens: true },
  natGateway: { abbreviation: 'ng', maxLength: 80, hyphens: true },
  networkInterface: { abbreviation: 'nic', maxLength: 80, hyphens: true },
  networkSecurityGroup: { abbreviation: 'nsg', maxLength: 80, hyphens: true },
  osDisk: { abbreviation: 'osdisk', maxLength: 80, hyphens: true },
  peering: { abbreviation: 'peer', maxLength: 80, hyphens: true },
  privateEndpoint: { abbreviation: 'pep', maxLength: 64, hyphens: true },
  publicIp: { abbreviation: 'pip', maxLength: 80, hyphens: true },
  recoveryServicesVault: { abbreviation: 'rsv', maxLength: 50, hyphens: true },
  resourceGroup: { abbreviation: 'rg', maxLength: 90, hyphens: true },
  routeTable: { abbreviation: 'rt', maxLength: 80, hyphens: true },
  storageAccount: { abbreviation: 'st', maxLength: 24, hyphens: false },
  trafficManager: { abbreviation: 'traf', maxLength: 63, hyphens: true },
  virtualMachine: { abbreviation: 'vm', maxLength: 64, hyphens: true },
  virtualNetwork: { abbreviation: 'vnet', maxLength: 64, hyphens: true },
  vpnGateway: { abbreviation: 'vpng', maxLength: 80, hyphens: true },
  webApplicationFirewallPolicy: { abbreviation: 'waf', maxLength: 128, hyphens: false },
} as const satisfies Record<string, NameRule>;

/** Kinds of resource that {@link resourceName} can name. */
export type NamedResource = keyof typeof nameRules;

/** Characters of the digest that replaces the tail of a name that is too long. */
const digestLength = 5;

/**
 * Name of a resource: abbreviation and parts, joined as Azure allows for its type.
 *
 * A name beyond Azure's limit keeps its beginning and ends in a digest of the whole, so that two long names never
 * become one. Parts are lower-cased.
 *
 * @throws Refusal when a part has other characters than letters, digits and hyphens.
 */
export function resourceName(kind: NamedResource, ...parts: readonly string[]): string {
  const rule: NameRule = nameRules[kind];
  const lowerCase = parts.map((part) => part.toLowerCase());
  for (const part of lowerCase) {
    if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(part)) {
      throw new Refusal(`name part must be letters, digits and inner hyphens, got '${part}' for ${kind}`);
    }
  }
  const name = [rule.abbreviation, ...lowerCase].join('-');
  return shorten(rule.hyphens ? name : name.replaceAll('-', ''), rule.maxLength);
}

function shorten(name: string, maxLength: number): string {
  if (name.length <= maxLength) {
    return name;
  }
  const digest = createHash('sha256').update(name).digest('hex').slice(0, digestLength);
  return name.slice(0, maxLength - digestLength).replace(/-+$/, '') + digest;
}
