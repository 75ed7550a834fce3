import { type JsonObject } from '../../../src/arm/json';
import { type Client, startClient } from '../../support';
import { addMachine, addRecoveryVault, item, itemBody, policy, policyBody } from './recovery-services';

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addRecoveryVault(client);
});

afterEach(async () => client.close());

test('shows times of the day as whole times, and what is so unless it is said', async () => {
  const { status } = await client.put(policy, policyBody());

  expect(status).toBe(200);
  expect((await client.get(policy)).properties).toMatchObject({
    instantRpRetentionRangeInDays: 7,
    schedulePolicy: { dailySchedule: { scheduleRunTimes: ['2026-01-01T23:00:00Z'] } },
    retentionPolicy: { dailySchedule: { retentionTimes: ['2026-01-01T23:00:00Z'] } },
  });
});

test('takes back what it shows', async () => {
  await client.make(policy, policyBody());
  const { properties } = await client.get(policy);

  expect((await client.put(policy, { properties })).status).toBe(200);
});

const daily = (count: number, retentionTimes = ['23:00:00Z']) => ({
  retentionPolicyType: 'LongTermRetentionPolicy',
  dailySchedule: { retentionTimes, retentionDuration: { count, durationType: 'Days' } },
});

const hourly = (interval: number, scheduleWindowDuration: number) => ({
  schedulePolicyType: 'SimpleSchedulePolicyV2',
  scheduleRunFrequency: 'Hourly',
  hourlySchedule: { interval, scheduleWindowDuration, scheduleWindowStartTime: '23:00:00Z' },
});

test('backs up by the hour too', async () => {
  expect((await client.put(policy, policyBody({ schedulePolicy: hourly(4, 12) }))).status).toBe(200);
});

test.each<[string, JsonObject]>([
  ['a schedule of the other type', { policyType: 'V1' }],
  ['a window that is no multiple of the interval', { schedulePolicy: hourly(8, 12) }],
  ['an interval that there is not', { schedulePolicy: hourly(5, 10) }],
  ['a retention of less than a week', { retentionPolicy: daily(6) }],
  ['a retention at another time', { retentionPolicy: daily(30, ['22:00:00Z']) }],
  ['a time between the half hours', { retentionPolicy: daily(30, ['23:15:00Z']) }],
  ['no retention of daily backups', { retentionPolicy: { retentionPolicyType: 'LongTermRetentionPolicy' } }],
  ['snapshots for too long', { instantRpRetentionRangeInDays: 31 }],
  ['a time zone of another naming', { timeZone: 'Europe/Berlin' }],
  ['a misspelt property', { timezone: 'UTC' }],
])('fails with %s', async (_what, properties) => {
  expect((await client.put(policy, policyBody(properties))).status).toBe(400);
});

test('fails to be deleted while a machine is under it', async () => {
  await client.make(policy, policyBody());
  await addMachine(client);
  await client.make(item, itemBody());

  expect((await client.delete(policy)).status).toBe(400);
  await client.delete(item);
  await client.get(item);
  await client.get(item);
  expect((await client.delete(policy)).status).toBe(200);
});
