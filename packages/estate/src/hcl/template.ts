import { Cursor } from './cursor';
import { scanExpression } from './expression';
import type { Expression, Template, Traversal } from './syntax';
import { traversalsOf } from './syntax';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Parses a string of Terraform's JSON syntax.
 *
 * `$${` and `%%{` are escapes for `${` and `%{`. Never throws, and takes time linear in the text's length.
 */
export function parseTemplate(text: string): Template {
  if (!text.includes('${') && !text.includes('%{')) return { kind: 'literal', text };
  return scanTemplate(new Cursor(text), undefined, 0);
}

/** Reads a template up to the end of the text, or up to and including the quote that closes it. */
export function scanTemplate(cursor: Cursor, quote: '"' | undefined, nesting: number): Template {
  const parts: (string | Expression)[] = [];
  let hasDirective = false;
  let literal = '';
  const flush = (): void => {
    if (literal !== '') parts.push(literal);
    literal = '';
  };
  while (!cursor.atEnd) {
    if (quote !== undefined && cursor.take(quote)) break;
    if (cursor.take('$${')) literal += '${';
    else if (cursor.take('%%{')) literal += '%{';
    else if (cursor.take('${')) {
      flush();
      parts.push(scanExpression(cursor, '}', nesting + 1));
    } else if (cursor.take('%{')) {
      hasDirective = true;
      parts.push(scanExpression(cursor, '}', nesting + 1));
    } else if (quote !== undefined && cursor.take('\\')) {
      literal += ESCAPES.get(cursor.peek()) ?? cursor.peek();
      cursor.position += 1;
    } else {
      literal += cursor.peek();
      cursor.position += 1;
    }
  }
  flush();
  if (hasDirective) return { kind: 'opaque', traversals: parts.flatMap(partTraversals) };
  return fromParts(parts);
}

function fromParts(parts: readonly (string | Expression)[]): Template {
  const [first] = parts;
  if (first === undefined) return { kind: 'literal', text: '' };
  if (parts.length > 1) return { kind: 'parts', parts };
  return typeof first === 'string' ? { kind: 'literal', text: first } : { kind: 'expression', expression: first };
}

function partTraversals(part: string | Expression): readonly Traversal[] {
  return typeof part === 'string' ? [] : traversalsOf(part);
}
