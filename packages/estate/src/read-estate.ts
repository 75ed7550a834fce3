import { realpathSync } from 'node:fs';
import { recordedStackName } from './configuration/document';
import { ConfigurationStack } from './configuration/configuration-stack';
import type { Estate } from './estate';
import { EstateError } from './estate-error';
import { TemplateCache } from './hcl/template-cache';
import { assembleEstate } from './link/assemble';
import { stackFinder } from './link/remote-state';
import type { FindStack, Stack } from './link/stack';
import { PlanStack } from './plan/plan-stack';
import { classify, notTerraform } from './sources/classify';
import { locate } from './sources/locate';
import { readJson } from './sources/read-json';
import { stackNameOf } from './sources/stack-name';

/**
 * Reads what Terraform is to create from one or more paths into one document.
 *
 * A path is a `cdktf.out` folder, a folder of such or of stacks, one `*.tf.json` file, or the JSON of a plan of
 * Terraform or OpenTofu, told apart by content. References between the stacks are resolved through remote state.
 *
 * @param paths at least one path; the same file given twice is read once
 * @throws {EstateError} with one clear message when anything cannot be read, or when there is no resource at all
 */
export function readEstate(paths: readonly string[]): Estate {
  const [first] = paths;
  if (first === undefined) throw new EstateError('(no path)', 'nothing to read; pass a cdktf.out folder or a plan');
  const templates = new TemplateCache();
  const stacks: Stack[] = [];
  // The stacks refer to each other, so the lookup exists only once all of them do.
  const linked: { find?: FindStack } = {};
  const find: FindStack = (remote) => (linked.find ??= stackFinder(stacks))(remote);
  for (const path of paths) {
    for (const stack of readPath(path, templates, find)) add(stacks, stack);
  }
  const estate = assembleEstate(stacks);
  if (Object.keys(estate.resources).length === 0) {
    throw new EstateError(
      paths.join(', '),
      `no resource in ${stacks.length} ${stacks.length === 1 ? 'stack' : 'stacks'}, so there is nothing to judge; ` +
        'pass the stacks that create resources',
    );
  }
  return estate;
}

function readPath(path: string, templates: TemplateCache, find: FindStack): readonly Stack[] {
  const stacks: Stack[] = [];
  for (const { file, required } of locate(path)) {
    const value = readJson(file);
    const content = classify(file, value);
    if (content?.kind === 'configuration') {
      const name = recordedStackName(content.document) ?? stackNameOf(file);
      stacks.push(new ConfigurationStack(name, file, content.document, templates, find));
    } else if (content?.kind === 'plan') {
      stacks.push(new PlanStack(stackNameOf(file), file, content.document, templates, find));
    } else if (required) {
      throw notTerraform(file, value);
    }
  }
  if (stacks.length === 0) {
    throw new EstateError(path, 'none of its JSON files is Terraform; pass a cdktf.out folder, *.tf.json or a plan');
  }
  return stacks;
}

function add(stacks: Stack[], stack: Stack): void {
  const same = stacks.find((other) => other.name === stack.name);
  if (same === undefined) {
    stacks.push(stack);
  } else if (realpathSync(same.file) !== realpathSync(stack.file)) {
    throw new EstateError(
      stack.file,
      `is stack ${stack.name}, and so is ${same.file}; pass one of them, or name the files after their stacks`,
    );
  }
}
