import { type Body, type Change, type Place } from '../environment-files';

/** Sets an attribute. */
export const set =
  (attribute: string, value: unknown) =>
  (body: Body): void => {
    body[attribute] = value;
  };

/** Takes an attribute away. */
export const omit =
  (attribute: string) =>
  (body: Body): void => {
    Reflect.deleteProperty(body, attribute);
  };

/** Makes an attribute name another resource of the same stack. */
export const refer =
  (attribute: string, target: Place): Change =>
  (body, address) => {
    body[attribute] = `\${${address(target)}.id}`;
  };

/** Applies a change to a block within a resource: the only one, or the first of a list. */
export const within =
  (block: string, change: (body: Body) => void) =>
  (body: Body): void => {
    const blocks = body[block];
    change((Array.isArray(blocks) ? blocks[0] : blocks) as Body);
  };

/** Changes one of the inline rules of a network security group. */
export const securityRule =
  (name: string, changed: Body) =>
  (body: Body): void => {
    const rules = body['security_rule'] as Body[];
    Object.assign(rules.find((candidate) => candidate['name'] === name) ?? {}, changed);
  };
