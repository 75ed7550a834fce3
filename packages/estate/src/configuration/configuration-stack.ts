import type { JsonObject, JsonValue } from '../estate';
import type { TemplateCache } from '../hcl/template-cache';
import type { Backend, Evaluated, FindStack, Stack, StackResource } from '../link/stack';
import type { Draft } from '../values/own';
import { own, put } from '../values/own';
import { masked } from '../values/sensitive';
import { UNKNOWN } from '../values/unknown';
import { labelledBlocks, objectAt } from './document';
import type { Names } from './evaluator';
import { Evaluator } from './evaluator';
import type { Expansion, Instance, ResourceBlock } from './instances';
import { expand } from './instances';
import { Lazy } from './lazy';
import type { ReferenceMap } from './resource-body';
import { attributeNames, BodyReader } from './resource-body';
import { NO_SCOPE } from './scope';

interface Attribute {
  readonly value: JsonValue;
  readonly references: ReferenceMap;
}

/** A stack read from Terraform's JSON configuration syntax, such as the `cdk.tf.json` that cdktf synthesizes. */
export class ConfigurationStack implements Stack, Names {
  /** The backend that the configuration names. */
  readonly backend: Backend | undefined;
  private readonly evaluator: Evaluator;
  private readonly blocks: ReadonlyMap<string, ResourceBlock>;
  private readonly variables: ReadonlyMap<string, JsonObject>;
  private readonly locals: ReadonlyMap<string, JsonValue>;
  private readonly outputs: ReadonlyMap<string, JsonObject>;
  private readonly remoteStates: ReadonlyMap<string, JsonObject>;

  private readonly lazyLocals = new Lazy<string, Evaluated | undefined>();
  private readonly lazyOutputs = new Lazy<string, Evaluated | undefined>();
  private readonly lazyExpansions = new Lazy<string, Expansion | undefined>();
  private readonly lazyAttributes = new Map<Instance, Lazy<string, Attribute | undefined>>();

  constructor(
    readonly name: string,
    readonly file: string,
    document: JsonObject,
    templates: TemplateCache,
    private readonly findStack: FindStack,
  ) {
    this.evaluator = new Evaluator(this, templates);
    this.backend = backendOf(document);
    this.variables = byLastLabel(document, 'variable', 1);
    this.outputs = byLastLabel(document, 'output', 1);
    this.locals = new Map(labelledBlocks(document, 'locals', 0).flatMap(({ body }) => Object.entries(body)));
    this.blocks = new Map(
      labelledBlocks(document, 'resource', 2).map(({ labels: [type = '', name = ''], body }) => [
        `${type}.${name}`,
        { type, name, body },
      ]),
    );
    this.remoteStates = new Map(
      labelledBlocks(document, 'data', 2)
        .filter(({ labels }) => labels[0] === 'terraform_remote_state')
        .map(({ labels, body }) => [labels[1] ?? '', body]),
    );
  }

  /** Every instance of every resource block, with what can be known of it. */
  resources(): readonly StackResource[] {
    return [...this.blocks.values()].flatMap(({ type, name }) =>
      (this.expansion(type, name)?.instances ?? []).map((instance) => this.resource(instance)),
    );
  }

  /** An output of the configuration. */
  output(name: string): Evaluated | undefined {
    return this.lazyOutputs.get(name, undefined, () => {
      const output = this.outputs.get(name);
      return output && this.evaluator.json(own(output, 'value') ?? null, NO_SCOPE);
    });
  }

  /** A variable's default; unknown without one, masked when it is sensitive. */
  variable(name: string): Evaluated | undefined {
    const variable = this.variables.get(name);
    if (variable === undefined) return undefined;
    const value = own(variable, 'default') ?? UNKNOWN;
    return { value: variable['sensitive'] === true ? masked(value) : value, targets: [] };
  }

  /** A local value. */
  local(name: string): Evaluated | undefined {
    return this.lazyLocals.get(name, undefined, () => {
      const value = this.locals.get(name);
      return value === undefined ? undefined : this.evaluator.json(value, NO_SCOPE);
    });
  }

  /** An output of the stack that a remote state stands for. */
  remoteOutput(remoteState: string, output: string): Evaluated | undefined {
    const body = this.remoteStates.get(remoteState);
    if (body === undefined) return undefined;
    const type = own(body, 'backend');
    const config = objectAt(body, 'config') ?? {};
    const backend = typeof type === 'string' ? { type, config } : undefined;
    return this.findStack({ name: remoteState, backend })?.output(output);
  }

  /** The instances of a resource block. */
  expansion(type: string, name: string): Expansion | undefined {
    const address = `${type}.${name}`;
    const block = this.blocks.get(address);
    if (block === undefined) return undefined;
    return this.lazyExpansions.get(address, undefined, () =>
      expand(block, this.name, this.file, (node) => this.evaluator.json(node, NO_SCOPE)),
    );
  }

  /** An attribute of an instance; unknown when the configuration does not set it. */
  attribute(instance: Instance, name: string): JsonValue {
    if (!attributeNames(instance.block.body).includes(name)) return UNKNOWN;
    return this.read(instance, name)?.value ?? UNKNOWN;
  }

  private resource(instance: Instance): StackResource {
    const { block, key, address } = instance;
    const values: Draft = {};
    const references: ReferenceMap = new Map();
    for (const name of attributeNames(block.body)) {
      const attribute = this.read(instance, name);
      if (attribute === undefined) continue;
      put(values, name, attribute.value);
      for (const [path, targets] of attribute.references) references.set(path, targets);
    }
    return { key, stack: this.name, address, type: block.type, name: block.name, values, references };
  }

  /** An attribute, read once; undefined while it is being read, which is what a cycle meets. */
  private read(instance: Instance, name: string): Attribute | undefined {
    let attributes = this.lazyAttributes.get(instance);
    if (attributes === undefined) this.lazyAttributes.set(instance, (attributes = new Lazy()));
    return attributes.get(name, undefined, () => {
      const references: ReferenceMap = new Map();
      const reader = new BodyReader(this.evaluator, instance.block.type);
      const value = reader.attribute(instance.block.body, name, name, instance.scope, references);
      return { value, references };
    });
  }
}

function byLastLabel(document: JsonObject, kind: string, labels: number): ReadonlyMap<string, JsonObject> {
  return new Map(labelledBlocks(document, kind, labels).map((block) => [block.labels.at(-1) ?? '', block.body]));
}

function backendOf(document: JsonObject): Backend | undefined {
  const backends = objectAt(document, 'terraform', 'backend');
  const [type] = Object.keys(backends ?? {});
  if (backends === undefined || type === undefined) return undefined;
  return { type, config: objectAt(backends, type) ?? {} };
}
