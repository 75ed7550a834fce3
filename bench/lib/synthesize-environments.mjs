// Synthesizes environments in one application, as "npx cdktf synth" has it do, and prints the seconds of loading constructs and
// bindings, and of the rest.
//
//   node bench/lib/synthesize-environments.mjs OUTDIR [ENVIRONMENT...]     all environments when none is named
import { createRequire } from 'node:module';
import { printTimes } from './print-times.mjs';

const [outdir, ...named] = process.argv.slice(2);
const require = createRequire(import.meta.url);
printTimes(
  () => ({ ...require('cdktf'), ...require('@iris-azure/stacks') }),
  ({ App, addBlueprint, environmentNames, loadEnvironment }) => {
    const app = new App({ outdir });
    for (const name of named.length > 0 ? named : environmentNames()) addBlueprint(app, loadEnvironment(name));
    app.synth();
  },
);
