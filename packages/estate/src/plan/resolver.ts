import type { JsonObject } from '../estate';
import type { Step, Traversal } from '../hcl/syntax';
import type { FindStack } from '../link/stack';
import { own } from '../values/own';
import { isObject } from '../values/unknown';
import type { ResourceConfiguration } from './document';
import type { ExpressionReader } from './expressions';
import type { InstanceKey, ModuleInstance } from './module-instance';
import { indexOf } from './module-instance';

/** Where an expression stands: in which module instance, and in which instance of a repeated block. */
export interface Place {
  /** The module instance. */
  readonly module: ModuleInstance;
  /** The key of the instance. */
  readonly index: InstanceKey;
  /** What the block's `for_each` mentions: `each.value` stands for it. */
  readonly forEach: readonly Traversal[];
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Resolves what a plan's expressions mention to the keys of resources.
 *
 * It goes through module inputs and outputs, `each.value`, and the outputs of other stacks. Where a plan does not say
 * which instance is meant, the result is all of them. It cannot go through `local` values, which plans leave out.
 */
export class Resolver {
  private readonly variables = new WeakMap<ModuleInstance, Map<string, ReadonlySet<string>>>();
  private readonly outputs = new WeakMap<ModuleInstance, Map<string, ReadonlySet<string>>>();

  constructor(
    private readonly reader: ExpressionReader,
    private readonly findStack: FindStack,
  ) {}

  /** The keys of all resources that some paths lead to. */
  targets(traversals: readonly Traversal[], place: Place): ReadonlySet<string> {
    const [first] = traversals;
    if (first === undefined) return NONE;
    if (traversals.length === 1) return this.followed(first, place);
    const targets = new Set<string>();
    for (const traversal of traversals) {
      for (const target of this.followed(traversal, place)) targets.add(target);
    }
    return targets;
  }

  /** What an output of a module instance refers to. */
  output(module: ModuleInstance, name: string): ReadonlySet<string> {
    return once(this.outputs, module, name, () => {
      const output = own(module.configuration.outputs ?? {}, name);
      return this.targets(this.reader.traversals(output?.expression), { module, index: undefined, forEach: [] });
    });
  }

  private followed({ root, steps }: Traversal, place: Place): ReadonlySet<string> {
    const [first, second, third, fourth] = steps;
    if (first?.kind !== 'attribute') return NONE;
    switch (root) {
      case 'var':
        return this.variable(place.module, first.name);
      case 'each':
        return first.name === 'value' ? this.element(place) : NONE;
      case 'module':
        return this.module(place, first.name, steps.slice(1));
      case 'data':
        return first.name === 'terraform_remote_state' && attribute(third) === 'outputs'
          ? this.remoteOutput(place.module, attribute(second), attribute(fourth))
          : NONE;
      default:
        return chosen(place.module.resources(root, first.name), this.index(second, place));
    }
  }

  /** A module's input stands for what its caller passes. */
  private variable(module: ModuleInstance, name: string): ReadonlySet<string> {
    const { parent, call } = module;
    if (parent === undefined) return NONE;
    return once(this.variables, module, name, () => {
      const forEach = this.reader.traversals(call?.for_each_expression);
      const expression = own(call?.expressions ?? {}, name);
      return this.targets(this.reader.traversals(expression), { module: parent, index: module.index, forEach });
    });
  }

  /** What `each.value` may be: with `for_each` over a resource, its instance of the same key. */
  private element({ module, index, forEach }: Place): ReadonlySet<string> {
    const [only] = forEach;
    if (forEach.length === 1 && only?.steps.length === 1 && only.steps[0]?.kind === 'attribute') {
      const same = module.resources(only.root, only.steps[0].name).get(index);
      if (same !== undefined) return new Set([same]);
    }
    return this.targets(forEach, { module, index, forEach: [] });
  }

  private module(place: Place, name: string, steps: readonly Step[]): ReadonlySet<string> {
    const [first] = steps;
    const output = attribute(first?.kind === 'attribute' ? first : steps[1]);
    const targets = new Set<string>();
    for (const instance of selected(place.module.instancesOf(name), this.index(first, place))) {
      const names = output === undefined ? Object.keys(instance.configuration.outputs ?? {}) : [output];
      for (const each of names) for (const target of this.output(instance, each)) targets.add(target);
    }
    return targets;
  }

  private remoteOutput(module: ModuleInstance, name: string | undefined, output: string | undefined) {
    if (name === undefined || output === undefined) return NONE;
    const block = module.block('data', 'terraform_remote_state', name);
    if (block === undefined) return NONE;
    return new Set(this.findStack({ name, backend: backendOf(block) })?.output(output)?.targets);
  }

  /** The instance key that an index step means in a place; undefined when the plan does not tell. */
  private index(step: Step | undefined, { index }: Place): InstanceKey {
    if (step?.kind !== 'computed' || step.expression.kind !== 'traversal') return indexOf(step);
    const { root, steps } = step.expression.traversal;
    const name = attribute(steps[0]);
    return (root === 'count' && name === 'index') || (root === 'each' && name === 'key') ? index : undefined;
  }
}

function once(
  cache: WeakMap<ModuleInstance, Map<string, ReadonlySet<string>>>,
  module: ModuleInstance,
  name: string,
  work: () => ReadonlySet<string>,
): ReadonlySet<string> {
  let ofModule = cache.get(module);
  if (ofModule === undefined) cache.set(module, (ofModule = new Map<string, ReadonlySet<string>>()));
  const known = ofModule.get(name);
  if (known !== undefined) return known;
  // A cycle, which Terraform refuses, sees nothing.
  ofModule.set(name, NONE);
  const targets = work();
  ofModule.set(name, targets);
  return targets;
}

/** The one item that an instance key names, or all when there is no key to go by. */
function selected<T>(items: ReadonlyMap<InstanceKey, T>, index: InstanceKey): readonly T[] {
  if (index === undefined) return [...items.values()];
  const item = items.get(index);
  return item === undefined ? [] : [item];
}

function chosen(instances: ReadonlyMap<InstanceKey, string>, index: InstanceKey): ReadonlySet<string> {
  return new Set(selected(instances, instances.has(undefined) ? undefined : index));
}

function attribute(step: Step | undefined): string | undefined {
  if (step?.kind === 'attribute') return step.name;
  return step?.kind === 'index' && typeof step.key === 'string' ? step.key : undefined;
}

function backendOf(block: ResourceConfiguration) {
  const type = constant(block.expressions, 'backend');
  const config = constant(block.expressions, 'config');
  return typeof type === 'string' ? { type, config: isObject(config) ? config : {} } : undefined;
}

function constant(expressions: JsonObject | undefined, name: string) {
  const expression = own(expressions ?? {}, name);
  return isObject(expression) ? expression['constant_value'] : undefined;
}
