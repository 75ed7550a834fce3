// Synthesizes one environment once, or all of them in one application, and prints the seconds that it took, with the loading
// of constructs and bindings.
//
//   node bench/lib/synthesize-once.mjs ENVIRONMENT|all OUTDIR
const [environment, outdir] = process.argv.slice(2);
const start = performance.now();
const { addBlueprint, environmentNames, loadEnvironment, synthesize } = await import('@iris-azure/stacks');
if (environment === 'all') {
  const { App } = await import('cdktf');
  const app = new App({ outdir });
  for (const name of environmentNames()) addBlueprint(app, loadEnvironment(name));
  app.synth();
} else {
  synthesize({ environment, outdir });
}
console.log((performance.now() - start) / 1000);
