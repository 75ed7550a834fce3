import {
  assertOnlineBackup,
  hoursToWrite,
  largestGibIn,
  type OnlineBackupNeeds,
  type OnlineBackupSchedule,
  planWeek,
  shareGibFor,
} from '@iris-azure/backup';

const schedule: OnlineBackupSchedule = {
  startsAt: '01:00',
  windowHours: 6,
  days: {
    Sunday: 'full',
    Monday: 'incremental',
    Tuesday: 'incremental',
    Thursday: 'cumulative',
    Friday: 'incremental',
  },
};

const needs: OnlineBackupNeeds = {
  schedule,
  databaseGib: 1000,
  dailyChangePercent: 2,
  quotaGib: 5120,
  retentionWeeks: 3,
  otherFilesGib: 100,
};

test('a week begins with its full backup; others are as large as what they hold', () => {
  expect(planWeek(schedule, needs)).toEqual([
    { day: 'Sunday', kind: 'full', sizeGib: 1000 },
    { day: 'Monday', kind: 'incremental', sizeGib: 20 },
    { day: 'Tuesday', kind: 'incremental', sizeGib: 20 },
    { day: 'Thursday', kind: 'cumulative', sizeGib: 80 },
    { day: 'Friday', kind: 'incremental', sizeGib: 20 },
  ]);
});

test('no backup is larger than the databases', () => {
  const busy = planWeek(
    { ...schedule, days: { Monday: 'full', Sunday: 'cumulative' } },
    { ...needs, dailyChangePercent: 50 },
  );

  expect(busy.map(({ sizeGib }) => sizeGib)).toEqual([1000, 1000]);
});

test('one file is written at 60 MiB/s', () => {
  expect(hoursToWrite(1024)).toBeCloseTo(4.85, 2);
  expect(largestGibIn(6)).toBe(1265);
  expect(hoursToWrite(largestGibIn(6))).toBeLessThanOrEqual(6);
});

test('a share has room for the weeks that are kept, and the one that is written', () => {
  expect(shareGibFor(needs)).toBe((1000 + 20 + 20 + 80 + 20) * 4 + 100);
});

test('what fits is accepted', () => {
  expect(() => {
    assertOnlineBackup(needs);
  }).not.toThrow();
});

test.each<[string, Partial<OnlineBackupNeeds>, RegExp]>([
  [
    'a backup of more than a file may have',
    { databaseGib: 4097, quotaGib: 102_400, schedule: { ...schedule, windowHours: 24 } },
    /full backup of Sunday, of 4097 GiB, must be one file of at most 4096 GiB; use another backup/,
  ],
  [
    'a backup that is not written within its window',
    { schedule: { ...schedule, windowHours: 4 } },
    /full backup of Sunday, of 1000 GiB, takes 4\.7 hours at 60 MiB\/s and must be done in 4; set schedule.windowHours/,
  ],
  [
    'a share without room for what it is to keep',
    { quotaGib: 4659 },
    /share must have 4660 GiB for 3 weeks, got 4659; set quotaGib or retentionWeeks/,
  ],
  ['a time that is none', { schedule: { ...schedule, startsAt: '24:00' } }, /such as 01:30, got '24:00'/],
  ['a window that is none', { schedule: { ...schedule, windowHours: 0 } }, /up to 24 hours, got 0/],
  [
    'a week without a full backup',
    { schedule: { ...schedule, days: { Monday: 'cumulative' } } },
    /must have a full backup, got cumulative; set schedule.days/,
  ],
])('fails for %s', (_what, wrong, message) => {
  expect(() => {
    assertOnlineBackup({ ...needs, ...wrong });
  }).toThrow(message);
});
