import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { MonitorActionGroup } from '@cdktf/provider-azurerm/lib/monitor-action-group';
import { Construct } from 'constructs';

/** What an alert needs of those whom it tells. */
export interface IActionGroup {
  /** Resource id of the action group. */
  readonly id: string;
}

/** Who is told of alerts. Keys are names of receivers, which never change. */
export interface AlertReceivers {
  /** Addresses to which alerts are mailed, by name. @default none */
  readonly emails?: Readonly<Record<string, string>>;
  /** Addresses, beginning with https, to which alerts are posted, by name: on-call and ticket systems. @default none */
  readonly webhooks?: Readonly<Record<string, string>>;
}

/** Properties of {@link ActionGroup}. */
export interface ActionGroupProps extends AlertReceivers {
  /** Resource group of the action group. */
  readonly resourceGroup: IResourceGroup;
}

/** Characters that Azure allows in the name by which messages are signed. */
const maxShortName = 12;

/**
 * Who is told of every alert of one region, in the common alert schema.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups
 */
export class ActionGroup extends Construct implements IActionGroup {
  private readonly resource: MonitorActionGroup;

  public constructor(scope: Construct, id: string, { resourceGroup, emails = {}, webhooks = {} }: ActionGroupProps) {
    super(scope, id);
    refusingAt(this, () => {
      assertReceivers(emails, webhooks);
    });
    const { workload, environment } = resourceGroup.deployment;
    this.resource = new MonitorActionGroup(this, 'Resource', {
      name: resourceGroup.nameOf('actionGroup'),
      resourceGroupName: resourceGroup.name,
      shortName: `${workload}${environment}`.slice(0, maxShortName),
      emailReceiver: Object.entries(emails).map(([name, emailAddress]) => ({
        name,
        emailAddress,
        useCommonAlertSchema: true,
      })),
      webhookReceiver: Object.entries(webhooks).map(([name, serviceUri]) => ({
        name,
        serviceUri,
        useCommonAlertSchema: true,
      })),
      tags: resourceGroup.tags(),
    });
  }

  /** Resource id of the action group. */
  public get id(): string {
    return this.resource.id;
  }
}

function assertReceivers(emails: Readonly<Record<string, string>>, webhooks: Readonly<Record<string, string>>): void {
  const problems = [
    ...Object.values(emails)
      .filter((address) => !/^[^@\s]+@[^@\s]+$/.test(address))
      .map((address) => `address to which alerts are mailed must be name@domain, got '${address}'; set emails`),
    ...Object.values(webhooks)
      .filter((address) => !address.startsWith('https://'))
      .map((address) => `address to which alerts are posted must begin with https://, got '${address}'; set webhooks`),
  ];
  if (Object.keys(emails).length + Object.keys(webhooks).length === 0) {
    problems.push('alerts must reach somebody, got no receiver; set emails or webhooks');
  }
  if (problems.length > 0) {
    throw new Refusal(problems.join('; '));
  }
}
