import type { JsonObject, JsonValue } from '../estate';
import type { Expression, Step, Template, Traversal } from '../hcl/syntax';
import { traversalsOf } from '../hcl/syntax';
import type { TemplateCache } from '../hcl/template-cache';
import type { Evaluated } from '../link/stack';
import { exceeds } from '../values/size';
import { mapObject } from '../values/own';
import { isList, isObject, UNKNOWN } from '../values/unknown';
import type { Expansion, Instance } from './instances';
import type { Scope } from './scope';
import { select, stepName } from './select';
import type { KnownStep } from './select';

/** A chain of references longer than this, from local to local or resource to resource, ends as unknown. */
const MAX_CHAIN = 300;
/** A value taken over from elsewhere may have at most this many parts and characters; doubling chains end here. */
const MAX_SIZE = 100_000;

const NOTHING: Evaluated = { value: UNKNOWN, targets: [] };

/** What the names in an expression stand for. */
export interface Names {
  /** What `var.<name>` is. */
  variable(name: string): Evaluated | undefined;
  /** What `local.<name>` is. */
  local(name: string): Evaluated | undefined;
  /** What `data.terraform_remote_state.<remoteState>.outputs.<output>` is. */
  remoteOutput(remoteState: string, output: string): Evaluated | undefined;
  /** The instances of `<type>.<name>`. */
  expansion(type: string, name: string): Expansion | undefined;
  /** An attribute of one instance. */
  attribute(instance: Instance, name: string): JsonValue;
}

/** Works out what can be known of a configuration's expressions without Terraform, and what they refer to. */
export class Evaluator {
  private chain = 0;

  constructor(
    private readonly names: Names,
    private readonly templates: TemplateCache,
  ) {}

  /** Any JSON of a configuration: every text in it is a template. */
  json(node: JsonValue, scope: Scope): Evaluated {
    if (typeof node === 'string') return this.text(node, scope);
    if (!isList(node) && !isObject(node)) return { value: node, targets: [] };
    const targets: string[] = [];
    const part = (item: JsonValue): JsonValue => {
      const evaluated = this.json(item, scope);
      for (const target of evaluated.targets) targets.push(target);
      return evaluated.value;
    };
    const value: JsonValue = isList(node) ? node.map(part) : mapObject(withoutComment(node), part);
    return { value, targets };
  }

  /** A template. */
  text(text: string, scope: Scope): Evaluated {
    return this.template(this.templates.parse(text), scope);
  }

  private template(template: Template, scope: Scope): Evaluated {
    switch (template.kind) {
      case 'literal':
        return { value: template.text, targets: [] };
      case 'expression':
        return this.expression(template.expression, scope);
      case 'opaque':
        return this.mentioned(template.traversals, scope);
      case 'parts': {
        const parts = template.parts.map((part) => (typeof part === 'string' ? part : this.expression(part, scope)));
        const targets = parts.flatMap((part) => (typeof part === 'string' ? [] : part.targets));
        return { value: joinedText(parts), targets: [...new Set(targets)] };
      }
    }
  }

  private expression(expression: Expression, scope: Scope): Evaluated {
    switch (expression.kind) {
      case 'constant':
        return { value: expression.value, targets: [] };
      case 'opaque':
        return this.mentioned(expression.traversals, scope);
      case 'traversal': {
        const evaluated = this.traversal(expression.traversal, scope);
        const [, ...computed] = traversalsOf(expression);
        if (computed.length === 0) return evaluated;
        return { value: evaluated.value, targets: [...evaluated.targets, ...this.mentioned(computed, scope).targets] };
      }
    }
  }

  /** Unknown, with everything that the paths refer to. */
  private mentioned(traversals: readonly Traversal[], scope: Scope): Evaluated {
    const [first] = traversals;
    if (first === undefined) return NOTHING;
    if (traversals.length === 1) return { value: UNKNOWN, targets: this.traversal(first, scope).targets };
    const targets = new Set<string>();
    for (const traversal of traversals) {
      for (const target of this.traversal(traversal, scope).targets) targets.add(target);
    }
    return { value: UNKNOWN, targets: [...targets] };
  }

  private traversal(traversal: Traversal, scope: Scope): Evaluated {
    if (this.chain >= MAX_CHAIN) return NOTHING;
    this.chain += 1;
    try {
      const evaluated = this.followed(traversal, scope);
      return exceeds(evaluated.value, MAX_SIZE) ? { value: UNKNOWN, targets: evaluated.targets } : evaluated;
    } finally {
      this.chain -= 1;
    }
  }

