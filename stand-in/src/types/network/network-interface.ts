import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { pseudoUuid } from '../../arm/pseudo-uuid';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly, reference } from '../../arm/shape';
import { type Azure } from '../../azure';
import { networkName } from '../names';
import { part } from '../part';
import { networkOf, referenceIn, withPrivateAddress } from './addresses';
import { checkPublicAddressIsFree } from './public-ip-address';

const ipConfigurationType = 'Microsoft.Network/networkInterfaces/ipConfigurations';

const machineType = 'Microsoft.Compute/virtualMachines';

const ipConfiguration = part(ipConfigurationType, {
  properties: {
    applicationGatewayBackendAddressPools: z.array(reference),
    applicationSecurityGroups: z.array(reference),
    gatewayLoadBalancer: reference,
    loadBalancerBackendAddressPools: z.array(reference),
    loadBalancerInboundNatRules: z.array(reference),
    primary: z.boolean(),
    privateIPAddress: z.string(),
    privateIPAddressPrefixLength: z.int(),
    privateIPAddressVersion: z.enum(['IPv4', 'IPv6']),
    privateIPAllocationMethod: z.enum(['Dynamic', 'Static']),
    publicIPAddress: reference,
    subnet: reference,
  },
  shown: ['privateLinkConnectionProperties', 'virtualNetworkTaps'],
  required: ['subnet'],
  check(configuration, azure) {
    checkPublicAddressIsFree(referenceIn(configuration, 'publicIPAddress'), configuration, azure);
    checkPools(configuration, azure);
  },
  complete: withPrivateAddress,
});

/** @see https://learn.microsoft.com/rest/api/virtualnetwork/network-interfaces/create-or-update */
export const networkInterface: ResourceType = {
  type: 'Microsoft.Network/networkInterfaces',
  name: networkName(80),
  shape: bodyShape({
    properties: {
      auxiliaryMode: z.enum(['None', 'AcceleratedConnections', 'Floating', 'MaxConnections']),
      auxiliarySku: z.enum(['None', 'A1', 'A2', 'A4', 'A8']),
      disableTcpStateTracking: z.boolean(),
      dnsSettings: object({
        appliedDnsServers: readOnly,
        dnsServers: z.array(z.string()),
        internalDnsNameLabel: z.string(),
        internalDomainNameSuffix: readOnly,
        internalFqdn: readOnly,
      }),
      dscpConfiguration: readOnly,
      defaultOutboundConnectivityEnabled: readOnly,
      enableAcceleratedNetworking: z.boolean(),
      enableIPForwarding: z.boolean(),
      hostedWorkloads: readOnly,
      macAddress: readOnly,
      migrationPhase: readOnly,
      networkSecurityGroup: reference,
      nicType: z.enum(['Elastic', 'Standard']),
      primary: readOnly,
      privateEndpoint: readOnly,
      privateLinkService: readOnly,
      tapConfigurations: readOnly,
      virtualMachine: readOnly,
      vnetEncryptionSupported: readOnly,
      workloadType: z.string(),
    },
    beside: { extendedLocation: anything, kind: readOnly },
  }),
  children: { ipConfigurations: [ipConfiguration] },
  longRunning: ['put', 'delete'],
  check(nic, { store }) {
    const configurations = store.children(nic.id, ipConfigurationType);
    if (configurations.length === 0) {
      throw badRequest(
        'NetworkInterfaceMustHaveAtLeastOneIpConfiguration',
        `Network interface ${nic.id} must have one or more IP configurations.`,
      );
    }
    const networks = new Set(
      configurations.map((configuration) => networkOf(referenceIn(configuration, 'subnet') ?? nic.id)),
    );
    if (networks.size > 1) {
      throw badRequest(
        'InvalidResourceReference',
        `All IP configurations of network interface ${nic.id} must be in one virtual network.`,
      );
    }
    const primary = configurations.filter(({ properties }) => properties['primary'] === true);
    if (configurations.length > 1 && primary.length !== 1) {
      throw badRequest(
        'IpConfigurationPrimaryConflict',
        `Network interface ${nic.id} must have exactly one primary IP configuration, found ${primary.length}.`,
      );
    }
  },
  complete: (nic) => ({ ...nic, properties: { ...nic.properties, macAddress: macAddressOf(nic) } }),
  show: (nic, azure) => {
    const [machine] = usersOf(nic, azure, machineType);
    return { ...(machine && { virtualMachine: { id: machine.id }, primary: true }) };
  },
  checkDelete(nic, azure) {
    const [machine] = usersOf(nic, azure, machineType);
    if (machine) {
      throw badRequest(
        'NicInUse',
        `Network Interface ${nic.id} is used by existing resource ${machine.id}. In order to delete the network interface, it must be dissociated from the resource.`,
      );
    }
  },
};

/** In the style of Azure's: 00-0D-3A and three bytes more. */
function macAddressOf({ id }: Resource): string {
  const tail = pseudoUuid(`MAC of ${id.toLowerCase()}`).toUpperCase();
  return ['00', '0D', '3A', tail.slice(0, 2), tail.slice(2, 4), tail.slice(4, 6)].join('-');
}

/**
 * A network interface is behind at most one internal and one public load balancer, both in its own network.
 *
 * @see https://learn.microsoft.com/azure/load-balancer/load-balancer-multiple-ip
 */
function checkPools(configuration: Resource, { store }: Azure): void {
  const nic = ResourceId.parse(configuration.id).parent?.text ?? '';
  const pools = store
    .children(nic, ipConfigurationType)
    .flatMap(
      ({ properties }) => (properties['loadBalancerBackendAddressPools'] ?? []) as readonly { readonly id: string }[],
    );
  const balancers = [...new Set(pools.map(({ id }) => ResourceId.parse(id).parent?.key))];
  const kinds = balancers.map((balancer) => kindOf(balancer, store));
  if (new Set(kinds).size < kinds.length) {
    throw badRequest(
      'NetworkInterfaceUsesMultipleLoadBalancersOfSameType',
      `Network interface ${nic} uses multiple load balancers of the same type (internal or public).`,
    );
  }
  const network = networkOf(referenceIn(configuration, 'subnet') ?? configuration.id);
  for (const balancer of balancers) {
    const subnet = frontendsOf(balancer, store)
      .map((frontend) => referenceIn(frontend, 'subnet'))
      .find((id) => id !== undefined);
    if (subnet !== undefined && networkOf(subnet) !== network) {
      throw badRequest(
        'NetworkInterfaceAndInternalLoadBalancerMustUseSameVnet',
        `Network interface ${nic} and internal load balancer ${balancer ?? ''} must use the same virtual network.`,
      );
    }
  }
}

function kindOf(balancer: string | undefined, store: Azure['store']): string {
  return frontendsOf(balancer, store).some((frontend) => referenceIn(frontend, 'subnet') !== undefined)
    ? 'internal'
    : 'public';
}

function frontendsOf(balancer: string | undefined, store: Azure['store']): readonly Resource[] {
  return store.children(balancer ?? '', 'Microsoft.Network/loadBalancers/frontendIPConfigurations');
}
