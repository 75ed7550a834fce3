import { Refusal } from '@iris-azure/foundation';
import { App } from 'cdktf';
import { addBlueprint, environmentNames, loadEnvironment } from './synthesize';

/** The application that cdktf runs (cdktf.json): every environment, each with its stacks. */
function main(): void {
  const app = new App();
  for (const name of environmentNames()) {
    addBlueprint(app, loadEnvironment(name));
  }
  app.synth();
}

try {
  main();
} catch (error) {
  if (!(error instanceof Refusal)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
