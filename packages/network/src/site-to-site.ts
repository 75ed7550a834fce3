import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { overlap } from './addressing';
import { type ISubnet } from './subnet';
import { VpnConnection, type VpnSite } from './vpn-connection';
import { VpnGateway, type VpnGatewaySku } from './vpn-gateway';

/** VPN of one region. */
export interface VpnSettings {
  /** Size of the gateway. @default VpnGw2AZ */
  readonly sku?: VpnGatewaySku;
  /** Autonomous system number of the gateway, see {@link VpnGatewayProps.asn}. @default 65515 */
  readonly asn?: number;
  /** Sites by name: a name is part of the addresses of what is made for it. */
  readonly sites: Readonly<Record<string, VpnSite>>;
}

/** Properties of {@link SiteToSite}. */
export interface SiteToSiteProps extends VpnSettings {
  /** Resource group of the network. */
  readonly resourceGroup: IResourceGroup;
  /** The network's `GatewaySubnet`. */
  readonly subnet: ISubnet;
  /** Range of the network in CIDR notation, which no site may have too. */
  readonly addressSpace: string;
  /** What must be there before the gateway. @default nothing */
  readonly after?: readonly ITerraformDependable[];
}

/** A VPN gateway and its sites. A site that is added changes nothing of the others. */
export class SiteToSite extends Construct {
  public constructor(scope: Construct, id: string, props: SiteToSiteProps) {
    super(scope, id);
    const { resourceGroup, subnet, sku, asn, sites, after } = props;
    refusingAt(this, () => assertApart(props));
    const gateway = new VpnGateway(this, 'Gateway', { resourceGroup, subnet, sku, asn, after });
    for (const [site, settings] of Object.entries(sites)) {
      new VpnConnection(this, site, { resourceGroup, gateway, site, ...settings });
    }
  }
}

function assertApart({ addressSpace, sites, asn }: SiteToSiteProps): void {
  for (const [site, { bgp, addressRanges = [] }] of Object.entries(sites)) {
    const taken = addressRanges.find((range) => overlap(range, addressSpace));
    if (taken !== undefined) {
      throw new Refusal(
        `ranges of site '${site}' must not overlap the network's ${addressSpace}, got '${taken}'; set addressRanges`,
      );
    }
    if (bgp && bgp.asn === asn) {
      throw new Refusal(
        `autonomous system number of site '${site}' must be another than the gateway's, got ${bgp.asn}; set bgp.asn`,
      );
    }
  }
}
