import { allZones, inStackOf, type IResourceGroup } from '@iris-azure/foundation';
import { type BackendTls, type IPublicIp, type ISubnet, ports } from '@iris-azure/network';
import { type IIdentity, type IWebCertificate } from '@iris-azure/security';
import { ApplicationGateway as AzurermApplicationGateway } from '@cdktf/provider-azurerm/lib/application-gateway';
import { Construct } from 'constructs';
import { WebApplicationFirewall } from './web-application-firewall';

/** Properties of {@link ApplicationGateway}. */
export interface ApplicationGatewayProps {
  /** Resource group of the gateway. */
  readonly resourceGroup: IResourceGroup;
  /** Subnet of its own, a /24 at best. */
  readonly subnet: ISubnet;
  /** Public address on which it listens. */
  readonly publicIp: IPublicIp;
  /**
   * Address of its subnet on which it listens too, for users who come by VPN or ExpressRoute; the last one at best, since its
   * instances take theirs from the first. Where both listen, security rules of the subnet must have any destination.
   *
   * @default none
   */
  readonly privateAddress?: string;
  /** Host name that users type, and that the web servers' certificates carry. */
  readonly hostName: string;
  /** Addresses of the web servers. */
  readonly backendAddresses: readonly string[];
  /**
   * How it reaches the web servers. `offloaded` takes TLS off at the gateway: what users send crosses the network in plain
   * HTTP, to port 80, against S25, and the gate refuses it. For web servers that cannot do TLS yet.
   *
   * @default endToEnd
   */
  readonly backendTls?: BackendTls;
  /** Path that a web server in service answers with 200 to 399, in the same way. */
  readonly healthPath: string;
  /** Certificate in a vault, whose renewals the gateway follows. */
  readonly certificate: IWebCertificate;
  /** Identity that may read the certificate. */
  readonly identity: IIdentity;
}

/** Names by which the parts of a gateway refer to each other. */
const part = {
  backendPool: 'web-servers',
  certificate: 'web',
  frontendPort: 'https',
  probe: 'web-health',
} as const;

/** What the gateway's side to the web servers is called and made of. */
const backends = {
  endToEnd: { name: 'https', protocol: 'Https', port: ports.https },
  offloaded: { name: 'http', protocol: 'Http', port: ports.http },
} as const satisfies Record<BackendTls, object>;

/**
 * Application Gateway v2 before the web servers: TLS 1.2 or better on both sides, cookie affinity, web application
 * firewall in prevention, at least two instances, in all zones of the region.
 *
 * It listens by HTTPS alone: nothing answers on port 80, so that no one gets used to an address without TLS.
 *
 * The web servers' certificate must come from a well-known authority and name `hostName`: a self-signed one is refused by
 * the gateway, which then answers 502.
 *
 * @see https://learn.microsoft.com/azure/application-gateway/ssl-overview
 * @seed S11, S25, S27
 */
export class ApplicationGateway extends Construct {
  public constructor(scope: Construct, id: string, props: ApplicationGatewayProps) {
    super(scope, id);
    const { resourceGroup, hostName } = props;
    const backend = backends[props.backendTls ?? 'endToEnd'];
    const frontends = frontendsOf(props);
    const firewall = new WebApplicationFirewall(this, 'Firewall', { resourceGroup });
    new AzurermApplicationGateway(this, 'Resource', {
      name: resourceGroup.nameOf('applicationGateway'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      zones: allZones(resourceGroup.region),
      sku: { name: 'WAF_v2', tier: 'WAF_v2' },
      autoscaleConfiguration: { minCapacity: 2, maxCapacity: 10 },
      firewallPolicyId: firewall.id,
      identity: { type: 'UserAssigned', identityIds: [props.identity.id] },
      sslPolicy: { policyType: 'Predefined', policyName: 'AppGwSslPolicy20220101' },
      sslCertificate: [{ name: part.certificate, keyVaultSecretId: props.certificate.versionlessSecretId }],
      gatewayIpConfiguration: [{ name: 'gateway', subnetId: props.subnet.id }],
      frontendIpConfiguration: frontends.map(({ configuration }) => configuration),
      frontendPort: [{ name: part.frontendPort, port: ports.https }],
      httpListener: frontends.map(({ configuration, listener }) => ({
        name: listener,
        protocol: 'Https',
        frontendIpConfigurationName: configuration.name,
        frontendPortName: part.frontendPort,
        sslCertificateName: part.certificate,
      })),
      backendAddressPool: [{ name: part.backendPool, ipAddresses: [...props.backendAddresses] }],
      backendHttpSettings: [
        {
          ...backend,
          hostName,
          cookieBasedAffinity: 'Enabled',
          affinityCookieName: 'ApplicationGatewayAffinity',
          requestTimeout: 60,
          probeName: part.probe,
          connectionDraining: { enabled: true, drainTimeoutSec: 60 },
        },
      ],
      probe: [
        {
          name: part.probe,
          protocol: backend.protocol,
          host: hostName,
          path: props.healthPath,
          interval: 5,
          timeout: 5,
          unhealthyThreshold: 2,
          match: { statusCode: ['200-399'] },
        },
      ],
      requestRoutingRule: frontends.map(({ listener, rule, priority }) => ({
        name: rule,
        ruleType: 'Basic',
        priority,
        httpListenerName: listener,
        backendAddressPoolName: part.backendPool,
        backendHttpSettingsName: backend.name,
      })),
      tags: resourceGroup.tags(),
      dependsOn: inStackOf(this, props.certificate.readers),
    });
  }
}

/** Each front end with its listener and the rule that leads from there to the web servers. */
function frontendsOf({ publicIp, privateAddress, subnet }: ApplicationGatewayProps) {
  const open = {
    configuration: { name: 'public', publicIpAddressId: publicIp.id },
    listener: 'https',
    rule: 'web',
    priority: 100,
  };
  return privateAddress === undefined
    ? [open]
    : [
        open,
        {
          configuration: {
            name: 'private',
            subnetId: subnet.id,
            privateIpAddressAllocation: 'Static',
            privateIpAddress: privateAddress,
          },
          listener: 'https-private',
          rule: 'web-private',
          priority: 110,
        },
      ];
}
