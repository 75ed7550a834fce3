import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { folderOf, pages, priceList } from './fixture-pages';

const root = path.resolve(__dirname, '..', '..', '..');
const program = path.join(root, 'tools', 'catalogues', 'main.ts');

/** Runs the program on the pages of the fixture, with some of them changed or left out. */
function catalogues(change: Readonly<Record<string, string | undefined>> = {}) {
  const folder = folderOf({ ...pages, 'prices.go': priceList, ...change });
  const output = path.join(folder, 'written', 'catalogues');
  const sources = ['--pages', folder, '--prices', path.join(folder, 'prices.go'), '--read-on', '2031-05-06'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@iris-azure/source', '--import', 'tsx', program, ...sources, '--output', output],
    { cwd: root, encoding: 'utf8' },
  );
  const read = (name: string) => JSON.parse(readFileSync(path.join(output, name), 'utf8')) as unknown;
  return { folder, output, status, stdout, stderr, read };
}

test('all catalogues are written from the pages, to the folder that is named', () => {
  const { status, stdout, read } = catalogues();

  expect(stdout).toBe('catalogues: 5 sizes of 2 series, from 3 pages\n');
  expect(status).toBe(0);
  expect(read('machine-sizes.json')).toMatchObject({
    readOn: '2031-05-06',
    series: { Dqsv9: { trustedLaunch: true }, D: { trustedLaunch: false } },
    sizes: {
      Standard_D3qs_v9: { vcpus: 3 },
      Standard_D6qs_v9: { vcpus: 6 },
      Standard_D33: { memoryGib: 9 },
      Standard_D33qs_v9: { memoryGib: 55 },
    },
    constrained: { 'Standard_D6-2qs_v9': { base: 'Standard_D6qs_v9', vcpus: 2 } },
  });
  expect(read('offers.json')).toMatchObject({
    sizes: ['Standard_D3qs_v9', 'Standard_D6qs_v9', 'Standard_D33qs_v9', 'Standard_D33', 'Standard_D6-2qs_v9'],
    regions: { westeurope: [0.125, 0, 0, 0, 0.25] },
  });
  expect(read('retirements.json')).toMatchObject({ retirements: [{ name: 'Av1-series' }, { name: 'D-series' }] });
  expect(read('disks.json')).toMatchObject({
    tiers: { Premium_LRS: [{ name: 'T1' }, { name: 'T2' }, { name: 'T3' }] },
  });
});

test('fails in one sentence on a page that is missing, and writes nothing', () => {
  const page = 'articles/virtual-machines/disks-types.md';

  const { folder, output, status, stdout, stderr } = catalogues({ [page]: undefined });

  expect(stderr).toBe(
    `catalogues: ${page}: is not in ${folder}; download it to the path that it has in its repository\n`,
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(existsSync(output)).toBe(false);
});
