import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderGuestEnvironment } from '../src/guest-env';
import { refuseSecret } from '../src/secrets';

const folder = mkdtempSync(join(tmpdir(), 'guest-env-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a shell reads of the settings. */
function readBy(shell: string, settings: Readonly<Record<string, string>>): string[] {
  const file = join(folder, 'guest.env');
  writeFileSync(file, renderGuestEnvironment(settings));
  const names = Object.keys(settings);
  const script = `. ${file}; ${names.map((name) => `printf '%s\\n' "$${name}"`).join('; ')}`;
  return execFileSync(shell, ['-c', script], { encoding: 'utf8', env: {}, stdio: ['ignore', 'pipe', 'inherit'] })
    .split('\n')
    .slice(0, names.length);
}

const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter((value) => !/\p{Cc}|\p{Cs}/u.test(value))
  .filter((value) => {
    try {
      refuseSecret('X', value);
      return true;
    } catch {
      return false;
    }
  });

test.each(['sh', 'bash'])('each value is read by %s as it is, whatever its characters', (shell) => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (values) => {
      const settings = Object.fromEntries(values.map((value, index) => [`SETTING_${index}`, value]));

      expect(readBy(shell, settings)).toEqual(values);
    }),
    { numRuns: 60 },
  );
});

test.each(["it's", "'; rm -rf /; '", '$(id)', '`id`', '\\', '"', '#', ' ', '~', '*', '!x', 'a=b'])(
  '%s is text',
  (value) => {
    expect(readBy('sh', { VALUE: value })).toEqual([value]);
  },
);

test('settings without a value are left out, and lists are parted by spaces', () => {
  expect(renderGuestEnvironment({ B: undefined, C: ['1', '2'], A: 0 })).toBe("A='0'\nC='1 2'\n");
});

test.each([
  ['a line break', { A: 'x\ny' }, 'A must be one line of text without control characters, got "x\\ny"'],
  ['a NUL', { A: 'x\0' }, 'A must be one line of text'],
  [
    'a name that is none',
    { 'a b': 'x' },
    'a setting must be named with capital letters, digits and underscores, got "a b"',
  ],
  ['a list with a space in a word', { A: ['x y'] }, 'A must be a list of words without spaces, got "x y"'],
])('fails for %s', (_, settings, message) => {
  expect(() => renderGuestEnvironment(settings)).toThrow(message);
});

test.each([
  ['a private key', '-----BEGIN PRIVATE KEY-----'],
  ['a private key', '-----BEGIN EC PRIVATE KEY-----'],
  ['a SAS token', 'https://st.blob.core.windows.net/kits/iris.tar.gz?sv=2024-11-04&sig=abc%3D'],
  ['a SAS token', 'SharedAccessSignature sr=x'],
  ['the key of an account', 'DefaultEndpointsProtocol=https;AccountName=st;AccountKey=abc=='],
  ['the key of an account', 'Endpoint=sb://x/;SharedAccessKey=abc'],
  ['a connection string with a password', 'Server=db;Database=x;Password=y'],
  ['a password', '[local]\nUsername=CSPSystem\nPassword=SYS\n'],
  ['a token', 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0xxx.sig'],
  ['an address with a password', 'https://user:secret@host/'],
])('fails for %s, and tells the field but not the value', (what, value) => {
  expect(() => refuseSecret('KIT_URL', value)).toThrow(
    `KIT_URL must hold no secret, got what looks like ${what}; put it into the vault and set the secret's name`,
  );
});

test.each(['https://kv.vault.azure.net/secrets/password', 'BEGIN CERTIFICATE', 'design=1', 'Password='])(
  '%s is no secret',
  (value) => {
    expect(() => refuseSecret('X', value)).not.toThrow();
  },
);
