import { obtainEngine } from '../../../tools/rehearsal/engine';
import { fakePrograms, type FakePrograms, tellsVersion } from './fake-programs';

let programs: FakePrograms;

beforeEach(() => {
  programs = fakePrograms();
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  jest.restoreAllMocks();
});

test('is Terraform where there is one, else OpenTofu', async () => {
  programs.add('tofu', tellsVersion('1.12.6'));
  expect(await obtainEngine()).toEqual({ name: 'OpenTofu', program: 'tofu', version: '1.12.6' });

  programs.add('terraform', tellsVersion('1.11.4'));
  expect(await obtainEngine()).toEqual({ name: 'Terraform', program: 'terraform', version: '1.11.4' });
});

test('is the one that is asked for', async () => {
  programs.add('terraform', tellsVersion('1.11.4'));
  programs.add('tofu', tellsVersion('1.12.6'));

  expect(await obtainEngine('opentofu')).toMatchObject({ name: 'OpenTofu' });
});

test.each([
  ['terraform', '1.4.7', 'Terraform must be 1.5 or later, got 1.4.7; install a later one, or let Go build'],
  ['tofu', '1.5.0-alpha1', 'OpenTofu must be 1.6 or later, got 1.5.0-alpha1'],
])('is refused when it is too old: %s %s', async (program, version, message) => {
  programs.add(program, tellsVersion(version));

  await expect(obtainEngine()).rejects.toThrow(message);
});

test('is OpenTofu where Terraform is too old', async () => {
  programs.add('terraform', tellsVersion('1.4.7'));
  programs.add('tofu', tellsVersion('1.12.6'));

  expect(await obtainEngine()).toMatchObject({ name: 'OpenTofu' });
});

test('is refused when it does not tell its version', async () => {
  programs.add('terraform', 'process.exit(1)');

  await expect(obtainEngine()).rejects.toThrow('terraform does not tell its version');
});

test('where there is none, the message tells what to do', async () => {
  await expect(obtainEngine()).rejects.toThrow(
    'Neither Terraform nor OpenTofu is on PATH; install one, or let Go build OpenTofu: --engine opentofu',
  );
  await expect(obtainEngine('terraform')).rejects.toThrow('Terraform is not on PATH');
});

test('OpenTofu that is asked for and not found is built by Go, once', async () => {
  programs.add('go', builds(tellsVersion('1.12.6')));
  const { program } = await obtainEngine('opentofu');
  expect(program).toContain(programs.cache);

  programs.add('go', 'process.exit(1)');
  expect(await obtainEngine('opentofu')).toEqual({ name: 'OpenTofu', program, version: '1.12.6' });
});

test('OpenTofu that cannot be built is told with its version', async () => {
  programs.add('go', `console.error('410 Gone'); process.exit(1)`);

  await expect(obtainEngine('opentofu')).rejects.toThrow(
    /^tofu v1\.\d+\.\d+ cannot be fetched or built .*:\n410 Gone$/,
  );
});

/** A Go that builds a program of this text. */
function builds(script: string): string {
  const text = `#!${process.execPath}\n${script}\n`;
  return `const file = process.argv[process.argv.indexOf('-o') + 1];
    require('fs').writeFileSync(file, ${JSON.stringify(text)}, { mode: 0o755 });`;
}
