import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { pseudoUuid } from '../../arm/pseudo-uuid';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly, reference } from '../../arm/shape';
import { type Azure } from '../../azure';
import { networkName } from '../names';
import { referenceIn } from './addresses';
import { circuitPartTypes } from './express-route-circuit-parts';

const type = 'Microsoft.Network/connections';

/** @see https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto */
const ipsecPolicy = object(
  {
    dhGroup: z.enum(['None', 'DHGroup1', 'DHGroup2', 'DHGroup14', 'DHGroup2048', 'DHGroup24', 'ECP256', 'ECP384']),
    ikeEncryption: z.enum(['DES', 'DES3', 'AES128', 'AES192', 'AES256', 'GCMAES128', 'GCMAES256']),
    ikeIntegrity: z.enum(['MD5', 'SHA1', 'SHA256', 'SHA384', 'GCMAES128', 'GCMAES256']),
    ipsecEncryption: z.enum([
      'None',
      'DES',
      'DES3',
      'AES128',
      'AES192',
      'AES256',
      'GCMAES128',
      'GCMAES192',
      'GCMAES256',
    ]),
    ipsecIntegrity: z.enum(['MD5', 'SHA1', 'SHA256', 'GCMAES128', 'GCMAES192', 'GCMAES256']),
    pfsGroup: z.enum(['None', 'PFS1', 'PFS2', 'PFS14', 'PFS2048', 'PFS24', 'PFSMM', 'ECP256', 'ECP384']),
    saDataSizeKilobytes: z.int().min(0),
    saLifeTimeSeconds: z.int().min(300),
  },
  ['dhGroup', 'ikeEncryption', 'ikeIntegrity', 'ipsecEncryption', 'ipsecIntegrity', 'pfsGroup'],
);

/**
 * Connection of a gateway to a site's VPN device, or to an ExpressRoute circuit of any region. Its keys are not shown with
 * it; the pre-shared one is read beside it.
 *
 * @see https://learn.microsoft.com/rest/api/network-gateway/virtual-network-gateway-connections/create-or-update
 */
export const gatewayConnection: ResourceType = {
  type,
  name: networkName(80),
  shape: bodyShape({
    properties: {
      authenticationType: z.enum(['PSK', 'Certificate']),
      authorizationKey: z.string(),
      connectionMode: z.enum(['Default', 'InitiatorOnly', 'ResponderOnly']),
      connectionProtocol: z.enum(['IKEv1', 'IKEv2']),
      connectionStatus: readOnly,
      connectionType: z.enum(['IPsec', 'Vnet2Vnet', 'ExpressRoute']),
      dpdTimeoutSeconds: z.int().min(0).max(3600),
      egressBytesTransferred: readOnly,
      egressNatRules: z.array(reference),
      enableBgp: z.boolean(),
      enablePrivateLinkFastPath: z.boolean(),
      expressRouteGatewayBypass: z.boolean(),
      gatewayCustomBgpIpAddresses: z.array(anything),
      ingressBytesTransferred: readOnly,
      ingressNatRules: z.array(reference),
      ipsecPolicies: z.array(ipsecPolicy).max(1),
      localNetworkGateway2: reference,
      peer: reference,
      routingWeight: z.int().min(0).max(32_000),
      sharedKey: z.string().min(1).max(128),
      trafficSelectorPolicies: z.array(anything),
      tunnelConnectionStatus: readOnly,
      tunnelProperties: z.array(anything),
      useLocalAzureIpAddress: z.boolean(),
      usePolicyBasedTrafficSelectors: z.boolean(),
      virtualNetworkGateway1: reference,
      virtualNetworkGateway2: reference,
    },
    required: ['connectionType', 'virtualNetworkGateway1'],
  }),
  refersToOtherRegions: true,
  longRunning: ['put', 'delete'],
  check(connection, azure) {
    const { connectionType } = connection.properties as { readonly connectionType: string };
    const gateway = azure.store.find(referenceIn(connection, 'virtualNetworkGateway1'));
    const gatewayType = connectionType === 'ExpressRoute' ? 'ExpressRoute' : 'Vpn';
    if (gateway?.location !== connection.location || gateway?.properties['gatewayType'] !== gatewayType) {
      throw badRequest(
        'ConnectionGatewayNotSupported',
        `Connection ${connection.id} of type ${connectionType} must be in the region of its gateway, which must be of type ${gatewayType}.`,
      );
    }
    if (connectionType === 'ExpressRoute') {
      checkCircuit(connection, azure);
    } else {
      checkTunnel(connection);
    }
  },
  complete: (connection, _azure, previous) => ({
    ...connection,
    properties: {
      connectionMode: 'Default',
      enableBgp: false,
      routingWeight: 0,
      ...connection.properties,
      ...(connection.properties['connectionType'] === 'IPsec' && {
        connectionProtocol: connection.properties['connectionProtocol'] ?? 'IKEv2',
        sharedKey:
          connection.properties['sharedKey'] ??
          previous?.properties['sharedKey'] ??
          pseudoUuid(`key of ${connection.id}`),
      }),
      authorizationKey: connection.properties['authorizationKey'] ?? previous?.properties['authorizationKey'] ?? null,
    },
  }),
  show: () => ({ connectionStatus: 'Unknown', authorizationKey: undefined, sharedKey: undefined }),
  facets: {
    sharedkey: {
      read: ({ properties }) => ({ value: properties['sharedKey'] ?? '' }),
      write: (connection, { value }) => ({
        ...connection,
        properties: { ...connection.properties, sharedKey: value ?? null },
      }),
    },
  },
};

