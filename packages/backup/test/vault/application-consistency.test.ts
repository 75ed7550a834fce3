import { applicationConsistency, type ApplicationConsistencyOptions } from '@iris-azure/backup';

test('a script that hangs ends before the watchdog thaws, and that thaws before users pause', () => {
  expect(applicationConsistency()).toMatchObject({
    scriptTimeoutSeconds: 300,
    thawAfterSeconds: 480,
    freezeTimeoutSeconds: 600,
  });
});

test('a script that fails ends the backup, and is not tried again', () => {
  expect(applicationConsistency()).toMatchObject({ continueOnFailure: false, scriptRetries: 0 });
});

test.each<[string, ApplicationConsistencyOptions, RegExp]>([
  ['a script as long as the watchdog', { scriptTimeoutSeconds: 480 }, /less than the watchdog's 480 s, got 480 s/],
  ['a watchdog as long as the freeze', { thawAfterSeconds: 600 }, /ends after 600 s, got 600 s/],
  [
    "a script beyond Azure's limit",
    { scriptTimeoutSeconds: 1801, thawAfterSeconds: 1900, freezeTimeoutSeconds: 2000 },
    /at most 1800 s, got 1801 s/,
  ],
  ['no seconds', { scriptTimeoutSeconds: 0 }, /whole number of seconds from 1, got 0; set scriptTimeoutSeconds/],
  ['part of a second', { thawAfterSeconds: 480.5 }, /got 480.5; set thawAfterSeconds/],
])('fails on %s', (_what, options, message) => {
  expect(() => applicationConsistency(options)).toThrow(message);
});
