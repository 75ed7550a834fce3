import { assertCrashConsistent, type SnapshotSource } from '@iris-azure/backup';

const twoDisks = ['Premium_LRS', 'Premium_LRS'] as const;

test.each<SnapshotSource>([
  { size: 'Standard_E32ds_v5', dataDiskKinds: twoDisks },
  { size: 'Standard_E32ads_v6', dataDiskKinds: twoDisks },
  { size: 'Standard_E32pds_v6', dataDiskKinds: twoDisks },
  { size: 'Standard_E32ds_v6', dataDiskKinds: ['Premium_LRS'] },
  { size: 'Standard_D2s_v6', dataDiskKinds: [] },
])('snapshots of $size with $dataDiskKinds are of one moment', (source) => {
  expect(() => assertCrashConsistent(source)).not.toThrow();
});

test.each<[SnapshotSource, RegExp]>([
  [{ size: 'Standard_E32ds_v5', dataDiskKinds: ['Premium_LRS', 'PremiumV2_LRS'] }, /^disks of kind PremiumV2_LRS/],
  [{ size: 'Standard_E32ds_v5', dataDiskKinds: ['UltraSSD_LRS'] }, /^disks of kind UltraSSD_LRS/],
  [{ size: 'Standard_E32ds_v6', dataDiskKinds: twoDisks }, /generation 6 \(Intel\)/],
  [{ size: 'Standard_E64-32ds_v6', dataDiskKinds: twoDisks }, /generation 6 \(Intel\)/],
  [{ size: 'Standard_E32ads_v7', dataDiskKinds: twoDisks }, /generation 7 \(AMD\)/],
])('fails without application consistency on %j', (source, message) => {
  expect(() => {
    assertCrashConsistent(source);
  }).toThrow(message);
});
