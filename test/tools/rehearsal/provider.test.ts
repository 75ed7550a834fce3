import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deployedVersion, obtainProvider } from '../../../tools/rehearsal/provider';
import { fakePrograms, type FakePrograms } from './fake-programs';

const engine = { name: 'Terraform', program: 'terraform', version: '1.11.4' } as const;

let programs: FakePrograms;

beforeEach(() => {
  programs = fakePrograms();
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** What Terraform prints once the registry has named its versions. */
const selected = `console.log('  - Selected v${deployedVersion} to meet constraints ${deployedVersion}')`;

/** A Terraform that does not reach the registry. */
const unreached = `console.log('- Mirroring hashicorp/azurerm...'); console.error('no such host'); process.exit(1)`;

/** A Terraform that mirrors what its folder requires. */
const mirrors = `
  ${selected};
  const [command, subcommand, platform, folder] = process.argv.slice(2);
  if (command + subcommand !== 'providersmirror') process.exit(2);
  const { source, version } = require(process.cwd() + '/main.tf.json').terraform.required_providers.azurerm;
  const to = require('path').join(folder, source);
  require('fs').mkdirSync(to, { recursive: true });
  const name = 'terraform-provider-azurerm_' + version + '_' + platform.replace('-platform=', '') + '.zip';
  require('fs').writeFileSync(require('path').join(to, name), '');`;

/** Lets the test move the time of timeouts, and of nothing else. */
function fakeTimeouts(): void {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] });
}

const builds = `require('fs').writeFileSync(process.argv[process.argv.indexOf('-o') + 1], process.argv.slice(2).join(' '))`;

test('comes from the registry where it is reached, at the version that a deployment uses, once', async () => {
  programs.add('terraform', mirrors);
  const provider = await obtainProvider(engine);
  expect(provider).toMatchObject({ version: deployedVersion, origin: 'registry' });

  programs.add('terraform', unreached);
  expect(await obtainProvider(engine)).toEqual(provider);
});

test('is built where the registry is not reached, once, and is then where Terraform looks', async () => {
  programs.add('terraform', unreached);
  programs.add('go', builds);
  const provider = await obtainProvider(engine);
  expect(provider).toMatchObject({ version: '5.2.0', origin: 'go module' });

  const folder = path.join(programs.cache, 'providers', 'registry.terraform.io', 'hashicorp', 'azurerm', '5.2.0');
  const [platform = ''] = readdirSync(folder);
  const binary = path.join(folder, platform, 'terraform-provider-azurerm_v5.2.0');
  expect(readFileSync(binary, 'utf8')).toMatch(/^build .*version\.ProviderVersion=5\.2\.0/);
  expect(readFileSync(provider.cliConfigurationFile, 'utf8')).toContain(path.join(programs.cache, 'providers'));

  programs.add('go', 'process.exit(1)');
  expect(await obtainProvider(engine)).toEqual(provider);
  expect(readdirSync(path.join(folder, platform))).toEqual(['terraform-provider-azurerm_v5.2.0']);
});

test('is built where the registry does not answer in time', async () => {
  fakeTimeouts();
  programs.add('terraform', 'setTimeout(() => {}, 60_000)');
  programs.add('go', builds);
  const provider = obtainProvider(engine);
  jest.advanceTimersByTime(15_000);
  jest.useRealTimers();

  expect(await provider).toMatchObject({ origin: 'go module' });
});

test('a download may take its time', async () => {
  fakeTimeouts();
  programs.add('terraform', `${selected}; setTimeout(() => {${mirrors}}, 500)`);
  let hasEnded = false;
  const provider = obtainProvider(engine).finally(() => {
    hasEnded = true;
  });
  while (jest.getTimerCount() > 0) {
    await new Promise(setImmediate);
  }
  expect(hasEnded).toBe(false);
  jest.useRealTimers();

  expect(await provider).toMatchObject({ origin: 'registry' });
});

test('is taken from the registry once, however many ask', async () => {
  programs.add(
    'terraform',
    `require('fs').appendFileSync(${JSON.stringify(path.join(programs.folder, 'runs'))}, '.');${mirrors}`,
  );
  await Promise.all([obtainProvider(engine), obtainProvider(engine)]);

  expect(readFileSync(path.join(programs.folder, 'runs'), 'utf8')).toBe('.');
});

test('when it cannot be built, the message says so first, then what Go said, and nothing is left', async () => {
  programs.add('terraform', unreached);
  programs.add('go', `${builds}; console.error('410 Gone'); process.exit(1)`);

  await expect(obtainProvider(engine)).rejects.toThrow(
    /^terraform-provider-azurerm v1\.44\.1-0\.\d+-\w+ cannot be fetched or built by Go from .*go\.mod:\n410 Gone$/,
  );
  expect(existsSync(path.join(programs.cache, 'providers'))).toBe(false);
  expect(readdirSync(path.join(programs.cache, 'go-tools'), { recursive: true })).toHaveLength(1);
});

test('without Go, the message says what to install', async () => {
  programs.add('terraform', unreached);

  await expect(obtainProvider(engine)).rejects.toThrow('is built by Go 1.26 or later, and there is none on PATH');
});

test('a registry that fails half-way is told', async () => {
  programs.add('terraform', `${selected}; console.error('checksum mismatch'); process.exit(1)`);

  await expect(obtainProvider(engine)).rejects.toThrow(/cannot take azurerm .* from registry[^]*checksum mismatch/);
});
