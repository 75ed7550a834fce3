import { applicationConsistency, ProtectedVirtualMachine, type ProtectedServer } from '@iris-azure/backup';
import { synthesized, testResourceGroup } from '../../../../test/support';
import { testServer } from '../test-backup';

function protectionWith(server: Partial<ProtectedServer> = {}) {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    new ProtectedVirtualMachine(stack, 'Protection', {
      vault: { id: '/vault', name: 'rsv-stand-in', resourceGroup },
      policy: { id: '/policy' },
      server: testServer('db-0'),
      size: 'Standard_E32ds_v5',
      dataDiskKinds: ['Premium_LRS'],
      ...server,
    });
  }).at('Protection');
}

test('a machine is backed up with all its disks', () => {
  const { values } = protectionWith();

  expect(values).toMatchObject({
    recovery_vault_name: 'rsv-stand-in',
    backup_policy_id: '/policy',
    source_vm_id: testServer('db-0').id,
  });
  expect(values).not.toHaveProperty('include_disk_luns');
  expect(values).not.toHaveProperty('exclude_disk_luns');
});

test('disks are named that alone are in a backup, or that are not', () => {
  expect(protectionWith({ disks: { include: [0, 8] } }).values).toMatchObject({ include_disk_luns: [0, 8] });
  expect(protectionWith({ disks: { exclude: [2] } }).values).toMatchObject({ exclude_disk_luns: [2] });
});

test('disks that need it are backed up with application consistency', () => {
  expect(() =>
    protectionWith({ dataDiskKinds: ['PremiumV2_LRS'], consistency: applicationConsistency() }),
  ).not.toThrow();
});

test('fails on disks that need application consistency and have none, and names the construct', () => {
  expect(() => protectionWith({ dataDiskKinds: ['PremiumV2_LRS'] })).toThrow(
    /^trakcare-test-unit\/Protection: disks of kind PremiumV2_LRS .*; set consistency$/,
  );
});

test.each([[64], [-1], [1.5]])('fails on LUN %d', (lun) => {
  expect(() => protectionWith({ disks: { exclude: [lun] } })).toThrow(/LUN must be a whole number from 0 to 63/);
});

test('fails on a list of included disks that is empty, which Azure takes as all', () => {
  expect(() => protectionWith({ disks: { include: [] } })).toThrow(/must include at least one data disk, got none/);
});
