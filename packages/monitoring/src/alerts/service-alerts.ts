import { type MetricAlertSpec } from '../metric-alert';

/** Alerts of a Key Vault. */
export const keyVaultAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'AvailabilityAlert',
    name: 'availability',
    severity: 1,
    meaning:
      'The vault fails requests: disks cannot be attached, machines not started and databases not opened while it does.',
    whatToDo: "Restart nothing. Look at the vault's resource health and audit log; Azure fails a vault over by itself.",
    namespace: 'Microsoft.KeyVault/vaults',
    condition: { metric: 'Availability', aggregation: 'Average', operator: 'LessThan', threshold: 99 },
    window: 'PT15M',
    frequency: 'PT5M',
  },
  {
    id: 'SaturationAlert',
    name: 'saturation',
    severity: 2,
    meaning: 'The vault has used more than 75 % of its capacity: at 100 % it refuses requests.',
    whatToDo: 'See in the audit log who asks so often, and let it keep what it reads.',
    namespace: 'Microsoft.KeyVault/vaults',
    condition: { metric: 'SaturationShoebox', aggregation: 'Average', operator: 'GreaterThan', threshold: 75 },
    window: 'PT15M',
    frequency: 'PT5M',
  },
];

/** Alerts of an Automation account. */
export const automationAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'JobFailedAlert',
    name: 'job-failed',
    severity: 1,
    meaning: 'A runbook failed: the backup, integrity check or switch that it was to do did not happen.',
    whatToDo: 'Read the output of the job, correct the cause, and start the runbook again.',
    namespace: 'Microsoft.Automation/automationAccounts',
    condition: {
      metric: 'TotalJob',
      aggregation: 'Total',
      operator: 'GreaterThan',
      threshold: 0,
      dimensions: [
        { name: 'Runbook', values: ['*'] },
        { name: 'Status', values: ['Failed', 'Suspended'] },
      ],
    },
    window: 'PT15M',
    frequency: 'PT5M',
  },
];
