export {
  testAdministrator,
  testDeployment,
  testDiskEncryption,
  testIdentity,
  testImage,
  testNetwork,
  testPlacement,
  testResourceGroup,
  testServerEnvironment,
} from './stand-ins';
export { synthesized } from './synthesized';
export { type Attributes, SynthesizedResource } from './synthesized-resource';
export { SynthesizedStack } from './synthesized-stack';
export { inTemporaryFolder } from './temporary-folder';
