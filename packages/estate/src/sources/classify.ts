import type { JsonObject, JsonValue } from '../estate';
import { EstateError } from '../estate-error';
import type { PlanDocument } from '../plan/document';
import { isList, isObject } from '../values/unknown';

/** What a JSON file holds. */
export type Content =
  | { readonly kind: 'configuration'; readonly document: JsonObject }
  | { readonly kind: 'plan'; readonly document: PlanDocument };

const CONFIGURATION_KEYS = ['terraform', 'provider', 'resource', 'data', 'module', 'output', 'locals', 'variable'];
const ALLOWED = 'expected a cdktf.out folder, a *.tf.json file, or a plan from "terraform show -json"';

/**
 * Tells a configuration from a plan by what is in it, whatever the file is called.
 *
 * @returns undefined when the JSON is no Terraform at all
 * @throws {EstateError} when it is some other output of Terraform, or a plan that cannot be judged
 */
export function classify(path: string, value: unknown): Content | undefined {
  if (!isObject(value)) return undefined;
  const version = value['format_version'];
  if (typeof version === 'string') return { kind: 'plan', document: asPlan(path, version, value) };
  if ('lineage' in value && 'serial' in value) {
    throw new EstateError(path, `is a Terraform state; ${ALLOWED}`);
  }
  const isConfiguration = CONFIGURATION_KEYS.some((key) => isObject(value[key]) || isList(value[key]));
  return isConfiguration ? { kind: 'configuration', document: value } : undefined;
}

/** The refusal of JSON that is no Terraform. */
export function notTerraform(path: string, value: unknown): EstateError {
  return new EstateError(path, `is JSON, but no Terraform (${describe(value)}); ${ALLOWED}`);
}

function describe(value: unknown): string {
  if (isList(value)) return `a list of ${value.length} items`;
  if (!isObject(value)) return value === null ? 'null' : `a ${typeof value}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  const shown = keys.slice(0, 5).map((key) => JSON.stringify(key));
  return `its keys are ${shown.join(', ')}${keys.length > shown.length ? ', …' : ''}`;
}

function asPlan(path: string, version: string, value: JsonObject): PlanDocument {
  if (!/^[01]\./.test(version)) {
    throw new EstateError(
      path,
      `is a plan of format ${version}; formats 0.x and 1.x are read: update @iris-azure/estate`,
    );
  }
  if ('values' in value) {
    throw new EstateError(
      path,
      'is a state from "terraform show -json", not a plan; name the plan file: show -json FILE',
    );
  }
  if ('provider_schemas' in value) throw new EstateError(path, `is a list of provider schemas; ${ALLOWED}`);
  if (!isObject(value['planned_values']) && !isList(value['resource_changes'])) {
    throw new EstateError(
      path,
      'has a format_version but neither planned_values nor resource_changes: no plan, or a part of one; write it again',
    );
  }
  if (value['errored'] === true) {
    throw new EstateError(path, 'is the plan of a run that failed and lacks resources; correct the run and plan again');
  }
  if (!isObject(value['configuration'])) {
    throw new EstateError(path, 'is a plan without its configuration, so references are lost; write it again');
  }
  assertChanges(path, value['resource_changes']);
  return value as unknown as PlanDocument;
}

function assertChanges(path: string, changes: JsonValue | undefined): void {
  if (changes === undefined) return;
  const wrong = isList(changes) ? changes.findIndex((change) => !isChange(change)) : 0;
  if (wrong === -1) return;
  throw new EstateError(
    path,
    `resource_changes[${wrong}] is not what Terraform writes (address, mode, type, name, change.actions); write it again`,
  );
}

function isChange(change: JsonValue): boolean {
  if (!isObject(change) || !isObject(change['change'])) return false;
  const texts = ['address', 'mode', 'type', 'name'].every((key) => typeof change[key] === 'string');
  return texts && isList(change['change']['actions']);
}
