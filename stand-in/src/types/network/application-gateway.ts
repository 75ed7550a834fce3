import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, identity, object, readOnly, reference, zones } from '../../arm/shape';
import { type Azure } from '../../azure';
import { networkName } from '../names';
import { referenceIn } from './addresses';
import { gatewayParts, gatewayPartTypes, sslPolicy } from './application-gateway-parts';
import { letsIn } from './lets-in';
import { checkPlatformSubnet } from './platform-subnet';

/** Ports at which Azure manages a gateway of the second version. */
const managementPorts = '65200-65535';

const maxInstances = 125;

/**
 * An application gateway of the second version; the first has been retired.
 *
 * @see https://learn.microsoft.com/rest/api/application-gateway/application-gateways/create-or-update
 * @see https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure
 */
export const applicationGateway: ResourceType = {
  type: 'Microsoft.Network/applicationGateways',
  name: networkName(80),
  shape: bodyShape({
    properties: {
      authenticationCertificates: z.array(anything),
      autoscaleConfiguration: object(
        { minCapacity: z.int().min(0).max(maxInstances), maxCapacity: z.int().min(2).max(maxInstances) },
        ['minCapacity'],
      ),
      backendSettingsCollection: z.array(anything),
      customErrorConfigurations: z.array(anything),
      defaultPredefinedSslPolicy: readOnly,
      enableFips: z.boolean(),
      enableHttp2: z.boolean(),
      firewallPolicy: reference,
      forceFirewallPolicyAssociation: z.boolean(),
      globalConfiguration: anything,
      listeners: z.array(anything),
      loadDistributionPolicies: z.array(anything),
      operationalState: readOnly,
      privateEndpointConnections: readOnly,
      privateLinkConfigurations: z.array(anything),
      routingRules: z.array(anything),
      sku: object(
        {
          capacity: z.int().min(1).max(maxInstances),
          family: z.enum(['Generation_1', 'Generation_2']),
          name: z.string(),
          tier: z.string(),
        },
        ['name', 'tier'],
      ),
      sslPolicy,
      trustedClientCertificates: z.array(anything),
      webApplicationFirewallConfiguration: anything,
    },
    required: ['sku'],
    beside: { identity, zones },
  }),
  children: gatewayParts,
  longRunning: ['put', 'delete'],
  check(gateway, azure) {
    checkSku(gateway);
    checkListeners(gateway, azure);
    for (const configuration of azure.store.children(gateway.id, gatewayPartTypes.ipConfiguration)) {
      checkSubnet(gateway, azure.store.find(referenceIn(configuration, 'subnet')), azure);
    }
  },
  show: () => ({ operationalState: 'Running', defaultPredefinedSslPolicy: 'AppGwSslPolicy20220101' }),
};

interface Sku {
  readonly name: string;
  readonly tier: string;
  readonly capacity?: number;
}

function checkSku({ id, properties }: Resource): void {
  const { name, tier, capacity } = properties['sku'] as unknown as Sku;
  if (!['Standard_v2', 'WAF_v2', 'Basic'].includes(name) || name !== tier) {
    throw badRequest(
      'ApplicationGatewayV1CreationNotAllowed',
      `Application gateway ${id} must have a sku of name and tier Standard_v2, WAF_v2 or Basic, got ${name} and ${tier}; V1 was retired on 28 April 2026.`,
    );
  }
  const { minCapacity = 0, maxCapacity = maxInstances } = (properties['autoscaleConfiguration'] ?? {}) as {
    readonly minCapacity?: number;
    readonly maxCapacity?: number;
  };
  if ((properties['autoscaleConfiguration'] === undefined) === (capacity === undefined) || minCapacity > maxCapacity) {
    throw badRequest(
      'ApplicationGatewayInvalidCapacity',
      `Application gateway ${id} must have either a capacity or an autoscale configuration whose minimum is at most its maximum.`,
    );
  }
  if (properties['firewallPolicy'] && name !== 'WAF_v2') {
    throw badRequest(
      'ApplicationGatewayFirewallCannotBeEnabledForSku',
      `Application gateway ${id} must have sku WAF_v2 to have a firewall policy, got ${name}.`,
    );
  }
}

/** A port of a front end has one listener, or several for different hosts. */
function checkListeners({ id }: Resource, { store }: Azure): void {
  const places = store.children(id, gatewayPartTypes.listener).flatMap((listener) => {
    const { hostName, hostNames = [] } = listener.properties as {
      readonly hostName?: string;
      readonly hostNames?: readonly string[];
    };
    const hosts = [...(hostName === undefined ? [] : [hostName]), ...hostNames];
    const end = ['frontendIPConfiguration', 'frontendPort'].map((part) => referenceIn(listener, part)?.toLowerCase());
    return (hosts.length > 0 ? hosts : ['']).map((host) => [...end, host].join(' '));
  });
  if (new Set(places).size < places.length) {
    throw badRequest(
      'ApplicationGatewayListenersUsingSameFrontendPortAndFrontendIpConfig',
      `Two HTTP listeners of application gateway ${id} use the same frontend port, frontend IP configuration and host name.`,
    );
  }
}

function checkSubnet(gateway: Resource, subnet: Resource | undefined, azure: Azure): void {
  if (!subnet) {
    return;
  }
  const other = usersOf(subnet, azure).find(
    ({ id, type }) => !id.startsWith(`${gateway.id}/`) && !type.startsWith('Microsoft.Network/applicationGateways'),
  );
  if (other) {
    throw badRequest(
      'ApplicationGatewaySubnetCannotHaveOtherResources',
      `Subnet ${subnet.id} of application gateway ${gateway.id} can only have application gateways, and has ${other.id}.`,
    );
  }
  checkPlatformSubnet(subnet, azure);
  const group = azure.store.find(referenceIn(subnet, 'networkSecurityGroup'));
  if (group && !letsIn(group, { from: 'GatewayManager', port: managementPorts }, azure)) {
    throw badRequest(
      'ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup',
      `Network security group ${group.id} blocks incoming internet traffic on ports ${managementPorts} to subnet ${subnet.id}, associated with Application Gateway ${gateway.id}. This is not permitted for Application Gateways that have V2 Sku.`,
    );
  }
}
