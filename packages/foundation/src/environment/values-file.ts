import { readFileSync } from 'node:fs';
import { type Document, parseDocument } from 'yaml';
import { type z } from 'zod';
import { Refusal } from '../refusal';

/** A file of values cannot be read, or has wrong fields. The message names file, fields, values and what is allowed. */
export class EnvironmentError extends Refusal {
  /** Always `EnvironmentError`. */
  public override readonly name = 'EnvironmentError';
}

/** One kind of file of values (YAML). */
export interface ValuesFile<Values> {
  /** What it must hold. */
  readonly schema: z.ZodType<Values>;
  /** What it describes, as in "is no field of an environment". */
  readonly what: string;
  /** What to do when there is no such file. */
  readonly remedy: string;
}

/**
 * Reads a file of values and checks it against its schema.
 *
 * @throws EnvironmentError when the file is missing, is no YAML, or has wrong, missing or unknown fields: all of them in
 * one message.
 */
export function readValues<Values>(kind: ValuesFile<Values>, file: string): Values {
  return parseValues(kind, readText(file, kind.remedy), file);
}

/** Like {@link readValues}, on text; `file` is the name used in messages. */
export function parseValues<Values>({ schema, what }: ValuesFile<Values>, text: string, file: string): Values {
  const document = parseDocument(text);
  const [syntaxError] = document.errors;
  if (syntaxError) {
    throw new EnvironmentError(`${file}: is no valid YAML: ${syntaxError.message.split('\n')[0]?.replace(/:$/, '')}`);
  }
  const values = toValues(document, file);
  const result = schema.safeParse(values);
  if (!result.success) {
    const problems = result.error.issues.flatMap((issue) => describe(issue, values, what));
    throw new EnvironmentError(
      problems.length === 1
        ? `${file}: ${problems[0]}`
        : `${file}: ${problems.length} fields are wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
  return result.data;
}

function toValues(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new EnvironmentError(`${file}: is no valid YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readText(file: string, remedy: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(`${file}: cannot be read (${reason}); ${remedy}`);
  }
}

function describe(issue: z.core.$ZodIssue, values: unknown, what: string): string[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `${[...issue.path, key].join('.')} is no field of ${what}; remove it or correct its name`,
    );
  }
  const allowed = isNoMapping(issue) ? 'must be a mapping of field names to values' : issue.message;
  const received = valueAt(values, issue.path);
  if (received === undefined) {
    return [`${field} is missing; it ${allowed}`];
  }
  return [`${field || 'the document'} ${allowed}, got ${JSON.stringify(received)}`];
}

function isNoMapping(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.expected === 'object';
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    values,
  );
}
