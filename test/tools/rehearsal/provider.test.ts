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
  jest.restoreAllMocks();
});

function registry(isReached: boolean): void {
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () =>
      isReached ? Promise.resolve(new Response('{}')) : Promise.reject(new Error('no such host')),
    );
}

/** A Terraform that mirrors what its folder requires. */
const mirrors = `
  const [command, subcommand, platform, folder] = process.argv.slice(2);
  if (command + subcommand !== 'providersmirror') process.exit(2);
  const { source, version } = require(process.cwd() + '/main.tf.json').terraform.required_providers.azurerm;
  const to = require('path').join(folder, source);
  require('fs').mkdirSync(to, { recursive: true });
  const name = 'terraform-provider-azurerm_' + version + '_' + platform.replace('-platform=', '') + '.zip';
  require('fs').writeFileSync(require('path').join(to, name), '');`;

const builds = `require('fs').writeFileSync(process.argv[process.argv.indexOf('-o') + 1], process.argv.slice(2).join(' '))`;

test('comes from the registry where it is reached, at the version that a deployment uses, once', async () => {
  registry(true);
  programs.add('terraform', mirrors);
  const provider = await obtainProvider(engine);
  expect(provider).toMatchObject({ version: deployedVersion, origin: 'registry' });

  registry(false);
  programs.add('terraform', 'process.exit(1)');
  expect(await obtainProvider(engine)).toEqual(provider);
});

test('is built where the registry is not reached, once, and is then where Terraform looks', async () => {
  registry(false);
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
});

test('when it cannot be built, the message says so first, then what Go said, and nothing is left', async () => {
  registry(false);
  programs.add('go', `${builds}; console.error('410 Gone'); process.exit(1)`);

  await expect(obtainProvider(engine)).rejects.toThrow(
    /^terraform-provider-azurerm cannot be built from the modules of .*go\.mod.*:\n410 Gone$/,
  );
  expect(existsSync(path.join(programs.cache, 'providers'))).toBe(false);
  expect(readdirSync(path.join(programs.cache, 'go-tools'), { recursive: true })).toHaveLength(1);
});

test('without Go, the message says what to install', async () => {
  registry(false);

  await expect(obtainProvider(engine)).rejects.toThrow('is built by Go 1.26 or later, and there is none on PATH');
});

test('a registry that fails half-way is told', async () => {
  registry(true);
  programs.add('terraform', `console.error('checksum mismatch'); process.exit(1)`);

  await expect(obtainProvider(engine)).rejects.toThrow(/cannot take azurerm .* from registry[^]*checksum mismatch/);
});
