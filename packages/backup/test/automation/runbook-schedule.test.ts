import { synthesizedBackup, testServer } from '../test-backup';

const backup = synthesizedBackup();

test('databases are checked once a week', () => {
  expect(backup.at('Backup/BackupIntegrityCheck').values).toMatchObject({
    name: 'integrity-check-Backup',
    frequency: 'Week',
    week_days: ['Sunday'],
    interval: 1,
    timezone: 'Etc/UTC',
  });
});

test('stale backups are looked for every day', () => {
  const { values } = backup.at('Backup/StaleBackupCheck');

  expect(values).toMatchObject({ frequency: 'Day', interval: 1 });
  expect(values).not.toHaveProperty('week_days');
});

test('a schedule begins in the future, whenever it is made, and is not moved by later deployments', () => {
  const { values } = backup.at('Backup/BackupIntegrityCheck');

  expect(values.start_time).toMatch(/^\$\{timeadd\(formatdate\("YYYY-MM-DD'T'04:00:00Z", timestamp\(\)\), "48h"\)\}$/);
  expect(values.lifecycle).toEqual({ ignore_changes: ['start_time'] });
});

test('a schedule runs its runbook with the server that is checked', () => {
  expect(backup.at('Backup/BackupIntegrityCheck/Job').values).toMatchObject({
    runbook_name: backup.at('Backup/Integrity').reference('name'),
    schedule_name: backup.at('Backup/BackupIntegrityCheck').reference('name'),
    parameters: { virtualmachineid: testServer('db-1').id, environment: 'AzureCloud' },
  });
});

test('the instance that is checked is a choice', () => {
  expect(
    synthesizedBackup({ instance: 'TRAKPROD' }).at('Backup/BackupIntegrityCheck/Job').values.parameters,
  ).toMatchObject({ instance: 'TRAKPROD' });
});

test.each(['4:00', '24:00', '04:60', '04:00+01:00'])('fails on time %s', (timeUtc) => {
  expect(() => synthesizedBackup({ staleBackupCheck: { timeUtc } })).toThrow(
    /\/StaleBackupCheck: time must be hour and minute in UTC.*; set timeUtc/,
  );
});
