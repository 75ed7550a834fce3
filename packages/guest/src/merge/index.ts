export { type DatabaseSpec, healthShareDatabases, type NamespaceSpec, trakCareDatabases } from './databases';
export { type GlobalsByBlockSize, type InstanceConfiguration, type InstanceDirectories } from './instance';
export { type InstanceFilesOptions, type Product } from './instance-files';
export {
  type Action,
  type ActionSection,
  type MergeGuestFile,
  type MergeSection,
  type MergeValue,
  type Operation,
  type ParameterSection,
  renderMerge,
} from './merge-file';
export {
  type MemberFiles,
  type MirrorCompression,
  type MirrorConfiguration,
  type MirrorMember,
  mirrorMergeFiles,
  type MirrorRole,
} from './mirror';
export {
  type ApplicationServerConfiguration,
  applicationServerMergeFiles,
  type ServerConfiguration,
  serverMergeFiles,
} from './servers';
export { type MirrorSettings } from './settings';
