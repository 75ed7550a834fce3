import { readFileSync } from 'node:fs';
import { type Document, parseDocument } from 'yaml';
import { type z } from 'zod';
import { type Environment } from './blueprints';
import { environmentSchema } from './environment-schema';
import { Refusal } from '../refusal';

/** An environment file cannot be read, or has wrong fields. The message names file, fields, values and what is allowed. */
export class EnvironmentError extends Refusal {
  /** Always `EnvironmentError`. */
  public override readonly name = 'EnvironmentError';
}

/**
 * Reads an environment file (YAML) and checks it against {@link environmentSchema}.
 *
 * @throws EnvironmentError when the file is missing, is no YAML, or has wrong, missing or unknown fields: all of them in
 * one message.
 */
export function readEnvironment(file: string): Environment {
  return parseEnvironment(readText(file), file);
}

/** Like {@link readEnvironment}, on text; `file` is the name used in messages. */
export function parseEnvironment(text: string, file: string): Environment {
  const document = parseDocument(text);
  const [syntaxError] = document.errors;
  if (syntaxError) {
    throw new EnvironmentError(`${file}: is no valid YAML: ${syntaxError.message.split('\n')[0]?.replace(/:$/, '')}`);
  }
  const values = toValues(document, file);
  const result = environmentSchema.safeParse(values);
  if (!result.success) {
    const problems = result.error.issues.flatMap((issue) => describe(issue, values));
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

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(
      `${file}: cannot be read (${reason}); name an environment file, such as those in stacks/environments`,
    );
  }
}

function describe(issue: z.core.$ZodIssue, values: unknown): string[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `${[...issue.path, key].join('.')} is no field of an environment; remove it or correct its name`,
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
