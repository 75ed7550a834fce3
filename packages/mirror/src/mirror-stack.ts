import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { type INetwork } from '@iris-azure/network';
import { type ISecurity } from '@iris-azure/security';
import { Administrator, type MarketplaceImage } from '@iris-azure/server';
import { type Construct } from 'constructs';
import { Mirror, type MirrorSettings } from './mirror';

/** Properties of {@link MirrorStack}. */
export interface MirrorStackProps extends MirrorSettings {
  /** Environment that the stack belongs to. */
  readonly deployment: Deployment;
  /** Primary region. */
  readonly region: Region;
  /** Network of the region. */
  readonly network: INetwork;
  /** Keys and identities of the region. */
  readonly security: ISecurity;
  /** Size of the arbiter. */
  readonly arbiterSize: string;
  /** Image from which the members are made. */
  readonly image: MarketplaceImage;
  /** Linux user name of the administrator. */
  readonly administratorName: string;
}

/** The primary region's mirror. */
export class MirrorStack extends IrisStack {
  /** The mirror for the stacks that follow. */
  public readonly mirror: Mirror;

  public constructor(scope: Construct, props: MirrorStackProps) {
    super(scope, 'mirror', props);
    const { deployment, region, network, security, administratorName, ...mirror } = props;
    this.mirror = new Mirror(this, 'Mirror', {
      ...mirror,
      resourceGroup: new ResourceGroup(this, 'ResourceGroup', { deployment, region, part: 'mirror' }),
      administrator: new Administrator(this, 'Administrator', { userName: administratorName }),
      subnet: network.subnets.data,
      diskEncryption: security.diskEncryption,
      identity: security.mirrorIdentity,
    });
  }
}
