import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { type Construct } from 'constructs';
import { Backup, type BackupProps } from './backup';

/** Properties of {@link BackupStack}. */
export interface BackupStackProps extends Omit<BackupProps, 'resourceGroup'> {
  /** Environment that the stack belongs to. */
  readonly deployment: Deployment;
  /** Region of the servers. */
  readonly region: Region;
}

/** Backups of the primary region's servers, deployed after all of them. */
export class BackupStack extends IrisStack {
  /** Vault and Automation account for the stacks that follow. */
  public readonly backup: Backup;

  public constructor(scope: Construct, props: BackupStackProps) {
    super(scope, 'backup', props);
    const { deployment, region, ...backup } = props;
    const resourceGroup = new ResourceGroup(this, 'ResourceGroup', { deployment, region, part: 'backup' });
    this.backup = new Backup(this, 'Backup', { ...backup, resourceGroup });
  }
}
