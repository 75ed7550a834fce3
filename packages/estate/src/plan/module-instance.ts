import { parseReference } from '../hcl/reference';
import type { Step } from '../hcl/syntax';
import { own } from '../values/own';
import type { ModuleCall, ModuleConfiguration, ResourceConfiguration } from './document';

/** An instance key: a `count` index or a `for_each` key; undefined without repetition. */
export type InstanceKey = string | number | undefined;

/** One instance of a module, with the resources planned in it. */
export class ModuleInstance {
  private readonly children = new Map<string, Map<InstanceKey, ModuleInstance>>();
  private readonly planned = new Map<string, Map<InstanceKey, string>>();
  private readonly blocks: ReadonlyMap<string, ResourceConfiguration>;

  constructor(
    readonly configuration: ModuleConfiguration,
    readonly index?: InstanceKey,
    readonly parent?: ModuleInstance,
    readonly call?: ModuleCall,
  ) {
    this.blocks = new Map(
      (configuration.resources ?? []).map((block) => [blockKey(block.mode, block.type, block.name), block]),
    );
  }

  /** The instance at a module address such as `module.a["x"].module.b[0]`, made if it is new. */
  at(address: string): ModuleInstance {
    return this.below(parseReference(address)?.steps ?? []);
  }

  /** The instances of a module call, by key; a single one without a key when none has resources. */
  instancesOf(name: string): ReadonlyMap<InstanceKey, ModuleInstance> {
    const instances = this.children.get(name);
    return instances ?? new Map([[undefined, this.child(name, undefined)]]);
  }

  /** Adds a managed resource that will exist. */
  addResource(type: string, name: string, index: InstanceKey, key: string): void {
    const address = `${type}.${name}`;
    let instances = this.planned.get(address);
    if (instances === undefined) this.planned.set(address, (instances = new Map<InstanceKey, string>()));
    instances.set(index, key);
  }

  /** The keys of a managed resource's instances that will exist, by instance key. */
  resources(type: string, name: string): ReadonlyMap<InstanceKey, string> {
    return this.planned.get(`${type}.${name}`) ?? new Map();
  }

  /** A resource or data block of this module. */
  block(mode: string, type: string, name: string): ResourceConfiguration | undefined {
    return this.blocks.get(blockKey(mode, type, name));
  }

  private below(steps: readonly Step[]): ModuleInstance {
    const [name] = steps;
    if (name?.kind !== 'attribute') return this;
    const index = indexOf(steps[1]);
    // Past the name, its index if any, and the word "module" before the next name.
    return this.child(name.name, index).below(steps.slice(index === undefined ? 2 : 3));
  }

  private child(name: string, index: InstanceKey): ModuleInstance {
    let instances = this.children.get(name);
    if (instances === undefined) this.children.set(name, (instances = new Map<InstanceKey, ModuleInstance>()));
    let child = instances.get(index);
    if (child === undefined) {
      const call = own(this.configuration.module_calls ?? {}, name);
      instances.set(index, (child = new ModuleInstance(call?.module ?? {}, index, this, call)));
    }
    return child;
  }
}

/** The key that an index step gives. */
export function indexOf(step: Step | undefined): InstanceKey {
  return step?.kind === 'index' ? step.key : undefined;
}

function blockKey(mode: string, type: string, name: string): string {
  return `${mode}.${type}.${name}`;
}
