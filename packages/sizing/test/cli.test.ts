import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnvironment } from '@iris-azure/foundation';
import { type PlanReport, type PlansReport, type SizeExplanation, type SizeList } from '@iris-azure/sizing';
import { parse } from 'yaml';
import { run } from '../src/cli/run';

const bin = join(__dirname, '..', 'bin', 'iris-size.js');
const environments = join(__dirname, '..', '..', '..', 'stacks', 'environments');
const folder = mkdtempSync(join(tmpdir(), 'iris-size-'));
const figures = ['--capacity', '2048', '--iops', '12000', '--throughput', '450', '--memory', '128', '--vcpus', '16'];
const plan = ['plan', ...figures, '--region', 'westeurope', 'northeurope'];

afterAll(() => rmSync(folder, { recursive: true }));

function size(...argv: readonly string[]) {
  let out = '';
  let error = '';
  const exitCode = run(argv, {
    version: '1.2.3',
    color: false,
    out: (text) => void (out += text),
    error: (text) => void (error += text),
  });
  return { exitCode, out, error };
}

function json(...argv: readonly string[]): unknown {
  const { exitCode, out, error } = size(...argv, '--format', 'json');
  expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
  return JSON.parse(out);
}

function plans(...argv: readonly string[]): PlansReport {
  return json(...argv) as PlansReport;
}

/** The one plan of a command. */
function only(...argv: readonly string[]): PlanReport {
  const [first, ...others] = plans(...argv).plans;
  if (!first || others.length > 0) {
    throw new Error('there is not one plan');
  }
  return first;
}

function explained(...argv: readonly string[]): SizeExplanation {
  return json('explain', ...argv) as SizeExplanation;
}

function list(...argv: readonly string[]): SizeList {
  return json('list', ...argv) as SizeList;
}

