import { Refusal, refusingAt } from '@iris-azure/foundation';
import { type INetwork, overlap } from '@iris-azure/network';
import { VirtualNetworkPeering } from '@cdktf/provider-azurerm/lib/virtual-network-peering';
import { Construct } from 'constructs';

/** Properties of {@link NetworkPeering}. */
export interface NetworkPeeringProps {
  /** Network of the primary region. */
  readonly primary: INetwork;
  /** Network of the disaster recovery region, whose range must not overlap the primary's. */
  readonly disasterRecovery: INetwork;
}

/**
 * Peering in both directions, over Azure's backbone, of the networks between which a mirror replicates.
 *
 * @seed S19
 */
export class NetworkPeering extends Construct {
  public constructor(scope: Construct, id: string, { primary, disasterRecovery }: NetworkPeeringProps) {
    super(scope, id);
    refusingAt(this, () => assertApart(primary, disasterRecovery));
    const peer = (peeringId: string, from: INetwork, to: INetwork) =>
      new VirtualNetworkPeering(this, peeringId, {
        name: from.resourceGroup.nameOf('peering', to.resourceGroup.region.code),
        resourceGroupName: from.resourceGroup.name,
        virtualNetworkName: from.name,
        remoteVirtualNetworkId: to.id,
        allowVirtualNetworkAccess: true,
        allowForwardedTraffic: false,
        allowGatewayTransit: false,
        useRemoteGateways: false,
      });
    peer('ToDisasterRecovery', primary, disasterRecovery);
    peer('ToPrimary', disasterRecovery, primary);
  }
}

function assertApart(primary: INetwork, disasterRecovery: INetwork): void {
  if (overlap(primary.addressSpace, disasterRecovery.addressSpace)) {
    throw new Refusal(
      `ranges of peered networks must not overlap, got '${primary.addressSpace}' and ` +
        `'${disasterRecovery.addressSpace}'; set addressSpace of one region to another range`,
    );
  }
}
