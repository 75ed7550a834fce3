import { type IResourceGroup, resourceName } from '@iris-azure/foundation';
import { type IPublicIp, ports } from '@iris-azure/network';
import { TrafficManagerAzureEndpoint } from '@cdktf/provider-azurerm/lib/traffic-manager-azure-endpoint';
import { TrafficManagerProfile } from '@cdktf/provider-azurerm/lib/traffic-manager-profile';
import { Construct } from 'constructs';

/** Properties of {@link TrafficManager}. */
export interface TrafficManagerProps {
  /** Resource group of the profile, in the region that is to survive the other. */
  readonly resourceGroup: IResourceGroup;
  /** Host name that users type, sent as `Host` with each probe. */
  readonly hostName: string;
  /** Path that answers 200 only where the mirror's primary is. */
  readonly statusPath: string;
  /** Web end point of the primary region. */
  readonly primary: IPublicIp;
  /** Web end point of the disaster recovery region. */
  readonly disasterRecovery: IPublicIp;
}

/**
 * DNS that leads users to the region in which the mirror's primary is: priority routing by a probe of the mirror status
 * page through each region's web end point. Once the DR member has been promoted, users follow with no further step:
 * after three failed probes of 10 seconds and the 30 seconds for which resolvers keep an answer.
 *
 * The second region's end point fails its probe until then, as it must, so that no user is ever led to a database that is
 * read-only: its web servers answer with the status page of the DR async member, which is 503, and while they are off its
 * gateway answers 502. Traffic Manager shows it as degraded. If both regions fail, it returns both.
 *
 * @see https://learn.microsoft.com/azure/traffic-manager/traffic-manager-monitoring
 */
export class TrafficManager extends Construct {
  private readonly profile: TrafficManagerProfile;

  public constructor(scope: Construct, id: string, props: TrafficManagerProps) {
    super(scope, id);
    const { resourceGroup, hostName } = props;
    const { organization, workload, environment } = resourceGroup.deployment;
    this.profile = new TrafficManagerProfile(this, 'Resource', {
      name: resourceName('trafficManager', workload, environment),
      resourceGroupName: resourceGroup.name,
      trafficRoutingMethod: 'Priority',
      dnsConfig: { relativeName: resourceName('trafficManager', organization, workload, environment), ttl: 30 },
      monitorConfig: {
        protocol: 'HTTPS',
        port: ports.https,
        path: props.statusPath,
        expectedStatusCodeRanges: ['200-200'],
        intervalInSeconds: 10,
        timeoutInSeconds: 5,
        toleratedNumberOfFailures: 2,
        customHeader: [{ name: 'host', value: hostName }],
      },
      tags: resourceGroup.tags(),
    });
    this.addEndpoint('Primary', 'primary', props.primary, 1);
    this.addEndpoint('DisasterRecovery', 'disaster-recovery', props.disasterRecovery, 2);
  }

  /** Resource id of the profile. */
  public get id(): string {
    return this.profile.id;
  }

  /** Name of the profile in DNS, to which the name that users type must lead. */
  public get fqdn(): string {
    return this.profile.fqdn;
  }

  private addEndpoint(id: string, name: string, target: IPublicIp, priority: number): void {
    new TrafficManagerAzureEndpoint(this, id, {
      name,
      profileId: this.profile.id,
      targetResourceId: target.id,
      priority,
    });
  }
}
