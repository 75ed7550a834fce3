export { AgentBackup, type AgentBackupProps, type AgentBackupSettings } from './agent/agent-backup';
export { AgentBackupStack, type AgentBackupStackProps } from './agent/agent-backup-stack';
export { type AgentExtension, type BackupAgent, type BackupAgentName, backupAgents } from './agent/backup-agent';
export {
  freePercentLimits,
  layOutVolumeGroup,
  snapshotMinutes,
  type VolumeGroupDisks,
  type VolumeGroupLayout,
} from './agent/volume-group';
export { OnlineBackup, type OnlineBackupProps, type OnlineBackupSettings } from './online/online-backup';
export {
  assertOnlineBackup,
  hoursToWrite,
  largestGibIn,
  type OnlineBackupNeeds,
  shareGibFor,
} from './online/online-backup-limits';
export {
  type DatabaseGrowth,
  type Day,
  type OnlineBackupKind,
  type OnlineBackupSchedule,
  type PlannedBackup,
  planWeek,
} from './online/online-backup-schedule';
export { OnlineBackupStack, type OnlineBackupStackProps } from './online/online-backup-stack';
export {
  type ShareFolders,
  shareFolders,
  type ShareMount,
  shareMount,
  type ShareMountInput,
} from './online/share-mount';
