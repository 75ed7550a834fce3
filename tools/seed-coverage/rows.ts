import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** One requirement of the article that this architecture began with. */
export interface Row {
  /** `S1` to `S30`. */
  readonly id: string;
  readonly title: string;
  readonly requirement: string;
  /** Why no rule can hold it. */
  readonly noRule?: string;
}

/** The rows, in their order. */
export function readRows(): Row[] {
  const rows = parse(readFileSync(path.join(__dirname, 'rows.yaml'), 'utf8')) as Record<string, Omit<Row, 'id'>>;
  return Object.entries(rows).map(([id, row]) => ({ id, ...row }));
}
