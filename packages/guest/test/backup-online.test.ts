import {
  onlineBackupPackages,
  type OnlineBackupGuest,
  onlineBackupSettings,
} from '../src/backup/online-backup-settings';

const guest: OnlineBackupGuest = {
  mount: {
    source: '//stonline.file.core.windows.net/online-backup',
    mountPoint: '/mnt/online-backup',
    signIn: 'AccountKey',
    options: ['vers=3.1.1', 'seal', 'sec=ntlmssp', 'dir_mode=0700'],
    moduleOptions: 'options cifs disable_legacy_dialects=1 require_gcm_256=1',
  },
  storageAccountId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/stonline',
  week: [
    { day: 'Sunday', kind: 'full', sizeGib: 1024 },
    { day: 'Wednesday', kind: 'cumulative', sizeGib: 92.2 },
  ],
  startsAt: '16:00',
  windowHours: 5.5,
  retentionWeeks: 3,
};

describe('settings of Online Backup in the guest', () => {
  test('are the mount, the plan and its times', () => {
    expect(onlineBackupSettings(guest)).toMatchObject({
      ONLINE_BACKUP_SOURCE: '//stonline.file.core.windows.net/online-backup',
      ONLINE_BACKUP_OPTIONS: 'vers=3.1.1,seal,sec=ntlmssp,dir_mode=0700',
      ONLINE_BACKUP_CALENDAR: 'Sun,Wed *-*-* 16:00:00 UTC',
      ONLINE_BACKUP_DAYS: 'Sunday=full=1024 Wednesday=cumulative=93',
      ONLINE_BACKUP_WINDOW_HOURS: '6',
      MANAGER_RESOURCE: 'https://management.azure.com/',
    });
  });

  test('hold no local folder unless one is given', () => {
    expect(onlineBackupSettings(guest)).not.toHaveProperty('ONLINE_BACKUP_STAGING');
    expect(onlineBackupSettings({ ...guest, stagingPath: '/iris/staging' }).ONLINE_BACKUP_STAGING).toBe(
      '/iris/staging',
    );
  });

  test('take the id of an account that is not deployed yet', () => {
    const storageAccountId = '${azurerm_storage_account.online.id}';

    expect(onlineBackupSettings({ ...guest, storageAccountId }).ONLINE_BACKUP_ACCOUNT_ID).toBe(storageAccountId);
  });

  test('ask for the client of managed identities only where it is used', () => {
    expect(onlineBackupPackages({ signIn: 'AccountKey' })).toEqual(['cifs-utils']);
    expect(onlineBackupPackages({ signIn: 'ManagedIdentity' })).toEqual(['cifs-utils', 'azfilesauth']);
  });

  test.each([
    [{ mount: { ...guest.mount, source: '//host/share;reboot' } }, 'mount.source'],
    [{ mount: { ...guest.mount, options: ["seal'"] } }, 'mount.options'],
    [{ storageAccountId: 'account' }, 'storageAccountId'],
    [{ startsAt: '4 pm' }, 'startsAt'],
    [{ windowHours: 25 }, 'windowHours'],
    [{ retentionWeeks: 0 }, 'retentionWeeks'],
    [{ stagingPath: 'staging' }, 'stagingPath'],
    [
      { week: [{ day: 'Monday' as const, kind: 'incremental' as const, sizeGib: 1 }] },
      'a week must have a full backup',
    ],
    [
      { week: [{ day: 'Monday' as const, kind: 'full' as const, sizeGib: 4097 }] },
      'one file of at most 4096 GiB, got 4097',
    ],
  ])('fails on %j', (changed, message) => {
    expect(() => onlineBackupSettings({ ...guest, ...changed })).toThrow(message);
  });
});
