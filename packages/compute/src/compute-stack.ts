import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { type INetwork } from '@iris-azure/network';
import { type ISecurity } from '@iris-azure/security';
import { Administrator, type HighAvailability, type MarketplaceImage } from '@iris-azure/server';
import { type DiskType } from '@iris-azure/sizing';
import { type Construct } from 'constructs';
import { Compute, type ComputeSettings } from './compute';

/** Properties of {@link ComputeStack}. */
export interface ComputeStackProps extends ComputeSettings {
  /** Environment that the stack belongs to. */
  readonly deployment: Deployment;
  /** Primary region. */
  readonly region: Region;
  /** Network of the region. */
  readonly network: INetwork;
  /** Keys, certificate and identities of the region. */
  readonly security: ISecurity;
  /** How the servers of a tier are kept from failing together. */
  readonly highAvailability: HighAvailability;
  /** Type of disks, see `ServerEnvironment.diskType`. @default Premium_LRS */
  readonly diskType?: DiskType;
  /** Image from which the servers are made. */
  readonly image: MarketplaceImage;
  /** Linux user name of the administrator. */
  readonly administratorName: string;
}

/** The primary region's web, application and print servers. */
export class ComputeStack extends IrisStack {
  /** The tiers for the stacks that follow. */
  public readonly compute: Compute;

  public constructor(scope: Construct, props: ComputeStackProps) {
    super(scope, 'compute', props);
    const { deployment, region, administratorName, ...compute } = props;
    this.compute = new Compute(this, 'Compute', {
      ...compute,
      resourceGroup: new ResourceGroup(this, 'ResourceGroup', { deployment, region, part: 'compute' }),
      administrator: new Administrator(this, 'Administrator', { userName: administratorName }),
    });
  }
}
