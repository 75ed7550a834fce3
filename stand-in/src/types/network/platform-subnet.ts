import { badRequest } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';
import { type Azure } from '../../azure';
import { referenceIn } from './addresses';
import { letsIn } from './lets-in';
import { leadsToAppliance } from './route-table';

/** Subnets of Azure's own services whose way to the internet may not be taken. */
const ownWayOut = ['AzureFirewallSubnet', 'GatewaySubnet'];

/**
 * Refuses what the subnets of Azure's own services cannot have.
 *
 * @see https://learn.microsoft.com/azure/bastion/bastion-nsg
 * @see https://learn.microsoft.com/azure/bastion/bastion-faq#udr
 * @see https://learn.microsoft.com/azure/firewall/firewall-faq
 * @see https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure
 */
export function checkPlatformSubnet(subnet: Resource, azure: Azure): void {
  if (subnet.name === 'AzureBastionSubnet') {
    checkBastionSubnet(subnet, azure);
  }
  if (ownWayOut.includes(subnet.name) && leadsToAppliance(subnet, azure)) {
    throw badRequest(
      'SubnetWithDefaultRouteToApplianceNotSupported',
      `Route table ${referenceIn(subnet, 'routeTable') ?? ''} with a default route to an appliance cannot be attached to subnet ${subnet.id}, whose service must reach the internet directly.`,
    );
  }
  const gateway = azure.store
    .referrers(subnet.id, 'Microsoft.Network/applicationGateways/gatewayIPConfigurations')
    .at(0);
  if (gateway && leadsToAppliance(subnet, azure)) {
    throw badRequest(
      'ApplicationGatewaySubnetWithDefaultRouteToApplianceNotSupported',
      `Subnet ${subnet.id} of ${gateway.id} cannot have a route of 0.0.0.0/0 to an appliance.`,
    );
  }
}

function checkBastionSubnet(subnet: Resource, azure: Azure): void {
  if (referenceIn(subnet, 'routeTable') !== undefined) {
    throw badRequest(
      'RouteTableCannotBeAttachedForAzureBastionSubnet',
      `Route table cannot be attached to subnet ${subnet.id}.`,
    );
  }
  const group = azure.store.find(referenceIn(subnet, 'networkSecurityGroup'));
  if (group && !letsIn(group, { from: 'GatewayManager', port: '443' }, azure)) {
    throw badRequest(
      'NetworkSecurityGroupNotCompliantForAzureBastionSubnet',
      `Network security group ${group.id} does not have necessary rules for Azure Bastion Subnet AzureBastionSubnet: inbound 443 from GatewayManager.`,
    );
  }
}
