export {
  testAdministrator,
  testAvailabilitySet,
  testDeployment,
  testDiskEncryption,
  testIdentity,
  testImage,
  testNetwork,
  testResourceGroup,
  testServerEnvironment,
} from './stand-ins';
export { synthesized } from './synthesized';
export { type Attributes, SynthesizedResource } from './synthesized-resource';
export { SynthesizedStack } from './synthesized-stack';
export { inTemporaryFolder } from './temporary-folder';
