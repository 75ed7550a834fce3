// Runs a program of bench/lib/bare-program.mjs once and prints the seconds that it took, with the loading of bindings.
//
//   node bench/lib/run-bare.mjs PROGRAM OUTDIR
import { createRequire } from 'node:module';

const [program, outdir] = process.argv.slice(2);
const start = performance.now();
createRequire(import.meta.url)(program)(outdir);
console.log((performance.now() - start) / 1000);
