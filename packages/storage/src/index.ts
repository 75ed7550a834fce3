export { BlobContainer, type BlobContainerProps, type IBlobContainer, type Immutability } from './blob-container';
export { FileShare, fileShareLimits, type FileShareProps } from './file-share';
export {
  assertLifecycle,
  type BlobLifecycle,
  type ContainerLifecycle,
  LifecyclePolicy,
  type LifecyclePolicyProps,
} from './lifecycle-policy';
export { type Replication } from './replication';
export { StateStack, type StateStackProps } from './state-stack';
export {
  type Deployer,
  StateStore,
  stateStorageOf,
  type StateStoreProps,
  type StateStoreSettings,
} from './state-store';
export {
  type IStorageAccount,
  type PrivateAccess,
  type SmbSignIn,
  StorageAccount,
  type StorageAccountProps,
} from './storage-account';
export { type StorageService, storageZoneName } from './storage-service';