  private followed({ root, steps }: Traversal, scope: Scope): Evaluated {
    const name = stepName(steps[0]);
    if (name === undefined) return NOTHING;
    const inScope = scope.get(root);
    if (inScope !== undefined) return this.within(inScope.get(name), steps.slice(1), scope);
    if (root === 'var') return this.within(this.names.variable(name), steps.slice(1), scope);
    if (root === 'local') return this.within(this.names.local(name), steps.slice(1), scope);
    if (root === 'data') return this.remoteOutput(steps, scope);
    const expansion = this.names.expansion(root, name);
    return expansion === undefined ? NOTHING : this.resource(expansion, steps.slice(1), scope);
  }

  private within(source: Evaluated | undefined, steps: readonly Step[], scope: Scope): Evaluated {
    if (source === undefined || steps.length === 0) return source ?? NOTHING;
    return { value: select(source.value, this.known(steps, scope)), targets: source.targets };
  }

  private remoteOutput(steps: readonly Step[], scope: Scope): Evaluated {
    const [type, remoteState, outputs, output] = steps.slice(0, 4).map(stepName);
    if (type !== 'terraform_remote_state' || outputs !== 'outputs') return NOTHING;
    if (remoteState === undefined || output === undefined) return NOTHING;
    return this.within(this.names.remoteOutput(remoteState, output), steps.slice(4), scope);
  }

  private resource({ kind, instances }: Expansion, steps: readonly Step[], scope: Scope): Evaluated {
    const [first] = steps;
    const indexed = kind !== 'single' && first !== undefined && first.kind !== 'attribute';
    if (kind !== 'known' || !indexed) {
      return this.instances(instances, this.known(indexed ? steps.slice(1) : steps, scope), kind === 'single');
    }
    const [index] = this.known([first], scope);
    const rest = this.known(steps.slice(1), scope);
    if (index?.kind === 'key' && index.key !== undefined) {
      const chosen = instances.filter((instance) => String(instance.index) === String(index.key));
      return this.instances(chosen, rest, true);
    }
    const { targets } = this.instances(instances, rest, false);
    if (index?.kind !== 'splat') return { value: UNKNOWN, targets };
    return { value: instances.map((instance) => this.attribute(instance, rest)), targets };
  }

  private instances(instances: readonly Instance[], steps: readonly KnownStep[], exact: boolean): Evaluated {
    const targets = instances.map((instance) => instance.key);
    const [only] = instances;
    const value = exact && only !== undefined && instances.length === 1 ? this.attribute(only, steps) : UNKNOWN;
    return { value, targets };
  }

  /** An attribute of a resource, unknown when the configuration leaves it out: the provider may fill it in. */
  private attribute(instance: Instance, steps: readonly KnownStep[]): JsonValue {
    const [first, ...rest] = steps;
    if (first?.kind !== 'key' || typeof first.key !== 'string') return UNKNOWN;
    return select(this.names.attribute(instance, first.key), rest) ?? UNKNOWN;
  }

  private known(steps: readonly Step[], scope: Scope): readonly KnownStep[] {
    return steps.map((step): KnownStep => {
      switch (step.kind) {
        case 'splat':
          return step;
        case 'attribute':
          return { kind: 'key', key: step.name };
        case 'index':
          return { kind: 'key', key: step.key };
        case 'computed': {
          const { value } = this.expression(step.expression, scope);
          return { kind: 'key', key: typeof value === 'string' || typeof value === 'number' ? value : undefined };
        }
      }
    });
  }
}

/** A template's text when every part of it is known, as Terraform would join it. */
function joinedText(parts: readonly (string | Evaluated)[]): JsonValue {
  let text = '';
  for (const part of parts) {
    const value = typeof part === 'string' ? part : part.value;
    if (typeof value === 'string') text += value;
    else if (typeof value === 'boolean' || (typeof value === 'number' && Number.isSafeInteger(value)))
      text += String(value);
    else return UNKNOWN;
  }
  return text;
}

function withoutComment(node: JsonObject): JsonObject {
  if (!Object.hasOwn(node, '//')) return node;
  return Object.fromEntries(Object.entries(node).filter(([key]) => key !== '//'));
}
