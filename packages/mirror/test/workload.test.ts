import { Annotations } from 'cdktf';
import { addMirror, synthesizedMirror, volumes } from './test-mirror';
import { synthesized, testResourceGroup } from '../../../test/support';

const workload = { vcpus: 16, memoryGib: 112, capacityGib: 2800, iops: 12_000, throughputMbps: 480 };
const members = ['Mirror/Primary', 'Mirror/Backup'];

describe('a mirror of which a workload is stated alone', () => {
  const mirror = synthesizedMirror({ workload, size: undefined, volumes: undefined });

  test('has members of one size, with at least its vCPUs', () => {
    const [primary, backup] = members.map((path) => mirror.at(path).values.size);

    expect(primary).toMatch(/^Standard_E16/);
    expect(backup).toBe(primary);
  });

  test('has database disks that hold its databases', () => {
    const gib = mirror
      .resources('azurerm_managed_disk')
      .filter(({ path }) => path.startsWith('Mirror/Primary/Database'))
      .map(({ values }) => values.disk_size_gb as number);

    expect(gib.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(workload.capacityGib);
  });

  test.each(members)('states it in the tags of %s, for the gate', (path) => {
    expect(mirror.at(path).values.tags).toMatchObject({
      'iris-workload-vcpus': '16',
      'iris-workload-memory-gib': '112',
      'iris-workload-capacity-gib': '2800',
      'iris-workload-iops': '12000',
      'iris-workload-throughput-mbps': '480',
    });
  });

  test('states it not of the arbiter, which carries none', () => {
    expect(mirror.at('Mirror/Arbiter').values.tags).not.toHaveProperty('iris-workload-iops');
  });
});

test('sizes that are given are kept where they carry the workload', () => {
  const mirror = synthesizedMirror({ workload });

  expect(mirror.at('Mirror/Primary').values.size).toBe('Standard_E32ds_v5');
});

test.each([
  ['size', { size: 'Standard_E8ds_v5' }, 'size Standard_E8ds_v5 does not carry the workload: vCPUs 16 of 8'],
  [
    'volumes',
    { volumes: { ...volumes, database: { sizeGib: 512, disks: 2 } } },
    'the 2 database disks do not carry the workload: capacity 2800 of 1024 GiB',
  ],
  ['neither', { workload: undefined, size: undefined }, 'a mirror must have size and volumes, or a workload'],
])('fails where %s is too little', (_what, props, message) => {
  expect(() => synthesizedMirror({ workload, ...props })).toThrow(message);
});

test('warns of throughput that is paid for and never used, but not of disks that a workload takes', () => {
  const warnings = (props: object) => {
    const added = jest.spyOn(Annotations.prototype, 'addWarning').mockImplementation();
    synthesized((stack) => {
      addMirror(stack, testResourceGroup(stack), { size: 'Standard_E16ds_v5', ...props });
    });
    const texts = added.mock.calls.map(([text]) => text);
    added.mockRestore();
    return texts;
  };

  expect(warnings({})).toContainEqual(expect.stringContaining('give 800 MB/s together'));
  expect(warnings({ workload })).toEqual([]);
});
