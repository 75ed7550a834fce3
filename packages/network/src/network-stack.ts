import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { type Construct } from 'constructs';
import { Network, type NetworkSettings } from './network';

/** Properties of {@link NetworkStack}. */
export interface NetworkStackProps extends NetworkSettings {
  /** Environment that the stack belongs to. */
  readonly deployment: Deployment;
  /** Primary region. */
  readonly region: Region;
}

/** The primary region's network, first of an environment's stacks. */
export class NetworkStack extends IrisStack {
  /** The network for the stacks that follow. */
  public readonly network: Network;

  public constructor(scope: Construct, props: NetworkStackProps) {
    super(scope, 'network', props);
    const { deployment, region, ...network } = props;
    const resourceGroup = new ResourceGroup(this, 'ResourceGroup', { deployment, region, part: 'network' });
    this.network = new Network(this, 'Network', { resourceGroup, ...network });
  }
}