/** With one authenticated cipher for the traffic, Azure asks for the same as its integrity. */
function checkTunnel(connection: Resource): void {
  if (
    connection.properties['connectionType'] === 'IPsec' &&
    referenceIn(connection, 'localNetworkGateway2') === undefined
  ) {
    throw badRequest(
      'ConnectionMustHaveLocalNetworkGateway',
      `Connection ${connection.id} of type IPsec must have localNetworkGateway2.`,
    );
  }
  const [policy] = (connection.properties['ipsecPolicies'] ?? []) as readonly Readonly<Record<string, string>>[];
  const { ipsecEncryption = '', ipsecIntegrity = '' } = policy ?? {};
  const isAuthenticated = [ipsecEncryption, ipsecIntegrity].some((algorithm) => algorithm.startsWith('GCM'));
  if (isAuthenticated && ipsecEncryption !== ipsecIntegrity) {
    throw badRequest(
      'IpsecPolicyInvalid',
      `Connection ${connection.id} must have the same GCMAES algorithm for IPsec encryption and integrity, found ${ipsecEncryption} and ${ipsecIntegrity}.`,
    );
  }
}

/** A circuit is connected to once by a gateway, when it has a private peering, by an authorization where one is shown. */
function checkCircuit(connection: Resource, { store }: Azure): void {
  const circuit = referenceIn(connection, 'peer');
  const gateway = referenceIn(connection, 'virtualNetworkGateway1');
  if (circuit === undefined) {
    throw badRequest('ConnectionMustHavePeer', `Connection ${connection.id} of type ExpressRoute must have a peer.`);
  }
  const peerings = store.children(circuit, circuitPartTypes.peering);
  if (!peerings.some(({ properties }) => properties['peeringType'] === 'AzurePrivatePeering')) {
    throw badRequest(
      'ExpressRouteCircuitPrivatePeeringNotFound',
      `Connection ${connection.id} needs a circuit with a private peering, and ${circuit} has none.`,
    );
  }
  const twin = store
    .ofType(type)
    .find(
      (other) =>
        other.id !== connection.id &&
        referenceIn(other, 'peer')?.toLowerCase() === circuit.toLowerCase() &&
        referenceIn(other, 'virtualNetworkGateway1')?.toLowerCase() === gateway?.toLowerCase(),
    );
  if (twin) {
    throw badRequest(
      'CircuitAlreadyConnected',
      `Circuit ${circuit} is connected to gateway ${gateway ?? ''} by ${twin.id} already.`,
    );
  }
  const key = connection.properties['authorizationKey'];
  const keys = store
    .children(circuit, circuitPartTypes.authorization)
    .map(({ properties }) => properties['authorizationKey']);
  if (key !== undefined && !keys.includes(key)) {
    throw badRequest(
      'AuthorizationNotFound',
      `Circuit ${circuit} has no authorization of the key that connection ${connection.id} shows.`,
    );
  }
}
