import { backupSettings } from '../src/backup/backup-settings';
import { pluginConfig } from '../src/backup/plugin-config';

const timeouts = {
  scriptTimeoutSeconds: 300,
  thawAfterSeconds: 480,
  freezeTimeoutSeconds: 600,
  fileSystemFreeze: true,
};

describe('configuration of Azure Backup in the guest', () => {
  test("is root's alone, and calls the scripts without retries", () => {
    const { path, permissions, content } = pluginConfig(timeouts);

    expect({ path, permissions }).toEqual({
      path: '/etc/azure/VMSnapshotScriptPluginConfig.json',
      permissions: '0600',
    });
    expect(JSON.parse(content)).toMatchObject({
      pluginName: 'ScriptRunner',
      preScriptLocation: '/usr/local/lib/iris-azure/backup/pre.sh',
      postScriptLocation: '/usr/local/lib/iris-azure/backup/post.sh',
      preScriptNoOfRetries: 0,
      postScriptNoOfRetries: 0,
      timeoutInSeconds: 300,
      fsFreezeEnabled: true,
    });
  });

  test('never goes on after a failure', () => {
    expect(JSON.parse(pluginConfig(timeouts).content)).toMatchObject({ continueBackupOnFailure: false });
  });

  test.each([
    [
      { scriptTimeoutSeconds: 1801, thawAfterSeconds: 1802, freezeTimeoutSeconds: 1803 },
      'scriptTimeoutSeconds must be at most 1800 s',
    ],
    [{ freezeTimeoutSeconds: 1201 }, 'freezeTimeoutSeconds must be at most 1200 s'],
    [{ scriptTimeoutSeconds: 480 }, 'scriptTimeoutSeconds must be less than thawAfterSeconds (480 s), got 480 s'],
    [{ thawAfterSeconds: 600 }, 'thawAfterSeconds must be less than freezeTimeoutSeconds (600 s), got 600 s'],
    [{ scriptTimeoutSeconds: 0.5 }, 'scriptTimeoutSeconds must be a whole number of seconds from 1, got 0.5'],
  ])('fails on time-outs %j', (changed, message) => {
    expect(() => pluginConfig({ ...timeouts, ...changed })).toThrow(message);
    expect(() => backupSettings({ product: 'iris', timeouts: { ...timeouts, ...changed } })).toThrow(message);
  });
});

describe('settings of backups in the guest', () => {
  test('give the scripts their time-outs', () => {
    expect(backupSettings({ product: 'iris', timeouts })).toMatchObject({
      BACKUP_SCRIPT_SECONDS: '300',
      BACKUP_THAW_AFTER_SECONDS: '480',
      BACKUP_FREEZE_SECONDS: '600',
      BACKUP_SUSPEND_LIMIT: 'yes',
    });
  });

  test('tell of no Azure Backup where there is none', () => {
    expect(backupSettings({ product: 'iris' })).not.toHaveProperty('BACKUP_SCRIPT_SECONDS');
  });

  test('do not ask Caché for a limit that it does not know', () => {
    expect(backupSettings({ product: 'cache', timeouts }).BACKUP_SUSPEND_LIMIT).toBe('no');
  });

  test('write times as systemd reads them', () => {
    expect(
      backupSettings({ product: 'iris', integrityCheck: { weekday: 'Sunday', timeUtc: '04:00' } })
        .BACKUP_INTEGRITY_CALENDAR,
    ).toBe('Sun *-*-* 04:00:00 UTC');
  });

  test('name several instances in order', () => {
    expect(backupSettings({ product: 'iris', instances: ['TRAK', 'HEALTH'] }).BACKUP_INSTANCES).toBe('TRAK HEALTH');
  });

  test('fails on all that is wrong at once', () => {
    const wrong = () =>
      backupSettings({
        product: 'iris',
        instances: ['1X'],
        integrityCheck: { weekday: 'Sunday', timeUtc: '24:00', processes: 0 },
        snapshotPoint: 'mnt',
        journalPercent: 100,
        journalDays: 0,
      });

    for (const field of ['instances', 'timeUtc', 'processes', 'snapshotPoint', 'journalPercent', 'journalDays']) {
      expect(wrong).toThrow(field);
    }
  });
});
