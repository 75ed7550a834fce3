import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { type Construct } from 'constructs';
import { OnlineBackup, type OnlineBackupProps } from './online-backup';

/** Properties of {@link OnlineBackupStack}. */
export interface OnlineBackupStackProps extends Omit<OnlineBackupProps, 'resourceGroup'> {
  /** Environment that the stack belongs to. */
  readonly deployment: Deployment;
  /** Region of the servers. */
  readonly region: Region;
}

/** Online Backup to a file share, the part `online-backup` of an environment. */
export class OnlineBackupStack extends IrisStack {
  /** The share. */
  public readonly onlineBackup: OnlineBackup;

  public constructor(scope: Construct, props: OnlineBackupStackProps) {
    super(scope, 'online-backup', props);
    const { deployment, region, ...onlineBackup } = props;
    this.onlineBackup = new OnlineBackup(this, 'OnlineBackup', {
      ...onlineBackup,
      resourceGroup: new ResourceGroup(this, 'ResourceGroup', { deployment, region, part: 'online-backup' }),
    });
  }
}
