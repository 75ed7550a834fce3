import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder';

const root = path.resolve(__dirname, '../..');

/** Judges a tree of source files by the project's dependency rules and returns what they say. */
function judge(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  copyFileSync(path.join(root, 'tsconfig.base.json'), path.join(folder, 'tsconfig.base.json'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = spawnSync(
    process.execPath,
    [cruiser, '--config', path.join(root, 'dependency-rules.cjs'), '--output-type', 'err', 'packages'],
    { cwd: folder, encoding: 'utf8' },
  );
  return stdout;
}

test('accepts packages that import what they build on, by its index', () => {
  const verdict = judge({
    'packages/network/src/index.ts': "export const network = 'network';",
    'packages/mirror/src/index.ts': "export { network } from '../../network/src/index';",
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
      'packages/estate/src/index.ts': "export { network } from '../../network/src/index';",
      'packages/mirror/src/index.ts': "export { subnet } from '../../network/src/subnet';",
      'packages/network/src/index.ts': "export const network = 'network'; export { up } from './up';",
      'packages/network/src/provider.ts': "export * from '@cdktf/provider-azurerm';",
      'packages/network/src/one.ts': "import { two } from './two'; export const one = () => two;",
      'packages/network/src/subnet.ts': "export { one as subnet } from './one'; export * from './provider';",
      'packages/network/src/two.ts': "import { one } from './one'; export const two = () => one;",
      'packages/network/src/up.ts': "export { compute as up } from '../../compute/src/index';",
      'packages/compute/src/index.ts': "export const compute = 'compute';",
    });
  });

  test.each([
    ['a package imports one that builds on it', 'network-imports-what-it-builds-on: packages/network/src/up.ts'],
    ['an import reaches past the index of another package', 'no-import-past-an-index: packages/mirror/src/index.ts'],
    ['the estate reader knows the architecture', 'estate-stands-alone: packages/estate/src/index.ts'],
    ['the provider bindings are imported by their index', 'no-provider-index: packages/network/src/provider.ts'],
    ['modules need each other', 'no-circular: packages/network/src/one.ts'],
  ])('when %s', (_what, finding) => {
    expect(verdict).toContain(finding);
  });
});
