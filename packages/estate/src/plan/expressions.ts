import type { JsonObject, JsonValue } from '../estate';
import { longestReferences, parseReference } from '../hcl/reference';
import type { Traversal } from '../hcl/syntax';
import { templateTraversals } from '../hcl/syntax';
import type { TemplateCache } from '../hcl/template-cache';
import { isBlock, isBlockList, isMapAttribute } from '../values/blocks';
import { isList, isObject } from '../values/unknown';

/** An attribute's path and what its expression mentions. */
export type Mention = readonly [path: string, traversals: readonly Traversal[]];

/** Reads the expressions of a plan's `configuration`. */
export class ExpressionReader {
  private readonly references = new Map<string, Traversal | undefined>();

  constructor(private readonly templates: TemplateCache) {}

  /** What each attribute of a resource mentions, nested blocks included. */
  mentions(type: string, expressions: JsonObject | undefined): readonly Mention[] {
    const mentions: Mention[] = [];
    this.block(type, expressions ?? {}, '', mentions);
    return mentions;
  }

  /** Everything that one expression mentions. */
  traversals(expression: JsonValue | undefined): readonly Traversal[] {
    if (!isObject(expression)) return [];
    if (isList(expression['references']) && 'constant_value' in expression) {
      return this.templateTraversals(expression['constant_value'] ?? null);
    }
    return this.listed(expression['references']);
  }

  private block(type: string, block: JsonObject, prefix: string, mentions: Mention[]): void {
    for (const name of Object.keys(block)) {
      this.attribute(type, name, `${prefix}${name}`, block[name] ?? null, mentions);
    }
  }

  private attribute(type: string, name: string, path: string, node: JsonValue, mentions: Mention[]): void {
    if (isList(node)) {
      node.forEach((item, index) => isObject(item) && this.block(type, item, `${path}.${index}.`, mentions));
    } else if (isObject(node) && isExpression(node)) {
      if (!isList(node['references'])) return;
      // Only Terraform's JSON syntax leaves the templates as they were written, which is more precise than the list.
      if ('constant_value' in node) this.constant(type, name, path, node['constant_value'] ?? null, mentions);
      else mentions.push([path, this.listed(node['references'])]);
    } else if (isObject(node)) {
      this.block(type, node, `${path}.0.`, mentions);
    }
  }

  private constant(type: string, name: string, path: string, value: JsonValue, mentions: Mention[]): void {
    const blocks = isBlock(value) && !isMapAttribute(type, name) ? [value] : value;
    if (isList(blocks) && isBlockList(blocks)) {
      blocks.forEach((block, index) => {
        for (const inner of Object.keys(block)) {
          this.constant(type, inner, `${path}.${index}.${inner}`, block[inner] ?? null, mentions);
        }
      });
      return;
    }
    const traversals = this.templateTraversals(value);
    if (traversals.length > 0) mentions.push([path, traversals]);
  }

  private templateTraversals(value: JsonValue): readonly Traversal[] {
    if (typeof value === 'string') return templateTraversals(this.templates.parse(value));
    if (isList(value)) return value.flatMap((item) => this.templateTraversals(item));
    if (isObject(value)) return Object.keys(value).flatMap((key) => this.templateTraversals(value[key] ?? null));
    return [];
  }

  private listed(references: JsonValue | undefined): readonly Traversal[] {
    if (!isList(references)) return [];
    const texts = references.filter((reference) => typeof reference === 'string');
    return longestReferences(texts)
      .map((text) => this.reference(text))
      .filter((traversal) => traversal !== undefined);
  }

  private reference(text: string): Traversal | undefined {
    if (!this.references.has(text)) this.references.set(text, parseReference(text));
    return this.references.get(text);
  }
}

/** An expression, as opposed to the attributes of a nested block. */
function isExpression(node: JsonObject): boolean {
  return 'constant_value' in node || isList(node['references']);
}
