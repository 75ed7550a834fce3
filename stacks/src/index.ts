export { deploymentOf } from './deployment';
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
