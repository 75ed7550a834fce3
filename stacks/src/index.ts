export { deploymentOf } from './deployment';
export {
  addBlueprint,
  addEnvironment,
  environmentNames,
  environmentsFolder,
  type Synthesis,
  synthesize,
  type SynthesizeOptions,
} from './synthesize';
export { addTrakCare } from './trakcare';
