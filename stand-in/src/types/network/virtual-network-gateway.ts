import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { regionFacts } from '../../arm/regions';
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
import { rangesOf } from './subnet-ranges';

const type = 'Microsoft.Network/virtualNetworkGateways';

/** Sizes of the VPN gateways of each generation, and of ExpressRoute gateways. */
const skus: Readonly<Record<string, readonly string[]>> = {
  Generation1: ['Basic', 'VpnGw1', 'VpnGw2', 'VpnGw3', 'VpnGw1AZ', 'VpnGw2AZ', 'VpnGw3AZ'],
  Generation2: ['VpnGw2', 'VpnGw3', 'VpnGw4', 'VpnGw5', 'VpnGw2AZ', 'VpnGw3AZ', 'VpnGw4AZ', 'VpnGw5AZ'],
  None: ['Standard', 'HighPerformance', 'UltraPerformance', 'ErGw1AZ', 'ErGw2AZ', 'ErGw3AZ', 'ErGwScale'],
};

/** Longest prefix of a subnet in which gateways of both types are. */
const longestSharedPrefix = 27;

/** An instance of a gateway, or both of one that is not active-active. */
const ipConfiguration = part(`${type}/ipConfigurations`, {
  properties: {
    privateIPAllocationMethod: z.enum(['Dynamic', 'Static']),
    publicIPAddress: reference,
    subnet: reference,
  },
  shown: ['privateIPAddress'],
  required: ['subnet'],
  check(configuration, azure) {
    const subnet = referenceIn(configuration, 'subnet') ?? '';
    if (ResourceId.parse(subnet).name !== 'GatewaySubnet') {
      throw badRequest(
        'VirtualNetworkGatewaySubnetMustBeNamedGatewaySubnet',
        `IP configuration ${configuration.id} must be in a subnet named GatewaySubnet, found ${subnet}.`,
      );
    }
    checkPublicAddressIsFree(referenceIn(configuration, 'publicIPAddress'), configuration, azure);
  },
  complete: withPrivateAddress,
});

/**
 * A VPN or ExpressRoute gateway. A network has one of each type at most.
 *
 * @see https://learn.microsoft.com/rest/api/network-gateway/virtual-network-gateways/create-or-update
 * @see https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings
 */
export const virtualNetworkGateway: ResourceType = {
  type,
  name: networkName(80),
  shape: bodyShape({
    properties: {
      activeActive: z.boolean(),
      adminState: z.enum(['Disabled', 'Enabled']),
      allowRemoteVnetTraffic: z.boolean(),
      allowVirtualWanTraffic: z.boolean(),
      autoScaleConfiguration: object({ bounds: object({ min: z.int(), max: z.int() }) }),
      // Addresses by which the instances speak BGP are Azure's own: custom ones are not known here.
      bgpSettings: object({
        asn: z.int().min(1).max(4_294_967_294),
        bgpPeeringAddress: readOnly,
        bgpPeeringAddresses: readOnly,
        peerWeight: z.int().min(0).max(100),
      }),
      customRoutes: object({ addressPrefixes: z.array(z.string()) }),
      disableIPSecReplayProtection: z.boolean(),
      enableBgp: z.boolean(),
      enableBgpRouteTranslationForNat: z.boolean(),
      enableDnsForwarding: z.boolean(),
      enableHighBandwidthVpnGateway: z.boolean(),
      enablePrivateIpAddress: z.boolean(),
      gatewayDefaultSite: reference,
      gatewayType: z.enum(['Vpn', 'ExpressRoute']),
      inboundDnsForwardingEndpoint: readOnly,
      natRules: z.array(anything),
      resiliencyModel: z.enum(['SingleHomed', 'MultiHomed']),
      sku: object({ name: z.string(), tier: z.string(), capacity: readOnly }, ['name', 'tier']),
      virtualNetworkGatewayMigrationStatus: readOnly,
      virtualNetworkGatewayPolicyGroups: z.array(anything),
      vpnClientConfiguration: anything,
      vpnGatewayGeneration: z.enum(['None', 'Generation1', 'Generation2']),
      vpnType: z.enum(['PolicyBased', 'RouteBased']),
    },
    required: ['gatewayType', 'sku'],
    beside: { extendedLocation: anything },
  }),
  children: { ipConfigurations: [ipConfiguration] },
  longRunning: ['put', 'delete'],
  check(gateway, azure, previous) {
    const configurations = azure.store.children(gateway.id, ipConfiguration.type);
    checkSku(gateway, previous);
    checkOnlyOne(gateway, configurations, azure);
    if (gateway.properties['gatewayType'] === 'Vpn') {
      checkVpn(gateway, configurations, azure);
    }
  },
  complete: (gateway) => ({
    ...gateway,
    properties: {
      activeActive: false,
      enableBgp: false,
      vpnType: 'RouteBased',
      ...gateway.properties,
      vpnGatewayGeneration: generationOf(gateway),
      bgpSettings: { asn: 65515, peerWeight: 0, ...(gateway.properties['bgpSettings'] as object | undefined) },
    },
  }),
  show(gateway, { store }) {
    const addresses = store.children(gateway.id, ipConfiguration.type).map((configuration) => ({
      id: configuration.id,
      inside: configuration.properties['privateIPAddress'] as string,
      outside: store.find(referenceIn(configuration, 'publicIPAddress'))?.properties['ipAddress'],
    }));
    return {
      bgpSettings: {
        ...(gateway.properties['bgpSettings'] as object),
        bgpPeeringAddress: addresses.map(({ inside }) => inside).join(),
        bgpPeeringAddresses: addresses.map(({ id, inside, outside }) => ({
          ipconfigurationId: id,
          customBgpIpAddresses: [],
          defaultBgpIpAddresses: [inside],
          tunnelIpAddresses: outside === undefined ? [] : [outside],
        })),
      },
    };
  },
  checkDelete(gateway, azure) {
    const [user] = usersOf(gateway, azure);
    if (user) {
      throw badRequest(
        'VirtualNetworkGatewayInUse',
        `Virtual network gateway ${gateway.id} cannot be deleted because it is in use by ${user.id}.`,
      );
    }
  },
};

