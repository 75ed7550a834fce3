import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder';

const root = path.resolve(__dirname, '../..');

/** Links every package of a tree into its node_modules, as npm does with workspaces. */
function installWorkspaces(folder: string) {
  const scope = path.join(folder, 'node_modules', '@iris-azure');
  mkdirSync(scope, { recursive: true });
  for (const name of readdirSync(path.join(folder, 'packages'))) {
    const manifest = { name: `@iris-azure/${name}`, exports: { '.': { '@iris-azure/source': './src/index.ts' } } };
    writeFileSync(path.join(folder, 'packages', name, 'package.json'), JSON.stringify(manifest));
    symlinkSync(path.join(folder, 'packages', name), path.join(scope, name));
  }
}

/** Judges a tree of source files by the project's dependency rules and returns what they say. */
function judge(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  copyFileSync(path.join(root, 'tsconfig.base.json'), path.join(folder, 'tsconfig.base.json'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  installWorkspaces(folder);
  const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = spawnSync(
    process.execPath,
    [cruiser, '--config', path.join(root, 'dependency-rules.cjs'), '--output-type', 'err', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  return stdout;
}

test('accepts packages that import what they build on, by its name', () => {
  const verdict = judge({
    'packages/network/src/index.ts': "export const network = 'network';",
    'packages/mirror/src/index.ts': "export { network } from '@iris-azure/network';",
  });

  expect(verdict).toContain('no dependency violations found');
});

describe('fails', () => {
  let verdict: string;

  beforeAll(() => {
    verdict = judge({
      'node_modules/@cdktf/provider-azurerm/package.json':
        '{ "name": "@cdktf/provider-azurerm", "main": "lib/index.js" }',
      'node_modules/@cdktf/provider-azurerm/lib/index.js': 'module.exports = {};',
      'packages/estate/src/index.ts': "export { network } from '@iris-azure/network';",
      'packages/gate/src/index.ts': "export { network } from '@iris-azure/network';",
      'packages/mirror/src/index.ts': "export { subnet } from '../../network/src/subnet'; export * from './more';",
      'packages/mirror/src/more.ts': "export * from '../../network/src/index'; export * from './subpath';",
      'packages/mirror/src/subpath.ts': "export * from '@iris-azure/network/src/subnet';",
      'packages/network/src/index.ts': "export const network = 'network'; export { up } from './up';",
      'packages/network/src/provider.ts': "export * from '@cdktf/provider-azurerm';",
      'packages/network/src/one.ts': "import { two } from './two'; export const one = () => two;",
      'packages/network/src/subnet.ts': "export { one as subnet } from './one'; export * from './provider';",
      'packages/network/src/two.ts': "import { one } from './one'; export const two = () => one;",
      'packages/network/src/up.ts': "export { compute as up } from '@iris-azure/compute';",
      'packages/compute/src/index.ts': "export const compute = 'compute';",
      'packages/compute/src/forgotten.ts': "export const forgotten = 'forgotten';",
      'policies/src/index.ts': "export { network } from '@iris-azure/network';",
      'stacks/src/index.ts': "export { network } from '@iris-azure/estate';",
    });
  });

  test.each([
    ['a package imports one that builds on it', 'network-imports-what-it-builds-on: packages/network/src/up.ts'],
    ['an import reaches past the index of another package', 'no-import-past-an-index: packages/mirror/src/index.ts'],
    ['a package is imported by a relative path', 'packages-by-name: packages/mirror/src/more.ts'],
    ['a package does not export what is imported', 'no-unresolvable: packages/mirror/src/subpath.ts'],
    ['a package does not declare what it imports', 'declared-dependencies: packages/network/src/provider.ts'],
    ['the estate reader knows the architecture', 'estate-stands-alone: packages/estate/src/index.ts'],
    ['the gate knows the architecture', 'gate-judges-estates: packages/gate/src/index.ts'],
    ['the policies know the architecture', 'policies-stand-alone: policies/src/index.ts'],
    ['the stacks know how they are judged', 'stacks-use-the-architecture: stacks/src/index.ts'],
    ['nothing imports a module', 'no-orphans: packages/compute/src/forgotten.ts'],
    ['the provider bindings are imported by their index', 'no-provider-index: packages/network/src/provider.ts'],
    ['modules need each other', 'no-circular: packages/network/src/one.ts'],
  ])('when %s', (_what, finding) => {
    expect(verdict).toContain(finding);
  });
});
