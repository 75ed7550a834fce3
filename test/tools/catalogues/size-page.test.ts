import { readSizePage } from '../../../tools/catalogues/size-page';
import { pageOf, type Row, seriesPage, table } from './fixture-pages';

const features = '- [Premium Storage](a.md): Supported\n- [Generation 2 VMs](b.md): Supported';
const basics = ['Size Name', 'vCPUs (Qty.)', 'Memory (GiB)', 'Max Remote Storage Disks (Qty.)'];
const premium = ['Uncached Premium SSD IOPS', 'Uncached Premium SSD Throughput (MB/s)'];
const v2 = ['Uncached Ultra Disk and Premium SSD v2 IOPS', 'Uncached Ultra Disk and Premium SSD v2 Throughput (MB/s)'];
const burst = ['Uncached Premium SSD Burst IOPS', 'Uncached Premium SSD Burst Throughput (MB/s)'];

const read = (...parts: readonly string[]) => readSizePage(pageOf(parts.join('\n\n')), () => true);
const readTable = (...rows: readonly Row[]) => read(features, table(...rows));

test('what the tables of a page say of a size is put together', () => {
  const { sizes, contradictions } = read(seriesPage);

  expect(sizes['Standard_D3qs_v9']).toEqual({
    series: 'Dqsv9',
    vcpus: 3,
    memoryGib: 13,
    dataDisks: 5,
    nics: 2,
    networkMbps: 7000,
    uncached: [3300, 70],
    uncachedBurst: [9900, 210],
    uncachedV2: [4400, 80],
  });
  expect(contradictions).toEqual([]);
});

test('a figure with thousands apart is one figure', () => {
  expect(read(seriesPage).sizes['Standard_D6qs_v9']).toMatchObject({ memoryGib: 1026, uncached: [6600, 140] });
});

test('a series has the page, its day, its features, and whether it runs Trusted Launch', () => {
  const page = pageOf(seriesPage);

  expect(readSizePage(page, (series) => series === 'Dqsv9').series).toEqual({
    Dqsv9: {
      source: 'https://learn.microsoft.com/azure/virtual-machines/sizes/dqsv9-series',
      pageDate: '2031-02-03',
      premiumStorage: true,
      premiumCaching: true,
      generations: [2],
      trustedLaunch: true,
    },
  });
  expect(readSizePage(page, () => false).series['Dqsv9']?.trustedLaunch).toBe(false);
});

test('a series without generation 2 runs no Trusted Launch, whatever its family does', () => {
  const old = seriesPage
    .replace('2.md): Supported', '2.md): Not Supported')
    .replace('2.md): Not Supported\n\n##', '2.md): Supported\n\n##');

  expect(read(old).series['Dqsv9']).toMatchObject({ generations: [1], trustedLaunch: false });
});

test('on old pages a single table has everything, two figures in one cell', () => {
  const { sizes } = readTable(
    [
      'Size',
      'vCPU',
      'Memory: GiB',
      'Temp storage (SSD) GiB',
      'Max data disks',
      'Max cached and temp storage throughput: IOPS/MBps (cache size in GiB)',
      'Max uncached disk throughput: IOPS / MBps',
      'Max NICs/Expected network bandwidth (Mbps)',
    ],
    ['Standard_DS33<sup>1</sup>', 5, '9.5', 77, 6, '22,000/176 (90)', '11,000/99', '3/1,300'],
  );

  expect(sizes).toEqual({
    Standard_DS33: {
      series: 'DS',
      vcpus: 5,
      memoryGib: 9.5,
      dataDisks: 6,
      nics: 3,
      networkMbps: 1300,
      uncached: [11_000, 99],
      cached: [22_000, 176],
    },
  });
});

test('on the oldest page a name stands behind its short form, and memory is in MB or GB', () => {
  const { sizes } = readTable(
    ['Size – Size\\Name', 'vCPU', 'Memory', 'NICs (Max)', 'Max. data disks (9 GB each)', 'Max. IOPS (9 per disk)'],
    ['A7\\Basic_A7', 1, '512 MB', 2, 3, '3x9'],
    ['A8\\Basic_A8', 2, '3.5 GB', 2, 4, '4x9'],
  );

  expect(sizes['Basic_A7']).toEqual({ series: 'A', vcpus: 1, memoryGib: 0.5, dataDisks: 3, nics: 2 });
  expect(sizes['Basic_A8']?.memoryGib).toBe(3.5);
});

