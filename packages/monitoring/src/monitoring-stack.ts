import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { type Construct } from 'constructs';
import { Monitoring, type MonitoringSettings } from './monitoring';

/** Properties of {@link MonitoringStack}. */
export interface MonitoringStackProps extends MonitoringSettings {
  /** Environment that the stack belongs to. */
  readonly deployment: Deployment;
  /** Primary region. */
  readonly region: Region;
}

/** The primary region's monitoring, first of an environment's stacks: all others send their logs to it. */
export class MonitoringStack extends IrisStack {
  /** The monitoring for the stacks that follow. */
  public readonly monitoring: Monitoring;

  public constructor(scope: Construct, props: MonitoringStackProps) {
    super(scope, 'monitoring', props);
    const { deployment, region, ...settings } = props;
    const resourceGroup = new ResourceGroup(this, 'ResourceGroup', { deployment, region, part: 'monitoring' });
    this.monitoring = new Monitoring(this, 'Monitoring', { resourceGroup, ...settings });
  }
}
