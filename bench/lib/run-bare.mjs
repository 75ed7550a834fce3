// Runs a program of bench/lib/bare-program.mjs once and prints the seconds of loading it with cdktf and the bindings, and of the
// rest.
//
//   node bench/lib/run-bare.mjs PROGRAM OUTDIR
import { createRequire } from 'node:module';
import { printTimes } from './print-times.mjs';

const [program, outdir] = process.argv.slice(2);
printTimes(
  () => createRequire(import.meta.url)(program),
  (synthesize) => synthesize(outdir),
);
