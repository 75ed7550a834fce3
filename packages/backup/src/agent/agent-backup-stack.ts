import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { type Construct } from 'constructs';
import { AgentBackup, type AgentBackupProps } from './agent-backup';

/** Properties of {@link AgentBackupStack}. */
export interface AgentBackupStackProps extends Omit<AgentBackupProps, 'resourceGroup'> {
  /** Environment that the stack belongs to. */
  readonly deployment: Deployment;
  /** Region of the servers. */
  readonly region: Region;
}

/** Backup by a third-party agent, the part `agent-backup` of an environment. */
export class AgentBackupStack extends IrisStack {
  /** The agent's long-term copies. */
  public readonly agentBackup: AgentBackup;

  public constructor(scope: Construct, props: AgentBackupStackProps) {
    super(scope, 'agent-backup', props);
    const { deployment, region, ...agentBackup } = props;
    this.agentBackup = new AgentBackup(this, 'AgentBackup', {
      ...agentBackup,
      resourceGroup: new ResourceGroup(this, 'ResourceGroup', { deployment, region, part: 'agent-backup' }),
    });
  }
}
