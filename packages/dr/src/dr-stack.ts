import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { type INetwork, type IPublicIp } from '@iris-azure/network';
import { Administrator, type MarketplaceImage } from '@iris-azure/server';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';
import { DisasterRecovery, type DisasterRecoverySettings } from './disaster-recovery';

/** Properties of {@link DrStack}. */
export interface DrStackProps extends DisasterRecoverySettings {
  /** Environment that the stack belongs to. */
  readonly deployment: Deployment;
  /** Second region. */
  readonly region: Region;
  /** Network of the primary region. */
  readonly primaryNetwork: INetwork;
  /** Web end point of the primary region. */
  readonly primaryWebEndpoint: IPublicIp;
  /** Image from which the servers are made. */
  readonly image: MarketplaceImage;
  /** Linux user name of the administrator. */
  readonly administratorName: string;
}

/**
 * The second region, whole: it is deployed after the first and must not need it to go on.
 *
 * Its output `cname_record` is the record that the zone of the host name must hold. Where `dnsZone` is given, it does.
 */
export class DrStack extends IrisStack {
  /** The second region. */
  public readonly disasterRecovery: DisasterRecovery;

  public constructor(scope: Construct, props: DrStackProps) {
    super(scope, 'dr', props);
    const { deployment, region, administratorName, ...disasterRecovery } = props;
    this.disasterRecovery = new DisasterRecovery(this, 'DisasterRecovery', {
      ...disasterRecovery,
      resourceGroup: new ResourceGroup(this, 'ResourceGroup', { deployment, region, part: 'dr' }),
      administrator: new Administrator(this, 'Administrator', { userName: administratorName }),
    });
    new TerraformOutput(this, 'CnameRecord', {
      description: 'Record by which users reach the region of the primary under the host name that they type.',
      value: { name: props.compute.hostName, type: 'CNAME', target: this.disasterRecovery.trafficManager.fqdn },
    }).overrideLogicalId('cname_record');
  }
}
