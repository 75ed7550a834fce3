import type { JsonObject, JsonValue } from '../estate';
import { isBlock, isBlockList, isMapAttribute, normalizedAttribute } from '../values/blocks';
import type { Draft } from '../values/own';
import { own, put } from '../values/own';
import { isList, isObject, UNKNOWN } from '../values/unknown';
import { labelledBlocks } from './document';
import type { Evaluator } from './evaluator';
import { elementsOf } from './instances';
import type { Scope } from './scope';
import { withElement } from './scope';

/** References found so far, by path. */
export type ReferenceMap = Map<string, Set<string>>;

const META_ARGUMENTS: ReadonlySet<string> = new Set([
  '//',
  'connection',
  'count',
  'depends_on',
  'dynamic',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
]);

/** The names of the attributes and blocks that a resource's body sets, dynamic blocks included. */
export function attributeNames(body: JsonObject): readonly string[] {
  const names = new Set(Object.keys(body).filter((name) => !META_ARGUMENTS.has(name)));
  for (const { labels } of labelledBlocks(body, 'dynamic', 1)) names.add(labels[0] ?? '');
  return [...names];
}

/** Reads attributes and blocks of one resource type, with the references in them. */
export class BodyReader {
  constructor(
    private readonly evaluator: Evaluator,
    private readonly type: string,
  ) {}

  /**
   * One attribute of a body, or all blocks of one name, in the normal form.
   *
   * Adds what it refers to under its path: a block's index is part of the path, a list item's is not.
   */
  attribute(body: JsonObject, name: string, path: string, scope: Scope, references: ReferenceMap): JsonValue {
    const written = own(body, name);
    const value = written === undefined ? undefined : this.written(name, path, written, scope, references);
    const dynamic = labelledBlocks(body, 'dynamic', 1).filter(({ labels }) => labels[0] === name);
    if (dynamic.length === 0) return value ?? null;
    const blocks: JsonValue[] = isList(value) ? [...value] : [];
    for (const { body: definition } of dynamic) {
      for (const [content, inner] of this.dynamicBlocks(definition, name, scope)) {
        blocks.push(this.block(content, `${path}.${blocks.length}`, inner, references));
      }
    }
    return blocks;
  }

  private written(name: string, path: string, node: JsonValue, scope: Scope, references: ReferenceMap): JsonValue {
    if (isList(node) && isBlockList(node)) {
      return node.map((block, index) => this.block(block, `${path}.${index}`, scope, references));
    }
    if (isBlock(node) && !isMapAttribute(this.type, name)) return [this.block(node, `${path}.0`, scope, references)];
    const { value, targets } = this.evaluator.json(node, scope);
    if (targets.length > 0) references.set(path, new Set([...(references.get(path) ?? []), ...targets]));
    return normalizedAttribute(this.type, name, value);
  }

  private block(body: JsonObject, path: string, scope: Scope, references: ReferenceMap): JsonObject {
    const names = new Set(Object.keys(body).filter((name) => name !== '//' && name !== 'dynamic'));
    for (const { labels } of labelledBlocks(body, 'dynamic', 1)) names.add(labels[0] ?? '');
    const block: Draft = {};
    for (const name of names) put(block, name, this.attribute(body, name, `${path}.${name}`, scope, references));
    return block;
  }

  /** The contents that a dynamic block stands for: one stand-in when its elements are known only to Terraform. */
  private dynamicBlocks(definition: JsonObject, name: string, scope: Scope): readonly (readonly [JsonObject, Scope])[] {
    const collection = this.evaluator.json(definition['for_each'] ?? null, scope);
    const iterator = typeof definition['iterator'] === 'string' ? definition['iterator'] : name;
    const content = isList(definition['content']) ? definition['content'][0] : definition['content'];
    const body = isObject(content) ? content : {};
    const { targets } = collection;
    const elements = elementsOf(collection.value) ?? [{ key: UNKNOWN, value: UNKNOWN }];
    return elements.map(({ key, value }) => [
      body,
      withElement(scope, iterator, { value: key, targets: [] }, { value, targets }),
    ]);
  }
}
