// Uses each catalogue of @iris-azure/sizing for the first time, as a synthesis of sizes that are given does, and then plans a
// mirror; prints the milliseconds of each as JSON.
//
//   node bench/lib/first-uses.mjs
import { createRequire } from 'node:module';
import { planOf, region, size } from './sizing-workloads.mjs';

const require = createRequire(import.meta.url);
const times = {};
const { diskPerformance, findMachineSize, isOffered, planMirror, retirementOf } = timed('load', () =>
  require('@iris-azure/sizing'),
);

timed('machine-sizes.json', () => findMachineSize(size));
timed('retirements.json', () => retirementOf(size));
timed('offers.json', () => isOffered(size, region));
timed('disks.json', () => diskPerformance('Premium_LRS', { sizeGib: 1024 }));
timed('plan', () => planOf(planMirror, 0));
console.log(JSON.stringify(times));

function timed(what, use) {
  const start = performance.now();
  const result = use();
  times[what] = performance.now() - start;
  return result;
}
