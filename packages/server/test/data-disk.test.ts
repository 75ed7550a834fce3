import { type DataDiskSpec } from '@iris-azure/sizing';
import { testDiskEncryption } from '../../../test/support';
import { journal, synthesizedServer } from './test-server';

const withDisk = (disk: Partial<DataDiskSpec>) => synthesizedServer({ dataDisks: [{ ...journal, ...disk }] });

test('a server without data disks has none', () => {
  expect(synthesizedServer().resources('azurerm_managed_disk')).toEqual([]);
});

test('a data disk is an empty Premium disk of its size', () => {
  expect(withDisk({}).only('azurerm_managed_disk').values).toMatchObject({
    create_option: 'Empty',
    storage_account_type: 'Premium_LRS',
    disk_size_gb: 512,
  });
});

test('a data disk is encrypted with the customer-managed key', () => {
  expect(withDisk({}).only('azurerm_managed_disk').values).toMatchObject({
    disk_encryption_set_id: testDiskEncryption.diskEncryptionSetId,
  });
});

test('no network reaches the content of a data disk', () => {
  expect(withDisk({}).only('azurerm_managed_disk').values).toMatchObject({
    public_network_access_enabled: false,
    network_access_policy: 'DenyAll',
  });
});

test('a data disk is named after its server and tagged with its volume', () => {
  expect(withDisk({}).only('azurerm_managed_disk').values).toMatchObject({
    name: 'disk-trakcare-test-weu-print-0-journal',
    tags: { 'iris-volume': 'journal' },
  });
});

test('a data disk is attached to its server by LUN, with its caching', () => {
  const stack = withDisk({ lun: 7, caching: 'ReadOnly' });

  expect(stack.only('azurerm_virtual_machine_data_disk_attachment').values).toMatchObject({
    managed_disk_id: stack.only('azurerm_managed_disk').reference('id'),
    virtual_machine_id: stack.only('azurerm_linux_virtual_machine').reference('id'),
    lun: 7,
    caching: 'ReadOnly',
  });
});

test('a disk keeps its construct path when others are listed before it', () => {
  const wij: DataDiskSpec = { ...journal, name: 'wij', volume: 'wij', lun: 1 };
  const both = synthesizedServer({ dataDisks: [wij, journal] });

  expect(both.at('Server/Journal').values).toEqual(withDisk({}).at('Server/Journal').values);
});

test.each([4, 4095])('a disk of %i GiB may be cached', (sizeGib) => {
  expect(withDisk({ sizeGib, caching: 'ReadOnly' }).only('azurerm_managed_disk').values).toMatchObject({
    disk_size_gb: sizeGib,
  });
});

test('a disk that is not cached may have 32767 GiB', () => {
  expect(withDisk({ sizeGib: 32767 }).only('azurerm_managed_disk').values).toMatchObject({ disk_size_gb: 32767 });
});

test.each<[number, DataDiskSpec['caching'], number]>([
  [3, 'None', 32767],
  [32768, 'None', 32767],
  [64.5, 'None', 32767],
  [4096, 'ReadOnly', 4095],
])('fails on a disk of %d GiB with host caching %s', (sizeGib, caching, largest) => {
  expect(() => withDisk({ sizeGib, caching })).toThrow(
    `trakcare-test-unit/Server/Journal: data disk must be 4 to ${largest} GiB with host caching ${caching}, got ${sizeGib}; ` +
      'set sizeGib, or spread the volume over more disks',
  );
});

test.each([-1, 64, 1.5])('fails on LUN %d', (lun) => {
  expect(() => withDisk({ lun })).toThrow(
    `trakcare-test-unit/Server/Journal: LUN must be a whole number from 0 to 63, got ${lun}; set lun`,
  );
});

test('fails on two disks of one LUN, and names both', () => {
  const build = () => synthesizedServer({ dataDisks: [journal, { ...journal, name: 'wij', volume: 'wij' }] });

  expect(build).toThrow(
    "trakcare-test-unit/Server: LUN 2 is given to 'journal' and to 'wij'; give each disk its own lun",
  );
});

describe('Premium SSD v2', () => {
  const zonal = (disk: Partial<DataDiskSpec>) =>
    synthesizedServer({
      placement: { kind: 'zone', zone: '1' },
      diskType: 'PremiumV2_LRS',
      dataDisks: [{ ...journal, ...disk }],
    });

  test('has IOPS and throughput of its own, and no host caching', () => {
    const stack = zonal({ caching: 'ReadOnly', iops: 6000, throughputMbps: 250 });

    expect(stack.only('azurerm_managed_disk').values).toMatchObject({
      storage_account_type: 'PremiumV2_LRS',
      disk_iops_read_write: 6000,
      disk_mbps_read_write: 250,
    });
    expect(stack.only('azurerm_virtual_machine_data_disk_attachment').values).toMatchObject({ caching: 'None' });
    // The operating system's disk cannot be of this type.
    expect(stack.only('azurerm_linux_virtual_machine').block('os_disk')).toMatchObject({
      storage_account_type: 'Premium_LRS',
    });
  });

  test('may be cached beyond 4095 GiB, since the host caches none of it', () => {
    expect(zonal({ sizeGib: 8192, caching: 'ReadOnly' }).only('azurerm_managed_disk').values).toMatchObject({
      disk_size_gb: 8192,
    });
  });

  test.each<[Partial<DataDiskSpec>, string]>([
    [{ iops: 2999 }, 'iops of a Premium SSD v2 disk must be 3000 to 80000, got 2999; set iops'],
    [{ sizeGib: 8, iops: 5000 }, 'iops of a Premium SSD v2 disk must be 3000 to 4000, got 5000; set iops'],
    [{ iops: 80_001 }, 'iops of a Premium SSD v2 disk must be 3000 to 80000, got 80001; set iops'],
    [{ throughputMbps: 751 }, 'throughputMbps of a Premium SSD v2 disk must be 125 to 750, got 751'],
    [{ iops: 8000, throughputMbps: 2001 }, 'throughputMbps of a Premium SSD v2 disk must be 125 to 2000, got 2001'],
  ])('fails on %j', (disk, message) => {
    expect(() => zonal(disk)).toThrow(message);
  });

  test('fails in an availability set', () => {
    expect(() => synthesizedServer({ diskType: 'PremiumV2_LRS', dataDisks: [journal] })).toThrow(
      'disk of type PremiumV2_LRS must be in a zone, got a server in an availability set',
    );
  });

  test('alone may be given IOPS', () => {
    expect(() => withDisk({ iops: 6000 })).toThrow(
      'IOPS and throughput of a Premium_LRS disk follow from its size, got iops 6000 and throughputMbps undefined',
    );
  });
});
