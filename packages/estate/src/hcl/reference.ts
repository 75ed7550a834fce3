import type { Traversal } from './syntax';
import { Cursor } from './cursor';
import { scanExpression } from './scan';

/**
 * Parses a bare path as a plan's `references` lists it, such as `module.net["a"].subnet_id`.
 *
 * Undefined when the text is no path, or a name alone.
 */
export function parseReference(text: string): Traversal | undefined {
  const expression = scanExpression(new Cursor(`${text}}`), '}', 0);
  return expression.kind === 'traversal' ? expression.traversal : undefined;
}

/**
 * Drops the shorter forms that Terraform lists after each path.
 *
 * `a.b[0].id`, `a.b[0]`, `a.b` stand for one mention of `a.b[0].id`; taking `a.b` by itself would mean every instance.
 */
export function longestReferences(references: readonly string[]): readonly string[] {
  const longest: string[] = [];
  for (const reference of references) {
    const last = longest.at(-1);
    if (last === undefined || !extendsPath(last, reference)) longest.push(reference);
  }
  return longest;
}

function extendsPath(longer: string, shorter: string): boolean {
  const next = longer.charAt(shorter.length);
  return longer.startsWith(shorter) && (next === '.' || next === '[' || next === '');
}
