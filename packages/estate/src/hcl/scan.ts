import type { Cursor } from './cursor';
import type { Expression, Step, Template, Traversal } from './syntax';
import { templateTraversals, traversalsOf, withComputed } from './syntax';

/** Nested quotes and brackets beyond this are not followed: no real configuration comes near it. */
const MAX_NESTING = 64;

const OPENERS = '([{';
const CLOSERS = ')]}';
const KEYWORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Reads an expression up to and including the character that closes it.
 *
 * A constant or a single path is understood; of anything else only the paths in it are kept. Never throws: what HCL
 * would refuse ends as an opaque expression.
 */
export function scanExpression(cursor: Cursor, closer: '}' | ']', nesting: number): Expression {
  if (nesting > MAX_NESTING) {
    cursor.finish();
    return { kind: 'opaque', traversals: [] };
  }
  cursor.skipSpace();
  const found: Traversal[] = [];
  const operand = scanOperand(cursor, nesting, found);
  cursor.skipSpace();
  if (operand !== undefined && cursor.take(closer)) return operand;
  scanRest(cursor, closer, nesting, found);
  return { kind: 'opaque', traversals: found };
}

/** The first operand, if it is a kind that may be the whole expression; its paths are added to `found` either way. */
function scanOperand(cursor: Cursor, nesting: number, found: Traversal[]): Expression | undefined {
  if (cursor.take('"')) {
    const template = scanTemplate(cursor, '"', nesting + 1);
    append(found, templateTraversals(template));
    return template.kind === 'literal' ? { kind: 'constant', value: template.text } : undefined;
  }
  if (cursor.atDigit()) {
    const digits = cursor.takeDigits();
    return { kind: 'constant', value: Number(digits) };
  }
  if (!cursor.atName()) return undefined;
  const traversal = scanTraversal(cursor, nesting);
  if (traversal === undefined) return undefined;
  if (traversal.steps.length > 0) {
    append(found, withComputed(traversal));
    return { kind: 'traversal', traversal };
  }
  const keyword = KEYWORDS.get(traversal.root);
  return keyword === undefined ? undefined : { kind: 'constant', value: keyword };
}

/** Collects the paths in the rest of an expression, up to and including its closing character. */
function scanRest(cursor: Cursor, closer: string, nesting: number, found: Traversal[]): void {
  let depth = 0;
  while (!cursor.atEnd) {
    if (cursor.atName()) {
      const traversal = scanTraversal(cursor, nesting);
      if (traversal !== undefined && traversal.steps.length > 0) append(found, withComputed(traversal));
      continue;
    }
    if (cursor.atDigit()) {
      cursor.takeDigits();
      continue;
    }
    if (cursor.take('"')) {
      append(found, templateTraversals(scanTemplate(cursor, '"', nesting + 1)));
      continue;
    }
    if (cursor.peek() === '.' && cursor.atName(1)) {
      // An attribute of a call's or a bracket's result: not the root of a path.
      cursor.position += 1;
      cursor.takeName();
      continue;
    }
    const character = cursor.peek();
    cursor.position += 1;
    if (depth === 0 && character === closer) return;
    if (OPENERS.includes(character)) depth += 1;
    else if (CLOSERS.includes(character)) depth = Math.max(0, depth - 1);
  }
}

/** A name with its steps; undefined when it is a function's name. */
function scanTraversal(cursor: Cursor, nesting: number): Traversal | undefined {
  const root = cursor.takeName();
  if (cursor.peek() === '(' || cursor.startsWith('::')) return undefined;
  const steps: Step[] = [];
  for (let step = scanStep(cursor, nesting); step !== undefined; step = scanStep(cursor, nesting)) steps.push(step);
  return { root, steps };
}

function scanStep(cursor: Cursor, nesting: number): Step | undefined {
  if (cursor.peek() === '.') {
    if (cursor.take('.*')) return { kind: 'splat' };
    if (cursor.atName(1)) {
      cursor.position += 1;
      return { kind: 'attribute', name: cursor.takeName() };
    }
    if (cursor.atDigit(1)) {
      cursor.position += 1;
      return { kind: 'index', key: Number(cursor.takeDigits()) };
    }
    return undefined;
  }
  if (!cursor.take('[')) return undefined;
  if (cursor.take('*]')) return { kind: 'splat' };
  const expression = scanExpression(cursor, ']', nesting + 1);
  const constant = expression.kind === 'constant' ? expression.value : undefined;
  return typeof constant === 'string' || typeof constant === 'number'
    ? { kind: 'index', key: constant }
    : { kind: 'computed', expression };
}

/** Like `push` with a spread, which fails on lists of more than some hundred thousand items. */
function append(list: Traversal[], items: readonly Traversal[]): void {
  for (const item of items) list.push(item);
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
