import { Cursor } from './cursor';
import { scanTemplate } from './scan';
import type { Template } from './syntax';

/**
 * Parses a string of Terraform's JSON syntax.
 *
 * `$${` and `%%{` are escapes for `${` and `%{`. Never throws, and takes time linear in the text's length.
 */
export function parseTemplate(text: string): Template {
  if (!text.includes('${') && !text.includes('%{')) return { kind: 'literal', text };
  return scanTemplate(new Cursor(text), undefined, 0);
}
