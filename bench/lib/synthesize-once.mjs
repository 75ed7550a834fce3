// Synthesizes one environment once and prints the seconds that it took, with the loading of constructs and bindings.
//
//   node bench/lib/synthesize-once.mjs ENVIRONMENT OUTDIR
const [environment, outdir] = process.argv.slice(2);
const start = performance.now();
const { synthesize } = await import('@iris-azure/stacks');
synthesize({ environment, outdir });
console.log((performance.now() - start) / 1000);
