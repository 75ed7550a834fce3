export { addArchitecture, type Architecture, type EnvironmentStacks } from './architecture';
export { deploymentOf } from './deployment';
export { addHealthShare } from './healthshare';
export { addIris } from './iris';
export { type EnvironmentPromises, promisesOf } from './promises';
export {
  addBlueprint,
  environmentNames,
  environmentsFolder,
  loadEnvironment,
  type Synthesis,
  synthesize,
  type SynthesizeOptions,
} from './synthesize';
export { addTrakCare } from './trakcare';
export { type ArchitectureMirror } from './sizing';
