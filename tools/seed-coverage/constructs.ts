import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { checkoutFiles } from '../checkout-files';

/** Something exported that does what a row asks for, by its tag: `@seed S12, S13`. */
export interface Construct {
  readonly name: string;
  /** Its file, relative to the checkout. */
  readonly file: string;
  /** Rows that it names. */
  readonly rows: readonly string[];
}

/** Everything in the sources of packages and stacks that has the tag. */
export function findConstructs(root: string): Construct[] {
  return checkoutFiles(root, 'packages/*/src/*.ts', 'stacks/src/*.ts').flatMap((file) =>
    constructsIn(readFileSync(path.join(root, file), 'utf8'), file),
  );
}

/** What has the tag in one source text. */
export function constructsIn(text: string, file: string): Construct[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement))
    .map((statement) => ({ name: statement.name?.text ?? '', file, rows: taggedRows(statement) }))
    .filter(({ rows }) => rows.length > 0);
}

function taggedRows(statement: ts.Statement): string[] {
  return ts
    .getJSDocTags(statement)
    .filter(({ tagName }) => tagName.text === 'seed')
    .flatMap(({ comment }) => (ts.getTextOfJSDocComment(comment) ?? '').split(/[\s,]+/))
    .filter((row) => row !== '');
}
