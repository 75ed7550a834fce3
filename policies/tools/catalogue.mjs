import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const data = fileURLToPath(new URL('../../packages/sizing/data', import.meta.url));

/**
 * The facts of Azure that rules judge by, from the dated catalogues of `@iris-azure/sizing`: what OPA loads as
 * `data.catalogue`. What a catalogue does not tell is left out, so that no rule takes it for a figure.
 *
 * @returns {object} sizes by name, retirements, by region the sizes that it does not offer, and tiers of disks
 */
export function facts() {
  const machines = read('machine-sizes.json');
  const { retirements, readOn: retirementsReadOn } = read('retirements.json');
  const offers = read('offers.json');
  const disks = read('disks.json');
  return {
    read_on: {
      sizes: machines.readOn,
      retirements: retirementsReadOn,
      offers: offers.readOn,
      disks: disks.readOn,
    },
    sizes: Object.fromEntries(sizesOf(machines)),
    retirements: retirements.map(({ name, status, date, sizes }) => ({ name, status, date, sizes })),
    not_offered: Object.fromEntries(notOffered(offers)),
    disks: disksOf(disks),
  };
}

/** The facts as the file below `rego`: each size, retirement and region has a line of its own. */
export function factsFile() {
  return `{\n${Object.entries(facts())
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${lines(value)}`)
    .join(',\n')}\n}\n`;
}

/** The facts as the whole of OPA's data, which a host of the compiled policy sets. */
export function dataFile() {
  return `${JSON.stringify({ catalogue: facts() })}\n`;
}

function sizesOf({ series, sizes, constrained }) {
  const whole = Object.entries(sizes).map(([name, size]) => [name, sizeOf(size, series[size.series])]);
  const byName = new Map(whole);
  return [
    ...whole,
    ...Object.entries(constrained).map(([name, { base, vcpus }]) => [name, { ...byName.get(base), vcpus }]),
  ];
}

function sizeOf({ series: name, vcpus, memoryGib, dataDisks, uncached = [], uncachedV2 = [] }, series) {
  return {
    series: name,
    vcpus,
    memory_gib: memoryGib,
    data_disks: dataDisks,
    iops: uncached[0],
    throughput_mbps: uncached[1],
    v2_iops: uncachedV2[0],
    v2_throughput_mbps: uncachedV2[1],
    premium: series.premiumStorage,
    // Where a page tells no generation, it tells nothing of Trusted Launch either.
    trusted_launch: series.generations.length > 0 ? series.trustedLaunch : undefined,
  };
}

/** Every region of the price list, so that one of which nothing is known is not taken for one that offers everything. */
function notOffered({ sizes, regions }) {
  return Object.entries(regions).map(([region, prices]) => [
    region,
    Object.fromEntries(sizes.filter((_, column) => prices[column] === 0).map((name) => [name, true])),
  ]);
}

function disksOf({ tiers, provisioned }) {
  return {
    tiers: Object.fromEntries(
      Object.entries(tiers).map(([type, ofType]) => [
        type,
        Object.fromEntries(
          ofType.map(({ name, sizeGib, iops, throughputMbps }) => [
            name,
            { size_gib: sizeGib, iops, throughput_mbps: throughputMbps },
          ]),
        ),
      ]),
    ),
    least: Object.fromEntries(
      Object.entries(provisioned).map(([type, { iops, throughputMbps }]) => [
        type,
        { iops: iops.least, throughput_mbps: throughputMbps.least },
      ]),
    ),
  };
}

function lines(value) {
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = Array.isArray(value)
    ? value.map((item) => JSON.stringify(item))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${inner.map((line) => `    ${line}`).join(',\n')}\n  ${close}`;
}

function read(name) {
  return JSON.parse(readFileSync(join(data, name), 'utf8'));
}
