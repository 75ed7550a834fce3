import {
  type Deployment,
  findRegion,
  type IResourceGroup,
  type RegionName,
  ResourceGroup,
} from '@iris-azure/foundation';
import { type INetwork, type ISubnet, planSubnets, type TierName, tierNames } from '@iris-azure/network';
import { type IDiskEncryption, type IIdentity } from '@iris-azure/security';
import { type IAdministrator, type MarketplaceImage, type Placement, type ServerEnvironment } from '@iris-azure/server';
import { type Construct } from 'constructs';

const resources = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-stand-in/providers';

/** An environment of short names, with one tag of its own. */
export const testDeployment: Deployment = {
  workload: 'trakcare',
  organization: 'contoso',
  environment: 'test',
  tags: { owner: 'platform' },
};

/** A disk encryption set that exists. */
export const testDiskEncryption: IDiskEncryption = {
  diskEncryptionSetId: `${resources}/Microsoft.Compute/diskEncryptionSets/des-stand-in`,
};

/** An identity that exists. */
export const testIdentity: IIdentity = {
  id: `${resources}/Microsoft.ManagedIdentity/userAssignedIdentities/id-stand-in`,
  principalId: '11111111-1111-1111-1111-111111111111',
};

/** A place in an availability set that exists. */
export const testPlacement = {
  kind: 'availabilitySet',
  availabilitySet: { id: `${resources}/Microsoft.Compute/availabilitySets/avail-stand-in` },
} as const satisfies Placement;

/** A marketplace image. */
export const testImage: MarketplaceImage = {
  publisher: 'Canonical',
  offer: 'ubuntu-24_04-lts',
  sku: 'server',
  version: 'latest',
};

/** An administrator whose key is known; a stack takes its own from a variable. */
export const testAdministrator: IAdministrator = { userName: 'irisadmin', sshPublicKey: 'ssh-ed25519 AAAAC3Nza' };

/** A resource group in the stack under test. */
export function testResourceGroup(scope: Construct, region: RegionName = 'westeurope', part = 'unit'): ResourceGroup {
  return new ResourceGroup(scope, `ResourceGroup-${part}`, {
    deployment: testDeployment,
    region: findRegion(region),
    part,
  });
}

/** A network that exists, with the address plan of a real one. */
export function testNetwork(resourceGroup: IResourceGroup, addressSpace = '10.20.0.0/21'): INetwork {
  const id = `${resources}/Microsoft.Network/virtualNetworks/vnet-stand-in`;
  const plan = planSubnets(addressSpace);
  const subnets = tierNames.map((tier): [TierName, ISubnet] => [
    tier,
    { id: `${id}/subnets/snet-${tier}`, addressRange: plan[tier] },
  ]);
  return {
    id,
    name: 'vnet-stand-in',
    addressSpace,
    resourceGroup,
    subnets: Object.fromEntries(subnets) as Record<TierName, ISubnet>,
    egress: 'natGateway',
  };
}

/** What servers under test have in common. */
export function testServerEnvironment(resourceGroup: IResourceGroup): ServerEnvironment {
  return {
    resourceGroup,
    diskEncryption: testDiskEncryption,
    image: testImage,
    administrator: testAdministrator,
  };
}
