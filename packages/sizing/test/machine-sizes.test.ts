import { findMachineSize, type MachineSize, machineSizes, seriesOf } from '@iris-azure/sizing';
import { files } from './support/catalogues';

const sizes = machineSizes();
const constrained = Object.entries(files.machineSizes.constrained);

/** Sizes that have more memory, or pass on more, than sizes of their series with more vCPUs, as Microsoft's pages say. */
const memoryClasses: Readonly<Record<string, string>> = {
  Standard_A5: 'twice the memory of A2, which has its vCPUs',
  Standard_A6: 'twice the memory of A5',
  Standard_A7: 'twice the memory of A6',
  Standard_M64bds_1_v3: 'memory class 1: larger hosts, with more memory and throughput',
  Standard_M96bds_2_v3: 'memory class 2',
  Standard_M128bds_3_v3: 'memory class 3',
  Standard_M176bds_4_v3: 'memory class 4',
};

test('there are more than 150 sizes, each under its own name', () => {
  expect(sizes.length).toBeGreaterThan(150);
  expect(new Set(sizes.map(({ name }) => name)).size).toBe(sizes.length);
});

test("each size is of a series of the catalogue, whose page and the page's day are told", () => {
  for (const size of sizes) {
    const series = seriesOf(size);
    expect(series.source).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\/virtual-machines\/\S+$/);
    expect(series.pageDate).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(series.pageDate <= files.machineSizes.readOn).toBe(true);
  }
});

test('each series has a size', () => {
  const used = new Set(sizes.map(({ series }) => series));

  expect(Object.keys(files.machineSizes.series).filter((name) => !used.has(name))).toEqual([]);
});

test('every figure is above zero, and what is counted is whole', () => {
  for (const size of sizes) {
    expect(figuresOf(size).filter((value) => !(value > 0))).toEqual([]);
    expect([size.vcpus, size.dataDisks, size.nics ?? 1].every(Number.isInteger)).toBe(true);
  }
});

test('no size has more than 64 data disks, 4 TiB of memory or 192 vCPUs', () => {
  for (const size of sizes) {
    expect(size.dataDisks).toBeLessThanOrEqual(64);
    expect(size.memoryGib).toBeLessThanOrEqual(4096);
    expect(size.vcpus).toBeLessThanOrEqual(192);
  }
});

test.each([
  ['bursts to no less than it does always', 'uncached', 'uncachedBurst'],
  ['bursts with Premium SSD v2 to no less than it does always', 'uncachedV2', 'uncachedV2Burst'],
  ['does no less with Premium SSD v2 than with Premium SSD', 'uncached', 'uncachedV2'],
] as const)('a size %s', (_what, less, more) => {
  const worse = sizes.filter((size) => {
    const [one, other] = [size[less], size[more]];
    return one && other && (other.iops < one.iops || other.throughputMbps < one.throughputMbps);
  });

  expect(worse.map(({ name }) => name)).toEqual([]);
});

test('a size whose limit with Premium SSD v2 is known has one with Premium SSD', () => {
  expect(sizes.filter(({ uncached, uncachedV2 }) => uncachedV2 && !uncached)).toEqual([]);
});

test('of series with Premium storage alone a limit is known, and of all of them but for what Microsoft contradicts', () => {
  const withLimit = sizes.filter(({ uncached }) => uncached);
  const without = sizes.filter((size) => !size.uncached && seriesOf(size).premiumStorage);

  expect(withLimit.filter((size) => !seriesOf(size).premiumStorage)).toEqual([]);
  // Its page has more throughput for Premium SSD than for Premium SSD v2.
  expect(without.map(({ name }) => name)).toEqual(['Standard_E192ids_v6']);
});

test('within a series nothing falls while vCPUs grow, but for the memory classes', () => {
  const ordinary = Object.keys(files.machineSizes.sizes).flatMap((name) =>
    name in memoryClasses ? [] : (findMachineSize(name) ?? []),
  );

  expect(ordinary.flatMap((size) => ordinary.filter((other) => falls(size, other)).map(({ name }) => name))).toEqual(
    [],
  );
});

