import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { LogAnalyticsWorkspace as AzurermLogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { Construct } from 'constructs';

/** What a construct needs of the workspace to which logs go. */
export interface ILogAnalyticsWorkspace {
  /** Resource id of the workspace. */
  readonly id: string;
  /** Id by which traffic analytics and agents know the workspace, a GUID. */
  readonly customerId: string;
  /** Azure's name of the workspace's region. */
  readonly location: string;
}

/** Properties of {@link LogAnalyticsWorkspace}. */
export interface LogAnalyticsWorkspaceProps {
  /** Resource group of the workspace. */
  readonly resourceGroup: IResourceGroup;
  /** Days for which logs are kept and can be queried, 30 to 730. @default 365 */
  readonly retentionDays?: number;
  /**
   * Gigabytes a day after which the workspace takes in nothing until the next day. What comes later is lost, and alerts on
   * it stay silent: a guard against surprise cost, not a way to save.
   *
   * @default none
   */
  readonly dailyCapGb?: number;
  /**
   * Whether logs may come in over public addresses, by Entra ID alone. Without it every agent and service needs an Azure
   * Monitor Private Link Scope, which the network's owner makes.
   *
   * @default true
   */
  readonly internetIngestion?: boolean;
  /**
   * Whether logs may be queried over public addresses, by Entra ID alone. Without it queries come through an Azure Monitor
   * Private Link Scope.
   *
   * @default true
   */
  readonly internetQuery?: boolean;
}

/** An existing workspace, see {@link LogAnalyticsWorkspace.fromWorkspaceId}. */
export interface WorkspaceAttributes {
  /** Resource id of the workspace. */
  readonly workspaceId: string;
  /** The workspace's own id, a GUID (`az monitor log-analytics workspace show --query customerId`). */
  readonly customerId: string;
  /** Azure's name of the workspace's region. */
  readonly location: string;
}

/**
 * Log Analytics workspace, paid by gigabyte, that knows Entra ID only: its shared keys sign nothing in. Whoever may read a
 * resource may read that resource's logs.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/logs/log-analytics-workspace-overview
 */
export class LogAnalyticsWorkspace extends Construct implements ILogAnalyticsWorkspace {
  /** Azure's name of the workspace's region. */
  public readonly location: string;
  private readonly resource: AzurermLogAnalyticsWorkspace;

  public constructor(scope: Construct, id: string, props: LogAnalyticsWorkspaceProps) {
    super(scope, id);
    const { resourceGroup, retentionDays = 365, dailyCapGb } = props;
    refusingAt(this, () => {
      assertProps(retentionDays, dailyCapGb);
    });
    this.location = resourceGroup.location;
    this.resource = new AzurermLogAnalyticsWorkspace(this, 'Resource', {
      name: resourceGroup.nameOf('logAnalyticsWorkspace'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: 'PerGB2018',
      retentionInDays: retentionDays,
      dailyQuotaGb: dailyCapGb,
      localAuthenticationEnabled: false,
      internetIngestionEnabled: unlessTrue(props.internetIngestion),
      internetQueryEnabled: unlessTrue(props.internetQuery),
      tags: resourceGroup.tags(),
    });
  }

  /**
   * A workspace that exists, also of another subscription. Nothing is read of it: traffic analytics asks for both ids.
   *
   * @throws Refusal when an id has not its form.
   */
  public static fromWorkspaceId({ workspaceId, customerId, location }: WorkspaceAttributes): ILogAnalyticsWorkspace {
    if (
      !/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.OperationalInsights\/workspaces\/[^/]+$/.test(
        workspaceId,
      )
    ) {
      throw new Refusal(`must be the resource id of a Log Analytics workspace, got '${workspaceId}'; set workspaceId`);
    }
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(customerId)) {
      throw new Refusal(`customer id of a workspace must be a GUID, got '${customerId}'; set customerId`);
    }
    return { id: workspaceId, customerId, location };
  }

  /** Resource id of the workspace. */
  public get id(): string {
    return this.resource.id;
  }

  /** Id by which traffic analytics and agents know the workspace, a GUID. */
  public get customerId(): string {
    return this.resource.workspaceId;
  }
}

/** Azure's default is left unsaid: later versions of azurerm have another input for it. */
function unlessTrue(value: boolean | undefined): false | undefined {
  return value === false ? false : undefined;
}

function assertProps(retentionDays: number, dailyCapGb: number | undefined): void {
  const problems: string[] = [];
  if (!Number.isInteger(retentionDays) || retentionDays < 30 || retentionDays > 730) {
    problems.push(`logs must be kept for 30 to 730 days, got ${retentionDays}; set retentionDays`);
  }
  if (dailyCapGb !== undefined && !(dailyCapGb > 0)) {
    problems.push(`daily cap must be more than 0 GB, got ${dailyCapGb}; set dailyCapGb, or leave it out for no cap`);
  }
  if (problems.length > 0) {
    throw new Refusal(problems.join('; '));
  }
}
