import { App } from 'cdktf';
import { run } from './run';
import { addBlueprint, environmentNames, loadEnvironment } from './synthesize';

/** The application that cdktf runs (cdktf.json): every environment, each with its stacks. */
function main(): void {
  const app = new App();
  for (const name of environmentNames()) {
    addBlueprint(app, loadEnvironment(name));
  }
  app.synth();
}

run(main);