test('each of the memory classes is an exception still', () => {
  for (const name of Object.keys(memoryClasses)) {
    const size = findMachineSize(name);
    const series = sizes.filter((other) => other.series === size?.series);

    expect(series.some((other) => size && (falls(size, other) || other.memoryGib < size.memoryGib))).toBe(true);
  }
});

test.each(constrained)('%s has fewer vCPUs than its base size, and all else of it', (name, { base, vcpus }) => {
  const [size, whole] = [findMachineSize(name), findMachineSize(base)];

  expect(size).toEqual({ ...whole, name, vcpus });
  expect(vcpus).toBeLessThan(whole?.vcpus ?? 0);
  expect(name.startsWith(`${base.replace(/^(Standard_[A-Z]+\d+).*/, '$1')}-${vcpus}`)).toBe(true);
});

test.each([
  // DS13 is the machine of InterSystems' article.
  ['Standard_DS13', 8, 56, 25_600, 256],
  ['Standard_E32ds_v5', 32, 256, 51_200, 865],
  ['Standard_E16ds_v5', 16, 128, 25_600, 600],
  ['Standard_E8ds_v5', 8, 64, 12_800, 290],
])('%s has %i vCPUs and %f GiB, and does %i IOPS and %i MB/s', (name, vcpus, memoryGib, iops, throughputMbps) => {
  expect(findMachineSize(name)).toMatchObject({ vcpus, memoryGib, uncached: { iops, throughputMbps } });
});

/** What `az vm list-skus` tells: `UncachedDiskIOPS`, and `UncachedDiskBytesPerSecond` in MB. */
test.each([
  ['Standard_D2as_v6', 4000, 90],
  ['Standard_D128ds_v6', 204_800, 6782],
  ['Standard_D2s_v3', 3200, 48],
  ['Standard_D4s_v3', 6400, 96],
  ['Standard_D64s_v3', 80_000, 1200],
  ['Standard_DS2_v2', 6400, 96],
])("%s does what Azure's own interface tells, %i IOPS and %i MB/s", (name, iops, throughputMbps) => {
  expect(findMachineSize(name)?.uncached).toEqual({ iops, throughputMbps });
});

test("the series of the article's time are there", () => {
  expect(Object.keys(files.machineSizes.series)).toEqual(
    expect.arrayContaining(['A', 'D', 'DS', 'F', 'Fs', 'G', 'GS', 'Dsv3', 'DSv2', 'Esv3']),
  );
});

test('memory that a page has in MB is in GiB', () => {
  expect(findMachineSize('Basic_A0')?.memoryGib).toBe(0.75);
});

test('a size that is not in the catalogue is not found', () => {
  expect(findMachineSize('Standard_Z1')).toBeUndefined();
});

function figuresOf({ uncached, uncachedBurst, uncachedV2, uncachedV2Burst, cached, ...size }: MachineSize): number[] {
  const pairs = [uncached, uncachedBurst, uncachedV2, uncachedV2Burst, cached];
  const counted = [size.vcpus, size.memoryGib, size.dataDisks, size.nics, size.networkMbps];
  return [...counted, ...pairs.flatMap((pair) => (pair ? [pair.iops, pair.throughputMbps] : []))].flatMap(
    (value) => value ?? [],
  );
}

/** Whether a size of more vCPUs has less memory, or passes on less. */
function falls(size: MachineSize, larger: MachineSize): boolean {
  return (
    size.series === larger.series &&
    larger.vcpus > size.vcpus &&
    (larger.memoryGib < size.memoryGib ||
      larger.dataDisks < size.dataDisks ||
      (['uncached', 'uncachedV2'] as const).some(
        (name) =>
          (larger[name]?.iops ?? Infinity) < (size[name]?.iops ?? 0) ||
          (larger[name]?.throughputMbps ?? Infinity) < (size[name]?.throughputMbps ?? 0),
      ))
  );
}
