import { type CloudName, Refusal, refusingAt } from '@iris-azure/foundation';
import { AutomationJobSchedule } from '@cdktf/provider-azurerm/lib/automation-job-schedule';
import { AutomationSchedule } from '@cdktf/provider-azurerm/lib/automation-schedule';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { type Weekday } from '../vault/backup-policy-limits';
import { type IAutomationAccount } from './automation-account';
import { type Runbook } from './runbook';

/** When a runbook runs. */
export interface RunbookTimes {
  /** Day of the week. @default every day */
  readonly weekday?: Weekday;
  /** Hour and minute in UTC: `02:30`. It does not follow daylight saving time. */
  readonly timeUtc: string;
}

/** Properties of {@link RunbookSchedule}. */
export interface RunbookScheduleProps {
  /** Account of the runbook. */
  readonly account: IAutomationAccount;
  /** What runs. */
  readonly runbook: Runbook;
  /** Name of the schedule, unique in its account. */
  readonly name: string;
  /** When it runs. */
  readonly times: RunbookTimes;
  /** Values of the runbook's parameters, by their names in lower case. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Names of Azure's clouds in PowerShell. */
const powerShellClouds: Readonly<Record<CloudName, string>> = {
  public: 'AzureCloud',
  usgovernment: 'AzureUSGovernment',
  china: 'AzureChinaCloud',
};

/** A schedule and the job that a runbook does on it, in the cloud of its account. */
export class RunbookSchedule extends Construct {
  public constructor(scope: Construct, id: string, props: RunbookScheduleProps) {
    super(scope, id);
    const { account, runbook, name, times } = props;
    refusingAt(this, () => {
      assertTime(times);
    });
    const schedule = new AutomationSchedule(this, 'Resource', {
      name,
      automationAccountName: account.name,
      resourceGroupName: account.resourceGroup.name,
      timezone: 'Etc/UTC',
      startTime: firstDay(times),
      interval: 1,
      ...(times.weekday ? { frequency: 'Week', weekDays: [times.weekday] } : { frequency: 'Day' }),
      lifecycle: { ignoreChanges: ['start_time'] },
    });
    new AutomationJobSchedule(this, 'Job', {
      automationAccountName: account.name,
      resourceGroupName: account.resourceGroup.name,
      runbookName: runbook.name,
      scheduleName: schedule.name,
      parameters: {
        ...props.parameters,
        environment: powerShellClouds[account.resourceGroup.deployment.cloud ?? 'public'],
      },
    });
  }
}

/** Azure wants a beginning in the future: the day after the next, counted from when the schedule is made. */
function firstDay({ timeUtc }: RunbookTimes): string {
  return Fn.timeadd(Fn.formatdate(`YYYY-MM-DD'T'${timeUtc}:00Z`, Fn.timestamp()), '48h');
}

function assertTime({ timeUtc }: RunbookTimes): void {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(timeUtc)) {
    throw new Refusal(`time must be hour and minute in UTC, as in 02:30, got '${timeUtc}'; set timeUtc`);
  }
}
