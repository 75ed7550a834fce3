import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkoutFiles } from '../checkout-files';
import { type Construct } from './constructs';

/** A file of tests. */
export interface TestFile {
  /** Relative to the checkout. */
  readonly file: string;
  readonly text: string;
}

/** All tests of packages and stacks. */
export function readTests(root: string): TestFile[] {
  return checkoutFiles(root, 'packages/*/test/*.test.ts', 'stacks/test/*.test.ts').map((file) => ({
    file,
    text: readFileSync(path.join(root, file), 'utf8'),
  }));
}

/**
 * The tests of a construct: those of its package that name it, be it in the path of a resource ('Mirror/Arbiter'), and those
 * in the file of the same name.
 */
export function testsOf({ name, file }: Construct, tests: readonly TestFile[]): string[] {
  const [workspace = '', rest = ''] = file.split('/src/');
  const own = `${workspace}/test/${rest.replace(/\.ts$/, '.test.ts')}`;
  const named = new RegExp(`\\b${name}\\b`);
  return tests
    .filter((test) => test.file === own || (test.file.startsWith(`${workspace}/test/`) && named.test(test.text)))
    .map((test) => test.file);
}
