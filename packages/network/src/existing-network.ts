import {
  type IResourceGroup,
  parseResourceId,
  Refusal,
  refusingAt,
  ResourceGroup,
  type ResourceGroupAttributes,
} from '@iris-azure/foundation';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { isWithin } from './addressing';
import { type Egress } from './egress';
import { type INetwork } from './network';
import { type ISubnet } from './subnet';
import { type TierName, tierNames } from './subnet-plan';

/** What the id of an existing network does not tell. */
export interface NetworkAttributes extends ResourceGroupAttributes {
  /** Range of the network in CIDR notation. */
  readonly addressSpace: string;
  /** Subnet of each tier, which it has to itself: addresses in it are fixed. */
  readonly subnets: Readonly<Record<TierName, ISubnet>>;
  /** How its servers reach the internet, by its owner's hand. @default by a NAT gateway */
  readonly egress?: Egress['kind'];
}

/** A network that somebody else has made, known by its resource id and that of its subnets. */
export class ExistingNetwork extends Construct implements INetwork {
  /** Azure's name of the virtual network. */
  public readonly name: string;
  /** Range of the virtual network in CIDR notation, known at synthesis. */
  public readonly addressSpace: string;
  /** Resource group of the virtual network. */
  public readonly resourceGroup: IResourceGroup;
  /** Subnet of each tier. */
  public readonly subnets: Readonly<Record<TierName, ISubnet>>;
  /** How its servers reach the internet. */
  public readonly egress: Egress['kind'];

  public constructor(
    scope: Construct,
    constructId: string,
    /** Resource id of the virtual network. */
    public readonly id: string,
    { addressSpace, subnets, egress = 'natGateway', ...attributes }: NetworkAttributes,
  ) {
    super(scope, constructId);
    const { name, resourceGroupId } = refusingAt(this, () => parseNetworkId(id));
    refusingAt(this, () => {
      assertWithin(subnets, { id, addressSpace });
    });
    this.name = name;
    this.addressSpace = addressSpace;
    this.resourceGroup = ResourceGroup.fromResourceGroupId(this, 'ResourceGroup', resourceGroupId, attributes);
    this.subnets = subnets;
    this.egress = egress;
  }
}

function parseNetworkId(id: string): { readonly name: string; readonly resourceGroupId: string } {
  const { subscriptionId, resourceGroupName, name } = parseResourceId(id, 'Microsoft.Network/virtualNetworks');
  return { name, resourceGroupId: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}` };
}

function assertWithin(
  subnets: Readonly<Record<TierName, ISubnet>>,
  network: { readonly id: string; readonly addressSpace: string },
): void {
  for (const tier of tierNames) {
    const { id, addressRange } = subnets[tier];
    const isElsewhere = !Token.isUnresolved(id) && !Token.isUnresolved(network.id) && !isBelow(id, network.id);
    if (isElsewhere || !isWithin(addressRange, network.addressSpace)) {
      throw new Refusal(
        `subnet '${tier}' must be one of the network, in ${network.addressSpace}, got '${id}' with ${addressRange}; ` +
          `set subnets.${tier}`,
      );
    }
  }
}

/** Azure compares ids without regard to case. */
function isBelow(id: string, parent: string): boolean {
  return id.toLowerCase().startsWith(`${parent.toLowerCase()}/`);
}
