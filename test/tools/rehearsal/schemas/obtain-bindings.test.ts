import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { obtainBindings } from '../../../../tools/rehearsal/schemas/obtain-bindings';
import { temporaryFolder } from '../../temporary-folder';

const { PATH } = process.env;

afterEach(() => {
  process.env['PATH'] = PATH;
});

/** Puts an `npm` on the path that notes its arguments and does what it is told; returns its notes and an empty cache. */
async function withNpm(does: string) {
  const folder = temporaryFolder();
  const notes = path.join(folder, 'npm-was-called');
  await mkdir(path.join(folder, 'bin'));
  await writeFile(path.join(folder, 'bin', 'npm'), `#!/bin/sh\necho "$@" >> ${notes}\n${does}\n`, { mode: 0o755 });
  process.env['PATH'] = `${path.join(folder, 'bin')}:${PATH ?? ''}`;
  const calls = () => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []);
  return { cache: path.join(folder, 'cache'), calls };
}

const packs = `mkdir -p package/lib/subnet
echo '{}' > package/package.json
echo declared > package/lib/subnet/index.d.ts
echo run > package/lib/subnet/index.js
echo read > package/README.md
tar -czf bindings.tgz package && rm -r package
echo '[{ "filename": "bindings.tgz" }]'`;

test('keeps the declarations of a package, and its manifest, and nothing else', async () => {
  const { cache, calls } = await withNpm(packs);

  const folder = await obtainBindings('@cdktn/provider-azurerm@16.1.0', cache);

  expect(calls()[0]).toMatch(/^pack @cdktn\/provider-azurerm@16\.1\.0 /);
  expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toMatchObject(
    [{ name: 'package.json' }, { name: 'index.d.ts' }],
  );
  expect(readdirSync(cache)).toEqual([path.basename(folder)]);
});

test('fetches a package once', async () => {
  const { cache, calls } = await withNpm(packs);

  const first = await obtainBindings('bindings@1.0.0', cache);
  const second = await obtainBindings('bindings@1.0.0', cache);

  expect(second).toBe(first);
  expect(calls()).toHaveLength(1);
});

test('fails with what npm said, and leaves nothing in the cache', async () => {
  const { cache } = await withNpm('echo "npm error 404 Not Found" >&2; exit 1');

  await expect(obtainBindings('bindings@1.0.0', cache)).rejects.toThrow(
    /^bindings@1\.0\.0 cannot be had for comparison: .*404 Not Found/s,
  );
  expect(readdirSync(cache)).toEqual([]);
});
