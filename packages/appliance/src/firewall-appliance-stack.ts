import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { type IApplianceSubnets } from '@iris-azure/network';
import { type ISecurity } from '@iris-azure/security';
import { Administrator, type HighAvailability } from '@iris-azure/server';
import { type Construct } from 'constructs';
import { FirewallAppliance, type FirewallApplianceSettings } from './firewall-appliance';

/** Properties of {@link FirewallApplianceStack}. */
export interface FirewallApplianceStackProps extends FirewallApplianceSettings {
  /** Environment that the stack belongs to. */
  readonly deployment: Deployment;
  /** Primary region. */
  readonly region: Region;
  /** Subnets that the region's network holds for firewalls. */
  readonly subnets: IApplianceSubnets;
  /** Keys of the region. */
  readonly security: ISecurity;
  /** How the firewalls are kept from failing together. */
  readonly highAvailability: HighAvailability;
  /** Linux user name of the administrator. */
  readonly administratorName: string;
}

/**
 * Third-party firewalls of the primary region, after its keys and before the first server: servers reach nothing outside
 * their network until the firewalls stand and let it through.
 */
export class FirewallApplianceStack extends IrisStack {
  public constructor(scope: Construct, props: FirewallApplianceStackProps) {
    super(scope, 'appliance', props);
    const { deployment, region, security, administratorName, ...appliance } = props;
    new FirewallAppliance(this, 'FirewallAppliance', {
      ...appliance,
      resourceGroup: new ResourceGroup(this, 'ResourceGroup', { deployment, region, part: 'appliance' }),
      administrator: new Administrator(this, 'Administrator', { userName: administratorName }),
      diskEncryption: security.diskEncryption,
    });
  }
}
