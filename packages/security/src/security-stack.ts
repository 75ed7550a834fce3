import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { type Construct } from 'constructs';
import { Security, type SecuritySettings } from './security';

/** Properties of {@link SecurityStack}. */
export interface SecurityStackProps extends SecuritySettings {
  /** Environment that the stack belongs to. */
  readonly deployment: Deployment;
  /** Primary region. */
  readonly region: Region;
}

/** The primary region's keys, certificate and identities. */
export class SecurityStack extends IrisStack {
  /** Keys, certificate and identities for the stacks that follow. */
  public readonly security: Security;

  public constructor(scope: Construct, props: SecurityStackProps) {
    super(scope, 'security', props);
    const { deployment, region, ...security } = props;
    const resourceGroup = new ResourceGroup(this, 'ResourceGroup', { deployment, region, part: 'security' });
    this.security = new Security(this, 'Security', { resourceGroup, ...security });
  }
}