function skuOf({ properties }: Resource): string {
  return (properties['sku'] as { readonly name: string }).name;
}

/** Generation that a gateway names, or the one that its type and size leave it. */
function generationOf(gateway: Resource): string {
  const { gatewayType, vpnGatewayGeneration } = gateway.properties;
  if (gatewayType === 'ExpressRoute') {
    return 'None';
  }
  return typeof vpnGatewayGeneration === 'string' && vpnGatewayGeneration !== 'None'
    ? vpnGatewayGeneration
    : 'Generation1';
}

function checkSku(gateway: Resource, previous: Resource | undefined): void {
  const generation = generationOf(gateway);
  const sku = skuOf(gateway);
  if (!skus[generation]?.includes(sku)) {
    throw badRequest(
      'VirtualNetworkGatewaySkuNotSupported',
      `SKU ${sku} of virtual network gateway ${gateway.id} is not supported for its type and generation; supported are ${skus[generation]?.join(', ') ?? 'none'}.`,
    );
  }
  if (previous && previous.properties['gatewayType'] !== gateway.properties['gatewayType']) {
    throw badRequest(
      'GatewayTypeCannotBeChanged',
      `The type of virtual network gateway ${gateway.id} cannot be changed.`,
    );
  }
}

/** A network has one gateway of a type, and a subnet for both types must have room for them. */
function checkOnlyOne(gateway: Resource, configurations: readonly Resource[], azure: Azure): void {
  const subnetId = configurations.map((each) => referenceIn(each, 'subnet'))[0];
  const subnet = azure.store.find(subnetId);
  if (!subnet) {
    throw badRequest(
      'VirtualNetworkGatewayMustHaveIpConfiguration',
      `Virtual network gateway ${gateway.id} must have an IP configuration.`,
    );
  }
  const others = azure.store
    .ofType(type)
    .filter(
      (other) =>
        other.id !== gateway.id &&
        azure.store
          .children(other.id, ipConfiguration.type)
          .some((each) => networkOf(referenceIn(each, 'subnet') ?? '') === networkOf(subnet.id)),
    );
  const same = others.find(({ properties }) => properties['gatewayType'] === gateway.properties['gatewayType']);
  if (same) {
    throw badRequest(
      'VirtualNetworkGatewayAlreadyExists',
      `Virtual network gateway ${gateway.id} cannot be created: the network has gateway ${same.id} of the same type.`,
    );
  }
  if (others.length > 0 && rangesOf(subnet).some((range) => range.subnetMask > longestSharedPrefix)) {
    throw badRequest(
      'GatewaySubnetTooSmall',
      `Subnet ${subnet.id} must be a /${longestSharedPrefix} or larger to have a VPN and an ExpressRoute gateway.`,
    );
  }
}

function checkVpn(gateway: Resource, configurations: readonly Resource[], azure: Azure): void {
  const addresses = configurations.map((each) => azure.store.find(referenceIn(each, 'publicIPAddress')));
  const isActiveActive = gateway.properties['activeActive'] === true;
  const isPointToSite = gateway.properties['vpnClientConfiguration'] !== undefined;
  const needed = isActiveActive ? [2, ...(isPointToSite ? [3] : [])] : [1];
  if (!needed.includes(addresses.length) || addresses.includes(undefined)) {
    throw badRequest(
      isActiveActive ? 'ActiveActiveGatewayMustHaveTwoIpConfigurations' : 'GatewayMustHaveOneIpConfiguration',
      `VPN gateway ${gateway.id} must have ${needed.join(' or ')} IP configurations, each with a public IP address.`,
    );
  }
  const isZonal = skuOf(gateway).endsWith('AZ') && regionFacts(gateway.location ?? '').zones.length > 0;
  const withoutZones = addresses.find((address) => isZonal && !address?.zones?.length);
  if (withoutZones) {
    throw badRequest(
      'VmssVpnGatewayPublicIpsMustHaveZonesConfigured',
      `Standard Public IPs associated with VPN gateways with AZ VPN skus must have zones configured, but ${withoutZones.id} has none.`,
    );
  }
}
