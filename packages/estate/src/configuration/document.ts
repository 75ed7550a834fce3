import type { JsonObject, JsonValue } from '../estate';
import { own } from '../values/own';
import { isList, isObject } from '../values/unknown';

/** A block of Terraform's JSON syntax with its labels, such as the type and name of a resource. */
export interface Labelled {
  /** The labels, such as a type and a name. */
  readonly labels: readonly string[];
  /** What stands between the braces. */
  readonly body: JsonObject;
}

/**
 * The blocks of one kind, whichever of the forms that the JSON syntax allows was used: an object by label, or a list
 * of such, at every level.
 *
 * Keys named `//` are comments.
 */
export function labelledBlocks(document: JsonObject, kind: string, labels: number): readonly Labelled[] {
  const blocks: Labelled[] = [];
  const visit = (value: JsonValue | undefined, path: readonly string[]): void => {
    if (isList(value)) {
      for (const item of value) visit(item, path);
    } else if (isObject(value)) {
      if (path.length === labels) blocks.push({ labels: path, body: value });
      else {
        for (const key of Object.keys(value)) if (key !== '//') visit(value[key], [...path, key]);
      }
    }
  };
  visit(own(document, kind), []);
  return blocks;
}

/** The object at a path of keys, or undefined. */
export function objectAt(document: JsonObject, ...keys: readonly string[]): JsonObject | undefined {
  let current: JsonValue | undefined = document;
  for (const key of keys) {
    if (isList(current)) current = current[0];
    if (!isObject(current)) return undefined;
    current = own(current, key);
  }
  return isObject(current) ? current : undefined;
}

/** The name that cdktf records for the stack, if cdktf wrote the document. */
export function recordedStackName(document: JsonObject): string | undefined {
  const name = objectAt(document, '//', 'metadata')?.['stackName'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}
