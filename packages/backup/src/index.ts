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
export {
  AutomationAccount,
  type AutomationAccountProps,
  type IAutomationAccount,
  type RunbookRole,
} from './automation/automation-account';
export { readRunbook, Runbook, type RunbookName, type RunbookProps, runbooks } from './automation/runbook';
export { RunbookSchedule, type RunbookScheduleProps, type RunbookTimes } from './automation/runbook-schedule';
export { Backup, type BackupProps, type BackupSettings } from './backup';
export { BackupStack, type BackupStackProps } from './backup-stack';
export {
  type ApplicationConsistency,
  applicationConsistency,
  type ApplicationConsistencyOptions,
} from './vault/application-consistency';
export { BackupPolicy, type BackupPolicyProps, type IBackupPolicy } from './vault/backup-policy';
export {
  type BackupPolicySettings,
  type BackupRetention,
  type BackupSchedule,
  type Weekday,
  weekdays,
} from './vault/backup-policy-limits';
export {
  type DiskSelection,
  type ProtectedServer,
  ProtectedVirtualMachine,
  type ProtectedVirtualMachineProps,
} from './vault/protected-virtual-machine';
export {
  type IRecoveryVault,
  RecoveryVault,
  type RecoveryVaultProps,
  type RecoveryVaultSettings,
  type VaultImmutability,
  type VaultRedundancy,
} from './vault/recovery-vault';
export { assertCrashConsistent, type DataDiskKind, type SnapshotSource } from './vault/snapshot-consistency';
