import { parseEnvironment } from '@iris-azure/foundation';
import { environmentText } from './environment-text';

const vault = () => ({
  policy: {
    schedule: { frequency: 'Daily', time: '23:00' },
    timeZone: 'W. Europe Standard Time',
    retention: { days: 35 },
  },
  integrityCheck: { weekday: 'Sunday', timeUtc: '04:00' },
  staleBackupCheck: { timeUtc: '08:00' },
});

const parse = (values: object) => parseEnvironment(environmentText('backup', { vault: values }), 'test.yaml');

test('a vault is geo-redundant, immutable until an administrator disables it, and has a key of its owner', () => {
  expect(parse(vault()).backup?.vault).toMatchObject({
    redundancy: 'GeoRedundant',
    immutability: 'Unlocked',
    encryption: 'CustomerManaged',
    instance: 'IRIS',
  });
});

test('an environment may have no vault', () => {
  expect(parseEnvironment(environmentText(), 'test.yaml').backup).toBeUndefined();
});

test.each<[string, object, string]>([
  ['redundancy', { redundancy: 'Twice' }, 'must be GeoRedundant, ZoneRedundant or LocallyRedundant, got "Twice"'],
  ['immutability', { immutability: true }, 'must be Locked, Unlocked or Disabled, got true'],
  ['encryption', { encryption: 'None' }, 'must be CustomerManaged or PlatformManaged, got "None"'],
  ['instance', { instance: 'IRIS; rm' }, 'must be 1 to 32 letters and digits, beginning with a letter, got "IRIS; rm"'],
  ['policy.retention.days', { policy: { ...vault().policy, retention: { days: 5 } } }, 'must be 7 to 9999 days, got 5'],
  [
    'policy.schedule.frequency',
    { policy: { ...vault().policy, schedule: { frequency: 'Weekly', time: '23:00' } } },
    'must be Daily or Hourly, got "Weekly"',
  ],
  ['integrityCheck.weekday', { integrityCheck: { weekday: 'Sonntag', timeUtc: '04:00' } }, 'must be one of Sunday,'],
  ['staleBackupCheck.timeUtc', { staleBackupCheck: { timeUtc: '8' } }, "must be hour and minute, such as '23:30'"],
])('fails on %s', (field, values, message) => {
  expect(() => parse({ ...vault(), ...values })).toThrow(`backup.vault.${field} ${message}`);
});
