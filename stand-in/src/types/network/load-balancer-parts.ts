import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { object, reference, zones } from '../../arm/shape';
import { type Azure } from '../../azure';
import { part } from '../part';
import { referenceIn, withPrivateAddress } from './addresses';
import { checkPublicAddressIsFree } from './public-ip-address';

const base = 'Microsoft.Network/loadBalancers';

const ipConfigurationType = 'Microsoft.Network/networkInterfaces/ipConfigurations';

const port = z.int().min(1).max(65534);

/** Type names of a load balancer's parts. */
export const partTypes = {
  frontend: `${base}/frontendIPConfigurations`,
  pool: `${base}/backendAddressPools`,
  probe: `${base}/probes`,
  rule: `${base}/loadBalancingRules`,
  outboundRule: `${base}/outboundRules`,
} as const;

/** An address on which a load balancer listens. */
export const frontend = part(partTypes.frontend, {
  properties: {
    gatewayLoadBalancer: reference,
    privateIPAddress: z.string(),
    privateIPAddressVersion: z.enum(['IPv4', 'IPv6']),
    privateIPAllocationMethod: z.enum(['Dynamic', 'Static']),
    publicIPAddress: reference,
    publicIPPrefix: reference,
    subnet: reference,
  },
  shown: ['inboundNatPools', 'inboundNatRules', 'loadBalancingRules', 'outboundRules'],
  beside: { zones },
  check(configuration, azure) {
    const ends = ['subnet', 'publicIPAddress', 'publicIPPrefix'].filter(
      (end) => referenceIn(configuration, end) !== undefined,
    );
    if (ends.length !== 1) {
      throw badRequest(
        'LoadBalancerFrontendIPConfigMustHaveExactlyOneReference',
        `Frontend IP configuration ${configuration.id} must reference exactly one of a subnet, a public IP address or a public IP prefix, found ${ends.join(', ') || 'none'}.`,
      );
    }
    if (configuration.zones && ends[0] !== 'subnet') {
      throw badRequest(
        'LoadBalancerFrontendIPConfigCannotHaveZoneWhenReferencingPublicIPAddress',
        `Frontend IP configuration ${configuration.id} takes the zones of its public IP address and cannot have zones of its own.`,
      );
    }
    checkPublicAddressIsFree(referenceIn(configuration, 'publicIPAddress'), configuration, azure);
  },
  complete: withPrivateAddress,
  show: (configuration, azure) => ({ loadBalancingRules: idsOf(usersOf(configuration, azure, partTypes.rule)) }),
});

/** Servers among which a load balancer chooses: it shows the IP configurations that name it. */
export const pool = part(partTypes.pool, {
  properties: {
    drainPeriodInSeconds: z.int(),
    loadBalancerBackendAddresses: z.array(object({ name: z.string(), properties: z.json() })),
    location: z.string(),
    syncMode: z.enum(['Automatic', 'Manual']),
    tunnelInterfaces: z.json(),
    virtualNetwork: reference,
  },
  shown: ['backendIPConfigurations', 'inboundNatRules', 'loadBalancingRules', 'outboundRule', 'outboundRules'],
  longRunning: ['put', 'delete'],
  show: (resource, azure) => ({
    backendIPConfigurations: idsOf(usersOf(resource, azure, ipConfigurationType)),
    loadBalancingRules: idsOf(azure.store.referrers(resource.id, partTypes.rule)),
  }),
  checkDelete(resource, { store }) {
    const [user] = store.referrers(resource.id);
    if (user) {
      throw badRequest(
        'InUseBackendAddressPoolCannotBeDeleted',
        `Backend address pool ${resource.id} cannot be deleted because it is in use by ${user.id}.`,
      );
    }
  },
});

/**
 * How a load balancer asks its servers whether they are in service.
 *
 * @see https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview
 */
export const probe = part(partTypes.probe, {
  properties: {
    intervalInSeconds: z.int(),
    noHealthyBackendsBehavior: z.enum(['AllProbedDown', 'AllProbedUp']),
    numberOfProbes: z.int(),
    port: z.int().min(1).max(65535),
    probeThreshold: z.int(),
    protocol: z.enum(['Http', 'Https', 'Tcp']),
    requestPath: z.string(),
  },
  shown: ['loadBalancingRules'],
  required: ['port', 'protocol'],
  check({ id, properties }) {
    const {
      intervalInSeconds: interval = 15,
      probeThreshold: threshold = 1,
      protocol,
      requestPath,
    } = properties as unknown as ProbeProperties;
    if (interval < 5 || interval > 2147483646) {
      throw badRequest(
        'InvalidProbeIntervalInSeconds',
        `Probe ${id} has an interval of ${interval} seconds; it must be 5 to 2147483646.`,
      );
    }
    if (threshold < 1 || threshold > 100) {
      throw badRequest('InvalidProbeThreshold', `Probe ${id} has a threshold of ${threshold}; it must be 1 to 100.`);
    }
    if ((protocol === 'Tcp') === (requestPath !== undefined && requestPath !== '')) {
      throw badRequest(
        'LoadBalancerProbeRequestPath',
        `Probe ${id} must have a request path if its protocol is Http or Https, and none if it is Tcp.`,
      );
    }
  },
  show: (resource, { store }) => ({ loadBalancingRules: idsOf(store.referrers(resource.id, partTypes.rule)) }),
});

interface ProbeProperties {
  readonly intervalInSeconds?: number;
  readonly probeThreshold?: number;
  readonly protocol: string;
  readonly requestPath?: string;
}

