import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { type INetwork } from '@iris-azure/network';
import { type ISecurity } from '@iris-azure/security';
import { Administrator, type HighAvailability, type MarketplaceImage } from '@iris-azure/server';
import { type DiskType } from '@iris-azure/sizing';
import { type Construct } from 'constructs';
import { Mirror, type MirrorSettings } from './mirror';
import { mirrorPart, onlyMirror } from './mirror-place';

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
  /** How its machines are kept from failing together. */
  readonly highAvailability: HighAvailability;
  /** Type of the data disks, see `ServerEnvironment.diskType`. @default Premium_LRS */
  readonly diskType?: DiskType;
  /** Image from which the members are made. */
  readonly image: MarketplaceImage;
  /** Linux user name of the administrator. */
  readonly administratorName: string;
}

/** A mirror of the primary region: the part `mirror` of an environment, or `mirror-<label>` where it has several. */
export class MirrorStack extends IrisStack {
  /** The mirror for the stacks that follow. */
  public readonly mirror: Mirror;

  public constructor(scope: Construct, props: MirrorStackProps) {
    const part = mirrorPart(props.place ?? onlyMirror);
    super(scope, part, props);
    const { deployment, region, network, security, administratorName, ...mirror } = props;
    this.mirror = new Mirror(this, 'Mirror', {
      ...mirror,
      resourceGroup: new ResourceGroup(this, 'ResourceGroup', { deployment, region, part }),
      administrator: new Administrator(this, 'Administrator', { userName: administratorName }),
      subnet: network.subnets.data,
      diskEncryption: security.diskEncryption,
      identity: security.mirrorIdentity,
      arbiterIdentity: security.arbiterIdentity,
    });
  }
}
