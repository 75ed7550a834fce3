import { BackupPolicy, type BackupPolicySettings } from '@iris-azure/backup';
import { synthesized, testResourceGroup } from '../../../../test/support';
import { testPolicy } from '../test-backup';

function policyWith(settings: Partial<BackupPolicySettings> = {}) {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    new BackupPolicy(stack, 'Policy', {
      ...testPolicy,
      ...settings,
      vault: { id: '/vault', name: 'rsv-stand-in', resourceGroup },
      part: 'database',
    });
  }).at('Policy');
}

test('a policy is an Enhanced one, in the time zone of its owner', () => {
  expect(policyWith().values).toMatchObject({
    name: 'bkpol-trakcare-test-weu-database',
    policy_type: 'V2',
    timezone: 'W. Europe Standard Time',
  });
});

test('a daily policy backs up at one time of the day', () => {
  expect(policyWith().block('backup')).toEqual({ frequency: 'Daily', time: '23:00' });
});

test('an hourly policy backs up in a window of each day', () => {
  const policy = policyWith({
    schedule: { frequency: 'Hourly', time: '06:30', intervalHours: 4, windowHours: 12 },
  });

  expect(policy.block('backup')).toEqual({ frequency: 'Hourly', time: '06:30', hour_interval: 4, hour_duration: 12 });
});

test('snapshots stay beside the disks for a week, or for as long as is set', () => {
  expect(policyWith().values.instant_restore_retention_days).toBe(7);
  expect(policyWith({ instantRestoreDays: 3 }).values.instant_restore_retention_days).toBe(3);
});

test('without longer retention only daily points are kept', () => {
  const policy = policyWith();

  expect(policy.block('retention_daily')).toEqual({ count: 30 });
  expect(['weekly', 'monthly', 'yearly'].flatMap((kind) => policy.blocks(`retention_${kind}`))).toEqual([]);
});

test("weekly, monthly and yearly points are those of the week's, month's and year's first Sunday", () => {
  const policy = policyWith({ retention: { days: 30, weeks: 12, months: 12, years: 10 } });
  const firstSunday = { weekdays: ['Sunday'], weeks: ['First'] };

  expect(policy.block('retention_weekly')).toEqual({ count: 12, weekdays: ['Sunday'] });
  expect(policy.block('retention_monthly')).toEqual({ count: 12, ...firstSunday });
  expect(policy.block('retention_yearly')).toEqual({ count: 10, months: ['January'], ...firstSunday });
});

test('old points move to the archive tier where that is set, and nowhere else', () => {
  const archived = policyWith({ retention: { days: 30, months: 24 }, archiveAfterMonths: 6 });

  expect(archived.block('tiering_policy')).toEqual({
    archived_restore_point: { mode: 'TierAfter', duration: 6, duration_type: 'Months' },
  });
  expect(policyWith().blocks('tiering_policy')).toEqual([]);
});

test.each<[string, Partial<BackupPolicySettings>, RegExp]>([
  ['a time between the half hours', { schedule: { frequency: 'Daily', time: '23:15' } }, /got '23:15'/],
  ['no time', { schedule: { frequency: 'Daily', time: '24:00' } }, /got '24:00'/],
  [
    'a window that is no multiple of the interval',
    { schedule: { frequency: 'Hourly', time: '06:00', intervalHours: 8, windowHours: 12 } },
    /window must be 4 to 24 hours and a multiple of the interval of 8, got 12/,
  ],
  [
    'a window of more than a day',
    { schedule: { frequency: 'Hourly', time: '06:00', intervalHours: 4, windowHours: 28 } },
    /got 28/,
  ],
  [
    'an interval that Azure has not',
    { schedule: { frequency: 'Hourly', time: '06:00', intervalHours: 5 as 4, windowHours: 20 } },
    /interval must be 4, 6, 8 or 12 hours, got 5/,
  ],
  ['a time zone of another naming', { timeZone: 'Europe/Berlin' }, /one of Windows.*got 'Europe\/Berlin'/],
  ['too few days', { retention: { days: 6 } }, /retention must be 7 to 9999 days, got 6/],
  ['too many weeks', { retention: { days: 7, weeks: 5164 } }, /1 to 5163 weeks, got 5164/],
  ['no months', { retention: { days: 7, months: 0 } }, /1 to 1188 months, got 0/],
  ['too many years', { retention: { days: 7, years: 100 } }, /1 to 99 years, got 100/],
  ['snapshots for too long', { instantRestoreDays: 31, retention: { days: 90 } }, /1 to 30 days.*got 31/],
  [
    'snapshots beyond their retention',
    { instantRestoreDays: 10, retention: { days: 7 } },
    /retention of 7 days, got 10/,
  ],
  [
    'an archive too early',
    { retention: { days: 7, years: 1 }, archiveAfterMonths: 2 },
    /got 2; set archiveAfterMonths/,
  ],
  ['an archive too short', { retention: { days: 7, months: 12 }, archiveAfterMonths: 7 }, /\(12 months\), got 7/],
  ['an archive of daily points', { archiveAfterMonths: 3 }, /\(0 months\), got 3/],
])('fails on %s', (_what, settings, message) => {
  expect(() => policyWith(settings)).toThrow(message);
});

test('a refusal names the construct and everything that is wrong', () => {
  expect(() => policyWith({ timeZone: 'Berlin', retention: { days: 1 } })).toThrow(
    /^trakcare-test-unit\/Policy: retention must be .* got 1; set retention.days; time zone must be /,
  );
});
