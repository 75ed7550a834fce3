import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../temporary-folder';

/** Folders of a test whose programs are stand-ins, and which has a cache of its own. */
export interface FakePrograms {
  /** Puts a program on PATH, written for Node. */
  add(name: string, script: string): void;
  /** Where the programs may write what a test looks at. */
  readonly folder: string;
  readonly cache: string;
}

/** Empties PATH but for Node, and gives the test a cache of its own, until the test has ended. */
export function fakePrograms(): FakePrograms {
  const folder = temporaryFolder();
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  jest.replaceProperty(process, 'env', { ...process.env, PATH: bin, XDG_CACHE_HOME: path.join(folder, 'cache') });
  return {
    folder,
    cache: path.join(folder, 'cache', 'iris-azure'),
    add: (name, script) => {
      const file = path.join(bin, name);
      writeFileSync(file, `#!${process.execPath}\n${script}\n`);
      chmodSync(file, 0o755);
    },
  };
}

/** A program that tells its version, as Terraform and OpenTofu do. */
export function tellsVersion(version: string): string {
  return `console.log(JSON.stringify({ terraform_version: '${version}' }))`;
}
