import { allZones, inStackOf, type IResourceGroup } from '@iris-azure/foundation';
import { type IPublicIp, type ISubnet, ports } from '@iris-azure/network';
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
  /** Host name that users type, and that the web servers' certificates carry. */
  readonly hostName: string;
  /** Addresses of the web servers. */
  readonly backendAddresses: readonly string[];
  /** Path that a web server in service answers with 200 to 399, over TLS. */
  readonly healthPath: string;
  /** Certificate in a vault, whose renewals the gateway follows. */
  readonly certificate: IWebCertificate;
  /** Identity that may read the certificate. */
  readonly identity: IIdentity;
}

/** Names by which the parts of a gateway refer to each other. */
const part = {
  backendPool: 'web-servers',
  backendSettings: 'https',
  certificate: 'web',
  frontend: 'public',
  frontendPort: 'https',
  listener: 'https',
  probe: 'web-health',
} as const;

/**
 * Application Gateway v2 before the web servers: TLS 1.2 or better on both sides, cookie affinity, web application
 * firewall in prevention, at least two instances, in all zones of the region.
 *
 * The web servers' certificate must come from a well-known authority and name `hostName`: a self-signed one is refused by
 * the gateway, which then answers 502.
 *
 * @see https://learn.microsoft.com/azure/application-gateway/ssl-overview
 */
export class ApplicationGateway extends Construct {
  public constructor(scope: Construct, id: string, props: ApplicationGatewayProps) {
    super(scope, id);
    const { resourceGroup, hostName } = props;
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
      frontendIpConfiguration: [{ name: part.frontend, publicIpAddressId: props.publicIp.id }],
      frontendPort: [{ name: part.frontendPort, port: ports.https }],
      httpListener: [
        {
          name: part.listener,
          protocol: 'Https',
          frontendIpConfigurationName: part.frontend,
          frontendPortName: part.frontendPort,
          sslCertificateName: part.certificate,
        },
      ],
      backendAddressPool: [{ name: part.backendPool, ipAddresses: [...props.backendAddresses] }],
      backendHttpSettings: [
        {
          name: part.backendSettings,
          protocol: 'Https',
          port: ports.https,
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
          protocol: 'Https',
          host: hostName,
          path: props.healthPath,
          interval: 5,
          timeout: 5,
          unhealthyThreshold: 2,
          match: { statusCode: ['200-399'] },
        },
      ],
      requestRoutingRule: [
        {
          name: 'web',
          ruleType: 'Basic',
          priority: 100,
          httpListenerName: part.listener,
          backendAddressPoolName: part.backendPool,
          backendHttpSettingsName: part.backendSettings,
        },
      ],
      tags: resourceGroup.tags(),
      dependsOn: inStackOf(this, props.certificate.readers),
    });
  }
}