/** An environment file, with one part of its text replaced. */
function environmentFile(name: string, from: string | RegExp, to: string): string {
  const text = readFileSync(join(environments, name), 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const file = join(folder, `${readdirSync(folder).length}-${name}`);
  writeFileSync(file, changed);
  return file;
}

describe('plan', () => {
  test('says what was chosen, what binds first, and what to put into an environment file', () => {
    const { exitCode, out, error } = size(...plan);

    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
    expect(out).toMatch(/^Size {2}Standard_\w+ /m);
    expect(out).toMatch(/^ {2}the cheapest of \d+ sizes .* offered in westeurope and northeurope$/m);
    expect(out).toMatch(/^ {2}\S+ .* binds first$/m);
    expect(out).toContain('lvcreate --stripes');
    expect(out).toContain(
      '    workload: { vcpus: 16, memoryGib: 128, capacityGib: 2048, iops: 12000, throughputMbps: 450 }',
    );
  });

  test('names the date of every catalogue', () => {
    const { catalogues } = plans(...plan);

    expect(catalogues.map(({ name }) => name)).toEqual(['machine sizes', 'disks', 'retirements', 'prices and offers']);
    expect(
      catalogues.every(({ readOn, source }) => /^\d{4}-\d\d-\d\d$/.test(readOn) && source.startsWith('https:')),
    ).toBe(true);
    const table = size(...plan).out;
    expect(catalogues.filter(({ readOn, source }) => !table.includes(readOn) || !table.includes(source))).toEqual([]);
  });

  test('--format json has the documented form', () => {
    const document = plans(...plan);

    expect(document).toMatchObject({ format: 'iris-azure/sizing-plan', version: 1 });
    expect(Object.keys(document)).toEqual(['format', 'version', 'catalogues', 'plans']);
    expect(Object.keys(document.plans[0] ?? {})).toEqual([
      'mirror',
      'regions',
      'workload',
      'machine',
      'disks',
      'bottleneck',
      'volumes',
      'memory',
      'notes',
      'environment',
    ]);
  });

  test('counts the data disks that the chosen volumes have, not the fewest that would do', () => {
    const { machine, volumes } = only(...plan);
    const attached = volumes.reduce((sum, { luns }) => sum + luns.length, 0);

    expect(machine.limits.find(({ name }) => name === 'data disks')).toMatchObject({ demand: attached });
  });

  test('every limit that is used most binds first, and none else', () => {
    const { limits } = only(...plan).machine;
    const most = Math.max(...limits.map(({ used }) => used));

    expect(limits.map(({ bindsFirst }) => bindsFirst)).toEqual(limits.map(({ used }) => used === most));
  });

  test('--alternatives says how many are named, none too', () => {
    expect(only(...plan, '--alternatives', '5').machine.alternatives).toHaveLength(5);
    expect(size(...plan, '--alternatives', '0').out).not.toContain('Other sizes');
  });

  test('--cheapest vcpus prefers fewer vCPUs to a lower price', () => {
    const asked = [...plan, '--vcpus', '2', '--memory', '40', '--throughput', '700'];
    const cheap = only(...asked).machine;
    const few = only(...asked, '--cheapest', 'vcpus').machine;
    const vcpus = ({ limits }: typeof few) => limits.find(({ name }) => name === 'vCPUs')?.limit ?? 0;

    expect(vcpus(few)).toBeLessThan(vcpus(cheap));
    expect(few.price.hourlyUsd ?? 0).toBeGreaterThan(cheap.price.hourlyUsd ?? 0);
  });

  test('--size is taken, and measured', () => {
    const { machine } = only(...plan, '--size', 'Standard_E16ds_v5');

    expect(machine).toMatchObject({ size: 'Standard_E16ds_v5', chosen: false, others: 0 });
  });

  test('a size that ends is chosen only for what ends before', () => {
    const { out } = size(...plan, '--size', 'Standard_D32s_v3');
    const [, ends = ''] = /Azure ends it on (\S+)/.exec(out) ?? [];

    expect(ends).toMatch(/^20\d\d-/);
    expect(only(...plan, '--lasts-until', '2026-12-31').machine.others).toBeGreaterThan(only(...plan).machine.others);
  });

  test('Premium SSD v2 has no tiers and no host caching', () => {
    const { disks, volumes, environment } = only(...plan, '--disk-type', 'PremiumV2_LRS', '--region', 'swedencentral');

    expect(disks).toMatchObject({ diskType: 'PremiumV2_LRS', tier: null, cached: false });
    expect(volumes.filter(({ caching }) => caching !== 'None')).toEqual([]);
    expect(environment).toMatch(/^diskType: PremiumV2_LRS\n/);
  });

  test('--shared-memory gives the huge pages, which are not guessed without it', () => {
    expect(only(...plan).memory).toEqual({ swappiness: 1 });
    expect(only(...plan, '--shared-memory', '90000').memory).toEqual({ swappiness: 1, hugePages: 45_450 });
  });

  test('says when disks do more than the machine passes on', () => {
    const { notes, bottleneck } = only(...plan, '--capacity', '12000');

    expect(bottleneck.throughputBoundBy).toBe('machine');
    expect(notes).toEqual([expect.stringContaining(`${bottleneck.disks.throughputMbps} MB/s together`) as string]);
  });

  test('says that nothing is known of a region that the price list does not have', () => {
    const { out } = size('plan', ...figures, '--region', 'chinanorth3');

    expect(out).toMatch(/says nothing of Standard_\w+ in chinanorth3, a region of the cloud china/);
    expect(out).toContain('no price of it in chinanorth3 is known');
  });

  test('what it prints is taken by an environment file, and carries the workload there', () => {
    const { environment, machine } = only(...plan, '--journal', '192', '--shared-memory', '90000');
    const { mirror } = parse(environment) as { mirror: object };
    const values = parse(readFileSync(join(environments, 'iris-prod.yaml'), 'utf8')) as { mirror: object };
    const text = JSON.stringify({ ...values, mirror: { ...values.mirror, ...mirror } });

    expect(parseEnvironment(text, 'made')).toMatchObject({ mirror: { size: machine.size } });
    const file = join(folder, 'made.yaml');
    writeFileSync(file, text);
    expect(size('plan', '--environment', file)).toMatchObject({ exitCode: 0, error: '' });
  });
});

describe('plan --environment', () => {
  test('takes figures, regions, size and volumes from the file', () => {
    const report = only('plan', '--environment', join(environments, 'iris-prod.yaml'));

    expect(report).toMatchObject({
      mirror: 'IRIS',
      regions: ['japaneast', 'japanwest'],
      machine: { size: 'Standard_E16ds_v5', chosen: false },
      disks: { disks: 3, tier: 'P30', chosen: false },
    });
  });

  test('reports every mirror that states a workload, each under its product', () => {
    const report = plans('plan', '--environment', twoProducts());

    expect(report.plans.map(({ mirror }) => mirror)).toHaveLength(2);
    expect(report.plans.every(({ environment }) => environment.includes('products:\n  '))).toBe(true);
  });

  test('--mirror names one of them, which --plot needs', () => {
    const file = twoProducts();
    const plot = join(folder, 'one.svg');
    const refused = size('plan', '--environment', file, '--plot', plot);

    expect(refused).toMatchObject({ exitCode: 2, out: '' });
    expect(refused.error).toMatch(/^iris-size: --plot is of one mirror, .*; pass --mirror with one of them\n$/);
    expect(existsSync(plot)).toBe(false);
    const [name = ''] = plans('plan', '--environment', file).plans.map(({ mirror }) => mirror ?? '');
    expect(only('plan', '--environment', file, '--mirror', name).mirror).toBe(name);
  });

  test('fails on a mirror that the file does not have', () => {
    const { exitCode, error } = size('plan', '--environment', join(environments, 'iris-prod.yaml'), '--mirror', 'NONE');

    expect(exitCode).toBe(2);
    expect(error).toContain("--mirror must be one that states a workload (IRIS), got 'NONE'");
  });

  test('fails when no mirror states a workload', () => {
    const { exitCode, error } = size('plan', '--environment', join(environments, 'iris-dev.yaml'));

    expect(exitCode).toBe(2);
    expect(error).toContain('no mirror states a workload; set workload of one');
  });

  test('fails with the mirror that cannot be planned', () => {
    const file = environmentFile('iris-prod.yaml', 'iops: 12000', 'iops: 9000000');
    const { exitCode, out, error } = size('plan', '--environment', file);

    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(error).toMatch(/^iris-size: mirror IRIS: /);
  });

  test('fails with all that is wrong in the file', () => {
    const file = environmentFile('iris-prod.yaml', 'iops: 12000', 'iops: many');

    expect(size('plan', '--environment', file)).toMatchObject({
      exitCode: 2,
      out: '',
      error: expect.stringContaining(
        'mirror.workload.iops must be a whole number of IOPS above 0, got "many"',
      ) as string,
    });
  });

  /** HealthShare in which two products state a workload. */
  function twoProducts(): string {
    const workload = '    workload: { vcpus: 4, memoryGib: 32, capacityGib: 200, iops: 3000, throughputMbps: 120 }\n';
    const text = readFileSync(join(environments, 'healthshare-prod.yaml'), 'utf8');
    let changed = 0;
    const file = join(folder, `two-${readdirSync(folder).length}.yaml`);
    writeFileSync(
      file,
      text.replace(/^ {4}name: \w+\n/gm, (name) => (++changed <= 2 ? name + workload : name)),
    );
    return file;
  }
});

describe('plan --plot', () => {
  test('writes the picture, and says where', () => {
    const plot = join(folder, 'size.svg');
    const { exitCode, error } = size(...plan, '--plot', plot);

    expect({ exitCode, error }).toEqual({ exitCode: 0, error: `the plot is in ${plot}\n` });
    expect(readFileSync(plot, 'utf8')).toMatch(/^<svg [^]*<\/svg>\n$/);
  });

  test.each(['in a folder that is missing', 'over a folder'])('fails %s, and leaves and prints nothing', (where) => {
    const before = readdirSync(folder);
    const plot = where === 'over a folder' ? folder : join(folder, 'missing', 'size.svg');
    const { exitCode, out, error } = size(...plan, '--plot', plot);

    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(error).toMatch(/the plot cannot be written \(E\w+\); pass --plot a file in a folder that exists\n$/);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('fails before there is a picture when nothing carries the workload, and leaves an older one', () => {
    const plot = join(folder, 'older.svg');
    writeFileSync(plot, 'older');

    expect(size(...plan, '--vcpus', '5000', '--plot', plot).exitCode).toBe(2);
    expect(readFileSync(plot, 'utf8')).toBe('older');
  });
});

describe('explain', () => {
  test("the article's four P30 behind a DS13 are 256 MB/s, not 800", () => {
    const { exitCode, out } = size('explain', 'Standard_DS13', '--disks', '4xP30');

    expect(exitCode).toBe(0);
    expect(out).toContain('The machine binds: 256 MB/s, not 800.');
    expect(out).toMatch(/ends +2028-05-01 \(announced, Ds-series\)/);
  });

  test('GiB mean the tier that holds them', () => {
    const of = (disks: string) => explained('Standard_E16ds_v5', '--disks', disks).disks;

    expect(of('4x1024')).toEqual(of('4xP30'));
    expect(of('2x1000')?.bottleneck?.disks).toEqual({ iops: 10_000, throughputMbps: 400 });
  });

  test('disks of Premium SSD v2 do what is asked of them', () => {
    const argv = [
      '--disks',
      '2x256',
      '--disk-type',
      'PremiumV2_LRS',
      '--disk-iops',
      '8000',
      '--disk-throughput',
      '250',
    ];
    const { disks } = explained('Standard_E16ds_v5', ...argv);

    expect(disks?.bottleneck?.disks).toEqual({ iops: 16_000, throughputMbps: 500 });
  });

  test('names the page of the series, its date, and the regions that offer the size', () => {
    const { series, regions, prices } = explained('Standard_E16ds_v5');

    expect(series.source).toMatch(/^https:.*edsv5-series$/);
    expect(series.pageDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(regions).toContain('westeurope');
    expect(prices).toHaveLength(2);
    expect(prices[0]?.hourlyUsd ?? 0).toBeLessThan(prices[1]?.hourlyUsd ?? 0);
  });

  test('says of what a page does not say that it is not known', () => {
    const { exitCode, out } = size('explain', 'Standard_E192ids_v6', '--disks', '2xP30');

    expect(exitCode).toBe(0);
    expect(out).toContain('what Standard_E192ids_v6 passes on is not known: its page does not say');
  });
});

describe('list', () => {
  test('has the sizes of a series, with prices of a region', () => {
    const { sizes, pricesIn } = list('--series', 'Edsv5', '--region', 'westeurope');

    expect(pricesIn).toBe('westeurope');
    expect(new Set(sizes.map(({ series }) => series))).toEqual(new Set(['Edsv5']));
    expect(sizes.find(({ name }) => name === 'Standard_E16ds_v5')?.hourlyUsd).toBeGreaterThan(0);
  });

  test('leaves out what a region does not offer', () => {
    const all = list().sizes;
    const offered = list('--region', 'southindia').sizes;

    expect(offered.length).toBeLessThan(all.length);
    expect(offered.length).toBeGreaterThan(0);
  });

  test('is a table of one line for each size', () => {
    const { out } = size('list', '--series', 'DS');

    expect(out.match(/^Standard_DS\d+ /gm)).toHaveLength(list('--series', 'DS').sizes.length);
  });
});

test.each([
  [[], 'Usage: iris-size'],
  [['size'], "unknown command 'size'"],
  [['plan'], 'has no --capacity, --iops, --throughput, --memory, --vcpus, --region; pass them, or --environment'],
  [['plan', ...figures], 'has no --region'],
  [[...plan, '--iops', '-5'], "option '--iops <number>' argument '-5' is invalid. It must be a whole number of IOPS"],
  [[...plan, '--iops', '0'], 'at least 1'],
  [[...plan, '--iops', '12,000'], 'in digits alone'],
  [[...plan, '--capacity', '1e9'], 'must be a whole number of GiB'],
  [[...plan, '--capacity', '9'.repeat(400)], 'must be a whole number of GiB'],
  [[...plan, '--memory', 'NaN'], 'must be a number of GiB above 0'],
  [[...plan, '--memory', '0.0'], 'must be a number of GiB above 0'],
  [[...plan, '--vcpus', '1.5'], 'must be a whole number of vCPUs'],
  [[...plan, '--region', 'narnia'], "argument 'narnia' is invalid. Region must be one of australiaeast"],
  [[...plan, '--region', '__proto__'], 'Region must be one of'],
  [[...plan, '--lasts-until', '2030-02-31'], 'It must be a day such as 2030-12-31.'],
  [[...plan, '--lasts-until', 'x'], 'It must be a day such as 2030-12-31.'],
  [[...plan, '--disk-type', 'StandardSSD_LRS'], 'Allowed choices are Premium_LRS, PremiumV2_LRS.'],
  [[...plan, '--format', 'yaml'], 'Allowed choices are table, json.'],
  [[...plan, '--alternatives', '-1'], 'at least 0'],
  [[...plan, '--mirror', 'IRIS'], '--mirror names a mirror of an environment'],
  [[...plan, '--environment', 'x.yaml'], "option '--environment <file>' cannot be used with option '--capacity <GiB>'"],
  [['plan', '--environment', '/nowhere.yaml'], '/nowhere.yaml: cannot be read'],
  [[...plan, '--size', 'Standard_Nowhere'], "size must be in the catalogue of machine sizes, got 'Standard_Nowhere'"],
  [[...plan, '--size', 'constructor'], "got 'constructor'"],
  [[...plan, '--size', 'Standard_E8ds_v5'], 'size Standard_E8ds_v5 does not carry the workload: vCPUs 16 of 8'],
  [[...plan, '--size', 'Standard_D32ds_v4', '--region', 'swedensouth'], 'is not offered in swedensouth'],
  [[...plan, '--vcpus', '5000'], 'comes nearest, and lacks vCPUs 5000 of'],
  [[...plan, '--iops', '9000000'], '16 disks of Premium_LRS give iops at most 320000, got 9000000'],
  [[...plan, '--shared-memory', '9000000'], 'shared memory must be less than the'],
  [
    [...plan, '--disk-type', 'PremiumV2_LRS', '--region', 'westus'],
    'PremiumV2_LRS disks are for zones, and westus has none',
  ],
  [['explain'], "missing required argument 'size'"],
  [['explain', 'Standard_Nowhere'], "got 'Standard_Nowhere'"],
  [['explain', 'Standard_E16ds_v5', '--disks', 'four'], "such as 4xP30 or 4x1024, got 'four'"],
  [['explain', 'Standard_E16ds_v5', '--disks', '0xP30'], "got '0xP30'"],
  [['explain', 'Standard_E16ds_v5', '--disks', '4xP31'], 'disks must be of a tier (P1, P2'],
  [['explain', 'Standard_E16ds_v5', '--disks', '4x0'], "got '0'"],
  [['explain', 'Standard_E16ds_v5', '--disks', '4x40000'], "or of 1 to 32767 GiB, got '40000'"],
  [['explain', 'Standard_E16ds_v5', '--disks', '40xP30'], 'takes 32 data disks, got 40'],
  [['explain', 'Standard_E16ds_v5', '--disks', '4xP30', '--disk-iops', '9000'], 'follow from their size'],
  [['explain', 'Standard_E16ds_v5', '--disk-iops', '9000'], 'pass --disks with them'],
  [
    ['explain', 'Standard_E16ds_v5', '--disks', '4xP30', '--disk-type', 'PremiumV2_LRS'],
    "disks of PremiumV2_LRS have no tiers, got 'P30'",
  ],
  [
    ['explain', 'Standard_E16ds_v5', '--disks', '4x10', '--disk-type', 'PremiumV2_LRS', '--disk-iops', '9000'],
    'IOPS of each disk must be 3000 to 5000, got 9000',
  ],
  [['list', '--series', 'constructor'], "got 'constructor'"],
])('fails with exit code 2 and no report on %j', (argv, message) => {
  const { exitCode, out, error } = size(...argv);

  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(error).toContain(message);
  expect(error).not.toMatch(/^ +at /m);
});

test('--help shows examples and exit codes, --version the version; both exit 0', () => {
  const help = size('--help');

  expect(help).toMatchObject({ exitCode: 0, error: '' });
  expect(help.out).toContain('$ iris-size explain Standard_DS13 --disks 4xP30');
  expect(help.out).toContain('2  bad input or usage');
  expect(size('plan', '--help')).toMatchObject({ exitCode: 0, error: '' });
  expect(size('--version')).toEqual({ exitCode: 0, out: '1.2.3\n', error: '' });
});

test('the committed command runs', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, 'list', '--series', 'Edsv5', '--format', 'json'],
    {
      encoding: 'utf8',
    },
  );

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ format: 'iris-azure/size-list', version: 1 });
});

test('the committed command survives a reader that closes the pipe', () => {
  const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" list | true`], {
    encoding: 'utf8',
  });

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
