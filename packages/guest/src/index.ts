export { type CustomData, maxCustomDataBytes } from './custom-data';
export { installFolder } from './environment';
export { packageFiles, type StaticFiles } from './files';
export { type Guest, renderGuest } from './guest';
export { type GuestEnvironment } from './guest-env';
export { type GuestFile } from './guest-file';
export { type MemberRole, type Role, roles, type ServerRole } from './role';
export {
  type ArbiterSettings,
  type DatabaseKey,
  type GuestSettings,
  type InstanceSettings,
  type Kit,
  type MachineSettings,
  type MemberMirror,
  type MemberSettings,
  type ScheduledEventSettings,
  type ServerSettings,
  type VaultSettings,
  type WebSettings,
} from './settings';
export { type Step, stepsOf } from './steps';
export { type GatewayBackend, type WebServerSettings } from './web-gateway';
export * from './merge';
export { type BackupSettings, backupSettings, type IntegrityCheckTimes, type PlanDay } from './backup/backup-settings';
export {
  type MountedShare,
  onlineBackupPackages,
  type OnlineBackupGuest,
  onlineBackupSettings,
  type PlannedRun,
} from './backup/online-backup-settings';
export { assertFreezeTimeouts, type BackupFile, type FreezeTimeouts, pluginConfig } from './backup/plugin-config';
