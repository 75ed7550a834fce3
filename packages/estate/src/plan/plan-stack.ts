import type { TemplateCache } from '../hcl/template-cache';
import type { Evaluated, FindStack, Stack, StackResource } from '../link/stack';
import { own } from '../values/own';
import { masked } from '../values/sensitive';
import { UNKNOWN } from '../values/unknown';
import type { PlanDocument, ResourceChange, ResourceConfiguration } from './document';
import { willExist } from './document';
import type { Mention } from './expressions';
import { ExpressionReader } from './expressions';
import { ModuleInstance } from './module-instance';
import { plannedAttributes } from './planned-value';
import type { Place } from './resolver';
import { Resolver } from './resolver';

interface PlannedResource {
  readonly change: ResourceChange;
  readonly module: ModuleInstance;
  readonly key: string;
}

interface Block {
  readonly mentions: readonly Mention[];
  readonly forEach: Place['forEach'];
}

/** A stack read from the output of `terraform show -json` or `tofu show -json` for a plan. */
export class PlanStack implements Stack {
  /** A plan does not say where its state is. */
  readonly backend = undefined;
  private readonly root: ModuleInstance;
  private readonly planned: readonly PlannedResource[];
  private readonly reader: ExpressionReader;
  private readonly resolver: Resolver;
  /** By the block as configured: all its instances share what it mentions. */
  private readonly blocks = new Map<ResourceConfiguration | undefined, Block>();

  constructor(
    readonly name: string,
    readonly file: string,
    private readonly document: PlanDocument,
    templates: TemplateCache,
    findStack: FindStack,
  ) {
    this.reader = new ExpressionReader(templates);
    this.resolver = new Resolver(this.reader, findStack);
    this.root = new ModuleInstance(document.configuration?.root_module ?? {});
    this.planned = this.readChanges();
  }

  /** Every managed resource instance that the plan leaves in place. */
  resources(): readonly StackResource[] {
    return this.planned.map(({ change, module, key }) => {
      const { address, type, name, index } = change;
      const { after, after_unknown: unknown, after_sensitive: sensitive } = change.change;
      const block = this.block(module, type, name);
      const place: Place = { module, index, forEach: block.forEach };
      const references = new Map<string, ReadonlySet<string>>();
      for (const [path, traversals] of block.mentions) {
        const targets = this.resolver.targets(traversals, place);
        if (targets.size > 0) references.set(path, targets);
      }
      const values = plannedAttributes(type, after, unknown, sensitive);
      return { key, stack: this.name, address, type, name, values, references };
    });
  }

  /** An output of the root module, with its value where the plan knows it. */
  output(name: string): Evaluated | undefined {
    const configured = own(this.root.configuration.outputs ?? {}, name);
    if (configured === undefined) return undefined;
    const planned = own(this.document.planned_values?.outputs ?? {}, name);
    const value = planned?.value ?? UNKNOWN;
    return {
      value: planned?.sensitive === true ? masked(value) : value,
      targets: [...this.resolver.output(this.root, name)],
    };
  }

  /** Places every resource that will exist in its module instance, before any reference is resolved. */
  private readChanges(): readonly PlannedResource[] {
    const modules = new Map<string, ModuleInstance>();
    return (this.document.resource_changes ?? []).filter(willExist).map((change) => {
      const { module_address: address = '', type, name, index } = change;
      let module = modules.get(address);
      if (module === undefined) modules.set(address, (module = address === '' ? this.root : this.root.at(address)));
      const key = `${this.name}/${change.address}`;
      module.addResource(type, name, index, key);
      return { change, module, key };
    });
  }

  private block(module: ModuleInstance, type: string, name: string): Block {
    const configuration = module.block('managed', type, name);
    let block = this.blocks.get(configuration);
    if (block === undefined) {
      block = {
        mentions: this.reader.mentions(type, configuration?.expressions),
        forEach: this.reader.traversals(configuration?.for_each_expression),
      };
      this.blocks.set(configuration, block);
    }
    return block;
  }
}
