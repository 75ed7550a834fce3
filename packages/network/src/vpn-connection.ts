import { type IResourceGroup } from '@iris-azure/foundation';
import { VirtualNetworkGatewayConnection } from '@cdktf/provider-azurerm/lib/virtual-network-gateway-connection';
import { Construct } from 'constructs';
import { type IpsecChoices, ipsecPolicy } from './ipsec-policy';
import { LocalNetworkGateway, type VpnDevice } from './local-network-gateway';
import { sensitiveVariable } from './sensitive-variable';
import { type IVirtualNetworkGateway } from './vpn-gateway';

/** A site that is connected by VPN. */
export interface VpnSite extends VpnDevice {
  /** What of the IPsec policy the site's device cannot do. @default the strongest policy that Azure has */
  readonly ipsec?: IpsecChoices;
}

/** Properties of {@link VpnConnection}. */
export interface VpnConnectionProps extends VpnSite {
  /** Resource group of the gateway. */
  readonly resourceGroup: IResourceGroup;
  /** Gateway on Azure's side. */
  readonly gateway: IVirtualNetworkGateway;
  /** Name of the site: lower-case letters, digits and inner hyphens. */
  readonly site: string;
}

/**
 * IPsec tunnels between the gateway's two instances and a site's device: IKEv2, one explicit policy.
 *
 * The pre-shared key is the Terraform variable `vpn_shared_key_<region code>_<site>`, set for each deployment
 * (`TF_VAR_vpn_shared_key_weu_hospital`), never in a file.
 */
export class VpnConnection extends Construct {
  public constructor(scope: Construct, id: string, props: VpnConnectionProps) {
    super(scope, id);
    const { resourceGroup, gateway, site, ipsec = {}, ...device } = props;
    const localNetworkGateway = new LocalNetworkGateway(this, 'LocalNetworkGateway', {
      resourceGroup,
      site,
      ...device,
    });
    new VirtualNetworkGatewayConnection(this, 'Resource', {
      name: resourceGroup.nameOf('connection', 'vpn', site),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      type: 'IPsec',
      virtualNetworkGatewayId: gateway.id,
      localNetworkGatewayId: localNetworkGateway.id,
      connectionProtocol: 'IKEv2',
      enableBgp: device.bgp !== undefined,
      dpdTimeoutSeconds: 45,
      ipsecPolicy: ipsecPolicy(ipsec),
      sharedKey: sensitiveVariable(this, 'SharedKey', {
        name: ['vpn_shared_key', resourceGroup.region.code, site],
        description: `Pre-shared key of the VPN between the gateway in ${resourceGroup.region.name} and site ${site}.`,
        pattern: '[!-~]{32,128}',
        allowed: 'Must be 32 to 128 printable ASCII characters without space.',
      }),
      tags: resourceGroup.tags(),
    });
  }
}
