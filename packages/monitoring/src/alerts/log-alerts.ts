import { type QueryAlertSpec } from '../query-alert';

/** Alerts on what agents and the workspace itself log. */
export const logAlerts: readonly QueryAlertSpec[] = [
  {
    id: 'FileSystemAlert',
    name: 'file-system',
    severity: 1,
    meaning: 'A file system of a server is fuller than 85 %. An instance whose journal volume is full stops.',
    whatToDo:
      'On a journal volume see why journals are not purged: a backup that fails, or a mirror member that is behind. On a ' +
      'database volume grow its disks.',
    query: [
      'Perf',
      '| where ObjectName == "Logical Disk" and CounterName == "% Used Space" and InstanceName !in ("_Total", "/mnt")',
      '| summarize Used = max(CounterValue) by _ResourceId, InstanceName',
      '| where Used > 85',
    ].join('\n'),
  },
  {
    id: 'BackupScriptAlert',
    name: 'backup-script',
    severity: 1,
    meaning: 'A backup, freeze, thaw or integrity check in a server logged an error.',
    whatToDo: 'Read the messages of iris-backup in Syslog. Make sure that the instance is thawed, then start it again.',
    query: [
      'Syslog',
      '| where ProcessName startswith "iris-" and SeverityLevel in ("err", "crit", "alert", "emerg")',
    ].join('\n'),
  },
  {
    id: 'IngestionAlert',
    name: 'ingestion',
    severity: 1,
    meaning: 'The workspace takes in nothing more today: its daily cap is reached. Alerts on logs stay silent.',
    whatToDo: 'Raise dailyCapGb, and see in the table Usage what sends so much.',
    query: '_LogOperation\n| where Category == "Ingestion" and Detail has "OverQuota"',
  },
];
