export { AccountEncryption, type AccountEncryptionProps, type IAccountEncryption } from './account-encryption';
export { type IPrivateZone, PrivateZone, type PrivateZoneProps, type StorageService } from './private-zone';
export { type Replication } from './replication';
export {
  type IStorageAccount,
  type PrivateAccess,
  type SmbSignIn,
  StorageAccount,
  type StorageAccountProps,
} from './storage-account';