/**
 * What comes in at a front end goes to a pool.
 *
 * @see https://learn.microsoft.com/azure/load-balancer/load-balancer-ha-ports-overview
 */
export const rule = part(partTypes.rule, {
  properties: {
    backendAddressPool: reference,
    backendAddressPools: z.array(reference),
    backendPort: z.int().min(0).max(65535),
    disableOutboundSnat: z.boolean(),
    enableConnectionTracking: z.boolean(),
    enableFloatingIP: z.boolean(),
    enableTcpReset: z.boolean(),
    frontendIPConfiguration: reference,
    frontendPort: z.int().min(0).max(65534),
    idleTimeoutInMinutes: z.int().min(4).max(100),
    loadDistribution: z.enum(['Default', 'SourceIP', 'SourceIPProtocol']),
    probe: reference,
    protocol: z.enum(['All', 'Quic', 'Tcp', 'Udp']),
  },
  required: ['frontendIPConfiguration', 'frontendPort', 'protocol'],
  check: checkRule,
});

function checkRule(resource: Resource, { store }: Azure): void {
  checkSnat(resource, store);
  const { protocol, frontendPort, backendPort } = resource.properties;
  const balancer = ResourceId.parse(resource.id).parent?.text ?? '';
  const frontendId = referenceIn(resource, 'frontendIPConfiguration');
  const isInternal = [store.find(frontendId)].some((end) => end && referenceIn(end, 'subnet') !== undefined);
  if (protocol === 'All' ? frontendPort !== 0 || backendPort !== 0 || !isInternal : frontendPort === 0) {
    throw badRequest(
      'LoadBalancingRuleMustHaveValidHaPorts',
      `Load balancing rule ${resource.id} must have protocol All with ports 0 (HA ports, on an internal front end), or another protocol with other ports.`,
    );
  }
  for (const other of store.children(balancer, partTypes.rule).filter(({ id }) => id !== resource.id)) {
    const same = (property: string) => other.properties[property] === resource.properties[property];
    const sameProtocol = same('protocol') || [protocol, other.properties['protocol']].includes('All');
    if (
      referenceIn(other, 'frontendIPConfiguration')?.toLowerCase() === frontendId?.toLowerCase() &&
      sameProtocol &&
      same('frontendPort')
    ) {
      throw badRequest(
        'RulesUseSameFrontendPortProtocolAndIPConfig',
        `Load balancing rules ${other.id} and ${resource.id} with the same protocol use the same frontend port and frontend IP configuration.`,
      );
    }
    if (
      poolIds(other).some((id) => poolIds(resource).includes(id)) &&
      sameProtocol &&
      same('backendPort') &&
      !floats(resource) &&
      !floats(other)
    ) {
      throw badRequest(
        'RulesUseSameBackendPortProtocolAndPool',
        `Load balancing rules ${other.id} and ${resource.id} with the same protocol use the same backend port and backend address pool, and must enable floating IP.`,
      );
    }
  }
}

/** Ways out of a front end are either those of its outbound rules or by the way of its other rules. */
function checkSnat(resource: Resource, store: Azure['store']): void {
  const frontendId = referenceIn(resource, 'frontendIPConfiguration') ?? '';
  const [outbound] = store.referrers(frontendId, partTypes.outboundRule);
  if (outbound && resource.properties['disableOutboundSnat'] !== true) {
    throw badRequest(
      'LoadBalancingRuleMustDisableSNATSinceSameFrontendIPConfigurationIsReferencedByOutboundRule',
      `Load balancing rule ${resource.id} must disable SNAT since the same frontend IP configuration ${frontendId} is referenced by outbound rule ${outbound.id}.`,
    );
  }
}

function poolIds(resource: Resource): readonly string[] {
  const many = (resource.properties['backendAddressPools'] ?? []) as readonly { readonly id: string }[];
  const one = referenceIn(resource, 'backendAddressPool');
  return [...(one === undefined ? [] : [one]), ...many.map(({ id }) => id)].map((id) => id.toLowerCase());
}

function floats({ properties }: Resource): boolean {
  return properties['enableFloatingIP'] === true;
}

/** A port of each server that is reached from outside. */
export const inboundNatRule = part(`${base}/inboundNatRules`, {
  properties: {
    backendAddressPool: reference,
    backendPort: port,
    enableFloatingIP: z.boolean(),
    enableTcpReset: z.boolean(),
    frontendIPConfiguration: reference,
    frontendPort: port,
    frontendPortRangeEnd: port,
    frontendPortRangeStart: port,
    idleTimeoutInMinutes: z.int().min(4).max(100),
    protocol: z.enum(['All', 'Quic', 'Tcp', 'Udp']),
  },
  shown: ['backendIPConfiguration'],
  required: ['frontendIPConfiguration', 'backendPort', 'protocol'],
});

/** How servers of a pool get out. */
export const outboundRule = part(partTypes.outboundRule, {
  properties: {
    allocatedOutboundPorts: z.int().min(0).max(64000).multipleOf(8),
    backendAddressPool: reference,
    enableTcpReset: z.boolean(),
    frontendIPConfigurations: z.array(reference).min(1),
    idleTimeoutInMinutes: z.int().min(4).max(100),
    protocol: z.enum(['All', 'Tcp', 'Udp']),
  },
  required: ['backendAddressPool', 'frontendIPConfigurations', 'protocol'],
});

function idsOf(resources: readonly Resource[]) {
  return resources.map(({ id }) => ({ id }));
}