test('an IOPS limit by the number of disks, without throughput, is not kept', () => {
  const { sizes } = readTable([...basics, 'Uncached Premium SSD IOPS'], ['Standard_D3_v9', 1, 3, 4, '4x500']);

  expect(sizes['Standard_D3_v9']).toEqual({ series: 'Dv9', vcpus: 1, memoryGib: 3, dataDisks: 4 });
});

test.each([
  ['before', ['NVMe', 'SCSI']],
  ['after', ['SCSI', 'NVMe']],
])('of a size with limits by NVMe and by SCSI those by SCSI are kept, with the table by NVMe %s', (_what, order) => {
  const limits: Readonly<Record<string, number>> = { NVMe: 9000, SCSI: 4000 };
  const tables = order.flatMap((controller) => [
    `### Remote storage (${controller})`,
    table([...basics, ...premium], ['Standard_E3bqs_v9', 3, 13, 5, limits[controller] ?? 0, 100]),
  ]);

  expect(read(features, ...tables).sizes['Standard_E3bqs_v9']?.uncached).toEqual([4000, 100]);
});

test('on a page on several series each has the features that stand above its table', () => {
  const { series } = read(
    '## Dq-series',
    'Premium Storage: Not Supported',
    table(basics, ['Standard_D3q_v9', 3, 13, 5]),
    '## Dqs-series',
    'Premium Storage: Supported<br>VM Generation Support: Generation 1 and 2<br>',
    table(basics, ['Standard_D3qs_v9', 3, 13, 5]),
    '## Fq-series',
    'Premium Storage: Not Supported<br>VM Generation Support: Generation 1<br>',
    table(basics, ['Standard_F3q_v9', 3, 13, 5]),
  );

  expect(series).toMatchObject({
    Dqv9: { premiumStorage: false, generations: [] },
    Dqsv9: { premiumStorage: true, generations: [1, 2], trustedLaunch: true },
    Fqv9: { premiumStorage: false, generations: [1], trustedLaunch: false },
  });
});

test('sizes of other families, sizes of which too little is known, and other tables are left out', () => {
  const { sizes, series } = read(
    features,
    table(basics, ['Standard_NX3_v9', 3, 13, 5], ['Standard_DX3_v9', 3, 13, 5], ['Standard_D3q_v9', 3, 13, '']),
    table(['Feature', 'vCPUs (Qty.)', 'Memory (GiB)'], ['Standard_D6q_v9', 3, 13]),
  );

  expect(sizes).toEqual({});
  expect(series).toEqual({});
});

test('a page that has less for Premium SSD v2 than for Premium SSD is believed in neither', () => {
  const { sizes, contradictions } = readTable(
    [...basics, ...premium, ...v2],
    ['Standard_D3qs_v9', 3, 13, 5, 4000, 100, 5000, 90],
  );

  expect(sizes['Standard_D3qs_v9']).toEqual({ series: 'Dqsv9', vcpus: 3, memoryGib: 13, dataDisks: 5 });
  expect(contradictions).toEqual([
    'articles/virtual-machines/sizes/dqsv9-series.md: Standard_D3qs_v9 does 5000/90 with Premium SSD v2, ' +
      'less than 4000/100 with Premium SSD',
  ]);
});

test('a burst that is less than what a size does always is left out, and all else is kept', () => {
  const { sizes, contradictions } = readTable(
    [...basics, ...premium, ...burst],
    ['Standard_D3qs_v9', 3, 13, 5, 4000, 100, 3000, 400],
  );

  expect(sizes['Standard_D3qs_v9']).toMatchObject({ uncached: [4000, 100] });
  expect(sizes['Standard_D3qs_v9']?.uncachedBurst).toBeUndefined();
  expect(contradictions).toEqual([
    expect.stringContaining('bursts to 3000/400, less than 4000/100 that it does always'),
  ]);
});
