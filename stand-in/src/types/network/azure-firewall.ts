import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly, reference, zones } from '../../arm/shape';
import { type Azure } from '../../azure';
import { networkName } from '../names';
import { part } from '../part';
import { networkOf, referenceIn, withPrivateAddress } from './addresses';
import { checkPublicAddressIsFree } from './public-ip-address';
import { rangesOf } from './subnet-ranges';

const type = 'Microsoft.Network/azureFirewalls';

const ipConfigurationType = `${type}/azureFirewallIpConfigurations`;

/** Longest prefix of the subnet of a firewall. */
const longestPrefix = 26;

const ipConfiguration = part(ipConfigurationType, {
  properties: { publicIPAddress: reference, subnet: reference },
  shown: ['privateIPAddress'],
  check(configuration, azure) {
    checkPublicAddressIsFree(referenceIn(configuration, 'publicIPAddress'), configuration, azure);
    const subnetId = referenceIn(configuration, 'subnet');
    const subnet = azure.store.find(subnetId);
    if (subnetId !== undefined && !/\/AzureFirewallSubnet$/i.test(subnetId)) {
      throw badRequest(
        'AzureFirewallSubnetNameInvalid',
        `Azure Firewall IP configuration ${configuration.id} must be in a subnet of the name AzureFirewallSubnet, got ${subnetId}.`,
      );
    }
    if (subnet && rangesOf(subnet).some(({ subnetMask }) => subnetMask > longestPrefix)) {
      throw badRequest(
        'AzureFirewallSubnetSizeInvalid',
        `Subnet ${subnet.id} of an Azure Firewall must have a prefix of /${longestPrefix} or shorter.`,
      );
    }
  },
  complete: withPrivateAddress,
});

/**
 * Azure's own firewall.
 *
 * @see https://learn.microsoft.com/rest/api/firewall/azure-firewalls/create-or-update
 */
export const azureFirewall: ResourceType = {
  type,
  name: networkName(80),
  shape: bodyShape({
    properties: {
      additionalProperties: z.record(z.string(), z.string()),
      applicationRuleCollections: z.array(anything),
      autoscaleConfiguration: anything,
      firewallPolicy: reference,
      hubIPAddresses: anything,
      ipGroups: readOnly,
      managementIpConfiguration: anything,
      natRuleCollections: z.array(anything),
      networkRuleCollections: z.array(anything),
      sku: object({
        name: z.enum(['AZFW_Hub', 'AZFW_VNet']),
        tier: z.enum(['Basic', 'Premium', 'Standard']),
      }),
      // Clients that leave the mode to a policy send it empty.
      threatIntelMode: z.enum(['', 'Alert', 'Deny', 'Off']),
      virtualHub: reference,
    },
    beside: { extendedLocation: anything, zones },
  }),
  children: { ipConfigurations: [ipConfiguration] },
  longRunning: ['put', 'delete'],
  check(firewall, azure, previous) {
    checkConfigurations(firewall, azure);
    checkPolicy(firewall, azure);
    if (previous && String(previous.zones ?? []) !== String(firewall.zones ?? [])) {
      throw badRequest(
        'ResourceAvailabilityZonesCannotBeModified',
        `Resource ${firewall.id} has an existing availability zone constraint and cannot be changed.`,
      );
    }
  },
};

/** One configuration names the subnet for all; the network and the addresses are in the firewall's resource group. */
function checkConfigurations(firewall: Resource, { store }: Azure): void {
  const configurations = store.children(firewall.id, ipConfigurationType);
  const subnets = configurations.flatMap((each) => referenceIn(each, 'subnet') ?? []);
  if (subnets.length !== 1) {
    throw badRequest(
      'AzureFirewallIpConfigurationSubnetInvalid',
      `Azure Firewall ${firewall.id} must have exactly one IP configuration with a subnet, found ${subnets.length}.`,
    );
  }
  const addresses = configurations.flatMap((each) => referenceIn(each, 'publicIPAddress') ?? []);
  const group = ResourceId.parse(firewall.id).resourceGroup?.key;
  const elsewhere = [networkOf(subnets[0] ?? ''), ...addresses].find(
    (id) => id !== undefined && ResourceId.parse(id).resourceGroup?.key !== group,
  );
  if (elsewhere !== undefined) {
    throw badRequest(
      'AzureFirewallResourceGroupMismatch',
      `Azure Firewall ${firewall.id}, its virtual network and its public IP addresses must be in one resource group, got ${elsewhere}.`,
    );
  }
}

const tiers = ['Basic', 'Standard', 'Premium'];

/** @see https://learn.microsoft.com/azure/firewall-manager/policy-overview */
function checkPolicy({ id, properties }: Resource, { store }: Azure): void {
  const tierOf = (body: Resource['properties']) => (body['sku'] as { readonly tier?: string } | undefined)?.tier;
  const policy = store.find((properties['firewallPolicy'] as { readonly id?: string } | undefined)?.id);
  const [own = 'Standard', ofPolicy = 'Standard'] = [tierOf(properties), policy && tierOf(policy.properties)];
  if (policy && tiers.indexOf(ofPolicy) > tiers.indexOf(own)) {
    throw badRequest(
      'AzureFirewallPolicyTierMismatch',
      `Azure Firewall ${id} of tier ${own} cannot use firewall policy ${policy.id} of tier ${ofPolicy}.`,
    );
  }
}
